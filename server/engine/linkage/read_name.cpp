#include "engine/linkage/read_name.h"

#include "core/text.h"

#include <algorithm>
#include <array>

namespace wallchart::linkage {
namespace {

bool is_title(std::string_view word) {
    static constexpr std::array<std::string_view, 20> titles{
        "brother", "capt", "dr",  "fr",  "hon", "maj", "miss", "mr",   "mrs", "ms",
        "mx",      "prof", "rev", "sgt", "sir", "sis", "sra",  "srta", "the", "lt"};
    return std::ranges::find(titles, word) != titles.end();
}

bool is_particle_before_name(std::string_view word) {
    static constexpr std::array<std::string_view, 18> particles{"da",  "de", "del", "den", "der", "di",
                                                                "dos", "du", "el",  "la",  "las", "le",
                                                                "los", "mc", "st",  "van", "von", "al"};
    return std::ranges::find(particles, word) != particles.end();
}

std::string join_words(const std::vector<std::string_view>& words, std::size_t from, std::size_t to) {
    std::string text;
    for (auto at = from; at < to; ++at) {
        if (!text.empty()) text += ' ';
        text += words[at];
    }
    return text;
}

void split_given(std::string_view text, NameParts& parts) {
    auto blank = text.find(' ');
    parts.given = text.substr(0, blank);
    if (blank != std::string_view::npos) parts.middle = text.substr(blank + 1);
}

}  // namespace

std::string clean_name(std::string_view text) {
    std::string name;
    for (char c : fold(text)) {
        auto byte = static_cast<unsigned char>(c);
        if (c == '\'' || c == '`') continue;
        bool letter = (c >= 'a' && c <= 'z') || byte >= 0x80;
        if (letter) {
            name.push_back(c);
        } else if (!name.empty() && name.back() != ' ') {
            name.push_back(' ');
        }
    }
    name = replace_all(std::move(name), "\xE2\x80\x99", "");  // the typographic apostrophe
    if (name.ends_with(' ')) name.pop_back();
    return name;
}

std::optional<Suffix> suffix_of(std::string_view word) {
    if (word == "jr" || word == "junior" || word == "jnr" || word == "hijo") return Suffix::junior;
    if (word == "sr" || word == "senior" || word == "snr") return Suffix::senior;
    if (word == "ii" || word == "2nd" || word == "nd") return Suffix::second;
    if (word == "iii" || word == "3rd" || word == "rd") return Suffix::third;
    if (word == "iv" || word == "4th" || word == "th") return Suffix::fourth;
    return std::nullopt;
}

Suffix strip_name(std::string& name) {
    for (auto blank = name.find(' '); blank != std::string::npos; blank = name.find(' ')) {
        if (!is_title(std::string_view(name).substr(0, blank))) break;
        name.erase(0, blank + 1);
    }
    auto blank = name.rfind(' ');
    if (blank == std::string::npos) return Suffix::unknown;
    auto suffix = suffix_of(std::string_view(name).substr(blank + 1));
    if (!suffix) return Suffix::unknown;
    name.erase(blank);
    return *suffix;
}

NameParts split_full_name(std::string_view text) {
    NameParts parts;
    auto comma = text.find(',');
    if (comma != std::string_view::npos) {
        parts.family = clean_name(text.substr(0, comma));
        parts.suffix = strip_name(parts.family);
        auto rest = clean_name(text.substr(comma + 1));
        if (auto suffix = suffix_of(rest)) {
            // "Elizabeth Rivera, Jr."
            auto whole = split_full_name(text.substr(0, comma));
            whole.suffix = *suffix;
            return whole;
        }
        if (auto suffix = strip_name(rest); suffix != Suffix::unknown) parts.suffix = suffix;
        split_given(rest, parts);
        return parts;
    }
    auto name = clean_name(text);
    parts.suffix = strip_name(name);
    auto words = split(name, ' ');
    if (words.size() == 1) {
        parts.family = name;
        return parts;
    }
    auto family = words.size() - 1;
    // Hyphens were marks of one name.
    auto trimmed = trim(text);
    auto hyphen = trimmed.rfind('-');
    if (family > 1 && hyphen != std::string_view::npos && hyphen > trimmed.rfind(' ') + 1 &&
        trimmed.rfind(' ') != std::string_view::npos)
        --family;
    while (family > 1 && is_particle_before_name(words[family - 1]))
        --family;
    parts.family = join_words(words, family, words.size());
    split_given(join_words(words, 0, family), parts);
    return parts;
}

}  // namespace wallchart::linkage
