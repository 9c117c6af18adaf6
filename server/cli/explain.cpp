#include "engine/linkage/explain.h"

#include "cli/command.h"
#include "cli/people_file.h"
#include "engine/linkage/blocks.h"
#include "engine/linkage/learn.h"

#include <cstdio>

namespace wallchart {
namespace {

/// The row that an id names; the one after `not_this` if both ids are one.
Result<std::uint32_t> row_of(const PeopleFile& file, const std::string& id, std::int64_t not_this) {
    for (std::uint32_t row = 0; row < file.ids.size(); ++row)
        if (file.ids[row] == id && row != not_this) return row;
    return failure(ErrorKind::not_found,
                   "The list has no row \"" + id + "\"" + (not_this < 0 ? "." : " beside it."));
}

std::string_view in_words(linkage::Alternative alternative) {
    switch (alternative) {
        case linkage::Alternative::relatives:
            return "two people of one household or family";
        case linkage::Alternative::namesakes:
            return "two of one family and name, as father and son";
        default:
            return "two unrelated people";
    }
}

void print(const linkage::Explanation& explanation) {
    auto line = [](std::string_view what, std::string_view how, double weight) {
        std::printf("%-18.*s%-38.*s%+8.2f\n", static_cast<int>(what.size()), what.data(),
                    static_cast<int>(how.size()), how.data(), weight);
    };
    std::printf("Held against: %s.\n\n", std::string(in_words(explanation.alternative)).c_str());
    for (const auto& reason : explanation.reasons) {
        switch (reason.part) {
            case linkage::Reason::Part::before:
                line("before", "how rarely two rows are one person", reason.weight);
                break;
            case linkage::Reason::Part::comparison:
                line(info(reason.comparison).name, reason.level, reason.weight);
                break;
            case linkage::Reason::Part::otherwise:
                line("other reasons", "what else the two could be", reason.weight);
                break;
        }
    }
    line("match weight", "", explanation.weight);
    std::printf("%-18s%-38s%8.4f\n", "probability", "", linkage::probability_of(explanation.weight));
}

Result<int> run(const Arguments& arguments) {
    People people;
    auto file = TRY(read_people(*arguments.get("FILE"), arguments, people));
    tell(file);
    auto a = TRY(row_of(file, *arguments.get("ID1"), -1));
    bool same = *arguments.get("ID1") == *arguments.get("ID2");
    auto b = TRY(row_of(file, *arguments.get("ID2"), same ? static_cast<std::int64_t>(a) : -1));
    linkage::Frequencies frequencies(people.records, {.records = people.records.size()});
    auto model = TRY(given_model(arguments));
    if (!model) {
        linkage::Blocks blocks;
        blocks.build(people.values, people.records, 2);
        model = linkage::learn({people.values, people.records, frequencies, blocks});
    }
    linkage::Scorer scorer(*model, frequencies);
    print(explain(scorer, compare(people.values, people.records[a], people.records[b])));
    return 0;
}

}  // namespace

Command explain_command() {
    std::vector<OptionInfo> options;
    for (const auto& option : linkage_options())
        if (option.name == "id" || option.name == "map" || option.name == "use-model")
            options.push_back(option);
    return {.name = "explain",
            .summary = "Say field by field why two rows of a list are one person, or not",
            .help =
                "Prints what each field adds to the match weight, a base-2 logarithm of the odds; the "
                "figures add\n"
                "up to it. The values themselves are not printed.\n"
                "Example:\n"
                "  wallchart explain members.csv --id member_id 1041 2077",
            .positionals = {{"FILE", "the list, a CSV file"},
                            {"ID1", "the id of one row"},
                            {"ID2", "the id of another"}},
            .options = std::move(options),
            .run = run};
}

}  // namespace wallchart
