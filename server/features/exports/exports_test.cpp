#include "features/exports/exports.h"

#include "core/csv.h"
#include "core/json.h"
#include "features/accounts/accounts.h"
#include "features/people/people.h"
#include "features/sample/sample.h"
#include "support/test_database.h"

#include <zip.h>

#include <filesystem>
#include <map>

namespace wallchart {
namespace {

namespace fs = std::filesystem;

std::map<std::string, std::string> unzip(const std::string& path) {
    std::map<std::string, std::string> files;
    auto* zip = zip_open(path.c_str(), ZIP_RDONLY, nullptr);
    if (zip == nullptr) return files;
    for (zip_int64_t at = 0; at < zip_get_num_entries(zip, 0); ++at) {
        zip_stat_t about;
        zip_stat_index(zip, static_cast<zip_uint64_t>(at), 0, &about);
        std::string content(about.size, '\0');
        auto* file = zip_fopen_index(zip, static_cast<zip_uint64_t>(at), 0);
        zip_fread(file, content.data(), content.size());
        zip_fclose(file);
        files[about.name] = std::move(content);
    }
    zip_discard(zip);
    return files;
}

class ExportTest : public test::StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        m_file = (fs::temp_directory_path() / ("wallchart_export_" + std::to_string(new_id_value()) + ".zip"))
                     .string();
        SampleOptions options;
        options.people = 300;
        options.locals = 20;
        options.unions = 20;
        options.today = *parse_date("2026-04-22");
        SampleAccounts accounts;
        accounts.password = "a long enough passphrase 7";
        auto made = make_sample(**database, accounts, options);
        ASSERT_TRUE(made);
        m_workspace = made->workspace;
    }
    void TearDown() override { fs::remove(m_file); }

    std::map<std::string, std::string> exported(ExportHistory history) {
        auto report = (*database)->read([&](Reader& reader) {
            return write_export(reader, (*database)->schema(), m_workspace, history, m_file);
        });
        EXPECT_TRUE(report) << (report ? "" : report.error().message);
        return unzip(m_file);
    }

    Id<Workspace> m_workspace;
    std::string m_file;
};

TEST_P(ExportTest, HoldsEveryPersonAsCsvAndAsJson) {
    auto files = exported(ExportHistory::with);
    auto json = parse_json(files["json/person.json"]);
    ASSERT_TRUE(json);
    auto people = json->as_array().size();
    EXPECT_EQ(people, 300U);
    EXPECT_TRUE(json->as_array().front().at("id").is_string());
    auto csv = CsvReader::over(files["csv/person.csv"]);
    ASSERT_TRUE(csv);
    CsvRow row;
    std::size_t rows = 0;
    while (csv->next(row)) {
        EXPECT_TRUE(row.fault.empty());
        ++rows;
    }
    EXPECT_EQ(rows, people + 1);
    for (const auto* name : {"json/contact_point.json", "json/assessment.json", "json/slate_candidate.json",
                             "json/user_account.json", "json/journal.json", "json/workspace.json"}) {
        auto content = parse_json(files[name]);
        ASSERT_TRUE(content) << name;
        EXPECT_FALSE(content->as_array().empty()) << name;
    }
    EXPECT_FALSE(exported(ExportHistory::without).contains("json/journal.json"));
}

TEST_P(ExportTest, HoldsNoSecretAndNothingOfAnotherWorkspace) {
    ASSERT_TRUE((*database)->write({{}, {}, "test", "test"}, [&](Transaction& tx) -> Result<void> {
        auto other = TRY(create_workspace(tx, {"elsewhere", "Elsewhere"}));
        auto user = TRY(add_user(tx, {"stranger@example.org", "A Stranger", "", "en"}));
        TRY(set_role(tx, other.id, user.id, Role::owner));
        Person person;
        person.workspace_id = other.id;
        person.family_name = "Strangeperson";
        set_search_names(person);
        tx.insert(person);
        ContactPoint point;
        point.person_id = person.id;
        point.workspace_id = other.id;
        point.value = "strangeperson@example.org";
        tx.insert(point);
        return {};
    }));
    for (const auto& [name, content] : exported(ExportHistory::with)) {
        for (const auto* word :
             {"argon2", "password_hash", "totp", "token_hash", "stranger", "Strangeperson", "elsewhere"})
            EXPECT_EQ(content.find(word), std::string::npos) << word << " in " << name;
    }
}

TEST_P(ExportTest, NeutralisesFormulas) {
    ASSERT_TRUE((*database)->write({m_workspace, {}, "test", "test"}, [&](Transaction& tx) -> Result<void> {
        Person person;
        person.workspace_id = m_workspace;
        person.family_name = "=cmd|'/c calc'!A1";
        set_search_names(person);
        tx.insert(person);
        return {};
    }));
    auto files = exported(ExportHistory::without);
    EXPECT_NE(files["csv/person.csv"].find("'=cmd"), std::string::npos);
    EXPECT_NE(files["json/person.json"].find("\"=cmd"), std::string::npos);
}

ON_BOTH_DATABASES(ExportTest);

}  // namespace
}  // namespace wallchart
