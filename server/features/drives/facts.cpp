#include "core/text.h"
#include "features/drives/drives.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace wallchart {
namespace {

/// Facts by drive, filled by one statement after the other.
class Gathering {
public:
    Gathering(Reader& reader, const DriveScope& scope) : m_reader(reader), m_scope(scope) {}

    std::vector<DriveFacts> take() { return std::move(m_facts); }
    DriveFacts* find(const Row& row) {
        auto found = m_places.find(row.integer(0));
        return found == m_places.end() ? nullptr : &m_facts[found->second];
    }
    /// The scope's condition within a statement.
    Query within(const std::string& before, std::string_view after) const {
        return m_scope.where.with(before + m_scope.where.sql + std::string(after));
    }
    /// Asks about the drives d of the scope; the first column is the drive's id.
    template <class Visit>
    void ask(std::string_view select, std::string_view more, Visit visit) {
        m_reader.each(within(std::string(select) + " WHERE ", more), [&](const Row& row) {
            if (auto* facts = find(row)) visit(*facts, row);
        });
    }
    bool any(DriveStage stage) const {
        return std::ranges::any_of(m_facts, [&](const auto& f) { return f.drive.stage == stage; });
    }

    void drives();
    void counts();
    void departments();
    void asked();

private:
    Reader& m_reader;
    const DriveScope& m_scope;
    std::vector<DriveFacts> m_facts;
    std::unordered_map<std::int64_t, std::size_t> m_places;
    std::unordered_map<std::int64_t, std::optional<std::int64_t>> m_stated;
};

/// 1 where something of a drive d is recorded. Of thousands of drives it is looked up only where an open
/// drive's stage asks for it.
std::string is_recorded(const DriveScope& scope, std::string_view stages, std::string_view what) {
    auto asked =
        scope.light ? "d.outcome = 'open' AND d.stage IN (" + std::string(stages) + ") AND " : std::string();
    return ", CASE WHEN " + asked + "EXISTS (SELECT 1 FROM " + std::string(what) + ") THEN 1 ELSE 0 END";
}

void Gathering::drives() {
    auto width = static_cast<int>(record_type<Drive>().fields.size());
    auto wanted = columns<Drive>("d");
    if (m_scope.light) wanted = replace_all(std::move(wanted), "d.script", "''");  // the longest by far
    wanted += ", CASE WHEN d.worksite_id IS NULL THEN o.members ELSE w.eligible END";
    wanted += is_recorded(m_scope, "'opening_process'",
                          "decision_rule r WHERE r.organization_id = d.organization_id");
    wanted += is_recorded(m_scope, "'resolution_moved'",
                          "step_record r WHERE r.drive_id = d.id AND r.act = 'notice'");
    wanted += is_recorded(m_scope, "'decided'", "step_record r WHERE r.drive_id = d.id AND r.act = 'vote'");
    wanted +=
        is_recorded(m_scope, "'resolution_moved'",
                    "resolution r WHERE r.drive_id = d.id AND r.state IN ('moved', 'adopted') AND r.mover "
                    "<> '' AND r.seconder <> ''");
    wanted += is_recorded(m_scope, "'activated'", "endorsement r WHERE r.drive_id = d.id");
    auto query = within("SELECT " + wanted +
                            " FROM drive d JOIN organization o ON o.id = d.organization_id"
                            " LEFT JOIN worksite w ON w.id = d.worksite_id WHERE ",
                        " ORDER BY d.id DESC");
    m_reader.each(query, [&](const Row& row) {
        DriveFacts facts;
        facts.drive = read_row<Drive>(row);
        if (!row.is_null(width)) m_stated[facts.drive.id.value] = row.integer(width);
        facts.decision.rule_known = row.integer(width + 1) != 0;
        // What the rule asks takes reading it: decision_facts().
        if (facts.decision.rule_known) facts.decision.notice_required = false;
        facts.decision.notice_given = row.integer(width + 2) != 0;
        facts.decision.vote_entered = row.integer(width + 3) != 0;
        facts.decision.carried = facts.drive.outcome == DriveOutcome::endorsed;
        facts.text_moved = row.integer(width + 4) != 0;
        facts.endorsed = row.integer(width + 5) != 0;
        m_places.emplace(facts.drive.id.value, m_facts.size());
        m_facts.push_back(std::move(facts));
    });
}

void Gathering::counts() {
    ask("SELECT t.drive_id, t.value, t.leader, t.people FROM drive d JOIN assessment_tally t ON t.drive_id = "
        "d.id",
        "", [](DriveFacts& facts, const Row& row) {
            auto value = row.integer(1);
            auto count = row.integer(3);
            auto& counts = facts.counts;
            std::int64_t* by_value[] = {&counts.assessed_1, &counts.assessed_2, &counts.assessed_3,
                                        &counts.assessed_4, &counts.assessed_5};
            if (value < 1 || value > 5) return;
            *by_value[value - 1] += count;
            if (row.integer(2) != 0 || value == 1 || value == 5) {
                counts.leaders += count;
                if (value <= 2) counts.leaders_for += count;
            }
        });
    // One count for an organization, however many drives it has.
    std::unordered_map<std::int64_t, std::int64_t> members;
    auto counted = std::string("(SELECT count(*) FROM membership m WHERE m.organization_id = o.id)");
    if (m_scope.light)
        counted =
            "CASE WHEN o.members > 0 THEN CASE WHEN EXISTS (SELECT 1 FROM membership m WHERE "
            "m.organization_id = o.id) THEN 1 ELSE 0 END ELSE " +
            counted + " END";
    m_reader.each(
        within("SELECT o.id, " + counted +
                   " FROM organization o WHERE o.id IN (SELECT d.organization_id FROM drive d WHERE ",
               " AND d.worksite_id IS NULL)"),
        [&](const Row& row) { members[row.integer(0)] = row.integer(1); });
    std::unordered_map<std::int64_t, std::int64_t> workers;
    m_reader.each(within("SELECT e.worksite_id, count(DISTINCT e.person_id) FROM employment e WHERE "
                         "e.worksite_id IN (SELECT d.worksite_id FROM drive d WHERE ",
                         " AND d.worksite_id IS NOT NULL) GROUP BY e.worksite_id"),
                  [&](const Row& row) { workers[row.integer(0)] = row.integer(1); });
    for (auto& facts : m_facts) {
        facts.counts.people = facts.drive.worksite_id ? workers[facts.drive.worksite_id->value]
                                                      : members[facts.drive.organization_id.value];
        complete_counts(facts.counts, m_stated[facts.drive.id.value]);
    }
}

void Gathering::departments() {
    if (m_scope.light || (!any(DriveStage::building_team) && m_facts.size() != 1)) return;
    std::unordered_map<std::int64_t, std::set<std::string, std::less<>>> all;
    std::unordered_map<std::int64_t, std::set<std::string, std::less<>>> led;
    std::string one_stage = m_facts.size() == 1 ? "" : " AND d.stage = 'building_team'";
    auto into = [](auto& departments) {
        return [&](DriveFacts& facts, const Row& row) {
            departments[facts.drive.id.value].emplace(row.text(1));
        };
    };
    ask("SELECT DISTINCT d.id, e.department FROM drive d JOIN membership m ON m.organization_id = "
        "d.organization_id JOIN employment e ON e.person_id = m.person_id",
        one_stage + " AND d.worksite_id IS NULL AND e.department <> ''", into(all));
    ask("SELECT DISTINCT d.id, e.department FROM drive d JOIN employment e ON e.worksite_id = d.worksite_id",
        one_stage + " AND e.department <> ''", into(all));
    ask("SELECT DISTINCT d.id, e.department FROM drive d JOIN assessment a ON a.drive_id = d.id AND "
        "a.current = 1 AND (a.value = 1 OR (a.value = 2 AND a.leader = 1)) JOIN employment e ON e.person_id "
        "= a.person_id",
        one_stage + " AND (d.worksite_id IS NULL OR e.worksite_id = d.worksite_id) AND e.department <> ''",
        into(led));
    for (auto& facts : m_facts) {
        facts.departments = static_cast<std::int64_t>(all[facts.drive.id.value].size());
        facts.leader_departments = static_cast<std::int64_t>(led[facts.drive.id.value].size());
    }
}

void Gathering::asked() {
    if (m_scope.light || (!any(DriveStage::activated) && m_facts.size() != 1)) return;
    std::string one_stage = m_facts.size() == 1 ? "" : " AND d.stage = 'activated'";
    // From each supporter to their own talks: the sign before drive_id keeps SQLite from reading all talks of
    // the drive for each of them.
    ask("SELECT d.id, c.at, c.person_id FROM drive d CROSS JOIN assessment a CROSS JOIN conversation c",
        one_stage +
            " AND a.drive_id = d.id AND a.current = 1 AND a.value <= 2 AND c.person_id = a.person_id AND "
            "+c.drive_id = d.id AND d.decided_on IS NOT NULL AND c.reached = 1 ORDER BY d.id, c.person_id, "
            "c.at DESC",
        [last = std::pair<std::int64_t, std::int64_t>{}](DriveFacts& facts, const Row& row) mutable {
            std::pair<std::int64_t, std::int64_t> person{row.integer(0), row.integer(2)};
            if (person == last) return;  // the newest talk with each decides
            last = person;
            Instant at{std::chrono::milliseconds(row.integer(1))};
            if (at >= Instant(std::chrono::sys_days(*facts.drive.decided_on))) ++facts.asked;
        });
}

}  // namespace

DriveCounts counts_of(Reader& reader, Id<Drive> id) {
    DriveScope one;
    one.light = true;
    one.where.sql = "d.id = " + one.where(id);
    auto found = drive_facts(reader, one);
    return found.empty() ? DriveCounts{} : found.front().counts;
}

std::vector<DriveFacts> drive_facts(Reader& reader, const DriveScope& scope) {
    Gathering gathering(reader, scope);
    gathering.drives();
    gathering.counts();
    gathering.departments();
    gathering.asked();
    return gathering.take();
}

}  // namespace wallchart
