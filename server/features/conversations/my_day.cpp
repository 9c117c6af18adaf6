#include "core/text.h"
#include "features/conversations/conversations.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace wallchart {
namespace {

constexpr std::size_t people_limit = 200;
constexpr std::size_t suggestion_limit = 8;

/// Whom the caller's day may concern: those assigned to them, and those with a follow-up of theirs.
constexpr std::string_view mine =
    "(SELECT person_id FROM assignment WHERE user_id = $1 UNION SELECT person_id FROM follow_up WHERE "
    "user_id = $1 AND done = 0)";

struct Entry {
    Id<Person> person_id;
    std::optional<Id<Drive>> drive_id;
    std::string given_name;
    std::string middle_name;
    std::string family_name;
    std::string suffix;
    std::string language;
    bool talked_to = false;
};
BOOST_DESCRIBE_STRUCT(Entry, (),
                      (person_id, drive_id, given_name, middle_name, family_name, suffix, language,
                       talked_to))

struct OpenFollowUp {
    Id<Person> person_id;
    std::optional<Id<Drive>> drive_id;
    Date due_on{};
};
BOOST_DESCRIBE_STRUCT(OpenFollowUp, (), (person_id, drive_id, due_on))

using DriveKey = std::pair<std::int64_t, std::int64_t>;
DriveKey key_of(Id<Person> person, std::optional<Id<Drive>> drive) {
    return {person.value, drive ? drive->value : 0};
}

/// Puts one user's day together: who, then what is known of each, then what is to be said.
class Day {
public:
    Day(Reader& reader, const Access& access, Instant now)
        : m_reader(reader), m_access(access), m_today(local_date(now, access.time_zone)) {
        m_day.today = m_today;
        m_day.talked_to_today = static_cast<int>(reader.value<std::int64_t>(
            "SELECT count(*) FROM conversation WHERE user_id = $1 AND at >= $2 AND workspace_id = $3 AND "
            "reached = 1",
            access.user, start_of_day(m_today, access.time_zone), access.workspace));
    }

    MyDay put_together() {
        find_people();
        if (m_day.people.empty()) return std::move(m_day);
        add_contact_points();
        add_places();
        add_assessments();
        add_last_conversations();
        add_drives();
        return std::move(m_day);
    }

private:
    /// Assigned people with their drive: the assignment's own, else the newest open drive of an
    /// organization that they belong to. What was declined or withdrawn asks nothing of anybody any more.
    std::vector<Entry> assigned() {
        return m_reader.rows<Entry>(
            "SELECT x.person_id, x.drive_id, p.given_name, p.middle_name, p.family_name, p.suffix, "
            "p.language, CASE WHEN EXISTS (SELECT 1 FROM conversation c WHERE c.person_id = x.person_id AND "
            "c.reached = 1 AND (x.drive_id IS NULL OR c.drive_id = x.drive_id)) OR EXISTS (SELECT 1 FROM "
            "assessment s WHERE s.person_id = x.person_id AND s.current = 1 AND s.drive_id = x.drive_id) "
            "THEN 1 ELSE 0 END FROM (SELECT a.person_id, COALESCE(a.drive_id, (SELECT d.id FROM membership m "
            "JOIN drive d ON d.organization_id = m.organization_id WHERE m.person_id = a.person_id AND "
            "d.workspace_id = $2 AND d.outcome = 'open' ORDER BY d.id DESC LIMIT 1)) AS drive_id FROM "
            "assignment a WHERE a.user_id = $1) AS x JOIN person p ON p.id = x.person_id AND p.workspace_id "
            "= $2 WHERE NOT EXISTS (SELECT 1 FROM drive d WHERE d.id = x.drive_id AND d.outcome IN "
            "('declined', 'withdrawn'))",
            m_access.user, m_access.workspace);
    }

    std::vector<Entry> followed_up() {
        Query query(
            "SELECT p.id, f.drive_id, p.given_name, p.middle_name, p.family_name, p.suffix, p.language, 1 "
            "FROM follow_up f JOIN person p ON p.id = f.person_id WHERE f.done = 0 AND f.user_id = ");
        query.sql += query(m_access.user) + " AND p.workspace_id = " + query(m_access.workspace);
        query.sql += " AND f.due_on <= " + query(m_today);
        query.sql += visible_people(query, m_access, "p.id");
        return m_reader.rows<Entry>(query);
    }

    void find_people() {
        // The earliest for each person and drive.
        std::map<DriveKey, Date> due;
        m_reader.each(
            "SELECT person_id, drive_id, due_on FROM follow_up WHERE user_id = $1 AND done = 0",
            [&](const Row& row) {
                auto open = read_row<OpenFollowUp>(row);
                auto [at, added] = due.try_emplace(key_of(open.person_id, open.drive_id), open.due_on);
                if (!added) at->second = std::min(at->second, open.due_on);
            },
            m_access.user);

        std::set<DriveKey> seen;
        auto add = [&](const Entry& entry) {
            auto key = key_of(entry.person_id, entry.drive_id);
            if (!seen.insert(key).second) return;
            Person person;
            person.given_name = entry.given_name;
            person.middle_name = entry.middle_name;
            person.family_name = entry.family_name;
            person.suffix = entry.suffix;
            DayPerson one;
            one.person_id = entry.person_id;
            one.name = full_name(person);
            one.drive_id = entry.drive_id;
            one.language = entry.language;
            one.reason = entry.talked_to ? DayReason::talked_to : DayReason::not_talked_to;
            if (auto found = due.find(key); found != due.end()) {
                one.due_on = found->second;
                if (*one.due_on <= m_today) {
                    one.reason = DayReason::follow_up;
                    one.days_late = days_between(*one.due_on, m_today);
                }
            }
            if (one.reason == DayReason::follow_up) ++m_day.follow_ups;
            if (one.reason == DayReason::not_talked_to) ++m_day.not_talked_to;
            m_day.people.push_back(std::move(one));
        };
        for (const auto& entry : followed_up())
            add(entry);
        for (const auto& entry : assigned())
            add(entry);
        sort_day(m_day.people);
        if (m_day.people.size() > people_limit) m_day.people.resize(people_limit);
        for (auto& person : m_day.people)
            m_entries[person.person_id.value].push_back(&person);
    }

    /// Calls `use(DayPerson&, row)` for each row that begins with the id of a person of the day.
    template <class Use>
    void each_of_mine(std::string_view select, std::string_view from, std::string_view order, Use&& use) {
        auto sql = std::string(select) + std::string(from) + " IN " + std::string(mine) + std::string(order);
        m_reader.each(
            sql,
            [&](const Row& row) {
                auto found = m_entries.find(row.integer(0));
                if (found == m_entries.end()) return;
                for (auto* person : found->second)
                    use(*person, row);
            },
            m_access.user);
    }

    void add_contact_points() {
        std::unordered_map<std::int64_t, std::vector<Consent>> consents;
        m_reader.each(
            "SELECT " + columns<Consent>() + " FROM consent WHERE person_id IN " + std::string(mine) +
                " ORDER BY at DESC, id DESC",
            [&](const Row& row) { consents[row.integer(0)].push_back(read_row<Consent>(row)); },
            m_access.user);
        each_of_mine(
            "SELECT person_id, kind, value, label FROM contact_point WHERE working = 1 AND ", "person_id",
            " ORDER BY rank, id", [&](DayPerson& person, const Row& row) {
                auto reach = reach_of(consents[row.integer(0)]);
                if (row.text(1) == "phone")
                    person.phones.push_back({std::string(row.text(2)), std::string(row.text(3)), reach.text});
                else if (reach.email)
                    person.emails.emplace_back(row.text(2));
            });
    }

    void add_places() {
        each_of_mine("SELECT person_id, street, unit, city, state, postal_code FROM address WHERE ",
                     "person_id", " ORDER BY id", [](DayPerson& person, const Row& row) {
                         if (!person.address.empty()) return;
                         for (int column = 1; column <= 5; ++column) {
                             if (row.text(column).empty()) continue;
                             if (!person.address.empty()) person.address += column == 5 ? " " : ", ";
                             person.address += row.text(column);
                         }
                     });
        each_of_mine(
            "SELECT e.person_id, COALESCE(w.name, e.employer_text), e.department, e.shift FROM "
            "employment e LEFT JOIN worksite w ON w.id = e.worksite_id WHERE e.ended_on IS NULL AND ",
            "e.person_id", " ORDER BY e.id", [](DayPerson& person, const Row& row) {
                if (!person.worksite.empty()) return;
                person.worksite = row.text(1);
                person.department = row.text(2);
                person.shift = row.text(3);
            });
        each_of_mine(
            "SELECT m.person_id, o.name FROM membership m JOIN organization o ON o.id = "
            "m.organization_id WHERE ",
            "m.person_id", " ORDER BY m.id", [](DayPerson& person, const Row& row) {
                if (person.organization.empty()) person.organization = row.text(1);
            });
    }

    void add_assessments() {
        each_of_mine("SELECT person_id, drive_id, value, leader FROM assessment WHERE current = 1 AND ",
                     "person_id", "", [](DayPerson& person, const Row& row) {
                         if (!person.drive_id || person.drive_id->value != row.integer(1)) return;
                         person.assessment = static_cast<int>(row.integer(2));
                         person.leader = row.integer(3) != 0;
                     });
    }

    void add_last_conversations() {
        // Of any drive: what was said about another matter is worth knowing as well.
        each_of_mine(
            "SELECT c.person_id, c.at, c.channel, COALESCE(u.name, ''), c.note, c.issues, c.answers "
            "FROM conversation c LEFT JOIN user_account u ON u.id = c.user_id WHERE c.reached = 1 AND ",
            "c.person_id", " ORDER BY c.at DESC, c.id DESC", [&](DayPerson& person, const Row& row) {
                if (person.last) return;
                person.last = LastConversation{local_date(read_row<Instant>(row, 1), m_access.time_zone),
                                               read_row<Channel>(row, 2),
                                               std::string(row.text(3)),
                                               std::string(row.text(4)),
                                               read_row<std::vector<std::string>>(row, 5),
                                               read_row<std::vector<std::string>>(row, 6)};
            });
    }

    void add_drives() {
        std::set<std::int64_t> ids;
        for (const auto& person : m_day.people)
            if (person.drive_id) ids.insert(person.drive_id->value);
        for (auto id : ids) {
            m_reader.each(
                "SELECT d.id, o.name, COALESCE(c.given_name || ' ' || c.family_name, s.name, ''), d.ask, "
                "d.script, d.needed_by FROM drive d LEFT JOIN organization o ON o.id = d.organization_id "
                "LEFT JOIN candidate c ON c.id = d.candidate_id LEFT JOIN slate s ON s.id = d.slate_id "
                "WHERE d.id = $1",
                [&](const Row& row) {
                    m_day.drives.push_back({Id<Drive>{row.integer(0)},
                                            std::string(row.text(1)),
                                            std::string(row.text(2)),
                                            std::string(row.text(3)),
                                            std::string(row.text(4)),
                                            read_row<std::optional<Date>>(row, 5),
                                            {},
                                            {}});
                },
                id);
        }
        for (auto& drive : m_day.drives)
            add_suggestions(drive);
    }

    /// What is heard often in the drive's last 300 conversations, so that it need not be typed again.
    void add_suggestions(DayDrive& drive) {
        std::map<std::string, int> issues;
        std::map<std::string, int> answers;
        m_reader.each(
            "SELECT issues, answers FROM conversation WHERE drive_id = $1 ORDER BY at DESC LIMIT 300",
            [&](const Row& row) {
                for (auto& text : read_row<std::vector<std::string>>(row, 0))
                    ++issues[text];
                for (auto& text : read_row<std::vector<std::string>>(row, 1))
                    ++answers[text];
            },
            drive.id);
        drive.issues = most_frequent(issues);
        drive.answers = most_frequent(answers);
    }

    static std::vector<std::string> most_frequent(const std::map<std::string, int>& counted) {
        std::vector<std::pair<std::string, int>> order(counted.begin(), counted.end());
        std::ranges::stable_sort(order, std::greater{}, &std::pair<std::string, int>::second);
        if (order.size() > suggestion_limit) order.resize(suggestion_limit);
        std::vector<std::string> texts;
        for (auto& [text, count] : order)
            // What was said once may be about one person; what was said twice is a matter of many.
            if (count >= 2) texts.push_back(std::move(text));
        return texts;
    }

    Reader& m_reader;
    const Access& m_access;
    Date m_today;
    MyDay m_day;
    std::unordered_map<std::int64_t, std::vector<DayPerson*>> m_entries;
};

}  // namespace

MyDay my_day(Reader& reader, const Access& access, Instant now) {
    return Day(reader, access, now).put_together();
}

}  // namespace wallchart
