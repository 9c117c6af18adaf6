#include "support/import_test.h"

namespace wallchart {
namespace {

using BadFilesTest = test::ImportTest;
ON_BOTH_DATABASES(BadFilesTest);

TEST_P(BadFilesTest, ReadsTheEncodingsThatPeopleSave) {
    std::string utf16 = "\xFF\xFE";
    for (char c : std::string("first name\tlast name\temail\r\nJos\xE9\tPe\xF1"
                              "a\tjose@example.org\r\n")) {
        utf16.push_back(c);
        utf16.push_back('\0');
    }
    EXPECT_EQ(import(utf16).summary.created, 1);
    EXPECT_EQ(text("SELECT given_first FROM person"), "jose pena");
    auto done = import(
        "first name;last name;email\r\nBego\xF1"
        "a;Mu\xF1oz;b@example.org\r\n");
    EXPECT_EQ(done.encoding, "Windows-1252");
    EXPECT_EQ(text("SELECT family_name FROM person WHERE given_name LIKE 'Bego%'"), "Muñoz");
    done = import(
        "\xEF\xBB\xBF"
        "Nombre,Apellidos,Correo electrónico,Teléfono\nLucía,Vega,lu@example.org,\n");
    EXPECT_EQ(done.summary.created, 1);
    EXPECT_EQ(text("SELECT family_name FROM person WHERE given_name = 'Lucía'"), "Vega");
}

TEST_P(BadFilesTest, RefusesFilesThatAreNoLists) {
    EXPECT_EQ(start(file("PK\x03\x04 zip")).error().kind, ErrorKind::unsupported);
    EXPECT_FALSE(start(file("")));
    EXPECT_FALSE(start(file("first name,last name\r\n")));
    EXPECT_FALSE(start(file("Ana,Rivera,ana@example.org\r\n")));  // no header
    EXPECT_EQ(start((m_folder / "absent.csv").string()).error().kind, ErrorKind::not_found);
    EXPECT_EQ(start(m_folder.string()).error().kind, ErrorKind::unsupported);
    EXPECT_FALSE(start(file("{\"a\": 1}", "x.json"), ImportKind::organizations));
    EXPECT_EQ(count("import"), 0);
}

TEST_P(BadFilesTest, RejectsBrokenRowsOneByOne) {
    std::string broken = "first name,last name,,Email,Email\r\n";
    broken += "Ana,Rivera,x,ana@example.org,\r\n";
    broken += std::string("Bo\0b,Chen,x,bo@example.org,\r\n", 29);
    broken += "Cy,\"Dunn,x,cy@example.org,\r\n";
    broken += "Di,Eng,x,di@example.org,di2@example.org,more,cells\r\n";
    broken += "Ed\r\n";  // fewer cells: they are empty
    broken += "Fay,Gil,x,fay@example.org,\r\n";
    auto done = import(broken);
    EXPECT_EQ(done.summary.rows, 6);
    EXPECT_EQ(done.summary.created, 3);
    ASSERT_EQ(done.rejects.size(), 3U);
    EXPECT_EQ(done.rejects[0].reason, RejectReason::nul_byte);
    EXPECT_EQ(done.rejects[1].reason, RejectReason::open_quote);
    EXPECT_EQ(done.rejects[2].reason, RejectReason::too_many_cells);
    EXPECT_EQ(done.mapping.columns[2].column, "Column 3");
    EXPECT_EQ(done.mapping.columns[4].column, "Email (2)");
}

TEST_P(BadFilesTest, NeutralizesFormulasInTheFileOfRejectsAndReadsThemBack) {
    auto done = import("first name,last name,phone,note\r\nAna,Rivera,+1 (402) 555-01,=cmd()\r\n");
    ASSERT_EQ(done.summary.rejected, 1);
    auto rejects = content(done.rejects_path);
    EXPECT_NE(rejects.find("'=cmd()"), std::string::npos);
    auto mended = start(file(replace_all(rejects, "555-01", "555-0123"), "mended.csv"));
    EXPECT_EQ(after(*mended, begin_run).summary.created, 1);
    EXPECT_EQ(text("SELECT note FROM person"), "=cmd()");
}

}  // namespace
}  // namespace wallchart
