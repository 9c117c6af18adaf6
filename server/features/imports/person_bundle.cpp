#include "features/imports/person_bundle.h"

#include <algorithm>

namespace wallchart {
namespace {

constexpr std::size_t ids_a_question = 200;

/// The rows of a person's table for some people, handed to their bundles.
template <class T>
void load(Reader& reader, std::string_view key, const std::vector<Value>& ids,
          std::vector<PersonBundle>& bundles, std::vector<T> PersonBundle::* into) {
    std::string marks;
    for (std::size_t at = 1; at <= ids.size(); ++at)
        marks += (at > 1 ? ", $" : "$") + std::to_string(at);
    auto rows =
        reader.rows_of<T>("SELECT " + columns<T>() + " FROM " + std::string(T::table) + " WHERE " +
                              std::string(key) + " IN (" + marks + ") ORDER BY " + std::string(key) + ", id",
                          ids);
    for (auto& row : rows) {
        auto owner = std::ranges::lower_bound(bundles, row.person_id, {},
                                              [](const PersonBundle& bundle) { return bundle.person.id; });
        if (owner != bundles.end() && owner->person.id == row.person_id)
            ((*owner).*into).push_back(std::move(row));
    }
}

/// Hands new records over to one insert, and remembers where they came from.
template <class T>
void collect(PersonBundle& bundle, std::vector<T> PersonBundle::* records, std::vector<T>& into) {
    for (auto& record : bundle.*records) {
        if (record.id) continue;
        record.person_id = bundle.person.id;
        record.id = new_id<T>();
        into.push_back(std::move(record));
    }
}

template <class T>
Result<void> update(Transaction& tx, PersonBundle& bundle, std::vector<T> PersonBundle::* records,
                    const std::vector<std::size_t>& changed) {
    for (auto at : changed)
        TRY(tx.update((bundle.*records)[at]));
    return {};
}

}  // namespace

std::vector<PersonBundle> load_bundles(Reader& reader, std::vector<Id<Person>> ids) {
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    std::vector<PersonBundle> all;
    for (std::size_t start = 0; start < ids.size(); start += ids_a_question) {
        // Always as many parameters, so that the statement is prepared once; id 0 is nobody's.
        std::vector<Value> parameters(ids_a_question, Value{std::int64_t{0}});
        for (std::size_t at = start; at < std::min(ids.size(), start + ids_a_question); ++at)
            parameters[at - start] = Value{ids[at].value};
        std::string marks;
        for (std::size_t at = 1; at <= ids_a_question; ++at)
            marks += (at > 1 ? ", $" : "$") + std::to_string(at);
        std::vector<PersonBundle> bundles;
        for (auto& person : reader.rows_of<Person>(
                 "SELECT " + columns<Person>() + " FROM person WHERE id IN (" + marks + ") ORDER BY id",
                 parameters)) {
            bundles.emplace_back();
            bundles.back().person = std::move(person);
        }
        load(reader, "person_id", parameters, bundles, &PersonBundle::contact_points);
        load(reader, "person_id", parameters, bundles, &PersonBundle::addresses);
        load(reader, "person_id", parameters, bundles, &PersonBundle::external_ids);
        load(reader, "person_id", parameters, bundles, &PersonBundle::memberships);
        load(reader, "person_id", parameters, bundles, &PersonBundle::employments);
        load(reader, "person_id", parameters, bundles, &PersonBundle::consents);
        load(reader, "person_id", parameters, bundles, &PersonBundle::custom_values);
        load(reader, "person_id", parameters, bundles, &PersonBundle::placements);
        std::ranges::move(bundles, std::back_inserter(all));
    }
    return all;
}

Result<void> write_bundles(Transaction& tx, std::deque<PersonBundle>& bundles) {
    std::vector<Person> people;
    std::vector<ContactPoint> contact_points;
    std::vector<Address> addresses;
    std::vector<ExternalId> external_ids;
    std::vector<Membership> memberships;
    std::vector<Employment> employments;
    std::vector<Consent> consents;
    std::vector<CustomValue> custom_values;
    std::vector<Placement> placements;
    for (auto& bundle : bundles) {
        if (bundle.is_new) {
            people.push_back(std::move(bundle.person));
        } else if (bundle.person_changed) {
            TRY(tx.update(bundle.person));
        }
        TRY(update(tx, bundle, &PersonBundle::contact_points, bundle.changed_contacts));
        TRY(update(tx, bundle, &PersonBundle::addresses, bundle.changed_addresses));
        TRY(update(tx, bundle, &PersonBundle::memberships, bundle.changed_memberships));
        TRY(update(tx, bundle, &PersonBundle::employments, bundle.changed_employments));
        TRY(update(tx, bundle, &PersonBundle::custom_values, bundle.changed_custom_values));
        TRY(update(tx, bundle, &PersonBundle::placements, bundle.changed_placements));
        collect(bundle, &PersonBundle::contact_points, contact_points);
        collect(bundle, &PersonBundle::addresses, addresses);
        collect(bundle, &PersonBundle::external_ids, external_ids);
        collect(bundle, &PersonBundle::memberships, memberships);
        collect(bundle, &PersonBundle::employments, employments);
        collect(bundle, &PersonBundle::consents, consents);
        collect(bundle, &PersonBundle::custom_values, custom_values);
        collect(bundle, &PersonBundle::placements, placements);
    }
    tx.insert_all(people);
    tx.insert_all(contact_points);
    tx.insert_all(addresses);
    tx.insert_all(external_ids);
    tx.insert_all(memberships);
    tx.insert_all(employments);
    tx.insert_all(consents);
    tx.insert_all(custom_values);
    tx.insert_all(placements);
    return {};
}

}  // namespace wallchart
