// Word by word inside a clause.
#include "engine/resolution_text/difference.h"
#include "engine/resolution_text/shortest_edit.h"

#include <unordered_map>

namespace wallchart::resolution_text {
namespace {

enum class TokenKind : std::uint8_t { word, blank, sign };

TokenKind kind_of(char c) {
    auto byte = static_cast<unsigned char>(c);
    if (c == ' ' || c == '\n' || c == '\t') return TokenKind::blank;
    // Letters beyond ASCII are several bytes, all of them here: a character is never cut.
    if (std::isalnum(byte) || byte >= 0x80 || c == '\'' || c == '_') return TokenKind::word;
    return TokenKind::sign;
}

/// Words, runs of blanks, and single signs.
std::vector<std::string_view> tokens_of(std::string_view text) {
    std::vector<std::string_view> tokens;
    for (std::size_t at = 0; at < text.size();) {
        auto kind = kind_of(text[at]);
        auto end = at + 1;
        while (kind != TokenKind::sign && end < text.size() && kind_of(text[end]) == kind)
            ++end;
        tokens.push_back(text.substr(at, end - at));
        at = end;
    }
    return tokens;
}

std::vector<int> numbered(const std::vector<std::string_view>& tokens,
                          std::unordered_map<std::string_view, int>& numbers) {
    std::vector<int> result;
    result.reserve(tokens.size());
    for (auto token : tokens)
        result.push_back(numbers.try_emplace(token, static_cast<int>(numbers.size())).first->second);
    return result;
}

bool has_word(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return kind_of(c) == TokenKind::word; });
}

/// A stretch of the old and the new text between two that are the same.
struct Stretch {
    std::string same, removed, added;  ///< `same` comes first
    bool changes() const { return !removed.empty() || !added.empty(); }
};

std::vector<Stretch> stretches(const std::vector<std::string_view>& old_tokens,
                               const std::vector<std::string_view>& new_tokens, const EditScript& script) {
    std::vector<Stretch> found(1);
    std::size_t i = 0, j = 0;
    while (i < old_tokens.size() || j < new_tokens.size()) {
        auto& last = found.back();
        if (i < old_tokens.size() && script.removed[i]) {
            last.removed += old_tokens[i++];
        } else if (j < new_tokens.size() && script.added[j]) {
            last.added += new_tokens[j++];
        } else {
            if (last.changes()) found.emplace_back();
            found.back().same += old_tokens[i];
            ++i, ++j;
        }
    }
    return found;
}

}  // namespace

std::vector<WordChange> word_changes(std::string_view before, std::string_view after) {
    std::unordered_map<std::string_view, int> numbers;
    auto old_tokens = tokens_of(before), new_tokens = tokens_of(after);
    auto old_numbers = numbered(old_tokens, numbers), new_numbers = numbered(new_tokens, numbers);
    auto found = stretches(old_tokens, new_tokens, shortest_edit(old_numbers, new_numbers));

    // A blank that two changes have in common is no common ground: "[-the union-]{+our local+}" reads better
    // than "[-the-]{+our+} [-union-]{+local+}".
    std::vector<Stretch> joined;
    for (auto& stretch : found) {
        if (!joined.empty() && joined.back().changes() && stretch.changes() && !has_word(stretch.same)) {
            joined.back().removed += stretch.same + stretch.removed;
            joined.back().added += stretch.same + stretch.added;
        } else {
            joined.push_back(std::move(stretch));
        }
    }
    std::vector<WordChange> changes;
    for (auto& stretch : joined) {
        if (!stretch.same.empty()) changes.push_back({WordEdit::same, std::move(stretch.same)});
        if (!stretch.removed.empty()) changes.push_back({WordEdit::removed, std::move(stretch.removed)});
        if (!stretch.added.empty()) changes.push_back({WordEdit::added, std::move(stretch.added)});
    }
    return changes;
}

}  // namespace wallchart::resolution_text
