#pragma once
// The sample movement: a fictional, lifelike workspace for demonstrations, tests, measurements and pictures.
// The same numbers and the same day give the same content, ids included.

#include "core/access.h"
#include "core/clock.h"
#include "core/result.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace wallchart {

class Database;
struct Workspace;

/// How much is made, and for which day.
struct SampleOptions {
    std::int64_t people = 20'000;
    std::uint64_t seed = 1;
    int candidates = 10;
    int unions = 60;
    /// Locals; 0: 300, or one for a thousand people when that is more.
    int locals = 0;
    /// Worksites; 0: five for each local.
    int worksites = 0;
    /// A drive for each candidate in each local, as large as a slate board gets; otherwise for some.
    bool every_pair = false;
    /// The day on which it plays: what is due, late or new is so by this day.
    Date today{};
    std::string time_zone = "America/Chicago";
};

/// The users whose work the sample shows; at least one of each. The first leads, as many as there are locals
/// with the largest drives (SampleReport::core_locals), work in one of these each; the others anywhere.
struct SampleUsers {
    Id<User> owner;
    std::vector<Id<User>> organizers;
    std::vector<Id<User>> leads;
    std::vector<Id<User>> volunteers;
};

/// What was written.
struct SampleReport {
    std::int64_t organizations = 0;
    std::int64_t employers = 0;
    std::int64_t worksites = 0;
    std::int64_t people = 0;
    std::int64_t candidates = 0;
    std::int64_t drives = 0;
    std::int64_t endorsements = 0;
    std::int64_t assessments = 0;
    std::int64_t conversations = 0;
    std::int64_t follow_ups = 0;
    std::int64_t records = 0;  ///< all of them, with what belongs to people
    Id<Organization> home;     ///< the alliance whose workspace it is
    std::vector<Id<Organization>> core_locals;
};

/// The options with what was left open filled in. Errors: invalid.
Result<SampleOptions> check_sample(SampleOptions options);

/// Fills a workspace, in transactions of a few thousand people under one batch; `progress` is told the people
/// written so far. Errors: invalid (numbers out of range), those of the database.
Result<SampleReport> write_sample(Database& database, Id<Workspace> workspace, const SampleUsers& users,
                                  const SampleOptions& options,
                                  const std::function<void(std::int64_t people)>& progress = {});

/// What write_people_csv wrote.
struct PeopleCsvReport {
    std::int64_t rows = 0;
    std::int64_t people = 0;  ///< distinct ones: clusters
};

/// Writes the sample's people alone as a CSV file, shuffled as lists put together are. `duplicates` (0 to 1)
/// is the share of them that stand there a second time as another list would have them: nicknames, slips of
/// the fingers, a new home or telephone, a married name, one of two family names, fields that the other list
/// lacks. The column `cluster` says who is one person. Errors: invalid, unavailable (the file cannot be
/// written).
Result<PeopleCsvReport> write_people_csv(const std::string& path, const SampleOptions& options,
                                         double duplicates);

/// The users of the sample movement, by e-mail, with who signs in first.
struct SampleWorkspace {
    Id<Workspace> workspace;
    SampleReport report;
    std::string owner_email;
    std::string sign_in_token;  ///< of the owner's link, for a week
};

/// What a sample's workspace is called, and how its users sign in.
struct SampleAccounts {
    std::string slug = "riverbend";
    std::string name = "Riverbend Alliance";
    /// The same for all users; empty: they sign in by link alone.
    std::string password;
};

/// Makes the workspace, its users (owner, organizers, leads, volunteers, an observer) and what write_sample
/// writes. Errors: conflict (the workspace exists), and those of write_sample.
Result<SampleWorkspace> make_sample(Database& database, const SampleAccounts& accounts,
                                    const SampleOptions& options,
                                    const std::function<void(std::int64_t people)>& progress = {});

}  // namespace wallchart
