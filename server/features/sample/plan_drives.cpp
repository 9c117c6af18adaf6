#include "core/text.h"
#include "features/sample/plan.h"

#include <algorithm>
#include <map>

namespace wallchart::sample {
namespace {

/// What is usual at a stage.
struct StageShape {
    DriveStage stage;
    double weight;    ///< how often
    double coverage;  ///< share of the local talked to
    int days;         ///< since talking began
};
constexpr std::array<StageShape, 5> open_stages{{{DriveStage::mapped, 0.22, 0.0, 0},
                                                 {DriveStage::identifying, 0.26, 0.22, 40},
                                                 {DriveStage::building_team, 0.20, 0.4, 65},
                                                 {DriveStage::opening_process, 0.18, 0.55, 80},
                                                 {DriveStage::resolution_moved, 0.14, 0.68, 95}}};

constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

std::string day_in_words(Date date) {
    return std::to_string(static_cast<unsigned>(date.day())) + " " +
           std::string(months[static_cast<unsigned>(date.month()) - 1]);
}

class DrivePlanner {
public:
    DrivePlanner(Plan& plan, Ids& ids) : m_plan(plan), m_ids(ids), m_random(plan.options.seed, 3) {}

    void run() {
        for (std::size_t candidate = 0; candidate < m_plan.candidates.size(); ++candidate)
            add_locals_of(candidate);
        settle();
        for (std::size_t at = 0; at < m_plan.drives.size(); ++at)
            start_talking(at);
        add_slate_drives();
        add_councils_and_unions();
    }

private:
    struct Place {
        std::optional<std::size_t> local;
        bool first = false;  ///< the drive of the story
    };

    const Race& race_of(const Candidate& candidate) const {
        return *std::ranges::find(m_plan.races, candidate.race_id, &Race::id);
    }

    /// The seven largest, and some of the candidate's state; or all there are.
    void add_locals_of(std::size_t which) {
        const auto& candidate = m_plan.candidates[which];
        if (m_plan.options.every_pair) {
            for (std::size_t at = 0; at < m_plan.locals.size(); ++at)
                add(candidate, at, at == 0 && which == 0);
            return;
        }
        auto state = race_of(candidate).state;
        auto others = std::max<std::size_t>(4, m_plan.locals.size() / 75);
        std::vector<std::size_t> near;
        for (std::size_t at = 0; at < m_plan.locals.size(); ++at) {
            const auto& local = m_plan.locals[at];
            if (local.core) {
                if (at == 0 && which == 0)
                    add(candidate, at, true);
                else if (m_random.chance(which < 8 ? 0.86 : 0.55))
                    add(candidate, at, false);
            } else if (states()[local.state].code == state) {
                near.push_back(at);
            }
        }
        for (std::size_t at = 0; at < others && !near.empty(); ++at) {
            auto pick = m_random.below(near.size());
            add(candidate, near[pick], false);
            near.erase(near.begin() + pick);
        }
    }

    Drive& blank(Id<Organization> organization) {
        Drive drive;
        drive.id = m_ids.next<Drive>();
        drive.workspace_id = m_plan.workspace;
        drive.organization_id = organization;
        drive.user_id = m_random.pick(m_plan.users.organizers);
        m_places.emplace_back();
        return m_plan.drives.emplace_back(std::move(drive));
    }

    void add(const Candidate& candidate, std::size_t local, bool first) {
        const auto& organization = m_plan.organizations[m_plan.locals[local].organization];
        auto& drive = blank(organization.id);
        drive.candidate_id = candidate.id;
        m_places.back() = {local, first};
        fill(drive, candidate.family_name, organization);
        if (first) {
            drive.stage = DriveStage::resolution_moved;
            drive.user_id = m_plan.users.organizers.front();
            drive.mover = "T. Abara";
            drive.seconder = "M. Quiroga";
            drive.needed_by = plus_days(m_plan.options.today, 69);
            set_ask(drive, candidate.family_name, plus_days(m_plan.options.today, 42));
        }
    }

    /// Stage, dates and goal of a drive that is open.
    void fill(Drive& drive, std::string_view subject, const Organization& organization) {
        double draw = m_random.real();
        drive.stage = open_stages.back().stage;
        for (const auto& shape : open_stages) {
            if (draw < shape.weight) {
                drive.stage = shape.stage;
                break;
            }
            draw -= shape.weight;
        }
        auto members = static_cast<double>(organization.members.value_or(200));
        drive.goal =
            static_cast<std::int64_t>(std::max(15.0, std::min(members * 0.34, 40 + 9 * std::sqrt(members))));
        // Most have months; some have days left, and a few are late.
        double haste = m_random.real();
        int left = haste < 0.04   ? m_random.between(-9, -1)
                   : haste < 0.16 ? m_random.between(3, 14)
                                  : m_random.between(21, 130);
        drive.needed_by = plus_days(m_plan.options.today, left);
        set_ask(drive, subject, plus_days(m_plan.options.today, std::max(5, left - m_random.between(7, 25))));
        if (drive.stage == DriveStage::resolution_moved) {
            drive.mover = initials();
            drive.seconder = initials();
        }
        if (left < 0) drive.note = "The date has passed; ask the secretary for a special meeting.";
    }

    std::string initials() {
        auto family = m_random.chance(0.3) ? m_random.pick(spanish_family_names())
                                           : m_random.pick_early(family_names());
        return std::string(1, static_cast<char>('A' + m_random.below(23))) + ". " + std::string(family);
    }

    void set_ask(Drive& drive, std::string_view subject, Date meeting) {
        auto day = day_in_words(meeting);
        drive.ask = "Will you vote yes on the " + std::string(subject) + " resolution on " + day + "?";
        drive.script =
            "**Open.** How is it on your shift? What would you change first?\n\n"
            "**Listen.** Let them talk for most of the time. Write down the issue in their words.\n\n"
            "**Connect.** " +
            std::string(subject) +
            " comes from the shop floor and answers to us, not to donors. A resolution of our own local puts "
            "that in writing, and our people behind it.\n\n"
            "**Ask.** " +
            drive.ask +
            "\n\n"
            "**Next.** Who else on your crew should hear this? Will you bring two of them?\n";
    }

    /// Of the candidates' drives in locals a third was won and some were lost; who and where is drawn.
    void settle() {
        std::vector<std::size_t> order;
        for (std::size_t at = 0; at < m_plan.drives.size(); ++at)
            if (!m_places[at].first) order.push_back(at);
        for (std::size_t at = order.size(); at > 1; --at)
            std::swap(order[at - 1], order[m_random.below(at)]);
        auto won = order.size() * 33 / 100;
        auto lost = order.size() * 8 / 100;
        for (std::size_t at = 0; at < won + lost; ++at)
            decide(m_plan.drives[order[at]], at < won ? DriveOutcome::endorsed : DriveOutcome::declined);
    }

    void decide(Drive& drive, DriveOutcome outcome) {
        drive.outcome = outcome;
        bool active = outcome == DriveOutcome::endorsed && m_random.chance(0.4);
        drive.stage = active ? DriveStage::activated : DriveStage::decided;
        drive.decided_on = plus_days(m_plan.options.today, -m_random.between(4, 150));
        drive.needed_by = plus_days(*drive.decided_on, m_random.between(5, 60));
        drive.mover = initials();
        drive.seconder = initials();
        drive.note = outcome == DriveOutcome::declined
                         ? "Lost on the floor; may be moved again after six months."
                         : "";
        if (outcome != DriveOutcome::endorsed) return;
        Endorsement endorsement;
        endorsement.id = m_ids.next<Endorsement>();
        endorsement.workspace_id = m_plan.workspace;
        endorsement.organization_id = drive.organization_id;
        endorsement.drive_id = drive.id;
        endorsement.candidate_id = drive.candidate_id;
        endorsement.slate_id = drive.slate_id;
        endorsement.decided_on = *drive.decided_on;
        endorsement.evidence = "Minutes of the meeting of " + day_in_words(*drive.decided_on);
        m_plan.endorsements.push_back(std::move(endorsement));
    }

    /// How far a drive has come among the people of its local.
    void start_talking(std::size_t at) {
        const auto& drive = m_plan.drives[at];
        const auto& place = m_places[at];
        if (!place.local) return;
        auto& local = m_plan.locals[*place.local];
        DrivePlan plan{drive.id, 0, 0.05 + 0.22 * m_random.normal(), 0, 0};
        if (drive.decided_on) {
            plan.last_day = days_between(*drive.decided_on, m_plan.options.today);
            plan.first_day = plan.last_day + m_random.between(60, 120);
            plan.coverage = 0.45 + 0.3 * m_random.real();
            plan.sentiment = drive.outcome == DriveOutcome::endorsed ? 0.25 : -0.3;
        } else {
            for (const auto& shape : open_stages) {
                if (shape.stage != drive.stage) continue;
                plan.coverage = shape.coverage * (0.75 + 0.5 * m_random.real());
                plan.first_day = shape.days;
            }
        }
        // One drive at a time fills a local's chart; others there run beside it.
        bool chief =
            std::ranges::none_of(local.drives, [](const DrivePlan& other) { return other.coverage > 0.2; });
        if (place.first) {
            plan.coverage = 0.71;
            plan.sentiment = -0.02;
            plan.first_day = 95;
        } else if (!chief) {
            plan.coverage *= 0.25;
        }
        if (plan.coverage > 0) local.drives.push_back(plan);
    }

    /// The drive for a whole slate: four locals won, some on the way.
    void add_slate_drives() {
        if (m_plan.slates.empty()) return;
        const auto& slate = m_plan.slates.front();
        auto count = std::min<std::size_t>(9, m_plan.locals.size());
        for (std::size_t at = 0; at < count; ++at) {
            auto which = (at * m_plan.locals.size() / count + 1) % m_plan.locals.size();
            const auto& organization = m_plan.organizations[m_plan.locals[which].organization];
            auto& drive = blank(organization.id);
            drive.slate_id = slate.id;
            m_places.back() = {which, false};
            fill(drive, slate.name, organization);
            if (at < 4) decide(drive, DriveOutcome::endorsed);
            start_talking(m_plan.drives.size() - 1);
        }
    }

    /// Internationals and councils: one won the slate, two a candidate each; councils recommend or go on.
    void add_councils_and_unions() {
        std::vector<std::size_t> internationals;
        std::vector<std::size_t> councils;
        for (std::size_t at = 0; at < m_plan.organizations.size(); ++at) {
            const auto& organization = m_plan.organizations[at];
            if (organization.kind == OrganizationKind::union_) internationals.push_back(at);
            if (organization.kind == OrganizationKind::council && organization.state == states()[0].code)
                councils.push_back(at);
        }
        auto count = std::min<std::size_t>(5, internationals.size());
        for (std::size_t at = 0; at < count; ++at) {
            const auto& organization =
                m_plan.organizations[internationals[at * internationals.size() / count]];
            bool whole = at == 0 || at == 3;
            if (whole && m_plan.slates.empty()) continue;
            const auto& candidate = m_plan.candidates[at % m_plan.candidates.size()];
            auto& drive = blank(organization.id);
            if (whole)
                drive.slate_id = m_plan.slates.front().id;
            else
                drive.candidate_id = candidate.id;
            fill(drive, whole ? m_plan.slates.front().name : candidate.family_name, organization);
            drive.goal = 40;  // delegates
            if (at < 3) decide(drive, DriveOutcome::endorsed);
        }
        for (std::size_t at = 0; at < councils.size(); ++at) {
            const auto& candidate = m_plan.candidates[at % m_plan.candidates.size()];
            auto& drive = blank(m_plan.organizations[councils[at]].id);
            drive.candidate_id = candidate.id;
            fill(drive, candidate.family_name, m_plan.organizations[councils[at]]);
            drive.goal = 60;
            if (at == 1) decide(drive, DriveOutcome::recommended);
        }
    }

    Plan& m_plan;
    Ids& m_ids;
    Random m_random;
    std::vector<Place> m_places;  // of each drive
};

}  // namespace

void plan_drives(Plan& plan, Ids& ids) {
    if (!plan.candidates.empty() && !plan.locals.empty()) DrivePlanner(plan, ids).run();
}

}  // namespace wallchart::sample
