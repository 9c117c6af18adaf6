#pragma once
// One question to a directory: gathers the entries that a text may mean, then weighs them.
//
// Each entry gets two figures: how well it fits the text (union, number, letters, kind; 0 to 1), and how
// likely it is beside the others (place, size, name). A candidate's probability is its share among the others
// times its fit, so that one poor candidate alone does not become sure.
#include "core/text.h"
#include "engine/union_name/directory.h"
#include "engine/union_name/reader.h"

#include <algorithm>

namespace wallchart::union_name {

class Resolver {
public:
    Resolver(const Directory& directory, std::string_view text, const Hints& hints)
        : m_directory(directory), m_lexicon(directory.m_lexicon), m_read(directory.read(text)), m_text(text) {
        m_state = find_state(trim(hints.state));
        if (m_state < 0) m_state = state_of_postal_code(trim(hints.postal_code));
        m_city = fold(trim(hints.city));
        m_text_state = find_state(m_read.state);
        if (m_text_state < 0) m_text_state = state_of_postal_code(m_read.postal_code);
        cut(m_lexicon, hints.employer, m_employer);
    }

    Resolution run() {
        if (m_read.sort != NameSort::not_a_union && m_read.sort != NameSort::nothing) {
            for (const auto& candidate : m_read.affiliations)
                by_number(candidate);
            if (m_read.affiliations.empty()) by_number_alone();
            if (m_options.empty()) without_number();
        }
        // A union and a number that are not listed are answer enough, unless the text has a name besides.
        bool named =
            !m_read.affiliations.empty() && !m_read.body.number.empty() && m_read.other_words.empty();
        if (!named && (m_options.empty() || m_read.body.number.empty())) by_name();
        return answer();
    }

private:
    struct Option {
        std::uint32_t entry;
        double fit;          ///< 0 to 1
        double weight;       ///< beside the others
        std::int32_t under;  ///< the union it was looked for under, if not the one named
        double relation;     ///< of that union to the one named, 0 to 1
        bool by_name = false;
    };

    const Directory::Listed& listed(std::uint32_t entry) const { return m_directory.m_listed[entry]; }

    void add(std::uint32_t entry, double fit, std::int32_t under, double relation, bool named = false) {
        double weight = fit * place(entry) * listed(entry).weight * employer(entry);
        // A place that agrees makes a fair guess surer; it does not mend a bad one.
        if (same_city(entry)) {
            fit += (1 - fit) * fit * 0.7;
        } else if (same_state(entry)) {
            fit += (1 - fit) * fit * 0.4;
        } else if (other_state(entry)) {
            fit *= numbered_by_state(entry) ? 0.6 : 0.93;
        }
        m_options.push_back({entry, fit, weight, under, relation, named});
    }

    bool same_city(std::uint32_t entry) const {
        const auto& city = listed(entry).city;
        if (city.empty()) return false;
        bool states_differ = m_state >= 0 && listed(entry).state >= 0 && listed(entry).state != m_state;
        if (!m_city.empty() && city == m_city && !states_differ) return true;
        if (!m_read.city.empty()) return city == m_read.city;
        return std::ranges::any_of(m_read.other_words, [&](const std::string& word) { return word == city; });
    }
    bool same_state(std::uint32_t entry) const {
        auto state = listed(entry).state;
        return state >= 0 && (state == m_state || state == m_text_state);
    }
    bool other_state(std::uint32_t entry) const {
        auto state = listed(entry).state;
        return state >= 0 && (m_state >= 0 || m_text_state >= 0) && !same_state(entry);
    }
    bool numbered_by_state(std::uint32_t entry) const {
        auto affiliation = listed(entry).affiliation;
        const auto* known = affiliation < 0 ? nullptr : m_lexicon.at(affiliation).entry;
        return known && known->by_state;
    }
    double place(std::uint32_t entry) const {
        if (same_city(entry)) return 3;
        if (same_state(entry)) return 1;
        return other_state(entry) ? 0.06 : 0.5;
    }
    double employer(std::uint32_t entry) const {
        for (const auto& token : m_employer.tokens) {
            if (token.raw.size() < 3) continue;
            if (std::ranges::binary_search(m_directory.m_tokens.entries(normal_word(token.raw)), entry))
                return 3;
        }
        return 1;
    }

    double kinds_agree(BodyKind said, BodyKind has) const {
        if (said == BodyKind::unknown || has == BodyKind::unknown || said == has) return 1;
        return is_local(said) == is_local(has) ? 0.97 : 0.3;
    }

    void by_number(const AffiliationCandidate& candidate);
    static bool is_small(const LocalNumber& number) {
        return number.parts.size() == 1 && number.parts.front() < 1000;
    }

    void look_up(std::int32_t affiliation, const LocalNumber& number, BodyKind kind, double fit,
                 std::int32_t under, double relation);
    /// TNG 3 may be CWA 31003, IUE 717 CWA 84717: the sector's digits, the district's, and three of the
    /// local.
    void look_up_renumbered(std::int32_t from, std::int32_t to, const LocalNumber& number, BodyKind kind,
                            double fit);
    void by_number_alone();
    /// The union is named and no number: its only body, or those in the place.
    void without_number();
    /// The share of the text's own words that an entry's name has.
    double name_overlap(std::uint32_t entry) const;
    /// Entries whose names are made of the same words, rare words counting more.
    void by_name();
    std::string token_text(const Words& words, const Token& token) const;
    double name_rarity(std::uint32_t entry) const;
    /// An entry found in several ways counts once, as it fits best.
    void unite();
    Resolution answer();
    void decide(Resolution& resolution) const;
    double best_fit() const;
    void give_reasons(Resolution& resolution) const;

    const Directory& m_directory;
    const Lexicon& m_lexicon;
    UnionName m_read;
    std::string_view m_text;
    int m_state = -1;       // of the person
    int m_text_state = -1;  // in the text
    std::string m_city;
    Words m_employer;
    std::vector<Option> m_options;
};

}  // namespace wallchart::union_name
