#pragma once
// Which columns mean what: recognized by their headers, in English and Spanish and in the exports of the
// systems that people come from.

#include "features/imports/imports.h"

#include <string>
#include <string_view>
#include <vector>

namespace wallchart {

/// The fields that files of a kind can hold, in the order in which they are offered.
std::vector<ImportField> fields_of(ImportKind kind);
/// Whether several columns may hold it (e-mails, phones, notes).
bool may_repeat(ImportField field);

/// A shape of file that is known: what system or register it comes from.
struct Preset {
    struct Column {
        std::string_view header;  ///< as header_key makes it
        ImportField field;
    };
    std::string_view name;  ///< "van"
    ImportKind kind;
    std::string_view source;       ///< of its external ids
    std::string_view affiliation;  ///< the union whose bodies it lists; empty when a column says so
    std::vector<std::string_view> recognized_by;  ///< headers that are all there
    std::vector<Column> columns;
};
const std::vector<Preset>& all_presets();
/// Nothing for an unknown name, or one for another kind of file.
const Preset* find_preset(ImportKind kind, std::string_view name);

/// A header without case, marks and punctuation: "E-mail Address" → "emailaddress".
std::string header_key(std::string_view header);

/// Headers made unique and never empty: "Email", "Email (2)", "Column 4".
std::vector<std::string> column_names(const std::vector<std::string_view>& header);

/// What the columns seem to be: by preset, header and, where the header says nothing, by the first rows.
ImportMapping guess_mapping(ImportKind kind, const std::vector<std::string>& columns,
                            const std::vector<std::vector<std::string>>& rows, std::string_view preset);

/// Checks that a mapping fits the file's columns and can make records. Errors: invalid, every fault named.
Result<void> check_mapping(ImportKind kind, const ImportMapping& mapping,
                           const std::vector<std::string>& columns);

/// Applies "FIELD=COLUMN" ("custom:Name=COLUMN") to a mapping. Errors: invalid.
Result<void> apply_map_option(ImportKind kind, ImportMapping& mapping, std::string_view option);

}  // namespace wallchart
