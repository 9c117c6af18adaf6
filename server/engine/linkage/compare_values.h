#pragma once
// How two values of one kind are alike: names and birth dates, which take more than letters.

#include "engine/linkage/people.h"

#include <bit>
#include <cstdint>

namespace wallchart::linkage {

/// Texts of which so many letters occur in one only are not alike.
inline constexpr int most_unlike = 5;

/// No more edits than `limit` are possible between texts with these letters.
inline bool may_be_close(std::uint32_t a, std::uint32_t b, int limit) {
    return std::popcount(a ^ b) <= 2 * limit;
}

/// How two names are alike, from the same to different.
enum class Name : std::uint8_t { same, nickname, part, initial, close, similar, different };

/// One letter stands for the name.
inline bool is_initial(std::string_view name) {
    return name.size() == 1;
}

/// Two given names: also nicknames and initials.
Name compare_given(const Values& values, ValueId a, ValueId b);
/// Two family names: also one of two.
Name compare_family(const Values& values, ValueId a, ValueId b);

/// The level (comparisons.cpp) of two birth dates of which something is known; 0 if nothing is known of both.
int compare_births(Birth a, Birth b);

}  // namespace wallchart::linkage
