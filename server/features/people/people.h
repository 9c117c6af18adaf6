#pragma once
// People and what belongs to them: contact points, addresses, memberships, employments, consents. The only
// way to read them is through an Access.

#include "core/access.h"
#include "core/result.h"
#include "db/journal.h"
#include "db/transaction.h"
#include "http/router.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wallchart {

struct Organization;
struct Employer;
struct Worksite;
struct Drive;

/// One human in one workspace's records.
struct Person {
    static constexpr std::string_view table = "person";
    Id<Person> id;
    Id<Workspace> workspace_id;
    std::string given_name;
    std::string middle_name;
    std::string family_name;
    std::string suffix;
    std::string family_first;  ///< folded "family given"; set by set_search_names
    std::string given_first;   ///< folded "given family"; set by set_search_names
    std::string birth_date;    ///< YYYY-MM-DD, YYYY-MM or YYYY
    std::string sex;
    std::string language;  ///< "en", "es" or empty
    std::string note;
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(Person, (),
                      (id, workspace_id, given_name, middle_name, family_name, suffix, family_first,
                       given_first, birth_date, sex, language, note, revision))

enum class ContactKind : std::uint8_t { email, phone };
BOOST_DESCRIBE_ENUM(ContactKind, email, phone)

struct ContactPoint {
    static constexpr std::string_view table = "contact_point";
    Id<Person> person_id;
    Id<ContactPoint> id;
    Id<Workspace> workspace_id;
    ContactKind kind = ContactKind::email;
    std::string value;  ///< e-mail in lower case, phone in E.164
    std::string label;  ///< "mobile", "home", "work" or empty
    int rank = 0;       ///< 0 is used first
    bool working = true;
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(ContactPoint, (),
                      (person_id, id, workspace_id, kind, value, label, rank, working, revision))

struct Address {
    static constexpr std::string_view table = "address";
    Id<Person> person_id;
    Id<Address> id;
    std::string street;
    std::string unit;
    std::string city;
    std::string state;
    std::string postal_code;
    std::string country;
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(Address, (), (person_id, id, street, unit, city, state, postal_code, country, revision))

/// A person's number in another system; what an import matches first.
struct ExternalId {
    static constexpr std::string_view table = "external_id";
    Id<Person> person_id;
    Id<ExternalId> id;
    Id<Workspace> workspace_id;
    std::string source;  ///< "van", "action_network", "import"
    std::string value;
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(ExternalId, (), (person_id, id, workspace_id, source, value, revision))

enum class MembershipStatus : std::uint8_t { member, retiree, prospect, former };
BOOST_DESCRIBE_ENUM(MembershipStatus, member, retiree, prospect, former)
enum class MembershipRole : std::uint8_t { member, steward, delegate, officer };
BOOST_DESCRIBE_ENUM(MembershipRole, member, steward, delegate, officer)

struct Membership {
    static constexpr std::string_view table = "membership";
    Id<Person> person_id;
    Id<Membership> id;
    Id<Organization> organization_id;
    MembershipStatus status = MembershipStatus::member;
    MembershipRole role = MembershipRole::member;
    bool good_standing = true;
    std::string source;  ///< "import", "sign_up", "placement", "user", "sample"
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(Membership, (),
                      (person_id, id, organization_id, status, role, good_standing, source, revision))

struct Employment {
    static constexpr std::string_view table = "employment";
    Id<Person> person_id;
    Id<Employment> id;
    std::optional<Id<Employer>> employer_id;
    std::optional<Id<Worksite>> worksite_id;
    std::string employer_text;  ///< as the person or the list wrote it
    std::string department;
    std::string shift;
    std::string job_title;
    std::optional<Date> started_on;
    std::optional<Date> ended_on;
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(Employment, (),
                      (person_id, id, employer_id, worksite_id, employer_text, department, shift, job_title,
                       started_on, ended_on, revision))

enum class ConsentKind : std::uint8_t { email, text, introduction };
BOOST_DESCRIBE_ENUM(ConsentKind, email, text, introduction)

/// What a person agreed to or took back, each time they said so; the newest of a kind is in force.
struct Consent {
    static constexpr std::string_view table = "consent";
    Id<Person> person_id;
    Id<Consent> id;
    ConsentKind kind = ConsentKind::email;
    bool granted = false;
    Instant at{};
    std::string source;   ///< "sign_up", "import", "user", "unsubscribe"
    std::string wording;  ///< what they were shown
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(Consent, (), (person_id, id, kind, granted, at, source, wording, revision))

struct CustomField {
    static constexpr std::string_view table = "custom_field";
    Id<CustomField> id;
    Id<Workspace> workspace_id;
    std::string name;
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(CustomField, (), (id, workspace_id, name, revision))

struct CustomValue {
    static constexpr std::string_view table = "custom_value";
    Id<Person> person_id;
    Id<CustomValue> id;
    Id<CustomField> custom_field_id;
    std::string value;
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(CustomValue, (), (person_id, id, custom_field_id, value, revision))

/// Who works with whom: a volunteer sees only those assigned to them.
struct Assignment {
    static constexpr std::string_view table = "assignment";
    Id<Person> person_id;
    Id<Assignment> id;
    Id<User> user_id;
    std::optional<Id<Drive>> drive_id;
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(Assignment, (), (person_id, id, user_id, drive_id, revision))

enum class RelationshipKind : std::uint8_t { leads, influences, knows };
BOOST_DESCRIBE_ENUM(RelationshipKind, leads, influences, knows)

struct Relationship {
    static constexpr std::string_view table = "relationship";
    Id<Person> person_id;
    Id<Relationship> id;
    Id<Person> other_person_id;
    RelationshipKind kind = RelationshipKind::knows;
    Id<User> user_id;
    std::string evidence;
    Instant at{};
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(Relationship, (),
                      (person_id, id, other_person_id, kind, user_id, evidence, at, revision))

// ---- rules.cpp ----

/// "Ana Maria Rivera Jr.", the parts that are known.
std::string full_name(const Person& person);
/// Fills family_first and given_first from the names; call before each insert and update.
void set_search_names(Person& person);
/// Lengths, the shape of the birth date, at least one name. Errors: invalid, with every fault.
Result<void> check_person(const Person& person);

// ---- visible_people.cpp ----

/// A condition on a column that holds a person's id ("person.id"), true for those the Access may see by name;
/// its parameters are added to the query it is for. Begins with " AND ", or is empty for those who see
/// everyone in the workspace: the workspace itself is the caller's condition.
std::string visible_people(Query& query, const Access& access, std::string_view person_column);
/// The ids of the same people as a statement, whose column is `id`, for an Access that does not see everyone.
/// Some may come twice.
std::string people_in_reach(Query& query, const Access& access);
std::int64_t count_visible_people(Reader& reader, const Access& access);

// ---- consents.cpp ----

/// A condition, true where the newest word of a person about a kind of consent is a yes; `person` is the
/// column of their id.
std::string consent_in_force(std::string_view person, ConsentKind kind);
bool has_consent(Reader& reader, Id<Person> person, ConsentKind kind);
/// Keeps what a person says now. It counts after all that they said before, even when the clock was set back.
void add_consent(Transaction& tx, Consent& consent);

// ---- search_people.cpp ----

/// One line of a list of people.
struct PersonSummary {
    Id<Person> id;
    std::string name;
    std::optional<std::string> email;
    std::optional<std::string> phone;
    std::optional<std::string> city;
    std::optional<std::string> organization;  ///< the first membership's
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(PersonSummary, (), (id, name, email, phone, city, organization, revision))

struct PeopleQuery {
    std::string search;  ///< the start of a name, e-mail or phone; empty for all
    std::optional<Id<Organization>> organization_id;
    std::optional<Id<Worksite>> worksite_id;
    std::optional<Id<User>> assigned_to;
    bool unassigned = false;  ///< only whom nobody is to talk with
    std::string cursor;
    int limit = 50;  ///< 1 to 200
};
BOOST_DESCRIBE_STRUCT(PeopleQuery, (),
                      (search, organization_id, worksite_id, assigned_to, unassigned, cursor, limit))

/// People of the Access's workspace that it may see, in the order of their family names; where thousands are
/// found, those whose family name begins so come before those of that given name, e-mail or phone.
/// Errors: invalid (cursor, limit); forbidden for those who see no names.
Result<Page<PersonSummary>> search_people(Reader& reader, const Access& access, const PeopleQuery& query);

// ---- store.cpp ----

/// The person, if the Access may see them. Errors: not_found for all others.
Result<Person> find_person(Reader& reader, const Access& access, Id<Person> id);

/// What an id within a record is called.
struct RecordName {
    Id<RecordName> id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(RecordName, (), (id, name))

/// A person with all that belongs to them.
struct PersonRecord {
    Person person;
    std::string name;
    std::vector<ContactPoint> contact_points;
    std::vector<Address> addresses;
    std::vector<ExternalId> external_ids;
    std::vector<Membership> memberships;
    std::vector<Employment> employments;
    std::vector<Consent> consents;  ///< newest first
    std::vector<CustomValue> custom_values;
    std::vector<Assignment> assignments;
    std::vector<Relationship> relationships;
    std::vector<RecordName> names;  ///< of the organizations, worksites, employers, fields and users in it
};
BOOST_DESCRIBE_STRUCT(PersonRecord, (),
                      (person, name, contact_points, addresses, external_ids, memberships, employments,
                       consents, custom_values, assignments, relationships, names))

/// The whole record. Errors: not_found.
Result<PersonRecord> find_person_record(Reader& reader, const Access& access, Id<Person> id);

// ---- edit_person.cpp ----

struct NewPerson {
    std::string given_name;
    std::string middle_name;
    std::string family_name;
    std::string suffix;
    std::string language;
    std::string note;
    std::string email;
    std::string phone;
    std::optional<Id<Organization>> organization_id;  ///< a member of it
};
BOOST_DESCRIBE_STRUCT(NewPerson, (),
                      (given_name, middle_name, family_name, suffix, language, note, email, phone,
                       organization_id))
/// Errors: invalid; also for an organization outside the Access.
Result<Person> create_person(Transaction& tx, const Access& access, const NewPerson& input);

/// What is absent stays as it is.
struct PersonChange {
    std::optional<std::string> given_name;
    std::optional<std::string> middle_name;
    std::optional<std::string> family_name;
    std::optional<std::string> suffix;
    std::optional<std::string> birth_date;
    std::optional<std::string> sex;
    std::optional<std::string> language;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(PersonChange, (),
                      (given_name, middle_name, family_name, suffix, birth_date, sex, language, note))
/// `expected` is the revision that the caller saw; none takes the stored one.
/// Errors: not_found, invalid, stale.
Result<Person> change_person(Transaction& tx, const Access& access, Id<Person> id, const PersonChange& change,
                             Id<Batch> expected = {});

struct ContactInput {
    ContactKind kind = ContactKind::email;
    std::string value;
    std::string label;
    int rank = 0;
    bool working = true;
};
BOOST_DESCRIBE_STRUCT(ContactInput, (), (kind, value, label, rank, working))

struct AddressInput {
    std::string street;
    std::string unit;
    std::string city;
    std::string state;
    std::string postal_code;
    std::string country;
};
BOOST_DESCRIBE_STRUCT(AddressInput, (), (street, unit, city, state, postal_code, country))

struct MembershipInput {
    Id<Organization> organization_id;
    MembershipStatus status = MembershipStatus::member;
    MembershipRole role = MembershipRole::member;
    bool good_standing = true;
};
BOOST_DESCRIBE_STRUCT(MembershipInput, (), (organization_id, status, role, good_standing))

struct EmploymentInput {
    std::optional<Id<Employer>> employer_id;
    std::optional<Id<Worksite>> worksite_id;
    std::string employer_text;
    std::string department;
    std::string shift;
    std::string job_title;
    std::optional<Date> started_on;
    std::optional<Date> ended_on;
};
BOOST_DESCRIBE_STRUCT(EmploymentInput, (),
                      (employer_id, worksite_id, employer_text, department, shift, job_title, started_on,
                       ended_on))

struct AssignmentInput {
    Id<User> user_id;
    std::optional<Id<Drive>> drive_id;
};
BOOST_DESCRIBE_STRUCT(AssignmentInput, (), (user_id, drive_id))

/// Adds, changes and removes what belongs to a person: ContactPoint from ContactInput, Address from
/// AddressInput, Membership, Employment and Assignment from theirs. Errors: not_found, invalid, stale.
template <class Part, class Input>
Result<Part> add_part(Transaction& tx, const Access& access, Id<Person> person, const Input& input);
template <class Part, class Input>
Result<Part> change_part(Transaction& tx, const Access& access, Id<Person> person, Id<Part> id,
                         const Input& input, Id<Batch> expected);
template <class Part>
Result<void> remove_part(Transaction& tx, const Access& access, Id<Person> person, Id<Part> id,
                         Id<Batch> expected);

// ---- assign_people.cpp ----

inline constexpr std::int64_t assigned_at_once = 1000;

/// Many people, and who is to talk with them.
struct AssignPeople {
    std::vector<Id<Person>> person_ids;
    Id<User> user_id;
};
BOOST_DESCRIBE_STRUCT(AssignPeople, (), (person_ids, user_id))

struct AssignedPeople {
    std::int64_t assigned = 0;
    std::int64_t already = 0;           ///< were that user's before
    std::optional<Id<Batch>> batch_id;  ///< by which it is undone; none if nothing changed
};
BOOST_DESCRIBE_STRUCT(AssignedPeople, (), (assigned, already, batch_id))

/// Assigns all of them, or none. Errors: not_found (one whom the Access does not see), invalid.
Result<AssignedPeople> assign_people(Transaction& tx, const Access& access, const AssignPeople& input);

struct ConsentInput {
    ConsentKind kind = ConsentKind::email;
    bool granted = false;
    std::string wording;  ///< how they said so
};
BOOST_DESCRIBE_STRUCT(ConsentInput, (), (kind, granted, wording))
/// What a person told a user. Errors: not_found, invalid (no word on how it was given).
Result<Consent> record_consent(Transaction& tx, const Access& access, Id<Person> person,
                               const ConsentInput& input);

/// Removes the person and every trace of them, in the journal too. Cannot be undone. Errors: not_found.
Result<void> erase_person(Transaction& tx, const Access& access, Id<Person> id);

/// Asks for the names of what a person's record refers to. The caller has found the person by its Access.
Question names_in_record(Id<Person> person, std::vector<RecordName>& into);

// ---- api.cpp ----

void add_people_routes(Router& router);

}  // namespace wallchart
