#include "core/text.h"
#include "features/people/people.h"

#include <cctype>

namespace wallchart {
namespace {

bool is_partial_date(std::string_view text) {
    auto digits = [](std::string_view part, std::size_t count) {
        return part.size() == count && std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; });
    };
    if (digits(text, 4)) return true;
    if (text.size() == 7) return parse_date(std::string(text) + "-01").has_value();
    return parse_date(text).has_value();
}

}  // namespace

std::string full_name(const Person& person) {
    std::string name;
    for (const auto* part : {&person.given_name, &person.middle_name, &person.family_name, &person.suffix}) {
        if (part->empty()) continue;
        if (!name.empty()) name += " ";
        name += *part;
    }
    return name;
}

void set_search_names(Person& person) {
    auto given = fold(person.given_name);
    auto family = fold(person.family_name);
    person.family_first = std::string(trim(family + " " + given));
    person.given_first = std::string(trim(given + " " + family));
}

Result<void> check_person(const Person& person) {
    Error error{ErrorKind::invalid, "The person can't be saved as it is."};
    auto at_most = [&](const char* pointer, const std::string& text, std::size_t limit) {
        if (length(text) > limit)
            error.fields.push_back({pointer, "At most " + std::to_string(limit) + " characters."});
    };
    at_most("/given_name", person.given_name, 100);
    at_most("/middle_name", person.middle_name, 100);
    at_most("/family_name", person.family_name, 100);
    at_most("/suffix", person.suffix, 20);
    at_most("/sex", person.sex, 20);
    at_most("/note", person.note, 10'000);
    if (trim(person.given_name).empty() && trim(person.family_name).empty())
        error.fields.push_back({"/family_name", "A given or a family name is needed."});
    if (!person.birth_date.empty() && !is_partial_date(person.birth_date))
        error.fields.push_back({"/birth_date", "Write YYYY-MM-DD, YYYY-MM or YYYY."});
    if (!person.language.empty() && person.language != "en" && person.language != "es")
        error.fields.push_back({"/language", "The language is en or es."});
    if (!error.fields.empty()) return std::unexpected(std::move(error));
    return {};
}

}  // namespace wallchart
