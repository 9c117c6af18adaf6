#pragma once
// What comes into the sample by the program's own doors, as it would in use: sign-ups (of which some wait to
// be placed), the formations that appear, and resolutions drafted, moved and adopted.

#include "db/database.h"
#include "features/accounts/accounts.h"
#include "features/sample/sample.h"

namespace wallchart::sample {

/// How many of the people sign up rather than being on a list.
std::int64_t sign_ups_among(std::int64_t people);

/// Each person in a transaction of their own, as from the public page. Errors: those of the database.
Result<void> add_sign_ups(Database& database, const Workspace& workspace, const SampleOptions& options,
                          std::int64_t count);

/// Lets formations appear among those who were on lists. Errors: those of the database.
Result<void> add_formations(Database& database, const Workspace& workspace, const SampleUsers& users,
                            const SampleOptions& options);

/// For drives in which a resolution was moved or decided. Errors: those of the database.
Result<void> add_resolutions(Database& database, const Workspace& workspace, const SampleUsers& users,
                             const SampleOptions& options);

}  // namespace wallchart::sample
