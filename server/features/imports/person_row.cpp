#include "features/imports/person_row.h"

#include "core/text.h"
#include "engine/union_name/directory.h"
#include "features/imports/cell_values.h"

#include <algorithm>

namespace wallchart {
namespace {

constexpr std::size_t places_limit = 50'000;  // texts of unions kept with their answers

std::size_t limit_of(ImportField field) {
    using enum ImportField;
    switch (field) {
        case given_name:
        case middle_name:
        case family_name:
        case city:
        case state:
        case country:
        case department:
        case shift:
        case job_title:
        case external_id:
            return 100;
        case suffix:
        case sex:
        case postal_code:
            return 20;
        case note:
        case custom:
            return import_cell_limit;
        default:
            return 250;
    }
}

bool holds_control_character(std::string_view text) {
    return std::ranges::any_of(text, [](char c) {
        auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && c != '\n' && c != '\r' && c != '\t';
    });
}

void add_contact(PersonRow& row, ContactKind kind, std::string value, std::string_view label) {
    int rank = 0;
    for (const auto& known : row.contact_points) {
        if (known.value == value) return;
        if (known.kind == kind) ++rank;
    }
    ContactPoint contact;
    contact.kind = kind;
    contact.value = std::move(value);
    contact.label = label;
    contact.rank = rank;
    row.contact_points.push_back(std::move(contact));
}

void append(std::string& text, std::string_view more, std::string_view between) {
    if (!text.empty()) text += between;
    text += more;
}

}  // namespace

PersonReader::PersonReader(const ImportMapping& mapping, const union_name::Directory& directory)
    : m_mapping(mapping), m_directory(directory), m_custom(mapping.columns.size(), 0) {
    for (std::size_t at = 0; at < mapping.columns.size(); ++at) {
        const auto& column = mapping.columns[at];
        if (column.field != ImportField::custom) continue;
        auto name = squeeze(column.custom_name);
        auto known = std::ranges::find(m_custom_names, name);
        m_custom[at] = static_cast<std::size_t>(known - m_custom_names.begin());
        if (known == m_custom_names.end()) m_custom_names.push_back(std::move(name));
    }
}

void PersonReader::fault(std::size_t column, RejectReason reason) {
    m_faults.push_back({m_mapping.columns[column].column, reason});
}

Address& PersonReader::address(PersonRow& into) {
    if (!into.address) into.address.emplace();
    return *into.address;
}

Employment& PersonReader::employment(PersonRow& into) {
    if (!into.employment) into.employment.emplace();
    return *into.employment;
}

std::vector<CellFault> PersonReader::read(const std::vector<std::string_view>& cells, PersonRow& into) {
    m_faults.clear();
    m_birth = {};
    m_union.clear();
    m_local.clear();
    m_full_name.clear();
    const auto& columns = m_mapping.columns;
    for (std::size_t at = columns.size(); at < cells.size(); ++at)
        if (!trim(cells[at]).empty()) return {{"", RejectReason::too_many_cells}};
    for (std::size_t at = 0; at < std::min(columns.size(), cells.size()); ++at) {
        auto field = columns[at].field;
        if (field == ImportField::ignore) continue;
        auto text = cell_text(cells[at]);
        if (text.empty()) continue;
        if (holds_control_character(text)) {
            fault(at, RejectReason::control_character);
        } else if (text.size() > limit_of(field) && length(text) > limit_of(field)) {
            fault(at, RejectReason::too_long);
        } else {
            take(at, text, into);
        }
    }
    finish(into);
    return std::move(m_faults);
}

void PersonReader::take(std::size_t at, std::string_view text, PersonRow& into) {
    auto& person = into.person;
    auto truth = [&](ConsentKind kind) {
        auto read = read_truth(text);
        if (!read) return fault(at, RejectReason::consent_invalid);
        into.consents[static_cast<std::size_t>(kind)] = *read;
    };
    switch (m_mapping.columns[at].field) {
        case ImportField::external_id:
            append(into.external_id, text, "/");
            return;
        case ImportField::full_name:
            m_full_name = text;
            return;
        case ImportField::given_name:
            person.given_name = squeeze(text);
            return;
        case ImportField::middle_name:
            person.middle_name = squeeze(text);
            return;
        case ImportField::family_name:
            person.family_name = squeeze(text);
            return;
        case ImportField::suffix:
            person.suffix = squeeze(text);
            return;
        case ImportField::email:
        case ImportField::phone:
        case ImportField::mobile_phone:
        case ImportField::home_phone:
        case ImportField::work_phone:
            return take_contact(at, text, into);
        case ImportField::street:
            address(into).street = squeeze(text);
            return;
        case ImportField::unit:
            address(into).unit = squeeze(text);
            return;
        case ImportField::city:
            address(into).city = read_place(text);
            return;
        case ImportField::state:
            address(into).state = read_state(text);
            return;
        case ImportField::postal_code:
            address(into).postal_code = read_postal_code(text);
            return;
        case ImportField::country:
            address(into).country = squeeze(text);
            return;
        case ImportField::birth_date: {
            auto date = read_date(text, m_mapping.day_first);
            if (!date) return fault(at, RejectReason::date_invalid);
            person.birth_date = std::move(*date);
            return;
        }
        case ImportField::birth_year:
            m_birth[0] = text;
            m_birth_column[0] = at;
            return;
        case ImportField::birth_month:
            m_birth[1] = text;
            return;
        case ImportField::birth_day:
            m_birth[2] = text;
            return;
        case ImportField::sex:
            person.sex = squeeze(text);
            return;
        case ImportField::language:
            person.language = read_language(text);
            return;
        case ImportField::note:
            append(person.note, text, "\n");
            return;
        case ImportField::union_:
            append(m_union, squeeze(text), ", ");
            return;
        case ImportField::local:
            m_local = squeeze(text);
            return;
        case ImportField::membership_status:
            into.status = read_membership_status(text);
            if (!into.status) fault(at, RejectReason::status_unknown);
            return;
        case ImportField::membership_role:
            into.role = read_membership_role(text);
            if (!into.role) fault(at, RejectReason::role_unknown);
            return;
        case ImportField::employer:
            employment(into).employer_text = squeeze(text);
            return;
        case ImportField::worksite:
            employment(into);
            into.worksite = squeeze(text);
            return;
        case ImportField::department:
            employment(into).department = squeeze(text);
            return;
        case ImportField::shift:
            employment(into).shift = squeeze(text);
            return;
        case ImportField::job_title:
            employment(into).job_title = squeeze(text);
            return;
        case ImportField::consent_email:
            return truth(ConsentKind::email);
        case ImportField::consent_text:
            return truth(ConsentKind::text);
        case ImportField::consent_introduction:
            return truth(ConsentKind::introduction);
        case ImportField::custom:
            into.custom.emplace_back(m_custom[at], std::string(text));
            return;
        default:
            return;
    }
}

void PersonReader::take_contact(std::size_t at, std::string_view text, PersonRow& into) {
    auto field = m_mapping.columns[at].field;
    if (field == ImportField::email) {
        auto email = normalize_email(text);
        if (!email) return fault(at, RejectReason::email_invalid);
        return add_contact(into, ContactKind::email, std::move(*email), "");
    }
    auto phone = normalize_phone(text);
    if (!phone) return fault(at, RejectReason::phone_invalid);
    std::string_view label;
    if (field == ImportField::mobile_phone) label = "mobile";
    if (field == ImportField::home_phone) label = "home";
    if (field == ImportField::work_phone) label = "work";
    add_contact(into, ContactKind::phone, std::move(*phone), label);
}

/// What the cells say together: names, birthday, union, and the keys by which the person is looked for.
void PersonReader::finish(PersonRow& into) {
    auto& person = into.person;
    if (!m_full_name.empty()) {
        auto parts = split_full_name(m_full_name);
        if (person.given_name.empty()) person.given_name = std::move(parts.given);
        if (person.family_name.empty()) person.family_name = std::move(parts.family);
        if (person.suffix.empty()) person.suffix = std::move(parts.suffix);
        if (length(person.given_name) > 100 || length(person.family_name) > 100)
            m_faults.push_back({"", RejectReason::too_long});
    }
    if (person.given_name.empty() && person.family_name.empty())
        m_faults.push_back({"", RejectReason::name_missing});
    if (!m_birth[0].empty() && person.birth_date.empty()) {
        auto date = read_date_parts(m_birth[0], m_birth[1], m_birth[2]);
        if (date) {
            person.birth_date = std::move(*date);
        } else {
            fault(m_birth_column[0], RejectReason::date_invalid);
        }
    }
    if (into.address && into.address->state.empty() && into.address->city.empty() &&
        into.address->street.empty() && into.address->postal_code.empty())
        into.address.reset();
    if (!m_faults.empty()) return;
    place(into);
    set_search_names(person);
    into.keys.identity = Identity::of(person);
    if (!into.external_id.empty()) into.keys.external_id = key_hash("#" + into.external_id);
    for (const auto& contact : into.contact_points) {
        if (contact.kind == ContactKind::email) {
            into.keys.emails.push_back(key_hash(contact.value));
        } else if (into.keys.identity.family != 0) {
            into.keys.phones.push_back(phone_key(contact.value, into.keys.identity.family));
        }
    }
}

void PersonReader::place(PersonRow& into) {
    auto text = m_union;
    if (!m_local.empty()) {
        bool number = m_local.find_first_not_of("0123456789") == std::string::npos;
        append(text, number ? "Local " + m_local : m_local, " ");
    }
    if (text.empty()) return;
    auto city = into.address ? into.address->city : std::string{};
    auto state = into.address ? into.address->state : std::string{};
    const auto& found = placed(text, city, state);
    into.organization = found.organization;
    if (!found.organization && found.is_union) into.union_text = text;
}

const PersonReader::Placed& PersonReader::placed(const std::string& text, const std::string& city,
                                                 const std::string& state) {
    if (m_places.size() > places_limit) m_places.clear();
    auto look = [&](const std::string& key, const union_name::Hints& hints) -> const Placed& {
        auto [known, is_new] = m_places.try_emplace(key);
        if (is_new) {
            auto resolution = m_directory.resolve(text, hints);
            known->second.is_union = resolution.answer != union_name::Answer::not_a_union;
            if (resolution.answer == union_name::Answer::resolved)
                known->second.organization = Id<Organization>{resolution.id};
        }
        return known->second;
    };
    const auto& plain = look(text, {});
    // Only what the text alone leaves open is asked again with the person's place.
    if (plain.organization || !plain.is_union || (city.empty() && state.empty())) return plain;
    return look(text + "\n" + city + "\n" + state, {city, state, "", ""});
}

}  // namespace wallchart
