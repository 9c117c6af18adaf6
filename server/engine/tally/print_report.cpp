#include "core/text.h"
#include "engine/tally/print.h"
#include "engine/tally/ties.h"

#include <algorithm>

namespace wallchart::tally {
namespace {

constexpr std::size_t name_width_limit = 40;

class ReportPrinter {
public:
    explicit ReportPrinter(const Count& count) : m_count(count) {
        for (const auto& name : count.candidates)
            m_width = std::max(m_width, std::min(length(name), name_width_limit));
    }

    std::string print() {
        head();
        for (std::size_t at = 0; at < m_count.rounds.size(); ++at)
            round(at);
        line(m_count.elected.empty() ? "Nobody is elected." : "Elected, in order:");
        for (std::size_t at = 0; at < m_count.elected.size(); ++at)
            line("  " + std::to_string(at + 1) + ". " + name(m_count.elected[at]));
        for (const auto& sentence : m_count.outcome)
            line(sentence);
        line("");
        line("Fingerprint of the ballots: " + m_count.fingerprint);
        return std::move(m_out);
    }

private:
    void line(const std::string& text) { m_out += text + "\n"; }
    std::string name(Candidate candidate) const { return std::string(holder_name(m_count, candidate)); }
    std::string votes(Amount value) const { return print_amount(value, m_count.digits, m_count.zeros); }

    void head() {
        if (!m_count.title.empty()) {
            line(m_count.title);
            line(std::string(length(m_count.title), '='));
        }
        line("Rule: " + m_count.rule + ". Seats: " + std::to_string(m_count.seats) +
             ". Candidates: " + std::to_string(m_count.candidates.size()) + ".");
        line("Ballots: " + std::to_string(m_count.valid) + " valid, " + std::to_string(m_count.invalid) +
             " invalid, " + std::to_string(m_count.exhausted_at_start) + " without a choice that counts.");
        if (!m_count.withdrawn.empty())
            line("Withdrawn or excluded: " + list_names(m_count.candidates, m_count.withdrawn) + ".");
        if (m_count.quota) line("Quota or threshold: " + votes(*m_count.quota) + ".");
        std::string options;
        for (const auto& [key, value] : m_count.options)
            if (!value.empty()) options += (options.empty() ? "" : ", ") + key + "=" + value;
        if (!options.empty()) line("Options: " + options + ".");
        line("");
    }

    std::string padded(const std::string& text) const {
        auto missing = m_width - std::min(m_width, length(text));
        return text + std::string(missing, ' ');
    }

    void tally_line(const std::string& who, Amount value, const std::string& note) {
        auto number = votes(value);
        auto pad = number.size() < 16 ? std::string(16 - number.size(), ' ') : std::string();
        line("  " + padded(who) + pad + number + note);
    }

    void round(std::size_t at) {
        const auto& round = m_count.rounds[at];
        line("Round " + std::to_string(at + 1) +
             (round.seat > 0 ? ", seat " + std::to_string(round.seat) : ""));
        std::vector<Candidate> order;
        for (std::size_t each = 0; each < round.tallies.size(); ++each)
            if (round.tallies[each]) order.push_back(static_cast<Candidate>(each));
        auto tally = [&](Candidate each) { return *round.tallies[static_cast<std::size_t>(each)]; };
        std::ranges::stable_sort(order, std::greater<>{}, tally);
        auto among = [](const std::vector<Candidate>& list, Candidate each) {
            return std::ranges::find(list, each) != list.end();
        };
        for (auto each : order)
            tally_line(name(each), tally(each),
                       among(round.elected, each)      ? "  elected"
                       : among(round.eliminated, each) ? "  eliminated"
                                                       : "");
        if (round.exhausted != 0) tally_line("(exhausted)", round.exhausted, "");
        if (round.quota && round.quota != m_count.quota)
            line("  Quota of this round: " + votes(*round.quota));
        for (const auto& decision : round.decisions)
            line("  " + decision.text + " [" + decision.clause + "]");
        for (const auto& tie : round.ties)
            line("  Tie between " + list_names(m_count.candidates, tie.candidates) + ": " + name(tie.chosen) +
                 ". " + tie.how);
        transfers(round);
        line("");
    }

    void transfers(const Round& round) {
        Candidate from = -3;
        std::string text;
        for (const auto& each : round.transfers) {
            if (each.from != from) {
                if (!text.empty()) line(text + ".");
                text = "  From " + name(each.from) + ":";
                from = each.from;
            } else {
                text += ",";
            }
            text += " " + votes(each.votes) + " to " + name(each.to);
        }
        if (!text.empty()) line(text + ".");
    }

    const Count& m_count;
    std::size_t m_width = 12;
    std::string m_out;
};

}  // namespace

std::string print_report(const Count& count) {
    return ReportPrinter(count).print();
}

}  // namespace wallchart::tally
