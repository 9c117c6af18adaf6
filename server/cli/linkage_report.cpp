// Running the linkage engine from the command line, and what is written of it.

#include "cli/people_file.h"
#include "core/csv.h"
#include "engine/linkage/model_json.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <thread>

namespace wallchart {
namespace {

/// A file that is written in large pieces, under its name only once it is complete.
class Output {
public:
    static Result<Output> open(const std::string& path) {
        Output output;
        output.m_path = path;
        output.m_file.open(path + ".part", std::ios::binary | std::ios::trunc);
        if (!output.m_file) return failure(ErrorKind::unavailable, path + " cannot be written.");
        return output;
    }
    void write(std::string_view text) {
        m_file.write(text.data(), static_cast<std::streamsize>(text.size()));
    }
    Result<void> close() {
        m_file.close();
        if (!m_file || std::rename((m_path + ".part").c_str(), m_path.c_str()) != 0)
            return failure(ErrorKind::unavailable, m_path + " cannot be written.");
        return {};
    }

private:
    std::string m_path;
    std::ofstream m_file;
};

std::string decimal(double value, int digits) {
    std::array<char, 40> text{};
    auto size = std::snprintf(text.data(), text.size(), "%.*f", digits, value);
    return {text.data(), static_cast<std::size_t>(size)};
}

const std::string& id_of(std::span<const PeopleFile> files, std::uint32_t row) {
    auto first = files.front().ids.size();
    return row < first ? files.front().ids[row] : files.back().ids[row - first];
}

Result<void> write_pairs(const std::string& path, const linkage::Linkage& linkage,
                         std::span<const PeopleFile> files) {
    auto output = TRY(Output::open(path));
    output.write("left_id,right_id,probability,match_weight\r\n");
    for (const auto& pair : linkage.pairs)
        output.write(csv_cell(id_of(files, pair.left)) + "," + csv_cell(id_of(files, pair.right)) + "," +
                     decimal(linkage::probability_of(pair.weight), 6) + "," + decimal(pair.weight, 4) +
                     "\r\n");
    return output.close();
}

/// Groups are numbered from 1 as they first appear.
Result<void> write_clusters(const std::string& path, const linkage::Linkage& linkage,
                            std::span<const PeopleFile> files) {
    auto output = TRY(Output::open(path));
    bool two = files.size() > 1;
    output.write(two ? "id,cluster,file\r\n" : "id,cluster\r\n");
    std::vector<std::uint32_t> number(linkage.clusters.size());
    std::uint32_t last = 0;
    for (std::uint32_t row = 0; row < linkage.clusters.size(); ++row) {
        auto& cluster = number[linkage.clusters[row]];
        if (cluster == 0) cluster = ++last;
        output.write(csv_cell(id_of(files, row)) + "," + std::to_string(cluster));
        if (two) output.write(row < files.front().ids.size() ? ",left" : ",right");
        output.write("\r\n");
    }
    return output.close();
}

std::string grouped(std::uint64_t number) {
    auto digits = std::to_string(number);
    for (auto at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    return digits;
}

std::string_view stage_name(linkage::Stage stage) {
    constexpr std::array<std::string_view, 4> names{"Sorting", "Learning", "Comparing", "Grouping"};
    return names[static_cast<std::size_t>(stage)];
}

std::uint64_t peak_megabytes() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::uint64_t>(usage.ru_maxrss) / 1024;
}

void print_summary(const linkage::Linkage& linkage, std::span<const PeopleFile> files, bool chosen,
                   double seconds) {
    std::uint64_t records = linkage.clusters.size();
    auto above = std::ranges::count_if(linkage.pairs, [&](const linkage::ScoredPair& pair) {
        return linkage::probability_of(pair.weight) >= linkage.threshold;
    });
    std::uint64_t groups = 0;
    for (std::uint32_t row = 0; row < records; ++row)
        groups += linkage.clusters[row] == row ? 1 : 0;
    auto line = [](const char* what, const std::string& text) {
        std::printf("%-20s%s\n", what, text.c_str());
    };
    line("people", files.size() > 1
                       ? grouped(files.front().ids.size()) + " and " + grouped(files.back().ids.size())
                       : grouped(records));
    line("pairs compared", grouped(linkage.compared));
    line("pairs kept", grouped(linkage.pairs.size()) + " (probability 0.01 or more)");
    line("threshold", decimal(linkage.threshold, 6) + (chosen ? " (given)" : " (chosen)"));
    line("pairs at threshold", grouped(static_cast<std::uint64_t>(above)));
    line("estimated precision", decimal(linkage.precision, 4));
    line("estimated recall", decimal(linkage.recall, 4) + " (of the pairs compared)");
    line("distinct people", grouped(groups) + " (" + grouped(records - groups) + " duplicates)");
    line("time", decimal(seconds, 1) + " s");
    line("memory", grouped(peak_megabytes()) + " MB");
}

}  // namespace

std::vector<OptionInfo> linkage_options() {
    return {
        {"id", OptionKind::value, "COLUMN",
         "the column that names each row [id, unique_id, rec_id ..., or row numbers]"},
        {"map", OptionKind::repeated, "FIELD=COLUMN",
         "what a column holds: full_name, given, middle, family, suffix, birth_date, birth_year, "
         "birth_month, "
         "birth_day, email, phone, address, street_number, unit, city, state, postal_code, sex, employer, "
         "identifier, ignored"},
        {"threshold", OptionKind::value, "P", "from which probability on two are one person [chosen]"},
        {"pairs", OptionKind::value, "OUT.csv", "write every pair of probability 0.01 or more"},
        {"clusters", OptionKind::value, "OUT.csv", "write each row's group at the threshold"},
        {"model", OptionKind::value, "OUT.json", "write what was learnt"},
        {"use-model", OptionKind::value, "IN.json", "use what was learnt before, instead of learning"},
    };
}

Result<std::optional<linkage::Model>> given_model(const Arguments& arguments) {
    auto path = arguments.get("use-model");
    if (!path) return std::nullopt;
    std::ifstream file(*path, std::ios::binary);
    if (!file) return failure(ErrorKind::not_found, *path + " cannot be read.");
    std::string text(std::istreambuf_iterator<char>(file), {});
    return TRY(linkage::model_from_json(text));
}

Result<linkage::Linkage> run_linkage(const Arguments& arguments, const People& people, linkage::Scope scope) {
    linkage::Options options;
    options.threads = std::clamp(std::thread::hardware_concurrency(), 1U, 16U);
    auto model = TRY(given_model(arguments));
    if (model) options.model = &*model;
    if (auto text = arguments.get("threshold")) {
        double threshold = 0;
        auto [end, fault] = std::from_chars(text->data(), text->data() + text->size(), threshold);
        if (fault != std::errc{} || end != text->data() + text->size() || !(threshold > 0 && threshold < 1))
            return failure(ErrorKind::invalid, "--threshold is a probability between 0 and 1.");
        options.threshold = threshold;
    }
    if (::isatty(STDERR_FILENO) != 0)
        options.progress = [](linkage::Stage stage, double done) {
            std::fprintf(stderr, "\r\033[K%s", std::string(stage_name(stage)).c_str());
            if (done > 0) std::fprintf(stderr, ": %.0f %%", done * 100);
        };
    auto linkage = linkage::link(people.values, people.records, scope, options);
    if (options.progress) std::fprintf(stderr, "\r\033[K");
    return linkage;
}

Result<void> report_linkage(const Arguments& arguments, const linkage::Linkage& linkage,
                            std::span<const PeopleFile> files, double seconds) {
    if (auto path = arguments.get("pairs")) TRY(write_pairs(*path, linkage, files));
    if (auto path = arguments.get("clusters")) TRY(write_clusters(*path, linkage, files));
    if (auto path = arguments.get("model")) {
        auto output = TRY(Output::open(*path));
        output.write(linkage::to_json(linkage.model));
        TRY(output.close());
    }
    print_summary(linkage, files, arguments.has("threshold"), seconds);
    return {};
}

}  // namespace wallchart
