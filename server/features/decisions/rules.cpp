#include "core/text.h"
#include "features/decisions/decisions.h"

namespace wallchart {
namespace {

using namespace decision;

constexpr std::size_t name_limit = 200;
constexpr std::size_t evidence_limit = 1000;
constexpr std::size_t choice_limit = 50;
constexpr int vote_limit = 10'000'000;

bool is_vote(StepAct act) {
    return act == StepAct::vote || act == StepAct::overrule;
}

void check_votes(const VoteCount& votes, std::vector<FieldError>& faults) {
    auto check = [&](int number, const char* field) {
        if (number < 0 || number > vote_limit)
            faults.push_back({std::string("/votes/") + field, "From 0 to 10,000,000."});
    };
    check(votes.yes, "yes");
    check(votes.no, "no");
    check(votes.abstain, "abstain");
    check(votes.present.value_or(0), "present");
    check(votes.eligible.value_or(0), "eligible");
    check(votes.votes_present.value_or(0), "votes_present");
    check(votes.votes_eligible.value_or(0), "votes_eligible");
    if (votes.choices.size() > choice_limit) faults.push_back({"/votes/choices", "At most 50 choices."});
    for (std::size_t at = 0; at < votes.choices.size(); ++at) {
        const auto& choice = votes.choices[at];
        auto field = "/votes/choices/" + std::to_string(at);
        if (trim(choice.name).empty() || length(choice.name) > name_limit)
            faults.push_back({field + "/name", "From 1 to 200 characters."});
        if (choice.votes < 0 || choice.votes > vote_limit)
            faults.push_back({field + "/votes", "From 0 to 10,000,000."});
    }
}

}  // namespace

Result<std::string> check_body(std::string_view body) {
    if (auto kind = parse_kind(body)) return std::string(name_of(*kind));
    auto name = squeeze(body);
    if (name.empty() || length(name) > name_limit) return invalid("/body", "From 1 to 200 characters.");
    return name;
}

Result<void> check_record(const StepRecord& record, Date today) {
    Error error{ErrorKind::invalid, "What was done cannot be recorded so.", {}};
    auto fault = [&](const char* pointer, const char* message) {
        error.fields.push_back({pointer, message});
    };
    if (record.step < 0 || record.step >= 100) fault("/step", "The rule has no such step.");
    if (!record.happened_on.ok() || int(record.happened_on.year()) < 1990)
        fault("/happened_on", "A day is needed.");
    else if (record.happened_on > today)
        fault("/happened_on", "Only what was done is recorded: this day is still to come.");
    if (is_vote(record.act) && !record.votes) fault("/votes", "The votes are needed.");
    if (!is_vote(record.act) && record.votes) fault("/votes", "Only a vote has votes.");
    if (record.votes) check_votes(*record.votes, error.fields);
    if (length(record.evidence) > evidence_limit) fault("/evidence", "At most 1,000 characters.");
    if (!error.fields.empty()) return std::unexpected(std::move(error));
    return {};
}

DecisionLevel level_of(const std::vector<RaceLevel>& races) {
    auto has = [&](RaceLevel level) { return std::ranges::find(races, level) != races.end(); };
    if (has(RaceLevel::federal)) return DecisionLevel::federal;
    if (has(RaceLevel::state)) return DecisionLevel::state;
    if (has(RaceLevel::local) || races.empty()) return DecisionLevel::local;
    return DecisionLevel::ballot_measure;
}

}  // namespace wallchart
