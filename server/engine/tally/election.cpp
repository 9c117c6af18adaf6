#include "engine/tally/election.h"

#include <algorithm>
#include <map>

namespace wallchart::tally {

std::optional<Candidate> find_candidate(const Election& election, std::string_view name) {
    auto found = std::ranges::find(election.candidates, name);
    if (found == election.candidates.end()) return std::nullopt;
    return static_cast<Candidate>(found - election.candidates.begin());
}

Result<void> check_election(const Election& election) {
    if (election.candidates.empty()) return failure(ErrorKind::invalid, "There is no candidate.");
    if (election.candidates.size() > candidate_limit)
        return failure(ErrorKind::too_large, "There are more than 2,000 candidates.");
    std::map<std::string_view, std::size_t> numbers;
    for (std::size_t at = 0; at < election.candidates.size(); ++at) {
        const auto& name = election.candidates[at];
        if (name.empty())
            return failure(ErrorKind::invalid, "Candidate " + std::to_string(at + 1) + " has no name.");
        if (name == exhausted_name || name == residual_name)
            return failure(ErrorKind::invalid, "A candidate may not be called \"" + name + "\".");
        auto [other, is_new] = numbers.emplace(name, at);
        if (!is_new)
            return failure(ErrorKind::invalid, "Candidates " + std::to_string(other->second + 1) + " and " +
                                                   std::to_string(at + 1) + " have the same name, " + name +
                                                   ": tell them apart.");
    }
    auto standing = election.candidates.size() - election.withdrawn.size();
    if (election.seats < 1) return failure(ErrorKind::invalid, "There must be at least one seat.");
    if (static_cast<std::size_t>(election.seats) > standing)
        return failure(ErrorKind::invalid, std::to_string(election.seats) + " seats are more than the " +
                                               std::to_string(standing) + " candidates who stand.");
    return {};
}

}  // namespace wallchart::tally
