#include "core/text.h"
#include "engine/decision/rule_text.h"
#include "engine/decision/words.h"

namespace wallchart::decision {
namespace {

std::string days(int count) {
    return std::to_string(count) + (count == 1 ? " day" : " days");
}

std::string levels_text(const std::vector<DecisionLevel>& levels) {
    if (levels.size() == 4) return "everything";
    std::vector<std::string> words;
    for (auto level : levels)
        words.emplace_back(level_words(level));
    return join(words, ", ");
}

std::string_view base_words(ThresholdBase base) {
    switch (base) {
        case ThresholdBase::votes_cast:
            return "votes cast";
        case ThresholdBase::present:
            return "those present";
        case ThresholdBase::eligible:
            return "those eligible";
    }
    return {};
}

std::string share_text(const Quorum& quorum) {
    bool half = quorum.numerator * 2 == quorum.denominator;
    std::string text = quorum.more_than && half ? "majority"
                       : quorum.more_than
                           ? "more than " + print_fraction({quorum.numerator, quorum.denominator})
                           : print_fraction({quorum.numerator, quorum.denominator});
    return text + " of those eligible";
}

std::string held_text(const DecisionStep& step) {
    auto text = std::to_string(step.town_halls) + (step.town_halls == 1 ? " town hall" : " town halls");
    if (step.over) {
        auto unit = std::string(name_of(step.over->unit));
        if (step.over->count == 1) unit.pop_back();
        text += " over at least " + std::to_string(step.over->count) + " " + unit;
    }
    if (step.days_apart > 0) text += ", at least " + days(step.days_apart) + " apart";
    return text;
}

std::string questionnaire_text(const DecisionStep& step) {
    auto text = *step.questionnaire_days == 0 ? std::string("required before the vote")
                                              : "returned " + days(*step.questionnaire_days) + " before";
    if (step.answer_days > 0) text += ", " + days(step.answer_days) + " to answer";
    return text;
}

/// The text inside the quotes of a name, or of a title: one line without quotes.
std::string one_line(std::string_view text) {
    return squeeze(replace_all(std::string(text), "\"", "'"));
}

std::string capitalized(std::string_view words) {
    std::string text(words);
    if (!text.empty()) text[0] = to_upper_ascii(text.substr(0, 1))[0];
    return text;
}

void print_step(std::string& out, const DecisionStep& step, std::size_t number) {
    out += std::to_string(number) + ". " + capitalized(kind_words(step.kind));
    if (!step.name.empty()) out += " \"" + one_line(step.name) + "\"";
    out += "\n";
    auto line = [&](std::string_view key, const std::string& value) {
        out.append("   ").append(key).append(": ").append(value).append("\n");
    };
    if (!step.applies_to.empty()) line("applies to", levels_text(step.applies_to));
    if (step.kind == StepKind::town_hall) {
        if (step.town_halls > 0) line("held", held_text(step));
    } else {
        line("who votes", print_electorate(step.electorate));
        if (step.weight) line("votes", print_weight(*step.weight));
        if (step.quorum) line("quorum", print_quorum(*step.quorum));
        std::vector<std::string> thresholds;
        for (const auto& threshold : step.thresholds)
            thresholds.push_back(print_threshold(threshold));
        if (!thresholds.empty()) line("carries with", join(thresholds, "; "));
        line("abstentions", step.abstentions_count ? "count" : "do not count");
        if (step.run_off != RunOff::none)
            line("run-off", step.run_off == RunOff::top_two ? "top two" : "top two, plurality");
    }
    if (step.notice_days > 0) line("notice", days(step.notice_days));
    if (step.reading == ReadingRule::meeting_before) line("read", "at the meeting before");
    if (step.reading == ReadingRule::earlier_meeting) line("read", "at an earlier meeting");
    if (step.questionnaire_days) line("questionnaire", questionnaire_text(step));
    if (step.interview_days)
        line("interview", *step.interview_days == 0 ? std::string("required before the vote")
                                                    : days(*step.interview_days) + " before");
    if (step.wait_days > 0) line("wait", days(step.wait_days) + " after the step before");
    if (step.within_days > 0) line("within", days(step.within_days) + " after the step before");
    if (step.open_days > 0) line("open", days(step.open_days));
    if (step.after_no == AfterNo::goes_on) line("after a no", "goes on");
    if (step.overrule) line("floor may overrule", "with " + print_threshold(*step.overrule));
    if (!step.decides.empty()) line("decides", levels_text(step.decides));
    if (!step.recommends.empty())
        line("recommends", levels_text(step.recommends) + " to " + squeeze(step.recommends_to));
}

void put_in_order(std::vector<DecisionLevel>& levels) {
    std::ranges::sort(levels);
    auto rest = std::ranges::unique(levels);
    levels.erase(rest.begin(), rest.end());
}

void normalize(DecisionThreshold& threshold) {
    if (threshold.kind == ThresholdKind::more_than && threshold.numerator * 2 == threshold.denominator)
        threshold.kind = ThresholdKind::majority;
    if (threshold.kind == ThresholdKind::majority) {
        threshold.numerator = 1;
        threshold.denominator = 2;
    }
    if (threshold.kind == ThresholdKind::plurality && threshold.numerator == 0) threshold.denominator = 1;
}

/// Only what the kind of electorate knows, so that a form that was switched leaves nothing behind.
void normalize(Electorate& electorate) {
    bool delegates = electorate.kind == ElectorateKind::delegates;
    if (!delegates) {
        electorate.delegates_per_local = electorate.members_per_delegate = 0;
        electorate.officers = false;
    }
    bool computed = electorate.delegates_per_local > 0 || electorate.members_per_delegate > 0;
    if (computed || (!delegates && electorate.kind != ElectorateKind::seats)) electorate.seats = 0;
}

void normalize(DecisionStep& step) {
    step.name = one_line(step.name);
    put_in_order(step.applies_to);
    put_in_order(step.decides);
    put_in_order(step.recommends);
    if (step.recommends.empty()) step.recommends_to.clear();
    step.recommends_to = squeeze(step.recommends_to);
    if (step.applies_to.size() == 4) step.applies_to.clear();
    if (!step.questionnaire_days) step.answer_days = 0;
    normalize(step.electorate);
    for (auto& threshold : step.thresholds)
        normalize(threshold);
    if (step.overrule) {
        step.overrule->matters.clear();
        normalize(*step.overrule);
    }
    if (step.kind == StepKind::town_hall) {
        step.electorate = {};
        step.quorum.reset();
        step.thresholds.clear();
        step.abstentions_count = false;
        step.weight.reset();
        step.run_off = RunOff::none;
    } else {
        step.town_halls = step.days_apart = 0;
        step.over.reset();
    }
    if (step.quorum) {
        if (step.quorum->numerator == 0) {
            step.quorum->denominator = 1;
            step.quorum->more_than = false;
        }
        if (step.quorum->numerator == 0 || !step.quorum->number) step.quorum->choice = QuorumChoice::smaller;
        if (step.quorum->more_than && step.quorum->numerator * 2 == step.quorum->denominator) {
            step.quorum->numerator = 1;
            step.quorum->denominator = 2;
        }
        if (step.quorum->numerator == 0 && !step.quorum->number) step.quorum.reset();
    }
}

}  // namespace

std::string_view matter_words(DecisionMatter matter) {
    switch (matter) {
        case DecisionMatter::candidates:
            return "candidates";
        case DecisionMatter::slates:
            return "slates";
        case DecisionMatter::ballot_measures:
            return "ballot measures";
        case DecisionMatter::local_races:
            return "local races";
        case DecisionMatter::state_races:
            return "state races";
        case DecisionMatter::federal_races:
            return "federal races";
    }
    return {};
}

std::string print_threshold(const DecisionThreshold& threshold) {
    auto fraction = print_fraction({threshold.numerator, threshold.denominator});
    std::string text;
    switch (threshold.kind) {
        case ThresholdKind::majority:
            text = "majority";
            break;
        case ThresholdKind::at_least:
            text = threshold.numerator == 1 && threshold.denominator == 1 ? "unanimous" : fraction;
            break;
        case ThresholdKind::more_than:
            text = "more than " + fraction;
            break;
        case ThresholdKind::plurality:
            text = threshold.numerator == 0 ? "plurality" : "plurality with at least " + fraction;
            break;
    }
    text.append(" of ").append(base_words(threshold.of));
    std::vector<std::string> matters;
    for (auto matter : threshold.matters)
        matters.emplace_back(matter_words(matter));
    if (!matters.empty()) text += " for " + join(matters, ", ");
    return text;
}

std::string print_quorum(const Quorum& quorum) {
    if (quorum.numerator == 0) return std::to_string(quorum.number.value_or(0));
    if (!quorum.number) return share_text(quorum);
    return std::to_string(*quorum.number) + " or " + share_text(quorum) + ", whichever is " +
           std::string(name_of(quorum.choice));
}

std::string print_electorate(const Electorate& electorate) {
    auto count = [](int number, const char* one) {
        return std::to_string(number) + " " + one + (number == 1 ? "" : "s");
    };
    switch (electorate.kind) {
        case ElectorateKind::members:
            return "all members";
        case ElectorateKind::members_in_good_standing:
            return "members in good standing";
        case ElectorateKind::seats:
            return electorate.seats > 0 ? count(electorate.seats, "seat") : "its members";
        case ElectorateKind::delegates:
            break;
    }
    auto by_size = "per " + std::to_string(electorate.members_per_delegate) + " members";
    std::string text = "delegates";
    if (electorate.delegates_per_local > 0) {
        text = count(electorate.delegates_per_local, "delegate") + " per local";
        if (electorate.members_per_delegate > 0) text += " plus 1 " + by_size;
    } else if (electorate.members_per_delegate > 0) {
        text = "1 delegate " + by_size;
    } else if (electorate.seats > 0) {
        text = count(electorate.seats, "delegate");
    }
    return electorate.officers ? text + " plus officers" : text;
}

std::string print_weight(const VoteWeight& weight) {
    auto text = std::to_string(weight.votes) + " per ";
    text += weight.members == 1 ? std::string("member") : std::to_string(weight.members) + " members";
    if (weight.rounding == WeightRounding::fraction) text += " or fraction";
    if (weight.rounding == WeightRounding::major_fraction) text += " or major fraction";
    if (weight.at_least > 0) text += ", at least " + std::to_string(weight.at_least);
    return text;
}

std::string print_rule(const DecisionRule& rule) {
    auto plain = normalized(rule);
    std::string out;
    if (!plain.title.empty()) out += "rule: " + plain.title + "\n\n";
    for (std::size_t at = 0; at < plain.steps.size(); ++at) {
        if (at > 0) out += "\n";
        print_step(out, plain.steps[at], at + 1);
    }
    return out;
}

DecisionRule normalized(DecisionRule rule) {
    rule.title = squeeze(rule.title);
    for (auto& step : rule.steps)
        normalize(step);
    if (!rule.steps.empty()) {
        auto& last = rule.steps.back();
        if (last.kind != StepKind::town_hall && last.decides.empty() && last.recommends.empty()) {
            using enum DecisionLevel;
            last.decides = {local, state, federal, ballot_measure};
        }
    }
    return rule;
}

}  // namespace wallchart::decision
