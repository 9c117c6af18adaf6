#include "engine/route/walk/door_columns.h"

#include "core/text.h"

#include <algorithm>
#include <string_view>

namespace wallchart::route {
namespace {

/// The names of each column, the most telling first, without blanks and marks.
constexpr std::array<std::string_view, door_columns> names{
    "id doorid stopid vanid voterid voterfileid voterfilevanid personid externalid stop door name",
    "latitude lat y addresslatitude addrlat ycoord",
    "longitude lon lng long x addresslongitude addrlon xcoord",
    "address streetaddress address1 addressline1 fulladdress residenceaddress addr",
    "street streetname road roadname",
    "housenumber number streetnumber houseno housenum streetno addressnumber hno num",
    "unit unitnumber apartment apt aptnumber apartmentnumber suite flat unitno aptno",
    "leaflets amount demand quantity weight load",
    "minutes service servicetime serviceminutes dwell duration",
    "open from after ready readytime windowstart earliest timefrom notbefore",
    "close to until before due duedate windowend latest timeto notafter",
};

std::string bare(std::string_view name) {
    std::string out;
    for (char letter : fold(name))
        if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) out += letter;
    return out;
}

}  // namespace

std::array<std::optional<std::size_t>, door_columns> find_door_columns(
    const std::vector<std::string>& header) {
    std::array<std::optional<std::size_t>, door_columns> found;
    std::vector<std::string> bared;
    bared.reserve(header.size());
    for (const auto& name : header)
        bared.push_back(bare(name));
    for (std::size_t column = 0; column < door_columns; ++column)
        for (auto name : split(names[column], ' ')) {
            auto at = std::find(bared.begin(), bared.end(), name);
            if (at == bared.end()) continue;
            found[column] = static_cast<std::size_t>(at - bared.begin());
            break;
        }
    return found;
}

}  // namespace wallchart::route
