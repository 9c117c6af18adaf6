#include "engine/linkage/similarity.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace wallchart::linkage {
namespace {

constexpr std::size_t longest = 64;  // what is longer is compared by its beginning

double jaro(std::string_view a, std::string_view b) {
    auto window = std::max(a.size(), b.size()) / 2;
    window = window > 0 ? window - 1 : 0;
    std::uint64_t matched_a = 0, matched_b = 0;
    int matches = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        auto from = i > window ? i - window : 0;
        auto to = std::min(b.size(), i + window + 1);
        for (auto j = from; j < to; ++j) {
            if ((matched_b >> j & 1U) != 0 || a[i] != b[j]) continue;
            matched_a |= std::uint64_t{1} << i;
            matched_b |= std::uint64_t{1} << j;
            ++matches;
            break;
        }
    }
    if (matches == 0) return 0;
    int transposed = 0;
    std::size_t j = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if ((matched_a >> i & 1U) == 0) continue;
        while ((matched_b >> j & 1U) == 0)
            ++j;
        transposed += a[i] != b[j] ? 1 : 0;
        ++j;
    }
    double m = matches;
    return (m / static_cast<double>(a.size()) + m / static_cast<double>(b.size()) +
            (m - transposed / 2) / m) /
           3;
}

bool is_vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

/// The letter that stands for the sound of word[at]; 0 for none.
char sound_at(std::string_view word, std::size_t at) {
    char c = word[at];
    char next = at + 1 < word.size() ? word[at + 1] : '\0';
    switch (c) {
        case 'b':
        case 'v':
        case 'w':
        case 'f':
            return 'b';
        case 'p':
            return next == 'h' ? 'b' : 'p';
        case 'c':
            if (next == 'h') return 'x';
            return next == 'e' || next == 'i' || next == 'y' ? 's' : 'k';
        case 'q':
        case 'k':
            return 'k';
        case 'z':
        case 's':
            return next == 'h' ? 'x' : 's';
        case 'x':
            return 'x';
        case 'g':
            return next == 'e' || next == 'i' || next == 'y' ? 'j' : next == 'h' ? '\0' : 'g';
        case 'd':
        case 't':
            return next == 'h' ? 't' : c;
        case 'm':
        case 'n':
            return 'n';
        case 'h':
            return '\0';
        default:
            return is_vowel(c) ? '\0' : c;
    }
}

}  // namespace

double jaro_winkler(std::string_view a, std::string_view b) {
    if (a == b) return 1;
    a = a.substr(0, longest);
    b = b.substr(0, longest);
    if (a.empty() || b.empty()) return 0;
    double similarity = jaro(a, b);
    std::size_t prefix = 0;
    while (prefix < std::min({a.size(), b.size(), std::size_t{4}}) && a[prefix] == b[prefix])
        ++prefix;
    return similarity + static_cast<double>(prefix) * 0.1 * (1 - similarity);
}

int edit_distance(std::string_view a, std::string_view b, int limit) {
    a = a.substr(0, longest);
    b = b.substr(0, longest);
    if (a.size() > b.size()) std::swap(a, b);
    if (static_cast<int>(b.size() - a.size()) > limit) return limit + 1;
    // What is the same at either end needs no edits.
    while (!a.empty() && a.front() == b.front()) {
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    while (!a.empty() && a.back() == b.back()) {
        a.remove_suffix(1);
        b.remove_suffix(1);
    }
    if (a.empty()) return static_cast<int>(b.size());
    if (limit == 1) {
        if (a.size() == 1 && b.size() == 1) return 1;
        return a.size() == 2 && b.size() == 2 && a[0] == b[1] && a[1] == b[0] ? 1 : 2;
    }
    std::array<std::array<int, longest + 1>, 3> rows;
    auto* before = rows[0].data();
    auto* last = rows[1].data();
    auto* row = rows[2].data();
    for (std::size_t j = 0; j <= a.size(); ++j)
        last[j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= b.size(); ++i) {
        row[0] = static_cast<int>(i);
        int least = row[0];
        for (std::size_t j = 1; j <= a.size(); ++j) {
            int cost = a[j - 1] == b[i - 1] ? 0 : 1;
            int best = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + cost});
            if (i > 1 && j > 1 && a[j - 1] == b[i - 2] && a[j - 2] == b[i - 1])
                best = std::min(best, before[j - 2] + 1);
            row[j] = best;
            least = std::min(least, best);
        }
        if (least > limit) return limit + 1;
        std::swap(before, last);
        std::swap(last, row);
    }
    return std::min(last[a.size()], limit + 1);
}

std::string sound_of(std::string_view word) {
    std::string sound;
    if (word.empty()) return sound;
    // Silent beginnings.
    if (word.starts_with("kn") || word.starts_with("wr") || word.starts_with("gn") || word.starts_with("ps"))
        word.remove_prefix(1);
    if (word.starts_with('h') && word.size() > 1) word.remove_prefix(1);
    if (is_vowel(word.front())) sound.push_back('a');
    for (std::size_t at = 0; at < word.size(); ++at) {
        if (at > 0 && word[at] == word[at - 1]) continue;
        char c = sound_at(word, at);
        if (c == '\0' || (!sound.empty() && sound.back() == c && !is_vowel(word[at - 1]))) continue;
        sound.push_back(c);
    }
    if (sound.empty()) sound = word.substr(0, 1);
    return sound;
}

std::uint32_t letters_of(std::string_view text) {
    std::uint32_t letters = 0;
    for (char c : text) {
        if (c >= 'a' && c <= 'z') {
            letters |= 1U << static_cast<unsigned>(c - 'a');
        } else if (c != ' ') {
            letters |= 1U << (26U + static_cast<unsigned char>(c) % 6U);
        }
    }
    return letters;
}

}  // namespace wallchart::linkage
