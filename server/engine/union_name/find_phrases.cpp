#include "engine/union_name/reader.h"

#include <algorithm>

namespace wallchart::union_name {
namespace {

bool skipped(const Reading& reading, const Token& token) {
    const auto* meaning = reading.meaning_of(token);
    return meaning && (meaning->role == Role::glue || meaning->role == Role::federation);
}

/// "..., Factory Workers, United Service Workers Union": these words begin a name, they do not end one.
bool begins_a_name(const Reading& reading, std::size_t at) {
    const auto* meaning = reading.meaning_of(reading.words.tokens[at]);
    if (!meaning ||
        (meaning->text != "united" && meaning->text != "international" && meaning->text != "national")) {
        return false;
    }
    const auto* before = reading.meaning_of(reading.words.tokens[at - 1]);
    return reading.words.tokens[at].gap == Gap::comma || (before && before->text == "and");
}

/// The longest phrase that begins at `first`.
Found longest_phrase(const Reading& reading, std::size_t first) {
    Found best;
    const auto& tokens = reading.words.tokens;
    std::int32_t node = 0;
    bool corrected = false;
    for (std::size_t at = first; at < tokens.size(); ++at) {
        if (at > first && skipped(reading, tokens[at])) continue;
        if (tokens[at].word == Lexicon::no_word || (at > first && begins_a_name(reading, at))) break;
        node = reading.lexicon.step(node, tokens[at].word);
        if (node < 0) break;
        corrected = corrected || tokens[at].corrected;
        if (auto phrase = reading.lexicon.phrase_at(node); phrase >= 0) best = {phrase, first, at, corrected};
    }
    return best;
}

/// A phrase that is also an everyday word counts only where a union's name is expected.
bool stands_as_a_name(const Reading& reading, const Found& found) {
    const auto& tokens = reading.words.tokens;
    auto is_mark = [&](std::size_t at) {
        const auto& token = tokens[at];
        auto role = reading.role_of(token);
        return token.is_number() || role == Role::designator || role == Role::number_word;
    };
    if (found.first == 0) return true;
    if (found.first > 0 && is_mark(found.first - 1)) return true;
    bool after_glue =
        found.first > 1 && skipped(reading, tokens[found.first - 1]) && is_mark(found.first - 2);
    if (after_glue) return true;
    return found.last + 1 < tokens.size() && is_mark(found.last + 1);
}

}  // namespace

void find_phrases(Reading& reading) {
    auto& tokens = reading.words.tokens;
    for (auto& token : tokens) {
        if (token.is_number() || token.word != Lexicon::no_word) continue;
        token.word = reading.lexicon.nearest_word(token.raw);
        token.corrected = token.word != Lexicon::no_word;
    }
    for (std::size_t at = 0; at < tokens.size();) {
        auto found = skipped(reading, tokens[at]) ? Found{} : longest_phrase(reading, at);
        if (found.phrase < 0) {
            ++at;
            continue;
        }
        for (auto i = found.first; i <= found.last; ++i) {
            tokens[i].phrase = static_cast<std::int16_t>(reading.found.size());
        }
        reading.found.push_back(found);
        at = found.last + 1;
    }
    // A word mended and then not used in a phrase is what was written, unless it says what kind of body.
    for (auto& token : tokens) {
        if (!token.corrected || token.phrase >= 0) continue;
        auto role = reading.lexicon.meaning(token.word).role;
        if (role != Role::designator && role != Role::union_word) {
            token.word = Lexicon::no_word;
            token.corrected = false;
        }
    }
    for (auto& found : reading.found) {
        if (reading.lexicon.phrase(found.phrase).strength != Strength::shy) continue;
        if (stands_as_a_name(reading, found)) continue;
        for (auto i = found.first; i <= found.last; ++i)
            tokens[i].phrase = -1;
        found.phrase = -1;
    }
}

}  // namespace wallchart::union_name
