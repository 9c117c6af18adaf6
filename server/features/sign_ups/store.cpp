#include "core/text.h"
#include "features/sign_ups/sign_ups.h"

namespace wallchart {
namespace {

constexpr int sign_ups_an_hour = 20;

/// The person of that e-mail or phone whose name agrees as well: a household may share both.
std::optional<Id<Person>> known_person(Reader& reader, Id<Workspace> workspace, const CheckedJoin& checked) {
    auto given = fold(checked.given_name);
    auto family = fold(checked.family_name);
    std::optional<Id<Person>> found;
    for (const auto& value : {checked.email, checked.phone}) {
        if (!value || found) continue;
        reader.each(
            "SELECT n.id, n.given_name, n.family_name FROM contact_point c JOIN person n ON n.id = "
            "c.person_id "
            "WHERE c.workspace_id = $1 AND c.value = $2 ORDER BY n.id",
            [&](const Row& row) {
                if (!found && fold(row.text(1)) == given && fold(row.text(2)) == family)
                    found = Id<Person>{row.integer(0)};
            },
            workspace, *value);
    }
    return found;
}

Id<Person> add_person(Transaction& tx, const Workspace& workspace, const CheckedJoin& checked,
                      std::string_view language) {
    Person person;
    person.workspace_id = workspace.id;
    person.given_name = checked.given_name;
    person.family_name = checked.family_name;
    person.language = language;
    set_search_names(person);
    tx.insert(person);
    return person.id;
}

void add_contact(Transaction& tx, Id<Workspace> workspace, Id<Person> person, ContactKind kind,
                 const std::optional<std::string>& value) {
    if (!value) return;
    auto known = tx.value<std::int64_t>(
        "SELECT count(*) FROM contact_point WHERE person_id = $1 AND value = $2", person, *value);
    if (known > 0) return;
    ContactPoint point;
    point.person_id = person;
    point.workspace_id = workspace;
    point.kind = kind;
    point.value = *value;
    point.label = kind == ContactKind::phone ? "mobile" : "";
    point.rank = static_cast<int>(tx.value<std::int64_t>(
        "SELECT count(*) FROM contact_point WHERE person_id = $1 AND kind = $2", person, kind));
    tx.insert(point);
}

void keep_consent(Transaction& tx, Id<Person> person, ConsentKind kind, bool granted,
                  std::string_view language) {
    if (!granted) return;  // a box left alone takes nothing back
    Consent consent;
    consent.person_id = person;
    consent.kind = kind;
    consent.granted = true;
    consent.source = "sign_up";
    consent.wording = consent_wording(kind, language);
    add_consent(tx, consent);
}

}  // namespace

Result<JoinPage> join_page_of(Reader& reader, Id<Workspace> workspace) {
    auto known = reader.row<JoinPage>(
        "SELECT " + columns<JoinPage>() + " FROM join_page WHERE workspace_id = $1", workspace);
    JoinPage page = known.value_or(JoinPage{});
    page.workspace_id = workspace;
    return page;
}

Result<OpenPage> find_join_page(Reader& reader, std::string_view slug) {
    if (slug.empty()) return not_found("This page");
    OpenPage open;
    open.workspace = TRY(find_workspace(reader, slug));
    open.page = TRY(join_page_of(reader, open.workspace.id));
    auto candidates = reader.rows<std::string>(
        "SELECT family_name FROM candidate WHERE workspace_id = $1 ORDER BY id LIMIT 2", open.workspace.id);
    if (candidates.size() == 1) open.cause = candidates.front();
    if (open.cause.empty())
        open.cause = reader.value<std::string>(
            "SELECT name FROM slate WHERE workspace_id = $1 ORDER BY id LIMIT 1", open.workspace.id);
    return open;
}

Result<JoinPage> save_join_page(Transaction& tx, const Access& access, JoinPage page) {
    for (const auto* text : {&page.headline_en, &page.headline_es})
        if (length(*text) > 100) return invalid("/headline_en", "A headline has at most 100 characters.");
    for (const auto* text : {&page.text_en, &page.text_es})
        if (length(*text) > 600) return invalid("/text_en", "The text has at most 600 characters.");
    auto stored = tx.row<JoinPage>(
        "SELECT " + columns<JoinPage>() + " FROM join_page WHERE workspace_id = $1", access.workspace);
    page.workspace_id = access.workspace;
    if (!stored) {
        page.id = {};
        tx.insert(page);
        return page;
    }
    page.id = stored->id;
    if (!page.revision) page.revision = stored->revision;
    TRY(tx.update(page));
    return page;
}

Result<void> count_attempt(Transaction& tx, std::string_view peer) {
    auto subject = hash_token("sign_up:" + std::string(peer));
    auto since = tx.now() - std::chrono::hours{1};
    auto recent = tx.value<std::int64_t>("SELECT count(*) FROM attempt WHERE subject_hash = $1 AND at > $2",
                                         subject, since);
    if (recent >= sign_ups_an_hour)
        return failure(ErrorKind::too_many, "Too many sign-ups from this address. Try again in an hour.");
    tx.execute("INSERT INTO attempt (subject_hash, at) VALUES ($1, $2)", subject, tx.now());
    return {};
}

Result<SignedUp> sign_up(Transaction& tx, const Workspace& workspace, const JoinForm& form,
                         const CheckedJoin& checked, std::string_view language) {
    auto known = known_person(tx, workspace.id, checked);
    auto person = known ? *known : add_person(tx, workspace, checked, language);
    add_contact(tx, workspace.id, person, ContactKind::email, checked.email);
    add_contact(tx, workspace.id, person, ContactKind::phone, checked.phone);
    auto addresses = tx.value<std::int64_t>("SELECT count(*) FROM address WHERE person_id = $1", person);
    if (!checked.postal_code.empty() && addresses == 0) {
        Address address;
        address.person_id = person;
        address.postal_code = checked.postal_code;
        address.country = "US";
        tx.insert(address);
    }
    auto employer = squeeze(form.employer);
    auto employed = tx.value<std::int64_t>(
        "SELECT count(*) FROM employment WHERE person_id = $1 AND employer_text = $2", person, employer);
    if (!employer.empty() && employed == 0) {
        Employment employment;
        employment.person_id = person;
        employment.employer_text = employer;
        tx.insert(employment);
    }
    SignUp kept;
    kept.person_id = person;
    kept.workspace_id = workspace.id;
    kept.at = tx.now();
    kept.language = language;
    kept.organization_text = squeeze(form.organization);
    kept.employer_text = employer;
    kept.offers = form.offers;
    tx.insert(kept);
    keep_consent(tx, person, ConsentKind::email, form.email_consent, language);
    keep_consent(tx, person, ConsentKind::text, form.text_consent, language);
    keep_consent(tx, person, ConsentKind::introduction, form.introduction_consent, language);

    SignedUp done;
    std::optional<Id<Organization>> organization;
    if (auto chosen = parse_id<Organization>(form.organization_id)) {
        auto known_here = tx.value<std::int64_t>(
            "SELECT count(*) FROM organization WHERE id = $1 AND workspace_id = $2", *chosen, workspace.id);
        if (known_here > 0) {
            organization = chosen;
            add_membership(tx, workspace.id, person, *chosen, "sign_up");
        }
    }
    if (!organization)
        organization = place_or_queue(
            tx, {workspace.id,
                 person,
                 form.organization,
                 {.city = "", .state = "", .postal_code = checked.postal_code, .employer = employer},
                 "sign_up"});
    if (organization)
        done.organization =
            tx.value<std::string>("SELECT name FROM organization WHERE id = $1", *organization);
    return done;
}

}  // namespace wallchart
