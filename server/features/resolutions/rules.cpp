#include "core/text.h"
#include "features/resolutions/markdown.h"
#include "features/resolutions/resolutions.h"

#include <initializer_list>

namespace wallchart {
namespace {

class Faults {
public:
    void add(std::string pointer, std::string message) {
        if (m_error.fields.empty()) m_error.message = message;
        m_error.fields.push_back({std::move(pointer), std::move(message)});
    }
    void add_all(Result<void> checked) {
        if (checked) return;
        for (auto& field : checked.error().fields)
            add(std::move(field.pointer), std::move(field.message));
    }
    Result<void> result() {
        if (m_error.fields.empty()) return {};
        return std::unexpected(std::move(m_error));
    }

private:
    Error m_error{ErrorKind::invalid, {}};
};

constexpr std::size_t line_limit = 300;  ///< characters of a title, a name, a note

}  // namespace

Result<void> check_text(std::string_view title, std::string_view language, std::string_view body) {
    Faults faults;
    if (trim(title).empty()) faults.add("/title", "A title is needed.");
    if (length(title) > line_limit) faults.add("/title", "At most 300 characters.");
    if (language != "en" && language != "es") faults.add("/language", R"("en" or "es".)");
    if (trim(body).empty()) faults.add("/body", "The text is empty.");
    if (length(body) > body_limit) {
        faults.add("/body", "At most 60,000 characters.");
    } else if (body.find('\0') != std::string_view::npos) {
        faults.add("/body", "The text holds a NUL byte.");
    } else {
        if (read_markdown(body).blocks.size() > block_limit) faults.add("/body", "At most 400 paragraphs.");
        faults.add_all(resolution_text::check_fields(body));
    }
    return faults.result();
}

ResolutionAbilities abilities(ResolutionState state, const Access& access) {
    if (!access.may(Permission::lead_people) || access.read_only) return {};
    bool draft = state == ResolutionState::draft, moved = state == ResolutionState::moved;
    bool decided = state == ResolutionState::adopted || state == ResolutionState::defeated;
    return {.edit = draft || moved,
            .move = draft,
            .take_back = moved || state == ResolutionState::withdrawn,
            .decide = moved,
            .withdraw = draft || moved,
            .reopen = decided && access.may(Permission::organize)};
}

Result<void> check_step(const Resolution& resolution, ResolutionState wanted) {
    auto from = resolution.state;
    if (from == wanted) return {};
    auto one_of = [&](std::initializer_list<ResolutionState> states) {
        return std::ranges::find(states, from) != states.end();
    };
    using enum ResolutionState;
    bool allowed = false;
    switch (wanted) {
        case draft:
            allowed = one_of({moved, withdrawn});
            break;
        case moved:
            allowed = one_of({draft});
            break;
        case withdrawn:
            allowed = one_of({draft, moved});
            break;
        case adopted:
        case defeated:
            return failure(ErrorKind::conflict, "A decision is recorded with its date and vote.");
    }
    if (!allowed)
        return failure(ErrorKind::conflict, "A resolution that is " + std::string(name_of(from)) +
                                                " can't become " + std::string(name_of(wanted)) + ".");
    if (wanted == moved && trim(resolution.mover).empty())
        return invalid("/mover", "Who moved it? A resolution is moved by somebody.");
    return {};
}

Result<void> check_decision(const ResolutionDecision& decision, Date today) {
    Faults faults;
    if (decision.outcome != ResolutionState::adopted && decision.outcome != ResolutionState::defeated)
        faults.add("/outcome", R"("adopted" or "defeated".)");
    if (!decision.decided_on.ok())
        faults.add("/decided_on", "The day of the decision is needed.");
    else if (days_between(today, decision.decided_on) > 1)  // a day's grace for other time zones
        faults.add("/decided_on", "This day is still to come.");
    auto count = [&](const char* pointer, const std::optional<std::int64_t>& votes) {
        if (votes && (*votes < 0 || *votes > 100'000'000)) faults.add(pointer, "From 0 to 100,000,000.");
    };
    count("/votes_for", decision.votes_for);
    count("/votes_against", decision.votes_against);
    count("/votes_abstained", decision.votes_abstained);
    if (decision.votes_for.has_value() != decision.votes_against.has_value())
        faults.add(decision.votes_for ? "/votes_against" : "/votes_for",
                   "Votes for and against, or neither.");
    if (length(decision.decided_by) > line_limit) faults.add("/decided_by", "At most 300 characters.");
    if (length(decision.evidence) > line_limit) faults.add("/evidence", "At most 300 characters.");
    return faults.result();
}

}  // namespace wallchart
