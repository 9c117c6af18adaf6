#pragma once
// Lines of text put on pages: no heading alone at the foot of a page, no line of a paragraph alone at either
// end of one.

#include <vector>

namespace wallchart {

/// What flows: a number of lines of one height. Lengths are in points.
struct FlowingBlock {
    int lines = 1;
    double line_height = 0;
    double space_before = 0;      ///< left out at the top of a page
    bool keep_together = false;   ///< not split (unless longer than a page)
    bool keep_with_next = false;  ///< its last line is on the page of the next block's first ones
};

/// Where a line came to stand; `top` from the top of the text area.
struct PlacedLine {
    int page = 0;
    double top = 0;
};

/// The places of each block's lines on pages of this height.
std::vector<std::vector<PlacedLine>> flow(const std::vector<FlowingBlock>& blocks, double page_height);

}  // namespace wallchart
