#pragma once
// Lists of people from CSV files, for the commands that ask who is the same person.

#include "cli/command.h"
#include "engine/linkage/linkage.h"

#include <string>
#include <vector>

namespace wallchart {

/// A file's rows as records of the engine, one after the other.
struct PeopleFile {
    std::string path;
    std::vector<linkage::Column> columns;
    bool has_ids = false;          ///< else rows are numbered from 1
    std::vector<std::string> ids;  ///< one a row
    // What was odd.
    std::uint64_t ragged = 0;       ///< rows with more or fewer cells than the header
    std::uint64_t faulty = 0;       ///< rows that cannot be read, left out
    std::uint64_t first_fault = 0;  ///< the line of the first ragged or faulty row
    std::uint64_t repeated_ids = 0;
    std::vector<std::string> empty_columns;  ///< recognised, and nothing in them
};

/// People of one file or several, with the values they share.
struct People {
    linkage::Values values;
    std::vector<linkage::Record> records;
};

/// Reads `path` and adds its people.
/// Errors: not_found, unsupported, invalid (no column is recognised, no rows).
Result<PeopleFile> read_people(const std::string& path, const Arguments& arguments, People& people);

/// What was recognised and what was odd, in sentences, to standard error.
void tell(const PeopleFile& file);

/// The options that dedupe, link and explain share.
std::vector<OptionInfo> linkage_options();

/// The model that --use-model names, if it does. Errors: not_found, invalid.
Result<std::optional<linkage::Model>> given_model(const Arguments& arguments);

/// Runs the engine as the arguments say, with progress on a terminal. Errors: invalid (--threshold).
Result<linkage::Linkage> run_linkage(const Arguments& arguments, const People& people, linkage::Scope scope);

/// Writes what --pairs, --clusters and --model ask for, and prints the summary. `files` are one or two.
Result<void> report_linkage(const Arguments& arguments, const linkage::Linkage& linkage,
                            std::span<const PeopleFile> files, double seconds);

}  // namespace wallchart
