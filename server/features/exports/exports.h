#pragma once
// Everything that a workspace owns, in one file that any program can read: nobody is locked in.

#include "core/access.h"
#include "core/result.h"
#include "db/database.h"
#include "http/router.h"

#include <cstdint>
#include <string>

namespace wallchart {

enum class ExportHistory : std::uint8_t { with, without };

struct ExportReport {
    int tables = 0;
    std::int64_t rows = 0;
};

/// Writes a ZIP with each of the workspace's tables as CSV (for spreadsheets: what would run as a formula is
/// neutralised) and as JSON (exact), and a page that explains them. Passwords, tokens and other secrets are
/// not in it, nor is anything of another workspace. `history` adds the journal: every change ever made. The
/// caller's reader keeps it in one consistent state. Errors: unavailable (the disk).
Result<ExportReport> write_export(Reader& reader, const Schema& schema, Id<Workspace> workspace,
                                  ExportHistory history, const std::string& file);

void add_export_routes(Router& router);

}  // namespace wallchart
