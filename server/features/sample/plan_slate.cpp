#include "core/text.h"
#include "features/sample/plan.h"

namespace wallchart::sample {
namespace {

struct Contest {
    std::string_view office;
    std::string_view district;
    RaceLevel level;
    std::size_t state;
    std::string_view given_name;
    std::string_view family_name;
    std::array<std::string_view, 2> line;
    std::string_view statement;
};

constexpr std::string_view independent = "independent";

/// The ten of the story, in the order of the slate.
constexpr std::array<Contest, 10> contests{{
    {"U.S. House",
     "NB-2",
     RaceLevel::federal,
     0,
     "Elena",
     "Rivera",
     {independent, "Commonwealth Party"},
     "Twelve years on the loading dock at Northgate, six of them as a steward. Runs on the right to strike, "
     "heat rules "
     "with teeth and Medicare for everyone."},
    {"U.S. Senate",
     "NB",
     RaceLevel::federal,
     0,
     "Chidi",
     "Okonkwo",
     {independent, ""},
     "Nurse and organizer. Wants staffing ratios in federal law and public money for public hospitals."},
    {"Governor",
     "NB",
     RaceLevel::state,
     0,
     "Nadia",
     "Haddad",
     {independent, "Labor Line"},
     "Bus operator, then president of the Riverton labor council. Wants fare-free transit and a state bank."},
    {"U.S. House",
     "NB-1",
     RaceLevel::federal,
     0,
     "Astrid",
     "Lindqvist",
     {independent, ""},
     "High-school teacher who led the Port Calder walkout. Runs on schools, child care and an end to "
     "two-tier wages."},
    {"U.S. House",
     "NB-3",
     RaceLevel::federal,
     0,
     "Carlos",
     "Moreno",
     {independent, "Commonwealth Party"},
     "Packing-house worker and son of farm hands. Runs on line speed, wages and a road to citizenship."},
    {"State Senate",
     "SD-14",
     RaceLevel::state,
     0,
     "Mai",
     "Tran",
     {"Labor Line", ""},
     "Electrician. Wants the new grid built with union labor and owned by those who pay for it."},
    {"State House",
     "HD-31",
     RaceLevel::state,
     0,
     "Jean-Luc",
     "Baptiste",
     {independent, ""},
     "Letter carrier and tenant organizer. Wants rent control and postal banking."},
    {"Mayor of Riverton",
     "Riverton",
     RaceLevel::local,
     0,
     "Teresa",
     "Kowalski",
     {independent, "Labor Line"},
     "Sanitation driver for nineteen years. Wants city work done by city workers."},
    {"U.S. House",
     "LR-4",
     RaceLevel::federal,
     2,
     "Shandiin",
     "Nez",
     {independent, ""},
     "Miner's daughter and lineworker. Runs on pensions, clean water and public power."},
    {"U.S. House",
     "KT-7",
     RaceLevel::federal,
     6,
     "Darnell",
     "Whitfield",
     {independent, "Commonwealth Party"},
     "Assembler and local president. Runs on keeping the plants open and the shorter week."},
}};

/// The Tuesday after the first Monday of November, this year's or, late in the year, the next one's.
Date election_day(Date today) {
    using namespace std::chrono;
    auto of_year = [](year y) { return year_month_day(sys_days(y / November / Monday[1]) + days(1)); };
    auto day = of_year(today.year());
    return days_between(today, day) < 45 ? of_year(today.year() + years(1)) : day;
}

std::string race_name(std::string_view office, std::string_view district, const State& state) {
    if (office.starts_with("U.S.")) return std::string(office) + " " + std::string(district);
    if (office == "Governor") return "Governor of " + std::string(state.name);
    if (office.starts_with("State"))
        return std::string(state.code) + " " + std::string(office) + " " + std::string(district);
    return std::string(office);
}

class SlatePlanner {
public:
    SlatePlanner(Plan& plan, Ids& ids)
        : m_plan(plan), m_ids(ids), m_random(plan.options.seed, 2), m_day(election_day(plan.options.today)) {}

    void run() {
        auto count = static_cast<std::size_t>(m_plan.options.candidates);
        for (std::size_t at = 0; at < count; ++at) {
            if (at < contests.size())
                add(contests[at]);
            else
                add_another(at);
        }
        add_race("Question 2: Rent stabilization", "", RaceLevel::ballot_measure, 0, "Ballot measure");
        auto year = std::to_string(static_cast<int>(m_day.year()));
        add_slate("Riverbend Slate " + year, 0, m_plan.candidates.size());
        if (m_plan.candidates.size() >= 10) add_slate("Riverton First " + year, 5, 8);
    }

private:
    Id<Race> add_race(std::string name, std::string_view district, RaceLevel level, std::size_t state,
                      std::string_view office) {
        Race race;
        race.id = m_ids.next<Race>();
        race.workspace_id = m_plan.workspace;
        race.name = std::move(name);
        race.office = office;
        race.level = level;
        race.district = district;
        race.state = states()[state].code;
        race.election_on = m_day;
        m_plan.races.push_back(race);
        return race.id;
    }

    void add(const Contest& contest) {
        const auto& state = states()[contest.state];
        Candidate candidate;
        candidate.race_id = add_race(race_name(contest.office, contest.district, state), contest.district,
                                     contest.level, contest.state, contest.office);
        candidate.id = m_ids.next<Candidate>();
        candidate.workspace_id = m_plan.workspace;
        candidate.given_name = contest.given_name;
        candidate.family_name = contest.family_name;
        for (auto line : contest.line)
            if (!line.empty()) candidate.line.emplace_back(line);
        candidate.statement = contest.statement;
        candidate.website = "https://" + to_lower_ascii(contest.family_name) + ".example.org";
        m_plan.candidates.push_back(std::move(candidate));
    }

    /// More than the story has: state legislature, one district after the other.
    void add_another(std::size_t at) {
        auto state = m_random.below(states().size());
        auto district = "HD-" + std::to_string(40 + at);
        bool woman = m_random.chance(0.5);
        Contest contest{"State House",
                        district,
                        RaceLevel::state,
                        state,
                        m_random.pick(woman ? given_names_women() : given_names_men()),
                        m_random.pick(family_names()),
                        {independent, ""},
                        "Works where they have always worked, and runs on what they heard there."};
        add(contest);
    }

    void add_slate(std::string name, std::size_t from, std::size_t until) {
        Slate slate;
        slate.id = m_ids.next<Slate>();
        slate.workspace_id = m_plan.workspace;
        slate.name = std::move(name);
        m_plan.slates.push_back(slate);
        for (auto at = from; at < until; ++at) {
            SlateCandidate member;
            member.id = m_ids.next<SlateCandidate>();
            member.slate_id = slate.id;
            member.candidate_id = m_plan.candidates[at].id;
            member.position = static_cast<int>(at - from);
            m_plan.slate_candidates.push_back(member);
        }
    }

    Plan& m_plan;
    Ids& m_ids;
    Random m_random;
    Date m_day;
};

}  // namespace

void plan_slate(Plan& plan, Ids& ids) {
    SlatePlanner(plan, ids).run();
}

}  // namespace wallchart::sample
