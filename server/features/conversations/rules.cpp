#include "core/text.h"
#include "features/conversations/conversations.h"

#include <algorithm>

namespace wallchart {
namespace {

constexpr std::size_t note_limit = 10'000;
constexpr std::size_t list_limit = 20;
constexpr std::size_t item_limit = 60;
constexpr int follow_up_days_limit = 731;

bool is_client_key(std::string_view text) {
    if (text.size() < 8 || text.size() > 64) return false;
    return std::ranges::all_of(text, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
               c == '_';
    });
}

}  // namespace

Result<void> check_conversation(const NewConversation& wanted, Date held_on) {
    Error error{ErrorKind::invalid, "The conversation can't be logged as it is."};
    auto fault = [&](std::string pointer, std::string message) {
        error.fields.push_back({std::move(pointer), std::move(message)});
    };
    if (!is_client_key(wanted.client_key))
        fault("/client_key", "8 to 64 letters, digits, - and _; a new one for each conversation.");
    if (wanted.assessment && (*wanted.assessment < 1 || *wanted.assessment > 5))
        fault("/assessment", "From 1 to 5.");
    if ((wanted.assessment || wanted.leader) && !wanted.drive_id)
        fault("/drive_id", "An assessment says how someone stands on a drive's ask: name the drive.");
    if (wanted.assessment && !wanted.reached) fault("/assessment", "Who was not reached can't be assessed.");
    if (length(wanted.note) > note_limit)
        fault("/note", "At most " + std::to_string(note_limit) + " characters.");
    auto check_list = [&](const char* pointer, const std::vector<std::string>& items) {
        if (items.size() > list_limit) fault(pointer, "At most " + std::to_string(list_limit) + ".");
        for (std::size_t at = 0; at < items.size(); ++at)
            if (trim(items[at]).empty() || length(items[at]) > item_limit)
                fault(std::string(pointer) + "/" + std::to_string(at),
                      "From 1 to " + std::to_string(item_limit) + " characters.");
    };
    check_list("/issues", wanted.issues);
    check_list("/answers", wanted.answers);
    if (wanted.follow_up_on) {
        auto ahead = days_between(held_on, *wanted.follow_up_on);
        if (ahead < 0) fault("/follow_up_on", "Not before the day of the conversation.");
        if (ahead > follow_up_days_limit) fault("/follow_up_on", "Within two years.");
    }
    if (!error.fields.empty()) return std::unexpected(std::move(error));
    return {};
}

std::optional<std::size_t> which_counts(const std::vector<Assessment>& assessments) {
    if (assessments.empty()) return std::nullopt;
    auto newest = std::ranges::max_element(
        assessments, {}, [](const Assessment& one) { return std::pair(one.at, one.id.value); });
    return static_cast<std::size_t>(newest - assessments.begin());
}

bool settles(const NewConversation& conversation, const FollowUp& follow_up) {
    if (follow_up.done) return false;
    if (follow_up.drive_id && follow_up.drive_id != conversation.drive_id) return false;
    return conversation.reached || conversation.follow_up_on.has_value();
}

Reach reach_of(const std::vector<Consent>& newest_first) {
    auto granted = [&](ConsentKind kind) {
        auto newest = std::ranges::find(newest_first, kind, &Consent::kind);
        return newest != newest_first.end() && newest->granted;
    };
    return {.text = granted(ConsentKind::text), .email = granted(ConsentKind::email)};
}

void sort_day(std::vector<DayPerson>& people) {
    std::ranges::stable_sort(people, [](const DayPerson& a, const DayPerson& b) {
        if (a.reason != b.reason) return a.reason < b.reason;
        if (a.days_late != b.days_late) return a.days_late > b.days_late;
        return std::pair(fold(a.name), a.person_id.value) < std::pair(fold(b.name), b.person_id.value);
    });
}

}  // namespace wallchart
