#include "core/text.h"
#include "features/people/people.h"

namespace wallchart {
namespace {

/// A SELECT being put together with its parameters in step.
class Query {
public:
    std::string sql;
    std::vector<Value> parameters;

    /// "$3", for a value that is added.
    template <class T>
    std::string operator()(const T& value) {
        if constexpr (std::is_convertible_v<T, std::string>) {
            parameters.emplace_back(std::string(value));
        } else {
            parameters.push_back(as_value(value));
        }
        return "$" + std::to_string(parameters.size());
    }
    void add_visible(const Access& access, std::string_view column) {
        auto visible = visible_people(access, column, static_cast<int>(parameters.size()) + 1);
        sql += visible.condition;
        for (auto& value : visible.parameters)
            parameters.push_back(std::move(value));
    }
};

/// Where a list goes on: after this family_first and id.
struct Cursor {
    std::string family_first;
    Id<Person> id;
};
BOOST_DESCRIBE_STRUCT(Cursor, (), (family_first, id))

constexpr std::string_view summary_columns =
    "person.id, person.given_name, person.middle_name, person.family_name, person.suffix, "
    "person.family_first, person.revision, "
    "(SELECT value FROM contact_point c WHERE c.person_id = person.id AND c.kind = 'email' ORDER BY c.rank, "
    "c.id LIMIT 1), "
    "(SELECT value FROM contact_point c WHERE c.person_id = person.id AND c.kind = 'phone' ORDER BY c.rank, "
    "c.id LIMIT 1), "
    "(SELECT city FROM address a WHERE a.person_id = person.id ORDER BY a.id LIMIT 1), "
    "(SELECT o.name FROM membership m JOIN organization o ON o.id = m.organization_id WHERE m.person_id = "
    "person.id ORDER BY m.id LIMIT 1)";

std::optional<std::string> optional_text(const Row& row, int column) {
    if (row.is_null(column) || row.text(column).empty()) return std::nullopt;
    return std::string(row.text(column));
}

/// Phones are found by their digits as people type them: "402-555" finds +1402555....
std::string phone_start(std::string_view text) {
    std::string digits;
    for (char letter : text) {
        if (letter >= '0' && letter <= '9') digits.push_back(letter);
        if (std::isalpha(static_cast<unsigned char>(letter)) != 0 || letter == '@') return "";
    }
    if (digits.size() < 3) return "";
    if (trim(text).starts_with('+')) return "+" + digits;
    return digits.front() == '1' ? "+" + digits : "+1" + digits;
}

/// The people whose names, e-mails or phones begin with a text, as a table "found"; nothing for no text.
std::string found_people(Query& query, const Access& access, std::string_view search) {
    auto folded = fold(squeeze(search));
    if (folded.empty()) return "";
    auto between = [&](std::string_view column, const std::string& start) {
        return std::string(column) + " >= " + query(start) + " AND " + std::string(column) + " < " +
               query(prefix_end(start));
    };
    // Each branch walks one index; their ids are few, so that the order by name costs little.
    auto branch = [&](std::string_view column, const std::string& start) {
        return "SELECT id FROM (SELECT id FROM person WHERE workspace_id = " + query(access.workspace) +
               " AND " + between(column, start) + " ORDER BY " + std::string(column) + " LIMIT 1000) AS b_" +
               std::string(column);
    };
    auto swapped = folded;
    if (auto comma = folded.find(','); comma != std::string::npos)
        swapped = squeeze(folded.substr(0, comma) + " " + folded.substr(comma + 1));
    std::string found = branch("family_first", swapped) + " UNION " + branch("given_first", swapped);
    auto contact = [&](const std::string& start) {
        found += " UNION SELECT person_id FROM (SELECT person_id FROM contact_point WHERE workspace_id = " +
                 query(access.workspace) + " AND " + between("value", start) +
                 " ORDER BY value LIMIT 1000) AS b_" + std::to_string(query.parameters.size());
    };
    if (folded.find(' ') == std::string::npos) contact(to_lower_ascii(trim(search)));
    if (auto phone = phone_start(search); !phone.empty()) contact(phone);
    return "(" + found + ") AS found";
}

}  // namespace

Result<Page<PersonSummary>> search_people(Reader& reader, const Access& access, const PeopleQuery& wanted) {
    if (!access.may(Permission::see_people))
        return failure(ErrorKind::forbidden, "Your role sees numbers, no names.");
    if (wanted.limit < 1 || wanted.limit > 200) return invalid("/limit", "From 1 to 200.");
    Query query;
    // The page's people are chosen first, so that what is told of each is looked up for a page and not for
    // all that were found. CROSS JOIN: SQLite must go from those found to their rows, not through everybody.
    auto found = found_people(query, access, wanted.search);
    query.sql =
        "SELECT " + std::string(summary_columns) + " FROM (SELECT person.id AS chosen_id FROM " +
        (found.empty() ? "person WHERE " : found + " CROSS JOIN person WHERE person.id = found.id AND ") +
        "person.workspace_id = " + query(access.workspace);
    if (wanted.organization_id)
        query.sql += " AND EXISTS (SELECT 1 FROM membership m WHERE m.organization_id = " +
                     query(*wanted.organization_id) + " AND m.person_id = person.id)";
    if (wanted.worksite_id)
        query.sql +=
            " AND EXISTS (SELECT 1 FROM employment e WHERE e.worksite_id = " + query(*wanted.worksite_id) +
            " AND e.person_id = person.id)";
    if (wanted.assigned_to)
        query.sql +=
            " AND EXISTS (SELECT 1 FROM assignment a WHERE a.user_id = " + query(*wanted.assigned_to) +
            " AND a.person_id = person.id)";
    query.add_visible(access, "person.id");
    if (!wanted.cursor.empty()) {
        auto cursor = decode_text<Cursor>(percent_decode(wanted.cursor, false));
        if (!cursor) return invalid("/cursor", "This cursor is not one of ours.");
        auto name = query(cursor->family_first);
        query.sql += " AND (person.family_first, person.id) > (" + name + ", " + query(cursor->id) + ")";
    }
    query.sql += " ORDER BY person.family_first, person.id LIMIT " + query(wanted.limit + 1) +
                 ") AS chosen CROSS JOIN person WHERE person.id = chosen.chosen_id "
                 "ORDER BY person.family_first, person.id";

    Page<PersonSummary> page;
    Cursor last;
    reader.each_of(query.sql, query.parameters, [&](const Row& row) {
        if (static_cast<int>(page.items.size()) == wanted.limit) {
            page.next = percent_encode(encode(last));
            return;
        }
        Person person;
        person.given_name = row.text(1);
        person.middle_name = row.text(2);
        person.family_name = row.text(3);
        person.suffix = row.text(4);
        last = {std::string(row.text(5)), Id<Person>{row.integer(0)}};
        page.items.push_back({last.id, full_name(person), optional_text(row, 7), optional_text(row, 8),
                              optional_text(row, 9), optional_text(row, 10), Id<Batch>{row.integer(6)}});
    });
    return page;
}

Result<Person> find_person(Reader& reader, const Access& access, Id<Person> id) {
    Query query;
    query.sql = "SELECT " + columns<Person>("person") + " FROM person WHERE person.id = " + query(id) +
                " AND person.workspace_id = " + query(access.workspace);
    query.add_visible(access, "person.id");
    auto found = reader.rows_of<Person>(query.sql, query.parameters);
    if (found.empty()) return not_found("This person");
    return std::move(found.front());
}

Result<PersonRecord> find_person_record(Reader& reader, const Access& access, Id<Person> id) {
    PersonRecord record;
    record.person = TRY(find_person(reader, access, id));
    record.name = full_name(record.person);
    auto belonging = [&]<class T>(std::vector<T>& into, const char* order) {
        static const std::string sql = "SELECT " + columns<T>() + " FROM " + std::string(T::table) +
                                       " WHERE person_id = $1 ORDER BY " + order;
        into = reader.rows<T>(sql, id);
    };
    belonging(record.contact_points, "rank, id");
    belonging(record.addresses, "id");
    belonging(record.external_ids, "id");
    belonging(record.memberships, "id");
    belonging(record.employments, "id");
    belonging(record.consents, "at DESC, id DESC");
    belonging(record.custom_values, "id");
    belonging(record.assignments, "id");
    belonging(record.relationships, "id");
    record.names = names_in_record(reader, id);
    return record;
}

}  // namespace wallchart
