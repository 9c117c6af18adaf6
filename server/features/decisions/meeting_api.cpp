#include "core/text.h"
#include "engine/decision/meeting_pattern.h"
#include "engine/decision/wording.h"
#include "features/decisions/decisions.h"

namespace wallchart {
namespace {

struct OrganizationPath {
    Id<Organization> id;
};
BOOST_DESCRIBE_STRUCT(OrganizationPath, (), (id))

struct MeetingsQuery {
    Id<Organization> id;
    std::string cursor;
    int limit = 50;
};
BOOST_DESCRIBE_STRUCT(MeetingsQuery, (), (id, cursor, limit))

struct CalendarQuery {
    Id<Organization> id;
    std::optional<Date> from;  ///< today, if not given
    std::optional<Date> to;    ///< a year later
};
BOOST_DESCRIBE_STRUCT(CalendarQuery, (), (id, from, to))

struct MeetingPath {
    Id<Meeting> id;
};
BOOST_DESCRIBE_STRUCT(MeetingPath, (), (id))

struct PatternPath {
    Id<StoredPattern> id;
};
BOOST_DESCRIBE_STRUCT(PatternPath, (), (id))

struct NewMeeting {
    std::string body;
    Date held_on{};
    std::string name;
    std::string place;
};
BOOST_DESCRIBE_STRUCT(NewMeeting, (), (body, held_on, name, place))

struct MeetingChange {
    std::optional<std::string> body;
    std::optional<Date> held_on;
    std::optional<std::string> name;
    std::optional<std::string> place;
};
BOOST_DESCRIBE_STRUCT(MeetingChange, (), (body, held_on, name, place))

struct NewMeetingPattern {
    std::string body;
    std::string pattern;
};
BOOST_DESCRIBE_STRUCT(NewMeetingPattern, (), (body, pattern))

struct MeetingPatternChange {
    std::optional<std::string> body;
    std::optional<std::string> pattern;
};
BOOST_DESCRIBE_STRUCT(MeetingPatternChange, (), (body, pattern))

/// A day on which a body meets, by a pattern or on its own.
struct CalendarDay {
    Date on{};
    std::string body;
    std::string name;
    std::string place;
    std::optional<Id<Meeting>> meeting_id;
    std::optional<Id<StoredPattern>> pattern_id;
};
BOOST_DESCRIBE_STRUCT(CalendarDay, (), (on, body, name, place, meeting_id, pattern_id))

constexpr std::size_t name_limit = 200;
constexpr int calendar_days_limit = 1100;
constexpr std::size_t pattern_limit = 100;  // of one organization

/// The pattern as it is printed, so that all that mean the same read the same.
Result<std::string> check_pattern(std::string_view text, std::string_view language) {
    auto pattern = decision::read_pattern(text);
    if (!pattern) return invalid("/pattern", decision::say(pattern.error(), decision::language_of(language)));
    return decision::print_pattern(*pattern);
}

Result<void> check_meeting(Meeting& meeting) {
    meeting.body = TRY(check_body(meeting.body));
    meeting.name = squeeze(meeting.name);
    meeting.place = squeeze(meeting.place);
    if (!meeting.held_on.ok() || int(meeting.held_on.year()) < 1990 || int(meeting.held_on.year()) > 2200)
        return invalid("/held_on", "A day is needed.");
    if (length(meeting.name) > name_limit) return invalid("/name", "At most 200 characters.");
    if (length(meeting.place) > name_limit) return invalid("/place", "At most 200 characters.");
    return {};
}

Result<Page<Meeting>> list(Call& call, const MeetingsQuery& query) {
    return call.read([&](Reader& reader) -> Result<Page<Meeting>> {
        TRY(find_deciding_organization(reader, call.access(), query.id));
        return list_meetings(reader, query.id, query.cursor, query.limit);
    });
}

Result<Meeting> add(Call& call, const OrganizationPath& path, const NewMeeting& wanted) {
    call.set_status(201);
    return call.write("edit", "Entered a meeting", [&](Transaction& tx) -> Result<Meeting> {
        TRY(find_organization_to_change(tx, call.access(), path.id));
        Meeting meeting{.workspace_id = call.access().workspace,
                        .organization_id = path.id,
                        .body = wanted.body,
                        .held_on = wanted.held_on,
                        .name = wanted.name,
                        .place = wanted.place};
        TRY(check_meeting(meeting));
        tx.insert(meeting);
        return meeting;
    });
}

Result<Meeting> change(Call& call, const MeetingPath& path, const MeetingChange& wanted) {
    return call.write("edit", "Changed a meeting", [&](Transaction& tx) -> Result<Meeting> {
        auto meeting = TRY(find_meeting(tx, call.access(), path.id));
        meeting.revision = call.expected_revision(meeting.revision);
        if (wanted.body) meeting.body = *wanted.body;
        if (wanted.held_on) meeting.held_on = *wanted.held_on;
        if (wanted.name) meeting.name = *wanted.name;
        if (wanted.place) meeting.place = *wanted.place;
        TRY(check_meeting(meeting));
        TRY(tx.update(meeting));
        return meeting;
    });
}

Result<Nothing> erase(Call& call, const MeetingPath& path) {
    return call.write("edit", "Removed a meeting", [&](Transaction& tx) -> Result<Nothing> {
        auto meeting = TRY(find_meeting(tx, call.access(), path.id));
        meeting.revision = call.expected_revision(meeting.revision);
        TRY(tx.erase(meeting));
        return Nothing{};
    });
}

Result<Page<StoredPattern>> list_patterns(Call& call, const OrganizationPath& path) {
    return call.read([&](Reader& reader) -> Result<Page<StoredPattern>> {
        TRY(find_deciding_organization(reader, call.access(), path.id));
        return Page<StoredPattern>{patterns_of(reader, path.id), {}};
    });
}

Result<StoredPattern> add_pattern(Call& call, const OrganizationPath& path, const NewMeetingPattern& wanted) {
    call.set_status(201);
    return call.write("edit", "Entered when a body meets", [&](Transaction& tx) -> Result<StoredPattern> {
        TRY(find_organization_to_change(tx, call.access(), path.id));
        if (patterns_of(tx, path.id).size() >= pattern_limit)
            return failure(ErrorKind::conflict, "An organization has 100 meeting patterns at most.");
        StoredPattern made {
            .workspace_id = call.access().workspace, .organization_id = path.id,
            .body = TRY(check_body(wanted.body))
            , .pattern = TRY(check_pattern(wanted.pattern, call.access().language))
        };
        tx.insert(made);
        return made;
    });
}

Result<StoredPattern> change_pattern(Call& call, const PatternPath& path,
                                     const MeetingPatternChange& wanted) {
    return call.write("edit", "Changed when a body meets", [&](Transaction& tx) -> Result<StoredPattern> {
        auto stored = TRY(find_pattern(tx, call.access(), path.id));
        stored.revision = call.expected_revision(stored.revision);
        if (wanted.body) stored.body = TRY(check_body(*wanted.body));
        if (wanted.pattern) stored.pattern = TRY(check_pattern(*wanted.pattern, call.access().language));
        TRY(tx.update(stored));
        return stored;
    });
}

Result<Nothing> erase_pattern(Call& call, const PatternPath& path) {
    return call.write("edit", "Removed when a body meets", [&](Transaction& tx) -> Result<Nothing> {
        auto stored = TRY(find_pattern(tx, call.access(), path.id));
        stored.revision = call.expected_revision(stored.revision);
        TRY(tx.erase(stored));
        return Nothing{};
    });
}

Result<Page<CalendarDay>> show_calendar(Call& call, const CalendarQuery& query) {
    auto from = query.from.value_or(call.today());
    auto to = query.to.value_or(plus_days(from, 365));
    if (!from.ok() || !to.ok() || to < from || days_between(from, to) > calendar_days_limit)
        return invalid("/to", "From the first day on, three years later at most.");
    return call.read([&](Reader& reader) -> Result<Page<CalendarDay>> {
        TRY(find_deciding_organization(reader, call.access(), query.id));
        Page<CalendarDay> page;
        for (const auto& stored : patterns_of(reader, query.id)) {
            auto pattern = decision::read_pattern(stored.pattern);
            if (!pattern) continue;
            for (auto day : decision::expand(*pattern, from, to))
                page.items.push_back({day, stored.body, "", "", {}, stored.id});
        }
        for (const auto& meeting : reader.rows<Meeting>(
                 "SELECT " + columns<Meeting>() +
                     " FROM meeting WHERE organization_id = $1 AND held_on >= $2 AND held_on <= $3",
                 query.id, from, to))
            page.items.push_back(
                {meeting.held_on, meeting.body, meeting.name, meeting.place, meeting.id, {}});
        std::ranges::stable_sort(page.items, {}, &CalendarDay::on);
        return page;
    });
}

}  // namespace

void add_meeting_routes(Router& router) {
    router.group("decisions")
        .add(Method::get, "/organizations/{id}/calendar", Permission::see_counts, show_calendar,
             "The days on which an organization's bodies meet")
        .add(Method::get, "/organizations/{id}/meetings", Permission::see_counts, list,
             "Meetings entered by their day")
        .add(Method::post, "/organizations/{id}/meetings", Permission::organize, add, "Enter a meeting")
        .add(Method::patch, "/meetings/{id}", Permission::organize, change, "Change a meeting")
        .add(Method::delete_, "/meetings/{id}", Permission::organize, erase, "Remove a meeting")
        .add(Method::get, "/organizations/{id}/meeting-patterns", Permission::see_counts, list_patterns,
             "When an organization's bodies meet")
        .add(Method::post, "/organizations/{id}/meeting-patterns", Permission::organize, add_pattern,
             "Enter when a body meets: \"first Tuesday of each month but July\"")
        .add(Method::patch, "/meeting-patterns/{id}", Permission::organize, change_pattern,
             "Change when a body meets")
        .add(Method::delete_, "/meeting-patterns/{id}", Permission::organize, erase_pattern,
             "Remove when a body meets");
}

}  // namespace wallchart
