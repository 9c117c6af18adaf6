#include "core/text.h"
#include "features/slates/slates.h"

#include <algorithm>

namespace wallchart {
namespace {

/// The faults of one record, gathered.
class Faults {
public:
    explicit Faults(const char* message) : m_error{ErrorKind::invalid, message} {}
    void add(std::string pointer, std::string message) {
        m_error.fields.push_back({std::move(pointer), std::move(message)});
    }
    void at_most(const char* pointer, const std::string& text, std::size_t limit) {
        if (length(text) > limit) add(pointer, "At most " + std::to_string(limit) + " characters.");
    }
    void needed(const char* pointer, const std::string& text, const char* message) {
        if (trim(text).empty()) add(pointer, message);
    }
    void goal(int value) {
        if (value < 0 || value > 1000) add("/goal", "From 0 to 1,000.");
    }
    Result<void> result() {
        if (!m_error.fields.empty()) return std::unexpected(std::move(m_error));
        return {};
    }

private:
    Error m_error;
};

}  // namespace

std::string candidate_name(const Candidate& candidate) {
    return std::string(trim(candidate.given_name + " " + candidate.family_name));
}

Result<void> check_race(const Race& race) {
    Faults faults("The race can't be saved as it is.");
    faults.needed("/name", race.name, "A name is needed.");
    faults.at_most("/name", race.name, 200);
    faults.at_most("/office", race.office, 200);
    faults.at_most("/district", race.district, 100);
    faults.at_most("/state", race.state, 50);
    if (!race.election_on.ok() || race.election_on.year() < std::chrono::year{1900} ||
        race.election_on.year() > std::chrono::year{2200})
        faults.add("/election_on", "The day of the election is needed.");
    return faults.result();
}

Result<void> check_candidate(Candidate& candidate) {
    Faults faults("The candidate can't be saved as they are.");
    faults.needed("/family_name", candidate.family_name, "A family name is needed.");
    faults.at_most("/given_name", candidate.given_name, 100);
    faults.at_most("/family_name", candidate.family_name, 100);
    faults.at_most("/statement", candidate.statement, 10'000);
    faults.at_most("/website", candidate.website, 500);
    if (!candidate.website.empty() && !candidate.website.starts_with("https://") &&
        !candidate.website.starts_with("http://"))
        faults.add("/website", "A web address begins with https:// or http://.");
    faults.goal(candidate.goal);
    if (candidate.line.empty()) faults.add("/line", "A line is needed: \"independent\", or a party's name.");
    if (candidate.line.size() > 5) faults.add("/line", "At most five lines.");
    std::vector<std::string> seen;
    for (std::size_t i = 0; i < candidate.line.size(); ++i) {
        auto pointer = "/line/" + std::to_string(i);
        auto& line = candidate.line[i];
        line = squeeze(line);
        if (line.empty()) faults.add(pointer, "The line has no name.");
        if (length(line) > 100) faults.add(pointer, "At most 100 characters.");
        auto folded = fold(line);
        if (std::ranges::find(seen, folded) != seen.end()) faults.add(pointer, "This line is named twice.");
        seen.push_back(std::move(folded));
    }
    return faults.result();
}

Result<void> check_slate(const Slate& slate) {
    Faults faults("The slate can't be saved as it is.");
    faults.needed("/name", slate.name, "A name is needed.");
    faults.at_most("/name", slate.name, 200);
    faults.goal(slate.goal);
    return faults.result();
}

}  // namespace wallchart
