#include "core/text.h"
#include "features/imports/person_bundle.h"
#include "features/imports/replace.h"

#include <algorithm>

namespace wallchart {
namespace {

bool same_text(const std::string& a, const std::string& b) {
    return a == b || fold(a) == fold(b);
}

void mark(std::vector<std::size_t>& changed, std::size_t position, bool is_stored) {
    if (is_stored && std::ranges::find(changed, position) == changed.end()) changed.push_back(position);
}

bool apply_names(PersonBundle& bundle, const PersonRow& row) {
    auto& person = bundle.person;
    const auto& said = row.person;
    bool changed = replace(person.family_name, said.family_name);
    // An initial does not replace a name, nor a year a whole date.
    const auto& identity = row.keys.identity;
    if (!identity.given_is_initial || !identity.abbreviates(PersonIdentity::of(person)))
        changed |= replace(person.given_name, said.given_name);
    if (!(said.middle_name.size() == 1 && fold(person.middle_name).starts_with(fold(said.middle_name))))
        changed |= replace(person.middle_name, said.middle_name);
    if (!person.birth_date.starts_with(said.birth_date))
        changed |= replace(person.birth_date, said.birth_date);
    changed |= replace(person.suffix, said.suffix);
    changed |= replace(person.sex, said.sex);
    changed |= replace(person.language, said.language);
    if (!said.note.empty() && person.note.find(said.note) == std::string::npos) {
        person.note += (person.note.empty() ? "" : "\n") + said.note;
        changed = true;
    }
    if (changed) {
        set_search_names(person);
        bundle.person_changed = true;
    }
    return changed;
}

bool apply_contacts(PersonBundle& bundle, std::vector<ContactPoint>& said) {
    bool changed = false;
    for (auto& contact : said) {
        auto known = std::ranges::find_if(bundle.contact_points,
                                          [&](const auto& stored) { return stored.value == contact.value; });
        if (known == bundle.contact_points.end()) {
            contact.rank = static_cast<int>(std::ranges::count_if(
                bundle.contact_points, [&](const auto& stored) { return stored.kind == contact.kind; }));
            contact.workspace_id = bundle.person.workspace_id;
            bundle.contact_points.push_back(std::move(contact));
            changed = true;
        } else if (known->label.empty() && !contact.label.empty()) {
            known->label = contact.label;
            mark(bundle.changed_contacts, static_cast<std::size_t>(known - bundle.contact_points.begin()),
                 bool(known->id));
            changed = true;
        }
    }
    return changed;
}

bool apply_address(PersonBundle& bundle, Address& said) {
    if (bundle.addresses.empty()) {
        bundle.addresses.push_back(std::move(said));
        return true;
    }
    auto fits = [&](const Address& stored) {
        auto agrees = [](const std::string& a, const std::string& b) { return b.empty() || same_text(a, b); };
        return agrees(stored.street, said.street) && agrees(stored.unit, said.unit) &&
               agrees(stored.city, said.city) && agrees(stored.state, said.state) &&
               agrees(stored.postal_code, said.postal_code) && agrees(stored.country, said.country);
    };
    if (std::ranges::any_of(bundle.addresses, fits)) return false;
    auto& first = bundle.addresses.front();
    if (said.street.empty() || same_text(first.street, said.street)) {
        replace(first.street, said.street);
        replace(first.unit, said.unit);
        replace(first.city, said.city);
        replace(first.state, said.state);
        replace(first.postal_code, said.postal_code);
        replace(first.country, said.country);
    } else {  // moved: nothing of the old address holds
        first.street = said.street;
        first.unit = said.unit;
        first.city = said.city;
        first.state = said.state;
        first.postal_code = said.postal_code;
        first.country = said.country;
    }
    mark(bundle.changed_addresses, 0, bool(first.id));
    return true;
}

bool apply_external_id(PersonBundle& bundle, PersonRow& row, const RowContext& context) {
    if (row.external_id.empty()) return false;
    for (const auto& known : bundle.external_ids)
        if (known.source == context.source) return false;
    ExternalId number;
    number.workspace_id = bundle.person.workspace_id;
    number.source = context.source;
    number.value = std::move(row.external_id);
    bundle.external_ids.push_back(std::move(number));
    return true;
}

bool apply_membership(PersonBundle& bundle, const PersonRow& row) {
    if (!row.organization) return false;
    for (std::size_t at = 0; at < bundle.memberships.size(); ++at) {
        auto& known = bundle.memberships[at];
        if (known.organization_id != *row.organization) continue;
        bool changed = false;
        if (row.status && known.status != *row.status) {
            known.status = *row.status;
            changed = true;
        }
        if (row.role && known.role != *row.role) {
            known.role = *row.role;
            changed = true;
        }
        if (changed) mark(bundle.changed_memberships, at, bool(known.id));
        return changed;
    }
    Membership membership;
    membership.organization_id = *row.organization;
    membership.status = row.status.value_or(MembershipStatus::member);
    membership.role = row.role.value_or(MembershipRole::member);
    membership.source = "import";
    bundle.memberships.push_back(std::move(membership));
    return true;
}

/// Who is not surely in a local waits for an organizer; a text that was decided on is not asked about again.
bool apply_union(PersonBundle& bundle, const PersonRow& row, const RowContext& context) {
    if (row.union_text.empty() || (row.organization && bundle.placements.empty())) return false;
    auto waiting = waiting_placement({.workspace_id = context.workspace,
                                      .person_id = bundle.person.id,
                                      .text = row.union_text,
                                      .source = "import"},
                                     context.now);
    auto known = std::ranges::find(bundle.placements, waiting.text_folded, &Placement::text_folded);
    if (known == bundle.placements.end()) {
        if (row.organization) return false;
        bundle.placements.push_back(std::move(waiting));
        return true;
    }
    if (!row.organization || known->state != PlacementState::waiting) return false;
    // It waited; by now the directory knows the local.
    known->state = PlacementState::placed;
    known->organization_id = row.organization;
    mark(bundle.changed_placements, static_cast<std::size_t>(known - bundle.placements.begin()),
         bool(known->id));
    return true;
}

bool apply_employment(PersonBundle& bundle, Employment& said, const PlacedEmployment& place) {
    said.employer_id = place.employer;
    said.worksite_id = place.worksite;
    for (std::size_t at = 0; at < bundle.employments.size(); ++at) {
        auto& known = bundle.employments[at];
        if (known.ended_on) continue;
        bool same_place =
            said.worksite_id ? known.worksite_id == said.worksite_id || !known.worksite_id : true;
        bool same_employer = said.employer_text.empty() || known.employer_text.empty() ||
                             (said.employer_id && known.employer_id == said.employer_id) ||
                             same_text(known.employer_text, said.employer_text);
        if (!same_place || !same_employer) continue;
        bool changed = false;
        if (known.employer_text.empty()) changed |= replace(known.employer_text, said.employer_text);
        if (!known.employer_id && said.employer_id) {
            known.employer_id = said.employer_id;
            changed = true;
        }
        if (!known.worksite_id && said.worksite_id) {
            known.worksite_id = said.worksite_id;
            changed = true;
        }
        changed |= replace(known.department, said.department);
        changed |= replace(known.shift, said.shift);
        changed |= replace(known.job_title, said.job_title);
        if (changed) mark(bundle.changed_employments, at, bool(known.id));
        return changed;
    }
    bundle.employments.push_back(std::move(said));
    return true;
}

bool apply_consents(PersonBundle& bundle, const PersonRow& row, const RowContext& context) {
    bool changed = false;
    for (std::size_t at = 0; at < row.consents.size(); ++at) {
        if (!row.consents[at]) continue;
        auto kind = static_cast<ConsentKind>(at);
        const Consent* newest = nullptr;
        for (const auto& known : bundle.consents)
            if (known.kind == kind && (newest == nullptr || known.at >= newest->at)) newest = &known;
        if (newest != nullptr && newest->granted == *row.consents[at]) continue;
        Consent consent;
        consent.kind = kind;
        consent.granted = *row.consents[at];
        consent.at = context.now;
        consent.source = "import";
        bundle.consents.push_back(std::move(consent));
        changed = true;
    }
    return changed;
}

bool apply_custom(PersonBundle& bundle, Id<CustomField> field, std::string value) {
    for (std::size_t at = 0; at < bundle.custom_values.size(); ++at) {
        auto& known = bundle.custom_values[at];
        if (known.custom_field_id != field) continue;
        if (known.value == value) return false;
        known.value = std::move(value);
        mark(bundle.changed_custom_values, at, bool(known.id));
        return true;
    }
    CustomValue made;
    made.custom_field_id = field;
    made.value = std::move(value);
    bundle.custom_values.push_back(std::move(made));
    return true;
}

}  // namespace

bool apply_row(PersonBundle& bundle, PersonRow& row, const PlacedEmployment& place,
               const RowContext& context) {
    bool changed = apply_names(bundle, row);
    changed |= apply_contacts(bundle, row.contact_points);
    if (row.address) changed |= apply_address(bundle, *row.address);
    changed |= apply_external_id(bundle, row, context);
    changed |= apply_membership(bundle, row);
    changed |= apply_union(bundle, row, context);
    if (row.employment) changed |= apply_employment(bundle, *row.employment, place);
    changed |= apply_consents(bundle, row, context);
    for (auto& [position, value] : row.custom)
        changed |= apply_custom(bundle, context.custom_fields[position], std::move(value));
    return changed;
}

}  // namespace wallchart
