#include "engine/tally/read_csv.h"

#include "core/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace wallchart::tally {
namespace {

constexpr std::array passed_over{
    "id",       "ballot",   "ballot id", "ballot_id",        "voter",       "voter id",
    "cvr",      "cvr id",   "precinct",  "precinct_id",      "precinct id", "batch",
    "batch_id", "batch id", "ballot #",  "cast vote record", "response id", "date"};
constexpr std::array weights{"weight", "count", "ballots", "number of ballots"};

/// Whether a text that was read as Windows-1252 has characters that are UTF-8 ("JosÃ©"): its file has both.
bool has_both_encodings(std::string_view text) {
    for (std::size_t at = 0; at + 2 < text.size(); ++at) {
        bool lead = text.substr(at, 2) == "\u00c3" || text.substr(at, 2) == "\u00c2";
        if (lead && static_cast<unsigned char>(text[at + 2]) >= 0x80) return true;
    }
    return false;
}

class TableReader {
public:
    TableReader(CsvReader& reader, BallotKind kind, int first_column)
        : m_reader(reader),
          m_kind(kind),
          m_first_column(static_cast<std::size_t>(std::max(first_column, 1))),
          m_all_from_first(first_column > 0) {
        m_election.ballots = Ballots(kind);
    }

    Result<Election> read() {
        if (!m_reader.next(m_row)) return failure(ErrorKind::invalid, "Line 1, column 1: the file is empty.");
        TRY(check_row());
        TRY(read_heading());
        std::size_t rows = 0;
        while (m_reader.next(m_row)) {
            TRY(check_row());
            TRY(m_kind == BallotKind::ranked ? read_ranks() : read_scores());
            ++rows;
        }
        if (rows == 0) return failure(ErrorKind::invalid, "There is a heading, and no ballot.");
        return std::move(m_election);
    }

private:
    std::unexpected<Error> fault(std::size_t column, std::string_view what) const {
        return failure(ErrorKind::invalid, "Line " + std::to_string(m_row.line) + ", column " +
                                               std::to_string(column + 1) + ": " + std::string(what));
    }

    Result<void> check_row() const {
        if (!m_row.fault.empty()) return fault(0, m_row.fault);
        if (m_columns.empty() || m_row.cells.size() == m_width) return {};
        return fault(std::min(m_row.cells.size(), m_width),
                     "the row has " + std::to_string(m_row.cells.size()) + " cells, and the heading " +
                         std::to_string(m_width) + ".");
    }

    Result<void> read_heading() {
        m_width = m_row.cells.size();
        for (std::size_t column = 0; column < m_width; ++column) {
            auto name = trim(m_row.cells[column]);
            auto folded = fold(name);
            if (std::ranges::find(weights, folded) != weights.end()) {
                m_weight_column = column;
            } else if (column + 1 >= m_first_column &&
                       (m_all_from_first || std::ranges::find(passed_over, folded) == passed_over.end())) {
                if (name.empty()) return fault(column, "this column has no heading.");
                if (m_reader.encoding() == Encoding::windows_1252 && has_both_encodings(name))
                    return fault(column, "the file mixes two encodings. Save it as UTF-8.");
                m_columns.push_back(column);
                m_election.candidates.emplace_back(name);
            }
        }
        if (m_columns.empty()) return fault(0, "no column is that of a candidate.");
        if (m_columns.size() > candidate_limit) return fault(0, "there are more than 2,000 candidates.");
        return {};
    }

    /// A whole number in a cell; nothing where it is empty.
    Result<std::optional<std::int64_t>> number(std::size_t column, std::int64_t from, std::int64_t to) const {
        auto text = trim(m_row.cells[column]);
        if (text.empty()) return std::nullopt;
        std::int64_t value = 0;
        auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc{} || end != text.data() + text.size())
            return fault(column, "\"" + std::string(first_characters(text, 40)) +
                                     "\" stands where a whole number is expected.");
        if (value < from || value > to)
            return fault(column, std::to_string(value) + " is not from " + std::to_string(from) + " to " +
                                     std::to_string(to) + ".");
        return value;
    }

    Result<std::int64_t> weight() const {
        if (m_weight_column == no_column) return 1;
        auto value = TRY(number(m_weight_column, 1, votes_limit));
        if (!value) return fault(m_weight_column, "this row does not say how many ballots it is.");
        return *value;
    }

    Result<void> read_ranks() {
        m_ranked.clear();
        for (std::size_t at = 0; at < m_columns.size(); ++at)
            if (auto rank = TRY(number(m_columns[at], 1, static_cast<std::int64_t>(candidate_limit))))
                m_ranked.emplace_back(*rank, static_cast<Mark>(at));
        std::ranges::sort(m_ranked);
        m_marks.clear();
        std::int64_t last = 0;
        for (const auto& [rank, candidate] : m_ranked) {
            if (rank == last) {
                m_marks.push_back(static_cast<Mark>(candidate | same_rank));
                continue;
            }
            m_marks.insert(m_marks.end(), static_cast<std::size_t>(rank - last - 1), skipped_rank);
            m_marks.push_back(candidate);
            last = rank;
        }
        return m_election.ballots.add(m_marks, TRY(weight()));
    }

    Result<void> read_scores() {
        m_marks.clear();
        for (auto column : m_columns) {
            auto score = TRY(number(column, 0, highest_score));
            m_marks.push_back(score ? static_cast<Mark>(*score) : no_score);
        }
        return m_election.ballots.add(m_marks, TRY(weight()));
    }

    static constexpr std::size_t no_column = ~std::size_t{0};

    CsvReader& m_reader;
    BallotKind m_kind;
    std::size_t m_first_column;
    bool m_all_from_first;
    Election m_election;
    CsvRow m_row;
    std::size_t m_width = 0;
    std::vector<std::size_t> m_columns;  // of the candidates
    std::size_t m_weight_column = no_column;
    std::vector<std::pair<std::int64_t, Mark>> m_ranked;
    std::vector<Mark> m_marks;
};

}  // namespace

Result<Election> read_csv(CsvReader& reader, BallotKind kind, int first_column) {
    return TableReader(reader, kind, first_column).read();
}

}  // namespace wallchart::tally
