#include "features/sample/words.h"

#include <array>

namespace wallchart::sample {
namespace {

using std::literals::operator""sv;

constexpr std::array new_belmont{"Riverton"sv, "Port Calder"sv, "Ashgrove"sv, "Millbrook Falls"sv,
                                 "Eastbury"sv, "Grantham"sv,    "Tolliver"sv, "Marlow Bend"sv};
constexpr std::array cordova{"San Aurelio"sv, "Las Palomas"sv, "Puerto Claro"sv, "Mesa Verde Heights"sv,
                             "El Encino"sv,   "Vista Larga"sv, "Dry Fork"sv};
constexpr std::array laurentia{"Lakemont"sv,   "Dunmore Bay"sv, "Iron Harbor"sv,
                               "St. Anselm"sv, "Birchwood"sv,   "North Ferry"sv};
constexpr std::array tidemark{"Queensport"sv, "Bay Haven"sv,  "Cape Merrow"sv,
                              "Old Ferry"sv,  "Salt Creek"sv, "Wrenfield"sv};
constexpr std::array columbine{"Summit City"sv, "Silverton Flats"sv, "Alder Pass"sv, "Copperline"sv,
                               "Mesquite"sv};
constexpr std::array palmera{"Coral Gate"sv,       "Santa Brígida"sv, "Heron Key"sv,
                             "Magnolia Springs"sv, "Gulfside"sv,      "Live Oak City"sv};
constexpr std::array kittering{"Kittering"sv,       "Steelton Mills"sv, "Coalbrook"sv,
                               "Hollis Junction"sv, "Fairview Gap"sv,   "Three Forges"sv};
constexpr std::array olympia{"Cedar Sound"sv, "Port Wren"sv, "Tamarack"sv, "Snow River"sv, "Whitewater"sv};

constexpr std::array all{
    State{"NB", "New Belmont", 40.6, 42.8, -95.4, -90.6, 1, new_belmont},
    State{"CV", "Cordova", 31.6, 34.2, -106.8, -99.5, 2, cordova},
    State{"LR", "Laurentia", 42.4, 45.6, -89.2, -83.6, 3, laurentia},
    State{"TM", "Tidemark", 36.8, 39.8, -79.6, -75.9, 4, tidemark},
    State{"CB", "Columbine", 37.6, 40.6, -108.6, -103.2, 5, columbine},
    State{"PM", "Palmera", 28.2, 31.8, -88.6, -81.6, 6, palmera},
    State{"KT", "Kittering", 39.9, 41.9, -83.8, -76.2, 7, kittering},
    State{"OS", "Olmstead Sound", 43.6, 47.9, -123.2, -118.4, 8, olympia},
};

}  // namespace

std::span<const State> states() {
    return all;
}

}  // namespace wallchart::sample
