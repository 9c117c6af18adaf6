#pragma once
// The work of a preflight and of a run: a thread reads and checks rows while the database takes them.

#include "features/imports/importer.h"
#include "features/jobs/jobs.h"

namespace wallchart {

/// What would happen, counted; nothing of the workspace is written. Result: the summary as JSON.
Result<std::string> check_import(JobTask& task);
/// Writes the rows, chunk by chunk, under one batch; goes on after the last chunk written.
Result<std::string> run_import(JobTask& task);
/// Puts back what the import's batch wrote, as far as nobody has changed it since.
Result<std::string> undo_import(JobTask& task);

/// Input of all three.
struct ImportJob {
    Id<Import> import_id;
};
BOOST_DESCRIBE_STRUCT(ImportJob, (), (import_id))

}  // namespace wallchart
