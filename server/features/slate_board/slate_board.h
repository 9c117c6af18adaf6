#pragma once
// The slate board: candidates × organizations, what was won and what is next.
//
// Members behind the slate are counted once: an organization counts once however many of the slate's
// candidates, or the slate itself, it endorsed; and not at all where a body above it endorsed too (a local
// under an endorsing international), because its members are among those of that body. An organization counts
// with the members it states; without such a number with its people in our records; without either with the
// bodies directly below it, reckoned the same way.

#include "features/drives/drives.h"

#include <optional>
#include <string>
#include <vector>

namespace wallchart {

/// An organization as it counts for the members behind a slate.
struct CountedBody {
    std::int64_t id = 0;
    std::int64_t parent = 0;  ///< 0: none
    std::int64_t size = 0;    ///< 0: not known
    bool endorsed = false;
};
/// Members behind the endorsing bodies, each counted once. `bodies` holds those that endorsed, all above them
/// and, for those of unknown size, all below them.
std::int64_t members_behind(const std::vector<CountedBody>& bodies);

/// How near a day is at which something must have happened.
inline constexpr int soon_days = 14;

/// A candidate's row: how many locals were won, of how many wanted.
struct BoardCandidate {
    Id<Candidate> id;
    std::string name;
    std::string race;
    std::vector<std::string> line;
    int goal = 0;
    int won = 0;      ///< locals that endorsed the candidate or the slate
    int missing = 0;  ///< of the goal
    int open = 0;     ///< drives
    int near = 0;     ///< of them at the stage "opening_process" or later
};
BOOST_DESCRIBE_STRUCT(BoardCandidate, (), (id, name, race, line, goal, won, missing, open, near))

struct BoardOrganization {
    Id<Organization> id;
    OrganizationKind kind = OrganizationKind::local;
    std::string name;
    std::string city;
    std::string state;
    std::optional<double> latitude;
    std::optional<double> longitude;
    std::int64_t members = 0;
    int won = 0;  ///< candidates of the slate that it endorsed; all for the slate itself
};
BOOST_DESCRIBE_STRUCT(BoardOrganization, (), (id, kind, name, city, state, latitude, longitude, members, won))

/// Where an organization stands with one candidate, or with the whole slate (no candidate).
struct BoardCell {
    Id<Organization> organization_id;
    std::optional<Id<Candidate>> candidate_id;
    std::optional<Id<Drive>> drive_id;  ///< none: endorsed without a drive
    DriveStage stage = DriveStage::mapped;
    DriveOutcome outcome = DriveOutcome::open;
    std::int64_t supporters = 0;
    std::int64_t members = 0;
    std::int64_t goal = 0;
    std::optional<RequirementCode> next;  ///< the first thing that is missing
    std::int64_t next_have = 0;
    std::int64_t next_need = 0;
    std::optional<Date> needed_by;
    std::optional<Date> meets_on;  ///< the organization's next meeting that is entered
    std::optional<Date> decided_on;
    bool late = false;  ///< open, and the day by which it is needed has passed
    bool soon = false;  ///< open, and that day is within two weeks
};
BOOST_DESCRIBE_STRUCT(BoardCell, (),
                      (organization_id, candidate_id, drive_id, stage, outcome, supporters, members, goal,
                       next, next_have, next_need, needed_by, meets_on, decided_on, late, soon))

/// Endorsements won, by level.
struct BoardLevels {
    int national_slate = 0;
    int national_candidate = 0;
    int local_slate = 0;
    int local_candidate = 0;
};
BOOST_DESCRIBE_STRUCT(BoardLevels, (), (national_slate, national_candidate, local_slate, local_candidate))

struct SlateBoard {
    Id<Slate> slate_id;
    std::string name;
    int goal = 0;  ///< locals for each candidate
    Date today{};
    std::int64_t members_behind = 0;
    BoardLevels levels;
    int won = 0;     ///< of `wanted`, not counting a candidate over their goal
    int wanted = 0;  ///< the candidates' goals together
    int open = 0;
    int late = 0;
    int soon = 0;
    std::vector<BoardCandidate> candidates;        ///< in the order of the slate
    std::vector<BoardOrganization> organizations;  ///< those most won first, then the largest
    std::vector<BoardCell> cells;
};
BOOST_DESCRIBE_STRUCT(SlateBoard, (),
                      (slate_id, name, goal, today, members_behind, levels, won, wanted, open, late, soon,
                       candidates, organizations, cells))

/// The whole board, as far as the Access reaches; endorsements are known to all. Errors: not_found.
Result<SlateBoard> find_slate_board(Reader& reader, const Access& access, Id<Slate> id, Date today);

/// The board's table, a line a cell, headed in "en" or "es".
std::string board_csv(const SlateBoard& board, std::string_view language);
/// A workbook: the matrix on one sheet, the table on another, their headers frozen.
/// Errors: unavailable when it can't be built.
Result<std::string> board_xlsx(const SlateBoard& board, std::string_view language);

void add_slate_board_routes(Router& router);

}  // namespace wallchart
