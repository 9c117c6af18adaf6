#pragma once
// Which entry of a directory of union bodies a text means, with how surely and why; and suggestions as one
// types.

#include "engine/union_name/lexicon.h"
#include "engine/union_name/local_number.h"
#include "engine/union_name/token_index.h"
#include "engine/union_name/union_name.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wallchart::union_name {

/// A body of the directory. Whatever is not given is read from the name.
struct DirectoryEntry {
    std::int64_t id = 0;
    std::string affiliation;  ///< code or name of its union; one the table lacks is learnt, "Name (ABBR)" too
    BodyKind kind = BodyKind::unknown;
    std::string number;
    std::string name;
    std::string city;
    std::string state;  ///< abbreviation or name
    std::optional<std::int64_t> members;
};

/// What else is known about who wrote the text.
struct Hints {
    std::string city;
    std::string state;
    std::string postal_code;
    std::string employer;
};

enum class Answer : std::uint8_t { resolved, unclear_which_local, not_in_directory, not_a_union };
BOOST_DESCRIBE_ENUM(Answer, resolved, unclear_which_local, not_in_directory, not_a_union)

/// Why: the kinds of reasons, so that a screen can say them in its own language.
enum class ReasonKind : std::uint8_t {
    union_named,    ///< detail: code
    union_guessed,  ///< from the trade or a misspelt name; detail: code
    union_unknown,
    number_listed_once,   ///< detail: number
    number_listed_often,  ///< detail: number
    number_not_listed,    ///< detail: number
    number_missing,
    listed_under,    ///< another union than the one named, related to it; detail: code
    letters_differ,  ///< detail: the number as listed
    same_city,       ///< detail: city
    same_state,      ///< detail: state
    other_state,     ///< detail: state
    name_alike,      ///< detail: name as listed
    several_named,
    says_no_union,
};
BOOST_DESCRIBE_ENUM(ReasonKind, union_named, union_guessed, union_unknown, number_listed_once,
                    number_listed_often, number_not_listed, number_missing, listed_under, letters_differ,
                    same_city, same_state, other_state, name_alike, several_named, says_no_union)

struct Reason {
    ReasonKind kind = ReasonKind::union_unknown;
    std::string detail;
};
BOOST_DESCRIBE_STRUCT(Reason, (), (kind, detail))

/// A reason as an English sentence.
std::string in_words(const Reason& reason);

/// An entry that may be meant.
struct Candidate {
    std::int64_t id = 0;
    double probability = 0;
    std::string label;  ///< its name and place
};
BOOST_DESCRIBE_STRUCT(Candidate, (), (id, probability, label))

struct Resolution {
    Answer answer = Answer::not_a_union;
    std::int64_t id = 0;                ///< the entry, if resolved; else 0
    double probability = 0;             ///< of the answer
    std::vector<Candidate> candidates;  ///< most likely first, the resolved one among them; at most ten
    std::vector<Reason> reasons;
    UnionName name;  ///< what was read
};

/// From this probability on an entry is taken, if it is also this many times as likely as the next.
inline constexpr double sure_from = 0.8;
inline constexpr double sure_margin = 4;

/// Immutable once built; any number of threads may ask.
class Directory {
public:
    explicit Directory(std::vector<DirectoryEntry> entries);

    Resolution resolve(std::string_view text, const Hints& hints = {}) const;

    /// Entries for what has been typed so far ("team 81", "32b"), largest first. Probability is 0.
    std::vector<Candidate> suggest(std::string_view text, std::size_t limit = 10) const;

    /// The text read by the directory's words: also the unions learnt from its entries.
    UnionName read(std::string_view text) const;

    std::size_t size() const { return m_entries.size(); }

private:
    friend class Resolver;

    /// What is compared, made once from an entry.
    struct Listed {
        std::int32_t affiliation = -1;
        LocalNumber number;
        BodyKind kind = BodyKind::unknown;
        std::int16_t state = -1;
        std::string city;   ///< folded
        double weight = 1;  ///< more for more members
    };
    struct NumberKey {
        std::int32_t affiliation;  ///< -1 for any
        std::uint64_t digits;
        auto operator<=>(const NumberKey&) const = default;
    };
    struct NumberEntry {
        NumberKey key;
        std::uint32_t entry;
        auto operator<=>(const NumberEntry&) const = default;
    };

    std::int32_t affiliation_of(const DirectoryEntry& entry);
    void learn_short_name(const DirectoryEntry& entry, std::int32_t affiliation);
    void list(std::uint32_t index);
    std::span<const NumberEntry> with_number(std::int32_t affiliation, std::uint64_t digits) const;
    std::string label(std::uint32_t index) const;
    struct Typed;
    Typed typed(std::string_view text) const;
    void collect_word(Typed& typed, std::string_view word, bool unfinished) const;

    Lexicon m_lexicon;
    std::vector<DirectoryEntry> m_entries;  ///< by members, most first
    std::vector<Listed> m_listed;
    std::vector<NumberEntry> m_by_number;  ///< sorted
    std::vector<std::vector<std::uint32_t>> m_by_affiliation;
    TokenIndex m_tokens;
    std::unordered_map<std::string, std::int32_t> m_named;  ///< affiliation by its text in the entries
};

}  // namespace wallchart::union_name
