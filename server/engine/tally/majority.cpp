#include "engine/tally/majority.h"

#include "core/text.h"
#include "engine/tally/adding_up.h"
#include "engine/tally/rules.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <numeric>

namespace wallchart::tally {
namespace {

std::optional<std::int64_t> read_whole(std::string_view text) {
    std::int64_t number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 0 || number > votes_limit)
        return std::nullopt;
    return number;
}

/// "30", or a share of all who may vote ("1/3", "25%"), rounded up.
Result<std::int64_t> read_quorum(std::string_view text, std::int64_t eligible) {
    if (auto number = read_whole(text)) return *number;
    auto share = read_share(text);
    if (!share)
        return failure(ErrorKind::invalid, "The option quorum is a number or a share (30, 1/3, 25%).");
    if (eligible == 0)
        return failure(ErrorKind::invalid, "A quorum that is a share needs the option eligible=NUMBER.");
    return static_cast<std::int64_t>(
        divide(static_cast<Amount>(eligible) * share->numerator, share->denominator, Rounding::up));
}

bool means_abstention(std::string_view name) {
    auto folded = fold(name);
    return folded == "abstain" || folded == "abstention" || folded == "abstentions" ||
           folded == "abstencion" || folded == "me abstengo" || folded == "abstenciones";
}
bool means_no(std::string_view name) {
    auto folded = fold(name);
    return folded == "no" || folded == "against" || folded == "en contra" || folded == "nay" ||
           folded == "oppose";
}

Result<MajorityTerms> read_terms(Options& options, std::int64_t eligible) {
    MajorityTerms terms;
    auto share = read_share(options.text("share", "1/2"));
    if (!share || share->numerator == 0 || share->numerator > share->denominator)
        return failure(ErrorKind::invalid, "The option share is a part of the whole (1/2, 2/3, 60%).");
    terms.share = *share;
    bool half = share->numerator * 2 == share->denominator;
    terms.comparison = TRY(options.choice("comparison", half ? Comparison::more_than : Comparison::at_least));
    terms.base = TRY(options.choice("base", Base::valid));
    terms.abstentions = TRY(options.choice(
        "abstentions", terms.base == Base::cast ? Abstentions::counted : Abstentions::not_counted));
    terms.quorum = TRY(read_quorum(options.text("quorum", "0"), eligible));
    return terms;
}

std::string in_words(const MajorityTerms& terms) {
    std::string text = terms.comparison == Comparison::more_than ? "more than " : "at least ";
    text += std::to_string(terms.share.numerator) + "/" + std::to_string(terms.share.denominator) + " of ";
    switch (terms.base) {
        case Base::valid:
            text += "the valid votes";
            break;
        case Base::cast:
            text += "the votes cast";
            break;
        case Base::present:
            return text + "those present";
        case Base::eligible:
            return text + "all who may vote";
    }
    return text + (terms.abstentions == Abstentions::counted ? ", abstentions counted"
                                                             : ", abstentions not counted");
}

}  // namespace

std::optional<Share> read_share(std::string_view text) {
    auto slash = text.find('/');
    if (slash != std::string_view::npos) {
        auto above = read_whole(text.substr(0, slash)), below = read_whole(text.substr(slash + 1));
        if (!above || !below || *below == 0) return std::nullopt;
        return Share{*above, *below};
    }
    if (!text.ends_with('%')) return std::nullopt;
    auto percent = read_amount(text.substr(0, text.size() - 1), 4);
    if (!percent || *percent < 0 || *percent > 1'000'000) return std::nullopt;
    return Share{static_cast<std::int64_t>(*percent), 1'000'000};
}

std::int64_t QuestionVotes::handed_in() const {
    return std::accumulate(choices.begin(), choices.end(), abstentions + invalid);
}

Verdict judge(const MajorityTerms& terms, const QuestionVotes& votes) {
    Verdict verdict;
    auto valid = votes.handed_in() - votes.abstentions - votes.invalid;
    auto abstentions = terms.abstentions == Abstentions::counted ? votes.abstentions : 0;
    switch (terms.base) {
        case Base::valid:
            verdict.base = valid + abstentions;
            break;
        case Base::cast:
            verdict.base = valid + votes.invalid + abstentions;
            break;
        case Base::present:
            verdict.base = votes.present;
            break;
        case Base::eligible:
            verdict.base = votes.eligible;
            break;
    }
    auto there = votes.present > 0 ? votes.present : votes.handed_in();
    verdict.quorum = there >= terms.quorum ? Quorum::met : Quorum::missed;
    if (verdict.quorum == Quorum::missed || votes.choices.empty()) return verdict;
    auto most = std::ranges::max_element(votes.choices);
    if (*most == 0 || std::ranges::count(votes.choices, *most) > 1) return verdict;
    auto have = static_cast<Amount>(*most) * terms.share.denominator;
    auto need = static_cast<Amount>(verdict.base) * terms.share.numerator;
    if (terms.comparison == Comparison::more_than ? have > need : have >= need)
        verdict.carried = static_cast<std::size_t>(most - votes.choices.begin());
    return verdict;
}

Determinative challenged_ballots(const MajorityTerms& terms, const QuestionVotes& votes,
                                 std::int64_t challenged, std::optional<std::size_t> proposal) {
    auto outcome = [&](std::size_t choice) {
        auto changed = votes;
        changed.choices[choice] += challenged;
        auto carried = judge(terms, changed).carried;
        return proposal && carried != proposal ? std::optional<std::size_t>{} : carried;
    };
    for (std::size_t choice = 1; choice < votes.choices.size(); ++choice)
        if (outcome(choice) != outcome(0)) return Determinative::yes;
    return Determinative::no;
}

Result<Count> count_majority(const Election& election, Options& options) {
    constexpr auto no_limit = std::numeric_limits<std::int64_t>::max();
    if (election.seats != 1)
        return failure(ErrorKind::invalid, "majority decides one question, or elects one.");
    auto present = TRY(options.number("present", 0, 0, votes_limit));
    auto eligible = TRY(options.number("eligible", 0, 0, votes_limit));
    auto challenged = TRY(options.number("challenged", 0, 0, votes_limit));
    auto terms = TRY(read_terms(options, eligible));
    if (terms.base == Base::present && present == 0)
        return failure(ErrorKind::invalid, "base=present needs the option present=NUMBER.");
    if (terms.base == Base::eligible && eligible == 0)
        return failure(ErrorKind::invalid, "base=eligible needs the option eligible=NUMBER.");
    auto proposal_name = options.text("proposal", "");

    auto sums = TRY(add_up(election, Gives::first_choice, no_limit));
    QuestionVotes votes{{}, sums.blank, sums.invalid, present, eligible};
    std::vector<Candidate> choices;
    std::optional<std::size_t> no;
    for (auto each : standing(election)) {
        const auto& name = election.candidates[static_cast<std::size_t>(each)];
        auto number = sums.votes[static_cast<std::size_t>(each)];
        if (means_abstention(name)) {
            votes.abstentions += number;
            continue;
        }
        if (means_no(name)) no = choices.size();
        choices.push_back(each);
        votes.choices.push_back(number);
    }
    std::optional<std::size_t> proposal;
    if (choices.size() == 2 && no) proposal = 1 - *no;
    if (!proposal_name.empty()) {
        auto found = find_candidate(election, proposal_name);
        auto at = found ? std::ranges::find(choices, *found) : choices.end();
        if (at == choices.end())
            return failure(ErrorKind::invalid, "The option proposal names nobody who stands.");
        proposal = static_cast<std::size_t>(at - choices.begin());
    }
    if (votes.handed_in() > 0 && present > 0 && votes.handed_in() > present)
        return failure(ErrorKind::invalid, "There are more ballots than people present.");
    if (eligible > 0 && votes.handed_in() > eligible)
        return failure(ErrorKind::invalid, "There are more ballots than people who may vote.");

    auto count = begin_count(election);
    count.valid = sums.valid;
    count.invalid = sums.invalid;
    count.exhausted_at_start = sums.blank;
    Round round;
    for (auto each : sums.votes)
        round.tallies.emplace_back(each);
    for (auto each : election.withdrawn)
        round.tallies[static_cast<std::size_t>(each)].reset();
    auto verdict = judge(terms, votes);
    round.notes = {{"abstentions", votes.abstentions}, {"base", verdict.base}, {"quorum", terms.quorum}};
    const auto nothing = choices.size();
    auto carried = verdict.carried.value_or(nothing);
    // Of a question, only the proposal can carry: when it fails, nothing is changed.
    if (proposal && carried != *proposal) carried = nothing;
    auto needed = in_words(terms);
    if (verdict.quorum == Quorum::missed) {
        count.outcome.push_back("The quorum of " + std::to_string(terms.quorum) +
                                " is not met: nothing is decided.");
    } else if (carried != nothing) {
        auto winner = choices[carried];
        count.elected = round.elected = {winner};
        round.decisions.push_back({{winner},
                                   election.candidates[static_cast<std::size_t>(winner)] + " has " + needed +
                                       " (" + std::to_string(votes.choices[carried]) + " of " +
                                       std::to_string(verdict.base) + ").",
                                   "majority: " + needed});
        count.outcome.push_back(proposal ? "The proposal carries." : "There is a majority.");
    } else {
        round.decisions.push_back(
            {{}, "Nobody has " + needed + " (" + std::to_string(verdict.base) + ").", "majority: " + needed});
        count.outcome.push_back(proposal ? "The proposal fails." : "There is no majority.");
    }
    count.rounds.push_back(std::move(round));
    if (challenged > 0) {
        bool yes = challenged_ballots(terms, votes, challenged, proposal) == Determinative::yes;
        count.outcome.push_back(
            "The " + std::to_string(challenged) + " challenged ballots are " +
            (yes ? "determinative: they could change the outcome."
                 : "not determinative: the outcome is the same however they are counted."));
    }
    return count;
}

}  // namespace wallchart::tally
