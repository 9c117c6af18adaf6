#pragma once
// The files of `wallchart turf`: what it reads and writes.

#include "cli/command.h"
#include "engine/doors/read_doors.h"
#include "engine/geography/geojson.h"
#include "engine/turf/cut.h"

#include <string>
#include <string_view>
#include <vector>

namespace wallchart {

/// Errors: not_found, too_large (over 256 MB).
Result<std::string> read_text_file(const std::string& path);
/// Writes to a file, or to standard output for "-". Errors: unavailable.
Result<void> write_text_file(const std::string& path, std::string_view text);

/// Errors: as read_text_file and read_geojson; invalid if there is neither line nor area.
Result<geography::Shapes> read_barriers(const std::string& path);

/// Puts into `request` which doors an earlier answer has assigned; answers the names of its turf.
Result<std::vector<std::string>> keep_turf(const std::string& path, const doors::DoorFile& file,
                                           turf::Request& request);

/// Numbers for turf that have no name yet: after the highest there is.
void label_new_turf(std::vector<std::string>& labels, std::size_t count);

/// Writes what --out, --geojson, --json and --sheet ask for. Errors: unavailable.
Result<void> write_turf_files(const Arguments& arguments, const turf::Cut& cut, const doors::DoorFile& file,
                              const std::vector<std::string>& labels);

/// The summary to standard output, and what should be known to standard error.
void tell_cut(const turf::Cut& cut, const doors::DoorFile& file, const turf::Request& request,
              const std::vector<std::string>& labels, double seconds);

}  // namespace wallchart
