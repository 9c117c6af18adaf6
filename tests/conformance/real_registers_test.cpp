// Imports of real registers and lists: what is in them arrives, once. The data is not part of the project.
#include "core/csv.h"
#include "support/import_test.h"

#include <boost/json.hpp>

#include <cstdlib>
#include <map>
#include <set>

namespace wallchart {
namespace {

std::filesystem::path real_file(std::string_view file) {
    const char* told = std::getenv("CONFORMANCE_DATA");
    auto data =
        told ? std::filesystem::path(told) : std::filesystem::path(WALLCHART_SOURCE) / "../shared/data";
    return data / file;
}

/// The rows of a list by the names of its columns.
std::vector<std::map<std::string, std::string>> rows_of(const std::filesystem::path& path) {
    std::vector<std::map<std::string, std::string>> rows;
    auto reader = CsvReader::open(path.string());
    CsvRow row;
    if (!reader || !reader->next(row)) return rows;
    std::vector<std::string> header(row.cells.begin(), row.cells.end());
    while (reader->next(row)) {
        auto& named = rows.emplace_back();
        for (std::size_t at = 0; at < row.cells.size(); ++at)
            named[header[at]] = row.cells[at];
    }
    return rows;
}

class RealRegistersTest : public test::ImportTest {
protected:
    /// Imports the file, and once more: nothing of it is made twice, or is another afterwards.
    ImportSummary import_twice(std::string_view file, std::string_view preset,
                               ImportKind kind = ImportKind::organizations) {
        auto path = real_file(file).string();
        auto first = import_file(path, kind);
        EXPECT_EQ(first.mapping.preset, preset) << file;
        EXPECT_EQ(first.state, ImportState::done) << first.fault;
        auto before = everything();
        auto again = import_file(path, kind);
        EXPECT_EQ(again.summary.created, 0) << file;
        EXPECT_EQ(again.summary.updated, 0) << file;
        EXPECT_EQ(again.summary.rejected, first.summary.rejected) << file;
        EXPECT_EQ(everything(), before) << file;
        return first.summary;
    }

    /// What the imports wrote, but for the revisions.
    std::size_t everything() {
        std::string all;
        (*database)->read([&](Reader& reader) {
            for (const auto* sql :
                 {"SELECT name, kind, affiliation, number, city, state, website, members, "
                  "external_id FROM organization ORDER BY id",
                  "SELECT name, city, state, eligible, organization_id FROM worksite ORDER BY id",
                  "SELECT given_name, middle_name, family_name, birth_date FROM person ORDER BY id",
                  "SELECT kind, value FROM contact_point ORDER BY person_id, id"})
                reader.each(sql, [&](const Row& row) {
                    for (int column = 0; column < row.columns(); ++column)
                        all.append(row.text(column)).push_back('|');
                });
        });
        return std::hash<std::string>{}(all);
    }
};
ON_BOTH_DATABASES(RealRegistersTest);

#define NEEDS(file) \
    if (!std::filesystem::exists(real_file(file))) GTEST_SKIP() << real_file(file)

TEST_P(RealRegistersTest, TeamstersOfTwoRegistersAreOneDirectory) {
    NEEDS("labor/teamsters_official_vs_olms.csv");
    EXPECT_EQ(import_twice("labor/teamsters_locals_official.csv", "teamsters_official").created, 338);
    auto register_file = import_twice("labor/teamsters_locals_olms.csv", "teamsters_olms");
    EXPECT_EQ(register_file.rejected, 0);
    EXPECT_EQ(register_file.created + register_file.updated + register_file.unchanged, 389);
    int twins = 0, joined = 0;
    for (const auto& pair : rows_of(real_file("labor/teamsters_official_vs_olms.csv"))) {
        if (pair.at("match_status") != "MATCH") continue;
        ++twins;
        joined += text("SELECT name FROM organization WHERE external_source = 'olms' AND external_id = '" +
                       pair.at("db_f_num") + "'") == pair.at("official_name")
                      ? 1
                      : 0;
    }
    EXPECT_EQ(twins, 288);
    EXPECT_EQ(joined, twins);
}

TEST_P(RealRegistersTest, CouncilsAndLocalsOfAnotherUnion) {
    NEEDS("labor/afscme_directory.csv");
    auto done = import_twice("labor/afscme_directory.csv", "afscme");
    EXPECT_EQ(done.rows, 295);
    EXPECT_EQ(done.rejected, 0);
    // Offices of one council are lines of their own.
    EXPECT_EQ(done.created, 215);
    EXPECT_EQ(done.repeated + done.updated + done.unchanged, 80);
}

TEST_P(RealRegistersTest, EveryBodyOfTheRegister) {
    NEEDS("labor/fnum_lookup.json");
    std::set<std::int64_t> bodies;
    auto lookup = boost::json::parse(content(real_file("labor/fnum_lookup.json").string()));
    for (const auto& [key, numbers] : lookup.as_object())
        for (const auto& number : numbers.as_array())
            bodies.insert(number.as_int64());
    auto done = import_twice("labor/fnum_lookup.json", "fnum_lookup");
    EXPECT_EQ(done.rejected, 0);
    EXPECT_EQ(static_cast<std::size_t>(done.created), bodies.size());
}

TEST_P(RealRegistersTest, UnitsThatVoted) {
    NEEDS("labor/nlrb_elections_2017_2021_foia.csv");
    std::set<std::pair<std::string, std::string>> units;
    auto elections = rows_of(real_file("labor/nlrb_elections_2017_2021_foia.csv"));
    for (auto& election : elections)
        units.insert({election["Case Number"], election["Unit ID"]});
    auto done = import_twice("labor/nlrb_elections_2017_2021_foia.csv", "nlrb", ImportKind::worksites);
    EXPECT_EQ(static_cast<std::size_t>(done.rows), elections.size());
    EXPECT_EQ(done.rejected, 0);
    EXPECT_EQ(static_cast<std::size_t>(done.created), units.size());
    EXPECT_EQ(count("worksite"), done.created);
}

TEST_P(RealRegistersTest, PeopleOfSharedAddressesAndNames) {
    NEEDS("people/osdi_fake_people.csv");
    auto done = import_twice("people/osdi_fake_people.csv", "osdi", ImportKind::people);
    EXPECT_EQ(done.rows, 11'540);
    // 8,780 addresses: who shares one and a name has another birthday. Three of them have the middle initial
    // too, and the year or the day: whether they are another, somebody has to say.
    EXPECT_EQ(done.rejected, 3);
    EXPECT_EQ(done.created, 11'537);
    EXPECT_EQ(count("person"), 11'537);
    EXPECT_EQ(text("SELECT count(DISTINCT value) FROM contact_point WHERE kind = 'email'"), "8780");
}

}  // namespace
}  // namespace wallchart
