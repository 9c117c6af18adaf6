#include "features/imports/run_import.h"

#include "features/people/people.h"
#include "support/import_test.h"

#include <atomic>
#include <thread>

namespace wallchart {
namespace {

using RunImportTest = test::ImportTest;
ON_BOTH_DATABASES(RunImportTest);

constexpr auto van_file =
    "VanID,FirstName,LastName,StreetAddress,City,State,ZipOrPostal,Email,CellPhone,HomePhone,Employer\r\n"
    "101,Ana,Rivera,12 Elm St,OMAHA,Nebraska,68102,Ana@Example.org,(402) 555-0123,402-555-0199,Harbor "
    "Foods\r\n"
    "102,José,Peña,,,,2139,jose@example.org,,,\r\n";

TEST_P(RunImportTest, SaysBeforehandWhatItWillDoAndWritesNothing) {
    import(van_file);
    auto started =
        start(file("VanID,FirstName,LastName,Email,CellPhone\r\n"
                   "101,Ana,Rivera,ana@example.org,4025550123\r\n"  // unchanged
                   "102,José,Peña,jose@example.org,4025550777\r\n"  // a new phone
                   "103,Sam,Okafor,sam@example.org,\r\n"            // new
                   "103,Sam,Okafor,,4025550888\r\n"                 // the same again
                   "104,Max,Stone,not an address,\r\n"
                   "105,,,nobody@example.org,\r\n"));
    auto people = count("person");
    auto journal = count("journal");
    auto checked = after(*started, begin_preflight);
    EXPECT_EQ(checked.state, ImportState::checked);
    EXPECT_EQ(count("person"), people);
    EXPECT_EQ(count("journal"), journal);
    auto expect = [](const ImportSummary& summary) {
        EXPECT_EQ(summary.rows, 6);
        EXPECT_EQ(summary.created, 1);
        EXPECT_EQ(summary.updated, 1);
        EXPECT_EQ(summary.unchanged, 1);
        EXPECT_EQ(summary.repeated, 1);
        EXPECT_EQ(summary.rejected, 2);
    };
    expect(checked.summary);
    ASSERT_EQ(checked.rejects.size(), 2U);
    EXPECT_EQ(checked.rejects[0].line, 6);
    EXPECT_EQ(checked.rejects[0].column, "Email");
    EXPECT_EQ(checked.rejects[0].reason, RejectReason::email_invalid);
    EXPECT_EQ(checked.rejects[1].reason, RejectReason::name_missing);
    auto done = after(checked, begin_run);
    expect(done.summary);
    EXPECT_EQ(count("person"), people + 1);
    auto rejects = content(done.rejects_path);
    EXPECT_NE(rejects.find("VanID,FirstName,LastName,Email,CellPhone,line,column,reason"), std::string::npos);
    EXPECT_NE(rejects.find("104,Max,Stone,not an address,,6,Email,"), std::string::npos);
    // Mended, the file of rejects is taken with the same columns.
    auto mended = replace_all(rejects, "not an address", "max@example.org");
    auto again = start(file(mended, "mended.csv"));
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_EQ(after(*again, begin_run).summary.created, 1);
}

TEST_P(RunImportTest, RemembersAMappingByItsHeader) {
    auto path = file("Given,Sur,Contact\r\nAna,Rivera,ana@example.org\r\n");
    auto started = *start(path);
    auto mapping = started.mapping;
    mapping.columns[1].field = ImportField::family_name;
    auto kept =
        (*database)->write(change, [&](Transaction& tx) { return set_mapping(tx, started, mapping); });
    ASSERT_TRUE(kept) << kept.error().message;
    EXPECT_EQ(start(path)->mapping.columns[1].field, ImportField::family_name);
    // One that makes no records is refused, with each fault named.
    for (auto& column : mapping.columns)
        column.field = ImportField::email;
    auto refused =
        (*database)->write(change, [&](Transaction& tx) { return set_mapping(tx, started, mapping); });
    EXPECT_EQ(refused.error().kind, ErrorKind::invalid);
}

TEST_P(RunImportTest, IsCancelledBetweenChunksAndCanBeUndone) {
    std::string list = "first name,last name,email\r\n";
    for (int at = 0; at < 24000; ++at)
        list += "Ana,Rivera" + std::to_string(at) + ",a" + std::to_string(at) + "@example.org\r\n";
    auto started = *start(file(list));
    auto begun = *(*database)->write(change, [&](Transaction& tx) { return begin_run(tx, started); });
    // Asked to stop as soon as the first chunk is there.
    std::atomic<bool> asked{false};
    std::thread canceller([&] {
        for (int wait = 0; wait < 2000 && !asked; ++wait) {
            if (find(begun.id).summary.rows == 0) {
                std::this_thread::sleep_for(std::chrono::milliseconds(2));
                continue;
            }
            asked = true;
            (void)(*database)->write(change,
                                     [&](Transaction& tx) { return cancel_import(tx, find(begun.id)); });
        }
    });
    JobRunner runner(**database);
    add_import_jobs(runner);
    runner.run_one();
    canceller.join();
    auto stopped = find(begun.id);
    ASSERT_TRUE(asked);
    if (stopped.state == ImportState::cancelled) {
        EXPECT_LT(stopped.summary.rows, 24000);
        EXPECT_EQ(count("person"), stopped.summary.created);
    }
    EXPECT_EQ(after(stopped, begin_undo).state, ImportState::undone);
    EXPECT_EQ(count("person"), 0);
}

TEST_P(RunImportTest, IsDoneWhenItWasAskedToStopTooLate) {
    auto begun = *(*database)->write(change, [&](Transaction& tx) -> Result<Import> {
        auto started = TRY(start_import(tx, {.file_name = "list.csv",
                                             .file_path = file(van_file),
                                             .rejects_path = (m_folder / "rejects.csv").string()}));
        return begin_run(tx, started);
    });
    auto job = *(*database)->write(change, [&](Transaction& tx) -> Result<std::optional<Job>> {
        return take_job(tx, {"import_run"}, std::chrono::seconds(30));
    });
    ASSERT_TRUE(job);
    // All rows are in, in one chunk, by the time that it looks.
    ASSERT_TRUE(
        (*database)->write(change, [&](Transaction& tx) { return cancel_import(tx, find(begun.id)); }));
    JobTask task(**database, *job, std::chrono::seconds(30));
    ASSERT_TRUE(run_import(task));
    EXPECT_FALSE(task.cancelled());
    auto done = find(begun.id);
    EXPECT_EQ(done.state, ImportState::done);
    EXPECT_EQ(done.summary.created, 2);
    EXPECT_EQ(count("person"), 2);
}

TEST_P(RunImportTest, StaysDoneWhenItsProcessEndsBeforeTheJobIsToldSo) {
    auto begun = *(*database)->write(change, [&](Transaction& tx) -> Result<Import> {
        auto started = TRY(start_import(tx, {.file_name = "list.csv",
                                             .file_path = file(van_file),
                                             .rejects_path = (m_folder / "rejects.csv").string(),
                                             .owns_files = true}));
        return begin_run(tx, started);
    });
    auto take = [&](const char* kind) {
        return **(*database)->write(change, [&](Transaction& tx) -> Result<std::optional<Job>> {
            return take_job(tx, {kind}, std::chrono::seconds(30));
        });
    };
    // The next process is given the same job again, as it was left; the list is gone.
    auto again = [&](const Job& job) {
        return *(*database)->read([&](Reader& reader) { return find_job(reader, change.workspace, job.id); });
    };
    auto run = take("import_run");
    JobTask first(**database, run, std::chrono::seconds(30));
    ASSERT_TRUE(run_import(first));
    JobTask second(**database, again(run), std::chrono::seconds(30));
    EXPECT_TRUE(run_import(second));
    auto done = find(begun.id);
    EXPECT_EQ(done.state, ImportState::done) << done.fault;
    EXPECT_EQ(done.summary.created, 2);
    EXPECT_EQ(count("person"), 2);

    ASSERT_TRUE((*database)->write(change, [&](Transaction& tx) { return begin_undo(tx, done); }));
    auto undo = take("import_undo");
    JobTask third(**database, undo, std::chrono::seconds(30));
    ASSERT_TRUE(undo_import(third));
    JobTask fourth(**database, again(undo), std::chrono::seconds(30));
    EXPECT_TRUE(undo_import(fourth));
    EXPECT_EQ(find(begun.id).state, ImportState::undone);
    EXPECT_EQ(find(begun.id).left_count, 0);
    EXPECT_EQ(count("person"), 0);
}

}  // namespace
}  // namespace wallchart
