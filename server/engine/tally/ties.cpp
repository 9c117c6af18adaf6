#include "engine/tally/ties.h"

#include "core/random.h"
#include "core/text.h"

#include <algorithm>
#include <numeric>

namespace wallchart::tally {
namespace {

Result<std::vector<Candidate>> read_names(const Election& election, std::string_view key,
                                          std::string_view text) {
    std::vector<Candidate> order;
    if (text.empty()) return order;
    for (auto part : split(text, ';')) {
        auto found = find_candidate(election, trim(part));
        if (!found)
            return failure(ErrorKind::invalid, "The option " + std::string(key) + " names \"" +
                                                   std::string(trim(part)) + "\", who is not a candidate.");
        order.push_back(*found);
    }
    return order;
}

/// The first of `order` that is among `tied`, as the only one left.
bool take_first(const std::vector<Candidate>& order, std::vector<Candidate>& tied) {
    for (auto candidate : order) {
        if (std::ranges::find(tied, candidate) == tied.end()) continue;
        tied = {candidate};
        return true;
    }
    return false;
}

std::string_view what_for(TieFor purpose) {
    switch (purpose) {
        case TieFor::winner:
            return "to be elected";
        case TieFor::loser:
            return "to be eliminated";
        case TieFor::surplus:
            return "to have their surplus moved first";
    }
    return {};
}

}  // namespace

std::string list_names(const std::vector<std::string>& names, const std::vector<Candidate>& candidates) {
    std::string text;
    for (std::size_t at = 0; at < candidates.size(); ++at) {
        if (at > 0) text += at + 1 == candidates.size() ? " and " : ", ";
        text += names[static_cast<std::size_t>(candidates[at])];
    }
    return text;
}

std::vector<Candidate> draw_lots(const std::vector<std::string>& names, std::uint64_t seed) {
    std::vector<Candidate> order(names.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, {}, [&](Candidate each) { return names[static_cast<std::size_t>(each)]; });
    Random random(seed);
    for (auto left = order.size(); left > 1; --left)
        std::swap(order[left - 1], order[random.below(left)]);
    return order;
}

Result<TieRules> read_tie_rules(const Election& election, Options& options, std::string_view preset) {
    TieRules rules;
    std::string otherwise(preset);
    if (!election.tie_order.empty()) otherwise = replace_all(otherwise, "lot", "drawn");
    bool draws = false;
    for (auto part : split(options.text("tie", otherwise), ',')) {
        auto step = parse_choice<TieStep>(trim(part));
        if (!step)
            return failure(ErrorKind::invalid,
                           "The option tie knows backward, forward, lot, order, drawn and ask, not \"" +
                               std::string(trim(part)) + "\".");
        if (*step == TieStep::drawn && election.tie_order.empty())
            return failure(ErrorKind::invalid, "The ballots state no order that was drawn ([tie ...]).");
        draws = draws || *step == TieStep::lot;
        rules.steps.push_back(*step);
    }
    if (draws) rules.seed = static_cast<std::uint64_t>(TRY(options.number("seed", 0, INT64_MIN, INT64_MAX)));
    if (std::ranges::find(rules.steps, TieStep::order) != rules.steps.end()) {
        rules.order = TRY(read_names(election, "order", options.text("order", "")));
        if (rules.order.empty())
            return failure(ErrorKind::invalid, "Ties by order need the option order=NAME;NAME;...");
    }
    if (std::ranges::find(rules.steps, TieStep::ask) != rules.steps.end())
        rules.answers = TRY(read_names(election, "answers", options.text("answers", "")));
    return rules;
}

TieBreaker::TieBreaker(const Election& election, TieRules rules)
    : m_rules(std::move(rules)),
      m_names(election.candidates),
      m_lots(draw_lots(election.candidates, m_rules.seed)),
      m_drawn(election.tie_order) {}

Result<Candidate> TieBreaker::take(TieFor purpose, std::vector<Candidate> tied, Count& count) {
    if (tied.size() == 1) return tied.front();
    Tie tie{purpose, tied, 0, {}};
    for (auto step : m_rules.steps) {
        TRY(apply(step, purpose, tied, count, tie.how));
        if (tied.size() == 1) break;
    }
    if (tied.size() > 1)
        return failure(ErrorKind::conflict,
                       "Round " + std::to_string(count.rounds.size()) + ": " + list_names(m_names, tied) +
                           " are tied " + std::string(what_for(purpose)) +
                           ", and the procedure for ties does not break it. Add a step to the option tie.");
    tie.chosen = tied.front();
    count.rounds.back().ties.push_back(tie);
    return tied.front();
}

Result<void> TieBreaker::apply(TieStep step, TieFor purpose, std::vector<Candidate>& tied, Count& count,
                               std::string& how) {
    auto rounds = count.rounds.size() - 1;
    switch (step) {
        case TieStep::backward:
            for (auto round = rounds; round-- > 0 && tied.size() > 1;)
                compare_round(purpose, tied, count, round, how);
            break;
        case TieStep::forward:
            for (std::size_t round = 0; round < rounds && tied.size() > 1; ++round)
                compare_round(purpose, tied, count, round, how);
            break;
        case TieStep::lot:
            if (take_first(m_lots, tied))
                how = "By lot, with the seed " + std::to_string(static_cast<std::int64_t>(m_rules.seed)) +
                      ": the order drawn is " + list_names(m_names, m_lots) +
                      ", and the first of those tied is taken.";
            break;
        case TieStep::order: {
            auto order = m_rules.order;
            if (purpose == TieFor::loser) std::ranges::reverse(order);
            if (take_first(order, tied))
                how = purpose == TieFor::loser ? "By the given order: the last named loses."
                                               : "By the given order: the first named goes before.";
            break;
        }
        case TieStep::drawn:
            if (take_first(m_drawn, tied)) how = "By the order drawn beforehand that the ballots state.";
            break;
        case TieStep::ask: {
            if (m_answered == m_rules.answers.size())
                return failure(
                    ErrorKind::conflict,
                    "The count stops in round " + std::to_string(count.rounds.size()) + ": " +
                        list_names(m_names, tied) + " are tied " + std::string(what_for(purpose)) +
                        ". Decide which of them, and count again with that name added at the end of "
                        "the option answers=NAME;NAME;...");
            auto answer = m_rules.answers[m_answered++];
            if (std::ranges::find(tied, answer) == tied.end())
                return failure(ErrorKind::invalid, "The answer " + m_names[static_cast<std::size_t>(answer)] +
                                                       " is not among " + list_names(m_names, tied) +
                                                       ", who are tied in round " +
                                                       std::to_string(count.rounds.size()) + ".");
            tied = {answer};
            how = "By the answer given when the count stopped.";
            break;
        }
    }
    return {};
}

void TieBreaker::compare_round(TieFor purpose, std::vector<Candidate>& tied, const Count& count,
                               std::size_t round, std::string& how) const {
    auto tally = [&](Candidate each) {
        return count.rounds[round].tallies[static_cast<std::size_t>(each)].value_or(0);
    };
    auto best = tally(tied.front());
    for (auto each : tied)
        best = purpose == TieFor::loser ? std::min(best, tally(each)) : std::max(best, tally(each));
    std::erase_if(tied, [&](Candidate each) { return tally(each) != best; });
    if (tied.size() == 1)
        how = "By the votes in round " + std::to_string(round + 1) + ", where " +
              m_names[static_cast<std::size_t>(tied.front())] + " had the " +
              (purpose == TieFor::loser ? "fewest" : "most") + " of those tied.";
}

}  // namespace wallchart::tally
