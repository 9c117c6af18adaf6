#pragma once
// Ballots from files and folders, for the command that counts them.

#include "engine/tally/election.h"
#include "engine/tally/records.h"

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace wallchart {

/// Forms that ballots are read from, by the names of the option --format.
enum class BallotFormat : std::uint8_t { blt, csv, cdf, ess, rctab_config, clear_ballot, dominion, hart };

struct BallotRequest {
    std::string path;
    std::optional<BallotFormat> format{};  ///< else found out from the file
    tally::BallotKind kind = tally::BallotKind::ranked;
    tally::RecordSource source{};  ///< how records in tables are laid out
};

/// An election as a file has it, with the rule's options where the file states them.
struct ReadBallots {
    tally::Election election;
    std::vector<std::pair<std::string, std::string>> options{};
    BallotFormat format = BallotFormat::blt;
};

std::optional<BallotFormat> parse_ballot_format(std::string_view name);

/// Reads a file of ballots, compressed by gzip or not. Errors: not_found, invalid (with line and column),
/// unsupported, too_large (over 256 MB, but for BLT and CSV, which are read piece by piece).
Result<ReadBallots> read_ballots(const BallotRequest& request);

/// The text of a file, inflated where it is compressed. Errors: not_found, too_large.
Result<std::string> read_text_file(const std::filesystem::path& path);

}  // namespace wallchart
