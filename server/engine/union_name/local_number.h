#pragma once
// A local's number taken apart for comparison: "10-286", "W38", "32BJ".

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wallchart::union_name {

struct LocalNumber {
    std::string prefix;                ///< letters before, in capitals
    std::vector<std::uint64_t> parts;  ///< digits, between dashes
    std::string suffix;                ///< letters after, in capitals
    bool empty() const { return parts.empty(); }
};

/// Reads a number in any of its forms; empty if there is no digit or it is zero.
LocalNumber parse_local_number(std::string_view text);

/// How well the letters of two numbers agree, 0 to 1; the digits are not compared.
double letters_agree(const LocalNumber& a, const LocalNumber& b);

/// Whether one of the parts is shared.
bool share_digits(const LocalNumber& a, const LocalNumber& b);

}  // namespace wallchart::union_name
