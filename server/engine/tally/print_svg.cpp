// Rounds as columns of blocks, as tall as the votes, with bands for votes that stay and votes that move.
#include "core/text.h"
#include "engine/tally/print.h"

#include <algorithm>
#include <array>
#include <map>

namespace wallchart::tally {
namespace {

constexpr int column_width = 190;
constexpr int block_width = 16;
constexpr int margin = 24;
constexpr int head_height = 64;
constexpr int gap = 14;            // between blocks
constexpr int drawn_height = 420;  // of all votes together

// Colours that people who see red and green alike can tell apart (after Okabe and Ito).
constexpr std::array colors{"#0072b2", "#d55e00", "#009e73", "#cc79a7", "#b8860b",
                            "#56b4e9", "#7b4fa3", "#8c564b", "#5f7a1f", "#444f5a"};

/// A block: where it stands, and how far its sides are taken by bands.
struct Block {
    int top = 0;
    int height = 0;
    int left_used = 0;
    int right_used = 0;
};

class SvgPrinter {
public:
    explicit SvgPrinter(const Count& count) : m_count(count) {
        for (const auto& round : count.rounds) {
            Amount sum = round.exhausted;
            for (const auto& tally : round.tallies)
                sum += tally.value_or(0);
            m_most = std::max(m_most, sum);
        }
    }

    std::string print() {
        for (const auto& round : m_count.rounds)
            m_columns.push_back(place(round));
        for (std::size_t at = 0; at + 1 < m_count.rounds.size(); ++at)
            if (m_count.rounds[at].seat == m_count.rounds[at + 1].seat) bands(at);
        for (std::size_t at = 0; at < m_count.rounds.size(); ++at)
            blocks(at);
        auto width =
            std::to_string(margin * 2 + column_width * std::max<int>(1, static_cast<int>(m_columns.size())));
        auto height = std::to_string(m_bottom + margin);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height +
               "\" width=\"" + width + "\" height=\"" + height +
               "\" font-family=\"sans-serif\" font-size=\"12\" role=\"img\">\n<title>" +
               escape_html(m_count.title.empty() ? m_count.rule : m_count.title) +
               "</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n" +
               text(margin, 24, heading(), "16") + m_bands + m_blocks + "</svg>\n";
    }

private:
    std::string heading() const {
        auto heading = m_count.title.empty() ? m_count.rule : m_count.title + " (" + m_count.rule + ")";
        if (m_count.quota) heading += ", quota " + print_amount(*m_count.quota, m_count.digits, Zeros::trim);
        return heading;
    }

    int scaled(Amount votes) const {
        if (m_most <= 0 || votes <= 0) return 0;
        return static_cast<int>(multiply_divide(votes, drawn_height, m_most));
    }

    static int left(std::size_t column) { return margin + column_width * static_cast<int>(column); }

    static std::string text(int x, int y, const std::string& words, const std::string& size = "12") {
        return "<text x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\" font-size=\"" + size +
               "\" fill=\"#1f2933\">" + escape_html(words) + "</text>\n";
    }

    static std::string color(Candidate candidate) {
        return candidate < 0 ? "#9aa5b1" : colors[static_cast<std::size_t>(candidate) % colors.size()];
    }

    std::map<Candidate, Block> place(const Round& round) {
        std::vector<std::pair<Candidate, Amount>> order;
        for (std::size_t each = 0; each < round.tallies.size(); ++each)
            if (round.tallies[each].value_or(0) > 0)
                order.emplace_back(static_cast<Candidate>(each), *round.tallies[each]);
        std::ranges::stable_sort(order, std::greater<>{}, [](const auto& each) { return each.second; });
        if (round.exhausted > 0) order.emplace_back(nobody_exhausted, round.exhausted);
        std::map<Candidate, Block> column;
        int top = head_height;
        for (const auto& [candidate, votes] : order) {
            auto height = std::max(1, scaled(votes));
            column[candidate] = {top, height, 0, 0};
            top += std::max(height, 14) + gap;
        }
        m_bottom = std::max(m_bottom, top);
        return column;
    }

    void band(std::size_t at, Candidate from, Candidate to, Amount votes) {
        auto source = m_columns[at].find(from), target = m_columns[at + 1].find(to);
        auto height = std::max(1, scaled(votes));
        if (source == m_columns[at].end() || target == m_columns[at + 1].end() || votes <= 0) return;
        auto number = [](int value) { return std::to_string(value); };
        int x = left(at) + block_width, end = left(at + 1), middle = (x + end) / 2;
        int y = source->second.top + source->second.right_used,
            to_y = target->second.top + target->second.left_used;
        source->second.right_used += height;
        target->second.left_used += height;
        m_bands += "<path d=\"M" + number(x) + " " + number(y) + "C" + number(middle) + " " + number(y) +
                   " " + number(middle) + " " + number(to_y) + " " + number(end) + " " + number(to_y) + "v" +
                   number(height) + "C" + number(middle) + " " + number(to_y + height) + " " +
                   number(middle) + " " + number(y + height) + " " + number(x) + " " + number(y + height) +
                   "z\" fill=\"" + color(from) + "\" fill-opacity=\"0.35\"/>\n";
    }

    void bands(std::size_t at) {
        const auto& round = m_count.rounds[at];
        std::map<Candidate, Amount> stays;
        for (std::size_t each = 0; each < round.tallies.size(); ++each)
            stays[static_cast<Candidate>(each)] = round.tallies[each].value_or(0);
        stays[nobody_exhausted] = round.exhausted;
        for (const auto& each : round.transfers)
            stays[each.from] -= each.votes;
        for (const auto& [candidate, votes] : stays)
            band(at, candidate, candidate, votes);
        for (const auto& each : round.transfers)
            band(at, each.from, each.to == nobody_residual ? nobody_exhausted : each.to, each.votes);
    }

    void blocks(std::size_t at) {
        const auto& round = m_count.rounds[at];
        m_blocks += text(left(at), head_height - 14, "Round " + std::to_string(at + 1), "13");
        for (const auto& [candidate, block] : m_columns[at]) {
            auto votes =
                candidate < 0 ? round.exhausted : *round.tallies[static_cast<std::size_t>(candidate)];
            m_blocks += "<rect x=\"" + std::to_string(left(at)) + "\" y=\"" + std::to_string(block.top) +
                        "\" width=\"" + std::to_string(block_width) + "\" height=\"" +
                        std::to_string(block.height) + "\" fill=\"" + color(candidate) + "\"/>\n";
            auto label = std::string(first_characters(holder_name(m_count, candidate), 18)) + " " +
                         print_amount(votes, m_count.digits, Zeros::trim);
            if (std::ranges::find(round.elected, candidate) != round.elected.end()) label += " ✓";
            if (std::ranges::find(round.eliminated, candidate) != round.eliminated.end()) label += " ✗";
            m_blocks += text(left(at) + block_width + 4, block.top + 11, label);
        }
    }

    const Count& m_count;
    Amount m_most = 0;
    std::vector<std::map<Candidate, Block>> m_columns;
    std::string m_bands, m_blocks;
    int m_bottom = head_height;
};

}  // namespace

std::string print_svg(const Count& count) {
    return SvgPrinter(count).print();
}

}  // namespace wallchart::tally
