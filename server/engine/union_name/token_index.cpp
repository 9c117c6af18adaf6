#include "engine/union_name/token_index.h"

#include <algorithm>
#include <numeric>

namespace wallchart::union_name {

void TokenIndex::add(std::string_view token, std::uint32_t entry) {
    if (token.empty()) return;
    auto [place, made] = m_ids.try_emplace(std::string(token), static_cast<std::uint32_t>(m_texts.size()));
    if (made) {
        m_texts.emplace_back(token);
        m_postings.emplace_back();
    }
    auto& postings = m_postings[place->second];
    if (postings.empty() || postings.back() != entry) postings.push_back(entry);
}

void TokenIndex::seal() {
    for (auto& postings : m_postings) {
        if (std::ranges::is_sorted(postings)) continue;
        std::ranges::sort(postings);
        postings.erase(std::ranges::unique(postings).begin(), postings.end());
    }
    m_order.resize(m_texts.size());
    std::iota(m_order.begin(), m_order.end(), 0U);
    std::ranges::sort(m_order, {}, [&](std::uint32_t token) -> const std::string& { return m_texts[token]; });
}

std::span<const std::uint32_t> TokenIndex::entries(std::string_view token) const {
    auto found = m_ids.find(std::string(token));
    if (found == m_ids.end()) return {};
    return m_postings[found->second];
}

std::size_t TokenIndex::first_with_prefix(std::string_view prefix) const {
    auto first = std::ranges::lower_bound(
        m_order, prefix, {}, [&](std::uint32_t token) { return std::string_view(m_texts[token]); });
    return static_cast<std::size_t>(first - m_order.begin());
}

bool TokenIndex::has_prefix(std::string_view prefix) const {
    auto at = first_with_prefix(prefix);
    return at < m_order.size() && std::string_view(m_texts[m_order[at]]).starts_with(prefix);
}

}  // namespace wallchart::union_name
