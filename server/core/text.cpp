#include "core/text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace wallchart {
namespace {

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Appends `c`, with blanks collapsed; `text` never ends in more than one.
void append_folded(std::string& text, char c) {
    bool blank = c == ' ' || (c >= '\t' && c <= '\r');
    if (!blank) {
        text.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    } else if (!text.empty() && text.back() != ' ') {
        text.push_back(' ');
    }
}

std::string fold_unicode(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* normalizer = icu::Normalizer2::getNFKDInstance(status);
    auto source =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    source.foldCase();
    auto decomposed = normalizer->normalize(source, status);
    icu::UnicodeString kept;
    for (int32_t at = 0; at < decomposed.length();) {
        UChar32 c = decomposed.char32At(at);
        at += U16_LENGTH(c);
        if (u_charType(c) == U_NON_SPACING_MARK) continue;
        kept.append(u_isUWhiteSpace(c) ? static_cast<UChar32>(' ') : c);
    }
    std::string utf8;
    kept.toUTF8String(utf8);
    return utf8;
}

/// The bytes of white space at the start of `text`: ASCII, no-break space, the U+2000 blanks, byte order
/// mark.
std::size_t leading_space(std::string_view text) {
    if (text.empty()) return 0;
    auto c = static_cast<unsigned char>(text[0]);
    if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
    if (text.starts_with("\xC2\xA0")) return 2;
    if (text.starts_with("\xEF\xBB\xBF") || text.starts_with("\xE3\x80\x80")) return 3;
    if (text.size() >= 3 && text.starts_with("\xE2\x80")) {
        auto last = static_cast<unsigned char>(text[2]);
        if (last >= 0x80 && last <= 0x8B) return 3;
    }
    return 0;
}

}  // namespace

std::string fold(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    if (is_ascii(text)) {
        for (char c : text)
            append_folded(folded, c);
    } else {
        for (char c : fold_unicode(text))
            append_folded(folded, c);
    }
    if (folded.ends_with(' ')) folded.pop_back();
    return folded;
}

std::string_view trim(std::string_view text) {
    while (auto count = leading_space(text))
        text.remove_prefix(count);
    while (!text.empty()) {
        std::size_t last = text.size() - 1;
        while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80)
            --last;
        auto tail = text.substr(last);
        if (leading_space(tail) != tail.size()) break;
        text.remove_suffix(tail.size());
    }
    return text;
}

std::string squeeze(std::string_view text) {
    std::string result;
    for (text = trim(text); !text.empty();) {
        if (auto blank = leading_space(text)) {
            text.remove_prefix(blank);
            if (!result.ends_with(' ')) result.push_back(' ');
        } else {
            result.push_back(text.front());
            text.remove_prefix(1);
        }
    }
    return result;
}

std::string to_lower_ascii(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return result;
}

std::string to_upper_ascii(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    return result;
}

bool is_utf8(std::string_view text) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    auto size = static_cast<int32_t>(text.size());
    for (int32_t at = 0; at < size;) {
        UChar32 c;
        U8_NEXT(bytes, at, size, c);
        if (c < 0) return false;
    }
    return true;
}

std::size_t length(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string_view first_characters(std::string_view text, std::size_t limit) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++at)
        if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80 && count++ == limit)
            return text.substr(0, at);
    return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        auto end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
    std::string result;
    for (const auto& part : parts) {
        if (!result.empty()) result += separator;
        result += part;
    }
    return result;
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
    return text;
}

std::optional<std::string> normalize_email(std::string_view text) {
    auto address = to_lower_ascii(trim(text));
    auto at = address.find('@');
    if (at == std::string::npos || at == 0 || at > 64 || address.size() > 254) return std::nullopt;
    auto domain = std::string_view(address).substr(at + 1);
    auto dot = domain.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || domain.size() - dot < 3) return std::nullopt;
    if (domain.find("..") != std::string_view::npos || domain.find('@') != std::string_view::npos)
        return std::nullopt;
    for (char c : address) {
        auto byte = static_cast<unsigned char>(c);
        if (byte <= ' ' || byte == 0x7F || c == '<' || c == '>' || c == ',' || c == ';' || c == '"' ||
            c == '\\')
            return std::nullopt;
    }
    return address;
}

std::optional<std::string> normalize_phone(std::string_view text) {
    text = trim(text);
    bool international = text.starts_with('+');
    std::string digits;
    for (char c : text) {
        if (c >= '0' && c <= '9') {
            digits.push_back(c);
        } else if (c == 'x' || c == 'X' || c == '#' || c == 'e' || c == 'E') {
            break;  // an extension: "402-555-0123 ext. 4"
        } else if (std::string_view(" +-.()/\t").find(c) == std::string_view::npos &&
                   static_cast<unsigned char>(c) < 0x80) {
            return std::nullopt;
        }
    }
    if (international && !digits.starts_with('1')) {
        if (digits.size() < 8 || digits.size() > 15 || digits.starts_with('0')) return std::nullopt;
        return "+" + digits;
    }
    if (digits.size() == 11 && digits.front() == '1') digits.erase(0, 1);
    if (digits.size() != 10 || digits[0] < '2' || digits[3] < '2') return std::nullopt;
    return "+1" + digits;
}

std::string prefix_end(std::string_view prefix) {
    std::string end(prefix);
    while (!end.empty() && static_cast<unsigned char>(end.back()) == 0xFF)
        end.pop_back();
    if (end.empty()) return "\xF4\x90";  // beyond every UTF-8 text
    end.back() = static_cast<char>(static_cast<unsigned char>(end.back()) + 1);
    return end;
}

std::string escape_html(std::string_view text) {
    std::string safe;
    safe.reserve(text.size());
    for (char c : text) {
        switch (c) {
            case '&':
                safe += "&amp;";
                break;
            case '<':
                safe += "&lt;";
                break;
            case '>':
                safe += "&gt;";
                break;
            case '"':
                safe += "&quot;";
                break;
            case '\'':
                safe += "&#39;";
                break;
            default:
                safe.push_back(c);
        }
    }
    return safe;
}

}  // namespace wallchart
