#pragma once
// Imports of files that a test writes, on both databases.

#include "core/text.h"
#include "features/imports/imports.h"
#include "support/test_database.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace wallchart::test {

/// A database, and a folder for files.
class ImportTest : public StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        auto root = std::filesystem::exists("/dev/shm") ? std::filesystem::path("/dev/shm")
                                                        : std::filesystem::temp_directory_path();
        m_folder = root / ("wallchart_imports_" + std::to_string(new_id_value()));
        std::filesystem::create_directories(m_folder);
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }

    std::string file(const std::string& content, const std::string& name = "list.csv") {
        auto path = (m_folder / name).string();
        std::ofstream(path, std::ios::binary) << content;
        return path;
    }
    Result<Import> start(const std::string& path, ImportKind kind = ImportKind::people,
                         std::vector<std::string> map = {}) {
        return (*database)->write(change, [&](Transaction& tx) -> Result<Import> {
            NewImport wanted;
            wanted.kind = kind;
            wanted.file_name = "list.csv";
            wanted.file_path = path;
            // Not beside the file: real lists are only read.
            wanted.rejects_path =
                (m_folder / std::filesystem::path(path).filename()).string() + ".rejects.csv";
            wanted.map = std::move(map);
            return start_import(tx, wanted);
        });
    }
    Import find(Id<Import> id) {
        return *(*database)->read([&](Reader& reader) { return find_import(reader, change.workspace, id); });
    }
    /// The import after a piece of work that `begin` put in the queue.
    Import after(Import import, Result<Import> (*begin)(Transaction&, Import)) {
        auto begun = (*database)->write(change, [&](Transaction& tx) { return begin(tx, import); });
        EXPECT_TRUE(begun) << begun.error().message;
        work();
        return find(import.id);
    }
    void work() {
        JobRunner runner(**database);
        add_import_jobs(runner);
        while (runner.run_one()) {
        }
    }
    Import import(const std::string& content, ImportKind kind = ImportKind::people) {
        return import_file(file(content), kind);
    }
    Import import_file(const std::string& path, ImportKind kind = ImportKind::people) {
        auto started = start(path, kind);
        EXPECT_TRUE(started) << started.error().message;
        return after(*started, begin_run);
    }
    std::int64_t count(const std::string& table) {
        return (*database)->read(
            [&](Reader& reader) { return reader.value<std::int64_t>("SELECT count(*) FROM " + table); });
    }
    std::string text(const std::string& sql) {
        return (*database)->read([&](Reader& reader) { return reader.value<std::string>(sql); });
    }
    static std::string content(const std::string& path) {
        std::stringstream text;
        text << std::ifstream(path).rdbuf();
        return text.str();
    }

    Change change{Id<Workspace>{7}, Id<User>{8}, "import", "A test"};
    std::filesystem::path m_folder;
};

}  // namespace wallchart::test
