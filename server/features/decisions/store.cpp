#include "engine/decision/rule_text.h"
#include "features/decisions/decisions.h"
#include "features/slates/slates.h"
#include "http/paging.h"

namespace wallchart {
namespace {

template <class T>
Result<T> find_of_organization(Reader& reader, const Access& access, Id<T> id, std::string what) {
    auto found = reader.row<T>(
        "SELECT " + columns<T>() + " FROM " + std::string(T::table) + " WHERE id = $1 AND workspace_id = $2",
        id, access.workspace);
    if (!found || !find_organization_to_change(reader, access, found->organization_id))
        return not_found(std::move(what));
    return std::move(*found);
}

}  // namespace

Result<Organization> find_deciding_organization(Reader& reader, const Access& access, Id<Organization> id) {
    auto found = reader.row<Organization>(
        "SELECT " + columns<Organization>() + " FROM organization WHERE id = $1 AND workspace_id = $2", id,
        access.workspace);
    if (!found) return not_found("The organization");
    return std::move(*found);
}

Result<Organization> find_organization_to_change(Reader& reader, const Access& access, Id<Organization> id) {
    auto found = TRY(find_deciding_organization(reader, access, id));
    if (!reaches(reader, access, id)) return not_found("The organization");
    return found;
}

Result<Drive> find_deciding_drive(Reader& reader, const Access& access, Id<Drive> id) {
    auto found =
        reader.row<Drive>("SELECT " + columns<Drive>() + " FROM drive WHERE id = $1 AND workspace_id = $2",
                          id, access.workspace);
    if (!found || !reaches(reader, access, found->organization_id)) return not_found("The drive");
    return std::move(*found);
}

std::optional<StoredRule> find_rule(Reader& reader, Id<Organization> organization) {
    return reader.row<StoredRule>(
        "SELECT " + columns<StoredRule>() + " FROM decision_rule WHERE organization_id = $1", organization);
}

std::vector<StoredPattern> patterns_of(Reader& reader, Id<Organization> organization) {
    return reader.rows<StoredPattern>(
        "SELECT " + columns<StoredPattern>() +
            " FROM meeting_pattern WHERE organization_id = $1 ORDER BY body, id",
        organization);
}

Result<Page<Meeting>> list_meetings(Reader& reader, Id<Organization> organization, std::string_view cursor,
                                    int limit) {
    TRY(check_page_limit(limit));
    // The cursor is the day and the id of the last one: "2026-05-06_123".
    auto bar = cursor.find('_');
    auto day = bar == std::string_view::npos ? std::nullopt : parse_date(cursor.substr(0, bar));
    auto last = bar == std::string_view::npos ? std::nullopt : parse_id<Meeting>(cursor.substr(bar + 1));
    if (!cursor.empty() && (!day || !last)) return unknown_cursor();
    Page<Meeting> page;
    page.items = reader.rows<Meeting>("SELECT " + columns<Meeting>() +
                                          " FROM meeting WHERE organization_id = $1 AND (held_on, id) > ($2, "
                                          "$3) ORDER BY held_on, id LIMIT "
                                          "$4",
                                      organization, day ? to_string(*day) : std::string(),
                                      last.value_or(Id<Meeting>{}), limit + 1);
    if (static_cast<int>(page.items.size()) > limit) {
        page.items.pop_back();
        page.next = to_string(page.items.back().held_on) + "_" + to_string(page.items.back().id);
    }
    return page;
}

Result<Meeting> find_meeting(Reader& reader, const Access& access, Id<Meeting> id) {
    return find_of_organization<Meeting>(reader, access, id, "The meeting");
}

Result<StoredPattern> find_pattern(Reader& reader, const Access& access, Id<StoredPattern> id) {
    return find_of_organization<StoredPattern>(reader, access, id, "The meeting pattern");
}

decision::Calendar calendar_of(Reader& reader, Id<Organization> organization) {
    decision::Calendar calendar;
    for (const auto& stored : patterns_of(reader, organization))
        if (auto pattern = decision::read_pattern(stored.pattern))
            calendar.patterns.push_back({stored.body, std::move(*pattern)});
    reader.each(
        "SELECT body, held_on FROM meeting WHERE organization_id = $1",
        [&](const Row& row) {
            if (auto day = parse_date(row.text(1)))
                calendar.meetings.push_back({std::string(row.text(0)), *day});
        },
        organization);
    return calendar;
}

std::vector<StepRecord> records_of(Reader& reader, Id<Drive> drive) {
    return reader.rows<StepRecord>(
        "SELECT " + columns<StepRecord>() + " FROM step_record WHERE drive_id = $1 ORDER BY happened_on, id",
        drive);
}

Result<StepRecord> find_record(Reader& reader, const Access& access, Id<StepRecord> id) {
    auto found = reader.row<StepRecord>(
        "SELECT " + columns<StepRecord>() + " FROM step_record WHERE id = $1 AND workspace_id = $2", id,
        access.workspace);
    if (!found || !find_deciding_drive(reader, access, found->drive_id)) return not_found("The record");
    return std::move(*found);
}

std::optional<decision::Situation> situation_of(Reader& reader, const Drive& drive, Date today,
                                                std::optional<decision::DecisionLevel> level) {
    auto stored = find_rule(reader, drive.organization_id);
    if (!stored) return std::nullopt;
    decision::Situation situation;
    // A text that an earlier release took and this one does not is a rule with faults: judge() says so.
    situation.rule = decision::read_rule(stored->text).rule;
    situation.calendar = calendar_of(reader, drive.organization_id);
    std::vector<RaceLevel> races;
    auto add = [&](const Row& row) {
        if (auto race = parse_choice<RaceLevel>(row.text(0))) races.push_back(*race);
    };
    if (drive.slate_id) {
        situation.subject.kind = decision::SubjectKind::slate;
        reader.each(
            "SELECT r.level FROM slate_candidate s JOIN candidate c ON c.id = s.candidate_id "
            "JOIN race r ON r.id = c.race_id WHERE s.slate_id = $1",
            add, *drive.slate_id);
    } else if (drive.candidate_id) {
        reader.each("SELECT r.level FROM candidate c JOIN race r ON r.id = c.race_id WHERE c.id = $1", add,
                    *drive.candidate_id);
    }
    situation.subject.level = level.value_or(level_of(races));
    auto members = reader.value<std::int64_t>("SELECT COALESCE(members, 0) FROM organization WHERE id = $1",
                                              drive.organization_id);
    if (members > 0 && members < decision::rule_number_limit)
        situation.facts.members = static_cast<int>(members);
    // How many locals and officers there are the directory cannot know: who enters a vote says how many may
    // vote.
    situation.today = today;
    situation.needed_by = drive.needed_by;
    for (auto& record : records_of(reader, drive.id))
        situation.events.push_back({record.step, record.act, record.happened_on, std::move(record.votes)});
    return situation;
}

}  // namespace wallchart
