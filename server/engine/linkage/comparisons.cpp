#include "engine/linkage/comparisons.h"

namespace wallchart::linkage {
namespace {

// Columns: label, same person, one household, unrelated. Where a kind is named, the share of unrelated people
// is the value's own frequency, and the figure here only a beginning for small lists.
constexpr Level given_levels[] = {
    {"same", 0.70, 0.02, 0.006, Kind::given},
    {"nickname", 0.05, 0.003, 0.002, Kind::given},
    {"one of several", 0.03, 0.008, 0.004},
    {"initial", 0.04, 0.06, 0.06},
    {"one or two letters", 0.08, 0.006, 0.003},
    {"similar", 0.05, 0.03, 0.025},
    {"different", 0.05, 0.87, 0.90},
};
constexpr Level middle_levels[] = {
    {"same", 0.60, 0.03, 0.02, Kind::middle},
    {"initial", 0.24, 0.06, 0.06},
    {"similar", 0.06, 0.02, 0.01},
    {"different", 0.10, 0.89, 0.91},
};
constexpr Level family_levels[] = {
    {"same", 0.72, 0.65, 0.003, Kind::family}, {"one of two", 0.05, 0.06, 0.003},
    {"one or two letters", 0.09, 0.02, 0.002}, {"similar", 0.05, 0.03, 0.02},
    {"different", 0.09, 0.24, 0.97},
};
// A person's names in each other's place are a slip of whoever wrote them, and as rare among relatives, whose
// family names agree only in order; how likely the names themselves then agree by chance is counted with
// them. Names that are common together (García is likelier called Julio than others are) count here for what
// the two say less than each for itself.
constexpr Level whole_name_levels[] = {
    {"in order", 0.985, 0.985, 1, Kind::whole_name},
    {"swapped", 0.015, 0.015, 1},
};
// Father and son of one name are mostly told apart by a suffix, if only of one of them.
constexpr Level suffix_levels[] = {
    {"same", 0.93, 0.40, 0.40, Kind::none, 0.05},
    {"different", 0.07, 0.60, 0.60, Kind::none, 0.95},
    {"only one has one", 0.01, 0.03, 0.03, Kind::none, 0.60},
    {"neither has one", 0.99, 0.97, 0.97, Kind::none, 0.40},
};
constexpr Level birth_levels[] = {
    {"same", 0.78, 0.005, 0.00005, Kind::birth, 0.001},
    {"day and month swapped", 0.015, 0.00005, 0.00005, Kind::none, 0.0001},
    {"one digit", 0.07, 0.004, 0.0025, Kind::none, 0.003},
    {"two of three parts", 0.04, 0.004, 0.004, Kind::none, 0.003},
    {"within 45 days", 0.02, 0.003, 0.003, Kind::none, 0.0005},
    {"same year or one apart", 0.02, 0.06, 0.055, Kind::none, 0.005},
    {"within ten years", 0.02, 0.30, 0.30, Kind::none, 0.03},
    {"ten years or more apart", 0.02, 0.60, 0.62, Kind::none, 0.9574},
    {"year and month same, day not known", 0.20, 0.003, 0.002, Kind::none, 0.001},
    {"year same, else not known", 0.60, 0.03, 0.02, Kind::none, 0.005},
    {"month and day same, year not known", 0.14, 0.005, 0.003, Kind::none, 0.003},
    {"known parts differ", 0.06, 0.962, 0.975, Kind::none, 0.991},
};
constexpr Level email_levels[] = {
    {"same", 0.75, 0.08, 0.000002, Kind::email},
    {"same before the @", 0.03, 0.003, 0.00005},
    {"one or two letters", 0.06, 0.002, 0.00005},
    {"similar before the @", 0.05, 0.02, 0.006},
    {"different", 0.11, 0.895, 0.994},
};
constexpr Level phone_levels[] = {
    {"same", 0.70, 0.40, 0.000005, Kind::phone},
    {"one digit", 0.05, 0.005, 0.00002},
    {"same last seven digits", 0.02, 0.001, 0.000005},
    {"different", 0.23, 0.594, 0.99997},
};
constexpr Level address_levels[] = {
    {"same", 0.65, 0.80, 0.00002, Kind::address},
    {"same number, street alike", 0.07, 0.05, 0.00004},
    {"same street, number alike", 0.05, 0.01, 0.0003},
    {"same street", 0.05, 0.02, 0.002, Kind::street},
    {"street alike", 0.03, 0.01, 0.002},
    {"same number only", 0.01, 0.005, 0.008},
    {"different", 0.14, 0.105, 0.987},
};
constexpr Level unit_levels[] = {
    {"same", 0.74, 0.80, 0.02, Kind::unit},
    {"alike", 0.10, 0.05, 0.03},
    {"different", 0.16, 0.15, 0.95},
};
constexpr Level place_levels[] = {
    {"same postal code", 0.70, 0.80, 0.01, Kind::postal_code},
    {"same postal code, other city", 0.04, 0.03, 0.002, Kind::postal_code},
    {"same city, postal code alike", 0.04, 0.02, 0.01, Kind::city},
    {"same city", 0.08, 0.05, 0.03, Kind::city},
    {"city alike", 0.04, 0.01, 0.003},
    {"postal code alike", 0.02, 0.01, 0.01},
    {"same state", 0.04, 0.05, 0.25, Kind::state},
    {"different", 0.04, 0.03, 0.69},
    {"same city, postal code not known", 0.85, 0.93, 0.03, Kind::city},
    {"city alike, postal code not known", 0.05, 0.02, 0.003},
    {"other city, postal code not known", 0.10, 0.05, 0.967},
};
constexpr Level sex_levels[] = {
    {"same", 0.98, 0.40, 0.50, Kind::none, 0.98},
    {"different", 0.02, 0.60, 0.50, Kind::none, 0.02},
};
constexpr Level employer_levels[] = {
    {"same", 0.60, 0.05, 0.02, Kind::employer},
    {"alike", 0.12, 0.02, 0.01},
    {"different", 0.28, 0.93, 0.97},
};
constexpr Level identifier_levels[] = {
    {"same", 0.88, 0.00001, 0.000001, Kind::identifier},
    {"one digit", 0.06, 0.0001, 0.00005},
    {"different", 0.06, 0.99989, 0.99995},
};
constexpr Level identifier2_levels[] = {
    {"same", 0.88, 0.00001, 0.000001, Kind::identifier2},
    {"one digit", 0.06, 0.0001, 0.00005},
    {"different", 0.06, 0.99989, 0.99995},
};
constexpr Level identifier3_levels[] = {
    {"same", 0.88, 0.00001, 0.000001, Kind::identifier3},
    {"one digit", 0.06, 0.0001, 0.00005},
    {"different", 0.06, 0.99989, 0.99995},
};

constexpr ComparisonInfo infos[comparison_count] = {
    {"given name", false, 0.1, 0.0002, given_levels},
    {"middle name", false, 1, 0.03, middle_levels},
    {"family name", true, 1, 0, family_levels},
    {"whole name", true, 1, 0, whole_name_levels},
    {"suffix", false, 1, 0, suffix_levels, 3},
    {"birth date", false, 1, 0.005, birth_levels, 9},
    {"e-mail", true, 1, 0, email_levels},
    {"phone", true, 1, 0, phone_levels},
    {"address", true, 1, 0, address_levels},
    {"unit", true, 1, 0, unit_levels},
    {"place", true, 1, 0, place_levels, 9},
    {"sex", false, 1, 0, sex_levels},
    {"employer", true, 1, 0, employer_levels},
    {"identifier", false, 1, 0, identifier_levels},
    {"identifier 2", false, 1, 0, identifier2_levels},
    {"identifier 3", false, 1, 0, identifier3_levels},
};

}  // namespace

const ComparisonInfo& info(Comparison comparison) {
    return infos[static_cast<std::size_t>(comparison)];
}

}  // namespace wallchart::linkage
