#include "engine/union_name/affiliations.h"

namespace wallchart::union_name {
namespace {

/// Locals that people name without union or without number.
constexpr KnownLocal table[] = {
    {"32bj; 32 bj; thirty two bj; 32b-32j", "SEIU", "32BJ"},
    {"1199seiu; 1199 seiu; seiu 1199; united healthcare workers east; uhwe; uhw east; 1199 united healthcare "
     "workers "
     "east; health care workers east; healthcare workers east; 1199 national health and human service "
     "employees",
     "SEIU", "1199"},
    {"uhw; seiu uhw; united healthcare workers west; uhw west; uhww; healthcare workers west; uhwwest",
     "SEIU", "2005"},
    {"seiu healthcare pennsylvania; healthcare pennsylvania", "SEIU", "1199P"},
    {"new england health care employees union district 1199; new england healthcare employees union district "
     "1199; 1199ne; seiu 1199ne; 1199 new england; district 1199 new england",
     "SEIU", "1199NE"},
    {"1199c", "NUHHCE", "1199C", BodyKind::district},
    {"1199nw; seiu healthcare 1199nw", "SEIU", "1199NW"},
    {"culinary union; culinary local; culinary workers union las vegas", "UNITHE", "226"},
    {"new york hotel trades council; new york hotel and motel trades council; hotel and gaming trades "
     "council; hotel "
     "trades council new york",
     "UNITHE", "6"},
    {"united federation of teachers; uft", "AFT", "2"},
    {"chicago teachers union; ctu", "AFT", "1"},
    {"professional staff congress; psc cuny", "AFT", "2334"},
    {"united teachers los angeles; utla", "AFT", "1021"},
    {"dc 37; dc37; district council 37", "AFSCME", "37", BodyKind::council},
    {"civil service employees association; csea local 1000", "AFSCME", "1000"},
    {"public school employees of washington", "SEIU", "1948"},
    {"oe3; oe 3", "IUOE", "3"},
    {"newsguild of new york; newspaper guild of new york; the newsguild of new york", "CWA", "31003"},
    {"pacific media workers guild", "CWA", "39521"},
    {"washington baltimore news guild; washington baltimore newspaper guild", "CWA", "32035"},
    {"chicago newspaper guild; chicago newsguild; chicago news guild", "CWA", "34071"},
    {"speea; society of professional engineering employees in aerospace", "PTE", "2001"},
    {"district council 1707; dc 1707", "AFSCME", "1707", BodyKind::council},
    {"garage employees union", "IBT", "272"},
    {"hawaii nurses association", "OPEIU", "50"},
    {"national organization of legal services workers; nolsw", "UAW", "2320"},
    {"san francisco culinary", "UNITHE", "2"},
    {"ohio association of public school employees; oapse", "AFSCME", "4"},
    {"jneso", "IUOE", "1", BodyKind::council},
    {"cinematographers guild; international cinematographers guild", "IATSE", "600"},
    {"motion picture editors guild; editors guild", "IATSE", "700"},
    {"animation guild", "IATSE", "839"},
    {"united scenic artists", "IATSE", "829"},
};

}  // namespace

std::span<const KnownLocal> known_locals() {
    return table;
}

}  // namespace wallchart::union_name
