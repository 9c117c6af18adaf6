#include "features/imports/person_row.h"

#include "core/text.h"
#include "engine/union_name/directory.h"
#include "features/imports/fields.h"
#include "features/imports/pipeline.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace wallchart {
namespace {

/// Bytes that are often near to what a list holds.
rc::Gen<std::string> almost_a_list() {
    auto piece = rc::gen::element<std::string>(",", "\"", "\r\n", "\n", "\t", ";", "first name", "email",
                                               "a@example.org", "Ana", "\xEF\xBB\xBF", "=1+1", "\xFF\xFE",
                                               "1/2/1980", "402-555-0123", "Teamsters 810",
                                               std::string(1, '\0'), "\xC3\xB1", "\xF1", "yes");
    auto bytes = rc::gen::container<std::string>(rc::gen::arbitrary<char>());
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::oneOf(piece, bytes)),
                        [](const std::vector<std::string>& pieces) { return join(pieces, ""); });
}

RC_GTEST_PROP(PersonRow, AnyBytesAreReadOrRefusedAndEveryRowIsAccountedFor, ()) {
    auto text = "first name,last name,email,phone,dob,union\r\n" + *almost_a_list();
    auto reader = CsvReader::over(text);
    if (!reader) return;
    CsvRow row;
    if (!reader->next(row) || !row.fault.empty()) return;
    auto columns = column_names(row.cells);
    auto mapping = guess_mapping(ImportKind::people, columns, {}, "");
    static const union_name::Directory nowhere(std::vector<union_name::DirectoryEntry>{});
    PersonReader people(mapping, nowhere);
    while (reader->next(row)) {
        auto kept = file_row(row);
        RC_ASSERT(kept.cells().size() <= row.cells.size());
        if (!kept.faults.empty()) continue;
        RC_ASSERT(kept.cells() == row.cells);
        PersonRow person;
        auto faults = people.read(row.cells, person);
        // Either it says why not, or there is a person with a name that may be saved.
        if (faults.empty()) {
            RC_ASSERT(bool(check_person(person.person)));
        } else {
            for (const auto& fault : faults)
                RC_ASSERT(!in_words(fault.reason, "en").empty() && !in_words(fault.reason, "es").empty());
        }
    }
}

}  // namespace
}  // namespace wallchart
