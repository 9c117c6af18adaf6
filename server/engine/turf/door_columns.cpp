#include "engine/turf/door_columns.h"

#include "core/text.h"

#include <algorithm>
#include <array>

namespace wallchart::turf {
namespace {

struct UsualNames {
    DoorField field;
    std::string_view name;
    std::string_view usual;  // without case, blanks and marks; what is likelier first
};

constexpr std::array usual_names{
    UsualNames{DoorField::id, "id",
               "id doorid addressid personid voterid vanid uniqueid recordid rowid uid uuid"},
    UsualNames{DoorField::latitude, "latitude",
               "latitude lat y ycoord ycoordinate geolat latitud latitudey pointy latdeg addresslatitude"},
    UsualNames{DoorField::longitude, "longitude",
               "longitude lon long lng x xcoord xcoordinate geolon geolng longitud longitudex pointx londeg "
               "addresslongitude"},
    UsualNames{DoorField::street, "street",
               "street streetname address streetaddress address1 addressline1 addr addr1 road fulladdress "
               "residentialaddress homeaddress calle direccion domicilio"},
    UsualNames{
        DoorField::house_number, "house_number",
        "housenumber number houseno housenum streetnumber streetno streetnum addressnumber buildingnumber "
        "hausnummer numero civicnumber"},
    UsualNames{DoorField::unit, "unit",
               "unit apt apartment unitnumber aptnumber aptno unitno flat suite address2 addressline2 addr2 "
               "departamento apartamento"},
    UsualNames{DoorField::weight, "weight", "weight people voters count contacts residents members peso"},
    UsualNames{DoorField::turf, "turf", "turf turfname turfid turfnumber assignment walklist"},
};

std::string plain(std::string_view name) {
    std::string letters;
    for (char c : fold(name))
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) letters.push_back(c);
    return letters;
}

/// How likely a field this name is: 0 the likeliest, and so on.
std::size_t rank(const UsualNames& names, std::string_view wanted) {
    auto all = split(names.usual, ' ');
    return static_cast<std::size_t>(std::ranges::find(all, wanted) - all.begin());
}

}  // namespace

std::string_view name_of(DoorField field) {
    for (const auto& names : usual_names)
        if (names.field == field) return names.name;
    return "ignored";
}

DoorField recognise_door_field(std::string_view column_name) {
    auto wanted = plain(column_name);
    for (const auto& names : usual_names)
        if (rank(names, wanted) < split(names.usual, ' ').size()) return names.field;
    return DoorField::ignored;
}

Result<std::vector<DoorField>> recognise_door_columns(std::span<const std::string> header,
                                                      std::span<const std::string> mappings) {
    std::vector<DoorField> columns(header.size(), DoorField::ignored);
    for (const auto& mapping : mappings) {
        auto equals = mapping.find('=');
        if (equals == std::string::npos)
            return failure(ErrorKind::invalid, "--map is FIELD=COLUMN, not \"" + mapping + "\".");
        auto field = recognise_door_field(std::string_view(mapping).substr(0, equals));
        if (field == DoorField::ignored)
            return failure(
                ErrorKind::invalid,
                "\"" + mapping.substr(0, equals) +
                    "\" is no field. There are: id, latitude, longitude, street, house_number, unit, "
                    "weight.");
        auto name = plain(std::string_view(mapping).substr(equals + 1));
        auto column = std::ranges::find_if(header, [&](const auto& each) { return plain(each) == name; });
        if (column == header.end())
            return failure(ErrorKind::invalid,
                           "The file has no column \"" + mapping.substr(equals + 1) + "\".");
        columns[static_cast<std::size_t>(column - header.begin())] = field;
    }
    for (const auto& names : usual_names) {
        if (std::ranges::find(columns, names.field) != columns.end()) continue;
        auto best = header.size();
        auto best_rank = split(names.usual, ' ').size();
        for (std::size_t at = 0; at < header.size(); ++at) {
            if (columns[at] != DoorField::ignored) continue;
            auto likely = rank(names, plain(header[at]));
            if (likely < best_rank) best_rank = likely, best = at;
        }
        if (best < header.size()) columns[best] = names.field;
    }
    return columns;
}

}  // namespace wallchart::turf
