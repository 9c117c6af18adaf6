#include "engine/tally/rctab_config.h"

#include "core/text.h"
#include "engine/tally/xml.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace wallchart::tally {
namespace {

std::unexpected<Error> fault(std::string what) {
    return failure(ErrorKind::invalid, "The configuration: " + std::move(what));
}

/// Keys of "rules" that are options of the rule, and those that do not change a count.
constexpr std::array options_known{"tiebreakMode",
                                   "overvoteRule",
                                   "winnerElectionMode",
                                   "randomSeed",
                                   "multiSeatBottomsUpPercentageThreshold",
                                   "decimalPlacesForVoteArithmetic",
                                   "minimumVoteThreshold",
                                   "maxSkippedRanksAllowed",
                                   "maxRankingsAllowed",
                                   "nonIntegerWinningThreshold",
                                   "doesFirstRoundDetermineThreshold",
                                   "hareQuota",
                                   "batchElimination",
                                   "cutoffElimination",
                                   "continueUntilTwoCandidatesRemain",
                                   "stopTabulationEarlyAfterRound",
                                   "exhaustOnDuplicateCandidate"};
constexpr std::array keys_ignored{"rulesDescription", "treatBlankAsUndeclaredWriteIn", "numberOfWinners"};

Result<int> whole_number(const json::value& object, std::string_view key, int otherwise) {
    auto text = text_of(object, key);
    if (text.empty()) return otherwise;
    int number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 0)
        return fault(std::string(key) + " must be a whole number, and is \"" + text + "\".");
    return number;
}

Result<RecordSource> read_source(const json::value& value) {
    RecordSource source;
    source.path = text_of(value, "filePath");
    if (source.path.empty()) return fault("a source of records has no filePath.");
    auto form = parse_choice<RecordForm>(text_of(value, "provider"));
    if (!form)
        return failure(ErrorKind::unsupported, "The configuration: records of the provider \"" +
                                                   text_of(value, "provider") + "\" cannot be read.");
    source.form = *form;
    source.contest = text_of(value, "contestId");
    source.first_column = TRY(whole_number(value, "firstVoteColumnIndex", 0));
    source.first_row = TRY(whole_number(value, "firstVoteRowIndex", 2));
    source.id_column = TRY(whole_number(value, "idColumnIndex", 0));
    source.batch_column = TRY(whole_number(value, "batchColumnIndex", 0));
    source.precinct_column = TRY(whole_number(value, "precinctColumnIndex", 0));
    source.overvote_delimiter = text_of(value, "overvoteDelimiter");
    source.overvote_label = text_of(value, "overvoteLabel");
    source.skipped_label = text_of(value, "skippedRankLabel");
    source.write_in_label = text_of(value, "undeclaredWriteInLabel");
    if (text_of(value, "treatBlankAsUndeclaredWriteIn") == "true") source.blank_is_write_in = YesNo::yes;
    bool table = source.form == RecordForm::ess || source.form == RecordForm::genericCsv;
    if (table && source.first_column == 0)
        return fault("firstVoteColumnIndex is missing for " + source.path + ".");
    return source;
}

Result<void> read_rules(const json::value& rules, RctabConfig& config) {
    const auto* object = rules.if_object();
    if (object == nullptr) return fault("it has no rules.");
    for (const auto& member : *object) {
        std::string key(member.key());
        if (std::ranges::find(keys_ignored, key) != keys_ignored.end()) continue;
        if (std::ranges::find(options_known, key) == options_known.end())
            return failure(ErrorKind::unsupported,
                           "The configuration: the rule \"" + key + "\" is not known.");
        auto value = text_of(rules, key);
        if (value.empty()) continue;
        if (value == "true") value = "yes";
        if (value == "false") value = "no";
        config.options.emplace_back(key, value);
    }
    // The mode that elects everybody above a share says 0 winners.
    config.seats = std::max(1, TRY(whole_number(rules, "numberOfWinners", 1)));
    return {};
}

}  // namespace

Result<RctabConfig> read_rctab_config(std::string_view text) {
    auto value = TRY(read_json(text));
    RctabConfig config;
    for (const auto* settings : members(value, "outputSettings")) {
        config.contest = text_of(*settings, "contestName");
        config.date = text_of(*settings, "contestDate");
        config.jurisdiction = text_of(*settings, "contestJurisdiction");
        config.office = text_of(*settings, "contestOffice");
        if (text_of(*settings, "tabulateByPrecinct") == "true") config.parts.emplace_back("precinct");
        if (text_of(*settings, "tabulateByBatch") == "true") config.parts.emplace_back("batch");
    }
    for (const auto* source : members(value, "cvrFileSources"))
        config.sources.push_back(TRY(read_source(*source)));
    if (config.sources.empty()) return fault("it names no records (cvrFileSources).");
    for (const auto* candidate : members(value, "candidates")) {
        RctabConfig::Listed listed{text_of(*candidate, "name"), {}, YesNo::no};
        if (listed.name.empty()) return fault("a candidate has no name.");
        if (auto code = text_of(*candidate, "code"); !code.empty()) listed.aliases.push_back(code);
        for (const auto* alias : members(*candidate, "aliases"))
            if (alias->is_string()) listed.aliases.emplace_back(alias->get_string());
        if (text_of(*candidate, "excluded") == "true") listed.excluded = YesNo::yes;
        config.candidates.push_back(std::move(listed));
    }
    if (config.candidates.empty()) return fault("it lists no candidates.");
    auto rules = members(value, "rules");
    if (rules.empty()) return fault("it has no rules.");
    TRY(read_rules(*rules.front(), config));
    return config;
}

Result<RecordBook> make_book(const RctabConfig& config) {
    RecordBook book;
    for (const auto& each : config.candidates)
        TRY(book.declare(each.name, each.aliases));
    if (std::ranges::any_of(config.sources, [](const auto& each) { return !each.write_in_label.empty(); }))
        book.declare_write_ins();
    for (const auto& kind : config.parts)
        book.keep_parts(kind);
    // "max" is as many as there are candidates; machines may export more ranks, which are read then.
    book.limit_columns(static_cast<int>(config.candidates.size()));
    for (const auto& [key, value] : config.options) {
        if (key != "maxRankingsAllowed" || to_lower_ascii(value) == "max") continue;
        int limit = 0;
        auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), limit);
        if (error != std::errc{} || end != value.data() + value.size() || limit < 1)
            return fault("maxRankingsAllowed cannot be \"" + value + "\".");
        book.limit_columns(limit);
        book.refuse_ranks_above(limit);
    }
    return book;
}

Result<Election> make_election(const RctabConfig& config, RecordBook& book) {
    auto election = TRY(book.take());
    election.title = config.contest;
    election.seats = config.seats;
    for (std::size_t at = 0; at < config.candidates.size(); ++at)
        if (config.candidates[at].excluded == YesNo::yes)
            election.withdrawn.push_back(static_cast<Candidate>(at));
    return election;
}

}  // namespace wallchart::tally
