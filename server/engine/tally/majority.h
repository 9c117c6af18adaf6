#pragma once
// Questions decided by a share of the votes: what is counted, of what base, with what quorum; and whether
// ballots that are challenged could change the outcome.

#include "engine/tally/options.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace wallchart::tally {

enum class Comparison : std::uint8_t { more_than, at_least };
/// What the share is a share of.
enum class Base : std::uint8_t {
    valid,     ///< votes for one of the choices
    cast,      ///< all ballots handed in, valid or not
    present,   ///< those present
    eligible,  ///< all who may vote
};
enum class Abstentions : std::uint8_t { counted, not_counted };

BOOST_DESCRIBE_ENUM(Comparison, more_than, at_least)
BOOST_DESCRIBE_ENUM(Base, valid, cast, present, eligible)
BOOST_DESCRIBE_ENUM(Abstentions, counted, not_counted)

/// A share as it is written in bylaws: "1/2", "2/3", "60%".
struct Share {
    std::int64_t numerator = 1;
    std::int64_t denominator = 2;
};
std::optional<Share> read_share(std::string_view text);

struct MajorityTerms {
    Share share;
    Comparison comparison = Comparison::more_than;
    Base base = Base::valid;
    Abstentions abstentions = Abstentions::not_counted;  ///< whether they belong to the base
    std::int64_t quorum = 0;                             ///< votes, or people present, that are needed
};

struct QuestionVotes {
    std::vector<std::int64_t> choices;  ///< votes of each
    std::int64_t abstentions = 0;
    std::int64_t invalid = 0;
    std::int64_t present = 0;   ///< 0 where it is not known
    std::int64_t eligible = 0;  ///< 0 where it is not known

    std::int64_t handed_in() const;
};

enum class Quorum : std::uint8_t { met, missed };

struct Verdict {
    Quorum quorum = Quorum::met;
    std::int64_t base = 0;
    std::optional<std::size_t> carried;  ///< the choice that has the share, if the quorum is met
};

/// What the terms make of the votes. With shares of less than half the choice with the most votes carries; a
/// tie carries nothing.
Verdict judge(const MajorityTerms& terms, const QuestionVotes& votes);

enum class Determinative : std::uint8_t { no, yes };

/// Whether `challenged` further ballots could change the outcome: whether it differs between all of them for
/// one choice and all for another. Where one choice is a proposal, the outcome is whether that carries.
Determinative challenged_ballots(const MajorityTerms& terms, const QuestionVotes& votes,
                                 std::int64_t challenged, std::optional<std::size_t> proposal = std::nullopt);

}  // namespace wallchart::tally
