// The sample's people as one list with known duplicates.
#include "core/csv.h"
#include "features/sample/other_list.h"
#include "features/sample/plan.h"

#include <fstream>
#include <map>
#include <unordered_map>

namespace wallchart {
namespace {

using namespace sample;

struct ListRow {
    ListedPerson person;
    std::int64_t cluster = 0;
};

template <class T>
void shuffle(std::vector<T>& list, Random& random) {
    for (auto at = list.size(); at > 1; --at)
        std::swap(list[at - 1], list[random.below(at)]);
}

/// The rows of one site's people; those of one person get one cluster.
void add_rows(const Plan& plan, const SitePlan& site, const sample::People& people, std::int64_t& clusters,
              std::vector<ListRow>& rows) {
    std::unordered_map<std::int64_t, std::size_t> row_of;
    std::size_t repeat = 0;
    const auto& worksite = plan.worksites[site.worksite];
    for (const auto& person : people.persons) {
        bool again = repeat < people.repeats.size() && people.repeats[repeat] == person.id;
        repeat += again ? 1 : 0;
        clusters += again ? 0 : 1;
        row_of.emplace(person.id.value, rows.size());
        ListRow row;
        row.cluster = clusters;
        row.person.given = person.given_name;
        row.person.middle = person.middle_name;
        row.person.family = person.family_name;
        row.person.suffix = person.suffix;
        row.person.birth_date = person.birth_date;
        row.person.sex = person.sex;
        row.person.employer = worksite.name;
        rows.push_back(std::move(row));
    }
    auto of = [&](Id<Person> id) -> ListedPerson& { return rows[row_of.at(id.value)].person; };
    for (const auto& point : people.contact_points)
        (point.kind == ContactKind::email ? of(point.person_id).email : of(point.person_id).phone) =
            point.value;
    for (const auto& address : people.addresses) {
        auto& person = of(address.person_id);
        person.street = address.street;
        person.unit = address.unit;
        person.city = address.city;
        person.state = address.state;
        person.postal_code = address.postal_code;
    }
    for (const auto& external : people.external_ids)
        of(external.person_id).van_id = external.value;
}

/// Deals the telephone numbers of each state out anew: the sample numbers its people one after the other, and
/// neighbours on a list do not have neighbouring numbers.
void shuffle_phones(std::vector<ListRow>& rows, Random& random) {
    std::map<std::string, std::vector<std::string>> by_state;
    std::unordered_map<std::string, std::string> dealt;
    for (const auto& row : rows)
        if (!row.person.phone.empty() && dealt.emplace(row.person.phone, std::string()).second)
            by_state[row.person.state].push_back(row.person.phone);
    for (const auto& [state, phones] : by_state) {
        auto shuffled = phones;
        shuffle(shuffled, random);
        for (std::size_t at = 0; at < phones.size(); ++at)
            dealt[phones[at]] = shuffled[at];
    }
    for (auto& row : rows)
        if (!row.person.phone.empty()) row.person.phone = dealt[row.person.phone];
}

std::string line_of(std::int64_t number, const ListRow& row) {
    const auto& person = row.person;
    return csv_line(std::vector<std::string>{
        std::to_string(number), person.given, person.middle, person.family, person.suffix, person.birth_date,
        person.sex, person.email, person.phone, person.street, person.unit, person.city, person.state,
        person.postal_code, person.employer, person.van_id, std::to_string(row.cluster)});
}

}  // namespace

Result<PeopleCsvReport> write_people_csv(const std::string& path, const SampleOptions& asked,
                                         double duplicates) {
    if (!(duplicates >= 0 && duplicates <= 1))
        return invalid("/duplicates", "The share of duplicates is from 0 to 1.");
    Plan plan;
    plan.options = TRY(check_sample(asked));
    plan.now = start_of_day(plan.options.today, plan.options.time_zone) + std::chrono::hours(15);
    Ids ids(plan.options.today, plan.options.seed);
    plan_directory(plan, ids);
    plan.users = {ids.next<User>(), {ids.next<User>()}, {ids.next<User>()}, {ids.next<User>()}};

    std::vector<ListRow> rows;
    PeopleCsvReport report;
    PeopleGenerator generator(plan, ids);
    for (const auto& site : plan.sites) {
        sample::People people;
        generator.add(site, people);
        add_rows(plan, site, people, report.people, rows);
    }
    Random random(plan.options.seed, 77);
    shuffle_phones(rows, random);
    auto known = rows.size();
    for (std::size_t at = 0; at < known; ++at)
        for (bool again = random.chance(duplicates); again; again = random.chance(0.15)) {
            auto other = on_another_list(rows[at].person, random);
            rows.push_back({std::move(other), rows[at].cluster});
        }
    shuffle(rows, random);

    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << csv_line(std::vector<std::string_view>{
        "id", "given_name", "middle_name", "family_name", "suffix", "birth_date", "sex", "email", "phone",
        "street", "unit", "city", "state", "postal_code", "employer", "van_id", "cluster"});
    for (const auto& row : rows)
        file << line_of(++report.rows, row);
    file.close();
    if (!file) return failure(ErrorKind::unavailable, path + " cannot be written.");
    return report;
}

}  // namespace wallchart
