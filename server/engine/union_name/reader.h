#pragma once
// Reads a union's name by a lexicon: finds the phrases that name unions, then the bodies and numbers, then
// the place, and judges what the whole is.

#include "engine/union_name/words.h"

#include <vector>

namespace wallchart::union_name {

/// A phrase found in the text.
struct Found {
    std::int32_t phrase = -1;
    std::size_t first = 0, last = 0;  ///< tokens
    bool corrected = false;           ///< a misspelt word is in it
};

/// The text with what was found in it, handed from step to step.
struct Reading {
    const Lexicon& lexicon;
    Words words;
    std::vector<Found> found;
    UnionName name;

    const Number& number_of(const Token& token) const {
        return words.numbers[static_cast<std::size_t>(token.number)];
    }
    const WordMeaning* meaning_of(const Token& token) const {
        return token.word == Lexicon::no_word ? nullptr : &lexicon.meaning(token.word);
    }
    Role role_of(const Token& token) const {
        const auto* meaning = token.phrase >= 0 ? nullptr : meaning_of(token);
        return meaning ? meaning->role : Role::none;
    }
};

/// Marks the phrases, longest first at each place, mending misspelt words.
void find_phrases(Reading& reading);
/// Weighs the phrases: fills `affiliations`, answers whether unrelated unions are named.
bool judge_affiliations(Reading& reading);
/// Fills `bodies`, `body` and `above`; answers whether several locals are named.
bool find_bodies(Reading& reading);
/// Fills `city`, `state` and `postal_code`.
void find_place(Reading& reading);

/// All of it.
UnionName read_union_name(const Lexicon& lexicon, std::string_view text);

/// The digits that name the local in its union's books: "10-286" of the steelworkers is 286.
std::string main_number(const Number& number, std::string_view affiliation);

}  // namespace wallchart::union_name
