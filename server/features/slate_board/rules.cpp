#include "features/slate_board/slate_board.h"

#include <unordered_map>
#include <unordered_set>

namespace wallchart {
namespace {

class Tree {
public:
    explicit Tree(const std::vector<CountedBody>& bodies) {
        for (const auto& body : bodies) {
            m_bodies[body.id] = &body;
            if (body.parent != 0) m_below[body.parent].push_back(body.id);
        }
    }
    bool endorsed_above(const CountedBody& body) const {
        std::unordered_set<std::int64_t> passed{body.id};  // parents may have been entered in a circle
        for (auto at = body.parent; at != 0 && passed.insert(at).second;) {
            auto above = m_bodies.find(at);
            if (above == m_bodies.end()) return false;
            if (above->second->endorsed) return true;
            at = above->second->parent;
        }
        return false;
    }
    std::int64_t size(std::int64_t id) {
        if (!m_counted.insert(id).second) return 0;
        auto body = m_bodies.find(id);
        if (body != m_bodies.end() && body->second->size > 0) return body->second->size;
        std::int64_t sum = 0;
        for (auto below : m_below[id])
            sum += size(below);
        return sum;
    }

private:
    std::unordered_map<std::int64_t, const CountedBody*> m_bodies;
    std::unordered_map<std::int64_t, std::vector<std::int64_t>> m_below;
    std::unordered_set<std::int64_t> m_counted;
};

}  // namespace

std::int64_t members_behind(const std::vector<CountedBody>& bodies) {
    Tree tree(bodies);
    std::int64_t sum = 0;
    for (const auto& body : bodies)
        if (body.endorsed && !tree.endorsed_above(body)) sum += tree.size(body.id);
    return sum;
}

}  // namespace wallchart
