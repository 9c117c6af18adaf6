#include "engine/linkage/blocks.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <thread>

namespace wallchart::linkage {
namespace {

/// Neighbours on either side that are met in a block that stays too large.
constexpr std::size_t window = 4;

}  // namespace

void SortedKeys::build(std::vector<Unsorted>& entries, std::span<const std::uint64_t> order) {
    std::ranges::sort(entries, [&](const Unsorted& a, const Unsorted& b) {
        if (a.high != b.high) return a.high < b.high;
        if (a.low != b.low) return a.low < b.low;
        if (!order.empty() && order[a.row] != order[b.row]) return order[a.row] < order[b.row];
        return a.row < b.row;
    });
    m_bits = std::clamp<unsigned>(static_cast<unsigned>(std::bit_width(entries.size())), 1, 28);
    m_directory.assign((std::size_t{1} << m_bits) + 1, 0);
    m_entries.resize(entries.size());
    // A hash is known by its first bits and the 32 after them; two of one place and tag are taken for one,
    // which costs a comparison and nothing else.
    for (std::size_t at = 0; at < entries.size(); ++at) {
        m_entries[at] = {static_cast<std::uint32_t>((entries[at].hash() << m_bits) >> 32U), entries[at].row};
        ++m_directory[(entries[at].hash() >> (64 - m_bits)) + 1];
    }
    for (std::size_t at = 1; at < m_directory.size(); ++at)
        m_directory[at] += m_directory[at - 1];
}

std::span<const SortedKeys::Entry> SortedKeys::find(std::uint64_t hash) const {
    if (m_entries.empty()) return {};
    auto place = hash >> (64 - m_bits);
    auto tag = static_cast<std::uint32_t>((hash << m_bits) >> 32U);
    auto from = m_entries.begin() + m_directory[place];
    auto to = m_entries.begin() + m_directory[place + 1];
    if (to - from < 12) {
        while (from != to && from->tag != tag)
            ++from;
        auto end = from;
        while (end != to && end->tag == tag)
            ++end;
        return {from, end};
    }
    auto found = std::equal_range(from, to, Entry{tag, 0},
                                  [](const Entry& a, const Entry& b) { return a.tag < b.tag; });
    return {found.first, found.second};
}

void SortedKeys::prefetch(std::uint64_t hash, bool entries) const {
    if (m_entries.empty()) return;
    const auto* place = m_directory.data() + (hash >> (64 - m_bits));
    if (entries) {
        __builtin_prefetch(m_entries.data() + *place);
    } else {
        __builtin_prefetch(place);
    }
}

std::size_t Blocks::block_limit(std::size_t records) {
    auto n = static_cast<double>(std::max<std::size_t>(records, 1));
    // Of a list of millions, memory is ever slower to reach: the work for each record shrinks to make up for
    // it.
    auto least = std::max(12 * std::pow(std::max(n / 1e6, 1.0), -0.4), 6.0);
    return static_cast<std::size_t>(std::lround(std::clamp(8000 / std::sqrt(n), least, 200.0)));
}

void Blocks::build(const Values& values, std::span<const Record> records, unsigned threads) {
    m_limit = block_limit(records.size());
    m_rows = records.size();
    m_later.clear();
    m_order.resize(records.size());
    for (std::size_t row = 0; row < records.size(); ++row)
        m_order[row] = sort_key(values, records[row]);
    std::array<std::vector<SortedKeys::Unsorted>, pass_count> entries;
    std::array<std::size_t, pass_count> counts{};
    std::vector<BlockKey> keys;
    auto each_key = [&](auto each) {
        for (std::uint32_t row = 0; row < records.size(); ++row) {
            keys.clear();
            block_keys(values, records[row], keys);
            for (const auto& key : keys)
                each(key, row);
        }
    };
    // Counted first: vectors that grow would take twice the memory.
    each_key([&](const BlockKey& key, std::uint32_t) { ++counts[key.pass]; });
    for (std::size_t pass = 0; pass < pass_count; ++pass)
        entries[pass].reserve(counts[pass]);
    each_key([&](const BlockKey& key, std::uint32_t row) { entries[key.pass].emplace_back(key.hash, row); });
    auto work = [&](std::size_t first) {
        for (auto pass = first; pass < pass_count; pass += threads) {
            m_passes[pass].build(entries[pass], {});
            entries[pass] = {};
        }
    };
    std::vector<std::jthread> others;
    for (unsigned at = 1; at < threads; ++at)
        others.emplace_back(work, at);
    work(0);
    others.clear();
    refine(values, records);
}

void Blocks::refine(const Values& values, std::span<const Record> records) {
    std::vector<SortedKeys::Unsorted> entries;
    std::vector<BlockKey> keys;
    for (std::uint32_t row = 0; row < records.size(); ++row) {
        keys.clear();
        block_keys(values, records[row], keys);
        auto parts = part_keys(values, records[row]);
        for (const auto& key : keys) {
            if (m_passes[key.pass].find(key.hash).size() <= m_limit) continue;
            for (std::size_t part = 0; part < part_count; ++part)
                if (parts[part] != 0 && is_parted(key.pass, part))
                    entries.emplace_back(hash_of(key.hash, hash_of(part, parts[part])), row);
        }
    }
    m_refined.build(entries, m_order);
}

void Blocks::add(const Values& values, const Record& record, std::uint32_t row) {
    std::vector<BlockKey> keys;
    block_keys(values, record, keys);
    for (const auto& key : keys)
        m_later[key.hash].push_back(row);
    m_rows = std::max<std::size_t>(m_rows, row + 1);
}

void Blocks::Met::begin(std::size_t count) {
    if (m_seen.size() < count) m_seen.resize(count, 0);
    rows.clear();
    m_keys.clear();
    if (++m_round == 0) {
        std::ranges::fill(m_seen, 0);
        m_round = 1;
    }
}

void Blocks::near(std::span<const SortedKeys::Entry> block, std::uint64_t key, Met& met) const {
    auto place = std::ranges::lower_bound(block, key, {},
                                          [&](const SortedKeys::Entry& entry) { return m_order[entry.row]; });
    auto at = static_cast<std::size_t>(place - block.begin());
    for (auto other = at - std::min(at, window); other < std::min(block.size(), at + window); ++other)
        met.meet(block[other].row);
}

void Blocks::find(const Values& values, const Record& record, Met& met) const {
    met.begin(m_rows);
    block_keys(values, record, met.m_keys);
    auto parts = part_keys(values, record);
    auto order = sort_key(values, record);
    for (const auto& key : met.m_keys)
        m_passes[key.pass].prefetch(key.hash, false);
    for (const auto& key : met.m_keys)
        m_passes[key.pass].prefetch(key.hash, true);
    for (const auto& key : met.m_keys) {
        if (!m_later.empty()) {
            if (auto later = m_later.find(key.hash); later != m_later.end())
                for (std::size_t at = 0; at < std::min(later->second.size(), m_limit * 2); ++at)
                    met.meet(later->second[later->second.size() - 1 - at]);
        }
        auto block = m_passes[key.pass].find(key.hash);
        if (block.size() <= m_limit) {
            for (const auto& entry : block)
                met.meet(entry.row);
            continue;
        }
        for (std::size_t part = 0; part < part_count; ++part) {
            if (parts[part] == 0 || !is_parted(key.pass, part)) continue;
            auto smaller = m_refined.find(hash_of(key.hash, hash_of(part, parts[part])));
            if (smaller.size() <= m_limit) {
                for (const auto& entry : smaller)
                    met.meet(entry.row);
            } else if (has_window(key.pass)) {
                near(smaller, order, met);
            }
        }
    }
}

}  // namespace wallchart::linkage
