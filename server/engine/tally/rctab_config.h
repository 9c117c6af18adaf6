#pragma once
// RCTab's configuration files: the contest, its candidates, where the records are, and the rules.

#include "engine/tally/records.h"

namespace wallchart::tally {

struct RctabConfig {
    struct Listed {
        std::string name;
        std::vector<std::string> aliases;
        YesNo excluded = YesNo::no;
    };
    std::string contest;
    std::string date;
    std::string jurisdiction;
    std::string office;
    std::vector<RecordSource> sources;
    std::vector<Listed> candidates;
    std::vector<std::pair<std::string, std::string>> options;  ///< those of the rule "rctab"
    int seats = 1;
    std::vector<std::string> parts;  ///< kinds of parts whose votes are shown by themselves
};

/// Errors: invalid, unsupported (a provider or rule that is not known).
Result<RctabConfig> read_rctab_config(std::string_view text);

/// A book that knows the candidates of the configuration. Errors: invalid.
Result<RecordBook> make_book(const RctabConfig& config);

/// The contest with the ballots of the book. Errors: invalid.
Result<Election> make_election(const RctabConfig& config, RecordBook& book);

}  // namespace wallchart::tally
