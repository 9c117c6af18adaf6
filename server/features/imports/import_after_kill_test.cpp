#include "features/imports/imports.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace wallchart {
namespace {

TEST(ImportAfterKill, GoesOnWithoutLosingOrDoublingARow) {
    std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("wallchart_kill_" + std::to_string(new_id_value()));
    std::filesystem::create_directories(folder);
    auto path = (folder / "list.csv").string();
    constexpr int rows = 30'000;
    {
        std::ofstream list(path);
        list << "first name,last name,email,union\r\n";
        for (int at = 0; at < rows; ++at) {
            // Now and then somebody of long ago again.
            int who = at % 1000 == 8 ? at / 2 : at;
            bool broken = at % 1000 == 7;
            list << "Ana,Rivera" << who << (broken ? ",broken" : ",a") << who
                 << (broken ? "" : "@example.org") << (at % 100 == 5 ? ",Teamsters" : ",") << "\r\n";
        }
    }
    SystemClock clock;
    Change change{Id<Workspace>{7}, {}, "import", "A test"};
    Id<Import> id;
    {
        auto database = *Database::open(folder / "data", clock, 2);
        auto begun = database->write(change, [&](Transaction& tx) -> Result<Import> {
            NewImport wanted;
            wanted.file_name = "list.csv";
            wanted.file_path = path;
            wanted.rejects_path = path + ".rejects.csv";
            return begin_run(tx, TRY(start_import(tx, wanted)));
        });
        ASSERT_TRUE(begun) << begun.error().message;
        id = begun->id;
    }
    int kills = 0;
    for (int attempt = 0; attempt < 12; ++attempt) {
        auto child = fork();
        if (child == 0) {
            auto database = Database::open(folder / "data", clock, 2);
            if (!database) _exit(3);
            JobRunner runner(**database);
            add_import_jobs(runner);
            runner.free_cut_off();
            runner.run_one();
            _exit(0);
        }
        ASSERT_GT(child, 0);
        usleep(static_cast<useconds_t>(30'000 + 40'000 * attempt));
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        if (WIFSIGNALED(status)) ++kills;
    }
    EXPECT_GT(kills, 0);
    auto database = *Database::open(folder / "data", clock, 2);
    JobRunner runner(*database);
    add_import_jobs(runner);
    runner.free_cut_off();
    while (runner.run_one()) {
    }
    auto import = *database->read([&](Reader& reader) { return find_import(reader, change.workspace, id); });
    EXPECT_EQ(import.state, ImportState::done);
    constexpr int each_thousand = rows / 1000;  // once in a thousand rows is broken, and once a repetition
    constexpr int people = rows - 2 * each_thousand;
    EXPECT_EQ(import.summary.rows, rows);
    EXPECT_EQ(import.summary.created, people);
    EXPECT_EQ(import.summary.repeated, each_thousand);
    EXPECT_EQ(import.summary.rejected, each_thousand);
    database->read([&](Reader& reader) {
        auto count = [&](const std::string& what) {
            return reader.value<std::int64_t>("SELECT count(" + what);
        };
        EXPECT_EQ(count("*) FROM person"), people);
        EXPECT_EQ(count("DISTINCT value) FROM contact_point"), people);
        EXPECT_EQ(count("*) FROM journal WHERE table_name = 'person'"), people);
        EXPECT_EQ(count("*) FROM placement WHERE state = 'waiting'"), rows / 100);
    });
    std::stringstream rejects;
    rejects << std::ifstream(import.rejects_path).rdbuf();
    auto text = rejects.str();
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), each_thousand + 1);
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace wallchart
