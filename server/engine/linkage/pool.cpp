#include "engine/linkage/pool.h"

#include "core/random.h"

#include <cstring>

namespace wallchart::linkage {

std::uint64_t hash_of(std::string_view bytes) {
    std::uint64_t hash = 0x9e3779b97f4a7c15ULL ^ bytes.size();
    while (bytes.size() >= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data(), 8);
        hash = Random::mix(hash ^ word);
        bytes.remove_prefix(8);
    }
    std::uint64_t word = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at)
        word |= std::uint64_t{static_cast<unsigned char>(bytes[at])} << (8 * at);
    return Random::mix(hash ^ word);
}

std::uint64_t hash_of(std::uint64_t a, std::uint64_t b) {
    return Random::mix(Random::mix(a) + b);
}

Pool::Pool() : m_starts{0, 0}, m_slots(16) {}

std::size_t Pool::slot_of(std::string_view wanted) const {
    auto mask = m_slots.size() - 1;
    auto slot = hash_of(wanted) & mask;
    while (m_slots[slot] != 0 && text(m_slots[slot]) != wanted)
        slot = (slot + 1) & mask;
    return slot;
}

ValueId Pool::find(std::string_view text) const {
    return text.empty() ? 0 : m_slots[slot_of(text)];
}

ValueId Pool::intern(std::string_view text) {
    if (text.empty()) return 0;
    auto slot = slot_of(text);
    if (m_slots[slot] != 0) return m_slots[slot];
    auto id = static_cast<ValueId>(size());
    m_bytes.insert(m_bytes.end(), text.begin(), text.end());
    m_starts.push_back(m_bytes.size());
    m_slots[slot] = id;
    if (size() * 3 > m_slots.size() * 2) grow();
    return id;
}

void Pool::grow() {
    m_slots.assign(m_slots.size() * 2, 0);
    for (ValueId id = 1; id < size(); ++id)
        m_slots[slot_of(text(id))] = id;
}

}  // namespace wallchart::linkage
