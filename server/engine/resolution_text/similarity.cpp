#include "engine/resolution_text/similarity.h"

#include <algorithm>

namespace wallchart::resolution_text {

WordBag::WordBag(std::string_view text) {
    constexpr std::string_view between = " \t\n.,;:!?()\"*{}";
    for (std::size_t at = 0; (at = text.find_first_not_of(between, at)) != std::string_view::npos;) {
        auto end = std::min(text.find_first_of(between, at), text.size());
        ++m_counts[text.substr(at, end - at)];
        ++m_total;
        at = end;
    }
}

double similarity(const WordBag& a, const WordBag& b) {
    if (a.m_total + b.m_total == 0) return 0;
    int common = 0;
    for (const auto& [word, count] : a.m_counts)
        if (auto found = b.m_counts.find(word); found != b.m_counts.end())
            common += std::min(count, found->second);
    return 2.0 * common / (a.m_total + b.m_total);
}

}  // namespace wallchart::resolution_text
