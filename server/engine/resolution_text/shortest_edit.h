#pragma once
// The shortest way from one sequence to another by removing and adding elements.
// E. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986), with linear space.

#include <span>
#include <vector>

namespace wallchart::resolution_text {

/// Which elements go and which come; all others stay, in order.
struct EditScript {
    std::vector<bool> removed;  ///< of the old sequence
    std::vector<bool> added;    ///< of the new one
};

/// The shortest script. Where two stretches differ in more than `cost_limit` elements they are given up as
/// replaced whole, so that hostile input costs at most (elements x cost_limit) steps.
EditScript shortest_edit(std::span<const int> old_elements, std::span<const int> new_elements,
                         int cost_limit = 4000);

}  // namespace wallchart::resolution_text
