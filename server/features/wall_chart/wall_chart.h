#pragma once
// The wall chart: every worker of a worksite or an organization in a drive, by department and shift, with
// how each stands. Who sees no names gets the same numbers without the workers.

#include "features/conversations/conversations.h"
#include "http/router.h"

#include <optional>
#include <string>
#include <vector>

namespace wallchart {

/// How many stand where.
struct WallCounts {
    int workers = 0;
    std::vector<int> by_value{0, 0, 0, 0, 0};  ///< assessed 1 to 5
    int not_assessed = 0;
    int not_talked_to = 0;  ///< neither assessed nor reached in this drive
    int leaders = 0;
    int in_favor = 0;  ///< assessed 1 or 2
};
BOOST_DESCRIBE_STRUCT(WallCounts, (), (workers, by_value, not_assessed, not_talked_to, leaders, in_favor))

/// Workers as columns of one length: five thousand in a third of the bytes that objects would take.
struct WallWorkers {
    std::vector<Id<Person>> person_ids;
    std::vector<std::string> names;
    std::vector<int> assessments;  ///< 1 to 5; 0: none
    std::vector<int> leaders;      ///< 0 or 1
    std::vector<int> talked_to;    ///< 0 or 1: reached or assessed in this drive
    std::vector<std::optional<Date>> last_contact_on;
    std::vector<std::optional<Date>> follow_up_on;  ///< the earliest that is open, of anybody
};
BOOST_DESCRIBE_STRUCT(WallWorkers, (),
                      (person_ids, names, assessments, leaders, talked_to, last_contact_on, follow_up_on))

/// A shift of a department; on an organization's chart, a department of a worksite.
struct WallRow {
    std::string name;  ///< empty: not on record
    WallCounts counts;
    WallWorkers workers;  ///< those the Access may see, by family name
};
BOOST_DESCRIBE_STRUCT(WallRow, (), (name, counts, workers))

/// A department; on an organization's chart, a worksite.
struct WallBlock {
    std::string name;  ///< empty: not on record
    WallCounts counts;
    std::vector<WallRow> rows;
};
BOOST_DESCRIBE_STRUCT(WallBlock, (), (name, counts, rows))

struct WallWeek {
    Date ends_on{};
    int in_favor = 0;
    int assessed = 0;
};
BOOST_DESCRIBE_STRUCT(WallWeek, (), (ends_on, in_favor, assessed))

struct WallChart {
    Id<Drive> drive_id;
    std::optional<Id<Worksite>> worksite_id;
    std::optional<Id<Organization>> organization_id;  ///< one of the two: whose chart it is
    std::string place;                                ///< its name
    std::string organization;                         ///< the drive's
    std::string candidate;                            ///< or the slate's name
    std::string ask;
    Date today{};
    int base = 0;  ///< what shares and the majority are of: those eligible, or those on the list if more
    bool base_is_stated = false;  ///< the directory says it; otherwise it is the number on the list
    int majority = 0;             ///< more than half of the base
    bool sees_names = false;      ///< false: counts only
    WallCounts counts;
    std::vector<WallWeek> weeks;  ///< five points: four weeks ago to now
    std::vector<WallBlock> blocks;
};
BOOST_DESCRIBE_STRUCT(WallChart, (),
                      (drive_id, worksite_id, organization_id, place, organization, candidate, ask, today,
                       base, base_is_stated, majority, sees_names, counts, weeks, blocks))

// ---- rules.cpp ----

/// A worker as stored, before they are put in their place.
struct WallWorker {
    Id<Person> person_id;
    std::string name;
    std::string order;  ///< folded family name first
    std::string block;
    std::string row;
    int assessment = 0;
    bool leader = false;
    bool talked_to = false;
    bool visible = true;
    std::optional<Date> last_contact_on;
    std::optional<Date> follow_up_on;
};

/// An assessment among the history of a unit.
struct TimedAssessment {
    Id<Person> person_id;
    int value = 0;
    Instant at{};
};

/// More than half.
int majority_of(int base);
/// What counts and shares are of: the stated number unless it is absent or less than those on the list.
int base_of(std::optional<std::int64_t> stated, int listed);
/// Blocks by name with the largest unnamed one last; rows and workers by name within.
std::vector<WallBlock> arrange(std::vector<WallWorker> workers);
/// How many stood in favor at the end of each of `ends` (ascending), by the newest assessment up to then.
/// `history` in the order of time.
std::vector<WallWeek> support_at(const std::vector<TimedAssessment>& history,
                                 const std::vector<Instant>& ends, std::string_view time_zone);

// ---- store.cpp ----

struct WallChartQuery {
    Id<Drive> id;
    std::optional<Id<Worksite>> worksite_id;
    std::optional<Id<Organization>> organization_id;
};
BOOST_DESCRIBE_STRUCT(WallChartQuery, (), (id, worksite_id, organization_id))

/// Of the drive's own worksite or organization unless another is named. Errors: not_found; invalid (both
/// named); too_large (over 20,000 workers: choose a worksite).
Result<WallChart> wall_chart(Reader& reader, const Access& access, const WallChartQuery& query, Instant now);

/// A chart that a drive has: its organization's, and one for each of its worksites.
struct WallPlace {
    std::optional<Id<Worksite>> worksite_id;
    std::optional<Id<Organization>> organization_id;
    std::string name;
    std::string city;
    int workers = 0;
};
BOOST_DESCRIBE_STRUCT(WallPlace, (), (worksite_id, organization_id, name, city, workers))

struct WallPlacesQuery {
    Id<Drive> id;
};
BOOST_DESCRIBE_STRUCT(WallPlacesQuery, (), (id))

/// The largest 200 worksites. Errors: not_found.
Result<std::vector<WallPlace>> wall_places(Reader& reader, const Access& access, Id<Drive> drive);

// ---- api.cpp ----

void add_wall_chart_routes(Router& router);

}  // namespace wallchart
