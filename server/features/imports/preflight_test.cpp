// What a preflight says is what a run does; and a file does what its rows would do one by one.
#include "features/imports/importer.h"
#include "features/imports/pipeline.h"
#include "features/imports/row_source.h"
#include "support/import_test.h"

#include <random>

namespace wallchart {
namespace {

class PreflightTest : public test::ImportTest {
protected:
    /// Takes a file in chunks of so many rows, as the run does (or the preflight, which writes nothing).
    ImportSummary take(const Import& import, std::size_t rows_a_chunk, bool writes) {
        ImportSummary summary;
        Tally tally(summary, [](const FileRow&, const auto&) {});
        auto importer = make_importer(import, **database);
        (*database)->read([&](Reader& reader) { importer->load(reader, 100); });
        auto source = *RowSource::open(import.file_path);
        CsvRow row;
        for (bool more = true; more;) {
            std::vector<FileRow> rows;
            while (rows.size() < rows_a_chunk && (more = source.next(row)))
                rows.push_back(file_row(row));
            auto chunk = importer->read(std::move(rows));
            auto taken =
                writes ? (*database)->write(
                             change, [&](Transaction& tx) { return importer->take(tx, &tx, *chunk, tally); })
                       : (*database)->read(
                             [&](Reader& reader) { return importer->take(reader, nullptr, *chunk, tally); });
            EXPECT_TRUE(taken);
        }
        return summary;
    }
    /// All that is known of everybody, without ids.
    std::vector<std::string> everybody() {
        return (*database)->read([&](Reader& reader) {
            return reader.rows<std::string>(
                "SELECT n.given_name || '|' || n.family_name || '|' || n.birth_date || '|' || "
                "COALESCE((SELECT "
                "max(x.value) FROM external_id x WHERE x.person_id = n.id), '') || '|' || COALESCE((SELECT "
                "max(c.value) || min(c.value) || count(*) FROM contact_point c WHERE c.person_id = n.id), "
                "'') || "
                "'|' || COALESCE((SELECT max(a.city) FROM address a WHERE a.person_id = n.id), '') AS told "
                "FROM person n ORDER BY told");
        });
    }
    void forget_everybody() {
        (void)(*database)->write(change, [&](Transaction& tx) -> Result<void> {
            for (auto table : {"person", "contact_point", "address", "external_id"})
                tx.execute("DELETE FROM " + std::string(table));
            return {};
        });
    }
};
ON_BOTH_DATABASES(PreflightTest);

/// A few people told of again and again, under changing names, numbers and addresses.
std::string tangled_list(std::mt19937& random, int rows) {
    auto one_of = [&](std::initializer_list<const char*> choices) {
        return std::string(*(choices.begin() + random() % choices.size()));
    };
    std::string list = "id,first name,last name,email,phone,birth date,city\r\n";
    for (int at = 0; at < rows; ++at)
        list += one_of({"", "", "1", "2", "3"}) + "," + one_of({"Ana", "Bo", "A.", "Cy"}) + "," +
                one_of({"", "Rivera", "Chen", "Rivera-Cruz"}) + "," +
                one_of({"", "", "ana@example.org", "bo@example.org"}) + "," +
                one_of({"", "402-555-0123", "402-555-0124"}) + "," +
                one_of({"", "", "", "1980", "1980-02", "1980-02-03"}) + "," +
                one_of({"", "Omaha", "Lincoln"}) + "\r\n";
    return list;
}

std::string told(const ImportSummary& summary) {
    return encode(summary);
}

TEST_P(PreflightTest, SaysWhatTheRunDoesWhichIsWhatTheRowsDoOneByOne) {
    std::mt19937 random(7);
    int lists = GetParam() == "sqlite" ? 60 : 8;
    for (int number = 0; number < lists; ++number) {
        auto known = *start(file(tangled_list(random, 3), "known.csv"));
        auto import = *start(file(tangled_list(random, 14), "list.csv"));
        SCOPED_TRACE(content(known.file_path) + content(import.file_path));
        // One by one, each row as a file of its own would be: matched by what is in the database.
        take(known, 1, true);
        auto header = content(import.file_path).substr(0, content(import.file_path).find('\n') + 1);
        auto source = *RowSource::open(import.file_path);
        CsvRow row;
        while (source.next(row)) {
            std::vector<std::string_view> cells(row.cells.begin(), row.cells.end());
            auto alone = import;
            alone.file_path = file(header + csv_line(cells), "row.csv");
            take(alone, 1, true);
        }
        auto expected = everybody();
        for (std::size_t rows_a_chunk : {1U, 3U, 100U}) {
            forget_everybody();
            take(known, 1, true);
            auto before = count("person");
            auto checked = take(import, rows_a_chunk, false);
            EXPECT_EQ(count("person"), before);
            auto done = take(import, rows_a_chunk, true);
            EXPECT_EQ(told(checked), told(done)) << rows_a_chunk << " rows a chunk";
            EXPECT_EQ(everybody(), expected) << rows_a_chunk << " rows a chunk";
            EXPECT_EQ(count("person"), before + done.created);
            EXPECT_EQ(done.created + done.updated + done.unchanged + done.repeated + done.rejected,
                      done.rows);
        }
        if (HasFailure()) return;
        forget_everybody();
    }
}

}  // namespace
}  // namespace wallchart
