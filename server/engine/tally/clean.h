#pragma once
// Ranked ballots made plain: what a rule does with shared, empty and repeated ranks, and with candidates who
// withdrew, done once before the count.

#include "engine/tally/election.h"
#include "engine/tally/options.h"

#include <optional>

namespace wallchart::tally {

enum class Overvote : std::uint8_t { exhaust, skip };
enum class Repeated : std::uint8_t { ignore, exhaust };

BOOST_DESCRIBE_ENUM(Overvote, exhaust, skip)
BOOST_DESCRIBE_ENUM(Repeated, ignore, exhaust)

struct CleanRules {
    Overvote overvote =
        Overvote::exhaust;  ///< a rank with several candidates ends the ballot, or is passed over
    Repeated repeated = Repeated::ignore;  ///< a candidate ranked again is passed over, or ends the ballot
    std::int64_t skipped =
        candidate_limit;  ///< empty ranks in a row that are passed over; one more ends the ballot
};

/// Reads the options overvote, repeated and skipped. Errors: invalid.
Result<CleanRules> read_clean_rules(Options& options);

/// Plain rankings of candidates who stand. Those of ballots that count for nobody are left out.
class CleanBallots {
public:
    /// `election` must outlive this. Errors: invalid (the ballots are scored).
    static Result<CleanBallots> of(const Election& election, const CleanRules& rules);

    const Ballots& ballots() const { return m_own ? *m_own : *m_given; }
    std::int64_t valid = 0;
    std::int64_t invalid = 0;
    std::int64_t exhausted_at_start = 0;

private:
    const Ballots* m_given = nullptr;
    std::optional<Ballots> m_own;
};

}  // namespace wallchart::tally
