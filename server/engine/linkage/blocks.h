#pragma once
// Which people are worth comparing: those who share a key (an e-mail, a birth date, a name's sound and a
// postal code ...). Each record meets a bounded number of others, whatever the list.

#include "engine/linkage/people.h"

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace wallchart::linkage {

/// A record's keys: a hash for each value of each pass.
struct BlockKey {
    std::uint8_t pass = 0;
    std::uint64_t hash = 0;
};
inline constexpr std::size_t pass_count = 20;

/// Appends a record's keys.
void block_keys(const Values& values, const Record& record, std::vector<BlockKey>& keys);
/// The keys by which a block that is too large is parted; 0 where the record has no such value.
inline constexpr std::size_t part_count = 6;
std::array<std::uint32_t, part_count> part_keys(const Values& values, const Record& record);
/// A number whose order puts records with alike names, then birth dates, beside each other.
std::uint64_t sort_key(const Values& values, const Record& record);
/// Whether a pass's large blocks are parted by a part key: one that others do not already combine with it.
bool is_parted(std::uint8_t pass, std::size_t part);
/// Whether neighbours are met in a pass's blocks that stay too large.
bool has_window(std::uint8_t pass);

/// Rows by hash: sorted once, found through a table of the hashes' first bits.
class SortedKeys {
public:
    struct Entry {
        std::uint32_t tag;
        std::uint32_t row;
    };
    struct Unsorted {
        std::uint32_t high;
        std::uint32_t low;
        std::uint32_t row;
        Unsorted(std::uint64_t hash, std::uint32_t of)
            : high(static_cast<std::uint32_t>(hash >> 32U)), low(static_cast<std::uint32_t>(hash)), row(of) {}
        std::uint64_t hash() const { return std::uint64_t{high} << 32U | low; }
    };
    /// Sorts; rows of one hash in the order of `order[row]`, or of their numbers where it is empty.
    void build(std::vector<Unsorted>& entries, std::span<const std::uint64_t> order);
    std::span<const Entry> find(std::uint64_t hash) const;
    /// Asks the memory for what find will need; first the table, then (`entries`) the rows.
    void prefetch(std::uint64_t hash, bool entries) const;
    std::size_t size() const { return m_entries.size(); }

private:
    unsigned m_bits = 0;
    std::vector<std::uint32_t> m_directory;
    std::vector<Entry> m_entries;
};

/// The blocks of some records, which must outlive them.
class Blocks {
public:
    /// How many records of one block are met; fewer on longer lists, so that the work stays in proportion.
    static std::size_t block_limit(std::size_t records);

    void build(const Values& values, std::span<const Record> records, unsigned threads);
    /// Makes a record that came later be met as well.
    void add(const Values& values, const Record& record, std::uint32_t row);

    /// Scratch of one thread: the rows met so far by the current record.
    class Met {
    public:
        explicit Met(std::size_t count) : m_seen(count, 0) {}
        std::vector<std::uint32_t> rows;

    private:
        friend class Blocks;
        void begin(std::size_t count);
        void meet(std::uint32_t row) {
            if (m_seen[row] == m_round) return;
            m_seen[row] = m_round;
            rows.push_back(row);
        }
        std::vector<std::uint32_t> m_seen;
        std::uint32_t m_round = 0;
        std::vector<BlockKey> m_keys;
    };

    /// Fills `met.rows` with the rows that share a block with `record`, each once; `record` itself may be
    /// among them.
    void find(const Values& values, const Record& record, Met& met) const;

private:
    void refine(const Values& values, std::span<const Record> records);
    void near(std::span<const SortedKeys::Entry> block, std::uint64_t key, Met& met) const;

    std::array<SortedKeys, pass_count> m_passes;
    SortedKeys m_refined;
    std::vector<std::uint64_t> m_order;
    std::size_t m_limit = 0;
    std::size_t m_rows = 0;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> m_later;
};

}  // namespace wallchart::linkage
