#include "core/text.h"
#include "features/sample/plan.h"

#include <algorithm>

namespace wallchart::sample {
namespace {

struct Note {
    std::string_view english;
    std::string_view spanish;
};

constexpr std::array<Note, 8> good_notes{
    {{"%: has had enough. Will bring two.", "%: ya está harto. Trae a dos."},
     {"Knows everyone on the line. Talked for twenty minutes about %.",
      "Conoce a toda la línea. Hablamos veinte minutos de %."},
     {"Said yes before I asked. Sister works at the hospital.",
      "Dijo que sí antes de preguntar. Su hermana trabaja en el hospital."},
     {"% comes first. Wants to second the motion.", "Lo primero es %. Quiere secundar la moción."},
     {"Will come if somebody can take the kids.", "Viene si alguien cuida a los niños."},
     {"Has never been to a meeting; will come to this one because of %.",
      "Nunca ha ido a una reunión; a esta viene por %."},
     {"Took ten cards for the night shift.", "Se llevó diez tarjetas para el turno de noche."},
     {"Remembers the last strike. With us.", "Se acuerda de la última huelga. Con nosotros."}}};
constexpr std::array<Note, 6> open_notes{
    {{"Wants to know what it costs the local.", "Quiere saber cuánto le cuesta al local."},
     {"Worried about %. Not sure politics helps.", "Le preocupa %. No cree que la política ayude."},
     {"Asked for the questionnaire answers in writing.",
      "Pidió por escrito las respuestas del cuestionario."},
     {"In a hurry; talk again at shift change.", "Tenía prisa; hablar otra vez en el cambio de turno."},
     {"Likes the person, fears a split vote.", "Le gusta, pero teme dividir el voto."},
     {"Waits to hear what the steward says.", "Espera a ver qué dice el delegado."}}};
constexpr std::array<Note, 4> bad_notes{
    {{"Says the union should stay out of it.", "Dice que el sindicato no debe meterse."},
     {"Votes for the other one, and tells people so.", "Vota por el otro, y lo dice."},
     {"Angry about the last contract. Listen first, next time.",
      "Enojado por el último contrato. La próxima, primero escuchar."},
     {"Does not want to be asked again before the meeting.",
      "No quiere que le pregunten otra vez antes de la reunión."}}};
constexpr std::array<std::string_view, 4> answers{"Come to the meeting", "Bring two", "Second the motion",
                                                  "Talk to their crew"};
constexpr std::array<std::string_view, 5> evidence{
    "Got the whole crew to sign the petition", "Three people asked what they think first",
    "Trained half of the department", "People stopped working when they did, last summer",
    "Named by four co-workers"};

/// In a core local its own lead or an organizer; elsewhere a lead or organizer who may work anywhere.
Id<User> pick_staff(const Plan& plan, std::size_t local, Random& random) {
    const auto& users = plan.users;
    const auto& organizers = users.organizers;
    if (plan.locals[local].core)
        return local < users.leads.size() && random.chance(0.7) ? users.leads[local]
                                                                : random.pick(organizers);
    auto core = static_cast<std::size_t>(std::ranges::count(plan.locals, true, &LocalPlan::core));
    auto free = std::span<const Id<User>>(users.leads).subspan(std::min(core, users.leads.size()));
    return free.empty() || random.chance(0.4) ? random.pick(organizers) : random.pick(free);
}

/// Whether it is the one site where the owner talks with people too: the first whose drive goes on. Whoever
/// tries the sample signs in as the owner, and should find a day's work.
bool is_owners(const Plan& plan, const SitePlan& site) {
    auto first = std::ranges::find_if(plan.sites, [&](const SitePlan& each) {
        const auto& local = plan.locals[each.local];
        return local.core && each.people >= 30 && !local.drives.empty() && local.drives.front().last_day == 0;
    });
    return first != plan.sites.end() && &*first == &site;
}

/// Everything between the people of one site and those who talk with them.
class SiteTalk {
public:
    SiteTalk(const Plan& plan, const SitePlan& site, Ids& ids, Random& random, People& people)
        : m_plan(plan), m_site(site), m_ids(ids), m_random(random), m_people(people) {
        m_chief = pick_staff(plan, site.local, random);
        m_volunteer = random.pick(plan.users.volunteers);
        if (is_owners(plan, site)) m_volunteer = plan.users.owner;
    }

    void run(std::size_t first, const std::vector<Nature>& natures) {
        const auto& local = m_plan.locals[m_site.local];
        if (local.drives.empty()) return;
        for (std::size_t at = 0; at < natures.size(); ++at) {
            const auto& person = m_people.persons[first + at];
            if (at % 45 == 44) m_volunteer = m_random.pick(m_plan.users.volunteers);
            // A volunteer has a few dozen people in the largest units.
            bool assigned = local.core && m_random.chance(0.3) && at / 45 < 4;
            for (std::size_t which = 0; which < local.drives.size(); ++which) {
                const auto& drive = local.drives[which];
                if (assigned && which == 0) assign(person, drive);
                if (m_random.chance(drive.coverage)) talk(person, natures[at], drive, assigned && which == 0);
            }
            if (natures[at].leader) follow(first, at, natures.size());
        }
    }

private:
    void assign(const Person& person, const DrivePlan& drive) {
        Assignment assignment;
        assignment.person_id = person.id;
        assignment.id = m_ids.next<Assignment>();
        assignment.user_id = m_volunteer;
        assignment.drive_id = drive.id;
        m_people.assignments.push_back(assignment);
    }

    static int judge(double stand, bool leader) {
        if (stand > 0.02) return leader ? 1 : 2;
        if (stand > -0.24) return 3;
        return leader ? 5 : 4;
    }

    /// One to three talks, of which the last counts.
    void talk(const Person& person, const Nature& nature, const DrivePlan& drive, bool assigned) {
        int rounds = 1 + (m_random.chance(0.38) ? 1 : 0) + (m_random.chance(0.12) ? 1 : 0);
        std::vector<int> days;
        for (int at = 0; at < rounds; ++at)
            days.push_back(m_random.between(drive.last_day, std::max(drive.last_day, drive.first_day - 1)));
        std::ranges::sort(days, std::greater{});
        double stand = nature.lean + drive.sentiment - 0.09 * (rounds - 1) + 0.08 * m_random.normal();
        for (std::size_t at = 0; at < days.size(); ++at) {
            bool last = at + 1 == days.size();
            auto user = assigned && m_random.chance(0.8) ? m_volunteer : m_chief;
            auto when = days_ago(m_plan, days[at], m_random);
            if (m_random.chance(0.12)) {
                // Not met that day; then another time.
                add_conversation(person, drive, user, std::max(when - std::chrono::hours(26), Instant{}), 0);
            }
            int value = judge(stand, nature.leader);
            std::optional<Id<Conversation>> conversation;
            if (m_random.chance(0.72)) conversation = add_conversation(person, drive, user, when, value);
            Assessment assessment;
            assessment.person_id = person.id;
            assessment.id = m_ids.next<Assessment>();
            assessment.drive_id = drive.id;
            assessment.value = value;
            assessment.leader = nature.leader;
            assessment.current = last;
            assessment.user_id = user;
            assessment.conversation_id = conversation;
            assessment.at = when;
            m_people.assessments.push_back(assessment);
            stand += 0.17 + 0.1 * m_random.normal();
            if (last && conversation && drive.last_day == 0) promise(person, drive, user, value, days[at]);
        }
    }

    /// `value` 0: nobody was met.
    Id<Conversation> add_conversation(const Person& person, const DrivePlan& drive, Id<User> user,
                                      Instant when, int value) {
        Conversation conversation;
        conversation.person_id = person.id;
        conversation.id = m_ids.next<Conversation>();
        conversation.workspace_id = m_plan.workspace;
        conversation.drive_id = drive.id;
        conversation.user_id = user;
        conversation.at = when;
        conversation.recorded_at =
            std::min<Instant>(when + std::chrono::minutes(m_random.between(0, 90)), m_plan.now);
        conversation.client_key = "sample-" + to_string(conversation.id);
        constexpr std::array channels{Channel::in_person, Channel::phone, Channel::in_person, Channel::text,
                                      Channel::meeting,   Channel::door,  Channel::phone,     Channel::video};
        conversation.channel = m_random.pick_early(std::span<const Channel>(channels));
        conversation.reached = value != 0;
        if (value != 0) describe(conversation, person, value);
        m_people.conversations.push_back(std::move(conversation));
        return m_people.conversations.back().id;
    }

    void describe(Conversation& conversation, const Person& person, int value) {
        const auto& issues = m_plan.locals[m_site.local].industry->issues;
        std::string issue(m_random.pick_early(issues));
        conversation.issues.push_back(issue);
        if (m_random.chance(0.35)) {
            std::string other(m_random.pick(issues));
            if (other != issue) conversation.issues.push_back(std::move(other));
        }
        if (value <= 2) {
            conversation.answers.emplace_back(answers.front());
            if (m_random.chance(value == 1 ? 0.7 : 0.2))
                conversation.answers.emplace_back(answers[1 + m_random.below(3)]);
        }
        if (m_random.chance(0.55)) {
            const auto& note = value <= 2   ? m_random.pick(good_notes)
                               : value == 3 ? m_random.pick(open_notes)
                                            : m_random.pick(bad_notes);
            bool spanish = person.language == "es" && m_random.chance(0.7);
            conversation.note = place_name(spanish ? note.spanish : note.english, issue);
        }
    }

    /// Whoever is undecided, or promised something, is talked to again: some soon, some today, a few too
    /// late.
    void promise(const Person& person, const DrivePlan& drive, Id<User> user, int value, int days) {
        if (!m_random.chance(value == 3 ? 0.8 : value <= 2 ? 0.4 : 0.05)) return;
        FollowUp follow_up;
        follow_up.person_id = person.id;
        follow_up.id = m_ids.next<FollowUp>();
        follow_up.workspace_id = m_plan.workspace;
        follow_up.drive_id = drive.id;
        follow_up.user_id = user;
        follow_up.due_on = plus_days(plus_days(m_plan.options.today, -days), m_random.between(2, 24));
        if (days_between(follow_up.due_on, m_plan.options.today) > 4) {
            follow_up.done = true;
        }
        m_people.conversations.back().follow_up_on = follow_up.due_on;
        m_people.follow_ups.push_back(follow_up);
    }

    /// Who follows a leader: people near them on the list, as in a department.
    void follow(std::size_t first, std::size_t leader, std::size_t count) {
        if (!m_random.chance(0.6)) return;
        int followers = m_random.between(2, 5);
        for (int at = 1; at <= followers; ++at) {
            auto other = leader + static_cast<std::size_t>(at * m_random.between(1, 3));
            if (other >= count) return;
            Relationship relationship;
            relationship.person_id = m_people.persons[first + leader].id;
            relationship.id = m_ids.next<Relationship>();
            relationship.other_person_id = m_people.persons[first + other].id;
            relationship.kind = m_random.chance(0.8) ? RelationshipKind::leads : RelationshipKind::influences;
            relationship.user_id = m_chief;
            relationship.evidence = m_random.pick(evidence);
            relationship.at = days_ago(m_plan, m_random.between(2, 90), m_random);
            m_people.relationships.push_back(std::move(relationship));
        }
    }

    const Plan& m_plan;
    const SitePlan& m_site;
    Ids& m_ids;
    Random& m_random;
    People& m_people;
    Id<User> m_chief;
    Id<User> m_volunteer;
};

}  // namespace

void add_conversations(const Plan& plan, const SitePlan& site, std::size_t first_person,
                       const std::vector<Nature>& natures, Ids& ids, Random& random, People& people) {
    SiteTalk(plan, site, ids, random, people).run(first_person, natures);
}

}  // namespace wallchart::sample
