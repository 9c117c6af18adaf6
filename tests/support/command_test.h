#pragma once
// Commands run as somebody runs them, over files in a folder of their own.

#include "cli/command.h"
#include "core/id.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace wallchart::test {

class CommandTest : public testing::Test {
protected:
    void SetUp() override {
        m_folder =
            std::filesystem::temp_directory_path() / ("wallchart_command_" + std::to_string(new_id_value()));
        std::filesystem::create_directories(m_folder);
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }

    std::string path(const std::string& name) const { return (m_folder / name).string(); }
    /// Writes a file of the folder; its path.
    std::string write(const std::string& name, const std::string& text) const {
        std::ofstream(path(name), std::ios::binary) << text;
        return path(name);
    }
    std::string text_of(const std::string& name) const {
        std::ifstream file(path(name), std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    /// Runs `wallchart WORDS`: its exit code. What it printed is in m_out, what it said of faults in m_said.
    int run_command(std::vector<std::string> words) {
        words.insert(words.begin(), "wallchart");
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

    std::filesystem::path m_folder;
    std::string m_out, m_said;
};

}  // namespace wallchart::test
