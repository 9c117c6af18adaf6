#include "cli/door_file.h"

#include <cstdio>

namespace wallchart {

Result<doors::DoorFile> read_door_file(const std::string& path, const doors::Reading& reading) {
    auto reader = TRY(CsvReader::open(path));
    auto read = doors::read_doors(reader, reading);
    if (!read) return failure(read.error().kind, path + ": " + read.error().message);
    std::string used;
    for (std::size_t at = 0; at < read->header.size(); ++at)
        if (read->columns[at] != doors::Field::ignored)
            used += (used.empty() ? "" : ", ") + read->header[at] + " = " +
                    std::string(name_of(read->columns[at]));
    // A walk is printed with the cells that were read; a cut of thousands is not looked through.
    if (reading.use == doors::Use::cut) std::fprintf(stderr, "%s: %s.\n", path.c_str(), used.c_str());
    for (const auto& sentence : doors::sentences(*read))
        std::fprintf(stderr, "%s\n", sentence.c_str());
    return *std::move(read);
}

}  // namespace wallchart
