#pragma once
// Numbers of votes, exact: whole numbers of a stated decimal place, in 128 bits. No floating point.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wallchart::tally {

/// Votes times 10^digits; the digits are stated beside it (Count::digits).
__extension__ typedef __int128 Amount;

enum class Rounding : std::uint8_t { down, up };
enum class Zeros : std::uint8_t { keep, trim };

/// The largest number of decimal places that any rule may work with.
inline constexpr int digits_limit = 20;
/// The most votes an election may hold: what fits, with all decimal places, in an Amount.
inline constexpr std::int64_t votes_limit = 1'000'000'000'000;

/// 10^exponent, for exponents up to 38.
Amount power_of_ten(int exponent);

/// a * b / c with an intermediate of 256 bits; all of them at least 0, c above 0, the result within 127 bits.
Amount multiply_divide(Amount a, Amount b, Amount c, Rounding rounding = Rounding::down);

/// a / b for numbers not below 0, rounded.
Amount divide(Amount a, Amount b, Rounding rounding);

/// "1533.00000" for 153300000 and 5 digits; trimmed, "1533".
std::string print_amount(Amount value, int digits, Zeros zeros = Zeros::keep);

/// The number that text of print_amount's form says, at `digits` places; nothing where it is not one, or has
/// more places than that.
std::optional<Amount> read_amount(std::string_view text, int digits);

}  // namespace wallchart::tally
