#pragma once
// Ballot files in the BLT form (Hill, Wichmann and Woodall 1987, with the extensions of OpenSTV, OpaVote and
// Droop): read in one pass, in memory bounded by how many different ballots there are.
//
//     4 2                       candidates and seats
//     -2                        candidate 2 withdrew
//     [tie 3 1 2 4]             an order drawn for ties; also [nick a b c d], [withdrawn 2], [option key
//     value] 3 1 3 4 0                 three ballots: candidate 1, then 3, then 4; the 0 closes each (id-7) 1
//     2 - 1=3 0        an id is ignored; "-" is a rank left empty; "=" joins candidates at one rank 0 the end
//     of the ballots "Adam"                    the names, one a line, quoted or not "Title" then the title; #
//     and /* */ are comments

#include "engine/tally/election.h"

#include <functional>
#include <string_view>

namespace wallchart::tally {

/// Fills at most `limit` bytes and answers how many; 0 at the end.
using ReadBytes = std::function<std::size_t(char* into, std::size_t limit)>;

/// Reads a whole file, or nothing of it. Errors: invalid, with line and column; unsupported (not UTF-8);
/// too_large.
Result<Election> read_blt(const ReadBytes& read);
Result<Election> read_blt(std::string_view text);

}  // namespace wallchart::tally
