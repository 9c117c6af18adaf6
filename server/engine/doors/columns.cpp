#include "engine/doors/columns.h"

#include "core/text.h"

#include <algorithm>
#include <array>

namespace wallchart::doors {
namespace {

enum class Serves : std::uint8_t { both, cut, walk };

struct UsualNames {
    Field field;
    Serves serves;
    std::string_view name;
    std::string_view usual;  // without case, blanks and marks; what is likelier first
};

constexpr std::array usual_names{
    UsualNames{
        Field::id, Serves::both, "id",
        "id doorid stopid addressid vanid voterid voterfileid voterfilevanid personid uniqueid recordid "
        "rowid externalid uid uuid stop door name"},
    UsualNames{
        Field::latitude, Serves::both, "latitude",
        "latitude lat y ycoord ycoordinate geolat latitud latitudey pointy latdeg addresslatitude addrlat"},
    UsualNames{Field::longitude, Serves::both, "longitude",
               "longitude lon long lng x xcoord xcoordinate geolon geolng longitud longitudex pointx londeg "
               "addresslongitude addrlon"},
    UsualNames{
        Field::street, Serves::both, "street",
        "street streetname address streetaddress address1 addressline1 addr addr1 road roadname fulladdress "
        "residentialaddress residenceaddress homeaddress calle direccion domicilio"},
    UsualNames{
        Field::house_number, Serves::both, "house_number",
        "housenumber number houseno housenum streetnumber streetno streetnum addressnumber buildingnumber "
        "hausnummer numero civicnumber hno num"},
    UsualNames{Field::unit, Serves::both, "unit",
               "unit apt apartment unitnumber aptnumber apartmentnumber aptno unitno flat suite address2 "
               "addressline2 addr2 departamento apartamento"},
    UsualNames{Field::weight, Serves::cut, "weight",
               "weight people voters count contacts residents members peso"},
    UsualNames{Field::turf, Serves::cut, "turf", "turf turfname turfid turfnumber assignment walklist"},
    UsualNames{Field::amount, Serves::walk, "leaflets", "leaflets amount demand quantity weight load"},
    UsualNames{Field::minutes, Serves::walk, "minutes",
               "minutes service servicetime serviceminutes dwell duration"},
    UsualNames{Field::open, Serves::walk, "from",
               "open from after ready readytime windowstart earliest timefrom notbefore"},
    UsualNames{Field::close, Serves::walk, "to",
               "close to until before due duedate windowend latest timeto notafter"},
};

bool serves(const UsualNames& names, Use use) {
    return names.serves == Serves::both || (names.serves == Serves::cut) == (use == Use::cut);
}

std::string fields_in_words(Use use) {
    std::vector<std::string> all;
    for (const auto& names : usual_names)
        if (serves(names, use) && names.field != Field::turf) all.emplace_back(names.name);
    return join(all, ", ");
}

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

std::string_view name_of(Field field) {
    for (const auto& names : usual_names)
        if (names.field == field) return names.name;
    return "ignored";
}

Field recognise_field(std::string_view column_name, Use use) {
    auto wanted = plain(column_name);
    for (const auto& names : usual_names)
        if (serves(names, use) && rank(names, wanted) < split(names.usual, ' ').size()) return names.field;
    return Field::ignored;
}

Result<std::vector<Field>> recognise_columns(std::span<const std::string> header,
                                             std::span<const std::string> mappings, Use use) {
    std::vector<Field> columns(header.size(), Field::ignored);
    for (const auto& mapping : mappings) {
        auto equals = mapping.find('=');
        if (equals == std::string::npos)
            return failure(ErrorKind::invalid, "--map is FIELD=COLUMN, not \"" + mapping + "\".");
        auto field = recognise_field(std::string_view(mapping).substr(0, equals), use);
        if (field == Field::ignored)
            return failure(ErrorKind::invalid, "\"" + mapping.substr(0, equals) +
                                                   "\" is no field. There are: " + fields_in_words(use) +
                                                   ".");
        auto name = plain(std::string_view(mapping).substr(equals + 1));
        auto column = std::ranges::find_if(header, [&](const auto& each) { return plain(each) == name; });
        if (column == header.end())
            return failure(ErrorKind::invalid,
                           "The file has no column \"" + mapping.substr(equals + 1) + "\".");
        columns[static_cast<std::size_t>(column - header.begin())] = field;
    }
    for (const auto& names : usual_names) {
        if (!serves(names, use) || std::ranges::find(columns, names.field) != columns.end()) continue;
        auto best = header.size();
        auto best_rank = split(names.usual, ' ').size();
        for (std::size_t at = 0; at < header.size(); ++at) {
            if (columns[at] != Field::ignored) continue;
            auto likely = rank(names, plain(header[at]));
            if (likely < best_rank) best_rank = likely, best = at;
        }
        if (best < header.size()) columns[best] = names.field;
    }
    return columns;
}

}  // namespace wallchart::doors
