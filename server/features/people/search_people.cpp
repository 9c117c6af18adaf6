// People by the start of a name, an e-mail or a phone, within a filter: every one that fits, and fast among a
// million. What is looked through is whatever is few. Where few fit the filter, each of them is looked at;
// where few have such a name, all of those are; both are put in the order of family names. Where many do, the
// indexes are walked from their starts until the page is full: by family name, then by given name, e-mail and
// phone.
#include "core/text.h"
#include "features/directory/directory.h"
#include "features/people/people.h"
#include "http/paging.h"

#include <algorithm>
#include <unordered_map>

namespace wallchart {
namespace {

/// So few that they are sorted rather than walked.
constexpr int few_names = 1'000;
constexpr int few_people = 10'000;

enum class Order : std::uint8_t {
    name,    ///< all that were found, by family name
    family,  ///< walks of one index each, in this order
    given,
    email,
    phone,
};
BOOST_DESCRIBE_ENUM(Order, name, family, given, email, phone)

/// A person's place in a list, and so where it goes on.
struct Place {
    Order order = Order::name;
    std::string key;  ///< the name or contact by which they are in order
    Id<Person> id;
};
BOOST_DESCRIBE_STRUCT(Place, (), (order, key, id))

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

class PeopleSearch {
public:
    PeopleSearch(Reader& reader, const Access& access, const PeopleQuery& wanted)
        : m_reader(reader), m_access(access), m_wanted(wanted) {
        m_name = fold(squeeze(wanted.search));
        if (m_name.empty()) return;
        if (m_name.find(' ') == std::string::npos) m_email = to_lower_ascii(trim(wanted.search));
        m_phone = phone_start(wanted.search);
        // "Rivera, Ana" is how lists write it.
        if (auto comma = m_name.find(','); comma != std::string::npos)
            m_name = squeeze(m_name.substr(0, comma) + " " + m_name.substr(comma + 1));
    }

    /// So many places after the last of the page before, as far as there are so many.
    std::vector<Place> after(const std::optional<Place>& last, int count) {
        if (last && last->order != Order::name) return walk(*last, count);
        if (auto people = within(); !people.sql.empty() && few(people, few_people))
            return sorted(people, last, count);
        if (m_name.empty())
            return walk(last ? Place{Order::family, last->key, last->id} : Place{Order::family, {}, {}},
                        count);
        // A list that was begun in the order of names goes on in it, however many have come since.
        if (last || few_are_found()) return sorted(all_found(), last, count);
        return walk({Order::family, {}, {}}, count);
    }

private:
    static std::string between(Query& query, std::string_view column, const std::string& start) {
        auto text = std::string(column);
        return text + " >= " + query(start) + " AND " + text + " < " + query(prefix_end(start));
    }

    /// The ids of those whom the narrowest of the filters leaves; empty where there is no filter.
    Query within() const {
        Query query;
        auto of = [&](std::string_view table, std::string_view column, const auto& id) {
            query.sql = "SELECT person_id AS id FROM " + std::string(table) + " WHERE " +
                        std::string(column) + " = " + query(id);
        };
        if (m_wanted.assigned_to) {
            of("assignment", "user_id", *m_wanted.assigned_to);
        } else if (m_wanted.worksite_id) {
            of("employment", "worksite_id", *m_wanted.worksite_id);
        } else if (m_wanted.organization_id) {
            of("membership", "organization_id", *m_wanted.organization_id);
        } else if (!m_access.sees_everyone()) {
            query.sql = people_in_reach(query, m_access);
        }
        return query;
    }

    /// What must hold of a person p beside their name.
    std::string filters(Query& query) const {
        std::string sql = " AND p.workspace_id = " + query(m_access.workspace);
        auto in = [&](std::string_view table, std::string_view column, const auto& id) {
            if (id)
                sql += " AND EXISTS (SELECT 1 FROM " + std::string(table) + " f WHERE f." +
                       std::string(column) + " = " + query(*id) + " AND f.person_id = p.id)";
        };
        in("membership", "organization_id", m_wanted.organization_id);
        in("employment", "worksite_id", m_wanted.worksite_id);
        in("assignment", "user_id", m_wanted.assigned_to);
        if (m_wanted.unassigned)
            sql += " AND NOT EXISTS (SELECT 1 FROM assignment f WHERE f.person_id = p.id)";
        return sql + visible_people(query, m_access, "p.id");
    }

    /// What must hold of a person p's names or contacts.
    std::string found(Query& query) const {
        if (m_name.empty()) return "";
        auto sql = " AND (" + between(query, "p.family_first", m_name) + " OR " +
                   between(query, "p.given_first", m_name);
        for (const auto* start : {&m_email, &m_phone})
            if (!start->empty())
                sql += " OR EXISTS (SELECT 1 FROM contact_point c WHERE c.person_id = p.id AND " +
                       between(query, "c.value", *start) + ")";
        return sql + ")";
    }

    /// Whether no more than so many ids are answered.
    bool few(const Query& ids, int limit) {
        auto query = ids.with("SELECT count(*) FROM (SELECT 1 FROM (" + ids.sql + ") AS each LIMIT ");
        query.sql += query(limit + 1) + ") AS counted";
        return m_reader.rows<std::int64_t>(query).front() <= limit;
    }

    /// An index that is searched from the start of what was typed.
    struct Branch {
        std::string_view select;
        std::string_view column;
        const std::string& start;
    };
    std::vector<Branch> branches() const {
        std::vector<Branch> all{{"SELECT id FROM person", "family_first", m_name},
                                {"SELECT id FROM person", "given_first", m_name}};
        for (const auto* start : {&m_email, &m_phone})
            if (!start->empty())
                all.push_back({"SELECT person_id AS id FROM contact_point", "value", *start});
        return all;
    }
    std::string ids_of(Query& query, const Branch& branch) const {
        return std::string(branch.select) + " WHERE workspace_id = " + query(m_access.workspace) + " AND " +
               between(query, branch.column, branch.start);
    }
    bool few_are_found() {
        return std::ranges::all_of(branches(), [&](const Branch& branch) {
            Query query;
            query.sql = ids_of(query, branch);
            return few(query, few_names);
        });
    }
    /// The ids of all with such a name or contact.
    Query all_found() const {
        Query query;
        for (const auto& branch : branches())
            query.sql += (query.sql.empty() ? "" : " UNION ALL ") + ids_of(query, branch);
        return query;
    }

    /// Those of the ids that fit, by family name. CROSS JOIN: SQLite must go from the ids to their people.
    std::vector<Place> sorted(const Query& ids, const std::optional<Place>& last, int count) {
        auto query = ids.with("SELECT p.family_first, p.id FROM (SELECT DISTINCT id FROM (" + ids.sql +
                              ") AS each) AS chosen CROSS JOIN person p WHERE p.id = chosen.id");
        query.sql += filters(query) + found(query);
        if (last) query.sql += " AND (p.family_first, p.id) > " + mark(query, *last);
        query.sql += " ORDER BY p.family_first, p.id LIMIT " + query(count);
        return places(query, Order::name);
    }

    static std::string mark(Query& query, const Place& place) {
        auto key = query(place.key);
        return "(" + key + ", " + query(place.id) + ")";
    }

    std::vector<Place> places(const Query& query, Order order) {
        std::vector<Place> found;
        m_reader.each(query, [&](const Row& row) {
            found.push_back({order, std::string(row.text(0)), Id<Person>{row.integer(1)}});
        });
        return found;
    }

    /// From a place on through the indexes. Nobody is found twice: whoever fits an earlier one is passed
    /// over.
    std::vector<Place> walk(const Place& from, int count) {
        std::vector<Place> all;
        for (auto order : {Order::family, Order::given, Order::email, Order::phone}) {
            if (order < from.order || (m_name.empty() && order != Order::family)) continue;
            if ((order == Order::email && m_email.empty()) || (order == Order::phone && m_phone.empty()))
                continue;
            auto left = count - static_cast<int>(all.size());
            if (left == 0) break;
            auto part = walk_one(order, order == from.order && from.id ? &from : nullptr, left);
            all.insert(all.end(), std::make_move_iterator(part.begin()), std::make_move_iterator(part.end()));
        }
        return all;
    }

    std::vector<Place> walk_one(Order order, const Place* from, int count) {
        bool by_contact = order == Order::email || order == Order::phone;
        auto column = std::string(order == Order::family  ? "p.family_first"
                                  : order == Order::given ? "p.given_first"
                                                          : "c.value");
        auto id = std::string(by_contact ? "c.person_id" : "p.id");
        const auto& start = order == Order::email ? m_email : order == Order::phone ? m_phone : m_name;
        Query query;
        query.sql = "SELECT " + column + ", " + id + " FROM " +
                    (by_contact ? "contact_point c CROSS JOIN person p WHERE p.id = c.person_id AND "
                                  "c.workspace_id = " +
                                      query(m_access.workspace)
                                : std::string("person p WHERE 1 = 1"));
        query.sql += filters(query);
        if (!start.empty()) query.sql += " AND " + between(query, column, start);
        if (order != Order::family)
            query.sql += " AND NOT (" + between(query, "p.family_first", m_name) + ")";
        if (by_contact) query.sql += " AND NOT (" + between(query, "p.given_first", m_name) + ")";
        if (by_contact)
            query.sql +=
                " AND NOT EXISTS (SELECT 1 FROM contact_point o WHERE o.person_id = c.person_id AND " +
                between(query, "o.value", start) + " AND (o.value, o.id) < (c.value, c.id))";
        if (order == Order::phone && !m_email.empty())
            query.sql +=
                " AND NOT EXISTS (SELECT 1 FROM contact_point o WHERE o.person_id = c.person_id AND " +
                between(query, "o.value", m_email) + ")";
        if (from != nullptr) query.sql += " AND (" + column + ", " + id + ") > " + mark(query, *from);
        query.sql += " ORDER BY " + column + ", " + id + " LIMIT " + query(count);
        return places(query, order);
    }

    Reader& m_reader;
    const Access& m_access;
    const PeopleQuery& m_wanted;
    std::string m_name;   ///< folded; empty: everybody is found
    std::string m_email;  ///< empty: it can't be the start of one
    std::string m_phone;
};

std::optional<std::string> optional_text(const Row& row, int column) {
    if (row.is_null(column) || row.text(column).empty()) return std::nullopt;
    return std::string(row.text(column));
}

/// What is told of each, looked up only for those of the page.
std::unordered_map<std::int64_t, PersonSummary> summaries(Reader& reader, const std::vector<Place>& places,
                                                          int limit) {
    std::vector<Id<Person>> ids;
    for (const auto& place : places)
        ids.push_back(place.id);
    ids.resize(static_cast<std::size_t>(limit));  // one text of the statement for each size of a page
    Query query(
        "SELECT person.id, person.given_name, person.middle_name, person.family_name, person.suffix, "
        "person.revision, "
        "(SELECT value FROM contact_point c WHERE c.person_id = person.id AND c.kind = 'email' ORDER BY "
        "c.rank, "
        "c.id LIMIT 1), "
        "(SELECT value FROM contact_point c WHERE c.person_id = person.id AND c.kind = 'phone' ORDER BY "
        "c.rank, "
        "c.id LIMIT 1), "
        "(SELECT city FROM address a WHERE a.person_id = person.id ORDER BY a.id LIMIT 1), "
        "(SELECT o.name FROM membership m JOIN organization o ON o.id = m.organization_id WHERE m.person_id "
        "= "
        "person.id ORDER BY m.id LIMIT 1) FROM person WHERE person.id IN ");
    query.sql += query.one_of(ids);
    std::unordered_map<std::int64_t, PersonSummary> found;
    reader.each(query, [&](const Row& row) {
        Person person;
        person.given_name = row.text(1);
        person.middle_name = row.text(2);
        person.family_name = row.text(3);
        person.suffix = row.text(4);
        found[row.integer(0)] = {Id<Person>{row.integer(0)}, full_name(person),     optional_text(row, 6),
                                 optional_text(row, 7),      optional_text(row, 8), optional_text(row, 9),
                                 Id<Batch>{row.integer(5)}};
    });
    return found;
}

}  // namespace

Result<Page<PersonSummary>> search_people(Reader& reader, const Access& access, const PeopleQuery& wanted) {
    if (!access.may(Permission::see_people))
        return failure(ErrorKind::forbidden, "Your role sees numbers, no names.");
    TRY(check_page_limit(wanted.limit));
    std::optional<Place> last;
    if (!wanted.cursor.empty()) {
        auto cursor = decode_text<Place>(percent_decode(wanted.cursor, false));
        if (!cursor || !cursor->id) return unknown_cursor();
        last = std::move(*cursor);
    }
    auto places = PeopleSearch(reader, access, wanted).after(last, wanted.limit + 1);
    Page<PersonSummary> page;
    if (static_cast<int>(places.size()) > wanted.limit) {
        places.pop_back();
        page.next = percent_encode(encode(places.back()));
    }
    auto told = summaries(reader, places, wanted.limit);
    for (const auto& place : places)
        page.items.push_back(std::move(told[place.id.value]));
    return page;
}

}  // namespace wallchart
