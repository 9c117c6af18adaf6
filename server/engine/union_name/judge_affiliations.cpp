#include "core/text.h"
#include "engine/union_name/reader.h"

#include <algorithm>

namespace wallchart::union_name {
namespace {

struct Evidence {
    std::int32_t affiliation = -1;
    Strength strength = Strength::name;
    double weight = 0;
    std::size_t first = 0, last = 0;  ///< tokens
};

double weight_of(const Phrase& phrase, bool corrected) {
    constexpr double weights[] = {0.99, 0.97, 0.9, 0.7};
    double weight = weights[static_cast<std::size_t>(phrase.strength)];
    return corrected ? weight * 0.95 : weight;
}

/// Whether `b` is reached from `a` by its parents, or by its successors.
bool leads_to(const Lexicon& lexicon, std::int32_t a, std::int32_t b, std::string_view Affiliation::* codes,
              int depth = 0) {
    const auto* entry = lexicon.at(a).entry;
    if (!entry || depth > 3) return false;
    for (auto code : split(entry->*codes, ' ')) {
        auto next = lexicon.find_union(code);
        if (next >= 0 && (next == b || leads_to(lexicon, next, b, codes, depth + 1))) return true;
    }
    return false;
}

bool stands_before(const Lexicon& lexicon, std::int32_t a, std::int32_t b) {
    return leads_to(lexicon, a, b, &Affiliation::part_of) || leads_to(lexicon, b, a, &Affiliation::now);
}

/// The bodies that unions form together: named beside a union they say nothing about which.
bool is_federation(const Lexicon& lexicon, std::int32_t affiliation) {
    std::string_view code = lexicon.at(affiliation).code;
    return code == "AFLCIO" || code == "BCTD" || code == "MTD" || code == "MTTD" || code == "TTD" ||
           code == "DPE";
}

void add_candidate(Reading& reading, std::int32_t affiliation, double probability) {
    auto& list = reading.name.affiliations;
    for (const auto& candidate : list) {
        if (candidate.index == affiliation) return;
    }
    const auto& entry = reading.lexicon.at(affiliation);
    list.push_back({entry.code, entry.name, probability, affiliation});
}

/// A number of five digits is already one of the parent's ("TNG-CWA 39521").
bool has_parents_number(const Reading& reading) {
    return std::ranges::any_of(reading.words.numbers, [](const Number& number) {
        return number.parts.size() == 1 && number.parts.front().size() == 5 && number.prefix.empty();
    });
}

/// How many different locals are named by number, as far as can be said before the numbers are judged.
std::size_t local_numbers(const Reading& reading) {
    std::vector<std::string> numbers;
    for (const auto& token : reading.words.tokens) {
        if (!token.is_number() || token.phrase >= 0) continue;
        auto text = reading.number_of(token).text();
        if (std::ranges::find(numbers, text) == numbers.end()) numbers.push_back(std::move(text));
    }
    return numbers.size();
}

std::vector<Evidence> gather(const Reading& reading) {
    std::vector<Evidence> evidence;
    for (const auto& found : reading.found) {
        if (found.phrase < 0) continue;
        const auto& phrase = reading.lexicon.phrase(found.phrase);
        if (phrase.affiliation < 0) continue;
        auto weight = weight_of(phrase, found.corrected);
        auto same = std::ranges::find(evidence, phrase.affiliation, &Evidence::affiliation);
        if (same == evidence.end()) {
            evidence.push_back({phrase.affiliation, phrase.strength, weight, found.first, found.last});
        } else {
            same->weight = std::max(same->weight, weight);
            same->strength = std::min(same->strength, phrase.strength);
            same->last = found.last;
        }
    }
    return evidence;
}

/// Whether two names stand side by side, joined by nothing or by "/", "-", ",": "AFT/NEA".
bool side_by_side(const Evidence& first, const Evidence& second) {
    return second.first == first.last + 1;
}

/// "AFL-CIO" by itself; elsewhere it says only that a union belongs to it.
bool is_federation_alone(const Reading& reading) {
    return std::ranges::all_of(reading.words.tokens, [&](const Token& token) {
        auto role = reading.role_of(token);
        return role == Role::federation || role == Role::glue;
    });
}

}  // namespace

bool judge_affiliations(Reading& reading) {
    const auto& lexicon = reading.lexicon;
    auto evidence = gather(reading);
    // Trades named beside a union's name describe its members; an everyday word beside one is only a word.
    auto strongest = Strength::craft;
    for (const auto& item : evidence)
        strongest = std::min(strongest, item.strength);
    std::erase_if(evidence, [&](const Evidence& item) {
        return strongest <= Strength::name ? item.strength > Strength::name
                                           : strongest == Strength::shy && item.strength == Strength::craft;
    });
    bool union_named = std::ranges::any_of(
        evidence, [&](const Evidence& item) { return !is_federation(lexicon, item.affiliation); });
    if (union_named) {
        std::erase_if(evidence,
                      [&](const Evidence& item) { return is_federation(lexicon, item.affiliation); });
    }
    if (evidence.empty()) {
        if (is_federation_alone(reading)) add_candidate(reading, lexicon.find_union("AFLCIO"), 0.99);
        return false;
    }

    // A part stands before its union, a union before what went into it.
    std::vector<Evidence> heads;
    for (const auto& item : evidence) {
        bool behind = std::ranges::any_of(evidence, [&](const Evidence& other) {
            return other.affiliation != item.affiliation &&
                   stands_before(lexicon, other.affiliation, item.affiliation);
        });
        if (!behind) heads.push_back(item);
    }
    if (heads.empty()) heads = evidence;
    // Unrelated unions with a number each are several; with one number, one of them is the local's: an
    // official name rather than a trade's, else that which comes last ("X Local 5, affiliated with Y").
    bool several = heads.size() > 1 && heads.front().strength < Strength::craft && local_numbers(reading) > 1;
    if (heads.size() > 1 && !several) {
        bool together = side_by_side(heads[0], heads[1]);
        if (!together) std::ranges::reverse(heads);
        std::ranges::stable_sort(heads, {}, &Evidence::strength);
        bool equal = heads[0].strength == heads[1].strength;
        several = equal && together && local_numbers(reading) == 0 && heads[0].strength <= Strength::name;
        heads[0].weight *= equal ? 0.8 : 0.95;
        for (std::size_t i = 1; i < heads.size(); ++i)
            heads[i].weight *= 0.3;
    } else {
        for (auto& head : heads)
            head.weight /= static_cast<double>(heads.size());
    }
    for (const auto& head : heads) {
        const auto* entry = lexicon.at(head.affiliation).entry;
        bool parents = entry && entry->numbers == Numbers::sector && has_parents_number(reading);
        if (parents) {
            for (const auto& relative : lexicon.relatives(head.affiliation)) {
                if (relative.numbers == Numbers::sector)
                    add_candidate(reading, relative.affiliation, head.weight);
            }
        }
        add_candidate(reading, head.affiliation, head.weight * (parents ? 0.5 : 1));
    }
    for (const auto& item : evidence)
        add_candidate(reading, item.affiliation, item.weight * 0.5);
    return several;
}

}  // namespace wallchart::union_name
