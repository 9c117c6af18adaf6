// `wallchart import` as somebody meets it on the command line.
#include "support/command_test.h"

#include <gtest/gtest.h>

namespace wallchart {
namespace {

class ImportCommand : public test::CommandTest {
protected:
    /// Imports a file with this text, `--yes`; what it said stands in m_said.
    int import(const std::string& kind, const std::string& text, std::vector<std::string> more = {}) {
        std::vector<std::string> words{"import", kind,     write("list.csv", text),
                                       "--yes",  "--data", path("data")};
        words.insert(words.end(), more.begin(), more.end());
        return run_command(std::move(words));
    }
    bool said(std::string_view text) const { return m_said.find(text) != std::string::npos; }
};

TEST_F(ImportCommand, AListWithoutNamesNamesTheFlagThatSaysWhereTheyAre) {
    EXPECT_EQ(import("people", "Who,Reach at\nAna Ruiz,ana@example.org\n"), 1);
    EXPECT_TRUE(
        said("--map full_name=COLUMN (or given_name, family_name): Say which column holds the names."))
        << m_said;
    EXPECT_TRUE(said(R"(The file has: "Who", "Reach at".)")) << m_said;
    EXPECT_FALSE(said("/columns")) << m_said;
    EXPECT_EQ(import("people", "Who,Reach at\nAna Ruiz,ana@example.org\n", {"--map", "full_name=Who"}), 0)
        << m_said;
    EXPECT_NE(m_out.find("1 created"), std::string::npos) << m_out;

    EXPECT_EQ(import("organizations", "Which\nHarbor Workers 12\n"), 1);
    EXPECT_TRUE(said("--map name=COLUMN (or number): Say which column holds")) << m_said;
    EXPECT_EQ(import("worksites", "Which\nPier 9\n"), 1);
    EXPECT_TRUE(said("--map name=COLUMN (or employer): Say which column holds")) << m_said;
}

TEST_F(ImportCommand, AColumnThatIsHeldTwiceIsCalledByItsName) {
    EXPECT_EQ(import("people", "Name,Born a,Born b\nAna Ruiz,1980,1981\n",
                     {"--map", "custom:=Born a", "--map", "birth_date=Born b"}),
              1);
    EXPECT_TRUE(said("  Born a: Name the field")) << m_said;
}

}  // namespace
}  // namespace wallchart
