#pragma once
// Cast vote records as voting systems export them, turned into ballots.

#include "engine/tally/election.h"
#include "engine/tally/options.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace wallchart::tally {

/// The forms of records, by the names that RCTab gives their providers.
enum class RecordForm : std::uint8_t { ess, genericCsv, cdf, clearBallot, dominion, hart };
BOOST_DESCRIBE_ENUM(RecordForm, ess, genericCsv, cdf, clearBallot, dominion, hart)

/// Where records are and how to read them. Columns and rows count from 1; 0 where there is none.
struct RecordSource {
    std::string path;
    RecordForm form = RecordForm::genericCsv;
    std::string contest;  ///< its name or id; empty where there is only one
    int first_column = 0;
    int first_row = 2;
    int id_column = 0;
    int batch_column = 0;
    int precinct_column = 0;
    std::string overvote_delimiter;
    std::string overvote_label;
    std::string skipped_label;
    std::string write_in_label;
    YesNo blank_is_write_in = YesNo::no;
};

/// A file's name and all of its text; records in folders are several.
struct RecordFile {
    std::string name;
    std::string text;
};

/// One mark of a record: who was ranked where.
struct RecordedRank {
    int rank = 0;
    std::string name;
};

/// Which part of the electorate a record is of: ("precinct", "W-1 P-02").
using PartName = std::pair<std::string, std::string>;

/// Collects records as ballots, and knows who may be named in them.
class RecordBook {
public:
    /// What a record says when it does not say who was marked.
    static constexpr std::string_view overvote = "\x01overvote";

    /// Adds a candidate with the other names they have in records. Errors: invalid (a name is used twice).
    Result<void> declare(const std::string& name, const std::vector<std::string>& aliases);
    /// Adds what stands for undeclared write-ins.
    void declare_write_ins();
    /// Takes any name that a record has as a candidate.
    void take_any_candidate() { m_any = YesNo::yes; }
    /// Names a candidate who stands, whether any ballot ranks them or not; for books that take any name.
    void mention(const std::string& name);
    bool takes_any() const { return m_any == YesNo::yes; }
    bool knows(std::string_view name) const { return m_numbers.contains(name); }
    /// Ranks above this are refused.
    void refuse_ranks_above(int highest) { m_refused_above = highest; }
    /// Tables have this many columns of ranks at most.
    void limit_columns(int columns) { m_columns = columns; }
    int columns() const { return m_columns; }

    /// Keeps the ballots of each part of that kind ("precinct") by themselves as well.
    void keep_parts(std::string kind) { m_kept.insert(std::move(kind)); }

    /// Adds the ballot of a record. `where` says in what file and where in it.
    /// Errors: invalid (a candidate who is not known, a rank that cannot be).
    Result<void> add(std::vector<RecordedRank> ranks, std::string_view where,
                     const std::vector<PartName>& parts = {});

    /// The ballots so far; candidates taken as they came are put in the order of their names.
    Result<Election> take();

private:
    Result<Mark> mark_of(const std::string& name, std::string_view where);

    std::vector<std::string> m_names;
    std::map<std::string, Candidate, std::less<>> m_numbers;  // by any name
    YesNo m_any = YesNo::no;
    int m_refused_above = candidate_limit;
    int m_columns = candidate_limit;
    Ballots m_ballots;
    std::set<std::string> m_kept;
    std::map<PartName, Ballots> m_parts;
};

/// Reads the records of a source into a book. Errors: invalid (with file, line and column where there are
/// any), unsupported.
Result<void> read_records(const RecordSource& source, const std::vector<RecordFile>& files, RecordBook& book);

// One a form.
Result<void> read_ess(const RecordSource& source, const RecordFile& file, RecordBook& book);
Result<void> read_generic_csv(const RecordSource& source, const RecordFile& file, RecordBook& book);
Result<void> read_clear_ballot(const RecordSource& source, const RecordFile& file, RecordBook& book);
Result<void> read_cdf(const RecordSource& source, const RecordFile& file, RecordBook& book);
Result<void> read_hart(const RecordSource& source, const RecordFile& file, RecordBook& book);
Result<void> read_dominion(const RecordSource& source, const std::vector<RecordFile>& files,
                           RecordBook& book);

}  // namespace wallchart::tally
