#pragma once
// How often each value occurs: two people who agree on a rare one are likelier one person.

#include "engine/linkage/people.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace wallchart::linkage {

/// Counts of values are told apart by powers of two.
inline constexpr std::size_t frequency_classes = 24;
std::size_t frequency_class(std::uint32_t count);

/// Which pairs are compared: all, or only those across two lists (the records of the first come first).
struct Scope {
    std::size_t records = 0;
    std::size_t left = 0;  ///< of them in the first list; 0 for one list
    bool both_lists() const { return left > 0; }
    /// Pairs in all.
    double pairs() const;
};

/// Counts of every value of some records.
class Frequencies {
public:
    Frequencies() = default;
    Frequencies(std::span<const Record> records, Scope scope);

    /// Counts a record's values once more, or (by -1) once less.
    void count(const Record& record, bool first_list, int by);
    /// Says of a value, and of the list, what more is known than its records show.
    void set(Kind kind, ValueId value, std::uint32_t count) {
        m_counts[static_cast<std::size_t>(kind)][value] = count;
    }
    void set_list(std::size_t records, const std::array<double, kind_count>& known);

    std::uint32_t of(Kind kind, ValueId value) const {
        const auto& counts = m_counts[static_cast<std::size_t>(kind)];
        return value < counts.size() ? counts[value] : 0;
    }
    /// Values of a kind are numbered below this.
    std::size_t values_of(Kind kind) const { return m_counts[static_cast<std::size_t>(kind)].size(); }
    /// The chance that two records that know of this kind agree on this value, given that one has it: nobody
    /// is compared with themselves.
    double agreement(Kind kind, ValueId value) const;
    /// The same on one list, of a value that occurs so often.
    double agreement_of(Kind kind, std::uint32_t count) const;
    /// Values known of a kind, in all records.
    double known(Kind kind) const;
    /// Pairs that agree on a value of each class of counts.
    const std::array<std::array<double, frequency_classes>, kind_count>& agreeing_pairs() const {
        return m_agreeing;
    }
    Scope scope() const { return m_scope; }

private:
    Scope m_scope;
    std::array<std::vector<std::uint32_t>, kind_count> m_counts;  // of both lists
    std::array<std::vector<std::uint32_t>, kind_count> m_left;    // of the first, where there are two
    std::array<std::array<double, 2>, kind_count> m_known{};
    std::array<std::array<double, frequency_classes>, kind_count> m_agreeing{};
};

}  // namespace wallchart::linkage
