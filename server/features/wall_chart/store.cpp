#include "features/wall_chart/wall_chart.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace wallchart {
namespace {

constexpr int workers_limit = 20'000;

/// Who is in the unit, as a part of a FROM clause whose rows have person_id, with $1 as the place.
/// CROSS JOIN keeps SQLite reading from the unit to what belongs to its people, which is what is few; the
/// sign before drive_id keeps it from walking the whole drive.
struct Unit {
    std::string from;
    std::string condition;
};
Unit worksite_unit() {
    return {"employment unit", "unit.worksite_id = $1 AND unit.ended_on IS NULL"};
}
Unit organization_unit() {
    return {"membership unit", "unit.organization_id IN " + organizations_below("$1") +
                                   " AND unit.status IN ('member', 'prospect')"};
}

class Chart {
public:
    Chart(Reader& reader, const Access& access, Unit unit, std::int64_t place, Id<Drive> drive)
        : m_reader(reader), m_access(access), m_unit(std::move(unit)), m_place(place), m_drive(drive) {}

    /// Errors: too_large.
    Result<std::vector<WallWorker>> workers() {
        TRY(read_workers());
        read_assessments();
        read_conversations();
        read_follow_ups();
        hide();
        return std::move(m_workers);
    }
    /// Of all workers, in the order of time.
    const std::vector<TimedAssessment>& history() const { return m_history; }

private:
    std::string joined(std::string_view select, std::string_view table, std::string_view condition) const {
        std::string sql = "SELECT ";
        sql += select;
        sql += " FROM ";
        sql += m_unit.from;
        sql += " CROSS JOIN ";
        sql += table;
        sql += " WHERE ";
        sql += m_unit.condition;
        sql += condition;
        return sql;
    }
    WallWorker* find(const Row& row) {
        auto found = m_index.find(row.integer(0));
        return found == m_index.end() ? nullptr : &m_workers[found->second];
    }

    Result<void> read_workers() {
        bool by_worksite = m_unit.from == worksite_unit().from;
        auto sql =
            by_worksite
                ? joined(
                      "p.id, p.given_name, p.middle_name, p.family_name, p.suffix, p.family_first, "
                      "unit.department, unit.shift",
                      "person p", " AND p.id = unit.person_id AND p.workspace_id = $2")
                : joined(
                      "p.id, p.given_name, p.middle_name, p.family_name, p.suffix, p.family_first, "
                      "COALESCE(w.name, e.employer_text, ''), COALESCE(e.department, '')",
                      "person p LEFT JOIN employment e ON e.person_id = p.id AND e.ended_on IS NULL LEFT "
                      "JOIN worksite w ON w.id = e.worksite_id",
                      " AND p.id = unit.person_id AND p.workspace_id = $2");
        m_reader.each(
            sql,
            [&](const Row& row) {
                // Somebody with two jobs there, or in two locals, is one worker.
                if (m_workers.size() > workers_limit ||
                    !m_index.try_emplace(row.integer(0), m_workers.size()).second)
                    return;
                auto& worker = m_workers.emplace_back();
                worker.person_id.value = row.integer(0);
                for (int column = 1; column <= 4; ++column) {
                    if (row.text(column).empty()) continue;
                    if (!worker.name.empty()) worker.name += ' ';
                    worker.name += row.text(column);
                }
                worker.order = row.text(5);
                worker.block = row.text(6);
                worker.row = row.text(7);
            },
            m_place, m_access.workspace);
        if (m_workers.size() > workers_limit)
            return failure(ErrorKind::too_large,
                           "Over 20,000 workers: choose a worksite or a local of this organization.");
        return {};
    }

    void read_assessments() {
        m_reader.each(
            joined("a.person_id, a.value, a.leader, a.current, a.at", "assessment a",
                   " AND a.person_id = unit.person_id AND +a.drive_id = $2"),
            [&](const Row& row) {
                auto* worker = find(row);
                if (worker == nullptr) return;
                auto value = static_cast<int>(row.integer(1));
                m_history.push_back({worker->person_id, value, read_row<Instant>(row, 4)});
                worker->talked_to = true;
                if (row.integer(3) == 0) return;
                worker->assessment = value;
                worker->leader = row.integer(2) != 0;
            },
            m_place, m_drive);
        std::ranges::stable_sort(m_history, {}, &TimedAssessment::at);
    }

    void read_conversations() {
        m_reader.each(
            joined("c.person_id, max(c.at)", "conversation c",
                   " AND c.person_id = unit.person_id AND +c.drive_id = $2 AND c.reached = 1 GROUP BY "
                   "c.person_id"),
            [&](const Row& row) {
                auto* worker = find(row);
                if (worker == nullptr) return;
                worker->talked_to = true;
                worker->last_contact_on = local_date(read_row<Instant>(row, 1), m_access.time_zone);
            },
            m_place, m_drive);
    }

    void read_follow_ups() {
        m_reader.each(
            joined("f.person_id, min(f.due_on)", "follow_up f",
                   " AND f.person_id = unit.person_id AND f.done = 0 AND (f.drive_id IS NULL OR +f.drive_id "
                   "= $2) GROUP BY f.person_id"),
            [&](const Row& row) {
                if (auto* worker = find(row)) worker->follow_up_on = read_row<Date>(row, 1);
            },
            m_place, m_drive);
    }

    void hide() {
        if (m_access.sees_everyone()) return;
        for (auto& worker : m_workers)
            worker.visible = false;
        Query query;
        query(m_place);
        query.sql = "SELECT unit.person_id FROM " + m_unit.from + " WHERE " + m_unit.condition;
        query.sql += visible_people(query, m_access, "unit.person_id");
        m_reader.each(query, [&](const Row& row) {
            if (auto* worker = find(row)) worker->visible = true;
        });
    }

    Reader& m_reader;
    const Access& m_access;
    Unit m_unit;
    std::int64_t m_place;
    Id<Drive> m_drive;
    std::vector<WallWorker> m_workers;
    std::unordered_map<std::int64_t, std::size_t> m_index;
    std::vector<TimedAssessment> m_history;
};

struct DriveHead {
    std::optional<Id<Worksite>> worksite_id;
    std::optional<Id<Organization>> organization_id;
    std::string organization;
    std::string candidate;
    std::string ask;
};
BOOST_DESCRIBE_STRUCT(DriveHead, (), (worksite_id, organization_id, organization, candidate, ask))

Result<DriveHead> find_drive_head(Reader& reader, const Access& access, Id<Drive> drive) {
    auto head = reader.row<DriveHead>(
        "SELECT d.worksite_id, d.organization_id, COALESCE(o.name, ''), COALESCE(c.given_name || ' ' || "
        "c.family_name, s.name, ''), d.ask FROM drive d LEFT JOIN organization o ON o.id = d.organization_id "
        "LEFT JOIN candidate c ON c.id = d.candidate_id LEFT JOIN slate s ON s.id = d.slate_id WHERE d.id = "
        "$1 AND d.workspace_id = $2",
        drive, access.workspace);
    if (!head) return not_found("This drive");
    return std::move(*head);
}

struct PlaceHead {
    std::string name;
    std::optional<std::int64_t> stated;
};
BOOST_DESCRIBE_STRUCT(PlaceHead, (), (name, stated))

}  // namespace

Result<WallChart> wall_chart(Reader& reader, const Access& access, const WallChartQuery& query, Instant now) {
    if (query.worksite_id && query.organization_id)
        return invalid("/organization_id", "Name a worksite or an organization, not both.");
    auto drive = TRY(find_drive_head(reader, access, query.id));
    WallChart chart;
    chart.drive_id = query.id;
    chart.organization = drive.organization;
    chart.candidate = drive.candidate;
    chart.ask = drive.ask;
    chart.today = local_date(now, access.time_zone);
    chart.sees_names = access.may(Permission::see_people);
    chart.worksite_id = query.worksite_id;
    chart.organization_id = query.organization_id;
    if (!chart.worksite_id && !chart.organization_id) {
        chart.worksite_id = drive.worksite_id;
        if (!chart.worksite_id) chart.organization_id = drive.organization_id;
    }
    auto place =
        chart.worksite_id
            ? reader.row<PlaceHead>("SELECT name, eligible FROM worksite WHERE id = $1 AND workspace_id = $2",
                                    *chart.worksite_id, access.workspace)
            : reader.row<PlaceHead>(
                  "SELECT name, members FROM organization WHERE id = $1 AND workspace_id = $2",
                  *chart.organization_id, access.workspace);
    if (!place) return not_found(chart.worksite_id ? "This worksite" : "This organization");
    chart.place = place->name;

    Chart reading(reader, access, chart.worksite_id ? worksite_unit() : organization_unit(),
                  chart.worksite_id ? chart.worksite_id->value : chart.organization_id->value, query.id);
    auto workers = TRY(reading.workers());
    auto listed = static_cast<int>(workers.size());
    chart.base = base_of(place->stated, listed);
    chart.base_is_stated = chart.base != listed || place->stated == listed;
    chart.majority = majority_of(chart.base);
    std::vector<Instant> ends;
    for (int weeks_ago = 4; weeks_ago >= 0; --weeks_ago)
        ends.push_back(now - days{7 * weeks_ago});
    chart.weeks = support_at(reading.history(), ends, access.time_zone);
    chart.blocks = arrange(std::move(workers));
    for (const auto& block : chart.blocks) {
        chart.counts.workers += block.counts.workers;
        for (std::size_t at = 0; at < 5; ++at)
            chart.counts.by_value[at] += block.counts.by_value[at];
        chart.counts.not_assessed += block.counts.not_assessed;
        chart.counts.not_talked_to += block.counts.not_talked_to;
        chart.counts.leaders += block.counts.leaders;
        chart.counts.in_favor += block.counts.in_favor;
    }
    return chart;
}

Result<std::vector<WallPlace>> wall_places(Reader& reader, const Access& access, Id<Drive> drive) {
    auto head = TRY(find_drive_head(reader, access, drive));
    auto places = reader.rows<WallPlace>(
        "SELECT CAST(NULL AS BIGINT), o.id, o.name, o.city, (SELECT count(*) FROM membership m WHERE "
        "m.organization_id = o.id AND m.status IN ('member', 'prospect')) FROM organization o WHERE o.id = "
        "$1 "
        "AND o.workspace_id = $2",
        head.organization_id, access.workspace);
    auto worksites = reader.rows<WallPlace>(
        "SELECT w.id, CAST(NULL AS BIGINT), w.name, w.city, (SELECT count(*) FROM employment e WHERE "
        "e.worksite_id = w.id AND e.ended_on IS NULL) AS workers FROM worksite w WHERE w.workspace_id = $1 "
        "AND (w.organization_id = $2 OR w.id = $3) ORDER BY workers DESC, w.id LIMIT 200",
        access.workspace, head.organization_id, head.worksite_id);
    places.insert(places.end(), worksites.begin(), worksites.end());
    return places;
}

}  // namespace wallchart
