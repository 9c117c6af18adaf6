#include "engine/decision/rule.h"

#include "core/text.h"

namespace wallchart::decision {
namespace {

bool holds_for(DecisionMatter matter, const DecisionSubject& subject) {
    bool measure = subject.level == DecisionLevel::ballot_measure;
    switch (matter) {
        case DecisionMatter::candidates:
            return !measure;
        case DecisionMatter::slates:
            return !measure && subject.kind == SubjectKind::slate;
        case DecisionMatter::ballot_measures:
            return measure;
        case DecisionMatter::local_races:
            return subject.level == DecisionLevel::local;
        case DecisionMatter::state_races:
            return subject.level == DecisionLevel::state;
        case DecisionMatter::federal_races:
            return subject.level == DecisionLevel::federal;
    }
    return false;
}

bool among(const std::vector<DecisionLevel>& levels, DecisionLevel level) {
    return std::ranges::find(levels, level) != levels.end();
}

struct KindWords {
    StepKind kind;
    std::vector<std::string_view> words;  // the first is the one that is printed
};

const std::vector<KindWords>& kinds() {
    static const std::vector<KindWords> all{
        {StepKind::committee,
         {"committee", "political committee", "screening committee", "endorsement committee", "cope"}},
        {StepKind::executive_board,
         {"executive board", "executive committee", "board", "e-board", "eboard", "executive council"}},
        {StepKind::membership_meeting,
         {"membership meeting", "general membership meeting", "general meeting", "members' meeting",
          "members meeting", "union meeting"}},
        {StepKind::delegate_body,
         {"delegate body", "delegates", "delegate meeting", "delegates' meeting", "delegate assembly",
          "council meeting"}},
        {StepKind::convention, {"convention", "congress"}},
        {StepKind::member_ballot,
         {"member ballot", "ballot", "member poll", "members' ballot", "mail ballot", "referendum"}},
        {StepKind::town_hall, {"town halls", "town hall"}},
    };
    return all;
}

}  // namespace

std::int64_t votes_of(const VoteWeight& weight, std::int64_t members) {
    std::int64_t per = std::max(1, weight.members);
    auto times = members / per;
    auto left = members % per;
    bool counts = weight.rounding == WeightRounding::fraction         ? left > 0
                  : weight.rounding == WeightRounding::major_fraction ? left * 2 > per
                                                                      : false;
    return std::max<std::int64_t>(weight.at_least, (times + (counts ? 1 : 0)) * weight.votes);
}

const DecisionThreshold* threshold_for(const DecisionStep& step, const DecisionSubject& subject) {
    for (const auto& threshold : step.thresholds) {
        auto fits = [&](auto matter) { return holds_for(matter, subject); };
        if (threshold.matters.empty() || std::ranges::any_of(threshold.matters, fits)) return &threshold;
    }
    return nullptr;
}

StepEnd end_at(const DecisionStep& step, DecisionLevel level) {
    if (among(step.recommends, level)) return StepEnd::recommends;
    if (among(step.decides, level)) return StepEnd::decides;
    return StepEnd::goes_on;
}

std::vector<std::size_t> path_of(const DecisionRule& rule, DecisionLevel level) {
    std::vector<std::size_t> path;
    bool ended = false;
    for (std::size_t at = 0; at < rule.steps.size(); ++at) {
        const auto& step = rule.steps[at];
        if (!step.applies_to.empty() && !among(step.applies_to, level)) continue;
        path.push_back(at);
        if (ended) break;  // this was the floor that may overrule
        if (end_at(step, level) == StepEnd::goes_on) continue;
        if (!step.overrule) break;
        ended = true;
    }
    return path;
}

std::string_view kind_words(StepKind kind) {
    for (const auto& each : kinds())
        if (each.kind == kind) return each.words.front();
    return {};
}

std::optional<StepKind> parse_kind(std::string_view words) {
    auto plain = fold(words);
    for (const auto& each : kinds())
        if (std::ranges::find(each.words, plain) != each.words.end()) return each.kind;
    return parse_choice<StepKind>(plain);
}

std::string_view level_words(DecisionLevel level) {
    switch (level) {
        case DecisionLevel::local:
            return "local";
        case DecisionLevel::state:
            return "state";
        case DecisionLevel::federal:
            return "federal";
        case DecisionLevel::ballot_measure:
            return "ballot measures";
    }
    return {};
}

std::optional<DecisionLevel> parse_level(std::string_view words) {
    auto plain = fold(words);
    for (std::string_view ending : {" races", " race", " offices", " office", " candidates"})
        if (plain.ends_with(ending)) plain.resize(plain.size() - ending.size());
    if (plain == "local" || plain == "city" || plain == "county" || plain == "municipal")
        return DecisionLevel::local;
    if (plain == "state") return DecisionLevel::state;
    if (plain == "federal" || plain == "national") return DecisionLevel::federal;
    if (plain == "ballot measures" || plain == "ballot measure" || plain == "ballot_measure" ||
        plain == "measures" || plain == "measure")
        return DecisionLevel::ballot_measure;
    return std::nullopt;
}

}  // namespace wallchart::decision
