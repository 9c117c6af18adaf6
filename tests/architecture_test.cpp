// The layers and the slices, read from the includes themselves.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Strings = std::vector<std::string>;

const fs::path root = fs::path(WALLCHART_SOURCE) / "server";

/// What each layer may include, beside itself.
const std::map<std::string, std::set<std::string>> allowed{
    {"core", {}},
    {"engine", {"core"}},
    {"db", {"core"}},
    {"http", {"core", "db"}},
    {"features", {"core", "engine", "db", "http"}},
    {"cli", {"core", "engine", "db", "http", "features"}},
};

struct SourceFile {
    std::string name;   // "features/people/store.cpp"
    std::string layer;  // "features"
    std::string slice;  // "people", or empty
    std::string text;
    Strings includes;  // of our own files
};

std::vector<SourceFile> sources() {
    std::vector<SourceFile> files;
    const std::regex include(R"re(^\s*#include "([^"]+)")re", std::regex::multiline);
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
        auto extension = entry.path().extension();
        if (extension != ".cpp" && extension != ".h") continue;
        if (entry.path().filename().string().ends_with("_test.cpp")) continue;
        SourceFile file;
        auto relative = fs::relative(entry.path(), root);
        file.name = relative.generic_string();
        auto part = relative.begin();
        file.layer = part->string();
        if (std::distance(relative.begin(), relative.end()) == 3) file.slice = std::next(part)->string();
        std::ifstream stream(entry.path());
        file.text.assign(std::istreambuf_iterator<char>(stream), {});
        for (std::sregex_iterator at(file.text.begin(), file.text.end(), include), end; at != end; ++at)
            file.includes.push_back((*at)[1]);
        files.push_back(std::move(file));
    }
    return files;
}

TEST(Architecture, LayersIncludeOnlyThoseBelowThem) {
    for (const auto& file : sources()) {
        ASSERT_TRUE(allowed.contains(file.layer)) << file.name << " lies in no layer";
        for (const auto& include : file.includes) {
            auto layer = include.substr(0, include.find('/'));
            EXPECT_TRUE(layer == file.layer || allowed.at(file.layer).contains(layer))
                << file.name << " includes " << include << ": an arrow that runs the wrong way";
        }
    }
}

TEST(Architecture, AFeatureIsReachedThroughItsHeaderNotItsStore) {
    for (const auto& file : sources())
        for (const auto& include : file.includes)
            EXPECT_FALSE(include.ends_with(".cpp")) << file.name << " includes " << include;
}

TEST(Architecture, FeaturesDoNotDependOnEachOtherInACircle) {
    std::map<std::string, std::set<std::string>> uses;
    for (const auto& file : sources()) {
        if (file.layer != "features" || file.slice.empty()) continue;
        for (const auto& include : file.includes) {
            if (!include.starts_with("features/")) continue;
            auto rest = include.substr(std::string("features/").size());
            auto slash = rest.find('/');
            if (slash == std::string::npos) continue;
            auto other = rest.substr(0, slash);
            if (other != file.slice) uses[file.slice].insert(other);
        }
    }
    // Depth first: a feature met again on the way down closes a circle.
    std::set<std::string> done;
    Strings way;
    std::string circle;
    auto visit = [&](auto& self, const std::string& feature) -> void {
        auto seen = std::find(way.begin(), way.end(), feature);
        if (seen != way.end()) {
            for (auto at = seen; at != way.end(); ++at)
                circle += *at + " -> ";
            circle += feature + "\n";
            return;
        }
        if (!done.insert(feature).second) return;
        way.push_back(feature);
        for (const auto& other : uses[feature])
            self(self, other);
        way.pop_back();
    };
    for (const auto& [feature, others] : std::map(uses))
        visit(visit, feature);
    EXPECT_EQ(circle, "");
}

TEST(Architecture, WhatIsSlowToCompileStaysInOneFile) {
    const std::map<std::string, std::string> only{{"boost/beast", "http/server.cpp"},
                                                  {"CLI/CLI.hpp", "cli/command_line.cpp"}};
    for (const auto& file : sources())
        for (const auto& [header, place] : only)
            EXPECT_TRUE(file.name == place || file.text.find("#include <" + header) == std::string::npos)
                << file.name << " includes " << header;
}

TEST(Architecture, SqlStaysOutOfRulesAndRequestHandlersOutOfStores) {
    for (const auto& file : sources()) {
        if (file.layer != "features") continue;
        if (file.name.ends_with("/rules.cpp")) {
            EXPECT_EQ(file.text.find("SELECT "), std::string::npos) << file.name;
            EXPECT_EQ(file.text.find("Transaction&"), std::string::npos) << file.name;
        }
        bool store = file.name.ends_with("/store.cpp");
        EXPECT_FALSE(store && file.text.find("Call&") != std::string::npos) << file.name;
    }
}

TEST(Architecture, FilesHoldOneIdeaEach) {
    for (const auto& file : sources()) {
        auto lines = std::count(file.text.begin(), file.text.end(), '\n');
        EXPECT_LE(lines, 420) << file.name << ": split it";
    }
}

TEST(Architecture, NoCoroutinesWhichThisCompilerGetsWrong) {
    for (const auto& file : sources())
        EXPECT_EQ(file.text.find("co_await"), std::string::npos) << file.name;
}

}  // namespace
