#include "support/route_filler.h"

#include "core/text.h"
#include "features/conversations/conversations.h"
#include "features/jobs/jobs.h"
#include "features/mail/mail.h"
#include "features/people/people.h"
#include "features/sample/sample.h"

#include <boost/json.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <stdexcept>

namespace wallchart::test {
namespace {

/// Path segments whose table is not the segment without its plural.
const std::map<std::string, std::string, std::less<>> tables_of_segments{
    {"users", "user_account"},
    {"tokens", "api_token"},
};
/// Members of inputs whose table is not their name without "_id".
const std::map<std::string, std::string, std::less<>> tables_of_members{
    {"user_id", "user_account"},
};
/// Values of paths that are no ids, by the name in the path.
const std::map<std::string, std::string, std::less<>> plain_values{
    {"slug", "harbor"},
    {"number", "1"},
    {"key", "1_endorse_candidate.en"},
    {"token", "no-such-token"},
};
/// What an answer needs beside the path.
const std::map<std::string, std::string, std::less<>> queries{
    {"/resolutions/{id}/difference", "from=1&to=1"},
};

std::string table_of(std::string_view segment) {
    if (auto known = tables_of_segments.find(segment); known != tables_of_segments.end())
        return known->second;
    auto name = replace_all(std::string(segment), "-", "_");
    if (name.ends_with("sses") || name.ends_with("ches")) return name.substr(0, name.size() - 2);
    if (name.ends_with("ies")) return name.substr(0, name.size() - 3) + "y";
    if (name == "people") return "person";
    if (name.ends_with("s")) name.pop_back();
    return name;
}

void check(const Response& response, std::string_view what) {
    if (response.status >= 300)
        throw std::runtime_error(std::string(what) + ": " + std::to_string(response.status) + " " +
                                 response.body);
}

}  // namespace

void seed_workspace(TestServer& server) {
    SampleOptions options;
    options.people = 150;
    options.candidates = 2;
    options.unions = 3;
    options.locals = 4;
    options.worksites = 6;
    options.today = *parse_date("2026-04-22");
    SampleUsers users;
    users.owner = server.user(Role::owner);
    users.organizers = {server.user(Role::organizer)};
    users.leads = {server.user(Role::lead)};
    users.volunteers = {server.user(Role::volunteer)};
    auto sample = write_sample(server.database(), server.workspace(), users, options);
    if (!sample) throw std::runtime_error(sample.error().message);

    auto done = server.database().write(
        {server.workspace(), server.user(Role::owner), "test", ""}, [&](Transaction& tx) -> Result<void> {
            auto first = [&](const char* sql) { return tx.value<std::int64_t>(sql, server.workspace()); };
            auto person = first("SELECT id FROM person WHERE workspace_id = $1 ORDER BY id LIMIT 1");
            auto other = first("SELECT max(id) FROM person WHERE workspace_id = $1");
            auto organization = first("SELECT min(id) FROM organization WHERE workspace_id = $1");
            Address address;
            address.person_id.value = person;
            address.city = "Riverbend";
            tx.insert(address);
            ExternalId number;
            number.person_id.value = person;
            number.workspace_id = server.workspace();
            number.source = "van";
            number.value = "10001";
            tx.insert(number);
            CustomField field;
            field.workspace_id = server.workspace();
            field.name = "T-shirt";
            tx.insert(field);
            CustomValue value;
            value.person_id.value = person;
            value.custom_field_id = field.id;
            value.value = "M";
            tx.insert(value);
            Relationship relationship;
            relationship.person_id.value = person;
            relationship.other_person_id.value = other;
            relationship.user_id = server.user(Role::owner);
            tx.insert(relationship);
            ContactPoint email;
            email.person_id.value = person;
            email.workspace_id = server.workspace();
            email.value = "hidden.person@example.org";
            tx.insert(email);
            Assignment assignment;
            assignment.person_id.value = other;
            assignment.user_id = server.user(Role::volunteer);
            tx.insert(assignment);
            Assignment of_first;
            of_first.person_id.value = person;
            of_first.user_id = server.user(Role::organizer);
            tx.insert(of_first);
            tx.execute(
                "INSERT INTO formation (id, workspace_id, organization_id, name, started_at, revision) "
                "VALUES "
                "($1, $2, $3, 'The formation', $4, $5)",
                new_id_value(), server.workspace(), organization, tx.now(), tx.batch());
            tx.execute(
                "INSERT INTO placement (person_id, id, workspace_id, text, text_folded, source, state, at, "
                "revision) VALUES ($1, $2, $3, 'some local', 'some local', 'sign_up', 'waiting', $4, $5)",
                person, new_id_value(), server.workspace(), tx.now(), tx.batch());
            tx.execute(
                "INSERT INTO likely_duplicate (person_id, id, workspace_id, other_person_id, state, "
                "probability, "
                "reasons, source, at, revision) VALUES ($1, $2, $3, $4, 'waiting', 0.9, '[]', 'search', $5, "
                "$6)",
                person, new_id_value(), server.workspace(), other, tx.now(), tx.batch());
            enqueue_text(tx, "test", "{}");
            Id<Drive> drive{first("SELECT min(id) FROM drive WHERE workspace_id = $1")};
            Conversation conversation;
            conversation.person_id.value = person;
            conversation.workspace_id = server.workspace();
            conversation.drive_id = drive;
            conversation.user_id = server.user(Role::organizer);
            conversation.at = conversation.recorded_at = tx.now();
            conversation.client_key = "seeded-conversation";
            tx.insert(conversation);
            Assessment assessment;
            assessment.person_id.value = person;
            assessment.drive_id = drive;
            assessment.user_id = server.user(Role::organizer);
            assessment.at = tx.now();
            tx.insert(assessment);
            tx.execute(
                "INSERT INTO meeting (id, workspace_id, organization_id, body, held_on, name, place, "
                "revision) VALUES ($1, $2, $3, 'membership_meeting', '2026-05-05', 'May', 'Hall', $4)",
                new_id_value(), server.workspace(), organization, tx.batch());
            tx.execute(
                "INSERT INTO meeting_pattern (id, workspace_id, organization_id, body, pattern, revision) "
                "VALUES ($1, $2, $3, 'membership_meeting', 'first Tuesday of each month', $4)",
                new_id_value(), server.workspace(), organization, tx.batch());
            tx.execute(
                "INSERT INTO step_record (id, workspace_id, drive_id, step, act, happened_on, votes, "
                "evidence, "
                "revision) VALUES ($1, $2, $3, 0, 'notice', '2026-04-20', NULL, 'Letter', $4)",
                new_id_value(), server.workspace(), drive, tx.batch());
            return {};
        });
    if (!done) throw std::runtime_error(done.error().message);

    server.as(Role::owner);
    check(server.upload("/imports?kind=people&file_name=people.csv",
                        "first_name,last_name,email\nSomebody,Else,somebody.else@example.net\n"),
          "import");
    check(server.post("/tokens", R"({"name":"script"})"), "token");
    const std::string text = "WHEREAS workers deserve a voice; and\n\nRESOLVED, that we endorse.";
    std::string body;
    encode_text(body, text);
    check(server.post("/model-texts", R"({"title":"Own","language":"en","body":)" + body + "}"),
          "model text");
    auto templates = parse_json(server.get("/decision-rule-templates").body);
    std::string rule;
    encode_text(rule, std::string_view(templates->at("items").at(0).at("text").as_string()));
    auto ruled = server.database().read([&](Reader& reader) {
        return reader.rows<std::string>(
            "SELECT CAST(min(id) AS TEXT) FROM organization WHERE workspace_id = $1 UNION SELECT "
            "CAST(organization_id AS TEXT) FROM drive WHERE id = (SELECT min(id) FROM drive WHERE "
            "workspace_id "
            "= $1)",
            server.workspace());
    });
    for (const auto& organization : ruled)
        check(server.put("/organizations/" + organization + "/decision-rule", "{\"text\":" + rule + "}"),
              "decision rule");
    auto drive = server.database().read([&](Reader& reader) {
        return reader.value<std::string>("SELECT CAST(min(id) AS TEXT) FROM drive WHERE workspace_id = $1",
                                         server.workspace());
    });
    check(server.post("/drives/" + drive + "/resolutions", R"({"title":"Ours","body":)" + body + "}"),
          "resolution");
}

std::string RouteFiller::record_id(const std::string& table, Ids ids, FilledRequest& filled) {
    filled.names_records = true;
    if (ids == Ids::absent) return "1234567890123";
    // "parent_organization_id" refers to an organization.
    if (auto end = table.rfind('_');
        end != std::string::npos && m_server.database().schema().find(table) == nullptr)
        return record_id(table.substr(end + 1), ids, filled);
    if (table == "workspace") return to_string(m_server.workspace());
    if (table == "user_account") return to_string(m_server.user(Role::volunteer));
    const auto* info = m_server.database().schema().find(table);
    if (info == nullptr) {
        filled.untaught.push_back("no table " + table);
        return "1";
    }
    auto value = m_server.database().read([&](Reader& reader) {
        auto sql = "SELECT CAST(min(t.id) AS TEXT) FROM " + table + " t ";
        // What belongs to a person is taken of the first one, so that the path names both.
        if (info->belongs_to_person)
            sql += "WHERE t.person_id = (SELECT min(id) FROM person WHERE workspace_id = $1)";
        else
            sql += "WHERE t.workspace_id = $1";
        return reader.value<std::string>(sql, m_server.workspace());
    });
    if (value.empty()) filled.untaught.push_back("no row of " + table + " is seeded");
    return value;
}

std::string RouteFiller::path_value(const Route& route, std::string_view before, std::string_view name,
                                    Ids ids, FilledRequest& filled) {
    bool is_id = false;
    if (route.parameters != nullptr)
        if (auto field = route.parameters->find(name))
            is_id = route.parameters->fields[*field].type->kind == Kind::id;
    if (is_id) {
        filled.path_names_records = true;
        return record_id(table_of(before), ids, filled);
    }
    if (before == "sessions") return "0123456789abcdef01234567";
    if (auto known = plain_values.find(name); known != plain_values.end()) return known->second;
    filled.untaught.push_back("{" + std::string(name) + "}");
    return "x";
}

void RouteFiller::append(std::string& out, const ValueType& type, std::string_view name, Ids ids,
                         FilledRequest& filled) {
    switch (type.kind) {
        case Kind::boolean:
            out += "false";
            return;
        case Kind::integer:
        case Kind::long_integer:
            out += "1";
            return;
        case Kind::real:
            out += "1.5";
            return;
        case Kind::text:
            if (name == "email") {
                out += "\"somebody.else@example.org\"";
            } else if (name == "language") {
                out += "\"en\"";
            } else if (name == "time_zone") {
                out += "\"America/Chicago\"";
            } else {
                out += "\"Word\"";
            }
            return;
        case Kind::id: {
            auto table = tables_of_members.contains(name) ? tables_of_members.find(name)->second
                         : name.ends_with("person_id")    ? "person"
                                                          : std::string(name.substr(0, name.rfind("_id")));
            if (name == "ids" || name == "id") table = "person";
            out += "\"" + record_id(table, ids, filled) + "\"";
            return;
        }
        case Kind::instant:
            out += "\"2026-04-22T15:00:00.000Z\"";
            return;
        case Kind::date:
            out += "\"2026-06-01\"";
            return;
        case Kind::choice:
            encode_text(out, type.choices.front().name);
            return;
        case Kind::record: {
            out += "{";
            bool first = true;
            for (const auto& field : type.record().fields) {
                if (!std::exchange(first, false)) out += ",";
                encode_text(out, field.name);
                out += ":";
                append(out, *field.type, field.name, ids, filled);
            }
            out += "}";
            return;
        }
        case Kind::optional:
            append(out, *type.element, name, ids, filled);
            return;
        case Kind::list: {
            out += "[";
            auto single = name.ends_with("s") ? name.substr(0, name.size() - 1) : name;
            append(out, *type.element, single, ids, filled);
            out += "]";
            return;
        }
    }
}

std::string RouteFiller::body(const ValueType& type, Ids ids, FilledRequest& filled) {
    std::string out;
    append(out, type, "", ids, filled);
    return out;
}

FilledRequest RouteFiller::fill(const Route& route, Ids ids) {
    FilledRequest filled;
    auto& request = filled.request;
    request.method = route.method;
    request.peer = "192.0.2.1";
    std::string before;
    auto path = Router::full_path(route);
    for (auto segment : split(std::string_view(path).substr(1), '/')) {
        request.path += "/";
        if (segment.starts_with('{')) {
            request.path += path_value(route, before, segment.substr(1, segment.size() - 2), ids, filled);
        } else {
            request.path += segment;
            before = segment;
        }
    }
    if (auto query = queries.find(route.path); query != queries.end()) request.query = query->second;
    if (route.body != nullptr) request.body = body(*route.body, ids, filled);
    if (route.upload) {
        auto file =
            std::filesystem::temp_directory_path() / ("wallchart_up_" + std::to_string(new_id_value()));
        std::ofstream(file) << "name,email\nSomebody,somebody@example.org\n";
        request.body_file = file.string();
    }
    return filled;
}

std::set<std::string> hidden_from(TestServer& server, const std::optional<Access>& access) {
    std::set<std::string> hidden;
    std::set<std::string> known;
    server.database().read([&](Reader& reader) {
        std::set<std::int64_t> visible;
        if (access && access->workspace == server.workspace()) {
            Query query("SELECT p.id FROM person p WHERE p.workspace_id = ");
            query.sql += query(server.workspace());
            query.sql += visible_people(query, *access, "p.id");
            reader.each(query, [&](const Row& row) { visible.insert(row.integer(0)); });
        }
        auto add = [&](std::int64_t person, std::string text) {
            (visible.contains(person) ? known : hidden).insert(std::move(text));
        };
        reader.each(
            "SELECT person_id, value FROM contact_point WHERE workspace_id = $1",
            [&](const Row& row) { add(row.integer(0), std::string(row.text(1))); }, server.workspace());
        for (const auto& person : reader.rows<Person>(
                 "SELECT " + columns<Person>() + " FROM person WHERE workspace_id = $1", server.workspace()))
            add(person.id.value, full_name(person));
        // Users and candidates are named in the open; somebody may be called as they are.
        reader.each("SELECT name, email FROM user_account", [&](const Row& row) {
            known.emplace(row.text(0));
            known.emplace(row.text(1));
        });
        reader.each("SELECT given_name, family_name FROM candidate", [&](const Row& row) {
            known.insert(std::string(row.text(0)) + " " + std::string(row.text(1)));
        });
    });
    for (const auto& text : known)
        hidden.erase(text);
    return hidden;
}

}  // namespace wallchart::test
