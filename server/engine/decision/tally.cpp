#include "engine/decision/tally.h"

#include <cstdint>

namespace wallchart::decision {
namespace {

std::int64_t choice_votes(const VoteCount& votes) {
    std::int64_t sum = 0;
    for (const auto& choice : votes.choices)
        sum += choice.votes;
    return sum;
}

/// Everyone who took part in the vote: for, against and abstaining.
std::int64_t took_part(const VoteCount& votes) {
    std::int64_t cast = votes.choices.empty() ? std::int64_t{votes.yes} + votes.no : choice_votes(votes);
    return cast + votes.abstain;
}

const ChoiceCount* our_choice(const VoteCount& votes) {
    auto found = std::ranges::find_if(votes.choices, &ChoiceCount::ours);
    return found == votes.choices.end() ? nullptr : &*found;
}

/// Whole percent, rounded down, so that a share that misses never looks as if it reached.
std::int64_t percent(std::int64_t part, std::int64_t base) {
    return part * 100 / base;
}

Code base_code(ThresholdBase of, Counting counting) {
    bool heads = counting == Counting::heads;
    switch (of) {
        case ThresholdBase::votes_cast:
            return heads ? Code::votes_of_voting : Code::weighted_of_cast;
        case ThresholdBase::present:
            return heads ? Code::votes_of_present : Code::weighted_of_present;
        case ThresholdBase::eligible:
            return heads ? Code::votes_of_eligible : Code::weighted_of_all;
    }
    return Code::votes_of_voting;
}

Code missing_code(ThresholdBase of, Counting counting) {
    bool heads = counting == Counting::heads;
    if (of == ThresholdBase::present) return heads ? Code::present_missing : Code::votes_present_missing;
    return heads ? Code::eligible_missing : Code::votes_all_missing;
}

std::optional<std::int64_t> base_of(const DecisionThreshold& threshold, bool abstentions_count,
                                    const VoteCount& votes, std::optional<int> eligible, Counting counting) {
    bool heads = counting == Counting::heads;
    auto present = heads ? votes.present : votes.votes_present;
    auto all = heads ? eligible : votes.votes_eligible;
    switch (threshold.of) {
        case ThresholdBase::votes_cast:
            return took_part(votes) - (abstentions_count ? 0 : votes.abstain);
        case ThresholdBase::present:
            return present;
        case ThresholdBase::eligible:
            return all;
    }
    return std::nullopt;
}

/// Says "41 for of 60 voting: 68 %, needs 2/3 = 40".
Tally compare(const DecisionThreshold& threshold, std::int64_t ours, std::int64_t base, Counting counting) {
    if (base == 0) return {TallyResult::failed, {message(Code::votes_none)}};
    auto needed = votes_needed(threshold, base);
    auto reached = ours >= needed;
    return {reached ? TallyResult::carried : TallyResult::failed,
            {message(base_code(threshold.of, counting), ours, base, percent(ours, base), threshold, needed)}};
}

Tally count_plurality(const DecisionThreshold& threshold, const VoteCount& votes, std::int64_t base,
                      Counting counting) {
    std::int64_t ours = votes.yes, best = votes.no;
    std::string who;
    if (const auto* choice = our_choice(votes)) {
        ours = choice->votes;
        best = -1;
        for (const auto& other : votes.choices) {
            if (&other == choice || other.votes <= best) continue;
            best = other.votes;
            who = other.name;
        }
    }
    Tally tally{TallyResult::failed, {}};
    if (base == 0) {
        tally.reasons.push_back(message(Code::votes_none));
    } else if (votes.choices.empty()) {
        tally.reasons.push_back(message(ours > best ? Code::plurality_yes : Code::plurality_no, ours, best));
    } else if (best < 0) {
        best = 0;
        tally.reasons.push_back(message(Code::plurality_alone, ours));
    } else if (ours == best) {
        tally.reasons.push_back(message(Code::plurality_tied, ours, who));
    } else {
        tally.reasons.push_back(
            message(ours > best ? Code::plurality_won : Code::plurality_lost, ours, who, best));
    }
    if (base == 0 || ours <= best) return tally;
    tally.result = TallyResult::carried;
    if (threshold.numerator > 0) {
        auto least = compare(threshold, ours, base, counting);
        tally.result = least.result;
        tally.reasons.push_back(std::move(least.reasons.front()));
    }
    return tally;
}

}  // namespace

Counting counting_of(const DecisionStep& step) {
    return step.weight ? Counting::votes : Counting::heads;
}

std::int64_t votes_needed(const DecisionThreshold& threshold, std::int64_t base) {
    auto part = base * threshold.numerator;
    switch (threshold.kind) {
        case ThresholdKind::majority:
            return base / 2 + 1;
        case ThresholdKind::more_than:
            return part / threshold.denominator + 1;
        case ThresholdKind::at_least:
        case ThresholdKind::plurality:
            return (part + threshold.denominator - 1) / threshold.denominator;
    }
    return base + 1;
}

std::optional<std::int64_t> quorum_needed(const Quorum& quorum, std::optional<int> eligible) {
    std::optional<std::int64_t> share;
    if (quorum.numerator > 0) {
        if (!eligible) return std::nullopt;
        auto part = std::int64_t{*eligible} * quorum.numerator;
        share = quorum.more_than ? part / quorum.denominator + 1
                                 : (part + quorum.denominator - 1) / quorum.denominator;
    }
    if (!quorum.number) return share;
    if (!share) return *quorum.number;
    return quorum.choice == QuorumChoice::smaller ? std::min<std::int64_t>(*share, *quorum.number)
                                                  : std::max<std::int64_t>(*share, *quorum.number);
}

Tally check_quorum(const DecisionStep& step, const VoteCount& votes, std::optional<int> eligible) {
    if (!step.quorum) return {TallyResult::carried, {}};
    auto needed = quorum_needed(*step.quorum, eligible);
    if (!needed) return {TallyResult::unknown, {message(Code::quorum_unknown_eligible)}};
    bool ballot = step.kind == StepKind::member_ballot;
    // Votes by size say nothing of how many delegates cast them.
    if (!votes.present && counting_of(step) == Counting::votes)
        return {TallyResult::unknown, {message(Code::quorum_unknown_delegates, *needed)}};
    auto counted = votes.present ? *votes.present : took_part(votes);
    if (counted >= *needed)
        return {TallyResult::carried,
                {message(ballot ? Code::quorum_met_ballot : Code::quorum_met, counted, *needed)}};
    // Some may have been present and not voted: too few votes alone do not prove that a quorum was missed.
    // Of a ballot, those who took part are all there are.
    if (!votes.present && !ballot)
        return {TallyResult::unknown, {message(Code::quorum_unknown_present, counted, *needed)}};
    return {TallyResult::failed,
            {message(ballot ? Code::quorum_missed_ballot : Code::quorum_missed, counted, *needed)}};
}

Tally count_votes(const DecisionThreshold& threshold, bool abstentions_count, const VoteCount& votes,
                  std::optional<int> eligible, Counting counting) {
    if (!votes.choices.empty() && our_choice(votes) == nullptr)
        return {TallyResult::unknown, {message(Code::candidate_not_named)}};
    auto base = base_of(threshold, abstentions_count, votes, eligible, counting);
    if (!base) return {TallyResult::unknown, {message(missing_code(threshold.of, counting), threshold)}};
    Tally tally;
    if (threshold.kind == ThresholdKind::plurality) {
        tally = count_plurality(threshold, votes, *base, counting);
    } else {
        const auto* choice = our_choice(votes);
        tally = compare(threshold, choice != nullptr ? choice->votes : votes.yes, *base, counting);
    }
    if (votes.abstain > 0 && threshold.of == ThresholdBase::votes_cast)
        tally.reasons.push_back(message(
            abstentions_count ? Code::abstentions_counted : Code::abstentions_left_out, votes.abstain));
    return tally;
}

std::optional<Message> impossible_votes(const VoteCount& votes, std::optional<int> eligible,
                                        Counting counting) {
    bool negative = votes.yes < 0 || votes.no < 0 || votes.abstain < 0 || votes.present.value_or(0) < 0 ||
                    eligible.value_or(0) < 0 || votes.votes_present.value_or(0) < 0 ||
                    votes.votes_eligible.value_or(0) < 0;
    for (const auto& choice : votes.choices)
        negative = negative || choice.votes < 0;
    if (negative) return message(Code::negative_votes);
    if (!votes.choices.empty() && (votes.yes > 0 || votes.no > 0)) return message(Code::two_kinds_of_votes);
    if (std::ranges::count_if(votes.choices, &ChoiceCount::ours) > 1)
        return message(Code::candidate_not_named);
    auto count = took_part(votes);
    if (eligible && votes.present && *votes.present > *eligible)
        return message(Code::more_present_than_eligible, *votes.present, *eligible);
    if (counting == Counting::votes) {
        auto held = votes.votes_present ? votes.votes_present : votes.votes_eligible;
        if (held && count > *held) return message(Code::more_votes_than_held, count, *held);
        if (votes.votes_present && votes.votes_eligible && *votes.votes_present > *votes.votes_eligible)
            return message(Code::more_held_than_all, *votes.votes_present, *votes.votes_eligible);
        return std::nullopt;
    }
    if (votes.present && count > *votes.present)
        return message(Code::more_votes_than_present, count, *votes.present);
    if (eligible && count > *eligible) return message(Code::more_votes_than_eligible, count, *eligible);
    return std::nullopt;
}

}  // namespace wallchart::decision
