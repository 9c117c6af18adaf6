#include "core/assets.h"

#include <cstddef>

namespace {
struct Entry {
    const char* name;
    const char* start;
    const char* end;
};
}  // namespace

extern "C" const Entry wallchart_assets[];  // written by cmake/pack.cmake

namespace wallchart {

std::optional<std::string_view> find_asset(std::string_view name) {
    for (const Entry* entry = wallchart_assets; entry->name != nullptr; ++entry)
        if (name == entry->name)
            return std::string_view(entry->start, static_cast<std::size_t>(entry->end - entry->start));
    return std::nullopt;
}

std::vector<Asset> assets_in(std::string_view prefix) {
    std::vector<Asset> found;
    for (const Entry* entry = wallchart_assets; entry->name != nullptr; ++entry)
        if (std::string_view(entry->name).starts_with(prefix))
            found.push_back(
                {entry->name, {entry->start, static_cast<std::size_t>(entry->end - entry->start)}});
    return found;
}

}  // namespace wallchart
