#pragma once
// Lists of doors on the command line.

#include "engine/doors/read_doors.h"

#include <string>

namespace wallchart {

/// Reads doors and tells on standard error which rows are left out or odd, and of a list to be cut which
/// columns were recognised. Errors: as CsvReader::open and doors::read_doors, with the name of the file.
Result<doors::DoorFile> read_door_file(const std::string& path, const doors::Reading& reading);

}  // namespace wallchart
