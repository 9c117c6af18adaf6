#include "features/duplicates/read_people.h"

#include <algorithm>
#include <functional>
#include <ranges>

namespace wallchart {
namespace {

using linkage::Cell;
using linkage::Field;
using linkage::Record;

constexpr std::size_t people_at_once = 100;

/// Reads one table after the other, each in the order of the people, and adds to their records.
class PeopleReading {
public:
    /// `those`: whom to read; null for everyone.
    PeopleReading(Reader& reader, Id<Workspace> workspace, const std::vector<Id<Person>>* those,
                  ComparablePeople& people)
        : m_reader(reader), m_workspace(workspace), m_those(those), m_people(people) {}

    void run() {
        read_names();
        read_contact_points();
        read_addresses();
        read_employers();
        read_identifiers();
    }

private:
    /// Asks `select` of those who are read: `workspace` and `person` are columns of what it selects from.
    void stream(std::string_view select, std::string_view workspace, std::string_view person,
                std::string_view order, const std::function<void(const Row&)>& visit) {
        m_at = 0;
        auto ask = [&](Query query, const std::string& condition) {
            query.sql = std::string(select) + " WHERE " + condition + " ORDER BY " + std::string(order);
            m_reader.stream(query.sql, query.parameters, visit);
        };
        if (!m_those) {
            Query of_all;
            auto condition = std::string(workspace) + " = " + of_all(m_workspace);
            return ask(std::move(of_all), condition);
        }
        for (std::size_t from = 0; from < m_those->size(); from += people_at_once) {
            // Always as many, the last repeated: statements are kept, and should not differ.
            std::vector<Id<Person>> some(people_at_once, m_those->back());
            std::ranges::copy(*m_those | std::views::drop(from) | std::views::take(people_at_once),
                              some.begin());
            Query of_some;
            auto condition = std::string(person) + " IN " + of_some.one_of(some);
            ask(std::move(of_some), condition);
        }
    }

    void read_names() {
        stream("SELECT id, given_name, middle_name, family_name, suffix, birth_date, sex FROM person",
               "workspace_id", "id", "id", [&](const Row& row) {
                   std::array cells{
                       Cell{Field::given, 0, row.text(1)},      Cell{Field::middle, 0, row.text(2)},
                       Cell{Field::family, 0, row.text(3)},     Cell{Field::suffix, 0, row.text(4)},
                       Cell{Field::birth_date, 0, row.text(5)}, Cell{Field::sex, 0, row.text(6)}};
                   m_people.ids.push_back(Id<Person>{row.integer(0)});
                   m_people.records.push_back(linkage::read_person(cells, m_people.values));
               });
    }

    /// The record of a person; those of one table come in the order of the people.
    Record* record_of(std::int64_t person) {
        while (m_at < m_people.ids.size() && m_people.ids[m_at].value < person)
            ++m_at;
        return m_at < m_people.ids.size() && m_people.ids[m_at].value == person ? &m_people.records[m_at]
                                                                                : nullptr;
    }

    template <std::size_t Size>
    static void add(std::array<linkage::ValueId, Size>& into, linkage::ValueId value) {
        if (value == 0 || std::ranges::find(into, value) != into.end()) return;
        auto free = std::ranges::find(into, linkage::ValueId{0});
        if (free != into.end()) *free = value;
    }

    void read_contact_points() {
        stream("SELECT person_id, kind, value FROM contact_point", "workspace_id", "person_id",
               "person_id, rank, id", [&](const Row& row) {
                   auto* record = record_of(row.integer(0));
                   if (record == nullptr) return;
                   bool email = row.text(1) == "email";
                   std::array cells{Cell{email ? Field::email : Field::phone, 0, row.text(2)}};
                   auto read = linkage::read_person(cells, m_people.values);
                   if (email) add(record->emails, read.emails[0]);
                   if (!email) add(record->phones, read.phones[0]);
               });
    }

    void read_addresses() {
        stream(
            "SELECT a.person_id, a.street, a.unit, a.city, a.state, a.postal_code FROM person p JOIN address "
            "a ON a.person_id = p.id",
            "p.workspace_id", "p.id", "p.id, a.id DESC", [&](const Row& row) {
                auto* record = record_of(row.integer(0));
                if (record == nullptr) return;
                std::array cells{Cell{Field::address, 0, row.text(1)}, Cell{Field::unit, 0, row.text(2)},
                                 Cell{Field::city, 0, row.text(3)}, Cell{Field::state, 0, row.text(4)},
                                 Cell{Field::postal_code, 0, row.text(5)}};
                // The newest address of each is compared.
                if (record->address != 0 || record->street != 0 || record->city != 0 ||
                    record->postal_code != 0)
                    return;
                auto read = linkage::read_person(cells, m_people.values);
                record->address = read.address;
                record->number = read.number;
                record->street = read.street;
                record->unit = read.unit;
                record->city = read.city;
                record->state = read.state;
                record->postal_code = read.postal_code;
            });
    }

    void read_employers() {
        stream(
            "SELECT e.person_id, COALESCE(f.name, e.employer_text) FROM person p JOIN employment e ON "
            "e.person_id = p.id LEFT JOIN worksite w ON w.id = e.worksite_id LEFT JOIN employer f ON f.id = "
            "COALESCE(e.employer_id, w.employer_id)",
            "p.workspace_id", "p.id", "p.id, e.id DESC", [&](const Row& row) {
                auto* record = record_of(row.integer(0));
                if (record == nullptr || record->employer != 0) return;
                std::array cells{Cell{Field::employer, 0, row.text(1)}};
                record->employer = linkage::read_person(cells, m_people.values).employer;
            });
    }

    /// Numbers of up to three other systems: two of one system that differ speak against one person.
    void read_identifiers() {
        stream("SELECT person_id, source, value FROM external_id", "workspace_id", "person_id",
               "person_id, id", [&](const Row& row) {
                   auto* record = record_of(row.integer(0));
                   auto slot = slot_of(row.text(1));
                   if (record == nullptr || slot >= record->identifiers.size()) return;
                   std::array cells{Cell{Field::identifier, slot, row.text(2)}};
                   auto read = linkage::read_person(cells, m_people.values).identifiers[slot];
                   if (record->identifiers[slot] == 0) record->identifiers[slot] = read;
               });
    }

    /// The place of a system's numbers; that beyond the last if there is none left.
    std::uint8_t slot_of(std::string_view source) {
        auto& sources = m_people.sources;
        auto found = std::ranges::find(sources, source);
        if (found == sources.end() && sources.size() < std::tuple_size_v<decltype(Record::identifiers)>)
            found = sources.insert(found, std::string(source));
        return static_cast<std::uint8_t>(found - sources.begin());
    }

    Reader& m_reader;
    Id<Workspace> m_workspace;
    const std::vector<Id<Person>>* m_those;
    ComparablePeople& m_people;
    std::size_t m_at = 0;
};

}  // namespace

ComparablePeople read_comparable_people(Reader& reader, Id<Workspace> workspace) {
    ComparablePeople people;
    PeopleReading(reader, workspace, nullptr, people).run();
    return people;
}

ComparablePeople read_comparable_people(Reader& reader, Id<Workspace> workspace,
                                        const std::vector<Id<Person>>& those,
                                        std::vector<std::string> sources) {
    ComparablePeople people;
    people.sources = std::move(sources);
    PeopleReading(reader, workspace, &those, people).run();
    return people;
}

}  // namespace wallchart
