// The forms in which one word is written: abbreviations, plurals, and Spanish for the commonest.
#include "engine/union_name/lexicon.h"

#include <array>
#include <unordered_map>

namespace wallchart::union_name {
namespace {

struct Form {
    std::string_view written;
    std::string_view word;
};

constexpr Form forms[] = {
    {"intl", "international"},
    {"internatl", "international"},
    {"internat", "international"},
    {"inter", "international"},
    {"internacional", "international"},
    {"int", "international"},
    {"assn", "association"},
    {"assoc", "association"},
    {"asso", "association"},
    {"asoc", "association"},
    {"assc", "association"},
    {"asociacion", "association"},
    {"bro", "brotherhood"},
    {"bros", "brotherhood"},
    {"brhd", "brotherhood"},
    {"broth", "brotherhood"},
    {"bhd", "brotherhood"},
    {"hermandad", "brotherhood"},
    {"wkrs", "worker"},
    {"wkr", "worker"},
    {"wrks", "worker"},
    {"wrkrs", "worker"},
    {"wks", "worker"},
    {"wrkr", "worker"},
    {"trabajadores", "trabajador"},
    {"emps", "employee"},
    {"empls", "employee"},
    {"empl", "employee"},
    {"emp", "employee"},
    {"employes", "employee"},
    {"fed", "federation"},
    {"federacion", "federation"},
    {"govt", "government"},
    {"gov", "government"},
    {"natl", "national"},
    {"nat", "national"},
    {"amer", "american"},
    {"dept", "department"},
    {"transp", "transportation"},
    {"trans", "transportation"},
    {"profs", "professional"},
    {"prof", "professional"},
    {"professionals", "professional"},
    {"profl", "professional"},
    {"elec", "electrical"},
    {"electl", "electrical"},
    {"tech", "technical"},
    {"mfg", "manufacturing"},
    {"manuf", "manufacturing"},
    {"svc", "service"},
    {"serv", "service"},
    {"services", "service"},
    {"hosp", "hospital"},
    {"mach", "machinist"},
    {"engrs", "engineer"},
    {"engrs", "engineer"},
    {"engr", "engineer"},
    {"eng", "engineer"},
    {"oper", "operating"},
    {"comm", "communications"},
    {"communication", "communications"},
    {"commun", "communications"},
    {"org", "organization"},
    {"dist", "district"},
    {"dst", "district"},
    {"distr", "district"},
    {"distrito", "district"},
    {"council", "council"},
    {"cncl", "council"},
    {"coun", "council"},
    {"consejo", "council"},
    {"concilio", "council"},
    {"bd", "board"},
    {"brd", "board"},
    {"jt", "joint"},
    {"reg", "region"},
    {"rgn", "region"},
    {"lcl", "local"},
    {"loc", "local"},
    {"lc", "local"},
    {"locl", "local"},
    {"locals", "local"},
    {"lodg", "lodge"},
    {"ldg", "lodge"},
    {"lg", "lodge"},
    {"br", "branch"},
    {"chap", "chapter"},
    {"chpt", "chapter"},
    {"chptr", "chapter"},
    {"capitulo", "chapter"},
    {"seccion", "local"},
    {"div", "division"},
    {"num", "number"},
    {"nbr", "number"},
    {"nos", "number"},
    {"numero", "number"},
    {"no", "number"},
    {"numbers", "number"},

    {"uni", "union"},
    {"sindicato", "union"},
    {"sindical", "union"},
    {"gremio", "union"},
    {"unidos", "united"},
    {"unidas", "united"},
    {"utd", "united"},
    {"labour", "labor"},
    {"indep", "independent"},
    {"ind", "independent"},
    {"indpt", "independent"},
    {"independiente", "independent"},
    {"unaffil", "unaffiliated"},
    {"univ", "university"},
    {"hc", "healthcare"},
    {"longshoremans", "longshoremen"},
    {"longshoremens", "longshoremen"},
    {"craftsmens", "craftsmen"},
    {"mech", "mechanic"},
    {"const", "construction"},
    {"comml", "commercial"},
    {"constr", "construction"},
    {"ammalgamated", "amalgamated"},
    {"amalg", "amalgamated"},
    {"unions", "union"},
    {"afl", "aflcio"},
    {"cio", "aflcio"},
    {"carps", "carpenter"},
    {"ctr", "center"},
    {"off", "officer"},
    {"shopmens", "shopmen"},
    {"boatmens", "boatmen"},
    {"inlandboatmens", "inlandboatmen"},
};

const std::unordered_map<std::string_view, std::string_view>& forms_by_text() {
    static const auto* map = [] {
        auto* made = new std::unordered_map<std::string_view, std::string_view>;
        for (const auto& form : forms)
            made->emplace(form.written, form.word);
        return made;
    }();
    return *map;
}

constexpr State state_list[] = {
    {"al", "alabama"},        {"ak", "alaska"},         {"az", "arizona"},
    {"ar", "arkansas"},       {"ca", "california"},     {"co", "colorado"},
    {"ct", "connecticut"},    {"de", "delaware"},       {"dc", "district of columbia"},
    {"fl", "florida"},        {"ga", "georgia"},        {"hi", "hawaii"},
    {"id", "idaho"},          {"il", "illinois"},       {"in", "indiana"},
    {"ia", "iowa"},           {"ks", "kansas"},         {"ky", "kentucky"},
    {"la", "louisiana"},      {"me", "maine"},          {"md", "maryland"},
    {"ma", "massachusetts"},  {"mi", "michigan"},       {"mn", "minnesota"},
    {"ms", "mississippi"},    {"mo", "missouri"},       {"mt", "montana"},
    {"ne", "nebraska"},       {"nv", "nevada"},         {"nh", "new hampshire"},
    {"nj", "new jersey"},     {"nm", "new mexico"},     {"ny", "new york"},
    {"nc", "north carolina"}, {"nd", "north dakota"},   {"oh", "ohio"},
    {"ok", "oklahoma"},       {"or", "oregon"},         {"pa", "pennsylvania"},
    {"ri", "rhode island"},   {"sc", "south carolina"}, {"sd", "south dakota"},
    {"tn", "tennessee"},      {"tx", "texas"},          {"ut", "utah"},
    {"vt", "vermont"},        {"va", "virginia"},       {"wa", "washington"},
    {"wv", "west virginia"},  {"wi", "wisconsin"},      {"wy", "wyoming"},
    {"pr", "puerto rico"},    {"gu", "guam"},           {"vi", "virgin islands"},
};

/// First three digits of ZIP codes: the last of each run, and its state.
struct PostalRun {
    int last;
    std::string_view state;
};
constexpr PostalRun postal_runs[] = {
    {4, ""},     {5, "ny"},   {9, "pr"},   {27, "ma"},  {29, "ri"},  {38, "nh"},  {49, "me"},  {54, "vt"},
    {55, "ma"},  {59, "vt"},  {69, "ct"},  {89, "nj"},  {99, ""},    {149, "ny"}, {196, "pa"}, {199, "de"},
    {205, "dc"}, {219, "md"}, {246, "va"}, {268, "wv"}, {289, "nc"}, {299, "sc"}, {319, "ga"}, {349, "fl"},
    {369, "al"}, {385, "tn"}, {397, "ms"}, {399, "ga"}, {427, "ky"}, {459, "oh"}, {479, "in"}, {499, "mi"},
    {528, "ia"}, {549, "wi"}, {567, "mn"}, {577, "sd"}, {588, "nd"}, {599, "mt"}, {629, "il"}, {658, "mo"},
    {679, "ks"}, {693, "ne"}, {699, ""},   {714, "la"}, {729, "ar"}, {732, "ok"}, {733, "tx"}, {749, "ok"},
    {799, "tx"}, {816, "co"}, {831, "wy"}, {838, "id"}, {847, "ut"}, {865, "az"}, {884, "nm"}, {885, "tx"},
    {898, "nv"}, {961, "ca"}, {968, "hi"}, {969, "gu"}, {979, "or"}, {994, "wa"}, {999, "ak"},
};

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    }
    return result;
}

}  // namespace

std::string normal_word(std::string_view folded) {
    auto found = forms_by_text().find(folded);
    if (found != forms_by_text().end()) return std::string(found->second);
    // English and Spanish plurals; not "glass", "paralegis", "campus".
    if (folded.size() > 3 && folded.back() == 's') {
        char before = folded[folded.size() - 2];
        if (before != 's' && before != 'u' && before != 'i') folded.remove_suffix(1);
    }
    return std::string(folded);
}

std::span<const State> states() {
    return state_list;
}

int find_state(std::string_view text) {
    auto wanted = lower(text);
    for (std::size_t i = 0; i < std::size(state_list); ++i) {
        if (state_list[i].code == wanted || state_list[i].name == wanted) return static_cast<int>(i);
    }
    return -1;
}

int state_of_postal_code(std::string_view postal_code) {
    int prefix = 0;
    if (postal_code.size() < 3) return -1;
    for (std::size_t i = 0; i < 3; ++i) {
        if (postal_code[i] < '0' || postal_code[i] > '9') return -1;
        prefix = prefix * 10 + (postal_code[i] - '0');
    }
    for (const auto& run : postal_runs) {
        if (prefix <= run.last) return run.state.empty() ? -1 : find_state(run.state);
    }
    return -1;
}

}  // namespace wallchart::union_name
