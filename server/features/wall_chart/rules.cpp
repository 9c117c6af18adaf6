#include "core/text.h"
#include "features/wall_chart/wall_chart.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace wallchart {
namespace {

constexpr bool is_in_favor(int value) {
    return value == 1 || value == 2;
}

void count(WallCounts& counts, const WallWorker& worker) {
    ++counts.workers;
    if (worker.assessment >= 1 && worker.assessment <= 5) {
        ++counts.by_value[static_cast<std::size_t>(worker.assessment - 1)];
    } else {
        ++counts.not_assessed;
    }
    if (!worker.talked_to) ++counts.not_talked_to;
    if (worker.leader) ++counts.leaders;
    if (is_in_favor(worker.assessment)) ++counts.in_favor;
}

void list(WallWorkers& workers, WallWorker& worker) {
    workers.person_ids.push_back(worker.person_id);
    workers.names.push_back(std::move(worker.name));
    workers.assessments.push_back(worker.assessment);
    workers.leaders.push_back(worker.leader ? 1 : 0);
    workers.talked_to.push_back(worker.talked_to ? 1 : 0);
    workers.last_contact_on.push_back(worker.last_contact_on);
    workers.follow_up_on.push_back(worker.follow_up_on);
}

}  // namespace

int majority_of(int base) {
    return base / 2 + 1;
}

int base_of(std::optional<std::int64_t> stated, int listed) {
    return stated && *stated > listed ? static_cast<int>(*stated) : listed;
}

std::vector<WallBlock> arrange(std::vector<WallWorker> workers) {
    std::ranges::sort(workers, [](const WallWorker& a, const WallWorker& b) {
        // What has no name comes last, on every level.
        auto key = [](const WallWorker& one) {
            return std::tuple(one.block.empty(), std::string_view(one.block), one.row.empty(),
                              std::string_view(one.row), std::string_view(one.order), one.person_id.value);
        };
        return key(a) < key(b);
    });
    std::vector<WallBlock> blocks;
    for (auto& worker : workers) {
        if (blocks.empty() || blocks.back().name != worker.block) blocks.push_back({worker.block, {}, {}});
        auto& block = blocks.back();
        if (block.rows.empty() || block.rows.back().name != worker.row)
            block.rows.push_back({worker.row, {}, {}});
        count(block.counts, worker);
        count(block.rows.back().counts, worker);
        if (worker.visible) list(block.rows.back().workers, worker);
    }
    return blocks;
}

std::vector<WallWeek> support_at(const std::vector<TimedAssessment>& history,
                                 const std::vector<Instant>& ends, std::string_view time_zone) {
    std::vector<WallWeek> weeks;
    std::unordered_map<std::int64_t, int> values;
    WallWeek now;
    auto next = history.begin();
    for (auto end : ends) {
        for (; next != history.end() && next->at <= end; ++next) {
            auto [at, first] = values.try_emplace(next->person_id.value, 0);
            now.in_favor +=
                static_cast<int>(is_in_favor(next->value)) - static_cast<int>(is_in_favor(at->second));
            if (first) ++now.assessed;
            at->second = next->value;
        }
        now.ends_on = local_date(end, time_zone);
        weeks.push_back(now);
    }
    return weeks;
}

}  // namespace wallchart
