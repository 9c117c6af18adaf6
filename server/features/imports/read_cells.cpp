#include "features/imports/read_cells.h"

#include "core/text.h"

#include <algorithm>

namespace wallchart {

bool has_extra_cells(const ImportMapping& mapping, const std::vector<std::string_view>& cells) {
    for (std::size_t at = mapping.columns.size(); at < cells.size(); ++at)
        if (!trim(cells[at]).empty()) return true;
    return false;
}

std::optional<RejectReason> unusable(std::string_view text, std::size_t limit) {
    bool control = std::ranges::any_of(text, [](char c) {
        auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && c != '\n' && c != '\r' && c != '\t';
    });
    if (control) return RejectReason::control_character;
    if (text.size() > limit && length(text) > limit) return RejectReason::too_long;
    return std::nullopt;
}

}  // namespace wallchart
