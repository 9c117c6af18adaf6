#pragma once
// The words under which entries are found: exactly, or by their beginning.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wallchart::union_name {

/// Words to entries. Fill with `add`, then `seal`; afterwards it only answers.
class TokenIndex {
public:
    void add(std::string_view token, std::uint32_t entry);
    void seal();

    /// The entries of a word, ascending.
    std::span<const std::uint32_t> entries(std::string_view token) const;
    /// Calls `each(entries)` for every word that begins with `prefix`.
    template <class Each>
    void for_each_with_prefix(std::string_view prefix, Each each) const {
        for (auto at = first_with_prefix(prefix); at < m_order.size(); ++at) {
            auto token = m_order[at];
            if (!std::string_view(m_texts[token]).starts_with(prefix)) break;
            each(std::span<const std::uint32_t>(m_postings[token]));
        }
    }
    bool has_prefix(std::string_view prefix) const;

private:
    std::size_t first_with_prefix(std::string_view prefix) const;

    std::unordered_map<std::string, std::uint32_t> m_ids;
    std::vector<std::string> m_texts;
    std::vector<std::vector<std::uint32_t>> m_postings;
    std::vector<std::uint32_t> m_order;  ///< words, sorted by text
};

}  // namespace wallchart::union_name
