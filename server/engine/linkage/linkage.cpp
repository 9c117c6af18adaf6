#include "engine/linkage/linkage.h"

#include "engine/linkage/clusters.h"
#include "engine/linkage/learn.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <mutex>
#include <thread>

namespace wallchart::linkage {
namespace {

constexpr std::uint32_t rows_at_once = 4096;
// Records are asked of the memory so many comparisons before they are needed.
constexpr std::size_t prefetched = 4;
// Pairs whose odds are below 2 to the minus this add nothing to what is expected.
constexpr double hopeless = 25;

struct Found {
    std::vector<ScoredPair> pairs;
    double expected = 0;  // matches among all that were compared
    std::uint64_t compared = 0;
};

/// Compares every record with those before it that it meets. Each thread takes the next rows; what it finds
/// is put together in the order of the rows.
class Comparing {
public:
    Comparing(const Values& values, std::span<const Record> records, const Blocks& blocks,
              const Scorer& scorer, Scope scope, const Options& options)
        : m_values(values),
          m_records(records),
          m_blocks(blocks),
          m_scorer(scorer),
          m_scope(scope),
          m_options(options),
          m_parts((records.size() + rows_at_once - 1) / rows_at_once) {}

    Found run() {
        {
            std::vector<std::jthread> others;
            for (unsigned at = 1; at < m_options.threads; ++at)
                others.emplace_back([this] { work(); });
            work();
        }
        Found all;
        std::size_t count = 0;
        for (const auto& part : m_parts)
            count += part.pairs.size();
        all.pairs.reserve(count);
        for (auto& part : m_parts) {
            all.pairs.insert(all.pairs.end(), part.pairs.begin(), part.pairs.end());
            all.expected += part.expected;
            all.compared += part.compared;
            part.pairs = {};
        }
        std::ranges::sort(all.pairs, [](const ScoredPair& a, const ScoredPair& b) {
            return a.left != b.left ? a.left < b.left : a.right < b.right;
        });
        return all;
    }

private:
    void work() {
        Blocks::Met met(m_records.size());
        for (;;) {
            auto part = m_next.fetch_add(1);
            if (part >= m_parts.size()) return;
            auto from = static_cast<std::uint32_t>(part * rows_at_once);
            auto to = std::min(from + rows_at_once, static_cast<std::uint32_t>(m_records.size()));
            for (auto row = from; row < to; ++row)
                compare_row(row, met, m_parts[part]);
            auto done = m_done.fetch_add(1) + 1;
            if (!m_options.progress) continue;
            std::scoped_lock lock(m_progress);
            m_options.progress(Stage::comparing,
                               static_cast<double>(done) / static_cast<double>(m_parts.size()));
        }
    }

    void compare_row(std::uint32_t row, Blocks::Met& met, Found& found) {
        const auto& record = m_records[row];
        m_blocks.find(m_values, record, met);
        for (std::size_t at = 0; at < met.rows.size(); ++at) {
            auto other = met.rows[at];
            if (at + prefetched < met.rows.size()) {
                const auto* next = reinterpret_cast<const char*>(&m_records[met.rows[at + prefetched]]);
                __builtin_prefetch(next);
                __builtin_prefetch(next + 64);
            }
            if (other >= row || (m_scope.both_lists() && (other < m_scope.left) == (row < m_scope.left)))
                continue;
            ++found.compared;
            auto odds = m_scorer.odds(compare(m_values, m_records[other], record));
            if (odds.same < std::max({odds.unrelated, odds.relatives, odds.namesakes}) - hopeless) continue;
            auto weight = odds.weight();
            auto probability = probability_of(weight);
            found.expected += probability;
            if (probability >= least_probability)
                found.pairs.push_back({other, row, static_cast<float>(weight)});
        }
    }

    const Values& m_values;
    std::span<const Record> m_records;
    const Blocks& m_blocks;
    const Scorer& m_scorer;
    Scope m_scope;
    const Options& m_options;
    std::vector<Found> m_parts;
    std::atomic<std::size_t> m_next = 0;
    std::atomic<std::size_t> m_done = 0;
    std::mutex m_progress;
};

/// What is expected of the pairs from some weight on.
struct Prospect {
    double threshold = 0.5;
    double precision = 1;
    double recall = 1;
    double f1() const { return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0; }
};

// A wrong merge harms more than a missed one: from the threshold of the highest expected F1 upwards, so much
// recall is given away as long as precision is below what is wanted.
constexpr double recall_for_precision = 0.03;
constexpr double precision_wanted = 0.9995;

/// What is expected at each weight that a pair has, from the highest down.
std::vector<Prospect> prospects_of(std::span<const ScoredPair> pairs, double expected) {
    std::vector<float> weights;
    for (const auto& pair : pairs)
        weights.push_back(pair.weight);
    std::ranges::sort(weights, std::greater<>{});
    std::vector<Prospect> prospects;
    double found = 0;
    for (std::size_t at = 0; at < weights.size(); ++at) {
        found += probability_of(weights[at]);
        if (at + 1 < weights.size() && weights[at + 1] == weights[at]) continue;
        prospects.push_back({probability_of(weights[at]), found / static_cast<double>(at + 1),
                             found / std::max(expected, found)});
    }
    return prospects;
}

void choose_threshold(Linkage& linkage, double expected, std::optional<double> threshold) {
    auto prospects = prospects_of(linkage.pairs, expected);
    Prospect chosen;
    if (threshold) {
        chosen.threshold = *threshold;
        chosen.recall = prospects.empty() ? 1 : 0;
        for (const auto& prospect : prospects) {
            if (prospect.threshold < *threshold) break;
            chosen.precision = prospect.precision;
            chosen.recall = prospect.recall;
        }
    } else if (!prospects.empty()) {
        auto best =
            std::ranges::max_element(prospects, {}, [](const Prospect& prospect) { return prospect.f1(); });
        auto least = best->recall - recall_for_precision;
        auto at = best;
        while (at != prospects.begin() && at->precision < precision_wanted && std::prev(at)->recall >= least)
            --at;
        chosen = *at;
        // In six digits, as it is printed, so that whoever compares with it takes the same pairs.
        chosen.threshold = std::floor(chosen.threshold * 1e6) / 1e6;
    }
    linkage.threshold = chosen.threshold;
    linkage.precision = chosen.precision;
    linkage.recall = chosen.recall;
}

}  // namespace

Linkage link(const Values& values, std::span<const Record> records, Scope scope, const Options& options) {
    auto tell = [&](Stage stage) {
        if (options.progress) options.progress(stage, 0);
    };
    Linkage linkage;
    scope.records = records.size();
    Frequencies frequencies(records, scope);
    tell(Stage::blocking);
    Blocks blocks;
    blocks.build(values, records, options.threads);
    tell(Stage::learning);
    linkage.model =
        options.model ? *options.model : learn({values, records, frequencies, blocks, options.threads});
    tell(Stage::comparing);
    Scorer scorer(linkage.model, frequencies);
    auto found = Comparing(values, records, blocks, scorer, scope, options).run();
    linkage.pairs = std::move(found.pairs);
    linkage.compared = found.compared;
    choose_threshold(linkage, found.expected, options.threshold);
    tell(Stage::clustering);
    linkage.clusters = form_clusters(records.size(), linkage.pairs, linkage.threshold, [&](auto a, auto b) {
        return scorer.weight(compare(values, records[a], records[b]));
    });
    return linkage;
}

}  // namespace wallchart::linkage
