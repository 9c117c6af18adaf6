#pragma once
// Distinct texts, each once, by small numbers: what many people have in common is stored and studied once.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wallchart::linkage {

/// The number of a text in its pool; 0 is the empty text, which stands for "not known".
using ValueId = std::uint32_t;

/// A 64-bit hash of bytes, the same on every machine.
std::uint64_t hash_of(std::string_view bytes);
/// A hash of two numbers, in this order.
std::uint64_t hash_of(std::uint64_t a, std::uint64_t b);

/// Texts by number, and back.
class Pool {
public:
    Pool();
    /// The number of `text`, a new one if it is not yet there.
    ValueId intern(std::string_view text);
    /// 0 if it is not there.
    ValueId find(std::string_view text) const;
    std::string_view text(ValueId id) const {
        return {m_bytes.data() + m_starts[id], m_starts[id + 1] - m_starts[id]};
    }
    /// Numbers given out, that of the empty text included.
    std::size_t size() const { return m_starts.size() - 1; }

private:
    std::size_t slot_of(std::string_view text) const;
    void grow();

    std::vector<char> m_bytes;
    std::vector<std::uint64_t> m_starts;
    std::vector<ValueId> m_slots;  // open addressing
};

}  // namespace wallchart::linkage
