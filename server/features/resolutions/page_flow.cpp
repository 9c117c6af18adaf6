#include "features/resolutions/page_flow.h"

#include <algorithm>
#include <cstddef>

namespace wallchart {
namespace {

constexpr int least_lines = 2;  ///< of a split paragraph, on either page

/// Lines of a block that must stand together at its beginning.
int first_lines(const FlowingBlock& block) {
    return block.keep_together || block.lines < 2 * least_lines ? block.lines : least_lines;
}

}  // namespace

std::vector<std::vector<PlacedLine>> flow(const std::vector<FlowingBlock>& blocks, double page_height) {
    constexpr double rounding = 0.01;
    std::vector<std::vector<PlacedLine>> places(blocks.size());
    int page = 0;
    double top = 0;
    auto new_page = [&] {
        ++page;
        top = 0;
    };
    auto fitting = [&](double from, double line_height) {
        return static_cast<int>((page_height - from + rounding) / line_height);
    };
    for (std::size_t at = 0; at < blocks.size(); ++at) {
        const auto& block = blocks[at];
        auto start = top > 0 ? top + block.space_before : 0;
        // What has to be on one page from here on: headings pull the first lines of what they head.
        double needed = first_lines(block) * block.line_height;
        for (auto next = at; blocks[next].keep_with_next && next + 1 < blocks.size(); ++next)
            needed +=
                blocks[next + 1].space_before + first_lines(blocks[next + 1]) * blocks[next + 1].line_height;
        // A chain longer than a page can't be helped: then only the block itself is looked at.
        if (needed > page_height) needed = first_lines(block) * block.line_height;
        if (top > 0 && start + needed > page_height + rounding && needed <= page_height) {
            new_page();
            start = 0;
        }
        top = start;
        for (int left = block.lines; left > 0;) {
            int here = std::min(left, fitting(top, block.line_height));
            if (here < left) {
                if (left - here < least_lines) here = left - least_lines;
                if (here < least_lines && top > 0) here = 0;
            }
            if (here <= 0 && top > 0) {
                new_page();
                continue;
            }
            here = std::max(here, 1);  // a line higher than a page stands alone
            for (int line = 0; line < here; ++line, top += block.line_height)
                places[at].push_back({page, top});
            left -= here;
            if (left > 0) new_page();
        }
    }
    return places;
}

}  // namespace wallchart
