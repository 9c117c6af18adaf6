#pragma once
// A fresh database for a test: on SQLite a folder of its own, on PostgreSQL a schema of its own.

#include "db/database.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace wallchart::test {

/// 2026-04-22 (a Wednesday), 15:00 UTC: the day on which tests play unless they set the clock.
inline const Instant today = *parse_instant("2026-04-22T15:00:00Z");

/// Removes the folder or schema when it goes.
class TestDatabase {
public:
    /// `kind` is "sqlite" or "postgres"; the latter needs WALLCHART_TEST_POSTGRES (see available()).
    explicit TestDatabase(const std::string& kind);
    ~TestDatabase();
    TestDatabase(const TestDatabase&) = delete;
    TestDatabase& operator=(const TestDatabase&) = delete;

    Database& operator*() { return *m_database; }
    Database* operator->() { return m_database.get(); }
    /// What Database::open was given: to open it again, or by another process.
    const std::string& source() const { return m_source; }
    FrozenClock& clock() { return m_clock; }
    /// Closes and opens it, as after the end of the process.
    void reopen();

    static bool available(const std::string& kind);

private:
    FrozenClock m_clock{today};
    std::string m_kind;
    std::string m_source;
    std::string m_folder;
    std::string m_schema;
    std::unique_ptr<Database> m_database;
};

/// A test that runs on both databases: TEST_P(StoreTest, ...) with `database`.
class StoreTest : public testing::TestWithParam<std::string> {
protected:
    void SetUp() override {
        if (!TestDatabase::available(GetParam()))
            GTEST_SKIP() << "no PostgreSQL: set WALLCHART_TEST_POSTGRES";
        database = std::make_unique<TestDatabase>(GetParam());
    }
    std::unique_ptr<TestDatabase> database;
};

}  // namespace wallchart::test

/// Runs the TEST_Ps of a fixture derived from StoreTest on SQLite and on PostgreSQL.
#define ON_BOTH_DATABASES(fixture)                                                 \
    INSTANTIATE_TEST_SUITE_P(Both, fixture, testing::Values("sqlite", "postgres"), \
                             [](const auto& chosen) { return chosen.param; })
