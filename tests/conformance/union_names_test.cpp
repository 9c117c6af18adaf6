// Union names of the real world against the bars set for them. The data is not part of the project.
#include "core/csv.h"
#include "core/text.h"
#include "engine/union_name/directory.h"

#include <boost/json.hpp>

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace wallchart::union_name {
namespace {

namespace json = boost::json;

std::filesystem::path labor(std::string_view file) {
    const char* told = std::getenv("CONFORMANCE_DATA");
    auto data =
        told ? std::filesystem::path(told) : std::filesystem::path(WALLCHART_SOURCE) / "../shared/data";
    return data / "labor" / file;
}

json::value read_json(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    return json::parse(text.str());
}

NamedBody body_of(const json::object& record) {
    auto field = [&](const char* name) {
        const auto* value = record.if_contains(name);
        return value && value->is_string() ? std::string(value->as_string()) : std::string{};
    };
    auto first = [&](const char* name, const char* other) {
        return field(name).empty() ? field(other) : field(name);
    };
    return {field("union_name"), field("aff_abbr"), field("desig_num"), first("union_city", "city"),
            first("union_state", "state")};
}

TEST(UnionNameConformance, TellsPairsApart) {
    auto path = labor("union_name_pairs.json");
    if (!std::filesystem::exists(path)) GTEST_SKIP() << path;
    auto pairs = read_json(path);
    int right[2]{}, wrong[2]{};
    for (bool match : {false, true}) {
        for (const auto& pair : pairs.at(match ? "match" : "distinct").as_array()) {
            auto a = body_of(pair.at(0).as_object());
            auto b = body_of(pair.at(1).as_object());
            bool same = same_body(a, b) >= same_body_threshold;
            ++(same == match ? right : wrong)[match];
            // The order in which the two are given does not matter.
            EXPECT_NEAR(same_body(a, b), same_body(b, a), 1e-12);
        }
    }
    auto accuracy = static_cast<double>(right[0] + right[1]) / (right[0] + right[1] + wrong[0] + wrong[1]);
    std::cout << "distinct: " << right[0] << " right, " << wrong[0] << " wrong; match: " << right[1]
              << " right, " << wrong[1] << " wrong; accuracy " << accuracy << "\n";
    EXPECT_GE(accuracy, 0.95);
}

/// The register, an entry for each file number; `keys` says the key of each id.
Directory register_of(const json::value& lookup, std::vector<std::string>& keys) {
    std::vector<DirectoryEntry> entries;
    keys.emplace_back();
    for (const auto& item : lookup.as_object()) {
        std::string key(item.key());
        auto bar = key.find('|');
        for (std::size_t i = 0; i < item.value().as_array().size(); ++i) {
            entries.push_back({static_cast<std::int64_t>(keys.size()), key.substr(0, bar), BodyKind::unknown,
                               key.substr(bar + 1), "", "", "", std::nullopt});
            keys.push_back(key);
        }
    }
    return Directory(std::move(entries));
}

/// "IAM 10 66", "UNITE HERE 7", "IBT Local 25": letters, then numbers. Read without the engine: the key in
/// the register, or nothing for any other form.
std::string plain_key(const std::string& text) {
    static const std::map<std::string, std::string> codes{
        {"USA", "USW"},    {"USWA", "USW"},          {"SMW", "SMART"},        {"SMWIA", "SMART"},
        {"IAMAW", "IAM"},  {"UBC", "CJA"},           {"IUPAT", "PAT"},        {"IBB", "BBF"},
        {"UMWA", "UMW"},   {"BCTGM", "BCTGMI"},      {"BCTW", "BCTGMI"},      {"UWUA", "UWU"},
        {"IFPTE", "PTE"},  {"UNITE HERE", "UNITHE"}, {"UNITEHERE", "UNITHE"}, {"UA", "PPF"},
        {"GCIU", "PPPWU"}, {"PGW", "SPFPA"},         {"TEAMSTERS", "IBT"},    {"OPCMIA", "OPCM"}};
    auto upper = replace_all(to_upper_ascii(squeeze(text)), " LOCAL ", " ");
    auto digit = upper.find_first_of("0123456789");
    if (digit == std::string::npos || digit < 2 || upper[digit - 1] != ' ') return {};
    auto code = upper.substr(0, digit - 1);
    auto number = upper.substr(digit);
    // A district before the lodge, as the machinists write.
    auto blank = number.find(' ');
    if (code == "IAM" && blank != std::string::npos && blank <= 3) number = number.substr(blank + 1);
    if (number.find_first_not_of("0123456789") != std::string::npos || number.size() > 6) return {};
    auto known = codes.find(code);
    return (known == codes.end() ? code : known->second) + "|" + std::to_string(std::stoi(number));
}

TEST(UnionNameConformance, FindsTheLocalsOfWorkStoppages) {
    auto lookup_path = labor("fnum_lookup.json");
    auto reader = CsvReader::open(labor("work_stoppages.csv").string());
    if (!reader || !std::filesystem::exists(lookup_path)) GTEST_SKIP() << lookup_path;
    auto lookup = read_json(lookup_path);
    std::vector<std::string> keys;
    auto directory = register_of(lookup, keys);

    std::set<std::string> texts;
    CsvRow row;
    for (bool header = true; reader->next(row); header = false) {
        if (!header && row.cells.size() > 1) texts.emplace(trim(row.cells[1]));
    }
    int single = 0, found = 0, taken_wrongly = 0;
    for (const auto& text : texts) {
        auto key = plain_key(text);
        const auto* files = lookup.as_object().if_contains(key);
        if (!files || files->as_array().size() != 1) continue;
        ++single;
        auto resolution = directory.resolve(text);
        bool right =
            resolution.answer == Answer::resolved && keys[static_cast<std::size_t>(resolution.id)] == key;
        found += right ? 1 : 0;
        taken_wrongly += !right && resolution.answer == Answer::resolved ? 1 : 0;
    }
    std::cout << texts.size() << " names, " << single << " with one key: " << found << " found, "
              << taken_wrongly << " taken for another\n";
    ASSERT_GT(single, 2000);
    EXPECT_GE(found, single * 9 / 10);
    EXPECT_LE(taken_wrongly, single / 100);
}

TEST(UnionNameConformance, KnowsTheUnionsOfTheRegister) {
    auto path = labor("fnum_lookup.json");
    if (!std::filesystem::exists(path)) GTEST_SKIP() << path;
    std::set<std::string> codes;
    auto lookup = read_json(path);
    for (const auto& item : lookup.as_object())
        codes.insert(std::string(item.key()).substr(0, item.key().find('|')));
    EXPECT_GT(codes.size(), 150U);
    for (const auto& code : codes) {
        EXPECT_GE(Lexicon::table().find_union(code), 0) << code;
        // Said beside a number it only tells that the local belongs to it.
        if (code == "AFLCIO") continue;
        EXPECT_EQ(parse_union_name(code + " Local 12").affiliation(), code)
            << describe(parse_union_name(code + " Local 12"));
    }
}

TEST(UnionNameConformance, PlacesTheTeamstersOfficialLocals) {
    auto reader = CsvReader::open(labor("teamsters_locals_official.csv").string());
    if (!reader) GTEST_SKIP() << labor("teamsters_locals_official.csv");
    std::vector<DirectoryEntry> entries;
    CsvRow row;
    for (bool header = true; reader->next(row); header = false) {
        if (header || row.cells.size() < 5) continue;
        entries.push_back({static_cast<std::int64_t>(entries.size()) + 1, "Teamsters", BodyKind::local,
                           std::string(row.cells[0]), std::string(row.cells[1]), std::string(row.cells[2]),
                           std::string(row.cells[3]), std::nullopt});
    }
    ASSERT_GT(entries.size(), 300U);
    Directory directory(entries);
    int right = 0;
    for (const auto& entry : entries) {
        auto resolution = directory.resolve("teamsters " + entry.number, {entry.city, entry.state, "", ""});
        right += resolution.answer == Answer::resolved && resolution.id == entry.id ? 1 : 0;
    }
    EXPECT_GE(right, static_cast<int>(entries.size()) * 98 / 100);
}

}  // namespace
}  // namespace wallchart::union_name
