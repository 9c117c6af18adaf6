#include "core/text.h"
#include "engine/resolution_text/difference.h"
#include "engine/resolution_text/fields.h"
#include "features/resolutions/markdown.h"
#include "targets.h"

namespace wallchart::fuzz {

using namespace resolution_text;

void try_resolution_text(std::string_view input) {
    auto half = std::min(input.find('\0'), input.size());
    auto before = input.substr(0, half);
    auto after = input.substr(std::min(half + 1, input.size()));
    if (!is_utf8(before) || !is_utf8(after)) return;
    for (const auto& use : fields_in(before))
        require(use.begin < use.end && use.end <= before.size(), "a field lies within its text");
    if (check_fields(before)) require(find_faults(before).empty(), "what is in order has no faults");
    auto filled = fill_fields(before, {{"candidate", "Ana *Rivera*"}, {"local", "{mover}\n# 12"}});
    for (const auto& use : fields_in(filled))
        require(use.name != "candidate", "a field that is filled stands no more");
    auto old_clauses = clauses_of(read_markdown(before));
    auto new_clauses = clauses_of(read_markdown(after));
    auto changes = difference(old_clauses, new_clauses);
    require(apply_difference(changes, old_clauses) == new_clauses, "a difference leads to the new version");
    require(apply_difference(reversed(changes), new_clauses) == old_clauses, "and back");
}

}  // namespace wallchart::fuzz
