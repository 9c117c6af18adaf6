#include "support/test_database.h"

#include "db/postgres.h"

#include <cstdlib>
#include <filesystem>

namespace wallchart::test {
namespace {

std::string postgres_url() {
    const char* url = std::getenv("WALLCHART_TEST_POSTGRES");
    return url == nullptr ? "" : url;
}

}  // namespace

bool TestDatabase::available(const std::string& kind) {
    return kind == "sqlite" || !postgres_url().empty();
}

TestDatabase::TestDatabase(const std::string& kind) : m_kind(kind) {
    auto name = "test_" + std::to_string(new_id_value());
    if (kind == "sqlite") {
        // Memory rather than disk: what is tested here is not durability.
        auto root = std::filesystem::exists("/dev/shm") ? std::filesystem::path("/dev/shm")
                                                        : std::filesystem::temp_directory_path();
        m_folder = (root / ("wallchart_" + name)).string();
        m_source = m_folder;
    } else {
        m_schema = name;
        open_postgres(postgres_url())->script("CREATE SCHEMA " + m_schema);
        auto url = postgres_url();
        m_source =
            url + (url.find('?') == std::string::npos ? "?" : "&") + "options=-csearch_path%3D" + m_schema;
    }
    reopen();
}

void TestDatabase::reopen() {
    m_database.reset();
    auto opened = Database::open(m_source, m_clock, 2);
    if (!opened) throw std::runtime_error(opened.error().message);
    m_database = std::move(*opened);
}

TestDatabase::~TestDatabase() {
    m_database.reset();
    if (!m_folder.empty()) std::filesystem::remove_all(m_folder);
    if (!m_schema.empty()) open_postgres(postgres_url())->script("DROP SCHEMA " + m_schema + " CASCADE");
}

}  // namespace wallchart::test
