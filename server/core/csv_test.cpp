#include "core/csv.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace wallchart {
namespace {

std::vector<std::vector<std::string>> read_all(std::string text) {
    auto reader = CsvReader::over(std::move(text));
    std::vector<std::vector<std::string>> rows;
    CsvRow row;
    while (reader && reader->next(row)) {
        rows.emplace_back(row.cells.begin(), row.cells.end());
        if (!row.fault.empty()) rows.back().push_back("fault on line " + std::to_string(row.line));
    }
    return rows;
}

using Rows = std::vector<std::vector<std::string>>;

TEST(Csv, EndsAfterAQuoteThatNeverCloses) {
    auto reader = *CsvReader::over("a,\"b\nc,d\ne,f");
    CsvRow row;
    std::vector<std::string> first;
    for (int at = 0; at < 10 && reader.next(row); ++at)
        first.emplace_back(row.cells[0]);
    EXPECT_EQ(first, (std::vector<std::string>{"a", "c", "e"}));
}

TEST(Csv, QuotesSeparatorsAndLineEnds) {
    EXPECT_EQ(read_all("a,b\r\n\"x,\"\"y\"\"\",\"two\nlines\"\r\n\n1,2"),
              (Rows{{"a", "b"}, {"x,\"y\"", "two\nlines"}, {"1", "2"}}));
    EXPECT_EQ(read_all("a;b\n1;2\n"), (Rows{{"a", "b"}, {"1", "2"}}));
    EXPECT_EQ(read_all("a\tb\r1\t2\r"), (Rows{{"a", "b"}, {"1", "2"}}));
}

TEST(Csv, OneBadRowDoesNotSwallowTheRest) {
    EXPECT_EQ(read_all("a,b\n\"open,1\nnext,2\n"),
              (Rows{{"a", "b"}, {"\"open", "1", "fault on line 2"}, {"next", "2"}}));
    EXPECT_EQ(read_all(std::string("a,b\nx\0y,1\nz,2\n", 14)),
              (Rows{{"a", "b"}, {std::string("x\0y", 3), "1", "fault on line 2"}, {"z", "2"}}));
    auto rows = read_all("a,b\n" + std::string(100 << 20, 'x') + "\nz,2\n");
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[1].back(), "fault on line 2");
    EXPECT_EQ(rows[2], (std::vector<std::string>{"z", "2"}));
}

TEST(Csv, Encodings) {
    EXPECT_EQ(read_all("\xEF\xBB\xBFname\nJos\xC3\xA9\n"), (Rows{{"name"}, {"José"}}));
    EXPECT_EQ(read_all("name\nJos\xE9 \x80\n"), (Rows{{"name"}, {"José €"}}));
    EXPECT_EQ(read_all(std::string("\xFF\xFEn\0\n\0\xE9\0\n\0", 10)), (Rows{{"n"}, {"é"}}));
}

TEST(Csv, WhatIsNoTextIsRefusedWithAReason) {
    auto refusal = [](std::string text) {
        auto reader = CsvReader::over(std::move(text));
        return reader ? "" : reader.error().message;
    };
    EXPECT_NE(refusal("PK\x03\x04zip").find("workbook or a ZIP"), std::string::npos);
    for (auto text :
         {"\x1F\x8B\x08 gzip", "BZh91", "\x28\xB5\x2F\xFD zstd", "7z\xBC\xAF\x27\x1C", "Rar!\x1A"})
        EXPECT_NE(refusal(text).find("compressed"), std::string::npos) << text;
    for (auto text : {"%PDF-1.7", "\x89PNG\r\n", "SQLite format 3"})
        EXPECT_NE(refusal(text).find("not a text file"), std::string::npos) << text;
    EXPECT_EQ(refusal("a,b\n1,2\n"), "");
}

TEST(Csv, FormulasAreNeutralised) {
    EXPECT_EQ(csv_cell("=cmd|'/c calc'!A1"), "\"'=cmd|'/c calc'!A1\"");
    EXPECT_EQ(csv_cell("-12.5"), "-12.5");
    EXPECT_EQ(csv_cell("+1 (402) 555"), "\"'+1 (402) 555\"");
    EXPECT_EQ(csv_cell("a \"b\""), "\"a \"\"b\"\"\"");
}

/// The most memory that the process has held since reset_peak(), in bytes.
std::int64_t peak() {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
        if (word == "VmHWM:") {
            std::int64_t kilobytes = 0;
            status >> kilobytes;
            return kilobytes << 10;
        }
    return 0;
}
void reset_peak() {
    std::ofstream("/proc/self/clear_refs") << "5";
}

TEST(Csv, ALineThatSeemsNotToEndIsReadInLittleMemory) {
    constexpr std::size_t size = std::size_t{40} << 20U;
    auto path = std::filesystem::temp_directory_path() / ("wallchart_line_" + std::to_string(::getpid()));
    struct Line {
        std::string start;
        char filler;
        std::string end;
    };
    for (const auto& line : {Line{"", 'x', ""}, Line{"", ',', ""}, Line{"\"", 'x', "\""}, Line{"\"", 'x', ""},
                             Line{"a,\"", ',', "\",b"}, Line{"", '"', ""}, Line{"", '\xE9', ""}}) {
        {
            std::ofstream file(path, std::ios::binary);
            file << "first,second\n" << line.start;
            std::string part(1 << 20, line.filler);
            for (std::size_t at = 0; at < size; at += part.size())
                file << part;
            file << line.end << "\nz,2\n";
        }
        reset_peak();
        auto before = peak();
        auto reader = *CsvReader::open(path.string());
        CsvRow row;
        SCOPED_TRACE(line.start + line.filler);
        ASSERT_TRUE(reader.next(row));
        EXPECT_EQ(row.cells.size(), 2U);
        ASSERT_TRUE(reader.next(row));
        EXPECT_EQ(row.line, 2U);
        EXPECT_FALSE(row.fault.empty());
        ASSERT_TRUE(reader.next(row));
        EXPECT_EQ(row.cells[0], "z");
        EXPECT_EQ(row.line, 3U);
        EXPECT_FALSE(reader.next(row));
        EXPECT_LT(peak() - before, std::int64_t{16} << 20);
    }
    std::filesystem::remove(path);
}

}  // namespace
}  // namespace wallchart
