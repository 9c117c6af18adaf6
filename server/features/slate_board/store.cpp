#include "features/slate_board/slate_board.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace wallchart {
namespace {

/// Drives and endorsements for the slate or one of its candidates: `x` is the row's alias, $1 the slate.
std::string of_slate(const std::string& alias) {
    return alias + ".workspace_id = $2 AND (" + alias + ".slate_id = $1 OR " + alias +
           ".candidate_id IN (SELECT candidate_id FROM slate_candidate WHERE slate_id = $1))";
}

class Building {
public:
    Building(Reader& reader, const Access& access, SlateBoard& board)
        : m_reader(reader), m_access(access), m_board(board) {}

    void candidates(const SlateView& slate);
    void drives();
    void endorsements();
    void organizations();
    void meetings();
    void behind();
    void totals();

private:
    using Pair = std::pair<Id<Organization>, std::optional<Id<Candidate>>>;

    Reader& m_reader;
    const Access& m_access;
    SlateBoard& m_board;
    std::map<Id<Candidate>, BoardCandidate*> m_candidates;
    std::map<Pair, std::size_t> m_cells;
    std::set<Pair> m_won;
    std::set<Id<Organization>> m_national;
};

void Building::candidates(const SlateView& slate) {
    for (const auto& view : slate.candidates)
        m_board.candidates.push_back({view.candidate.id, view.name, view.race.name, view.candidate.line,
                                      view.candidate.goal > 0 ? view.candidate.goal : slate.slate.goal});
    for (auto& candidate : m_board.candidates)
        m_candidates[candidate.id] = &candidate;
}

void Building::drives() {
    DriveScope scope;
    scope.light = true;
    scope.where(m_board.slate_id);
    scope.where(m_access.workspace);
    scope.where.sql = of_slate("d") + " AND d.kind = 'endorsement'";
    scope.where.sql += visible_drives(scope.where, m_access, "d");
    for (const auto& facts : drive_facts(m_reader, scope)) {
        const auto& drive = facts.drive;
        Pair pair{drive.organization_id, drive.candidate_id};
        auto place = m_cells.find(pair);
        // Of several drives for a pair the open one stands, else the newest: they come newest first.
        if (place != m_cells.end() && (m_board.cells[place->second].outcome == DriveOutcome::open ||
                                       drive.outcome != DriveOutcome::open))
            continue;
        BoardCell cell;
        cell.organization_id = drive.organization_id;
        cell.candidate_id = drive.candidate_id;
        cell.drive_id = drive.id;
        cell.stage = drive.stage;
        cell.outcome = drive.outcome;
        cell.supporters = facts.counts.supporters;
        cell.members = facts.counts.members;
        cell.goal = drive.goal;
        cell.needed_by = drive.needed_by;
        cell.decided_on = drive.decided_on;
        if (drive.outcome == DriveOutcome::open && drive.needed_by) {
            auto left = days_between(m_board.today, *drive.needed_by);
            cell.late = left < 0;
            cell.soon = left >= 0 && left <= soon_days;
        }
        if (drive.outcome == DriveOutcome::open)
            for (const auto& requirement : requirements_of(drive.stage, facts))
                if (!requirement.met) {
                    cell.next = requirement.code;
                    cell.next_have = requirement.have;
                    cell.next_need = requirement.need;
                    break;
                }
        if (place == m_cells.end()) {
            m_cells.emplace(pair, m_board.cells.size());
            m_board.cells.push_back(std::move(cell));
        } else {
            m_board.cells[place->second] = std::move(cell);
        }
    }
}

void Building::endorsements() {
    m_reader.each(
        "SELECT e.organization_id, e.candidate_id, e.decided_on, o.kind, o.members FROM endorsement e JOIN "
        "organization o ON o.id = e.organization_id WHERE " +
            of_slate("e"),
        [&](const Row& row) {
            Id<Organization> organization{row.integer(0)};
            std::optional<Id<Candidate>> candidate;
            if (!row.is_null(1)) candidate = Id<Candidate>{row.integer(1)};
            auto kind = parse_choice<OrganizationKind>(row.text(3)).value_or(OrganizationKind::other);
            auto level = level_of(kind, !candidate);
            auto& levels = m_board.levels;
            if (level == EndorsementLevel::national_slate) ++levels.national_slate;
            if (level == EndorsementLevel::national_candidate) ++levels.national_candidate;
            if (level == EndorsementLevel::local_slate) ++levels.local_slate;
            if (level == EndorsementLevel::local_candidate) ++levels.local_candidate;
            if (kind == OrganizationKind::union_) m_national.insert(organization);
            Pair pair{organization, candidate};
            m_won.insert(pair);
            auto [place, added] = m_cells.emplace(pair, m_board.cells.size());
            if (added) {
                BoardCell cell;
                cell.organization_id = organization;
                cell.candidate_id = candidate;
                cell.stage = DriveStage::decided;
                if (!row.is_null(4)) cell.members = row.integer(4);
                m_board.cells.push_back(std::move(cell));
            }
            auto& cell = m_board.cells[place->second];
            cell.outcome = DriveOutcome::endorsed;
            cell.decided_on = parse_date(row.text(2));
            cell.late = cell.soon = false;
            cell.next.reset();
        },
        m_board.slate_id, m_access.workspace);
}

void Building::organizations() {
    std::unordered_map<std::int64_t, std::int64_t> members;
    for (const auto& cell : m_board.cells) {
        auto& most = members[cell.organization_id.value];
        most = std::max(most, cell.members);
    }
    std::map<Id<Organization>, std::size_t> places;
    m_reader.each(
        "SELECT o.id, o.kind, o.name, o.city, o.state, o.latitude, o.longitude FROM organization o WHERE "
        "o.id IN (SELECT d.organization_id FROM drive d WHERE " +
            of_slate("d") + " UNION SELECT e.organization_id FROM endorsement e WHERE " + of_slate("e") + ")",
        [&](const Row& row) {
            auto known = members.find(row.integer(0));
            if (known == members.end()) return;  // its drives are not to be seen
            BoardOrganization organization;
            organization.id.value = row.integer(0);
            organization.kind = parse_choice<OrganizationKind>(row.text(1)).value_or(OrganizationKind::other);
            organization.name = row.text(2);
            organization.city = row.text(3);
            organization.state = row.text(4);
            if (!row.is_null(5)) organization.latitude = row.real(5);
            if (!row.is_null(6)) organization.longitude = row.real(6);
            organization.members = known->second;
            places[organization.id] = m_board.organizations.size();
            m_board.organizations.push_back(std::move(organization));
        },
        m_board.slate_id, m_access.workspace);
    for (const auto& [organization, candidate] : m_won)
        if (auto place = places.find(organization); place != places.end()) {
            auto& won = m_board.organizations[place->second].won;
            won = candidate ? won + 1 : static_cast<int>(m_board.candidates.size());
        }
    auto all = static_cast<int>(m_board.candidates.size());
    for (auto& organization : m_board.organizations)
        organization.won = std::min(organization.won, all);
    std::ranges::sort(m_board.organizations, [](const auto& left, const auto& right) {
        return std::tie(right.won, right.members, left.name, left.id) <
               std::tie(left.won, left.members, right.name, right.id);
    });
}

void Building::meetings() {
    std::unordered_map<std::int64_t, Date> next;
    m_reader.each(
        "SELECT m.organization_id, min(m.held_on) FROM meeting m WHERE m.workspace_id = $1 AND m.held_on >= "
        "$2 GROUP BY m.organization_id",
        [&](const Row& row) {
            if (auto day = parse_date(row.text(1))) next[row.integer(0)] = *day;
        },
        m_access.workspace, m_board.today);
    for (auto& cell : m_board.cells)
        if (auto day = next.find(cell.organization_id.value);
            day != next.end() && cell.outcome == DriveOutcome::open)
            cell.meets_on = day->second;
}

void Building::behind() {
    std::set<std::int64_t> endorsed;
    for (const auto& [organization, candidate] : m_won)
        endorsed.insert(organization.value);
    std::map<std::int64_t, CountedBody> bodies;
    auto add = [&](const Row& row) {
        auto id = row.integer(0);
        bodies[id] = {id, row.is_null(1) ? 0 : row.integer(1), row.is_null(2) ? 0 : row.integer(2),
                      endorsed.contains(id)};
    };
    auto won = "SELECT e.organization_id FROM endorsement e WHERE " + of_slate("e");
    constexpr std::string_view sized =
        "SELECT o.id, o.parent_organization_id, CASE WHEN o.members > 0 THEN o.members ELSE (SELECT count(*) "
        "FROM membership m WHERE m.organization_id = o.id) END FROM organization o WHERE o.id IN ";
    m_reader.each(std::string(sized) + organizations_above(won), add, m_board.slate_id, m_access.workspace);
    bool unknown = std::ranges::any_of(
        bodies, [](const auto& body) { return body.second.endorsed && body.second.size == 0; });
    if (unknown)
        m_reader.each(std::string(sized) + organizations_below(won), add, m_board.slate_id,
                      m_access.workspace);
    std::vector<CountedBody> counted;
    for (const auto& [id, body] : bodies)
        counted.push_back(body);
    m_board.members_behind = members_behind(counted);
}

void Building::totals() {
    std::set<Id<Organization>> for_all;  // locals that endorsed the whole slate
    for (const auto& [organization, candidate] : m_won)
        if (!candidate && !m_national.contains(organization)) for_all.insert(organization);
    for (auto& candidate : m_board.candidates)
        candidate.won = static_cast<int>(for_all.size());
    for (const auto& [organization, candidate] : m_won)
        if (candidate && !m_national.contains(organization) && !for_all.contains(organization))
            if (auto of = m_candidates.find(*candidate); of != m_candidates.end()) ++of->second->won;
    for (const auto& cell : m_board.cells) {
        if (cell.outcome != DriveOutcome::open) continue;
        ++m_board.open;
        m_board.late += cell.late ? 1 : 0;
        m_board.soon += cell.soon ? 1 : 0;
        if (!cell.candidate_id) continue;
        if (auto of = m_candidates.find(*cell.candidate_id); of != m_candidates.end()) {
            ++of->second->open;
            if (cell.stage >= DriveStage::opening_process) ++of->second->near;
        }
    }
    for (auto& candidate : m_board.candidates) {
        candidate.missing = std::max(0, candidate.goal - candidate.won);
        m_board.wanted += candidate.goal;
        m_board.won += std::min(candidate.goal, candidate.won);
    }
}

}  // namespace

Result<SlateBoard> find_slate_board(Reader& reader, const Access& access, Id<Slate> id, Date today) {
    auto slate = TRY(find_slate_view(reader, access.workspace, id));
    SlateBoard board;
    board.slate_id = id;
    board.name = slate.slate.name;
    board.goal = slate.slate.goal;
    board.today = today;
    Building building(reader, access, board);
    building.candidates(slate);
    building.drives();
    building.endorsements();
    building.organizations();
    building.meetings();
    building.behind();
    building.totals();
    return board;
}

}  // namespace wallchart
