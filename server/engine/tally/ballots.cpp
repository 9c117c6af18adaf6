#include "engine/tally/ballots.h"

#include "core/random.h"

#include <algorithm>

namespace wallchart::tally {
namespace {

std::uint64_t hash_of(std::span<const Mark> marks, std::uint64_t seed) {
    auto hash = seed ^ (marks.size() * 0x9e3779b97f4a7c15ULL);
    for (auto mark : marks) {
        hash = (hash ^ mark) * 0xff51afd7ed558ccdULL;
        hash ^= hash >> 32U;
    }
    return hash;
}

void append_hexadecimal(std::string& out, std::uint64_t value) {
    for (int shift = 60; shift >= 0; shift -= 4)
        out += "0123456789abcdef"[(value >> static_cast<unsigned>(shift)) & 15U];
}

}  // namespace

Ballots::Ballots(BallotKind kind) : m_kind(kind), m_ends{0}, m_table(1024) {}

Result<void> Ballots::add(std::span<const Mark> marks, std::int64_t weight) {
    if (weight > votes_limit - m_total)
        return failure(ErrorKind::too_large, "There are more than 1,000,000,000,000 ballots.");
    m_total += weight;
    auto hash = static_cast<std::uint32_t>(hash_of(marks, 0) >> 16U);
    auto mask = m_table.size() - 1;
    for (auto place = hash & mask;; place = (place + 1) & mask) {
        auto entry = m_table[place];
        if (entry == 0) {
            if (m_marks.size() + marks.size() > marks_limit)
                return failure(ErrorKind::too_large,
                               "The ballots are marked in more different ways than fit in memory.");
            m_table[place] = static_cast<std::uint32_t>(m_weights.size() + 1);
            break;
        }
        if (m_hashes[entry - 1] == hash && std::ranges::equal(this->marks(entry - 1), marks)) {
            m_weights[entry - 1] += weight;
            return {};
        }
    }
    m_plain = m_plain && is_plain(marks);
    m_marks.insert(m_marks.end(), marks.begin(), marks.end());
    m_ends.push_back(static_cast<std::uint32_t>(m_marks.size()));
    m_weights.push_back(weight);
    m_hashes.push_back(hash);
    if (m_weights.size() * 2 > m_table.size()) grow();
    return {};
}

void Ballots::grow() {
    m_table.assign(m_table.size() * 4, 0);
    auto mask = m_table.size() - 1;
    for (std::size_t ballot = 0; ballot < m_hashes.size(); ++ballot) {
        auto place = m_hashes[ballot] & mask;
        while (m_table[place] != 0)
            place = (place + 1) & mask;
        m_table[place] = static_cast<std::uint32_t>(ballot + 1);
    }
}

bool Ballots::is_plain(std::span<const Mark> marks) {
    auto ballot = static_cast<std::uint32_t>(m_weights.size() + 1);
    for (auto mark : marks) {
        if (mark >= overvoted_rank) return false;
        if (mark >= m_seen.size()) m_seen.resize(mark + 1U);
        if (m_seen[mark] == ballot) return false;
        m_seen[mark] = ballot;
    }
    return true;
}

std::string Ballots::fingerprint() const {
    // A sum does not depend on the order of what is added.
    std::uint64_t first = m_kind == BallotKind::ranked ? 0 : 1, second = static_cast<std::uint64_t>(m_total);
    for (std::size_t ballot = 0; ballot < size(); ++ballot) {
        auto count = static_cast<std::uint64_t>(m_weights[ballot]);
        first += Random::mix(hash_of(marks(ballot), 0x243f6a8885a308d3ULL)) * count;
        second += Random::mix(hash_of(marks(ballot), 0x13198a2e03707344ULL)) * count;
    }
    std::string text;
    append_hexadecimal(text, first);
    append_hexadecimal(text, second);
    return text;
}

}  // namespace wallchart::tally
