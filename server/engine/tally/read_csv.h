#pragma once
// Ballots in a table: a heading of candidates' names, then a row for each ballot with a rank or a score in
// each candidate's column. Columns named id, ballot, voter, precinct, batch and the like are passed over; one
// named weight or count says how many ballots a row is.

#include "core/csv.h"
#include "engine/tally/election.h"

namespace wallchart::tally {

/// Reads the whole table, or nothing of it. Candidates begin with column `first_column` (from 1), or, where
/// that is 0, are all columns that are not passed over.
/// Errors: invalid, with line and column; too_large.
Result<Election> read_csv(CsvReader& reader, BallotKind kind, int first_column = 0);

}  // namespace wallchart::tally
