#pragma once
// A resolution as a document: a title, a preamble, numbered WHEREAS and RESOLVED clauses, other paragraphs.

#include "core/record.h"

#include <string>
#include <string_view>
#include <vector>

namespace wallchart::resolution_text {

enum class BlockKind : std::uint8_t {
    heading,
    preamble,   ///< a paragraph before the first clause
    whereas,    ///< a reason: "WHEREAS, ...", "CONSIDERANDO que ..."
    resolved,   ///< a decision: "BE IT RESOLVED, that ...", "SE RESUELVE que ..."
    item,       ///< of a list, mostly under a clause
    paragraph,  ///< any other, after the first clause
};
BOOST_DESCRIBE_ENUM(BlockKind, heading, preamble, whereas, resolved, item, paragraph)

/// Text in one face.
struct Run {
    std::string text;
    bool bold = false;
    bool italic = false;
    bool missing = false;  ///< the name of a field that has no value yet

    friend bool operator==(const Run&, const Run&) = default;
};
BOOST_DESCRIBE_STRUCT(Run, (), (text, bold, italic, missing))

struct Block {
    BlockKind kind = BlockKind::paragraph;
    int number = 0;      ///< of a clause among those of its kind, from 1
    int level = 0;       ///< of a heading or a list, from 1
    std::string marker;  ///< of an item: "1." or "•"
    std::string label;   ///< of a clause: "W1", "R2" (in Spanish "C1", "R2")
    std::string lead;    ///< of a clause: "WHEREAS,"; not in the runs
    std::vector<Run> runs;
};
BOOST_DESCRIBE_STRUCT(Block, (), (kind, number, level, marker, label, lead, runs))

struct Document {
    std::string title;     ///< the first heading; empty if there is none
    std::string language;  ///< "en" or "es" as its clauses begin; empty without clauses
    std::vector<Block> blocks;
};
BOOST_DESCRIBE_STRUCT(Document, (), (title, language, blocks))

/// Recognises the title, the clauses and the fields among headings, paragraphs and items as a reader of
/// Markdown made them from a text with shielded fields (see fields.h).
Document make_document(std::vector<Block> blocks);

/// The text of a block with its lead, without emphasis.
std::string plain_text(const Block& block);
/// The same with emphasis as Markdown signs; the form in which versions are compared.
std::string marked_text(const Block& block);

}  // namespace wallchart::resolution_text
