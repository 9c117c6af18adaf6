#include "core/assets.h"
#include "core/json.h"
#include "core/text.h"
#include "db/copy.h"
#include "db/schema.h"
#include "db/sqlite.h"
#include "features/people/people.h"
#include "features/upkeep/check_journal.h"
#include "features/upkeep/upkeep.h"

#include <charconv>

namespace wallchart {
namespace {

/// Whether the database has the migrations of this program: else its tables are not what is checked here.
Result<void> check_version(Connection& connection) {
    std::int64_t applied = 0;
    connection.each("SELECT max(number) FROM migration", {},
                    [&](const Row& row) { applied = row.integer(0); });
    std::int64_t known = 0;
    for (const auto& asset : assets_in("migrations/")) {
        auto name = asset.name.substr(std::string_view("migrations/").size());
        std::int64_t number = 0;
        if (std::from_chars(name.data(), name.data() + name.size(), number).ec == std::errc{})
            known = std::max(known, number);
    }
    if (applied == known) return {};
    return failure(ErrorKind::unsupported,
                   applied > known
                       ? "This database was made by a newer version of Wallchart."
                       : "This database is of an older version: start the server once, then check.");
}

class Checker {
public:
    explicit Checker(Connection& connection) : m_connection(connection), m_schema(connection) {}

    CheckReport run() {
        for (const auto& [table, rows] : count_rows(m_connection, m_schema))
            m_report.rows += rows;
        for (const auto& table : m_schema.tables())
            check_references(table);
        check_revisions();
        check_batches();
        m_report.journal_sample = check_journal(m_connection, m_schema, m_report.findings);
        check_assessments();
        check_people();
        for (const auto* table : {"organization", "employer", "worksite"})
            check_folded(table);
        return std::move(m_report);
    }

private:
    /// Adds a finding for the rows that a query answers: an id, or nothing.
    void expect_none(const std::string& table, const std::string& what, const std::string& sql) {
        Finding finding{table, what, 0, {}};
        m_connection.stream(sql, {}, [&](const Row& row) { add_row(finding, row.integer(0)); });
        add(std::move(finding));
    }
    static void add_row(Finding& finding, std::int64_t id) {
        ++finding.count;
        if (finding.ids.size() < 10) finding.ids.push_back(id);
    }
    void add(Finding finding) {
        if (finding.count > 0) m_report.findings.push_back(std::move(finding));
    }

    /// The table that a column refers to by its name: "x_id" or "some_x_id".
    const TableInfo* target_of(std::string_view column) const {
        if (!column.ends_with("_id")) return nullptr;
        auto stem = column.substr(0, column.size() - 3);
        if (stem == "user") stem = "user_account";
        while (!stem.empty()) {
            const auto* found = m_schema.find(stem);
            if (found != nullptr && found->has("id")) return found;
            auto next = stem.find('_');
            if (next == std::string_view::npos) break;
            stem = stem.substr(next + 1);
        }
        return nullptr;
    }

    void check_references(const TableInfo& table) {
        // The journal, jobs and mail may outlive what they speak of.
        if (!table.journaled) return;
        for (const auto& column : table.columns) {
            const auto* target = target_of(column);
            if (target == nullptr) continue;
            std::string same_person;
            if (target->belongs_to_person) {
                if (!table.has("person_id")) continue;
                same_person = " AND x.person_id = t.person_id";
            }
            expect_none(table.name, "refers to a " + target->name + " that is not there (" + column + ")",
                        "SELECT t.id FROM " + table.name + " t WHERE t." + column +
                            " IS NOT NULL AND NOT EXISTS (SELECT 1 FROM " + target->name +
                            " x WHERE x.id = t." + column + same_person + ")");
        }
    }

    /// A row that no batch of the journal has written was changed behind the program's back.
    void check_revisions() {
        for (const auto& table : m_schema.tables())
            if (table.journaled)
                expect_none(table.name, "was written by no batch of the journal",
                            "SELECT t.id FROM " + table.name +
                                " t WHERE NOT EXISTS (SELECT 1 FROM batch b WHERE b.id = t.revision)");
    }

    void check_batches() {
        expect_none("journal", "belongs to no batch",
                    "SELECT j.batch_id FROM journal j WHERE NOT EXISTS (SELECT 1 FROM batch b WHERE b.id = "
                    "j.batch_id)");
        // Erasing a person takes their entries away, so that there may be fewer, never more.
        expect_none("batch", "has more entries than it counted",
                    "SELECT b.id FROM batch b WHERE b.entries < (SELECT count(*) FROM journal j WHERE "
                    "j.batch_id = b.id)");
    }

    void check_assessments() {
        expect_none("assessment", "is one of several current ones of a person in a drive",
                    "SELECT person_id FROM assessment WHERE current = 1 GROUP BY person_id, drive_id HAVING "
                    "count(*) > 1");
        expect_none("assessment", "is of a person who has none that is current in the drive",
                    "SELECT person_id FROM assessment GROUP BY person_id, drive_id HAVING max(current) = 0");
        expect_none("assessment_tally", "does not count a drive's current assessments",
                    "SELECT drive_id FROM (SELECT drive_id, value, leader, people FROM assessment_tally "
                    "UNION ALL SELECT drive_id, value, leader, -1 FROM assessment WHERE current = 1) AS "
                    "counted GROUP BY drive_id, value, leader HAVING sum(people) <> 0");
    }

    void check_people() {
        Finding finding{"person", "is not found by their name (search columns)", 0, {}};
        m_connection.stream("SELECT id, given_name, family_name, family_first, given_first FROM person", {},
                            [&](const Row& row) {
                                Person person;
                                person.given_name = row.text(1);
                                person.family_name = row.text(2);
                                set_search_names(person);
                                if (person.family_first != row.text(3) || person.given_first != row.text(4))
                                    add_row(finding, row.integer(0));
                            });
        add(std::move(finding));
    }

    void check_folded(const std::string& table) {
        Finding finding{table, "is not found by its name (search column)", 0, {}};
        m_connection.stream("SELECT id, name, name_folded FROM " + table, {}, [&](const Row& row) {
            if (fold(row.text(1)) != row.text(2)) add_row(finding, row.integer(0));
        });
        add(std::move(finding));
    }

    Connection& m_connection;
    Schema m_schema;
    CheckReport m_report;
};

}  // namespace

Result<CheckReport> check_database(const std::string& source) {
    auto connection = TRY(open_for_reading(source));
    try {
        CheckReport report;
        if (!is_postgres(source)) {
            auto faults = check_sqlite(source + "/wallchart.db");
            for (auto& fault : faults)
                report.findings.push_back({"file", std::move(fault), 1, {}});
            if (!faults.empty()) return report;  // nothing else can be trusted
        }
        TRY(check_version(*connection));
        connection->script(connection->dialect().begin_read());
        report = Checker(*connection).run();
        connection->script("COMMIT");
        return report;
    } catch (const DatabaseError& error) {
        // A damaged file may fail in any statement.
        CheckReport report;
        report.findings.push_back({"file", error.what(), 1, {}});
        return report;
    }
}

}  // namespace wallchart
