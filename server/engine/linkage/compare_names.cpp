#include "engine/linkage/compare_values.h"
#include "engine/linkage/similarity.h"

#include <algorithm>
#include <array>
#include <bit>

namespace wallchart::linkage {
namespace {

/// How many slips two words may be apart and still be close.
int slips_allowed(std::size_t length) {
    return length < 3 ? 0 : length < 7 ? 1 : 2;
}

enum class Shared : std::uint8_t { none, some, all_of_one };

/// Whether two names have words in common: all that one of them has ("Rivera" and "Rivera Soto"), or only
/// some
/// ("Rivera Soto" and "Rivera Luna", who are rather cousins).
Shared shared_parts(const NameInfo& a, ValueId a_id, const NameInfo& b, ValueId b_id) {
    auto parts_of = [](const NameInfo& name, ValueId id) {
        return name.parts[0] != 0 ? name.parts : std::array<ValueId, 3>{id, 0, 0};
    };
    auto count_of = [](const std::array<ValueId, 3>& parts) {
        return std::ranges::count_if(parts, [](ValueId part) { return part != 0; });
    };
    auto x = parts_of(a, a_id);
    auto y = parts_of(b, b_id);
    auto common = std::ranges::count_if(
        x, [&](ValueId part) { return part != 0 && std::ranges::find(y, part) != y.end(); });
    if (common == 0) return Shared::none;
    return common >= std::min(count_of(x), count_of(y)) ? Shared::all_of_one : Shared::some;
}

bool are_nicknames(const NameInfo& a, ValueId a_id, const NameInfo& b, ValueId b_id) {
    for (auto full : a.full) {
        if (full == 0) break;
        if (full == b_id || std::ranges::find(b.full, full) != b.full.end()) return true;
    }
    return std::ranges::find(b.full, a_id) != b.full.end();
}

Name compare_spelling(const Values& values, ValueId a_id, ValueId b_id) {
    const auto& a = values.name(a_id);
    const auto& b = values.name(b_id);
    auto a_text = values.names.text(a_id);
    auto b_text = values.names.text(b_id);
    if (std::popcount(a.letters ^ b.letters) <= most_unlike) {
        int slips = slips_allowed(std::min(a_text.size(), b_text.size()));
        if (slips > 0 && may_be_close(a.letters, b.letters, slips) &&
            edit_distance(a_text, b_text, slips) <= slips)
            return Name::close;
        if (jaro_winkler(a_text, b_text) >= 0.86) return Name::similar;
    }
    return a.sound == b.sound ? Name::similar : Name::different;
}

}  // namespace

Name compare_given(const Values& values, ValueId a_id, ValueId b_id) {
    const auto& a = values.name(a_id);
    const auto& b = values.name(b_id);
    if (a_id == b_id || a.joined == b.joined) return Name::same;
    auto a_text = values.names.text(a_id);
    auto b_text = values.names.text(b_id);
    if (is_initial(a_text) || is_initial(b_text)) {
        // "E." is Elizabeth's, whom others call Liz.
        auto begins = [&](const NameInfo& name, char letter) {
            return std::ranges::any_of(name.full, [&](ValueId full) {
                return full != 0 && values.names.text(full).front() == letter;
            });
        };
        bool same =
            a_text.front() == b_text.front() || begins(a, b_text.front()) || begins(b, a_text.front());
        return same ? Name::initial : Name::different;
    }
    if (are_nicknames(a, a_id, b, b_id)) return Name::nickname;
    auto shared = shared_parts(a, a_id, b, b_id);
    if (shared == Shared::all_of_one) return Name::part;
    return shared == Shared::some ? Name::similar : compare_spelling(values, a_id, b_id);
}

Name compare_family(const Values& values, ValueId a_id, ValueId b_id) {
    const auto& a = values.name(a_id);
    const auto& b = values.name(b_id);
    if (a_id == b_id || a.joined == b.joined) return Name::same;
    auto shared = shared_parts(a, a_id, b, b_id);
    if (shared == Shared::all_of_one) return Name::part;
    if (shared == Shared::some) return Name::similar;
    auto found = compare_spelling(values, a_id, b_id);
    if (found != Name::different) return found;
    // One name of a double one, with a slip.
    auto one_close = [&](const NameInfo& several, ValueId other) {
        return std::ranges::any_of(several.parts, [&](ValueId part) {
            return part != 0 && compare_spelling(values, part, other) == Name::close;
        });
    };
    return one_close(a, b_id) || one_close(b, a_id) ? Name::similar : Name::different;
}

}  // namespace wallchart::linkage
