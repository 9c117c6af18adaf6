#include "engine/linkage/clusters.h"

#include "core/disjoint_sets.h"

#include <algorithm>
#include <cmath>

namespace wallchart::linkage {
namespace {

// A pair that agrees however well is one voice for joining two groups; one that contradicts counts twice.
constexpr double most_for = 6;
constexpr double most_against = -14;
constexpr double contradiction = 2;
// Of large groups so many members of each are asked.
constexpr std::size_t asked = 8;

class Groups {
public:
    explicit Groups(std::size_t records) : m_groups(records) {}

    std::uint32_t find(std::uint32_t row) { return m_groups.find(row); }

    /// Some members of a group, spread over it.
    std::vector<std::uint32_t> some(std::uint32_t root) const {
        auto found = m_members.find(root);
        if (found == m_members.end()) return {root};
        const auto& all = found->second;
        std::vector<std::uint32_t> members;
        auto count = std::min(all.size(), asked);
        for (std::size_t at = 0; at < count; ++at)
            members.push_back(all[at * all.size() / count]);
        return members;
    }

    void join(std::uint32_t a, std::uint32_t b) {
        if (b < a) std::swap(a, b);
        auto& into = m_members[a];
        if (into.empty()) into.push_back(a);
        if (auto found = m_members.find(b); found != m_members.end()) {
            auto more = std::move(found->second);
            m_members.erase(found);
            auto& again = m_members[a];
            again.insert(again.end(), more.begin(), more.end());
        } else {
            into.push_back(b);
        }
        m_groups.join(a, b);
    }

private:
    DisjointSets m_groups;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> m_members;
};

}  // namespace

std::vector<std::uint32_t> form_clusters(std::size_t records, std::span<const ScoredPair> pairs,
                                         double threshold, const WeightOf& weight_of_pair) {
    std::vector<std::uint32_t> order;
    auto least = static_cast<float>(weight_of(threshold)) - 1e-4F;
    for (std::uint32_t at = 0; at < pairs.size(); ++at)
        if (pairs[at].weight >= least) order.push_back(at);
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
        return pairs[a].weight != pairs[b].weight ? pairs[a].weight > pairs[b].weight : a < b;
    });
    Groups groups(records);
    for (auto at : order) {
        auto a = groups.find(pairs[at].left);
        auto b = groups.find(pairs[at].right);
        if (a == b) continue;
        auto some_a = groups.some(a);
        auto some_b = groups.some(b);
        if (some_a.size() > 1 || some_b.size() > 1) {
            double sum = 0;
            for (auto x : some_a)
                for (auto y : some_b) {
                    double weight = std::clamp(weight_of_pair(x, y), most_against, most_for);
                    sum += weight < 0 ? contradiction * weight : weight;
                }
            if (sum <= 0) continue;
        }
        groups.join(a, b);
    }
    std::vector<std::uint32_t> clusters(records);
    for (std::uint32_t row = 0; row < records; ++row)
        clusters[row] = groups.find(row);
    return clusters;
}

}  // namespace wallchart::linkage
