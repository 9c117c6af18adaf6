#pragma once
// The full record of a count: what every rule fills, and what is printed, drawn and counted again.

#include "engine/tally/amount.h"
#include "engine/tally/ballots.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace wallchart::tally {

/// Where votes are or go when they are not a candidate's.
inline constexpr Candidate nobody_exhausted = -1;  ///< no further choice on the ballot
inline constexpr Candidate nobody_residual = -2;   ///< lost in truncated fractions

/// Votes that move at the end of a round. The next round's tallies are this round's with them moved.
struct Transfer {
    Candidate from = 0;
    Candidate to = 0;
    Amount votes = 0;

    bool operator==(const Transfer&) const = default;
};

enum class TieFor : std::uint8_t { winner, loser, surplus };

/// A tie, and how it was broken.
struct Tie {
    TieFor purpose = TieFor::loser;
    std::vector<Candidate> candidates;
    Candidate chosen = 0;
    std::string how;  ///< one sentence

    bool operator==(const Tie&) const = default;
};

/// Something that was decided, and the clause of the rule that decided it.
struct Decision {
    std::vector<Candidate> candidates;
    std::string text;    ///< "Rivera reaches the quota and is elected."
    std::string clause;  ///< "SSI 2007/42 rule 47(1)"

    bool operator==(const Decision&) const = default;
};

struct Round {
    int seat = 0;                                ///< where each seat is a count of its own: which; else 0
    std::vector<std::optional<Amount>> tallies;  ///< by candidate; empty for who is not in this round
    Amount exhausted = 0;                        ///< votes that count for nobody any more
    Amount residual = 0;                         ///< lost in truncated fractions so far
    std::optional<Amount> quota;                 ///< where it changes from round to round
    std::vector<Transfer> transfers;
    std::vector<Candidate> elected;
    std::vector<Candidate> eliminated;
    std::vector<Tie> ties;
    std::vector<Decision> decisions;
    std::vector<std::pair<std::string, Amount>> notes;  ///< further amounts by name ("overvotes")

    bool operator==(const Round&) const = default;
};

/// The rounds of a part of the electorate: decisions are those of the whole, votes are its own.
struct PartRounds {
    std::string kind;
    std::string name;
    std::int64_t valid = 0;
    std::int64_t invalid = 0;
    std::int64_t exhausted_at_start = 0;
    std::vector<Round> rounds;

    bool operator==(const PartRounds&) const = default;
};

struct Count {
    std::string rule;   ///< its name on the command line
    std::string title;  ///< of the election
    std::vector<std::string> candidates;
    std::vector<Candidate> withdrawn;  ///< passed over wherever they are marked
    int seats = 1;
    std::vector<std::pair<std::string, std::string>> options;  ///< all that the rule knows, with their values
    std::string fingerprint;                                   ///< of the ballots
    std::int64_t valid = 0;               ///< ballots that count for somebody at the start
    std::int64_t invalid = 0;             ///< marked so that they cannot count
    std::int64_t exhausted_at_start = 0;  ///< with no candidate who stands
    int digits = 0;                       ///< decimal places of every Amount
    Zeros zeros = Zeros::keep;            ///< how they are printed
    std::optional<Amount> quota;          ///< or threshold, where the rule has one
    std::vector<Round> rounds;
    std::vector<PartRounds> parts;     ///< precincts and batches
    std::vector<Candidate> elected;    ///< in order
    std::vector<std::string> outcome;  ///< sentences: what follows from the count

    bool operator==(const Count&) const = default;
};

}  // namespace wallchart::tally
