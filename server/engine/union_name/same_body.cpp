// Whether two descriptions are of one body: union and number decide, and the place where a number is missing.
#include "core/text.h"
#include "engine/union_name/local_number.h"
#include "engine/union_name/reader.h"

#include <algorithm>

namespace wallchart::union_name {
namespace {

struct Described {
    std::vector<AffiliationCandidate> affiliations;
    LocalNumber number;
    std::string city;
    int state = -1;
};

Described describe_body(const NamedBody& body) {
    const auto& lexicon = Lexicon::table();
    auto read = parse_union_name(body.name);
    Described result{std::move(read.affiliations), parse_local_number(read.body.number), fold(body.city), -1};
    if (!body.affiliation.empty()) {
        auto known = lexicon.find_union(to_upper_ascii(body.affiliation));
        if (known < 0) known = lexicon.union_named(body.affiliation);
        if (known >= 0) {
            const auto& entry = lexicon.at(known);
            result.affiliations = {{entry.code, entry.name, 1.0, known}};
        }
    }
    if (auto number = parse_local_number(body.number); !number.empty()) result.number = std::move(number);
    if (result.city.empty()) result.city = read.city;
    result.state = find_state(body.state.empty() ? read.state : trim(body.state));
    return result;
}

/// How surely two bodies are of one union; -1 if one of them does not say.
double same_union(const Described& a, const Described& b) {
    const auto& lexicon = Lexicon::table();
    if (a.affiliations.empty() || b.affiliations.empty()) return -1;
    double best = 0;
    for (const auto& left : a.affiliations) {
        for (const auto& right : b.affiliations) {
            auto both = left.probability * right.probability;
            for (const auto& relative : lexicon.relatives(left.index)) {
                if (relative.affiliation == right.index) best = std::max(best, both * relative.strength);
            }
            for (const auto& relative : lexicon.relatives(right.index)) {
                if (relative.affiliation == left.index) best = std::max(best, both * relative.strength);
            }
        }
    }
    return best;
}

bool renumbered(const LocalNumber& a, const LocalNumber& b) {
    auto [small, large] = std::minmax(a.parts.front(), b.parts.front());
    return small < 1000 && large >= 10000 && large % 1000 == small;
}

}  // namespace

double same_body(const NamedBody& a, const NamedBody& b) {
    auto left = describe_body(a);
    auto right = describe_body(b);
    auto unions = same_union(left, right);
    bool same_city = !left.city.empty() && left.city == right.city;
    bool other_place = left.state >= 0 && right.state >= 0 && left.state != right.state;
    if (left.number.empty() || right.number.empty()) {
        // Without a number, one union in one city is at best likely.
        if (!same_city || other_place) return 0.03;
        return unions < 0 ? 0.2 : 0.6 * unions;
    }
    bool digits = share_digits(left.number, right.number);
    if (!digits && renumbered(left.number, right.number))
        return std::max(unions, 0.0) * (same_city ? 0.8 : 0.4);
    if (!digits) return 0.02;
    auto letters = letters_agree(left.number, right.number);
    if (unions < 0) return letters * (same_city ? 0.6 : other_place ? 0.1 : 0.3);
    // A part of a union has numbers of its own; that the two agree far apart is chance.
    if (unions < 0.95 && other_place) return unions * letters * 0.5;
    return unions * letters * (same_city ? 0.99 : other_place ? 0.9 : 0.95);
}

}  // namespace wallchart::union_name
