#include "engine/union_name/local_number.h"

#include <algorithm>

namespace wallchart::union_name {

LocalNumber parse_local_number(std::string_view text) {
    LocalNumber number;
    bool in_digits = false;
    for (char c : text) {
        if (c >= '0' && c <= '9') {
            if (!in_digits) number.parts.push_back(0);
            in_digits = true;
            if (number.parts.back() < 1'000'000'000'000) {
                number.parts.back() = number.parts.back() * 10 + static_cast<std::uint64_t>(c - '0');
            }
            continue;
        }
        in_digits = false;
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
        if (c >= 'A' && c <= 'Z') (number.parts.empty() ? number.prefix : number.suffix).push_back(c);
    }
    if (std::ranges::all_of(number.parts, [](auto part) { return part == 0; })) number.parts.clear();
    return number;
}

double letters_agree(const LocalNumber& a, const LocalNumber& b) {
    auto agree = [](const std::string& left, const std::string& right) {
        if (left == right) return 1.0;
        // Registers often leave the letters out.
        if (left.empty() || right.empty()) return 0.93;
        return left.starts_with(right) || right.starts_with(left) ? 0.8 : 0.2;
    };
    return agree(a.prefix, b.prefix) * agree(a.suffix, b.suffix);
}

bool share_digits(const LocalNumber& a, const LocalNumber& b) {
    return std::ranges::any_of(a.parts,
                               [&](auto part) { return std::ranges::find(b.parts, part) != b.parts.end(); });
}

}  // namespace wallchart::union_name
