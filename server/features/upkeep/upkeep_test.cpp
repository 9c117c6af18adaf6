#include "features/upkeep/upkeep.h"

#include "features/accounts/accounts.h"
#include "features/sample/sample.h"
#include "support/test_database.h"

#include <filesystem>
#include <fstream>

namespace wallchart {
namespace {

namespace fs = std::filesystem;

class UpkeepTest : public test::StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        m_folder = fs::temp_directory_path() / ("wallchart_upkeep_" + std::to_string(new_id_value()));
        fs::create_directories(m_folder);
        SampleOptions options;
        options.people = 400;
        options.locals = 20;
        options.unions = 20;
        options.today = *parse_date("2026-04-22");
        ASSERT_TRUE(make_sample(**database, {}, options));
    }
    void TearDown() override { fs::remove_all(m_folder); }

    std::string in_folder(const char* name) const { return (m_folder / name).string(); }
    std::string backed_up() {
        auto file = in_folder("backup.zip");
        auto manifest = back_up(database->source(), file, database->clock());
        EXPECT_TRUE(manifest) << (manifest ? "" : manifest.error().message);
        return file;
    }
    std::vector<std::string> findings(const std::string& source) {
        auto report = check_database(source);
        if (!report) return {report.error().message};
        std::vector<std::string> found;
        for (const auto& finding : report->findings)
            found.push_back(finding.table + " " + finding.what);
        return found;
    }
    void change(const std::string& sql) {
        ASSERT_TRUE((*database)->write({{}, {}, "test", "test"}, [&](Transaction& tx) -> Result<void> {
            tx.execute(sql);
            return {};
        }));
    }
    static std::int64_t people_in(Database& of) {
        return of.read(
            [](Reader& reader) { return reader.value<std::int64_t>("SELECT count(*) FROM person"); });
    }

    fs::path m_folder;
};

TEST_P(UpkeepTest, ABackupIsMadeWhileTheDatabaseIsOpenAndRestoredIntoAFolder) {
    auto file = backed_up();
    auto target = in_folder("restored");
    ASSERT_TRUE(restore(file, target, Overwrite::refuse, database->clock()));
    EXPECT_EQ(findings(target), std::vector<std::string>{});
    auto restored = Database::open(target, database->clock(), 1);
    ASSERT_TRUE(restored);
    EXPECT_EQ(people_in(**restored), 400);
    // The sums of text and of numbers, as a sign that every column came across.
    for (const auto* sum :
         {"SELECT sum(length(value)) FROM contact_point", "SELECT sum(at / 1000) FROM assessment",
          "SELECT sum(length(given_first)) FROM person", "SELECT count(*) FROM journal WHERE after IS NULL",
          "SELECT sum(round(latitude * 10000)) FROM worksite"})
        EXPECT_EQ((*restored)->read([&](Reader& reader) { return reader.value<double>(sum); }),
                  (*database)->read([&](Reader& reader) { return reader.value<double>(sum); }))
            << sum;
    restored->reset();

    auto again = restore(file, target, Overwrite::refuse, database->clock());
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().kind, ErrorKind::conflict);
    EXPECT_TRUE(restore(file, target, Overwrite::replace, database->clock()));
    EXPECT_EQ(std::ranges::count_if(fs::directory_iterator(target),
                                    [](const auto& entry) {
                                        return entry.path().string().find("before-restore") !=
                                               std::string::npos;
                                    }),
              1);
}

TEST_P(UpkeepTest, ABackupOfEitherIsRestoredIntoThisOne) {
    auto file = backed_up();
    test::TestDatabase other(GetParam());
    auto source = other.source();
    if (GetParam() == "sqlite") {
        auto refused = restore(file, source, Overwrite::refuse, database->clock());
        ASSERT_FALSE(refused);  // it is open
        return;
    }
    auto done = restore(file, source, Overwrite::refuse, database->clock());
    ASSERT_TRUE(done) << done.error().message;
    EXPECT_EQ(people_in(*other), 400);
    EXPECT_EQ(findings(source), std::vector<std::string>{});
    EXPECT_FALSE(restore(file, source, Overwrite::refuse, database->clock()));
    EXPECT_TRUE(restore(file, source, Overwrite::replace, database->clock()));
    EXPECT_EQ(people_in(*other), 400);
    EXPECT_EQ(findings(source), std::vector<std::string>{});
}

TEST_P(UpkeepTest, ADamagedBackupChangesNothing) {
    auto file = backed_up();
    auto size = fs::file_size(file);
    for (auto at : {size / 3, size / 2, size - 30}) {
        auto damaged = in_folder("damaged.zip");
        fs::copy_file(file, damaged, fs::copy_options::overwrite_existing);
        std::fstream bytes(damaged, std::ios::in | std::ios::out | std::ios::binary);
        bytes.seekg(static_cast<std::streamoff>(at));
        auto byte = static_cast<char>(bytes.get() ^ 0x5a);
        bytes.seekp(static_cast<std::streamoff>(at));
        bytes.put(byte);
        bytes.close();
        auto target = in_folder("target");
        auto done = restore(damaged, target, Overwrite::refuse, database->clock());
        ASSERT_FALSE(done);
        EXPECT_EQ(done.error().kind, ErrorKind::invalid) << done.error().message;
        EXPECT_FALSE(fs::exists(target + "/wallchart.db"));
    }
    fs::resize_file(file, size / 2);
    EXPECT_FALSE(restore(file, in_folder("target"), Overwrite::refuse, database->clock()));
    std::ofstream(in_folder("text.zip")) << "not a backup";
    EXPECT_FALSE(restore(in_folder("text.zip"), in_folder("target"), Overwrite::refuse, database->clock()));
    EXPECT_FALSE(restore(in_folder("absent.zip"), in_folder("target"), Overwrite::refuse, database->clock()));
}

TEST_P(UpkeepTest, AWholeDatabaseHasNoFindings) {
    EXPECT_EQ(findings(database->source()), std::vector<std::string>{});
}

TEST_P(UpkeepTest, EachKindOfFaultIsFound) {
    auto found = [&](const std::string& text) {
        auto all = findings(database->source());
        return std::ranges::any_of(
            all, [&](const std::string& each) { return each.find(text) != std::string::npos; });
    };
    change("UPDATE person SET family_first = 'x' WHERE id = (SELECT min(id) FROM person)");
    EXPECT_TRUE(found("person is not found by their name"));
    change("UPDATE organization SET name_folded = 'x' WHERE id = (SELECT min(id) FROM organization)");
    EXPECT_TRUE(found("organization is not found by its name"));
    change("UPDATE assessment_tally SET people = people + 1");
    EXPECT_TRUE(found("assessment_tally does not count"));
    change("UPDATE assessment SET current = 1");
    EXPECT_TRUE(found("several current ones"));
    change("UPDATE worksite SET employer_id = 5 WHERE id = (SELECT min(id) FROM worksite)");
    EXPECT_TRUE(found("refers to a employer that is not there"));
    change("UPDATE race SET revision = 5 WHERE id = (SELECT min(id) FROM race)");
    EXPECT_TRUE(found("race was written by no batch"));
    change("DELETE FROM follow_up WHERE id = (SELECT max(id) FROM follow_up)");
    EXPECT_TRUE(found("follow_up is gone, and the journal does not say so"));
}

TEST(Upkeep, SaysWhenThereIsNoDatabase) {
    auto report = check_database("/nonexistent/folder");
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().kind, ErrorKind::not_found);
    FrozenClock clock(test::today);
    EXPECT_FALSE(back_up("/nonexistent/folder", "/tmp/never.zip", clock));
    EXPECT_FALSE(fs::exists("/tmp/never.zip"));
}

TEST(Upkeep, FindsADamagedFile) {
    test::TestDatabase database("sqlite");
    auto path = database.source() + "/wallchart.db";
    auto copy = database.source() + "-damaged";
    fs::create_directories(copy);
    FrozenClock clock(test::today);
    auto backup = copy + "/b.zip";
    ASSERT_TRUE(back_up(database.source(), backup, clock));
    ASSERT_TRUE(restore(backup, copy, Overwrite::refuse, clock));
    std::fstream bytes(copy + "/wallchart.db", std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekp(4096 * 3);
    bytes << std::string(9000, '\x7f');
    bytes.close();
    auto report = check_database(copy);
    EXPECT_TRUE(!report || !report->findings.empty());
    fs::remove_all(copy);
}

ON_BOTH_DATABASES(UpkeepTest);

}  // namespace
}  // namespace wallchart
