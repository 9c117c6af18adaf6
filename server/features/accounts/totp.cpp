#include "core/text.h"
#include "features/accounts/accounts.h"
#include "http/message.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <qrcodegen/qrcodegen.hpp>
#include <sodium.h>

namespace wallchart {
namespace {

constexpr std::string_view base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr std::int64_t step_seconds = 30;

std::string decode_base32(std::string_view text) {
    std::string bytes;
    std::uint32_t bits = 0;
    int count = 0;
    for (char letter : text) {
        auto value = base32.find(letter);
        if (value == std::string_view::npos) return {};
        bits = (bits << 5U) | static_cast<std::uint32_t>(value);
        count += 5;
        if (count < 8) continue;
        count -= 8;
        bytes.push_back(static_cast<char>((bits >> static_cast<unsigned>(count)) & 0xFFU));
    }
    return bytes;
}

}  // namespace

std::string new_totp_secret() {
    if (sodium_init() < 0) throw std::runtime_error("libsodium can't start");
    std::string secret;
    // 32 letters of 5 bits each, from a power of two: no letter is likelier than another.
    for (int at = 0; at < 32; ++at)
        secret.push_back(base32[randombytes_uniform(32)]);
    return secret;
}

std::string totp_code(std::string_view secret, std::int64_t step) {
    auto key = decode_base32(secret);
    if (key.empty()) return {};
    std::array<unsigned char, 8> message{};
    for (int at = 7; at >= 0; --at) {
        message[static_cast<std::size_t>(at)] = static_cast<unsigned char>(step & 0xFF);
        step >>= 8;
    }
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), message.data(), message.size(), digest.data(),
         &size);
    // RFC 4226, section 5.3: the last four bits say where the number is taken from.
    auto offset = static_cast<std::size_t>(digest[size - 1] & 0x0FU);
    std::uint32_t number = 0;
    for (std::size_t at = 0; at < 4; ++at)
        number = (number << 8U) | digest[offset + at];
    auto digits = std::to_string((number & 0x7FFF'FFFFU) % 1'000'000U);
    return std::string(6 - digits.size(), '0') + digits;
}

std::optional<std::int64_t> totp_step(std::string_view secret, std::string_view code, Instant now,
                                      std::optional<std::int64_t> last_step) {
    std::string digits;
    for (char letter : code)
        if (letter >= '0' && letter <= '9') digits.push_back(letter);
    if (digits.size() != 6) return std::nullopt;
    auto present = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count() / step_seconds;
    // A last step in the future is from a clock that was wrong: it would lock the account until then.
    auto used = last_step.value_or(-1);
    if (used > present + 1) used = -1;
    for (auto step : {present, present - 1, present + 1}) {
        if (step <= used) continue;
        auto wanted = totp_code(secret, step);
        if (wanted.size() == 6 && sodium_memcmp(wanted.data(), digits.data(), 6) == 0) return step;
    }
    return std::nullopt;
}

std::string totp_address(std::string_view secret, std::string_view issuer, std::string_view account) {
    return "otpauth://totp/" + percent_encode(issuer) + ":" + percent_encode(account) +
           "?secret=" + std::string(secret) + "&issuer=" + percent_encode(issuer) +
           "&algorithm=SHA1&digits=6&period=30";
}

std::string qr_code_svg(std::string_view text) {
    auto code = qrcodegen::QrCode::encodeText(std::string(text).c_str(), qrcodegen::QrCode::Ecc::MEDIUM);
    constexpr int quiet = 4;
    auto size = std::to_string(code.getSize() + 2 * quiet);
    std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + " " + size +
                      "\" shape-rendering=\"crispEdges\"><rect width=\"100%\" height=\"100%\" "
                      "fill=\"#fff\"/><path fill=\"#000\" d=\"";
    for (int y = 0; y < code.getSize(); ++y)
        for (int x = 0; x < code.getSize(); ++x)
            if (code.getModule(x, y))
                svg += "M" + std::to_string(x + quiet) + "," + std::to_string(y + quiet) + "h1v1h-1z";
    return svg + "\"/></svg>";
}

}  // namespace wallchart
