#pragma once
// A resolution as a document: a title, a preamble, numbered WHEREAS and RESOLVED clauses, other paragraphs.

#include "core/record.h"

#include <string>
#include <string_view>
#include <vector>

namespace wallchart::resolution_text {

enum class TextBlockKind : std::uint8_t {
    heading,
    preamble,   ///< a paragraph before the first clause
    whereas,    ///< a reason: "WHEREAS, ...", "CONSIDERANDO que ..."
    resolved,   ///< a decision: "BE IT RESOLVED, that ...", "SE RESUELVE que ..."
    item,       ///< of a list, mostly under a clause
    paragraph,  ///< any other, after the first clause
};
BOOST_DESCRIBE_ENUM(TextBlockKind, heading, preamble, whereas, resolved, item, paragraph)

/// Text in one face.
struct TextRun {
    std::string text;
    bool bold = false;
    bool italic = false;
    bool missing = false;  ///< the name of a field that has no value yet

    friend bool operator==(const TextRun&, const TextRun&) = default;
};
BOOST_DESCRIBE_STRUCT(TextRun, (), (text, bold, italic, missing))

struct TextBlock {
    TextBlockKind kind = TextBlockKind::paragraph;
    int number = 0;      ///< of a clause among those of its kind, from 1
    int level = 0;       ///< of a heading or a list, from 1
    std::string marker;  ///< of an item: "1." or "•"
    std::string label;   ///< of a clause: "W1", "R2" (in Spanish "C1", "R2")
    std::string lead;    ///< of a clause: "WHEREAS,"; not in the runs
    std::vector<TextRun> runs;
};
BOOST_DESCRIBE_STRUCT(TextBlock, (), (kind, number, level, marker, label, lead, runs))

struct TextDocument {
    std::string title;     ///< the first heading; empty if there is none
    std::string language;  ///< "en" or "es" as its clauses begin; empty without clauses
    std::vector<TextBlock> blocks;
};
BOOST_DESCRIBE_STRUCT(TextDocument, (), (title, language, blocks))

/// Recognises the title, the clauses and the fields among headings, paragraphs and items as a reader of
/// Markdown made them from a text with shielded fields (see fields.h).
TextDocument make_document(std::vector<TextBlock> blocks);

/// The text of a block with its lead, without emphasis.
std::string plain_text(const TextBlock& block);
/// The same with emphasis as Markdown signs; the form in which versions are compared.
std::string marked_text(const TextBlock& block);

}  // namespace wallchart::resolution_text
