#include "features/imports/person_row.h"

#include "core/text.h"
#include "engine/union_name/directory.h"
#include "features/imports/cell_values.h"
#include "features/placements/placements.h"

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

Address& PersonReader::address(PersonRow& into) {
    if (!into.address) into.address.emplace();
    return *into.address;
}

Employment& PersonReader::employment(PersonRow& into) {
    if (!into.employment) into.employment.emplace();
    return *into.employment;
}

std::vector<CellFault> PersonReader::read(const std::vector<std::string_view>& cells, PersonRow& into) {
    m_birth = {};
    m_union.clear();
    m_local.clear();
    m_full_name.clear();
    auto faults =
        read_cells(m_mapping, cells, limit_of, [&](std::size_t at, ImportField field, std::string_view text) {
            return take(at, field, text, into);
        });
    finish(into, faults);
    return faults;
}

std::optional<RejectReason> PersonReader::take(std::size_t at, ImportField field, std::string_view text,
                                               PersonRow& into) {
    auto& person = into.person;
    auto truth = [&](ConsentKind kind) -> std::optional<RejectReason> {
        auto read = read_truth(text);
        if (!read) return RejectReason::consent_invalid;
        into.consents[static_cast<std::size_t>(kind)] = *read;
        return std::nullopt;
    };
    switch (field) {
        case ImportField::external_id:
            append(into.external_id, text, "/");
            break;
        case ImportField::full_name:
            m_full_name = text;
            break;
        case ImportField::given_name:
            person.given_name = squeeze(text);
            break;
        case ImportField::middle_name:
            person.middle_name = squeeze(text);
            break;
        case ImportField::family_name:
            person.family_name = squeeze(text);
            break;
        case ImportField::suffix:
            person.suffix = squeeze(text);
            break;
        case ImportField::email:
        case ImportField::phone:
        case ImportField::mobile_phone:
        case ImportField::home_phone:
        case ImportField::work_phone:
            return take_contact(field, text, into);
        case ImportField::street:
            address(into).street = squeeze(text);
            break;
        case ImportField::unit:
            address(into).unit = squeeze(text);
            break;
        case ImportField::city:
            address(into).city = read_place(text);
            break;
        case ImportField::state:
            address(into).state = read_state(text);
            break;
        case ImportField::postal_code:
            address(into).postal_code = read_postal_code(text);
            break;
        case ImportField::country:
            address(into).country = squeeze(text);
            break;
        case ImportField::birth_date: {
            auto date = read_date(text, m_mapping.day_first);
            if (!date) return RejectReason::date_invalid;
            person.birth_date = std::move(*date);
            break;
        }
        case ImportField::birth_year:
            m_birth[0] = text;
            m_birth_column = at;
            break;
        case ImportField::birth_month:
            m_birth[1] = text;
            break;
        case ImportField::birth_day:
            m_birth[2] = text;
            break;
        case ImportField::sex:
            person.sex = squeeze(text);
            break;
        case ImportField::language:
            person.language = read_language(text);
            break;
        case ImportField::note:
            append(person.note, text, "\n");
            break;
        case ImportField::union_:
            append(m_union, squeeze(text), ", ");
            break;
        case ImportField::local:
            m_local = squeeze(text);
            break;
        case ImportField::membership_status:
            into.status = read_membership_status(text);
            if (!into.status) return RejectReason::status_unknown;
            break;
        case ImportField::membership_role:
            into.role = read_membership_role(text);
            if (!into.role) return RejectReason::role_unknown;
            break;
        case ImportField::employer:
            employment(into).employer_text = squeeze(text);
            break;
        case ImportField::worksite:
            employment(into);
            into.worksite = squeeze(text);
            break;
        case ImportField::department:
            employment(into).department = squeeze(text);
            break;
        case ImportField::shift:
            employment(into).shift = squeeze(text);
            break;
        case ImportField::job_title:
            employment(into).job_title = squeeze(text);
            break;
        case ImportField::consent_email:
            return truth(ConsentKind::email);
        case ImportField::consent_text:
            return truth(ConsentKind::text);
        case ImportField::consent_introduction:
            return truth(ConsentKind::introduction);
        case ImportField::custom:
            into.custom.emplace_back(m_custom[at], std::string(text));
            break;
        default:
            break;
    }
    return std::nullopt;
}

std::optional<RejectReason> PersonReader::take_contact(ImportField field, std::string_view text,
                                                       PersonRow& into) {
    if (field == ImportField::email) {
        auto email = normalize_email(text);
        if (!email) return RejectReason::email_invalid;
        add_contact(into, ContactKind::email, std::move(*email), "");
        return std::nullopt;
    }
    auto phone = normalize_phone(text);
    if (!phone) return RejectReason::phone_invalid;
    std::string_view label;
    if (field == ImportField::mobile_phone) label = "mobile";
    if (field == ImportField::home_phone) label = "home";
    if (field == ImportField::work_phone) label = "work";
    add_contact(into, ContactKind::phone, std::move(*phone), label);
    return std::nullopt;
}

/// What the cells say together: names, birthday, union, and the keys by which the person is looked for.
void PersonReader::finish(PersonRow& into, std::vector<CellFault>& faults) {
    auto& person = into.person;
    if (!m_full_name.empty()) {
        auto parts = split_full_name(m_full_name);
        if (person.given_name.empty()) person.given_name = std::move(parts.given);
        if (person.family_name.empty()) person.family_name = std::move(parts.family);
        if (person.suffix.empty()) person.suffix = std::move(parts.suffix);
        if (length(person.given_name) > 100 || length(person.family_name) > 100)
            faults.push_back({"", RejectReason::too_long});
    }
    if (person.given_name.empty() && person.family_name.empty())
        faults.push_back({"", RejectReason::name_missing});
    if (!m_birth[0].empty() && person.birth_date.empty()) {
        auto date = read_date_parts(m_birth[0], m_birth[1], m_birth[2]);
        if (date) {
            person.birth_date = std::move(*date);
        } else {
            faults.push_back({m_mapping.columns[m_birth_column].column, RejectReason::date_invalid});
        }
    }
    if (into.address && into.address->state.empty() && into.address->city.empty() &&
        into.address->street.empty() && into.address->postal_code.empty())
        into.address.reset();
    if (!faults.empty()) return;
    place(into);
    set_search_names(person);
    into.keys.identity = PersonIdentity::of(person);
    if (!into.external_id.empty()) into.keys.external_id = key_hash("#" + into.external_id);
    for (const auto& contact : into.contact_points) {
        auto& keys = contact.kind == ContactKind::email ? into.keys.emails : into.keys.phones;
        keys.push_back(key_hash(contact.value));
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
    if (!found.says_none) into.union_text = std::move(text);
}

const PersonReader::Placed& PersonReader::placed(const std::string& text, const std::string& city,
                                                 const std::string& state) {
    if (m_places.size() > places_limit) m_places.clear();
    auto look = [&](const std::string& key, const union_name::Hints& hints) -> const Placed& {
        auto [known, is_new] = m_places.try_emplace(key);
        if (is_new) {
            auto resolution = m_directory.resolve(text, hints);
            known->second.says_none = says_no_union(resolution);
            if (resolution.answer == union_name::Answer::resolved)
                known->second.organization = Id<Organization>{resolution.id};
        }
        return known->second;
    };
    const auto& plain = look(text, {});
    // Only what the text alone leaves open is asked again with the person's place.
    if (plain.organization || plain.says_none || (city.empty() && state.empty())) return plain;
    return look(text + "\n" + city + "\n" + state, {city, state, "", ""});
}

}  // namespace wallchart
