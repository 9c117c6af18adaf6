#pragma once
// Files built into the program: the web app ("web/..."), the migrations, other documents ("assets/...").

#include <optional>
#include <string_view>
#include <vector>

namespace wallchart {

struct Asset {
    std::string_view name;
    std::string_view content;
};

std::optional<std::string_view> find_asset(std::string_view name);
/// Those whose names begin with `prefix`, in the order of their names.
std::vector<Asset> assets_in(std::string_view prefix);

}  // namespace wallchart
