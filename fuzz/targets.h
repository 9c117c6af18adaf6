#pragma once
// What reads files and typed text, tried with any bytes. libFuzzer looks for inputs that break it (./dev
// fuzz); what it found lies in corpus/ and is tried again by the tests.

#include <stdexcept>
#include <string_view>

namespace wallchart::fuzz {

/// Something that must hold of any input does not.
class Broken : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

inline void require(bool holds, const char* what) {
    if (!holds) throw Broken(what);
}

// Each reads the input as its name says; throws Broken.
void try_backup(std::string_view input);           ///< a backup's ZIP
void try_ballot_files(std::string_view input);     ///< ballots: BLT, tables, records of voting systems
void try_cell_values(std::string_view input);      ///< cells of an import: dates, names, counts
void try_csv(std::string_view input);              ///< a delimited file in any encoding
void try_decision_rule(std::string_view input);    ///< rules, meeting patterns, votes and cases as text
void try_json(std::string_view input);             ///< JSON of any shape
void try_resolution_text(std::string_view input);  ///< Markdown with fields: two versions, parted by a NUL
void try_route(std::string_view input);            ///< lists of doors, and the literature's routing problems
void try_text(std::string_view input);             ///< searched text, phones, e-mails, addresses of pages
void try_turf(std::string_view input);             ///< lists of doors, lengths of shifts, p-medians
void try_union_name(std::string_view input);       ///< what people write of their union

}  // namespace wallchart::fuzz
