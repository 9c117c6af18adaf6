#include "core/text.h"
#include "engine/tally/print.h"
#include "engine/tally/rctab_config.h"
#include "engine/tally/read_blt.h"
#include "engine/tally/read_csv.h"
#include "engine/tally/rules.h"
#include "engine/tally/text_case.h"
#include "engine/tally/xml.h"
#include "targets.h"

namespace wallchart::fuzz {
namespace {

using namespace tally;

void try_counting(const Election& election) {
    // What was read whole can be counted, or is refused with words.
    if (election.candidates.size() > 30 || election.ballots.size() > 2000) return;
    for (const auto* rule : {"scottish", "meek", "irv", "plurality", "schulze"}) {
        auto counted = count(election, rule, {});
        if (!counted) {
            require(!counted.error().message.empty(), "every refusal has words");
            continue;
        }
        require(static_cast<int>(counted->elected.size()) <= election.seats,
                "no more are elected than there are seats");
        require(counted->valid + counted->invalid + counted->exhausted_at_start == election.ballots.total(),
                "every ballot is accounted for");
        require(read_recipe(print_json(*counted)).has_value(), "a record can be read");
    }
}

}  // namespace

void try_ballot_files(std::string_view input) {
    if (auto election = read_blt(input)) {
        require(check_election(*election).has_value(), "what is read is sound");
        for (const auto& name : election->candidates)
            require(is_utf8(name), "names are UTF-8");
        try_counting(*election);
    } else {
        require(!election.error().message.empty(), "every refusal has words");
    }
    for (auto kind : {BallotKind::ranked, BallotKind::scored}) {
        auto reader = CsvReader::over(std::string(input));
        if (!reader) break;
        auto election = read_csv(*reader, kind);
        if (election && check_election(*election)) try_counting(*election);
    }
    if (auto config = read_rctab_config(input)) (void)make_book(*config);
    RecordFile file{"records", std::string(input)};
    for (auto form : {RecordForm::ess, RecordForm::genericCsv, RecordForm::cdf, RecordForm::clearBallot,
                      RecordForm::hart, RecordForm::dominion}) {
        RecordSource source{.form = form, .contest = "1", .first_column = 2, .overvote_delimiter = "|"};
        file.name = form == RecordForm::dominion ? "CandidateManifest.json" : "records";
        RecordBook book;
        book.take_any_candidate();
        if (read_records(source, {file}, book)) (void)book.take();
    }
    if (auto value = read_xml(input)) (void)text_of(*value, "Name");
    (void)tally::read_cases(input);
}

}  // namespace wallchart::fuzz
