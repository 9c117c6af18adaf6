#pragma once
// A decision rule: how an organization decides, as an ordered list of steps. The same rule has three
// forms: these structs (and so JSON), and a text that organizers read and write (parse_rule.cpp).

#include "core/record.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wallchart::decision {

/// Which body acts in a step.
enum class StepKind : std::uint8_t {
    committee,           ///< a political committee, a screening committee
    executive_board,     ///< the officers
    membership_meeting,  ///< members in a room
    delegate_body,       ///< delegates of locals, meeting through the year
    convention,          ///< delegates of locals, meeting once every year or several
    member_ballot,       ///< members by mail, on line or at the workplace, open for some days
    town_hall,           ///< meetings that discuss and do not vote
};
BOOST_DESCRIBE_ENUM(StepKind, committee, executive_board, membership_meeting, delegate_body, convention,
                    member_ballot, town_hall)

/// The level of the race, or a ballot measure: what a body may decide often depends on it.
enum class DecisionLevel : std::uint8_t { local, state, federal, ballot_measure };
BOOST_DESCRIBE_ENUM(DecisionLevel, local, state, federal, ballot_measure)

/// What a threshold may be for.
enum class DecisionMatter : std::uint8_t {
    candidates,  ///< one candidate, or a slate of them
    slates,
    ballot_measures,
    local_races,
    state_races,
    federal_races,
};
BOOST_DESCRIBE_ENUM(DecisionMatter, candidates, slates, ballot_measures, local_races, state_races,
                    federal_races)

enum class ThresholdKind : std::uint8_t {
    majority,   ///< more than half
    at_least,   ///< the fraction or more: "2/3"
    more_than,  ///< more than the fraction: "more than 60 %"
    plurality,  ///< more than any other choice; the fraction, unless 0, is needed at least
};
BOOST_DESCRIBE_ENUM(ThresholdKind, majority, at_least, more_than, plurality)

/// What a threshold is a share of.
enum class ThresholdBase : std::uint8_t {
    votes_cast,  ///< for and against; abstentions too where the step counts them
    present,     ///< everyone in the room who may vote
    eligible,    ///< everyone who may vote, there or not
};
BOOST_DESCRIBE_ENUM(ThresholdBase, votes_cast, present, eligible)

struct DecisionThreshold {
    ThresholdKind kind = ThresholdKind::majority;
    int numerator = 1;  ///< of the fraction, as written: 2/3, 60/100
    int denominator = 2;
    ThresholdBase of = ThresholdBase::votes_cast;
    std::vector<DecisionMatter> matters;  ///< for which it holds; empty: for all others
    friend bool operator==(const DecisionThreshold&, const DecisionThreshold&) = default;
};
BOOST_DESCRIBE_STRUCT(DecisionThreshold, (), (kind, numerator, denominator, of, matters))

enum class QuorumChoice : std::uint8_t { smaller, larger };
BOOST_DESCRIBE_ENUM(QuorumChoice, smaller, larger)

/// How many must take part: a number, a share of those eligible, or the smaller or larger of the two.
struct Quorum {
    std::optional<int> number;
    int numerator = 0;  ///< of the share; 0: no share
    int denominator = 1;
    bool more_than = false;  ///< more than the share ("a majority of the seats"), not just the share
    QuorumChoice choice = QuorumChoice::smaller;  ///< where both a number and a share are given
    friend bool operator==(const Quorum&, const Quorum&) = default;
};
BOOST_DESCRIBE_STRUCT(Quorum, (), (number, numerator, denominator, more_than, choice))

enum class ElectorateKind : std::uint8_t {
    members,                   ///< all members
    members_in_good_standing,  ///< those who have paid their dues
    seats,                     ///< the members of a board or committee
    delegates,                 ///< sent by locals
};
BOOST_DESCRIBE_ENUM(ElectorateKind, members, members_in_good_standing, seats, delegates)

/// Who may vote at a step.
struct Electorate {
    ElectorateKind kind = ElectorateKind::members_in_good_standing;
    int seats = 0;                 ///< how many there are; 0: not said
    int delegates_per_local = 0;   ///< "2 delegates per local"
    int members_per_delegate = 0;  ///< "1 delegate per 100 members"; 0: not by size
    bool officers = false;         ///< officers vote beside the delegates
    friend bool operator==(const Electorate&, const Electorate&) = default;
};
BOOST_DESCRIBE_STRUCT(Electorate, (), (kind, seats, delegates_per_local, members_per_delegate, officers))

/// What becomes of the members beyond the last full number.
enum class WeightRounding : std::uint8_t {
    full,            ///< they count nothing
    major_fraction,  ///< more than half of the number counts as a whole
    fraction,        ///< they count as a whole, however few
};
BOOST_DESCRIBE_ENUM(WeightRounding, full, major_fraction, fraction)

/// How many votes a local's delegates cast together, by its size: "1 vote per 100 members or fraction". Such
/// a vote is entered in votes, not in heads.
struct VoteWeight {
    int votes = 1;    ///< so many ...
    int members = 1;  ///< ... for each so many members
    WeightRounding rounding = WeightRounding::full;
    int at_least = 0;  ///< that the smallest local has
    friend bool operator==(const VoteWeight&, const VoteWeight&) = default;
};
BOOST_DESCRIBE_STRUCT(VoteWeight, (), (votes, members, rounding, at_least))

/// The votes of a local with so many members.
std::int64_t votes_of(const VoteWeight& weight, std::int64_t members);

/// What follows when none of several choices reaches the threshold.
enum class RunOff : std::uint8_t {
    none,               ///< nothing: the vote has failed
    top_two,            ///< the two with most votes are voted on again, and must reach the threshold
    top_two_plurality,  ///< they are voted on again, and the one with more votes carries
};
BOOST_DESCRIBE_ENUM(RunOff, none, top_two, top_two_plurality)

/// Whether what is voted on must have been read at a meeting before.
enum class ReadingRule : std::uint8_t {
    none,
    meeting_before,   ///< at the meeting just before: "read at one meeting, voted at the next"
    earlier_meeting,  ///< at any earlier meeting
};
BOOST_DESCRIBE_ENUM(ReadingRule, none, meeting_before, earlier_meeting)

/// What follows when a step that does not decide votes no.
enum class AfterNo : std::uint8_t {
    ends,     ///< the process ends: not endorsed
    goes_on,  ///< the next step votes all the same: this one only advises
};
BOOST_DESCRIBE_ENUM(AfterNo, ends, goes_on)

enum class PeriodUnit : std::uint8_t { days, weeks, months };
BOOST_DESCRIBE_ENUM(PeriodUnit, days, weeks, months)

struct Period {
    int count = 0;
    PeriodUnit unit = PeriodUnit::days;
    friend bool operator==(const Period&, const Period&) = default;
};
BOOST_DESCRIBE_STRUCT(Period, (), (count, unit))

/// One step. Days count back from the meeting, or from the opening of a ballot; 0 means not required
/// unless the member is optional.
struct DecisionStep {
    StepKind kind = StepKind::membership_meeting;
    std::string name;                       ///< as the organization calls it; may be empty
    std::vector<DecisionLevel> applies_to;  ///< skipped for other levels; empty: never skipped
    Electorate electorate;
    std::optional<Quorum> quorum;
    std::vector<DecisionThreshold> thresholds;  ///< the first that fits the matter holds
    bool abstentions_count = false;             ///< as votes cast, and so in effect against
    std::optional<VoteWeight> weight;           ///< where votes count by the size of a local
    RunOff run_off = RunOff::none;
    int notice_days = 0;
    ReadingRule reading = ReadingRule::none;
    std::optional<int> questionnaire_days;  ///< returned so many days before
    int answer_days = 0;                    ///< time that candidates have for the questionnaire
    std::optional<int> interview_days;      ///< held so many days before
    int wait_days = 0;                      ///< between the step before and this one, at least
    int within_days = 0;                    ///< and at most; 0: no limit
    int open_days = 0;                      ///< of a ballot: how long it stays open at least
    int town_halls = 0;                     ///< of a town hall step: how many
    std::optional<Period> over;             ///< from the first town hall to the next step, at least
    int days_apart = 0;                     ///< between two town halls, at least
    AfterNo after_no = AfterNo::ends;
    std::optional<DecisionThreshold> overrule;  ///< how the next step (the floor) may overrule this one
    std::vector<DecisionLevel> decides;         ///< here it ends, decided
    std::vector<DecisionLevel> recommends;      ///< here it ends, recommended to another body
    std::string recommends_to;
    friend bool operator==(const DecisionStep&, const DecisionStep&) = default;
};
BOOST_DESCRIBE_STRUCT(DecisionStep, (),
                      (kind, name, applies_to, electorate, quorum, thresholds, abstentions_count, weight,
                       run_off, notice_days, reading, questionnaire_days, answer_days, interview_days,
                       wait_days, within_days, open_days, town_halls, over, days_apart, after_no, overrule,
                       decides, recommends, recommends_to))

struct DecisionRule {
    std::string title;
    std::vector<DecisionStep> steps;
    friend bool operator==(const DecisionRule&, const DecisionRule&) = default;
};
BOOST_DESCRIBE_STRUCT(DecisionRule, (), (title, steps))

/// What can be done in a step, and recorded.
enum class StepAct : std::uint8_t {
    notice,              ///< members were told of the vote
    questionnaire_sent,  ///< to the candidate
    questionnaire,       ///< came back
    interview,
    reading,  ///< read at a meeting, to be voted at a later one
    town_hall,
    ballot_opened,
    vote,      ///< voted; for a ballot: closed and counted
    overrule,  ///< the floor voted on overruling the step before
    report,    ///< a decision that stands unless overruled was reported to the floor
    sent_up,   ///< a recommendation was sent to the body that decides
};
BOOST_DESCRIBE_ENUM(StepAct, notice, questionnaire_sent, questionnaire, interview, reading, town_hall,
                    ballot_opened, vote, overrule, report, sent_up)

/// What is decided.
enum class SubjectKind : std::uint8_t { candidate, slate };
BOOST_DESCRIBE_ENUM(SubjectKind, candidate, slate)

struct DecisionSubject {
    SubjectKind kind = SubjectKind::candidate;  ///< without meaning for a ballot measure
    DecisionLevel level = DecisionLevel::local;
    friend bool operator==(const DecisionSubject&, const DecisionSubject&) = default;
};
BOOST_DESCRIBE_STRUCT(DecisionSubject, (), (kind, level))

/// Whether a step of this kind votes.
constexpr bool votes(StepKind kind) {
    return kind != StepKind::town_hall;
}

/// The threshold of a step for a subject; null if none fits.
const DecisionThreshold* threshold_for(const DecisionStep& step, const DecisionSubject& subject);

/// Where a step leads for a level.
enum class StepEnd : std::uint8_t { goes_on, decides, recommends };
StepEnd end_at(const DecisionStep& step, DecisionLevel level);

/// The steps that a subject of this level goes through, as positions in the rule, up to the one that
/// decides or recommends. A step whose decision the floor may overrule is followed by that floor.
std::vector<std::size_t> path_of(const DecisionRule& rule, DecisionLevel level);

/// The kind in the words of the text form ("executive board").
std::string_view kind_words(StepKind kind);
/// The kind named by words of the text form or a common synonym ("e-board", "general meeting").
std::optional<StepKind> parse_kind(std::string_view words);
/// The level in the words of the text form ("ballot measures"), and back.
std::string_view level_words(DecisionLevel level);
std::optional<DecisionLevel> parse_level(std::string_view words);

}  // namespace wallchart::decision
