#include "core/text.h"
#include "features/duplicates/duplicates.h"

#include <algorithm>

namespace wallchart {
namespace {

std::string& field_of(Person& person, std::string_view name) {
    if (name == "given_name") return person.given_name;
    if (name == "middle_name") return person.middle_name;
    if (name == "family_name") return person.family_name;
    if (name == "suffix") return person.suffix;
    if (name == "birth_date") return person.birth_date;
    if (name == "sex") return person.sex;
    return person.language;
}

}  // namespace

Result<CombinedPerson> combine_people(const Person& kept, const Person& other,
                                      const std::vector<std::string>& take) {
    CombinedPerson combined{kept, {}};
    auto theirs = other;
    for (auto name : mergeable_fields) {
        auto& value = field_of(combined.person, name);
        auto& alternative = field_of(theirs, name);
        bool taken = std::ranges::find(take, name) != take.end();
        if ((value.empty() || taken) && !alternative.empty()) std::swap(value, alternative);
        // "Rosa" beside "ROSA" says nothing more.
        if (!alternative.empty() && fold(alternative) != fold(value))
            combined.not_taken.push_back({std::string(name), alternative});
    }
    auto note = trim(other.note);
    if (!note.empty() && trim(kept.note) != note)
        combined.person.note =
            trim(kept.note).empty() ? std::string(note) : kept.note + "\n" + std::string(note);
    TRY(check_person(combined.person));
    set_search_names(combined.person);
    return combined;
}

Membership combine_memberships(const Membership& kept, const Membership& other) {
    auto combined = kept;
    combined.role = std::max(kept.role, other.role);
    if (other.revision > kept.revision) {
        combined.status = other.status;
        combined.good_standing = other.good_standing;
    }
    return combined;
}

}  // namespace wallchart
