#include "cli/command.h"
#include "cli/tally_files.h"
#include "engine/tally/print.h"
#include "engine/tally/rules.h"

#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>

namespace wallchart {
namespace {

namespace fs = std::filesystem;
using tally::BallotKind;
using tally::Count;

/// How to count: what the command line says, or the record that is counted again.
struct Request {
    std::string rule;
    std::optional<int> seats;
    std::vector<std::string> withdrawn;
    tally::Options options;
    std::string recorded;  ///< the record's text, where one is counted again
    std::string fingerprint;
};

Result<int> whole_number(std::string_view what, std::string_view text, int from, int to) {
    int number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < from || number > to)
        return failure(ErrorKind::invalid, std::string(what) + " is a whole number from " +
                                               std::to_string(from) + " to " + std::to_string(to) +
                                               ", not \"" + std::string(text) + "\".");
    return number;
}

Result<Request> read_request(const Arguments& arguments) {
    Request request;
    if (auto path = arguments.get("recount")) {
        for (const auto* other : {"rule", "seats", "option", "withdrawn"})
            if (arguments.has(other))
                return failure(
                    ErrorKind::invalid,
                    std::string("--") + other + " cannot be given with --recount: the record says it.");
        request.recorded = TRY(read_text_file(*path));
        auto recipe = TRY(tally::read_recipe(request.recorded));
        request.rule = recipe.rule;
        request.seats = recipe.seats;
        request.withdrawn = recipe.withdrawn;
        request.fingerprint = recipe.fingerprint;
        for (const auto& [key, value] : recipe.options)
            request.options.set(key, value);
        return request;
    }
    request.rule = arguments.get("rule").value_or("");
    if (auto seats = arguments.get("seats"))
        request.seats = TRY(whole_number("--seats", *seats, 1, tally::candidate_limit));
    request.withdrawn = arguments.all("withdrawn");
    request.options = TRY(tally::Options::read(arguments.all("option")));
    return request;
}

Result<tally::RecordSource> read_source(const Arguments& arguments, BallotKind& kind) {
    tally::RecordSource source;
    auto options = TRY(tally::Options::read(arguments.all("source")));
    source.contest = options.text("contest", "");
    source.first_column = static_cast<int>(TRY(options.number("first_column", 0, 0, 1000)));
    source.first_row = static_cast<int>(TRY(options.number("first_row", 2, 1, 100'000)));
    source.id_column = static_cast<int>(TRY(options.number("id_column", 0, 0, 1000)));
    source.overvote_delimiter = options.text("overvote_delimiter", "");
    source.overvote_label = options.text("overvote_label", "overvote");
    source.skipped_label = options.text("skipped_label", "undervote");
    source.write_in_label = options.text("write_in_label", "UWI");
    auto marks = options.text("ballots", kind == BallotKind::scored ? "scored" : "ranked");
    if (marks != "scored" && marks != "ranked")
        return failure(ErrorKind::invalid, "The source's ballots are ranked or scored.");
    kind = marks == "scored" ? BallotKind::scored : BallotKind::ranked;
    TRY(options.finish("--source"));
    return source;
}

Result<void> withdraw(tally::Election& election, const std::vector<std::string>& names) {
    for (const auto& name : names) {
        auto candidate = tally::find_candidate(election, name);
        if (!candidate) return failure(ErrorKind::invalid, "\"" + name + "\" is not a candidate.");
        if (std::ranges::find(election.withdrawn, *candidate) == election.withdrawn.end())
            election.withdrawn.push_back(*candidate);
    }
    return {};
}

Result<Count> count_file(const Arguments& arguments, Request& request) {
    BallotRequest wanted{*arguments.get("BALLOTS")};
    if (auto name = arguments.get("format")) {
        wanted.format = parse_ballot_format(*name);
        if (!wanted.format)
            return failure(ErrorKind::invalid,
                           "There is no format \"" + *name +
                               "\"; there are blt, csv, cdf, ess, rctab-config, clear-ballot, "
                               "dominion and hart.");
    }
    if (!request.rule.empty()) wanted.kind = TRY(tally::find_rule(request.rule))
    ->ballots;
    wanted.source = TRY(read_source(arguments, wanted.kind));
    auto ballots = TRY(read_ballots(wanted));
    if (request.rule.empty() && ballots.format == BallotFormat::rctab_config) request.rule = "rctab";
    if (request.rule.empty())
        return failure(ErrorKind::invalid,
                       "Say how to count: --rule NAME. `wallchart tally --help` lists the rules.");
    if (TRY(tally::find_rule(request.rule))->name == "rctab")
        for (const auto& [key, value] : ballots.options)
            request.options.preset(key, value);
    if (request.seats) ballots.election.seats = *request.seats;
    TRY(withdraw(ballots.election, request.withdrawn));
    if (!request.fingerprint.empty() && ballots.election.ballots.fingerprint() != request.fingerprint)
        return failure(ErrorKind::conflict, "These are not the ballots of the record: its fingerprint is " +
                                                request.fingerprint + ", theirs is " +
                                                ballots.election.ballots.fingerprint() + ".");
    return tally::count(ballots.election, request.rule, request.options);
}

/// Writes all of a text, or leaves the file as it was; "-" is standard output.
Result<void> write(const std::string& path, const std::string& text) {
    if (path == "-") {
        std::fwrite(text.data(), 1, text.size(), stdout);
        return {};
    }
    auto part = path + ".part";
    std::error_code error;
    {
        std::ofstream file(part, std::ios::binary | std::ios::trunc);
        file << text;
        file.close();
        if (!file) {
            fs::remove(part, error);
            return failure(ErrorKind::unavailable, path + " cannot be written.");
        }
    }
    fs::rename(part, path, error);
    if (error) return failure(ErrorKind::unavailable, path + " cannot be written.");
    return {};
}

Result<int> run(const Arguments& arguments) {
    auto request = TRY(read_request(arguments));
    auto count = TRY(count_file(arguments, request));
    auto json = tally::print_json(count);
    if (auto path = arguments.get("json")) TRY(write(*path, json));
    if (auto path = arguments.get("report")) TRY(write(*path, tally::print_report(count)));
    if (auto path = arguments.get("svg")) TRY(write(*path, tally::print_svg(count)));
    bool told = arguments.has("json") || arguments.has("report") || arguments.has("svg");
    if (!request.recorded.empty()) {
        bool same = json == request.recorded;
        std::fprintf(stderr, same ? "The recount is the same as the record, byte for byte.\n"
                                  : "The recount differs from the record.\n");
        return same ? 0 : 1;
    }
    if (!told) TRY(write("-", tally::print_report(count)));
    return 0;
}

}  // namespace

Command tally_command() {
    return {
        .name = "tally",
        .summary = "Count a vote exactly, by any rule a union uses, with a full record",
        .help =
            "Reads ballots from a file, counts them by a rule, and prints the report of every round. "
            "Nothing\n"
            "is stored. All is counted in whole numbers of a stated decimal place.\n"
            "Rules:\n"
            "  plurality         the most votes\n"
            "  majority          a question by a share of a base, with quorum: share=2/3, base=valid|cast|\n"
            "                    present|eligible, abstentions=counted|not_counted, comparison=more_than|\n"
            "                    at_least, quorum=30 (or 25%), present=, eligible=, challenged=, proposal=\n"
            "  two-round         more than half, else a run-off of the two first\n"
            "  approval, score, block-vote (marks=), cumulative (points=)\n"
            "  irv, bottoms-up, sequential, rctab   ranked choice, with the options of the RCTab tabulator\n"
            "                    by their names (overvoteRule=alwaysSkipToNextRank, batchElimination=yes "
            "...)\n"
            "  scottish, meek, warren, prf-meek, prf-wigm, minneapolis   single transferable vote\n"
            "  schulze, ranked-pairs (strength=winning_votes|margins)\n"
            "  majority-judgment, star (highest=)\n"
            "Ties: --option tie=STEP,STEP with backward, forward (by other rounds), lot (with seed=NUMBER), "
            "order\n"
            "(with order=\"A;B;C\", strongest first), ask (stops; count again with answers=\"A\"). The "
            "record says\n"
            "how each tie was broken. Draw the seed in public, before the count.\n"
            "Ballots: BLT; CSV with a column for each candidate and ranks or scores in the cells; the NIST "
            "common\n"
            "data format (JSON, XML); ES&S exports as CSV (--format ess --source first_column=3); an RCTab\n"
            "configuration with the records it names. Compressed (.gz) files are read as well.\n"
            "Examples:\n"
            "  wallchart tally officers.blt --rule scottish --json record.json --svg rounds.svg\n"
            "  wallchart tally officers.blt --recount record.json\n"
            "  wallchart tally strike.csv --rule majority --option share=2/3 --option base=cast\n"
            "  wallchart tally mayor_config.json --format rctab-config --json -",
        .positionals = {{"BALLOTS", "the ballots"}},
        .options =
            {{"format", OptionKind::value, "NAME",
              "blt, csv, cdf, ess, rctab-config, clear-ballot, dominion, hart; else by the file's name"},
             {"rule", OptionKind::value, "NAME", "how to count"},
             {"seats", OptionKind::value, "N", "how many are elected; else what the ballots say, or 1"},
             {"option", OptionKind::repeated, "KEY=VALUE", "an option of the rule"},
             {"withdrawn", OptionKind::repeated, "NAME", "a candidate who withdrew or is excluded"},
             {"source", OptionKind::repeated, "KEY=VALUE",
              "how records are laid out: contest, first_column, first_row, id_column, overvote_delimiter, "
              "overvote_label, skipped_label, write_in_label, ballots=ranked|scored"},
             {"json", OptionKind::value, "FILE|-", "write the full record"},
             {"report", OptionKind::value, "FILE|-", "write the report"},
             {"svg", OptionKind::value, "FILE", "draw the rounds"},
             {"recount", OptionKind::value, "RECORD",
              "count again as a record (of --json) says, and compare it byte by byte"}},
        .run = run};
}

}  // namespace wallchart
