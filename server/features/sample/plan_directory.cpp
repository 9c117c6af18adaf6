#include "core/text.h"
#include "features/sample/plan.h"

#include <algorithm>
#include <map>
#include <set>

namespace wallchart::sample {
namespace {

/// Where the story plays: most of it in the first state, a third of all locals.
constexpr std::size_t home_state = 0;

struct CoreLocal {
    std::string_view number;
    std::int64_t members;
    std::string_view first_site;  ///< empty: as any other
};
/// The first local of each of the first seven unions.
constexpr std::array<CoreLocal, 7> core_locals{{{"88", 1240, "Northgate Distribution Center"},
                                                {"12", 3103, "Lakeside General Hospital"},
                                                {"241", 3776, "Eastfield Bus Garage"},
                                                {"5", 1217, ""},
                                                {"3", 3225, ""},
                                                {"9", 2499, ""},
                                                {"71", 1612, ""}}};

constexpr std::array<std::string_view, 5> caucuses{"Rank and File Caucus", "Caucus of Working Parents",
                                                   "Retirees for a Contract", "Caucus Latino Unido",
                                                   "Stewards' Network"};

class DirectoryPlanner {
public:
    DirectoryPlanner(Plan& plan, Ids& ids) : m_plan(plan), m_ids(ids), m_random(plan.options.seed, 1) {}

    void run() {
        add_federations();
        add_unions();
        add_locals();
        add_others();
        add_employers();
        add_sites();
        share_people();
    }

private:
    Organization& add(OrganizationKind kind, std::string name) {
        Organization organization;
        organization.id = m_ids.next<Organization>();
        organization.workspace_id = m_plan.workspace;
        organization.kind = kind;
        organization.name_folded = fold(name);
        organization.name = std::move(name);
        return m_plan.organizations.emplace_back(std::move(organization));
    }

    void put(Organization& organization, std::size_t state, std::string_view city) {
        auto [latitude, longitude] = near(state, city, 0.05);
        organization.state = states()[state].code;
        organization.city = city;
        organization.postal_code = postal_code(state, city);
        organization.latitude = latitude;
        organization.longitude = longitude;
    }

    std::pair<double, double> near(std::size_t state, std::string_view city, double spread) {
        auto [latitude, longitude] = city_position(states()[state], city);
        auto round = [](double value) { return std::round(value * 1e4) / 1e4; };
        return {round(latitude + m_random.normal() * spread), round(longitude + m_random.normal() * spread)};
    }

    static std::string postal_code(std::size_t state, std::string_view city) {
        std::uint64_t hash = 0;
        for (char c : city)
            hash = Random::mix(hash + static_cast<unsigned char>(c));
        auto number = std::to_string(hash % 90 + 10);
        return "00" + std::to_string(states()[state].postal_prefix) + number;
    }

    void add_federations() {
        auto national = add(OrganizationKind::council, "National Federation of Working People");
        m_plan.organizations.back().affiliation = "NFWP";
        for (std::size_t at = 0; at < states().size(); ++at) {
            const auto& state = states()[at];
            auto& federation =
                add(OrganizationKind::council, std::string(state.name) + " State Federation of Labor");
            federation.parent_organization_id = national.id;
            federation.affiliation = "NFWP";
            put(federation, at, state.cities.front());
            auto parent = federation.id;
            // A central labor council in each of the larger cities.
            for (std::size_t city = 0; city < std::min<std::size_t>(4, state.cities.size()); ++city) {
                auto& council = add(OrganizationKind::council,
                                    std::string(state.cities[city]) + " Central Labor Council");
                council.parent_organization_id = parent;
                council.affiliation = "NFWP";
                put(council, at, state.cities[city]);
            }
        }
    }

    void add_unions() {
        auto count = static_cast<std::size_t>(m_plan.options.unions);
        for (std::size_t at = 0; at < count; ++at) {
            const auto& about = unions()[at];
            auto& organization =
                add(OrganizationKind::union_, std::string(about.name) + " (" + std::string(about.code) + ")");
            organization.affiliation = about.code;
            organization.website = "https://www.example.org/" + to_lower_ascii(about.code);
            auto state = m_random.below(states().size());
            put(organization, state, states()[state].cities.front());
            // A few are many times as large as most.
            auto weight = at < core_locals.size() ? 6.0 : m_random.log_normal(1.5, 0.8);
            m_union_weight += weight;
            m_unions.push_back({m_plan.organizations.size() - 1, m_union_weight});
            organization.members = static_cast<std::int64_t>(weight * m_random.log_normal(30'000, 0.4));
        }
    }

    std::size_t pick_union() {
        auto at = m_random.real() * m_union_weight;
        auto found = std::ranges::upper_bound(m_unions, at, {}, &UnionPlace::until);
        return static_cast<std::size_t>(std::min(found, m_unions.end() - 1) - m_unions.begin());
    }

    void add_locals() {
        auto count = static_cast<std::size_t>(m_plan.options.locals);
        for (std::size_t at = 0; at < count; ++at) {
            bool core = at < core_locals.size() && at < m_unions.size();
            auto which = core ? at : pick_union();
            const auto& about = unions()[which];
            auto state = core || m_random.chance(0.3) ? home_state : m_random.below(states().size());
            auto city = core ? states()[state].cities.front() : m_random.pick_early(states()[state].cities);
            std::string number(core ? core_locals[at].number : "");
            while (number.empty() || !m_numbers.emplace(which, number).second) {
                number = std::to_string(1 + static_cast<int>(std::pow(m_random.real(), 2) * 1999));
            }
            auto& local = add(OrganizationKind::local,
                              std::string(about.short_name) + " " + std::string(about.body) + " " + number);
            local.affiliation = about.code;
            local.number = number;
            local.parent_organization_id = m_plan.organizations[m_unions[which].organization].id;
            local.members =
                core ? core_locals[at].members
                     : static_cast<std::int64_t>(std::clamp(m_random.log_normal(520, 1.05), 18.0, 24'000.0));
            if (m_random.chance(0.4))
                local.website = "https://" + to_lower_ascii(about.code) + number + ".example.org";
            put(local, state, city);
            m_plan.locals.push_back(
                {m_plan.organizations.size() - 1, &industry(about.industry), state, core, {}});
        }
    }

    void add_others() {
        auto& alliance = add(OrganizationKind::community, "Riverbend Alliance");
        m_plan.home = m_plan.organizations.size() - 1;
        put(alliance, home_state, states()[home_state].cities.front());
        for (auto name : caucuses) {
            const auto& local =
                m_plan
                    .organizations[m_plan
                                       .locals[m_random.below(std::min<std::size_t>(7, m_plan.locals.size()))]
                                       .organization];
            auto parent = local.id;
            auto city = local.city;
            auto& caucus = add(OrganizationKind::caucus, std::string(name));
            caucus.parent_organization_id = parent;
            put(caucus, home_state, city);
        }
        for (auto name :
             {"Riverton Tenants Together", "Faith and Work Coalition", "Students for Union Campuses"})
            put(add(OrganizationKind::community, name), home_state, states()[home_state].cities.front());
    }

    void add_employers() {
        // About one employer for four worksites, of each line of work.
        auto each = std::max<std::size_t>(
            2, static_cast<std::size_t>(m_plan.options.worksites) / 4 / industries().size());
        std::set<std::string> used;
        for (const auto& line : industries()) {
            for (std::size_t at = 0; at < each; ++at) {
                Employer employer;
                employer.name = place_name(m_random.pick(line.employers), founder(at));
                if (!used.insert(employer.name).second) continue;
                employer.id = m_ids.next<Employer>();
                employer.workspace_id = m_plan.workspace;
                employer.name_folded = fold(employer.name);
                employer.industry = line.label;
                m_employers[line.key].push_back(m_plan.employers.size());
                m_plan.employers.push_back(std::move(employer));
            }
        }
    }

    std::string founder(std::size_t at) {
        if (at % 3 == 2) return std::string(m_random.pick_early(family_names()));
        if (at % 5 == 4) {
            const auto& state = m_random.pick(states());
            return std::string(m_random.pick(state.cities));
        }
        return std::string(m_random.pick(place_words()));
    }

    void add_sites() {
        auto count = static_cast<std::size_t>(m_plan.options.worksites);
        for (std::size_t at = 0; at < count; ++at) {
            // Each local has one; the others go where the draw falls, to core locals more often.
            std::size_t local = at < m_plan.locals.size() ? at : m_random.below(m_plan.locals.size());
            if (at >= m_plan.locals.size() && m_random.chance(0.03))
                local = m_random.below(core_locals.size());
            local = std::min(local, m_plan.locals.size() - 1);
            add_site(local, at);
        }
    }

    void add_site(std::size_t local, std::size_t at) {
        const auto& place = m_plan.locals[local];
        const auto& organization = m_plan.organizations[place.organization];
        const auto& line = *place.industry;
        Worksite site;
        site.id = m_ids.next<Worksite>();
        site.workspace_id = m_plan.workspace;
        const auto& owners = m_employers[line.key];
        if (!owners.empty()) site.employer_id = m_plan.employers[m_random.pick(owners)].id;
        site.organization_id = organization.id;
        bool named = at < core_locals.size() && !core_locals[at].first_site.empty();
        std::string city = named || m_random.chance(0.7)
                               ? organization.city
                               : std::string(m_random.pick_early(states()[place.state].cities));
        site.name =
            named ? std::string(core_locals[at].first_site)
                  : place_name(m_random.pick(line.worksites),
                               m_random.chance(0.25) ? city : std::string(m_random.pick(place_words())));
        site.name_folded = fold(site.name);
        site.street =
            std::to_string(m_random.between(1, 9800)) + " " + std::string(m_random.pick(street_names()));
        site.city = city;
        site.state = states()[place.state].code;
        site.postal_code = postal_code(place.state, city);
        auto [latitude, longitude] = near(place.state, city, 0.08);
        site.latitude = latitude;
        site.longitude = longitude;
        site.organization_text = organization.name;
        m_plan.sites.push_back({m_plan.worksites.size(), local, 0, 0, 0});
        m_plan.worksites.push_back(std::move(site));
    }

    /// Log-normal sizes that add up to the people wanted; the first sites have the sizes of the story.
    void share_people() {
        auto people = m_plan.options.people;
        auto fixed = [&](std::int64_t wanted) { return std::min(wanted, people / 12); };
        std::vector<double> weights;
        double total = 0;
        std::int64_t left = people;
        for (std::size_t at = 0; at < m_plan.sites.size(); ++at) {
            auto& site = m_plan.sites[at];
            double weight = 0;
            if (at == 0) {
                site.people = fixed(242);
            } else if (at == 1 && m_plan.locals.size() > 1) {
                site.people = fixed(people >= 200'000 ? 5600 : 460);
            } else {
                weight = m_random.log_normal(1, 1.0) * (m_plan.locals[site.local].core ? 3 : 1);
            }
            left -= site.people;
            total += weight;
            weights.push_back(weight);
        }
        double sum = 0;
        std::int64_t given = 0;
        std::int64_t first = 0;
        std::vector<std::int64_t> of_state(states().size());
        for (std::size_t at = 0; at < m_plan.sites.size(); ++at) {
            auto& site = m_plan.sites[at];
            if (weights[at] > 0) {
                sum += weights[at];
                auto until = static_cast<std::int64_t>(static_cast<double>(left) * sum / total + 0.5);
                site.people = until - given;
                given = until;
            } else if (total == 0 && at + 1 == m_plan.sites.size()) {
                site.people += left;
            }
            auto& in_state = of_state[m_plan.locals[site.local].state];
            site.first_person = first;
            site.first_person_of_state = in_state;
            first += site.people;
            in_state += site.people;
            count_eligible(site, at);
        }
    }

    /// Some lists are whole, others hold only those who came forward.
    void count_eligible(const SitePlan& site, std::size_t at) {
        bool whole = at < 2 || m_plan.locals[site.local].core || m_random.chance(0.15);
        double share = whole ? 1 + m_random.real() * 0.04 : 1.3 + m_random.real() * 5;
        auto listed = std::max<std::int64_t>(site.people, m_random.between(3, 30));
        auto eligible =
            at == 0 ? site.people : static_cast<std::int64_t>(static_cast<double>(listed) * share);
        if (m_random.chance(0.04) && !whole) return;  // nobody counted
        m_plan.worksites[site.worksite].eligible = eligible;
        auto& members = m_plan.organizations[m_plan.locals[site.local].organization].members;
        auto& counted = m_counted[site.local];
        counted += eligible;
        members = std::max(*members, counted);
    }

    struct UnionPlace {
        std::size_t organization;
        double until;
    };

    Plan& m_plan;
    Ids& m_ids;
    Random m_random;
    std::vector<UnionPlace> m_unions;
    double m_union_weight = 0;
    std::set<std::pair<std::size_t, std::string>> m_numbers;
    std::map<std::string_view, std::vector<std::size_t>> m_employers;
    std::map<std::size_t, std::int64_t> m_counted;
};

}  // namespace

Ids::Ids(Date today, std::uint64_t seed) {
    // Identifiers begin with milliseconds (see core/id.h): those of the day before, apart by the seed.
    constexpr std::int64_t epoch = 1577836800000;
    auto day = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::sys_days(today).time_since_epoch());
    auto apart = static_cast<std::int64_t>(Random::mix(seed) % 80'000'000);
    m_last = (day.count() - 86'400'000 + apart - epoch) << 22U;
}

std::string place_name(std::string_view pattern, std::string_view name) {
    return replace_all(std::string(pattern), "%", name);
}

std::pair<double, double> city_position(const State& state, std::string_view city) {
    std::uint64_t hash = 0;
    for (char c : city)
        hash = Random::mix(hash * 31 + static_cast<unsigned char>(c));
    Random random(hash);
    auto within = [&](double from, double to) { return from + (to - from) * (0.1 + 0.8 * random.real()); };
    auto latitude = within(state.south, state.north);
    return {latitude, within(state.west, state.east)};
}

Instant days_ago(const Plan& plan, int count, Random& random) {
    using namespace std::chrono;
    auto day = start_of_day(plus_days(plan.options.today, -count), plan.options.time_zone);
    auto at = day + minutes(random.between(7 * 60, 20 * 60 + 30));
    return std::min<Instant>(at, plan.now);
}

void plan_directory(Plan& plan, Ids& ids) {
    DirectoryPlanner(plan, ids).run();
}

}  // namespace wallchart::sample
