#include "engine/tally/amount.h"

namespace wallchart::tally {
namespace {

__extension__ typedef unsigned __int128 Unsigned;

constexpr Unsigned low_half = ~std::uint64_t{0};

/// The 256 bits of a product.
struct Product {
    Unsigned high = 0;
    Unsigned low = 0;
};

Product multiply(Unsigned a, Unsigned b) {
    Unsigned a_low = a & low_half, a_high = a >> 64U, b_low = b & low_half, b_high = b >> 64U;
    Unsigned low = a_low * b_low;
    Unsigned middle = a_high * b_low + (low >> 64U);
    Unsigned other = a_low * b_high + (middle & low_half);
    return {a_high * b_high + (middle >> 64U) + (other >> 64U), (other << 64U) | (low & low_half)};
}

/// Long division, bit by bit: slow, and only used for what does not fit 128 bits.
Unsigned divide_wide(Product dividend, Unsigned divisor, Unsigned& remainder) {
    Unsigned quotient = 0;
    remainder = dividend.high % divisor;
    for (int bit = 127; bit >= 0; --bit) {
        bool carry = (remainder >> 127U) != 0;
        remainder = (remainder << 1U) | ((dividend.low >> static_cast<unsigned>(bit)) & 1U);
        quotient <<= 1U;
        if (carry || remainder >= divisor) {
            remainder -= divisor;
            quotient |= 1U;
        }
    }
    return quotient;
}

}  // namespace

Amount power_of_ten(int exponent) {
    Amount power = 1;
    for (int at = 0; at < exponent; ++at)
        power *= 10;
    return power;
}

Amount divide(Amount a, Amount b, Rounding rounding) {
    auto quotient = a / b;
    return rounding == Rounding::up && quotient * b != a ? quotient + 1 : quotient;
}

Amount multiply_divide(Amount a, Amount b, Amount c, Rounding rounding) {
    Amount product = 0;
    if (!__builtin_mul_overflow(a, b, &product)) return divide(product, c, rounding);
    Unsigned remainder = 0;
    auto quotient = divide_wide(multiply(static_cast<Unsigned>(a), static_cast<Unsigned>(b)),
                                static_cast<Unsigned>(c), remainder);
    return static_cast<Amount>(quotient + (rounding == Rounding::up && remainder != 0 ? 1U : 0U));
}

std::string print_amount(Amount value, int digits, Zeros zeros) {
    bool negative = value < 0;
    auto rest = negative ? static_cast<Unsigned>(-value) : static_cast<Unsigned>(value);
    std::string reversed;
    int place = 0;
    bool shown = zeros == Zeros::keep;
    do {
        auto digit = static_cast<char>('0' + static_cast<int>(rest % 10U));
        rest /= 10U;
        if (place < digits) {
            shown = shown || digit != '0';
            if (shown) reversed += digit;
            if (place == digits - 1 && shown) reversed += '.';
        } else {
            reversed += digit;
        }
        ++place;
    } while (rest != 0 || place <= digits);
    if (negative) reversed += '-';
    return {reversed.rbegin(), reversed.rend()};
}

std::optional<Amount> read_amount(std::string_view text, int digits) {
    bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    if (text.empty() || text == ".") return std::nullopt;
    Amount value = 0;
    int places = -1;  // behind the point
    for (char character : text) {
        if (character == '.' && places < 0) {
            places = 0;
            continue;
        }
        if (character < '0' || character > '9') return std::nullopt;
        if (places >= 0 && ++places > digits) {
            if (character != '0') return std::nullopt;
            continue;
        }
        if (__builtin_mul_overflow(value, 10, &value) ||
            __builtin_add_overflow(value, character - '0', &value))
            return std::nullopt;
    }
    for (int place = places < 0 ? 0 : places; place < digits; ++place)
        if (__builtin_mul_overflow(value, 10, &value)) return std::nullopt;
    return negative ? -value : value;
}

}  // namespace wallchart::tally
