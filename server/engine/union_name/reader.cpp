#include "engine/union_name/reader.h"

#include "core/text.h"

#include <algorithm>
#include <array>

namespace wallchart::union_name {
namespace {

// Postal abbreviations that are words of English or Spanish, or kinds of bodies: they count at the end of a
// text, behind a comma.
constexpr std::string_view common_words = " in or me de la al co id hi ok oh dc ma pa as mo ";

bool is_state(const Reading& reading, std::size_t at) {
    const auto& tokens = reading.words.tokens;
    const auto& token = tokens[at];
    if (token.phrase >= 0 || token.corrected) return false;
    const auto* meaning = reading.meaning_of(token);
    if (!meaning || meaning->state < 0) return false;
    if (token.raw.size() > 2 ||
        common_words.find(" " + std::string(token.raw) + " ") == std::string_view::npos) {
        return true;
    }
    bool last = at + 1 == tokens.size() || (at + 2 == tokens.size() && tokens[at + 1].is_number());
    return token.gap == Gap::comma && last && at > 0;
}

bool is_plain(const Reading& reading, const Token& token) {
    return token.phrase < 0 && !token.is_number() &&
           (reading.role_of(token) == Role::none || reading.role_of(token) == Role::union_word);
}

constexpr std::array no_union_texts = {
    "none",
    "no",
    "na",
    "nonunion",
    "non union",
    "no union",
    "not union",
    "not in a union",
    "not a union",
    "not in union",
    "i am not in a union",
    "im not in a union",
    "not a member",
    "not applicable",
    "no aplica",
    "ninguno",
    "ninguna",
    "no tengo",
    "no tengo sindicato",
    "sin sindicato",
    "not unionized",
    "nonunionized",
    "unorganized",
    "not yet",
    "nope",
    "no local",
    "no tengo union",
    "retired",
    "no estoy en un sindicato",
    "no estoy en ningun sindicato",
    "self employed",
    "unemployed",
    "student",
    "unknown",
    "dont know",
    "i dont know",
    "idk",
    "no se",
    "not sure",
    "tbd",
    "n a",
    "nil",
    "null",
    "nothing",
    "other",
    "not union member",
    "non union member",
    "not currently in a union",
    "no union affiliation",
    "not represented",
    "unrepresented",
};

bool says_none(const Words& words) {
    if (words.tokens.size() > 6) return false;
    std::string text;
    for (const auto& token : words.tokens) {
        if (!text.empty()) text.push_back(' ');
        text.append(token.raw);
    }
    std::erase(text, '/');
    return std::ranges::find(no_union_texts, std::string_view(text)) != no_union_texts.end();
}

NameSort sort_of(const Reading& reading, bool several) {
    const auto& tokens = reading.words.tokens;
    if (tokens.empty()) return NameSort::nothing;
    if (several) return NameSort::several_unions;
    bool independent = false, union_word = false, company = false, designated = false;
    for (const auto& token : tokens) {
        auto role = reading.role_of(token);
        independent = independent || role == Role::independent;
        union_word = union_word || role == Role::union_word;
        company = company || role == Role::company;
        designated = designated || (role == Role::designator && !token.corrected) || role == Role::federation;
        if (role == Role::many) return NameSort::several_unions;
    }
    bool unaffiliated = !reading.name.affiliations.empty() && reading.name.affiliation() == "UNAFF";
    if (unaffiliated) return NameSort::independent;
    if (!reading.name.affiliations.empty()) return NameSort::some_union;
    if (independent) return NameSort::independent;
    if (company && !union_word && !designated) return NameSort::not_a_union;
    if (union_word || designated) return NameSort::some_union;
    // "Graduate Students United".
    const auto* last = reading.meaning_of(tokens.back());
    if (!company && tokens.size() > 1 && last && last->text == "united") return NameSort::some_union;
    // "MPPPU 273": an abbreviation and a number.
    bool abbreviation =
        tokens.size() == 2 && !tokens[0].is_number() && tokens[0].raw.size() <= 6 && tokens[1].is_number();
    if (abbreviation && !company) return NameSort::some_union;
    // A bare number may be a local's; a bare name is no union's.
    bool only_numbers = std::ranges::all_of(tokens, [](const Token& token) { return token.is_number(); });
    return only_numbers ? NameSort::some_union : NameSort::not_a_union;
}

void collect_other_words(Reading& reading) {
    const auto& tokens = reading.words.tokens;
    for (const auto& token : tokens) {
        if (token.place || !is_plain(reading, token)) continue;
        auto role = reading.role_of(token);
        if (role == Role::union_word) continue;
        const auto* meaning = reading.meaning_of(token);
        if (meaning && (meaning->text == "international" || meaning->text == "america" ||
                        meaning->text == "joint" || meaning->text == "united"))
            continue;
        reading.name.other_words.emplace_back(token.raw);
    }
}

}  // namespace

void find_place(Reading& reading) {
    auto& tokens = reading.words.tokens;
    auto& name = reading.name;
    for (const auto& found : reading.found) {
        if (found.phrase < 0) continue;
        auto state = reading.lexicon.phrase(found.phrase).state;
        if (state >= 0 && name.state.empty()) {
            name.state = to_upper_ascii(states()[static_cast<std::size_t>(state)].code);
        }
    }
    for (std::size_t at = tokens.size(); at-- > 0;) {
        if (!is_state(reading, at)) continue;
        name.state =
            to_upper_ascii(states()[static_cast<std::size_t>(reading.meaning_of(tokens[at])->state)].code);
        // The city stands before its state: up to three words that nothing else explains.
        std::size_t first = at;
        while (first > 0 && at - first < 3 && is_plain(reading, tokens[first - 1])) {
            --first;
            if (tokens[first].gap == Gap::comma) break;
        }
        bool set_off = first < at && (tokens[first].gap == Gap::comma ||
                                      (first > 0 && !is_plain(reading, tokens[first - 1])));
        if (set_off && (tokens[at].raw.size() == 2 || tokens[at].gap == Gap::comma)) {
            tokens[at].place = true;
            for (auto i = first; i < at; ++i) {
                if (i > first) name.city.push_back(' ');
                name.city.append(tokens[i].raw);
                tokens[i].place = true;
            }
        }
        break;
    }
}

UnionName read_union_name(const Lexicon& lexicon, std::string_view text) {
    Reading reading{lexicon, {}, {}, {}};
    cut(lexicon, text, reading.words);
    if (says_none(reading.words)) {
        reading.name.sort = NameSort::not_a_union;
        reading.name.says_none = true;
        return std::move(reading.name);
    }
    find_phrases(reading);
    bool unions = judge_affiliations(reading);
    bool locals = find_bodies(reading);
    find_place(reading);
    collect_other_words(reading);
    reading.name.sort = sort_of(reading, unions || locals);
    return std::move(reading.name);
}

UnionName parse_union_name(std::string_view text) {
    return read_union_name(Lexicon::table(), text);
}

std::string describe(const UnionName& name) {
    std::string text;
    auto add = [&](std::string_view word) {
        if (word.empty()) return;
        if (!text.empty()) text.push_back(' ');
        text.append(word);
    };
    switch (name.sort) {
        case NameSort::nothing:
            return "nothing";
        case NameSort::not_a_union:
            return "not a union";
        case NameSort::independent:
            add("independent");
            break;
        case NameSort::several_unions:
            add("several:");
            break;
        case NameSort::some_union:
            break;
    }
    if (name.sort == NameSort::several_unions && name.affiliations.size() > 1) {
        for (const auto& candidate : name.affiliations)
            add(candidate.code);
    } else if (name.affiliations.empty()) {
        if (name.sort == NameSort::some_union) add("?");
    } else {
        add(name.affiliation() == "UNAFF" ? "" : name.affiliation());
    }
    auto kind = [](BodyKind value) { return replace_all(std::string(name_of(value)), "_", " "); };
    if (name.above) {
        add(kind(name.above->kind));
        add(name.above->number);
    }
    if (name.sort == NameSort::several_unions && name.bodies.size() > 1) {
        for (const auto& body : name.bodies) {
            add(kind(body.kind));
            add(body.number);
        }
    } else if (name.body.kind != BodyKind::unknown) {
        add(kind(name.body.kind));
        add(name.body.number);
    }
    return text;
}

}  // namespace wallchart::union_name
