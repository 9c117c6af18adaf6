#pragma once
// What the engine says, before it becomes words: a code with its arguments. wording.h turns it into English
// or Spanish, so that the logic holds no sentence and a sentence no logic.

#include "core/clock.h"
#include "engine/decision/rule.h"

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace wallchart::decision {

enum class Code : std::uint8_t {
    // Faults of a line of a rule's text
    unknown_line,
    line_before_first_step,
    unknown_step,
    given_twice,
    unclosed_quote,
    text_too_long,
    not_a_quorum,
    not_a_threshold,
    not_an_electorate,
    not_days,
    not_yes_or_no,
    not_a_reading,
    not_a_questionnaire,
    not_town_halls,
    not_levels,
    not_after_no,
    recommends_to_whom,
    not_a_weight,
    not_a_run_off,
    fraction_out_of_range,
    number_out_of_range,
    // Faults of a rule as a whole
    no_steps,
    too_many_steps,
    no_threshold,
    no_threshold_for,
    threshold_never_used,
    nobody_decides,
    step_never_reached,
    town_halls_missing,
    town_halls_only,
    town_halls_do_not_vote,
    ballot_only,
    reading_needs_meeting,
    overrule_needs_next,
    decides_and_recommends,
    quorum_over_seats,
    weight_needs_delegates,
    within_needs_step,
    within_before_wait,
    recommends_to_missing,
    // Faults of a meeting pattern
    not_a_pattern,
    pattern_needs_start,
    // Arithmetic of a vote
    quorum_met,
    quorum_missed,
    quorum_met_ballot,
    quorum_missed_ballot,
    quorum_unknown_eligible,
    quorum_unknown_present,
    votes_of_voting,
    votes_of_present,
    votes_of_eligible,
    votes_none,
    present_missing,
    eligible_missing,
    quorum_unknown_delegates,
    weights_said,
    weighted_of_cast,
    weighted_of_present,
    weighted_of_all,
    votes_present_missing,
    votes_all_missing,
    plurality_won,
    plurality_lost,
    plurality_tied,
    plurality_alone,
    plurality_yes,
    plurality_no,
    abstentions_counted,
    abstentions_left_out,
    // Numbers that cannot be
    negative_votes,
    two_kinds_of_votes,
    candidate_not_named,
    more_votes_than_present,
    more_present_than_eligible,
    more_votes_than_eligible,
    more_votes_than_held,
    more_held_than_all,
    run_off_choices,
    // Whether a vote was valid
    notice_kept,
    notice_missing,
    notice_short,
    reading_kept,
    reading_missing,
    reading_not_at_meeting_before,
    questionnaire_kept,
    questionnaire_missing,
    questionnaire_late,
    interview_kept,
    interview_missing,
    interview_late,
    ballot_kept,
    ballot_opening_missing,
    ballot_too_short,
    wait_short,
    within_passed,
    step_before_open,
    step_before_later,
    town_halls_held,
    town_halls_too_few,
    town_halls_long_enough,
    town_halls_too_short,
    town_halls_not_counted,
    try_again,
    // What a vote leads to
    other_carried,
    run_off_needed,
    not_in_run_off,
    run_off_held,
    recommended_for,
    recommended_against,
    decided_for,
    advice_only,
    process_ended,
    goes_upward,
    floor_may_overrule,
    floor_overruled,
    floor_did_not_overrule,
    motion_carried,
    vote_overrules,
    vote_does_not_overrule,
    stands,
    stands_unless_overruled,
    waiting_for,
    endorsed,
    recommended,
    declined,
    no_rule_for_level,
    // Timetable
    latest_past,
    too_late,
    given_too_late,
    no_meeting_in_time,
    no_meeting_ahead,
    no_meetings_entered,
    notice_binds,
    notice_given_binds,
    questionnaire_binds,
    interview_binds,
    reading_binds,
    reading_lapsed,
    step_before_binds,
    town_halls_bind,
    retry_binds,
    run_off_binds,
    within_binds,
    step_after_binds,
    possible_by,
    possible_on_last_day,
    vote_incomplete,
    possible_without_date,
    not_possible_since,
    earliest_would_be,
};

/// Things that are worded by the language: dates with their weekday, thresholds, kinds of step.
using Argument = std::variant<std::int64_t, std::string, Date, StepKind, StepAct, DecisionLevel,
                              DecisionThreshold, VoteWeight>;

struct Message {
    Code code{};
    std::vector<Argument> arguments;
    friend bool operator==(const Message&, const Message&) = default;
};

template <class... Arguments>
Message message(Code code, Arguments&&... arguments) {
    Message made{code, {}};
    [[maybe_unused]] auto add = [&](auto&& argument) {
        using T = std::remove_cvref_t<decltype(argument)>;
        if constexpr (std::is_integral_v<T>)
            made.arguments.emplace_back(static_cast<std::int64_t>(argument));
        else if constexpr (std::is_convertible_v<T, std::string_view>)
            made.arguments.emplace_back(std::string(argument));
        else
            made.arguments.emplace_back(std::forward<decltype(argument)>(argument));
    };
    (add(std::forward<Arguments>(arguments)), ...);
    return made;
}

}  // namespace wallchart::decision
