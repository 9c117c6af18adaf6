#pragma once
// What changed between two versions of a resolution: clause by clause, then word by word inside a clause,
// with clauses that only moved told as moved.

#include "core/record.h"
#include "engine/resolution_text/document.h"

#include <optional>
#include <string>
#include <vector>

namespace wallchart::resolution_text {

/// A block of a version as it is compared.
struct Clause {
    TextBlockKind kind = TextBlockKind::paragraph;
    std::string label;  ///< "W1"; not compared
    std::string text;   ///< see marked_text

    friend bool operator==(const Clause& a, const Clause& b) { return a.kind == b.kind && a.text == b.text; }
};

/// The title, when there is one, as a heading, then the blocks.
std::vector<Clause> clauses_of(const TextDocument& document);

enum class WordEdit : std::uint8_t { same, added, removed };
BOOST_DESCRIBE_ENUM(WordEdit, same, added, removed)

struct WordChange {
    WordEdit edit = WordEdit::same;
    std::string text;  ///< words with the blanks and signs between them

    friend bool operator==(const WordChange&, const WordChange&) = default;
};
BOOST_DESCRIBE_STRUCT(WordChange, (), (edit, text))

enum class ClauseEdit : std::uint8_t {
    same,
    added,
    removed,
    changed,     ///< in its place
    moved,       ///< to here, perhaps changed as well
    moved_away,  ///< from here; its words are told where it went
};
BOOST_DESCRIBE_ENUM(ClauseEdit, same, added, removed, changed, moved, moved_away)

struct ClauseChange {
    ClauseEdit edit = ClauseEdit::same;
    TextBlockKind kind = TextBlockKind::paragraph;  ///< in the new version; in the old one where it is gone
    std::optional<TextBlockKind> old_kind{};        ///< where a moved or changed clause was of another kind
    std::optional<int> old_position{};              ///< among the old version's blocks, from 0
    std::optional<int> new_position{};
    std::string old_label;
    std::string new_label;
    std::vector<WordChange> words;  ///< joined without "added": the old text; without "removed": the new one

    friend bool operator==(const ClauseChange&, const ClauseChange&) = default;
};
BOOST_DESCRIBE_STRUCT(ClauseChange, (),
                      (edit, kind, old_kind, old_position, new_position, old_label, new_label, words))

/// In the order of the new version, with what is gone told where it was.
struct TextDifference {
    int added = 0, removed = 0, changed = 0, moved = 0;  ///< clauses
    std::vector<ClauseChange> clauses;

    bool empty() const { return added + removed + changed + moved == 0; }
    friend bool operator==(const TextDifference&, const TextDifference&) = default;
};
BOOST_DESCRIBE_STRUCT(TextDifference, (), (added, removed, changed, moved, clauses))

/// Tells two versions apart.
TextDifference difference(const std::vector<Clause>& before, const std::vector<Clause>& after);

/// Words and signs of one text against another's; neighbours of one kind are joined.
std::vector<WordChange> word_changes(std::string_view before, std::string_view after);

/// The new version that a difference makes of the old one; nothing if it was made from another text.
std::optional<std::vector<Clause>> apply_difference(const TextDifference& difference,
                                                    const std::vector<Clause>& before);

/// The difference that leads back.
TextDifference reversed(const TextDifference& difference);

}  // namespace wallchart::resolution_text
