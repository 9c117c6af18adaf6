#pragma once
// Ballots, kept once for each way they are marked, with how many there are of it.

#include "core/result.h"
#include "engine/tally/amount.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace wallchart::tally {

/// A candidate by number, counted from 0.
using Candidate = int;
/// The most candidates a contest may have.
inline constexpr int candidate_limit = 2000;

/// One mark of a ballot. Ranked: a candidate's number, in order of rank; two at one rank have `same_rank` on
/// the second; an empty rank is `skipped_rank`. Scored: the score of each candidate in turn, or `no_score`.
using Mark = std::uint16_t;
inline constexpr Mark same_rank = 0x8000;       ///< beside the number: at the rank of the mark before
inline constexpr Mark skipped_rank = 0x7fff;    ///< nobody was marked at this rank
inline constexpr Mark overvoted_rank = 0x7ffe;  ///< the record says only that too many were marked
inline constexpr Mark no_score = 0x7fff;        ///< the candidate was not scored
inline constexpr Mark highest_score = 0x7000;

enum class BallotKind : std::uint8_t { ranked, scored };

/// All ballots of an election. Ballots marked alike are one, whatever the order they came in.
class Ballots {
public:
    explicit Ballots(BallotKind kind = BallotKind::ranked);

    /// Adds `weight` ballots marked so. Errors: too_large (see votes_limit, and marks_limit).
    Result<void> add(std::span<const Mark> marks, std::int64_t weight = 1);

    BallotKind kind() const { return m_kind; }
    std::size_t size() const { return m_weights.size(); }  ///< different ballots
    std::int64_t total() const { return m_total; }         ///< ballots
    std::int64_t weight(std::size_t ballot) const { return m_weights[ballot]; }
    std::span<const Mark> marks(std::size_t ballot) const {
        return {m_marks.data() + m_ends[ballot], m_marks.data() + m_ends[ballot + 1]};
    }
    /// Whether every ballot is a plain ranking: no rank skipped, shared or repeated.
    bool plain() const { return m_plain; }

    /// Says in 32 hexadecimal digits what the ballots are, whatever their order; the same ballots say the
    /// same.
    std::string fingerprint() const;

    /// Marks kept at most, so that memory is bounded: 512 MB of them.
    static constexpr std::size_t marks_limit = std::size_t{1} << 28U;

private:
    void grow();
    bool is_plain(std::span<const Mark> marks);

    BallotKind m_kind;
    std::vector<Mark> m_marks;
    std::vector<std::uint32_t> m_ends;  // where each ballot's marks end; one more than there are ballots
    std::vector<std::int64_t> m_weights;
    std::vector<std::uint32_t> m_hashes;
    std::vector<std::uint32_t> m_table;  // open addressing: number of a ballot + 1, 0 for a free place
    std::vector<std::uint32_t> m_seen;   // by candidate: the last ballot that ranks them
    std::int64_t m_total = 0;
    bool m_plain = true;
};

/// Walks a ranked ballot rank by rank.
class Ranks {
public:
    explicit Ranks(std::span<const Mark> marks) : m_marks(marks) {}

    /// The marks of the next rank (one, unless it is shared; one `skipped_rank` if it is empty), without the
    /// flag on the first of them; empty at the end.
    std::span<const Mark> next() {
        if (m_at == m_marks.size()) return {};
        auto from = m_at++;
        while (m_at < m_marks.size() && (m_marks[m_at] & same_rank) != 0)
            ++m_at;
        return m_marks.subspan(from, m_at - from);
    }

private:
    std::span<const Mark> m_marks;
    std::size_t m_at = 0;
};

/// The candidate a mark names, or the special mark; without `same_rank`.
inline int named_by(Mark mark) {
    return mark & static_cast<Mark>(~same_rank);
}
/// Whether a mark names a candidate.
inline bool names_candidate(Mark mark) {
    return named_by(mark) < overvoted_rank;
}

}  // namespace wallchart::tally
