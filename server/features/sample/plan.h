#pragma once
// The sample movement in its two pure steps: a plan, small enough for memory (directory, slate, drives, and
// how many people work where), and from it people, worksite by worksite.

#include "core/random.h"
#include "features/conversations/conversations.h"
#include "features/decisions/decisions.h"
#include "features/sample/sample.h"
#include "features/sample/words.h"

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace wallchart::sample {

/// Identifiers that are the same each time: they count up from the sample's day and seed.
class Ids {
public:
    Ids(Date today, std::uint64_t seed);
    template <class Record>
    Id<Record> next() {
        return Id<Record>{++m_last};
    }

private:
    std::int64_t m_last;
};

/// A drive as its people are generated: how far it has come among them.
struct DrivePlan {
    Id<Drive> id;
    double coverage = 0;   ///< share of the local's people who were talked to
    double sentiment = 0;  ///< moves everyone's answer; 0 is even
    int first_day = 0;     ///< days before today on which talking began
    int last_day = 0;      ///< and ended; 0 while it goes on
};

struct LocalPlan {
    std::size_t organization = 0;  ///< position in Plan::organizations
    const Industry* industry = nullptr;
    std::size_t state = 0;
    bool core = false;  ///< where the largest drives are
    std::vector<DrivePlan> drives;
};

struct SitePlan {
    std::size_t worksite = 0;  ///< position in Plan::worksites
    std::size_t local = 0;     ///< position in Plan::locals
    std::int64_t people = 0;
    std::int64_t first_person = 0;           ///< number of its first person among all
    std::int64_t first_person_of_state = 0;  ///< and among those of its state
};

struct Plan {
    SampleOptions options;
    SampleUsers users;
    Id<Workspace> workspace;
    Instant now{};
    std::vector<Organization> organizations;
    std::vector<Employer> employers;
    std::vector<Worksite> worksites;
    std::size_t home = 0;  ///< position of the alliance whose workspace it is
    std::vector<LocalPlan> locals;
    std::vector<SitePlan> sites;
    std::vector<Race> races;
    std::vector<Candidate> candidates;
    std::vector<Slate> slates;
    std::vector<SlateCandidate> slate_candidates;
    std::vector<Drive> drives;
    std::vector<Endorsement> endorsements;
    std::vector<StoredRule> rules;
    std::vector<StoredPattern> patterns;
    std::vector<StepRecord> step_records;
};

/// Organizations, employers, worksites, and how many people are at each.
void plan_directory(Plan& plan, Ids& ids);
/// Races, candidates and slates.
void plan_slate(Plan& plan, Ids& ids);
/// Drives at every stage, and the endorsements that were won.
void plan_drives(Plan& plan, Ids& ids);

/// How the organizations with drives decide, when their bodies meet, and what was done so far.
void plan_decisions(Plan& plan, Ids& ids);

/// Records of some people, to be inserted together.
struct People {
    std::vector<Person> persons;
    std::vector<ContactPoint> contact_points;
    std::vector<Address> addresses;
    std::vector<ExternalId> external_ids;
    std::vector<Membership> memberships;
    std::vector<Employment> employments;
    std::vector<Consent> consents;
    std::vector<Assignment> assignments;
    std::vector<Relationship> relationships;
    std::vector<Conversation> conversations;
    std::vector<Assessment> assessments;
    std::vector<FollowUp> follow_ups;
    std::vector<Id<Person>> repeats;  ///< those who are the person before them once more
};

/// What is the person's nature, beside their records.
struct Nature {
    bool leader = false;
    double lean = 0;  ///< how they stand, before anyone talked to them
};

/// Makes the people of one worksite after the other.
class PeopleGenerator {
public:
    PeopleGenerator(const Plan& plan, Ids& ids) : m_plan(plan), m_ids(ids) {}
    /// Adds those of a site.
    void add(const SitePlan& site, People& people);

private:
    void add_person(const SitePlan& site, std::int64_t number, Random& random, People& people);
    void add_contacts(const SitePlan& site, const Person& person, std::int64_t number, bool shares_home,
                      Random& random, People& people);
    void add_work(const SitePlan& site, const Person& person, Random& random, People& people);
    void add_consents(const Person& person, bool has_email, bool has_phone, Random& random, People& people);

    const Plan& m_plan;
    Ids& m_ids;
    std::unordered_set<std::string> m_emails;
    // The household of the person before, which the next may share.
    std::string m_family;
    std::vector<std::string> m_home_names;
    std::optional<Person> m_father;  // the first of them, if he may be one
    Address m_home;
    std::string m_home_phone;
};

/// Conversations, assessments and follow-ups with a site's people, whose natures stand in the same order.
void add_conversations(const Plan& plan, const SitePlan& site, std::size_t first_person,
                       const std::vector<Nature>& natures, Ids& ids, Random& random, People& people);

/// An instant so many days before the plan's day, within working people's hours.
Instant days_ago(const Plan& plan, int count, Random& random);
std::string place_name(std::string_view pattern, std::string_view name);
/// The middle of a city: the same whatever the seed.
std::pair<double, double> city_position(const State& state, std::string_view city);

}  // namespace wallchart::sample
