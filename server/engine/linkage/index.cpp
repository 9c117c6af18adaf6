#include "engine/linkage/index.h"

#include <algorithm>

namespace wallchart::linkage {

Index::Index(std::unique_ptr<Values> values, std::vector<Record> records, const Model& model,
             unsigned threads)
    : m_values(std::move(values)),
      m_records(std::move(records)),
      m_removed(m_records.size()),
      m_frequencies(m_records, {.records = m_records.size()}),
      m_scorer(model, m_frequencies),
      m_met(m_records.size()) {
    m_blocks.build(*m_values, m_records, threads);
}

std::vector<Match> Index::find(const Record& record, double least) {
    m_blocks.find(*m_values, record, m_met);
    std::vector<Match> matches;
    for (auto row : m_met.rows) {
        if (m_removed[row]) continue;
        auto weight = m_scorer.weight(compare(*m_values, m_records[row], record));
        auto probability = probability_of(weight);
        if (probability >= least) matches.push_back({row, probability, weight});
    }
    std::ranges::sort(matches, [](const Match& a, const Match& b) {
        return a.weight != b.weight ? a.weight > b.weight : a.row < b.row;
    });
    return matches;
}

std::uint32_t Index::add(const Record& record) {
    auto row = static_cast<std::uint32_t>(m_records.size());
    m_records.push_back(record);
    m_removed.push_back(false);
    m_frequencies.count(record, false, 1);
    m_blocks.add(*m_values, record, row);
    return row;
}

void Index::remove(std::uint32_t row) {
    if (m_removed[row]) return;
    m_removed[row] = true;
    m_frequencies.count(m_records[row], false, -1);
}

void Index::replace(std::uint32_t row, const Record& record) {
    remove(row);
    // Found by what was known before, too: then the comparison tells.
    m_records[row] = record;
    m_removed[row] = false;
    m_frequencies.count(record, false, 1);
    m_blocks.add(*m_values, record, row);
}

}  // namespace wallchart::linkage
