#include "core/text.h"
#include "features/sample/plan.h"

#include <algorithm>

namespace wallchart::sample {
namespace {

/// How often a Spanish name is met in a line of work.
double spanish_share(const Industry& line) {
    if (line.key == "food" || line.key == "hotel" || line.key == "property") return 0.46;
    if (line.key == "warehouse" || line.key == "building") return 0.3;
    return 0.17;
}

/// The text without marks on its letters, as many forms and terminals leave it.
std::string without_marks(std::string_view text) {
    std::string plain;
    auto folded = fold(text);
    bool start = true;
    for (char c : folded) {
        plain.push_back(start && c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c);
        start = c == ' ' || c == '-';
    }
    return plain;
}

/// A slip of the fingers: two letters change places, one is missing, or one is doubled.
std::string mistyped(std::string text, Random& random) {
    if (text.size() < 4) return text;
    auto at = 1 + random.below(text.size() - 2);
    auto plain = [&](std::size_t where) { return static_cast<unsigned char>(text[where]) < 0x80; };
    if (!plain(at) || !plain(at + 1)) return text;
    switch (random.below(3)) {
        case 0:
            std::swap(text[at], text[at + 1]);
            break;
        case 1:
            text.erase(at, 1);
            break;
        default:
            text.insert(at, 1, text[at]);
    }
    return text;
}

std::string letters_of(std::string_view text) {
    std::string letters;
    for (char c : fold(text)) {
        if (c == ' ' || c == '-') break;
        if (c >= 'a' && c <= 'z') letters.push_back(c);
    }
    return letters;
}

/// Numbers kept for fiction, (area) 555-0100 to 555-0199, in area codes dealt out among the states; beyond
/// the few thousand that there are of these, other numbers of the exchange 555, which nobody has.
std::string phone_number(std::size_t state, std::int64_t number) {
    static const std::vector<int> codes = [] {
        std::vector<int> all;
        for (int code = 201; code < 990; ++code)
            if (code % 100 != 11) all.push_back(code);
        return all;
    }();
    // Half of them are the first state's, where most people are.
    auto half = codes.size() / 2;
    auto each = static_cast<std::int64_t>(state == 0 ? half : half / (states().size() - 1));
    auto first = state == 0 ? 0 : half + (state - 1) * static_cast<std::size_t>(each);
    auto reserved = each * 100;
    auto line = number < reserved ? 100 + number / each : 2000 + (number - reserved) / each % 8000;
    auto code = codes[first + static_cast<std::size_t>(number % each)];
    auto digits = std::to_string(line);
    return "+1" + std::to_string(code) + "555" + std::string(4 - digits.size(), '0') + digits;
}

struct Name {
    std::string given;
    std::string middle;
    std::string family;
    bool spanish = false;
    bool woman = false;
};

std::string family_name(bool spanish, Random& random) {
    if (!spanish) {
        std::string family(random.pick_early(family_names()));
        if (random.chance(0.02)) family += "-" + std::string(random.pick_early(family_names()));
        return family;
    }
    std::string family(random.pick_early(spanish_family_names()));
    if (random.chance(0.5))
        family += (random.chance(0.1) ? "-" : " ") + std::string(random.pick_early(spanish_family_names()));
    return family;
}

Name draw_name(double spanish, Random& random) {
    Name name;
    name.spanish = random.chance(spanish);
    name.woman = random.chance(0.49);
    auto given = name.spanish ? (name.woman ? spanish_given_names_women() : spanish_given_names_men())
                              : (name.woman ? given_names_women() : given_names_men());
    name.given = random.pick_early(given);
    if (!name.spanish && random.chance(0.22))
        name.middle = std::string(1, static_cast<char>('A' + random.below(23)));
    name.family = family_name(name.spanish, random);
    return name;
}

std::string birth_date(Date today, Random& random) {
    if (random.chance(0.36)) return {};
    double age = std::clamp(42 + 12 * random.normal(), 18.5, 74.0);
    auto date = plus_days(today, -static_cast<int>(age * 365.25));
    auto text = to_string(date);
    return random.chance(0.16) ? text.substr(0, 4) : text;
}

/// The birth date of a son of somebody born then, if that can be: a generation later, and grown up.
std::string birth_date_of_son(std::string_view father, Date today, Random& random) {
    int year = father.size() >= 4 ? std::stoi(std::string(father.substr(0, 4))) + random.between(20, 35) : 0;
    int latest = std::stoi(to_string(today).substr(0, 4)) - 19;
    auto own = birth_date(today, random);
    if (own.empty() || year == 0) return own;
    return std::to_string(std::min(year, latest)) + own.substr(4);
}

constexpr std::array<std::string_view, 3> consent_wordings{
    "Send me news and calls to action by e-mail. I can stop it at any time.",
    "Send me text messages. I can stop them at any time.",
    "Put me in touch with members of my union who support this too."};

}  // namespace

void PeopleGenerator::add_person(const SitePlan& site, std::int64_t number, Random& random, People& people) {
    const auto& local = m_plan.locals[site.local];
    auto name = draw_name(spanish_share(*local.industry), random);
    // Some live with the one before on the list: the same home, often the same name and telephone.
    bool shares_home = number > 0 && !m_home.street.empty() && random.chance(0.07);
    bool of_family = shares_home && random.chance(0.75);
    // A family gives a name once, but for a son who has his father's.
    bool namesake = of_family && m_father && random.chance(0.01);
    if (namesake) {
        name.given = m_father->given_name;
        name.woman = false;
    }
    while (shares_home && !namesake && std::ranges::find(m_home_names, name.given) != m_home_names.end())
        name = draw_name(spanish_share(*local.industry), random);
    if (of_family) name.family = m_family;
    // And some are there twice, as lists put together are.
    bool twice = !people.persons.empty() && number > 0 && random.chance(0.008);
    Person person;
    if (twice) {
        person = people.persons.back();
        shares_home = true;
        if (random.chance(0.6)) person.family_name = mistyped(person.family_name, random);
        if (random.chance(0.4)) person.given_name = without_marks(person.given_name);
        person.middle_name.clear();
        person.note.clear();
    } else {
        person.given_name = name.given;
        person.middle_name = name.middle;
        person.family_name = name.family;
        if (name.spanish && random.chance(0.2)) {
            person.given_name = without_marks(person.given_name);
            person.family_name = without_marks(person.family_name);
        }
        if (random.chance(0.012)) person.family_name = mistyped(person.family_name, random);
        if (random.chance(0.012)) {
            person.given_name = to_upper_ascii(without_marks(person.given_name));
            person.family_name = to_upper_ascii(without_marks(person.family_name));
        }
        if (!name.woman && random.chance(namesake ? 0.75 : 0.015))
            person.suffix = random.chance(0.7) ? "Jr." : "III";
        person.birth_date = namesake ? birth_date_of_son(m_father->birth_date, m_plan.options.today, random)
                                     : birth_date(m_plan.options.today, random);
        if (random.chance(0.5)) person.sex = name.woman ? "F" : "M";
        if (name.spanish && random.chance(0.45))
            person.language = "es";
        else if (random.chance(0.5))
            person.language = "en";
    }
    person.id = m_ids.next<Person>();
    if (twice) people.repeats.push_back(person.id);
    person.workspace_id = m_plan.workspace;
    set_search_names(person);
    if (!shares_home) {
        m_family = name.family;
        m_home_names.clear();
        m_father.reset();
        bool old_enough = person.birth_date.empty() ||
                          person.birth_date < to_string(plus_days(m_plan.options.today, -39 * 365));
        if (!name.woman && old_enough) m_father = person;
    }
    if (!twice) m_home_names.push_back(name.given);
    people.persons.push_back(person);
    add_contacts(site, person, number, shares_home, random, people);
    add_work(site, person, random, people);
}

void PeopleGenerator::add_contacts(const SitePlan& site, const Person& person, std::int64_t number,
                                   bool shares_home, Random& random, People& people) {
    const auto& local = m_plan.locals[site.local];
    const auto& worksite = m_plan.worksites[site.worksite];
    auto add = [&](ContactKind kind, std::string value, std::string_view label, int rank) {
        ContactPoint point;
        point.person_id = person.id;
        point.id = m_ids.next<ContactPoint>();
        point.workspace_id = m_plan.workspace;
        point.kind = kind;
        point.value = std::move(value);
        point.label = label;
        point.rank = rank;
        point.working = !random.chance(0.025);
        people.contact_points.push_back(std::move(point));
    };

    auto phone = phone_number(local.state, site.first_person_of_state + number);
    if (!shares_home) {
        m_home_phone = random.chance(0.2) ? phone : std::string();
        m_home = Address{};
        if (random.chance(0.82)) {
            m_home.street = std::to_string(random.between(1, 9400)) + " " +
                            std::string(random.pick_early(street_names()));
            if (random.chance(0.17)) m_home.unit = "Apt " + std::to_string(random.between(1, 40));
            bool near = random.chance(0.7);
            m_home.city = near ? worksite.city : std::string(random.pick_early(states()[local.state].cities));
            m_home.state = worksite.state;
            m_home.postal_code = near ? worksite.postal_code : "";
            m_home.country = "US";
        }
    }
    bool has_phone = random.chance(0.84);
    if (has_phone) {
        bool home = !m_home_phone.empty() && (m_home_phone == phone || random.chance(0.8));
        add(ContactKind::phone, home ? m_home_phone : phone, home ? "home" : "mobile", 0);
    }
    bool has_email = random.chance(0.68);
    if (has_email) {
        constexpr std::array<std::string_view, 3> domains{"example.org", "example.com", "example.net"};
        auto given = letters_of(person.given_name);
        auto family = letters_of(person.family_name);
        auto local_part = random.chance(0.6) ? given + "." + family : given.substr(0, 1) + family;
        auto domain = random.pick(domains);
        auto value = local_part + "@" + std::string(domain);
        // The first of a name has it alone; a bounded memory of those taken is enough.
        if (m_emails.size() >= 30'000 || !m_emails.insert(value).second)
            value = local_part + std::to_string(site.first_person + number + 1) + "@" + std::string(domain);
        if (random.chance(0.004)) value = replace_all(value, ".org", ".ogr");
        add(ContactKind::email, value, "", 0);
    }
    if (!m_home.street.empty()) {
        Address address = m_home;
        address.person_id = person.id;
        address.id = m_ids.next<Address>();
        people.addresses.push_back(std::move(address));
    }
    if (random.chance(0.33)) {
        ExternalId external;
        external.person_id = person.id;
        external.id = m_ids.next<ExternalId>();
        external.workspace_id = m_plan.workspace;
        external.source = "van";
        external.value = std::to_string(104'729 + (site.first_person + number) * 13);
        people.external_ids.push_back(std::move(external));
    }
    add_consents(person, has_email, has_phone, random, people);
}

void PeopleGenerator::add_work(const SitePlan& site, const Person& person, Random& random, People& people) {
    const auto& local = m_plan.locals[site.local];
    const auto& worksite = m_plan.worksites[site.worksite];
    const auto& line = *local.industry;

    Membership membership;
    membership.person_id = person.id;
    membership.id = m_ids.next<Membership>();
    membership.organization_id = m_plan.organizations[local.organization].id;
    double draw = random.real();
    membership.status = draw < 0.03   ? MembershipStatus::retiree
                        : draw < 0.10 ? MembershipStatus::prospect
                        : draw < 0.11 ? MembershipStatus::former
                                      : MembershipStatus::member;
    if (membership.status == MembershipStatus::member) {
        double role = random.real();
        membership.role = role < 0.008   ? MembershipRole::officer
                          : role < 0.016 ? MembershipRole::delegate
                          : role < 0.050 ? MembershipRole::steward
                                         : MembershipRole::member;
        membership.good_standing = !random.chance(0.05);
    }
    membership.source = "sample";
    people.memberships.push_back(membership);

    Employment employment;
    employment.person_id = person.id;
    employment.id = m_ids.next<Employment>();
    employment.employer_id = worksite.employer_id;
    employment.worksite_id = worksite.id;
    if (random.chance(0.25))
        employment.employer_text = random.chance(0.5) ? to_upper_ascii(worksite.name) : worksite.name;
    // Small places have few departments; where there are more, the first are the largest.
    auto count =
        std::clamp<std::size_t>(1 + static_cast<std::size_t>(site.people) / 14, 1, line.departments.size());
    double even = random.real();
    employment.department =
        line.departments[static_cast<std::size_t>(even * (0.35 + 0.65 * even) * static_cast<double>(count))];
    employment.shift = random.pick_early(line.shifts);
    if (random.chance(0.08)) employment.department.clear();
    if (random.chance(0.06)) employment.shift.clear();
    if (random.chance(0.7)) employment.job_title = random.pick_early(line.titles);
    auto years = std::min(32.0, random.log_normal(5, 0.9));
    auto started = plus_days(m_plan.options.today, -static_cast<int>(years * 365.25) - 20);
    if (random.chance(0.75)) employment.started_on = started;
    if (membership.status == MembershipStatus::retiree || membership.status == MembershipStatus::former)
        employment.ended_on =
            plus_days(started, std::max(10, static_cast<int>(years * 365.25) - random.between(5, 300)));
    people.employments.push_back(std::move(employment));
}

void PeopleGenerator::add_consents(const Person& person, bool has_email, bool has_phone, Random& random,
                                   People& people) {
    auto add = [&](ConsentKind kind, bool granted, int days, std::string_view source) {
        Consent consent;
        consent.person_id = person.id;
        consent.id = m_ids.next<Consent>();
        consent.kind = kind;
        consent.granted = granted;
        consent.at = days_ago(m_plan, days, random);
        consent.source = source;
        if (source == "sign_up") consent.wording = consent_wordings[static_cast<std::size_t>(kind)];
        people.consents.push_back(std::move(consent));
    };
    bool signed_up = random.chance(0.3);
    std::string_view source = signed_up ? "sign_up" : "import";
    int days = random.between(3, 420);
    if (has_email && random.chance(signed_up ? 0.92 : 0.4)) {
        add(ConsentKind::email, true, days, source);
        if (random.chance(0.03)) add(ConsentKind::email, false, random.between(0, days - 1), "unsubscribe");
    }
    if (has_phone && random.chance(signed_up ? 0.7 : 0.22)) add(ConsentKind::text, true, days, source);
    if (signed_up && random.chance(0.2)) add(ConsentKind::introduction, true, days, source);
}

void PeopleGenerator::add(const SitePlan& site, People& people) {
    Random random(m_plan.options.seed, 1000 + site.worksite);
    auto first = people.persons.size();
    m_family.clear();
    m_home = {};
    m_home_phone.clear();
    std::vector<Nature> natures;
    natures.reserve(static_cast<std::size_t>(site.people));
    for (std::int64_t number = 0; number < site.people; ++number) {
        add_person(site, number, random, people);
        natures.push_back({random.chance(0.085), 0.28 * random.normal()});
    }
    add_conversations(m_plan, site, first, natures, m_ids, random, people);
}

}  // namespace wallchart::sample
