#include "core/text.h"
#include "features/drives/drives.h"

#include <algorithm>

namespace wallchart {
namespace {

using enum RequirementCode;

/// The requirements of one stage, being listed.
class List {
public:
    std::vector<Requirement> items;

    void is(RequirementCode code, bool met) { items.push_back({code, met, met ? 1 : 0, 1}); }
    void has(RequirementCode code, std::int64_t have, std::int64_t need) {
        items.push_back({code, have >= need, have, need});
    }
};

/// A share of the goal, rounded up, and at least `least`: a goal of 3 does not need one and a half.
std::int64_t share(std::int64_t goal, std::int64_t percent, std::int64_t least) {
    return std::max(least, (goal * percent + 99) / 100);
}

}  // namespace

void complete_counts(DriveCounts& counts, std::optional<std::int64_t> stated_members) {
    counts.supporters = counts.assessed_1 + counts.assessed_2;
    counts.assessed = counts.supporters + counts.assessed_3 + counts.assessed_4 + counts.assessed_5;
    counts.members = std::max(counts.people, stated_members.value_or(0));
    counts.not_assessed = std::max<std::int64_t>(0, counts.people - counts.assessed);
    counts.majority = counts.members / 2 + 1;
}

std::vector<Requirement> requirements_of(DriveStage stage, const DriveFacts& facts) {
    const auto& drive = facts.drive;
    const auto& counts = facts.counts;
    const auto& decision = facts.decision;
    List list;
    switch (stage) {
        case DriveStage::mapped:
            list.is(owner_named, drive.user_id.has_value());
            list.is(goal_set, drive.goal > 0);
            list.is(deadline_set, drive.needed_by.has_value());
            list.is(ask_written, !trim(drive.ask).empty());
            list.has(people_listed, counts.people, 1);
            break;
        case DriveStage::identifying:
            list.has(assessed_enough, counts.assessed, share(drive.goal, 50, 1));
            list.has(supporters_enough, counts.supporters, share(drive.goal, 20, 1));
            list.has(leader_found, counts.leaders_for, 1);
            break;
        case DriveStage::building_team:
            list.has(leaders_three, counts.leaders_for, 3);
            // A unit of two departments can't have leaders in three.
            if (facts.departments > 1)
                list.has(leader_departments, facts.leader_departments,
                         std::min<std::int64_t>(3, facts.departments));
            list.is(mover_named, !trim(drive.mover).empty());
            list.is(seconder_named, !trim(drive.seconder).empty());
            break;
        case DriveStage::opening_process:
            list.is(rule_known, decision.rule_known);
            if (decision.possible) list.is(timetable_possible, *decision.possible);
            if (decision.questionnaire_required)
                list.is(questionnaire_returned, decision.questionnaire_returned);
            if (decision.interview_required) list.is(interview_held, decision.interview_held);
            break;
        case DriveStage::resolution_moved:
            list.is(text_moved, facts.text_moved);
            if (decision.notice_required) list.is(notice_given, decision.notice_given);
            list.has(supporters_goal, counts.supporters, drive.goal);
            break;
        case DriveStage::decided:
            list.is(vote_entered, decision.vote_entered);
            list.is(vote_carried, decision.carried);
            break;
        case DriveStage::activated:
            list.is(endorsement_recorded, facts.endorsed);
            list.has(members_asked, facts.asked, share(counts.supporters, 50, 1));
            break;
    }
    return list.items;
}

std::vector<std::string> missing_before(DriveStage wanted, const DriveFacts& facts) {
    std::vector<std::string> missing;
    for (auto stage : drive_stages) {
        if (stage < facts.drive.stage || stage >= wanted) continue;
        for (const auto& requirement : requirements_of(stage, facts))
            if (!requirement.met) missing.emplace_back(name_of(requirement.code));
    }
    return missing;
}

Result<void> check_drive(const Drive& drive) {
    Error error{ErrorKind::invalid, "The drive can't be saved as it is."};
    auto fault = [&](const char* pointer, std::string message) {
        error.fields.push_back({pointer, std::move(message)});
    };
    auto at_most = [&](const char* pointer, const std::string& text, std::size_t limit) {
        if (length(text) > limit) fault(pointer, "At most " + std::to_string(limit) + " characters.");
    };
    at_most("/ask", drive.ask, 1000);
    at_most("/script", drive.script, 20'000);
    at_most("/mover", drive.mover, 200);
    at_most("/seconder", drive.seconder, 200);
    at_most("/note", drive.note, 10'000);
    if (drive.goal < 0 || drive.goal > 10'000'000) fault("/goal", "From 0 to 10,000,000.");
    if (drive.kind == DriveKind::endorsement && drive.candidate_id.has_value() == drive.slate_id.has_value())
        fault("/candidate_id", "An endorsement is for a candidate or for a slate: name one of them.");
    if (drive.candidate_id && drive.slate_id && drive.kind != DriveKind::endorsement)
        fault("/candidate_id", "Name a candidate or a slate, not both.");
    if (!drive.mover.empty() && fold(squeeze(drive.mover)) == fold(squeeze(drive.seconder)))
        fault("/seconder", "The mover can't second their own motion.");
    if (!error.fields.empty()) return std::unexpected(std::move(error));
    return {};
}

EndorsementLevel level_of(OrganizationKind kind, bool of_slate) {
    if (kind == OrganizationKind::union_)
        return of_slate ? EndorsementLevel::national_slate : EndorsementLevel::national_candidate;
    return of_slate ? EndorsementLevel::local_slate : EndorsementLevel::local_candidate;
}

}  // namespace wallchart
