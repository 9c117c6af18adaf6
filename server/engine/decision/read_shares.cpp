// Quorums, electorates and thresholds: the lines that say how many.

#include "core/text.h"
#include "engine/decision/line_values.h"
#include "engine/decision/words.h"

namespace wallchart::decision {
namespace {

/// "majority", "more than 1/3", "at least 25 %", "1/4": into numerator, denominator and more_than.
bool take_share(Words& words, Quorum& quorum) {
    if (words.take_any({"a majority", "majority"})) {
        quorum.numerator = 1;
        quorum.denominator = 2;
        quorum.more_than = true;
        return true;
    }
    auto start = words.position();
    bool more_than = words.take("more than");
    if (!more_than) words.take("at least");
    auto fraction = words.take_fraction();
    if (!fraction) {
        words.go_back(start);
        return false;
    }
    quorum.numerator = fraction->numerator;
    quorum.denominator = fraction->denominator;
    quorum.more_than = more_than;
    return true;
}

/// What may follow a quorum's number or share without changing it.
void skip_of_whom(Words& words) {
    words.take("of");
    words.take_any({"the", "all", "its"});
    if (words.take("those eligible")) return;
    words.take_any({"members", "delegates", "seats", "people", "voters", "officers", "eligible voters"});
    words.take_any({"in good standing", "present"});
}

std::optional<QuorumChoice> take_choice(Words& words) {
    words.take(",");
    if (!words.take("whichever is")) return std::nullopt;
    if (words.take_any({"smaller", "less", "lower", "fewer"})) return QuorumChoice::smaller;
    if (words.take_any({"larger", "greater", "higher", "more"})) return QuorumChoice::larger;
    return std::nullopt;
}

bool in_range(Fraction fraction) {
    return fraction.numerator > 0 && fraction.denominator > 0 && fraction.numerator <= fraction.denominator;
}

std::optional<DecisionMatter> take_matter(Words& words) {
    words.take("all");
    if (words.take_any({"candidates", "candidate", "people"})) return DecisionMatter::candidates;
    if (words.take_any({"slates", "a slate", "slate"})) return DecisionMatter::slates;
    if (words.take_any({"ballot measures", "ballot measure", "measures"}))
        return DecisionMatter::ballot_measures;
    if (words.take_any({"local races", "local"})) return DecisionMatter::local_races;
    if (words.take_any({"state races", "state"})) return DecisionMatter::state_races;
    if (words.take_any({"federal races", "federal"})) return DecisionMatter::federal_races;
    return std::nullopt;
}

/// "2/3 of votes cast for candidates" up to the end of its clause.
std::optional<DecisionThreshold> take_threshold(Words& words) {
    DecisionThreshold threshold;
    words.take("a");
    if (words.take_any({"simple majority", "majority"})) {
        threshold.kind = ThresholdKind::majority;
    } else if (words.take_any({"unanimous", "everyone"})) {
        threshold.kind = ThresholdKind::at_least;
        threshold.numerator = threshold.denominator = 1;
    } else if (words.take_any({"plurality", "most votes"})) {
        threshold.kind = ThresholdKind::plurality;
        threshold.numerator = 0;
        threshold.denominator = 1;
        if (words.take_any({"with at least", "of at least"})) {
            auto least = words.take_fraction();
            if (!least) return std::nullopt;
            threshold.numerator = least->numerator;
            threshold.denominator = least->denominator;
        }
    } else {
        threshold.kind = ThresholdKind::at_least;
        if (words.take("more than"))
            threshold.kind = ThresholdKind::more_than;
        else
            words.take("at least");
        auto fraction = words.take_fraction();
        if (!fraction) return std::nullopt;
        threshold.numerator = fraction->numerator;
        threshold.denominator = fraction->denominator;
        words.take("majority");
    }
    if (words.take_any({"of votes cast", "of the votes cast", "of those voting", "of votes",
                        "of members voting", "of delegates voting"}))
        threshold.of = ThresholdBase::votes_cast;
    else if (words.take_any({"of those present", "of members present", "of delegates present",
                             "of those present and eligible"}))
        threshold.of = ThresholdBase::present;
    else if (words.take_any({"of those eligible", "of all members", "of all delegates", "of all seats",
                             "of all eligible", "of the whole membership", "of the seats"}))
        threshold.of = ThresholdBase::eligible;
    if (words.take("for")) {
        do {
            auto matter = take_matter(words);
            if (!matter) return std::nullopt;
            threshold.matters.push_back(*matter);
        } while (words.take_any({", and", ",", "and"}));
    }
    return threshold;
}

bool sound(const DecisionThreshold& threshold) {
    Fraction fraction{threshold.numerator, threshold.denominator};
    if (threshold.kind == ThresholdKind::plurality && fraction.numerator == 0) return true;
    if (!in_range(fraction)) return false;
    return threshold.kind != ThresholdKind::more_than || fraction.numerator < fraction.denominator;
}

}  // namespace

LineFault read_quorum(DecisionStep& step, std::string_view value) {
    Words words(value);
    if (words.take("none") && words.done()) return std::nullopt;
    Quorum quorum;
    bool has_share = take_share(words, quorum);
    if (!has_share) quorum.number = words.take_number();
    if (!has_share && !quorum.number) return message(Code::not_a_quorum, value);
    skip_of_whom(words);
    words.take(",");
    if (words.take("or")) {
        if (has_share)
            quorum.number = words.take_number();
        else
            has_share = take_share(words, quorum);
        if (!has_share || !quorum.number) return message(Code::not_a_quorum, value);
        skip_of_whom(words);
        auto choice = take_choice(words);
        if (!choice) return message(Code::not_a_quorum, value);
        quorum.choice = *choice;
    }
    if (!words.done()) return message(Code::not_a_quorum, value);
    if (quorum.number && *quorum.number == 0) return message(Code::number_out_of_range, value);
    if (has_share && !in_range({quorum.numerator, quorum.denominator}))
        return message(Code::fraction_out_of_range, value);
    step.quorum = quorum;
    return std::nullopt;
}

LineFault read_electorate(DecisionStep& step, std::string_view value) {
    Words words(value);
    Electorate electorate;
    auto fault = message(Code::not_an_electorate, value);
    if (words.take_any({"members in good standing", "all members in good standing"})) {
        electorate.kind = ElectorateKind::members_in_good_standing;
    } else if (words.take_any({"all members", "members"})) {
        electorate.kind = ElectorateKind::members;
    } else if (words.take_any({"its members", "the board", "the committee", "officers"})) {
        electorate.kind = ElectorateKind::seats;
    } else {
        auto number = words.take_number();
        if (!number && !words.take("all")) words.take("the");
        if (words.take_any({"delegates", "delegate"})) {
            electorate.kind = ElectorateKind::delegates;
            if (words.take_any({"per local", "for each local", "from each local"})) {
                if (!number) return fault;
                electorate.delegates_per_local = *number;
                if (words.take("plus 1 per")) {
                    auto size = words.take_number();
                    if (!size || !words.take("members")) return fault;
                    electorate.members_per_delegate = *size;
                }
            } else if (words.take_any({"per", "for each", "for every"})) {
                auto size = words.take_number();
                if (number != 1 || !size || !words.take("members")) return fault;
                electorate.members_per_delegate = *size;
            } else if (number) {
                electorate.seats = *number;
            }
            electorate.officers = words.take_any({"plus officers", "plus the officers", "and officers"});
        } else if (number) {
            electorate.kind = ElectorateKind::seats;
            electorate.seats = *number;
            words.take_any({"seats", "seat", "members", "officers", "board members", "committee members"});
        } else {
            return fault;
        }
        if (number && *number == 0) return message(Code::number_out_of_range, value);
    }
    if (!words.done()) return fault;
    step.electorate = electorate;
    return std::nullopt;
}

LineFault read_thresholds(DecisionStep& step, std::string_view value) {
    Words words(value);
    std::vector<DecisionThreshold> thresholds;
    do {
        if (words.done() && !thresholds.empty()) break;  // a ";" at the end
        auto threshold = take_threshold(words);
        if (!threshold) return message(Code::not_a_threshold, value);
        if (!sound(*threshold)) return message(Code::fraction_out_of_range, value);
        thresholds.push_back(*threshold);
    } while (words.take(";"));
    if (!words.done()) return message(Code::not_a_threshold, value);
    step.thresholds = std::move(thresholds);
    return std::nullopt;
}

LineFault read_overrule(DecisionStep& step, std::string_view value) {
    Words words(value);
    if (words.take_any({"no", "never"}) && words.done()) return std::nullopt;
    words.take("with");
    auto threshold = take_threshold(words);
    if (!threshold || !words.done() || !threshold->matters.empty() ||
        threshold->kind == ThresholdKind::plurality)
        return message(Code::not_a_threshold, value);
    if (!sound(*threshold)) return message(Code::fraction_out_of_range, value);
    step.overrule = *threshold;
    return std::nullopt;
}

}  // namespace wallchart::decision
