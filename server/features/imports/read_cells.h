#pragma once
// The cells of a row, one after the other: what holds for those of every kind of file.

#include "features/imports/cell_values.h"
#include "features/imports/imports.h"

#include <optional>
#include <string_view>
#include <vector>

namespace wallchart {

/// A fault of one cell, or of the row when the column is empty.
struct CellFault {
    std::string column;
    RejectReason reason;
};

/// Whether a cell beyond the last column holds something: then no cell can be trusted.
bool has_extra_cells(const ImportMapping& mapping, const std::vector<std::string_view>& cells);

/// What is wrong with a cell's text whatever it means: control characters, or more than `limit` characters.
std::optional<RejectReason> unusable(std::string_view text, std::size_t limit);

/// Hands the cells that hold something to `take(column, field, text)`, which answers what is wrong with the
/// text; `limit_of(field)` is how many characters it may have. Answers all faults.
template <class LimitOf, class Take>
std::vector<CellFault> read_cells(const ImportMapping& mapping, const std::vector<std::string_view>& cells,
                                  LimitOf&& limit_of, Take&& take) {
    std::vector<CellFault> faults;
    for (std::size_t at = 0; at < mapping.columns.size() && at < cells.size(); ++at) {
        auto field = mapping.columns[at].field;
        if (field == ImportField::ignore) continue;
        auto text = cell_text(cells[at]);
        if (text.empty()) continue;
        auto reason = unusable(text, limit_of(field));
        if (!reason) reason = take(at, field, text);
        if (reason) faults.push_back({mapping.columns[at].column, *reason});
    }
    return faults;
}

/// Reads a cell of a place (city, state, postal code, coordinates) into an organization or a worksite; any
/// other cell is left alone.
template <class T>
std::optional<RejectReason> read_place_cell(ImportField field, std::string_view text, T& into) {
    switch (field) {
        case ImportField::city:
            into.city = read_place(text);
            break;
        case ImportField::state:
            into.state = read_state(text);
            break;
        case ImportField::postal_code:
            into.postal_code = read_postal_code(text);
            break;
        case ImportField::latitude:
        case ImportField::longitude: {
            bool is_latitude = field == ImportField::latitude;
            auto degrees = read_coordinate(text, is_latitude ? 90 : 180);
            if (!degrees) return RejectReason::number_invalid;
            (is_latitude ? into.latitude : into.longitude) = *degrees;
            break;
        }
        default:
            break;
    }
    return std::nullopt;
}

}  // namespace wallchart
