// The test sets of the RCTab tabulator, against its round-by-round reports. The data is not part of the
// project; sets whose records are missing from it are named.
#include "cli/tally_files.h"
#include "core/json.h"
#include "engine/tally/print.h"
#include "engine/tally/rctab.h"
#include "engine/tally/xml.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>

namespace wallchart::tally {
namespace {

namespace fs = std::filesystem;

fs::path folder() {
    const char* told = std::getenv("CONFORMANCE_DATA");
    return fs::path(told ? told : WALLCHART_SOURCE "/../shared/data") / "voting" / "rctab";
}

/// A report as sorted lines, so that two can be compared and what differs can be read.
using Lines = std::vector<std::string>;

std::string text_in(const json::value& value, std::string_view key) {
    return text_of(value, key);
}

Lines lines_of_report(const json::value& report) {
    Lines lines;
    for (const auto* result : members(report, "results")) {
        auto round = "round " + text_in(*result, "round") + ": ";
        lines.push_back(round + "threshold " + text_in(*result, "threshold"));
        for (const auto* part : {"inactiveBallots", "tally"})
            for (const auto& each : result->at(part).as_object())
                lines.push_back(round + part + " " + std::string(each.key()) + " " +
                                std::string(each.value().as_string()));
        for (const auto* decision : members(*result, "tallyResults")) {
            auto elected = text_in(*decision, "elected");
            auto who =
                elected.empty() ? "eliminated " + text_in(*decision, "eliminated") : "elected " + elected;
            lines.push_back(round + who);
            for (const auto& each : decision->at("transfers").as_object())
                lines.push_back(round + who + ": " + std::string(each.value().as_string()) + " to " +
                                std::string(each.key()));
        }
    }
    const auto& summary = report.at("summary");
    for (const auto* key : {"finalThreshold", "numCandidates", "numWinners", "totalNumBallots", "undervotes"})
        lines.push_back(std::string("summary ") + key + " " + text_in(summary, key));
    std::ranges::sort(lines);
    return lines;
}

Lines lines_of_count(const Count& count, std::int64_t ballots) {
    Lines lines;
    auto votes = [&](Amount value) { return print_amount(value, count.digits, Zeros::trim); };
    std::string undervotes = "0";
    for (std::size_t at = 0; at < count.rounds.size(); ++at) {
        const auto& round = count.rounds[at];
        auto head = "round " + std::to_string(at + 1) + ": ";
        lines.push_back(head + "threshold " + votes(round.quota.value_or(0)));
        for (const auto& [key, value] : round.notes) {
            if (key == "undervotes") {
                undervotes = votes(value);
            } else {
                lines.push_back(head + "inactiveBallots " + key + " " + votes(value));
            }
        }
        for (std::size_t each = 0; each < round.tallies.size(); ++each)
            if (round.tallies[each])
                lines.push_back(head + "tally " + count.candidates[each] + " " + votes(*round.tallies[each]));
        auto decide = [&](const char* what, Candidate candidate) {
            auto who = what + count.candidates[static_cast<std::size_t>(candidate)];
            lines.push_back(head + who);
            for (const auto& move : round.transfers)
                if (move.from == candidate)
                    lines.push_back(head + who + ": " + votes(move.votes) + " to " +
                                    std::string(holder_name(count, move.to)));
        };
        for (auto each : round.elected)
            decide("elected ", each);
        for (auto each : round.eliminated)
            decide("eliminated ", each);
    }
    lines.push_back("summary finalThreshold " + votes(count.quota.value_or(0)));
    lines.push_back("summary numCandidates " + std::to_string(count.candidates.size()));
    lines.push_back("summary numWinners " + std::to_string(count.seats));
    lines.push_back("summary totalNumBallots " + std::to_string(ballots));
    lines.push_back("summary undervotes " + undervotes);
    std::ranges::sort(lines);
    return lines;
}

std::string difference(const Lines& expected, const Lines& found) {
    std::string text;
    for (const auto& line : expected)
        if (!std::ranges::binary_search(found, line)) text += "  expected  " + line + "\n";
    for (const auto& line : found)
        if (!std::ranges::binary_search(expected, line)) text += "  found     " + line + "\n";
    return text;
}

bool has_records(const fs::path& config) {
    auto text = read_text_file(config);
    if (!text) return false;
    auto value = parse_json(*text);
    if (!value) return false;
    for (const auto* source : members(*value, "cvrFileSources")) {
        auto path = (config.parent_path() / text_of(*source, "filePath")).string();
        if (!fs::exists(path) && !fs::exists(path + ".csv") && !fs::exists(path + ".csv.gz")) return false;
    }
    return true;
}

Result<std::vector<Count>> count_set(const fs::path& config, std::int64_t& ballots) {
    auto read = TRY(read_ballots({config.string(), BallotFormat::rctab_config}));
    ballots = read.election.ballots.total();
    Options options;
    for (const auto& [key, value] : read.options)
        options.set(key, value);
    return tabulate(read.election, TRY(read_rctab_rules(read.election, options)));
}

/// The reports of a set: one, or one for each seat.
std::vector<fs::path> reports_of(const fs::path& config) {
    auto stem = config.filename().string();
    stem.resize(stem.size() - std::string("_config.json").size());
    std::vector<fs::path> reports;
    auto report = config.parent_path() / (stem + "_expected_detailed_report.json");
    if (fs::exists(report)) return {report};
    for (int seat = 1;; ++seat) {
        report =
            config.parent_path() / (stem + "_" + std::to_string(seat) + "_expected_detailed_report.json");
        if (!fs::exists(report)) return reports;
        reports.push_back(report);
    }
}

/// What the set says of precincts and batches, compared; answers how many reports are the same.
int compare_parts(const fs::path& config, const Count& whole) {
    int reproduced = 0;
    for (const auto& entry : fs::recursive_directory_iterator(config.parent_path())) {
        auto path = entry.path();
        if (!path.parent_path().filename().string().starts_with("Tabulate by") || path.extension() != ".json")
            continue;
        auto report = parse_json(read_text_file(path).value_or(""));
        EXPECT_TRUE(report) << path;
        if (!report) continue;
        bool found = false;
        for (const auto& part : whole.parts) {
            if (text_in(report->at("config"), part.kind) != part.name) continue;
            found = true;
            auto own = whole;
            own.rounds = part.rounds;
            auto differs =
                difference(lines_of_report(*report),
                           lines_of_count(own, part.valid + part.invalid + part.exhausted_at_start));
            EXPECT_EQ(differs, "") << path.filename();
            reproduced += differs.empty() ? 1 : 0;
        }
        EXPECT_TRUE(found) << path.filename();
    }
    return reproduced;
}

/// The workbook of this set has three empty rows below the last ballot, which RCTab counts as undervotes; the
/// data has its first sheet as CSV, without them.
bool is_of_rows_not_in_the_data(const fs::path& config, const std::string& line) {
    return config.filename().string().starts_with("first_round_determines_threshold") &&
           (line.starts_with("summary totalNumBallots") || line.starts_with("summary undervotes"));
}

TEST(TallyConformance, RctabSets) {
    if (!fs::exists(folder())) GTEST_SKIP() << folder();
    std::vector<fs::path> configs;
    for (const auto& entry : fs::recursive_directory_iterator(folder()))
        if (entry.path().filename().string().ends_with("_config.json")) configs.push_back(entry.path());
    std::ranges::sort(configs);
    int reproduced = 0, refused = 0, missing = 0, without = 0, parts = 0;
    for (const auto& config : configs) {
        auto name = config.filename().string();
        auto reports = reports_of(config);
        if (!has_records(config)) {
            ++missing;
            std::cout << name << ": its records are not in the data\n";
            continue;
        }
        std::int64_t ballots = 0;
        auto counts = count_set(config, ballots);
        if (reports.empty()) {
            // RCTab refuses these two: options that cannot be, and more ranks than are allowed.
            bool expects_error = name.starts_with("invalid_params") || name.starts_with("max_ranking");
            ++(expects_error ? refused : without);
            EXPECT_EQ(counts.has_value(), !expects_error) << name;
            std::cout << name << ": " << (counts ? "counted, no report to compare" : counts.error().message)
                      << "\n";
            continue;
        }
        ASSERT_TRUE(counts) << name << ": " << counts.error().message;
        ASSERT_EQ(counts->size(), reports.size()) << name;
        for (std::size_t at = 0; at < reports.size(); ++at) {
            auto report = parse_json(read_text_file(reports[at]).value_or(""));
            ASSERT_TRUE(report) << reports[at];
            auto expected = lines_of_report(*report), found = lines_of_count((*counts)[at], ballots);
            std::erase_if(expected,
                          [&](const auto& line) { return is_of_rows_not_in_the_data(config, line); });
            std::erase_if(found, [&](const auto& line) { return is_of_rows_not_in_the_data(config, line); });
            auto differs = difference(expected, found);
            EXPECT_EQ(differs, "") << reports[at].filename();
            reproduced += differs.empty() ? 1 : 0;
        }
        parts += compare_parts(config, counts->front());
    }
    std::cout << parts << " reports of precincts and batches reproduced\n";
    std::cout << reproduced << " reports reproduced, " << refused << " refused as expected, " << missing
              << " configurations without their records, " << without << " without a report\n";
}

}  // namespace
}  // namespace wallchart::tally
