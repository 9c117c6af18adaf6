#include "features/sample/sample.h"

#include "cli/command.h"
#include "features/accounts/accounts.h"

#include <unistd.h>

#include <charconv>
#include <chrono>
#include <cstdio>

namespace wallchart {
namespace {

/// The whole number given for an option, or `otherwise` where it was not.
Result<std::int64_t> number(const Arguments& arguments, std::string_view name, std::int64_t otherwise) {
    auto text = arguments.get(name);
    if (!text) return otherwise;
    std::int64_t value = 0;
    auto [end, fault] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (fault != std::errc{} || end != text->data() + text->size() || value < 0)
        return failure(ErrorKind::invalid, "--" + std::string(name) + " must be a whole number.");
    return value;
}

Result<SampleOptions> options_of(const Arguments& arguments, const Clock& clock) {
    SampleOptions options;
    options.people = TRY(number(arguments, "people", options.people));
    options.seed = static_cast<std::uint64_t>(TRY(number(arguments, "seed", 1)));
    options.candidates =
        static_cast<int>(std::min<std::int64_t>(TRY(number(arguments, "candidates", 10)), 1'000'000));
    options.locals = static_cast<int>(std::min<std::int64_t>(TRY(number(arguments, "locals", 0)), 1'000'000));
    options.worksites =
        static_cast<int>(std::min<std::int64_t>(TRY(number(arguments, "worksites", 0)), 1'000'000));
    options.every_pair = arguments.has("every-pair");
    options.today = local_date(clock.now(), options.time_zone);
    if (auto day = arguments.get("today")) {
        auto date = parse_date(*day);
        if (!date) return failure(ErrorKind::invalid, "--today is a date: YYYY-MM-DD.");
        options.today = *date;
    }
    return check_sample(options);
}

void print_line(std::int64_t count, const char* what) {
    std::printf("%10lld  %s\n", static_cast<long long>(count), what);
}

void print(const SampleReport& report, double seconds) {
    print_line(report.people, "people");
    print_line(report.organizations, "organizations");
    print_line(report.employers, "employers");
    print_line(report.worksites, "worksites");
    print_line(report.candidates, "candidates");
    print_line(report.drives, "drives");
    print_line(report.endorsements, "endorsements won");
    print_line(report.conversations, "conversations");
    print_line(report.assessments, "assessments");
    print_line(report.follow_ups, "follow-ups");
    std::printf("%10lld  records in %.1f s (%.0f people a second)\n", static_cast<long long>(report.records),
                seconds, static_cast<double>(report.people) / seconds);
}

/// Where serve will be found with the same settings.
std::string public_url(const Settings& settings) {
    const auto& url = settings.text("public-url");
    return url.empty() ? "http://" + settings.text("address") + ":" + settings.text("port") : url;
}

/// The people alone, as a file, for trying how duplicates are found.
Result<int> write_csv(const Arguments& arguments, const SampleOptions& options, const std::string& path) {
    double duplicates = 0;
    if (auto text = arguments.get("duplicates")) {
        auto [end, fault] = std::from_chars(text->data(), text->data() + text->size(), duplicates);
        if (fault != std::errc{} || end != text->data() + text->size())
            return failure(ErrorKind::invalid, "--duplicates is a share from 0 to 1.");
    }
    auto report = TRY(write_people_csv(path, options, duplicates));
    std::printf("%s holds %lld rows of %lld people; the column cluster says who is one person.\n",
                path.c_str(), static_cast<long long>(report.rows), static_cast<long long>(report.people));
    return 0;
}

Result<int> run(const Arguments& arguments) {
    SystemClock clock;
    auto options = TRY(options_of(arguments, clock));
    if (auto path = arguments.get("people-csv")) return write_csv(arguments, options, *path);
    if (arguments.has("duplicates"))
        return failure(ErrorKind::invalid, "--duplicates goes with --people-csv.");
    SampleAccounts accounts;
    if (auto slug = arguments.get("workspace")) accounts.slug = *slug;
    accounts.password = arguments.get("password").value_or("");
    auto database = TRY(open_database(arguments, clock, 1));
    bool terminal = ::isatty(STDERR_FILENO) != 0;
    auto began = std::chrono::steady_clock::now();
    auto made = TRY(make_sample(*database, accounts, options, [&](std::int64_t people) {
        if (terminal)
            std::fprintf(stderr, "\r%lld of %lld people", static_cast<long long>(people),
                         static_cast<long long>(options.people));
    }));
    if (terminal) std::fprintf(stderr, "\r\033[K");
    auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    std::printf("The workspace \"%s\" holds, as of %s:\n", accounts.slug.c_str(),
                to_string(options.today).c_str());
    print(made.report, seconds);
    std::printf("Its owner is %s. Once it is served, this link signs in, within a week:\n  %s%s\n",
                made.owner_email.c_str(), public_url(arguments.settings).c_str(),
                link_path(LinkKind::sign_in, made.sign_in_token).c_str());
    return 0;
}

}  // namespace

Command sample_command() {
    return {.name = "sample",
            .summary = "Make a workspace with a fictional movement, to try things out",
            .help =
                "All names, bodies and numbers are invented. The same people, seed and day make the same "
                "movement.\n"
                "Examples:\n"
                "  wallchart sample --data wallchart-data\n"
                "  wallchart sample --people 1000000 --data /tmp/large\n"
                "  wallchart sample --people 500 --seed 7 --today 2026-04-22 --data /tmp/small\n"
                "  wallchart sample --people 100000 --people-csv people.csv --duplicates 0.1",
            .options = {{"people", OptionKind::value, "N", "how many people [20000]"},
                        {"seed", OptionKind::value, "S", "another number makes another movement [1]"},
                        {"today", OptionKind::value, "DATE", "the day on which it plays [today]"},
                        {"candidates", OptionKind::value, "N", "how many candidates [10]"},
                        {"locals", OptionKind::value, "N", "how many locals [300, or one for 1,000 people]"},
                        {"worksites", OptionKind::value, "N", "how many worksites [five for each local]"},
                        {"every-pair", OptionKind::flag, "",
                         "a drive for each candidate in each local, to measure a full board"},
                        {"workspace", OptionKind::value, "SLUG", "the workspace's short name [riverbend]"},
                        {"password", OptionKind::value, "TEXT",
                         "the same for all its users, for scripts and tests"},
                        {"people-csv", OptionKind::value, "FILE",
                         "write the people alone to a CSV file, and touch no database"},
                        {"duplicates", OptionKind::value, "SHARE",
                         "with --people-csv: so many of them twice, as other lists would have them [0]"}},
            .run = run};
}

}  // namespace wallchart
