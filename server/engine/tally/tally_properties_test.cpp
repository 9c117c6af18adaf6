// What must hold for any election, whatever the rule.

#include "engine/tally/pairwise.h"
#include "engine/tally/print.h"
#include "engine/tally/read_blt.h"
#include "engine/tally/rules.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>

namespace wallchart::tally {
namespace {

int number(int from, int to) {
    return *rc::gen::inRange(from, to + 1);
}

struct Line {
    std::vector<Mark> marks;
    std::int64_t weight = 1;
};

/// Ballots before they are put together, so that they can be put together in other ways.
struct Sheet {
    std::vector<std::string> names;
    int seats = 1;
    BallotKind kind = BallotKind::ranked;
    std::vector<Line> lines;
};

Election together(const Sheet& sheet) {
    Election election;
    election.title = "Any";
    election.candidates = sheet.names;
    election.seats = sheet.seats;
    election.ballots = Ballots(sheet.kind);
    for (const auto& line : sheet.lines)
        RC_ASSERT(election.ballots.add(line.marks, line.weight).has_value());
    return election;
}

std::vector<Mark> any_ranking(int candidates) {
    std::vector<Mark> all(static_cast<std::size_t>(candidates));
    std::iota(all.begin(), all.end(), Mark{0});
    for (auto left = all.size(); left > 1; --left)
        std::swap(all[left - 1], all[static_cast<std::size_t>(number(0, static_cast<int>(left) - 1))]);
    all.resize(static_cast<std::size_t>(number(0, candidates)));
    return all;
}

/// Rankings as voters write them: with ranks left empty, shared or repeated.
std::vector<Mark> untidy(std::vector<Mark> marks, int candidates) {
    if (marks.empty() || number(0, 3) > 0) return marks;
    auto at = static_cast<std::size_t>(number(0, static_cast<int>(marks.size()) - 1));
    switch (number(0, 2)) {
        case 0:
            marks.insert(marks.begin() + static_cast<std::ptrdiff_t>(at), skipped_rank);
            break;
        case 1:
            if (at > 0) marks[at] = static_cast<Mark>(marks[at] | same_rank);
            break;
        default:
            marks.push_back(static_cast<Mark>(number(0, candidates - 1)));
    }
    return marks;
}

Sheet any_sheet(BallotKind kind, int seats_limit) {
    Sheet sheet;
    sheet.kind = kind;
    int candidates = number(2, 6);
    for (int each = 0; each < candidates; ++each)
        sheet.names.push_back(std::string(1, static_cast<char>('A' + each)));
    sheet.seats = number(1, std::min(seats_limit, candidates));
    int lines = number(1, 12);
    for (int at = 0; at < lines; ++at) {
        Line line;
        line.weight = number(1, 40);
        if (kind == BallotKind::ranked) {
            line.marks = untidy(any_ranking(candidates), candidates);
        } else {
            for (int each = 0; each < candidates; ++each)
                line.marks.push_back(number(0, 9) == 0 ? no_score : static_cast<Mark>(number(0, 5)));
        }
        sheet.lines.push_back(std::move(line));
    }
    return sheet;
}

/// A rule, and how many seats it may fill.
struct Tried {
    std::string name;
    BallotKind kind;
    int seats = 1;
};

const std::vector<Tried> tried{
    {"plurality", BallotKind::ranked, 3},    {"majority", BallotKind::ranked, 1},
    {"two-round", BallotKind::ranked, 1},    {"approval", BallotKind::ranked, 3},
    {"score", BallotKind::scored, 3},        {"block-vote", BallotKind::ranked, 3},
    {"cumulative", BallotKind::ranked, 3},   {"irv", BallotKind::ranked, 1},
    {"bottoms-up", BallotKind::ranked, 3},   {"sequential", BallotKind::ranked, 3},
    {"rctab", BallotKind::ranked, 3},        {"scottish", BallotKind::ranked, 4},
    {"meek", BallotKind::ranked, 4},         {"warren", BallotKind::ranked, 4},
    {"prf-meek", BallotKind::ranked, 4},     {"prf-wigm", BallotKind::ranked, 4},
    {"minneapolis", BallotKind::ranked, 4},  {"schulze", BallotKind::ranked, 2},
    {"ranked-pairs", BallotKind::ranked, 2}, {"majority-judgment", BallotKind::scored, 2},
    {"star", BallotKind::scored, 2},
};

bool moves_votes(const std::string& rule) {
    static const std::vector<std::string> rules{"two-round",  "irv",      "bottoms-up", "rctab",
                                                "sequential", "scottish", "meek",       "warren",
                                                "prf-meek",   "prf-wigm", "minneapolis"};
    return std::ranges::find(rules, rule) != rules.end();
}

RC_GTEST_PROP(TallyProperties, EveryRuleCountsAndSaysTheSameWhateverTheOrderOfBallots, ()) {
    for (const auto& rule : tried) {
        auto sheet = any_sheet(rule.kind, rule.seats);
        auto first = count(together(sheet), rule.name, {});
        auto other = sheet;
        std::ranges::reverse(other.lines);
        // One line as two: ballots marked alike are put together again.
        if (other.lines.front().weight > 1) {
            auto part = other.lines.front();
            part.weight = 1;
            other.lines.front().weight -= 1;
            other.lines.push_back(part);
        }
        auto second = count(together(other), rule.name, {});
        RC_ASSERT(first.has_value() == second.has_value());
        if (!first) continue;
        RC_ASSERT(print_json(*first) == print_json(*second));
        RC_ASSERT(static_cast<int>(first->elected.size()) <= sheet.seats);
        RC_ASSERT(!print_report(*first).empty());
        RC_ASSERT(print_svg(*first).ends_with("</svg>\n"));
    }
}

RC_GTEST_PROP(TallyProperties, VotesAreConservedInEveryRound, ()) {
    for (const auto& rule : tried) {
        if (!moves_votes(rule.name)) continue;
        auto sheet = any_sheet(rule.kind, rule.seats);
        auto counted = count(together(sheet), rule.name, {});
        if (!counted) continue;
        std::int64_t ballots = 0;
        for (const auto& line : sheet.lines)
            ballots += line.weight;
        RC_ASSERT(counted->valid + counted->invalid + counted->exhausted_at_start == ballots);
        for (std::size_t at = 0; at < counted->rounds.size(); ++at) {
            const auto& round = counted->rounds[at];
            Amount sum = round.exhausted;
            for (const auto& tally : round.tallies)
                sum += tally.value_or(0);
            // In a count for each seat, those elected before take no part, and ballots may then be exhausted.
            if (round.seat == 0) RC_ASSERT(sum == counted->valid * power_of_ten(counted->digits));
            // The next round is this one with the votes moved.
            if (at + 1 == counted->rounds.size() || counted->rounds[at + 1].seat != round.seat) continue;
            const auto& next = counted->rounds[at + 1];
            auto moved = round.tallies;
            auto exhausted = round.exhausted;
            for (const auto& each : round.transfers) {
                RC_ASSERT(each.votes > 0);
                if (each.from >= 0) *moved[static_cast<std::size_t>(each.from)] -= each.votes;
                if (each.from < 0) exhausted -= each.votes;
                if (each.to >= 0) {
                    *moved[static_cast<std::size_t>(each.to)] += each.votes;
                } else {
                    exhausted += each.votes;
                }
            }
            RC_ASSERT(exhausted == next.exhausted);
            for (std::size_t each = 0; each < moved.size(); ++each)
                RC_ASSERT(moved[each].value_or(0) == next.tallies[each].value_or(0));
        }
    }
}

RC_GTEST_PROP(TallyProperties, ABallotWithoutEffectChangesNothing, ()) {
    for (const auto& rule : tried) {
        auto sheet = any_sheet(rule.kind, rule.seats);
        auto before = count(together(sheet), rule.name, {});
        if (!before) continue;
        Line blank;
        blank.weight = number(1, 100);
        if (rule.kind == BallotKind::scored) blank.marks.assign(sheet.names.size(), no_score);
        sheet.lines.push_back(blank);
        auto after = count(together(sheet), rule.name, {});
        RC_ASSERT(after.has_value());
        RC_ASSERT(after->elected == before->elected);
        RC_ASSERT(after->quota == before->quota);
        RC_ASSERT(after->valid == before->valid);
        if (rule.name != "majority" && moves_votes(rule.name))
            RC_ASSERT(after->rounds.size() == before->rounds.size());
    }
}

bool has_ties(const Count& count) {
    return std::ranges::any_of(count.rounds, [](const Round& round) { return !round.ties.empty(); });
}

RC_GTEST_PROP(TallyProperties, NobodyIsFavouredByTheirPlaceOnThePaper, ()) {
    for (const auto& rule : tried) {
        auto sheet = any_sheet(rule.kind, rule.seats);
        auto before = count(together(sheet), rule.name, {});
        if (!before) continue;
        // The same ballots, with the candidates in the opposite order on the paper.
        auto other = sheet;
        std::ranges::reverse(other.names);
        auto last = static_cast<Mark>(sheet.names.size() - 1);
        for (auto& line : other.lines) {
            if (rule.kind == BallotKind::scored) {
                std::ranges::reverse(line.marks);
                continue;
            }
            for (auto& mark : line.marks)
                if (names_candidate(mark))
                    mark = static_cast<Mark>((mark & same_rank) | static_cast<Mark>(last - named_by(mark)));
        }
        auto after = count(together(other), rule.name, {});
        RC_ASSERT(after.has_value());
        auto names = [](const Count& count) {
            std::vector<std::string> found;
            for (auto each : count.elected)
                found.push_back(count.candidates[static_cast<std::size_t>(each)]);
            std::ranges::sort(found);
            return found;
        };
        // Lots are drawn among names, so that not even ties depend on the paper.
        RC_ASSERT(names(*before) == names(*after));
        // Under other names, the same wins; lots may fall otherwise.
        auto renamed = sheet;
        for (auto& name : renamed.names)
            name = std::string(1, static_cast<char>('z' - (name.front() - 'A')));
        auto again = count(together(renamed), rule.name, {});
        RC_ASSERT(again.has_value());
        if (!has_ties(*before) && rule.name != "ranked-pairs") RC_ASSERT(again->elected == before->elected);
    }
}

RC_GTEST_PROP(TallyProperties, CondorcetRulesElectWhoBeatsEachOther, ()) {
    auto sheet = any_sheet(BallotKind::ranked, 1);
    auto election = together(sheet);
    // By brute force, from the ballots themselves.
    auto prefers = [&](const std::vector<Mark>& marks, Mark one, Mark other) {
        for (std::size_t at = 0; at < marks.size();) {
            bool has_one = false, has_other = false;
            auto from = at;
            do {
                has_one = has_one || named_by(marks[at]) == one;
                has_other = has_other || named_by(marks[at]) == other;
                ++at;
            } while (at < marks.size() && (marks[at] & same_rank) != 0);
            (void)from;
            if (has_one || has_other) return has_one && !has_other;
        }
        return false;
    };
    std::optional<Candidate> winner;
    for (Mark one = 0; one < sheet.names.size(); ++one) {
        bool all = true;
        for (Mark other = 0; other < sheet.names.size(); ++other) {
            std::int64_t difference = 0;
            for (const auto& line : sheet.lines)
                difference += line.weight * (prefers(line.marks, one, other) ? 1 : 0) -
                              line.weight * (prefers(line.marks, other, one) ? 1 : 0);
            all = all && (one == other || difference > 0);
        }
        if (all) winner = one;
    }
    auto pairs = Pairwise::of(election);
    RC_ASSERT(pairs.has_value());
    RC_ASSERT(pairs->condorcet_winner() == winner);
    if (!winner) return;
    for (const auto* rule : {"schulze", "ranked-pairs"})
        for (const auto* strength : {"winning_votes", "margins"}) {
            Options options;
            options.set("strength", strength);
            auto counted = count(election, rule, options);
            RC_ASSERT(counted.has_value());
            RC_ASSERT(counted->elected == std::vector<Candidate>{*winner});
        }
}

RC_GTEST_PROP(TallyProperties, ARecordCountsAgainBitForBit, ()) {
    for (const auto& rule : tried) {
        auto election = together(any_sheet(rule.kind, rule.seats));
        Options options;
        if (rule.name != "rctab") options.set("seed", std::to_string(number(-1000, 1000)));
        auto counted = count(election, rule.name, options);
        if (!counted) continue;
        auto record = print_json(*counted);
        auto recipe = read_recipe(record);
        RC_ASSERT(recipe.has_value());
        RC_ASSERT(recipe->fingerprint == election.ballots.fingerprint());
        Options again;
        for (const auto& [key, value] : recipe->options)
            again.set(key, value);
        auto recounted = count(election, recipe->rule, again);
        RC_ASSERT(recounted.has_value());
        RC_ASSERT(print_json(*recounted) == record);
    }
}

RC_GTEST_PROP(TallyProperties, BltReadsBackAsItWasWritten, ()) {
    auto sheet = any_sheet(BallotKind::ranked, 3);
    auto election = together(sheet);
    std::string text = std::to_string(sheet.names.size()) + " " + std::to_string(sheet.seats) + "\n";
    for (const auto& line : sheet.lines) {
        text += std::to_string(line.weight);
        for (auto mark : line.marks) {
            text += (mark & same_rank) != 0 ? "=" : " ";
            text += named_by(mark) == skipped_rank ? "-" : std::to_string(named_by(mark) + 1);
        }
        text += " 0\n";
    }
    text += "0\n";
    for (const auto& name : sheet.names)
        text += "\"" + name + "\"\n";
    text += "\"Any\"\n";
    auto read = read_blt(text);
    RC_ASSERT(read.has_value());
    RC_ASSERT(read->candidates == election.candidates);
    RC_ASSERT(read->ballots.fingerprint() == election.ballots.fingerprint());
    // A file that is cut off anywhere before its title is refused, and not counted in part.
    auto title = text.rfind("\"Any\"");
    auto cut = static_cast<std::size_t>(number(0, static_cast<int>(title) - 2));
    RC_ASSERT(!read_blt(text.substr(0, cut)).has_value());
}

}  // namespace
}  // namespace wallchart::tally
