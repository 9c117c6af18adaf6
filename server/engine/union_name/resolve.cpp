// Which entry of a directory a text means.
//
// Each entry that could be meant gets two figures: how well it fits the text (union, number, letters, kind; 0
// to 1), and how likely it is beside the others (place, size, name). A candidate's probability is its share
// among the others times the fit of the best, so that one poor candidate alone does not become sure.
#include "core/text.h"
#include "engine/union_name/directory.h"
#include "engine/union_name/reader.h"

#include <algorithm>
#include <cmath>

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
        if (m_options.empty() || m_read.body.number.empty()) by_name();
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
        // A state said in the text or known of the person, and the entry's, that agree make a doubtful union
        // surer.
        if (same_city(entry)) {
            fit = 1 - (1 - fit) * 0.3;
        } else if (same_state(entry)) {
            fit = 1 - (1 - fit) * 0.6;
        } else if (other_state(entry)) {
            fit *= 0.93;
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

    void by_number(const AffiliationCandidate& candidate) {
        auto look = [&](const Body& body, double factor) {
            auto number = parse_local_number(body.number);
            for (const auto& relative : m_lexicon.relatives(candidate.index)) {
                auto fit = candidate.probability * relative.strength * factor;
                auto under = relative.affiliation == candidate.index ? -1 : relative.affiliation;
                bool renumbered = relative.numbers == Numbers::sector && is_small(number);
                if (renumbered) {
                    look_up_renumbered(candidate.index, relative.affiliation, number, body.kind, fit);
                } else {
                    look_up(relative.affiliation, number, body.kind, fit, under, relative.strength);
                }
            }
        };
        if (!m_read.body.number.empty()) look(m_read.body, 1);
        if (m_read.sort == NameSort::several_unions) {
            for (const auto& body : m_read.bodies)
                look(body, 1);
        }
        if (m_options.empty() && m_read.above && !m_read.above->number.empty()) look(*m_read.above, 0.3);
    }

    static bool is_small(const LocalNumber& number) {
        return number.parts.size() == 1 && number.parts.front() < 1000;
    }

    void look_up(std::int32_t affiliation, const LocalNumber& number, BodyKind kind, double fit,
                 std::int32_t under, double relation) {
        for (std::size_t i = 0; i < number.parts.size(); ++i) {
            // "9-535": both parts when the entry has both, else one of them.
            double part = number.parts.size() == 1 ? 1 : i == 0 ? 0.75 : 0.6;
            for (const auto& item : m_directory.with_number(affiliation, number.parts[i])) {
                const auto& other = listed(item.entry);
                double whole = number.parts == other.number.parts ? 1
                               : other.number.parts.size() > 1    ? 0.8
                                                                  : part;
                add(item.entry,
                    fit * whole * letters_agree(number, other.number) * kinds_agree(kind, other.kind), under,
                    relation);
            }
        }
    }

    /// TNG 3 may be CWA 31003, IUE 717 CWA 84717: the sector's digits, the district's, and three of the
    /// local.
    void look_up_renumbered(std::int32_t from, std::int32_t to, const LocalNumber& number, BodyKind kind,
                            double fit) {
        const auto* entry = m_lexicon.at(from).entry;
        if (!entry || entry->sector.empty()) return;
        for (std::uint64_t district = 0; district < 10; ++district) {
            LocalNumber renumbered;
            std::uint64_t sector = std::stoull(std::string(entry->sector));
            if (entry->sector.size() == 1) sector = sector * 10 + district;
            renumbered.parts = {sector * 1000 + number.parts.front()};
            look_up(to, renumbered, kind, fit * 0.92, to, 0.8);
            if (entry->sector.size() > 1) break;
        }
    }

    void by_number_alone() {
        auto number = parse_local_number(m_read.body.number);
        for (auto part : number.parts) {
            for (const auto& item : m_directory.with_number(-1, part)) {
                const auto& other = listed(item.entry);
                auto fit =
                    0.4 * letters_agree(number, other.number) * kinds_agree(m_read.body.kind, other.kind);
                add(item.entry, fit * (0.6 + 0.4 * name_overlap(item.entry)), -1, 1);
            }
        }
    }

    /// The union is named and no number: its only body, or those in the place.
    void without_number() {
        if (!m_read.body.number.empty()) return;
        for (const auto& candidate : m_read.affiliations) {
            std::size_t all = 0;
            for (const auto& relative : m_lexicon.relatives(candidate.index)) {
                if (relative.strength < 0.5) continue;
                all += m_directory.m_by_affiliation[static_cast<std::size_t>(relative.affiliation)].size();
            }
            for (const auto& relative : m_lexicon.relatives(candidate.index)) {
                if (relative.strength < 0.5) continue;
                auto under = relative.affiliation == candidate.index ? -1 : relative.affiliation;
                const auto& entries =
                    m_directory.m_by_affiliation[static_cast<std::size_t>(relative.affiliation)];
                // With nothing to tell them apart the largest are as good as all.
                bool alike = m_state < 0 && m_text_state < 0 && m_city.empty() && m_read.other_words.empty();
                for (auto entry : std::span(entries).first(alike ? std::min<std::size_t>(entries.size(), 50)
                                                                 : entries.size())) {
                    double fit = all == 1 ? 0.9 : 0.5 + 0.2 * name_overlap(entry);
                    add(entry, fit * candidate.probability * relative.strength, under, relative.strength);
                }
            }
        }
    }

    /// The share of the text's own words that an entry's name has.
    double name_overlap(std::uint32_t entry) const {
        if (m_read.other_words.empty()) return 0;
        std::size_t shared = 0;
        for (const auto& word : m_read.other_words) {
            shared +=
                std::ranges::binary_search(m_directory.m_tokens.entries(normal_word(word)), entry) ? 1 : 0;
        }
        return static_cast<double>(shared) / static_cast<double>(m_read.other_words.size());
    }

    /// Entries whose names are made of the same words, rare words counting more.
    void by_name() {
        Words words;
        cut(m_lexicon, m_text, words);
        double total = 0;
        std::unordered_map<std::uint32_t, double> found;
        auto size = static_cast<double>(m_directory.size());
        for (const auto& token : words.tokens) {
            if (token.word != Lexicon::no_word && m_lexicon.meaning(token.word).role == Role::glue) continue;
            auto entries = m_directory.m_tokens.entries(token_text(words, token));
            auto rarity = std::log(1 + size / (1 + static_cast<double>(entries.size())));
            total += rarity;
            if (entries.size() > 3000) continue;
            for (auto entry : entries)
                found[entry] += rarity;
        }
        if (total <= 0) return;
        for (const auto& [entry, shared] : found) {
            if (shared < 0.55 * total) continue;
            auto own = name_rarity(entry);
            double alike = shared / std::max(total, 0.5 * (total + own));
            if (alike < 0.5) continue;
            bool number_differs = !m_read.body.number.empty() && !listed(entry).number.empty() &&
                                  !share_digits(parse_local_number(m_read.body.number), listed(entry).number);
            add(entry, std::min(0.97, alike) * (number_differs ? 0.1 : 1), -1, 1, true);
        }
    }

    std::string token_text(const Words& words, const Token& token) const {
        if (token.is_number())
            return to_lower_ascii(words.numbers[static_cast<std::size_t>(token.number)].text());
        return normal_word(token.raw);
    }

    double name_rarity(std::uint32_t entry) const {
        Words words;
        cut(m_lexicon, m_directory.m_entries[entry].name, words);
        double total = 0;
        auto size = static_cast<double>(m_directory.size());
        for (const auto& token : words.tokens) {
            if (token.word != Lexicon::no_word && m_lexicon.meaning(token.word).role == Role::glue) continue;
            auto entries = m_directory.m_tokens.entries(token_text(words, token));
            total += std::log(1 + size / (1 + static_cast<double>(entries.size())));
        }
        return total;
    }

    /// An entry found in several ways counts once, as it fits best.
    void unite() {
        std::ranges::sort(m_options, [](const Option& a, const Option& b) {
            return a.entry != b.entry ? a.entry < b.entry : a.weight > b.weight;
        });
        auto doubles = std::ranges::unique(m_options, {}, &Option::entry);
        m_options.erase(doubles.begin(), doubles.end());
    }

    Resolution answer() {
        unite();
        // A body of a related union is meant only if the union named, or one nearer to it, has none of that
        // number.
        double nearest = 0;
        for (const auto& option : m_options) {
            if (option.fit > 0.5) nearest = std::max(nearest, option.relation);
        }
        for (auto& option : m_options) {
            bool farther = nearest == 1 ? option.relation < 1 : option.relation < 0.75 * nearest;
            option.weight *= farther ? 0.05 : 1;
        }
        double sum = 0;
        for (const auto& option : m_options)
            sum += option.weight;
        auto likelier = [](const Option& a, const Option& b) {
            return a.weight != b.weight ? a.weight > b.weight : a.entry < b.entry;
        };
        auto kept = std::min<std::size_t>(m_options.size(), 10);
        std::ranges::partial_sort(m_options, m_options.begin() + static_cast<std::ptrdiff_t>(kept), likelier);
        m_options.resize(kept);

        Resolution resolution;
        bool several = m_read.sort == NameSort::several_unions;
        for (const auto& option : m_options) {
            auto probability = option.weight / sum * option.fit;
            if (several) probability = std::min(probability, 0.5);
            resolution.candidates.push_back(
                {m_directory.m_entries[option.entry].id, probability, m_directory.label(option.entry)});
        }
        give_reasons(resolution);
        decide(resolution);
        resolution.name = std::move(m_read);
        return resolution;
    }

    void decide(Resolution& resolution) const {
        const auto& candidates = resolution.candidates;
        double first = candidates.empty() ? 0 : candidates[0].probability;
        double second = candidates.size() < 2 ? 0 : candidates[1].probability;
        if (first >= sure_from && first >= sure_margin * second) {
            resolution.answer = Answer::resolved;
            resolution.id = candidates[0].id;
            resolution.probability = first;
            return;
        }
        double some = 0;
        for (const auto& candidate : candidates)
            some += candidate.probability;
        if (m_read.sort == NameSort::nothing || m_read.sort == NameSort::not_a_union) {
            resolution.answer = some >= 0.5 ? Answer::unclear_which_local : Answer::not_a_union;
            resolution.probability = 1 - some;
        } else if (candidates.empty() ||
                   (best_fit() < (m_read.sort == NameSort::several_unions ? 0.3 : 0.52) &&
                    !m_read.affiliations.empty() && !m_read.body.number.empty())) {
            resolution.answer = Answer::not_in_directory;
            resolution.probability = 1 - some;
        } else {
            resolution.answer = Answer::unclear_which_local;
            resolution.probability = 1 - first;
        }
    }

    double best_fit() const {
        double best = 0;
        for (const auto& option : m_options)
            best = std::max(best, option.fit);
        return best;
    }

    void give_reasons(Resolution& resolution) const {
        auto give = [&](ReasonKind kind, std::string detail = {}) {
            resolution.reasons.push_back({kind, std::move(detail)});
        };
        if (m_read.sort == NameSort::nothing || m_read.sort == NameSort::not_a_union)
            give(ReasonKind::says_no_union);
        if (m_read.sort == NameSort::several_unions) give(ReasonKind::several_named);
        if (m_read.affiliations.empty()) {
            if (m_read.sort == NameSort::some_union || m_read.sort == NameSort::independent)
                give(ReasonKind::union_unknown);
        } else {
            const auto& union_meant = m_read.affiliations.front();
            give(union_meant.probability >= 0.9 ? ReasonKind::union_named : ReasonKind::union_guessed,
                 union_meant.code);
        }
        std::string said = m_read.body.number;
        if (said.empty()) {
            if (m_read.sort == NameSort::some_union) give(ReasonKind::number_missing);
        } else {
            auto with =
                std::ranges::count_if(m_options, [](const Option& option) { return option.fit > 0.35; });
            give(with == 0   ? ReasonKind::number_not_listed
                 : with == 1 ? ReasonKind::number_listed_once
                             : ReasonKind::number_listed_often,
                 said);
        }
        if (m_options.empty()) return;
        const auto& option = m_options.front();
        const auto& entry = m_directory.m_entries[option.entry];
        const auto& has = listed(option.entry);
        if (option.under >= 0) give(ReasonKind::listed_under, m_lexicon.at(option.under).code);
        auto number = parse_local_number(said);
        if (!number.empty() && letters_agree(number, has.number) < 1)
            give(ReasonKind::letters_differ, entry.number);
        if (option.by_name) give(ReasonKind::name_alike, entry.name);
        if (same_city(option.entry)) {
            give(ReasonKind::same_city, entry.city);
        } else if (same_state(option.entry)) {
            give(ReasonKind::same_state, entry.state);
        } else if (other_state(option.entry)) {
            give(ReasonKind::other_state, entry.state);
        }
    }

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

Resolution Directory::resolve(std::string_view text, const Hints& hints) const {
    return Resolver(*this, text, hints).run();
}

std::string in_words(const Reason& reason) {
    const auto& detail = reason.detail;
    switch (reason.kind) {
        case ReasonKind::union_named:
            return "The union named is " + detail + ".";
        case ReasonKind::union_guessed:
            return "The union is probably " + detail + ".";
        case ReasonKind::union_unknown:
            return "It is not said which union.";
        case ReasonKind::number_listed_once:
            return "One body listed has the number " + detail + ".";
        case ReasonKind::number_listed_often:
            return "Several bodies listed have the number " + detail + ".";
        case ReasonKind::number_not_listed:
            return "No body of that union listed has the number " + detail + ".";
        case ReasonKind::number_missing:
            return "No number is said.";
        case ReasonKind::listed_under:
            return "It is listed under " + detail + ", to which this union belongs or went.";
        case ReasonKind::letters_differ:
            return "The number is listed as " + detail + ".";
        case ReasonKind::same_city:
            return "It is in " + detail + " too.";
        case ReasonKind::same_state:
            return "It is in " + detail + " too.";
        case ReasonKind::other_state:
            return "It is in another state, " + detail + ".";
        case ReasonKind::name_alike:
            return "The name is like that of " + detail + ".";
        case ReasonKind::several_named:
            return "More than one body is named.";
        case ReasonKind::says_no_union:
            return "No union is named.";
    }
    return {};
}

}  // namespace wallchart::union_name
