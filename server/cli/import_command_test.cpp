// `wallchart import` as somebody meets it on the command line.
#include "cli/command.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace wallchart {
namespace {

namespace fs = std::filesystem;

class ImportCommand : public testing::Test {
protected:
    void SetUp() override {
        m_folder = fs::temp_directory_path() / ("wallchart_import_" + std::to_string(::getpid()));
        fs::create_directories(m_folder);
    }
    void TearDown() override { fs::remove_all(m_folder); }

    /// Imports a file with this text, `--yes`; what it said stands in m_said.
    int import(const std::string& kind, const std::string& text, std::vector<std::string> more = {}) {
        auto file = (m_folder / "list.csv").string();
        std::ofstream(file, std::ios::binary) << text;
        std::vector<std::string> words{
            "wallchart", "import", kind, file, "--yes", "--data", (m_folder / "data").string()};
        words.insert(words.end(), more.begin(), more.end());
        std::vector<const char*> arguments;
        for (const auto& word : words)
            arguments.push_back(word.c_str());
        testing::internal::CaptureStdout();
        testing::internal::CaptureStderr();
        int code = run_command_line(static_cast<int>(arguments.size()), arguments.data());
        m_out = testing::internal::GetCapturedStdout();
        m_said = testing::internal::GetCapturedStderr();
        return code;
    }
    bool said(std::string_view text) const { return m_said.find(text) != std::string::npos; }

    fs::path m_folder;
    std::string m_out;
    std::string m_said;
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
