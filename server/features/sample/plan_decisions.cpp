#include "engine/decision/meeting_pattern.h"
#include "engine/decision/templates.h"
#include "features/sample/plan.h"

#include <algorithm>
#include <map>
#include <set>

namespace wallchart::sample {
namespace {

using decision::StepAct;

std::string_view rule_text(std::string_view key) {
    for (const auto& each : decision::rule_templates())
        if (each.key == key) return each.text;
    return {};
}

class DecisionPlanner {
public:
    DecisionPlanner(Plan& plan, Ids& ids) : m_plan(plan), m_ids(ids), m_random(plan.options.seed, 6) {}

    void run() {
        std::set<std::int64_t> with_drive;
        for (const auto& drive : m_plan.drives)
            with_drive.insert(drive.organization_id.value);
        for (const auto& organization : m_plan.organizations) {
            bool decides = organization.kind == OrganizationKind::local ||
                           organization.kind == OrganizationKind::council ||
                           organization.kind == OrganizationKind::union_;
            // Of those without a drive, some rules are known already.
            if (with_drive.contains(organization.id.value) || (decides && m_random.chance(0.25)))
                add_rule(organization);
        }
        for (const auto& drive : m_plan.drives)
            add_records(drive);
    }

private:
    std::string_view choose(const Organization& organization) {
        if (organization.kind == OrganizationKind::council)
            return organization.name.find("State Federation") != std::string::npos ? "state_federation"
                                                                                   : "labor_council";
        double draw = m_random.real();
        if (organization.kind == OrganizationKind::union_)
            return draw < 0.5 ? "convention" : draw < 0.8 ? "executive_board" : "town_halls_and_poll";
        // The local of the story reads at one meeting and votes at the next.
        if (organization.id == m_plan.organizations[m_plan.locals.front().organization].id)
            return "two_meetings";
        if (draw < 0.44) return "membership_meeting";
        if (draw < 0.68) return "two_meetings";
        if (draw < 0.84) return "executive_board";
        return draw < 0.94 ? "floor_may_overrule" : "town_halls_and_poll";
    }

    void add_rule(const Organization& organization) {
        auto key = choose(organization);
        StoredRule rule;
        rule.id = m_ids.next<StoredRule>();
        rule.workspace_id = m_plan.workspace;
        rule.organization_id = organization.id;
        rule.text = rule_text(key);
        constexpr std::array<std::string_view, 6> articles{"V", "VII", "IX", "XI", "XII", "XIV"};
        rule.source = "Bylaws, article " + std::string(m_random.pick(articles)) + ", section " +
                      std::to_string(m_random.between(1, 9));
        m_plan.rules.push_back(rule);
        m_keys[organization.id.value] = key;
        if (key == "executive_board" || key == "two_meetings" || key == "state_federation")
            add_pattern(organization, "executive_board", board_days());
        if (key == "membership_meeting" || key == "two_meetings" || key == "floor_may_overrule")
            add_pattern(organization, "membership_meeting", meeting_days());
        if (key == "labor_council" || key == "floor_may_overrule")
            add_pattern(organization, "committee", "first Monday of each month");
        if (key == "labor_council")
            add_pattern(organization, "delegate_body", "third Wednesday of each month");
        if (key == "state_federation") add_pattern(organization, "delegate_body", day_ahead(60, 120));
        if (key == "convention") add_pattern(organization, "convention", day_ahead(70, 170));
    }

    std::string board_days() {
        constexpr std::array<std::string_view, 4> days{
            "second Thursday of each month", "first and third Monday of each month",
            "last Wednesday of each month", "every other Tuesday from 2026-01-06"};
        return std::string(m_random.pick(days));
    }
    std::string meeting_days() {
        constexpr std::array<std::string_view, 5> days{
            "first Tuesday of each month but July", "second Wednesday of each month",
            "third Thursday of each month but August", "second Saturday of each month", "15th of each month"};
        return std::string(m_random.pick(days));
    }
    std::string day_ahead(int from, int to) {
        return to_string(plus_days(m_plan.options.today, m_random.between(from, to)));
    }

    void add_pattern(const Organization& organization, std::string_view body, std::string pattern) {
        StoredPattern stored;
        stored.id = m_ids.next<StoredPattern>();
        stored.workspace_id = m_plan.workspace;
        stored.organization_id = organization.id;
        stored.body = body;
        stored.pattern = std::move(pattern);
        m_plan.patterns.push_back(std::move(stored));
    }

    /// The last day on which a body met, by its pattern, no later than `until`.
    std::optional<Date> last_meeting(Id<Organization> organization, std::string_view body, Date until) {
        for (const auto& stored : m_plan.patterns) {
            if (stored.organization_id != organization || stored.body != body) continue;
            auto pattern = decision::parse_pattern(stored.pattern);
            if (!pattern) return std::nullopt;
            auto days = expand(*pattern, plus_days(until, -70), until);
            if (!days.empty()) return days.back();
        }
        return std::nullopt;
    }

    StepRecord& add_record(const Drive& drive, int step, StepAct act, Date on, std::string evidence) {
        StepRecord record;
        record.id = m_ids.next<StepRecord>();
        record.workspace_id = m_plan.workspace;
        record.drive_id = drive.id;
        record.step = step;
        record.act = act;
        record.happened_on = on;
        record.evidence = std::move(evidence);
        return m_plan.step_records.emplace_back(std::move(record));
    }

    /// `others`: how many may have been there without voting for or against.
    void add_vote(const Drive& drive, int step, Date on, int yes, int no, int others) {
        auto& record = add_record(drive, step, StepAct::vote, on, "Minutes of " + to_string(on));
        decision::VoteCount votes;
        votes.yes = yes;
        votes.no = no;
        votes.abstain = m_random.between(0, others);
        votes.present = yes + no + votes.abstain + m_random.between(0, others - votes.abstain);
        record.votes = votes;
    }

    /// The vote of a meeting of members on the drive's day, with notice in time: won by two thirds, or lost.
    void add_floor_vote(const Drive& drive, int step) {
        bool won = drive.outcome == DriveOutcome::endorsed;
        add_record(drive, step, StepAct::notice, plus_days(*drive.decided_on, -m_random.between(11, 20)),
                   "Notice on the board");
        add_vote(drive, step, *drive.decided_on, won ? m_random.between(52, 90) : m_random.between(12, 20),
                 won ? m_random.between(4, 25) : m_random.between(40, 60), 7);
    }

    void add_board_vote(const Drive& drive, Date on) {
        add_record(drive, 0, StepAct::notice, plus_days(on, -m_random.between(4, 9)), "Letter to the board");
        add_vote(drive, 0, on, m_random.between(4, 6), m_random.between(0, 2), 1);
    }

    /// How a drive was decided, step by step, as far as minutes of its kind of body are kept here.
    void add_decision(const Drive& drive, std::string_view key) {
        auto day_before = plus_days(*drive.decided_on, -1);
        if (key == "executive_board") {
            bool won = drive.outcome == DriveOutcome::endorsed;
            add_vote(drive, 0, *drive.decided_on, won ? m_random.between(5, 7) : m_random.between(1, 3),
                     won ? m_random.between(0, 2) : m_random.between(5, 6), 0);
        }
        if (key == "membership_meeting") add_floor_vote(drive, 0);
        if (key == "two_meetings") {
            auto read = last_meeting(drive.organization_id, "membership_meeting", day_before);
            auto board = read ? last_meeting(drive.organization_id, "executive_board", *read) : std::nullopt;
            if (!board) return;
            add_board_vote(drive, *board);
            add_record(drive, 1, StepAct::reading, *read, "Minutes of " + to_string(*read));
            add_floor_vote(drive, 1);
        }
        if (key == "floor_may_overrule") {
            auto committee = last_meeting(drive.organization_id, "committee", day_before);
            if (!committee) return;
            add_record(drive, 0, StepAct::interview, plus_days(*committee, -m_random.between(2, 9)),
                       "Interview by three of the committee");
            add_vote(drive, 0, *committee, m_random.between(4, 5), m_random.between(0, 2), 0);
            add_floor_vote(drive, 1);
        }
    }

    /// What the minutes show: for drives that were decided, and for those under way.
    void add_records(const Drive& drive) {
        auto key = m_keys[drive.organization_id.value];
        if (drive.decided_on) add_decision(drive, key);
        if (key == "two_meetings" && drive.stage == DriveStage::resolution_moved) {
            auto today = m_plan.options.today;
            if (auto day = last_meeting(drive.organization_id, "executive_board", today))
                add_board_vote(drive, *day);
            if (auto day = last_meeting(drive.organization_id, "membership_meeting", today))
                add_record(drive, 1, StepAct::reading, *day, "Minutes of " + to_string(*day));
        }
    }

    Plan& m_plan;
    Ids& m_ids;
    Random m_random;
    std::map<std::int64_t, std::string_view> m_keys;  // the rule of each organization
};

}  // namespace

void plan_decisions(Plan& plan, Ids& ids) {
    if (!plan.locals.empty()) DecisionPlanner(plan, ids).run();
}

}  // namespace wallchart::sample
