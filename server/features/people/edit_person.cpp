// Adding, changing and removing people and what belongs to them.
#include "core/text.h"
#include "features/directory/directory.h"
#include "features/drives/drives.h"
#include "features/people/merged_people.h"
#include "features/people/people.h"

namespace wallchart {
namespace {

void take(std::string& into, const std::optional<std::string>& text) {
    if (text) into = squeeze(*text);
}

/// Whether a record of the table is the Access's workspace's.
bool is_ours(Reader& reader, const Access& access, std::string_view table, std::int64_t id) {
    return reader.value<std::int64_t>(
               "SELECT count(*) FROM " + std::string(table) + " WHERE id = $1 AND workspace_id = $2", id,
               access.workspace) > 0;
}

Result<void> check_length(const char* pointer, const std::string& text, std::size_t limit) {
    if (length(text) > limit) return invalid(pointer, "At most " + std::to_string(limit) + " characters.");
    return {};
}

Result<void> fill(ContactPoint& point, const ContactInput& input, Reader&, const Access& access) {
    auto value =
        input.kind == ContactKind::email ? normalize_email(input.value) : normalize_phone(input.value);
    if (!value)
        return invalid("/value", input.kind == ContactKind::email ? "This is not an e-mail address."
                                                                  : "This is not a phone number.");
    TRY(check_length("/label", input.label, 40));
    if (input.rank < 0 || input.rank > 100) return invalid("/rank", "From 0 to 100.");
    point.workspace_id = access.workspace;
    point.kind = input.kind;
    point.value = *value;
    point.label = squeeze(input.label);
    point.rank = input.rank;
    point.working = input.working;
    return {};
}

Result<void> fill(Address& address, const AddressInput& input, Reader&, const Access&) {
    TRY(check_length("/street", input.street, 200));
    TRY(check_length("/unit", input.unit, 40));
    TRY(check_length("/city", input.city, 100));
    TRY(check_length("/state", input.state, 40));
    TRY(check_length("/postal_code", input.postal_code, 20));
    TRY(check_length("/country", input.country, 40));
    address.street = squeeze(input.street);
    address.unit = squeeze(input.unit);
    address.city = squeeze(input.city);
    address.state = squeeze(input.state);
    address.postal_code = squeeze(input.postal_code);
    address.country = squeeze(input.country);
    if (address.street.empty() && address.city.empty() && address.postal_code.empty())
        return invalid("/street", "A street, a city or a postal code is needed.");
    return {};
}

Result<void> fill(Membership& membership, const MembershipInput& input, Reader& reader,
                  const Access& access) {
    if (!is_ours(reader, access, "organization", input.organization_id.value))
        return invalid("/organization_id", "This organization does not exist.");
    membership.organization_id = input.organization_id;
    membership.status = input.status;
    membership.role = input.role;
    membership.good_standing = input.good_standing;
    if (membership.source.empty()) membership.source = "user";
    return {};
}

Result<void> fill(Employment& employment, const EmploymentInput& input, Reader& reader,
                  const Access& access) {
    if (input.employer_id && !is_ours(reader, access, "employer", input.employer_id->value))
        return invalid("/employer_id", "This employer does not exist.");
    if (input.worksite_id && !is_ours(reader, access, "worksite", input.worksite_id->value))
        return invalid("/worksite_id", "This worksite does not exist.");
    TRY(check_length("/employer_text", input.employer_text, 200));
    TRY(check_length("/department", input.department, 100));
    TRY(check_length("/shift", input.shift, 100));
    TRY(check_length("/job_title", input.job_title, 100));
    if (!input.employer_id && !input.worksite_id && squeeze(input.employer_text).empty())
        return invalid("/employer_text", "An employer is needed.");
    if (input.started_on && input.ended_on && *input.ended_on < *input.started_on)
        return invalid("/ended_on", "The end is before the beginning.");
    employment.employer_id = input.employer_id;
    employment.worksite_id = input.worksite_id;
    employment.employer_text = squeeze(input.employer_text);
    employment.department = squeeze(input.department);
    employment.shift = squeeze(input.shift);
    employment.job_title = squeeze(input.job_title);
    employment.started_on = input.started_on;
    employment.ended_on = input.ended_on;
    return {};
}

Result<void> fill(Assignment& assignment, const AssignmentInput& input, Reader& reader,
                  const Access& access) {
    auto known =
        reader.value<std::int64_t>("SELECT count(*) FROM user_role WHERE user_id = $1 AND workspace_id = $2",
                                   input.user_id, access.workspace);
    if (known == 0) return invalid("/user_id", "This user does not exist.");
    if (input.drive_id && !is_ours(reader, access, "drive", input.drive_id->value))
        return invalid("/drive_id", "This drive does not exist.");
    assignment.user_id = input.user_id;
    assignment.drive_id = input.drive_id;
    return {};
}

/// The stored part, if the Access may see the person it belongs to.
template <class Part>
Result<Part> find_part(Reader& reader, const Access& access, Id<Person> person, Id<Part> id) {
    TRY(find_person(reader, access, person));
    auto found = reader.row<Part>("SELECT " + columns<Part>() + " FROM " + std::string(Part::table) +
                                      " WHERE id = $1 AND person_id = $2",
                                  id, person);
    if (!found) return not_found("The record");
    return std::move(*found);
}

}  // namespace

Result<Person> create_person(Transaction& tx, const Access& access, const NewPerson& input) {
    Person person;
    person.workspace_id = access.workspace;
    person.given_name = squeeze(input.given_name);
    person.middle_name = squeeze(input.middle_name);
    person.family_name = squeeze(input.family_name);
    person.suffix = squeeze(input.suffix);
    person.language = input.language;
    person.note = input.note;
    TRY(check_person(person));
    set_search_names(person);
    tx.insert(person);
    auto contact = [&](ContactKind kind, const std::string& value, const char* pointer) -> Result<void> {
        if (trim(value).empty()) return {};
        ContactPoint point;
        point.person_id = person.id;
        if (auto done = fill(point, ContactInput{kind, value, "", 0, true}, tx, access); !done)
            return invalid(pointer, done.error().message);
        tx.insert(point);
        return {};
    };
    TRY(contact(ContactKind::email, input.email, "/email"));
    TRY(contact(ContactKind::phone, input.phone, "/phone"));
    // Who is bound to an organization would not see the person without a place in it.
    auto organization = input.organization_id ? input.organization_id : access.organization;
    if (organization) {
        Membership membership;
        membership.person_id = person.id;
        TRY(fill(
            membership,
            MembershipInput{*organization,
                            input.organization_id ? MembershipStatus::member : MembershipStatus::prospect,
                            MembershipRole::member, true},
            tx, access));
        tx.insert(membership);
    }
    tx.flush();
    // A lead who names an organization outside their own reach would lose the person at once.
    if (!find_person(tx, access, person.id))
        return invalid("/organization_id", "You may add people to your own organization only.");
    return person;
}

Result<Person> change_person(Transaction& tx, const Access& access, Id<Person> id, const PersonChange& change,
                             Id<Batch> expected) {
    auto person = TRY(find_person(tx, access, id));
    if (expected) person.revision = expected;
    take(person.given_name, change.given_name);
    take(person.middle_name, change.middle_name);
    take(person.family_name, change.family_name);
    take(person.suffix, change.suffix);
    take(person.birth_date, change.birth_date);
    take(person.sex, change.sex);
    take(person.language, change.language);
    if (change.note) person.note = *change.note;
    TRY(check_person(person));
    set_search_names(person);
    TRY(tx.update(person));
    return person;
}

template <class Part, class Input>
Result<Part> add_part(Transaction& tx, const Access& access, Id<Person> person, const Input& input) {
    TRY(find_person(tx, access, person));
    Part part;
    part.person_id = person;
    TRY(fill(part, input, tx, access));
    tx.insert(part);
    return part;
}

template <class Part, class Input>
Result<Part> change_part(Transaction& tx, const Access& access, Id<Person> person, Id<Part> id,
                         const Input& input, Id<Batch> expected) {
    auto part = TRY(find_part(tx, access, person, id));
    if (expected) part.revision = expected;
    TRY(fill(part, input, tx, access));
    TRY(tx.update(part));
    return part;
}

template <class Part>
Result<void> remove_part(Transaction& tx, const Access& access, Id<Person> person, Id<Part> id,
                         Id<Batch> expected) {
    auto part = TRY(find_part(tx, access, person, id));
    if (expected) part.revision = expected;
    return tx.erase(part);
}

#define WALLCHART_PART(Part, Input)                                                                    \
    template Result<Part> add_part(Transaction&, const Access&, Id<Person>, const Input&);             \
    template Result<Part> change_part(Transaction&, const Access&, Id<Person>, Id<Part>, const Input&, \
                                      Id<Batch>);                                                      \
    template Result<void> remove_part(Transaction&, const Access&, Id<Person>, Id<Part>, Id<Batch>)

WALLCHART_PART(ContactPoint, ContactInput);
WALLCHART_PART(Address, AddressInput);
WALLCHART_PART(Membership, MembershipInput);
WALLCHART_PART(Employment, EmploymentInput);
WALLCHART_PART(Assignment, AssignmentInput);
#undef WALLCHART_PART

Result<Consent> record_consent(Transaction& tx, const Access& access, Id<Person> person,
                               const ConsentInput& input) {
    TRY(find_person(tx, access, person));
    TRY(check_length("/wording", input.wording, 1000));
    Consent consent;
    consent.person_id = person;
    consent.kind = input.kind;
    consent.granted = input.granted;
    consent.source = "user";
    consent.wording = squeeze(input.wording);
    // Who says that somebody agreed must be able to say how: it is what protects the person.
    if (consent.granted && consent.wording.empty())
        return invalid("/wording", "Say how and when they agreed.");
    add_consent(tx, consent);
    return consent;
}

Result<void> erase_person(Transaction& tx, const Access& access, Id<Person> id) {
    TRY(find_person(tx, access, id));
    // The records that went into this one are of the same human: their history and mail go as well.
    for (const auto& merged : merged_into(tx, id))
        erase_person_everywhere(tx, merged.former_id.value);
    erase_person_everywhere(tx, id.value);
    return {};
}

Question names_in_record(Id<Person> person, std::vector<RecordName>& into) {
    static constexpr std::string_view sql =
        "SELECT o.id, o.name FROM membership m JOIN organization o ON o.id = m.organization_id "
        "WHERE m.person_id = $1 "
        "UNION SELECT w.id, w.name FROM employment e JOIN worksite w ON w.id = e.worksite_id "
        "WHERE e.person_id = $1 "
        "UNION SELECT f.id, f.name FROM employment e JOIN employer f ON f.id = e.employer_id "
        "WHERE e.person_id = $1 "
        "UNION SELECT c.id, c.name FROM custom_value v JOIN custom_field c ON c.id = v.custom_field_id "
        "WHERE v.person_id = $1 "
        "UNION SELECT u.id, u.name FROM assignment a JOIN user_account u ON u.id = a.user_id "
        "WHERE a.person_id = $1";
    return {sql, {as_value(person)}, [&into](const Row& row) { into.push_back(read_row<RecordName>(row)); }};
}

}  // namespace wallchart
