#pragma once
// What the words of union names mean: names of unions as phrases, the words for kinds of bodies, states,
// and the nearest known word to a misspelt one.

#include "engine/union_name/affiliations.h"
#include "engine/union_name/union_name.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wallchart::union_name {

/// How much a phrase says about the union, strongest first.
enum class Strength : std::uint8_t {
    official,  ///< its full name or abbreviation
    name,      ///< what it is called
    shy,       ///< an abbreviation that is a word too
    craft      ///< a trade of its members
};

/// What the reader does with a word besides looking for phrases.
enum class Role : std::uint8_t {
    none,
    glue,         ///< of, the, and ...
    designator,   ///< local, lodge, district ...: `kind` says which
    number_word,  ///< no, nos, number
    union_word,   ///< union, brotherhood, association: a body of workers, whichever
    federation,   ///< afl-cio, clc: says nothing about which union
    company,      ///< inc, llc
    independent,  ///< independent, unaffiliated
    many,         ///< various, multi
    former,       ///< formerly, now: what follows is another name
};

struct WordMeaning {
    std::string text;
    Role role = Role::none;
    BodyKind kind = BodyKind::unknown;
    std::int8_t state = -1;   ///< in the list of states, for a postal abbreviation or a one-word name
    bool short_name = false;  ///< a phrase of its own ("seiu"): is cut from digits
};

/// A known sequence of words.
struct Phrase {
    std::int32_t affiliation = -1;  ///< -1: a state of several words
    Strength strength = Strength::name;
    std::int32_t known_local = -1;
    std::int8_t state = -1;
    std::uint8_t words = 0;
};

/// A union of the table or one learnt from a directory.
struct LexiconUnion {
    std::string code;
    std::string name;
    std::vector<std::string> words;      ///< of all its names, for search as one types; sorted
    const Affiliation* entry = nullptr;  ///< none for a learnt one
};

/// A union that may be meant when another is named: successor, parent, part.
struct Relative {
    std::int32_t affiliation = -1;
    double strength = 1;
    Numbers numbers = Numbers::kept;
};

class Lexicon {
public:
    static constexpr std::uint32_t no_word = 0xFFFFFFFF;

    /// The table's unions. Made once.
    static const Lexicon& table();

    Lexicon();

    /// The union of that code, or -1.
    std::int32_t find_union(std::string_view code) const;
    const LexiconUnion& at(std::int32_t affiliation) const {
        return m_unions[static_cast<std::size_t>(affiliation)];
    }
    std::size_t size() const { return m_unions.size(); }
    /// The union itself and those that may be meant by its name, strongest first.
    const std::vector<Relative>& relatives(std::int32_t affiliation) const {
        return m_relatives[static_cast<std::size_t>(affiliation)];
    }

    /// Adds a union that the table lacks; its code and names become phrases, over any of the table's.
    std::int32_t learn_union(std::string_view code, std::string_view name);
    /// Adds a name for a union.
    void learn_name(std::int32_t affiliation, std::string_view name);
    /// The union whose name or abbreviation is exactly this text; -1 if there is none.
    std::int32_t union_named(std::string_view text) const;

    /// Whether a word of one of the union's names begins with `prefix`.
    bool is_called(std::int32_t affiliation, std::string_view prefix) const;

    /// A word in any of its forms ("wkrs", "Workers'"), or no_word. `text` is folded.
    std::uint32_t find_word(std::string_view text) const;
    /// The one known word within an edit or two of `text`, or no_word.
    std::uint32_t nearest_word(std::string_view text) const;
    const WordMeaning& meaning(std::uint32_t word) const { return m_words[word]; }

    /// Steps along phrases: the node after `node` by `word`, or -1. The root is 0.
    std::int32_t step(std::int32_t node, std::uint32_t word) const;
    /// The phrase that ends at a node, or -1.
    std::int32_t phrase_at(std::int32_t node) const { return m_nodes[static_cast<std::size_t>(node)]; }
    const Phrase& phrase(std::int32_t index) const { return m_phrases[static_cast<std::size_t>(index)]; }

private:
    std::uint32_t add_word(std::string_view normal);
    void add_role(std::string_view list, Role role);
    void add_roles();
    void add_designators();
    void add_phrase(std::string_view text, Phrase phrase, bool replace);
    void add_union(const Affiliation& affiliation);
    void relate();
    void call(LexiconUnion& named, std::string_view name);
    void add_corrections(std::uint32_t word);

    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::vector<LexiconUnion> m_unions;
    std::vector<std::vector<Relative>> m_relatives;
    std::unordered_map<std::string, std::int32_t, TextHash, std::equal_to<>> m_codes;
    std::vector<WordMeaning> m_words;
    std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>> m_ids;
    std::unordered_map<std::uint64_t, std::int32_t> m_steps;
    std::vector<std::int32_t> m_nodes{-1};
    std::vector<Phrase> m_phrases;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>>
        m_corrections;  // by hash of a shortened word
};

/// The word in the form under which it is known: abbreviations written out, singular ("wkrs" → "worker").
std::string normal_word(std::string_view folded);

/// States and territories: postal abbreviation and name, both folded.
struct State {
    std::string_view code;
    std::string_view name;
};
std::span<const State> states();
/// The index of a state by abbreviation or name in any case, or -1.
int find_state(std::string_view text);
/// The state of a ZIP code by its first three digits, or -1.
int state_of_postal_code(std::string_view postal_code);

}  // namespace wallchart::union_name
