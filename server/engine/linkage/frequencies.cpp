#include "engine/linkage/frequencies.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace wallchart::linkage {

std::size_t frequency_class(std::uint32_t count) {
    return std::min<std::size_t>(static_cast<std::size_t>(std::bit_width(count)), frequency_classes - 1);
}

double Scope::pairs() const {
    auto n = static_cast<double>(records);
    auto l = static_cast<double>(left);
    return both_lists() ? l * (n - l) : n * (n - 1) / 2;
}

Frequencies::Frequencies(std::span<const Record> records, Scope scope) : m_scope(scope) {
    for (std::size_t row = 0; row < records.size(); ++row)
        count(records[row], row < scope.left, 1);
    for (std::size_t kind = 0; kind < kind_count; ++kind)
        for (std::size_t value = 0; value < m_counts[kind].size(); ++value) {
            double all = m_counts[kind][value];
            double left = value < m_left[kind].size() ? m_left[kind][value] : 0;
            double pairs = scope.both_lists() ? left * (all - left) : all * (all - 1) / 2;
            m_agreeing[kind][frequency_class(m_counts[kind][value])] += pairs;
        }
}

void Frequencies::count(const Record& record, bool first_list, int by) {
    auto add = [by](std::vector<std::uint32_t>& counts, ValueId value) {
        if (value >= counts.size())
            counts.resize(std::max<std::size_t>(value + 1, counts.size() + counts.size() / 2));
        counts[value] += static_cast<std::uint32_t>(by);
    };
    for_each_value(record, [&](Kind kind, ValueId value) {
        auto at = static_cast<std::size_t>(kind);
        add(m_counts[at], value);
        if (first_list && m_scope.both_lists()) add(m_left[at], value);
        m_known[at][first_list ? 0 : 1] += by;
    });
}

void Frequencies::set_list(std::size_t records, const std::array<double, kind_count>& known) {
    m_scope = {.records = records};
    for (std::size_t kind = 0; kind < kind_count; ++kind)
        m_known[kind] = {0, known[kind]};
}

double Frequencies::known(Kind kind) const {
    const auto& known = m_known[static_cast<std::size_t>(kind)];
    return known[0] + known[1];
}

double Frequencies::agreement_of(Kind kind, std::uint32_t count) const {
    return std::max(static_cast<double>(count) - 1, 0.0) / std::max(known(kind) - 1, 1.0);
}

double Frequencies::agreement(Kind kind, ValueId value) const {
    auto at = static_cast<std::size_t>(kind);
    if (!m_scope.both_lists()) return agreement_of(kind, of(kind, value));
    double all = of(kind, value);
    double left = value < m_left[at].size() ? m_left[at][value] : 0;
    return std::sqrt(left / std::max(m_known[at][0], 1.0) * (all - left) / std::max(m_known[at][1], 1.0));
}

}  // namespace wallchart::linkage
