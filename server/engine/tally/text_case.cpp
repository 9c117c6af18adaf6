#include "engine/tally/text_case.h"

#include "core/text.h"
#include "engine/tally/print.h"
#include "engine/tally/read_blt.h"
#include "engine/tally/rules.h"
#include "engine/tally/ties.h"

#include <algorithm>
#include <charconv>

namespace wallchart::tally {
namespace {

class CaseReader {
public:
    Result<std::vector<TextCase>> read(std::string_view text) {
        for (auto line : split(text, '\n')) {
            ++m_line;
            TRY(read_line(line));
        }
        TRY(end_case());
        return std::move(m_cases);
    }

private:
    std::unexpected<Error> fault(std::string_view what) const {
        return failure(ErrorKind::invalid, "Line " + std::to_string(m_line) + ": " + std::string(what));
    }

    Result<void> read_line(std::string_view line) {
        if (line.starts_with("=== ")) {
            TRY(end_case());
            m_case.emplace();
            m_case->name = trim(line.substr(4));
            return {};
        }
        if (!m_case) {
            if (line.empty() || line.starts_with('#')) return {};
            return fault("a case begins with a line \"=== name\".");
        }
        if (line.starts_with("  ")) return read_block(line.substr(2));
        if (trim(line).empty() || line.starts_with('#')) return {};
        auto colon = line.find(':');
        if (colon == std::string_view::npos) return fault("a line has the form \"key: value\".");
        return read_key(trim(line.substr(0, colon)), trim(line.substr(colon + 1)));
    }

    Result<void> read_key(std::string_view key, std::string_view value) {
        m_block = key;
        if (key == "rule") {
            m_case->rule = value;
        } else if (key == "seats") {
            m_case->election.seats = static_cast<int>(TRY(number(value)));
        } else if (key == "option") {
            auto equals = value.find('=');
            if (equals == std::string_view::npos) return fault("an option has the form key=value.");
            m_case->options.set(value.substr(0, equals), value.substr(equals + 1));
        } else if (key == "candidates") {
            for (auto name : split(value, ','))
                candidate(trim(name));
        } else if (key == "withdrawn" || key == "drawn") {
            auto& list = key == "drawn" ? m_case->election.tie_order : m_case->election.withdrawn;
            for (auto name : split(value, ','))
                list.push_back(candidate(trim(name)));
        } else if (key == "scores") {
            m_case->election.ballots = Ballots(BallotKind::scored);
        } else if (key != "ballots" && key != "blt" && key != "counted") {
            return fault("the key \"" + std::string(key) + "\" is not known.");
        }
        return {};
    }

    Result<void> read_block(std::string_view line) {
        if (m_block == "counted") {
            m_case->expected += std::string(line) + "\n";
        } else if (m_block == "blt") {
            m_blt += std::string(line) + "\n";
        } else if (m_block == "ballots") {
            return read_ranking(line);
        } else if (m_block == "scores") {
            return read_scores(line);
        } else {
            return fault("an indented line belongs to ballots, scores, blt or counted.");
        }
        return {};
    }

    Result<std::int64_t> number(std::string_view text) const {
        std::int64_t value = 0;
        auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc{} || end != text.data() + text.size())
            return fault("a whole number is expected.");
        return value;
    }

    Candidate candidate(std::string_view name) {
        if (auto found = find_candidate(m_case->election, name)) return *found;
        m_case->election.candidates.emplace_back(name);
        return static_cast<Candidate>(m_case->election.candidates.size() - 1);
    }

    Result<void> read_ranking(std::string_view line) {
        auto colon = line.find(':');
        if (colon == std::string_view::npos) return fault("ballots have the form \"4: Castor > Pollux\".");
        auto weight = TRY(number(trim(line.substr(0, colon))));
        std::vector<Mark> marks;
        auto rest = trim(line.substr(colon + 1));
        if (rest != "nobody") {
            for (auto rank : split(rest, '>')) {
                Mark joined = 0;
                for (auto name : split(rank, '=')) {
                    auto mark = trim(name) == "-" ? skipped_rank : static_cast<Mark>(candidate(trim(name)));
                    marks.push_back(static_cast<Mark>(mark | joined));
                    joined = same_rank;
                }
            }
        }
        return m_case->election.ballots.add(marks, weight);
    }

    /// Scores wait until all candidates are known.
    Result<void> read_scores(std::string_view line) {
        auto colon = line.find(':');
        if (colon == std::string_view::npos) return fault("scores have the form \"3: Castor 5, Pollux 0\".");
        Scored scored {
            TRY(number(trim(line.substr(0, colon))))
            , {}
        };
        for (auto part : split(line.substr(colon + 1), ',')) {
            auto text = trim(part);
            auto blank = text.rfind(' ');
            if (blank == std::string_view::npos) return fault("a score has the form \"Castor 5\".");
            auto score = TRY(number(text.substr(blank + 1)));
            if (score < 0 || score > highest_score) return fault("this score is too high.");
            scored.scores.emplace_back(candidate(trim(text.substr(0, blank))), static_cast<Mark>(score));
        }
        m_scored.push_back(std::move(scored));
        return {};
    }

    Result<void> end_case() {
        m_block.clear();
        if (!m_case) return {};
        for (const auto& each : m_scored) {
            std::vector<Mark> marks(m_case->election.candidates.size(), no_score);
            for (const auto& [candidate, score] : each.scores)
                marks[static_cast<std::size_t>(candidate)] = score;
            TRY(m_case->election.ballots.add(marks, each.weight));
        }
        m_scored.clear();
        if (!m_blt.empty()) {
            auto election = read_blt(m_blt);
            if (election) {
                m_case->election = std::move(*election);
            } else {
                m_case->refused = election.error().message;
            }
            m_blt.clear();
        }
        m_cases.push_back(std::move(*m_case));
        m_case.reset();
        return {};
    }

    struct Scored {
        std::int64_t weight = 0;
        std::vector<std::pair<Candidate, Mark>> scores;
    };

    std::size_t m_line = 0;
    std::vector<TextCase> m_cases;
    std::optional<TextCase> m_case;
    std::string m_block;
    std::string m_blt;
    std::vector<Scored> m_scored;
};

std::string print_round(const Count& count, std::size_t at) {
    const auto& round = count.rounds[at];
    auto votes = [&](Amount value) { return print_amount(value, count.digits, count.zeros); };
    std::string text = std::to_string(at + 1) + ":", between = " ";
    for (std::size_t each = 0; each < round.tallies.size(); ++each)
        if (round.tallies[each]) {
            text += between + count.candidates[each] + " " + votes(*round.tallies[each]);
            between = ", ";
        }
    if (round.exhausted != 0) text += "; exhausted " + votes(round.exhausted);
    if (!round.elected.empty()) text += "; elected " + list_names(count.candidates, round.elected);
    if (!round.eliminated.empty()) text += "; eliminated " + list_names(count.candidates, round.eliminated);
    text += "\n";
    for (const auto& tie : round.ties)
        text += "   tie " + list_names(count.candidates, tie.candidates) + ": " +
                count.candidates[static_cast<std::size_t>(tie.chosen)] + ". " + tie.how + "\n";
    for (const auto& move : round.transfers)
        text += "   " + votes(move.votes) + " from " + std::string(holder_name(count, move.from)) + " to " +
                std::string(holder_name(count, move.to)) + "\n";
    return text;
}

}  // namespace

Result<std::vector<TextCase>> read_cases(std::string_view text) {
    return CaseReader().read(text);
}

std::string print_case(const TextCase& each) {
    if (!each.refused.empty()) return "refused: " + each.refused + "\n";
    auto counted = count(each.election, each.rule, each.options);
    if (!counted) return "refused: " + counted.error().message + "\n";
    std::string text = std::to_string(counted->valid) + " valid";
    if (counted->invalid > 0) text += ", " + std::to_string(counted->invalid) + " invalid";
    if (counted->exhausted_at_start > 0)
        text += ", " + std::to_string(counted->exhausted_at_start) + " without a choice";
    if (counted->quota) text += "; quota " + print_amount(*counted->quota, counted->digits, counted->zeros);
    text += "\n";
    for (std::size_t at = 0; at < counted->rounds.size(); ++at)
        text += print_round(*counted, at);
    text += counted->elected.empty() ? "nobody elected"
                                     : "elected: " + list_names(counted->candidates, counted->elected);
    text += "\n";
    for (const auto& sentence : counted->outcome)
        text += sentence + "\n";
    return text;
}

}  // namespace wallchart::tally
