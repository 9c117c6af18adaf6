#include "features/resolutions/markdown.h"

#include "core/text.h"
#include "engine/resolution_text/fields.h"

#include <cmark-gfm.h>

#include <memory>

namespace wallchart {
namespace {

using resolution_text::TextBlock;
using resolution_text::TextBlockKind;

class Reading {
public:
    std::vector<TextBlock> read(std::string_view text) {
        struct Free {
            void operator()(cmark_node* node) const { cmark_node_free(node); }
            void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
        };
        std::unique_ptr<cmark_node, Free> root(
            cmark_parse_document(text.data(), text.size(), CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8));
        std::unique_ptr<cmark_iter, Free> iterator(cmark_iter_new(root.get()));
        for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
             event = cmark_iter_next(iterator.get()))
            visit(cmark_iter_get_node(iterator.get()), event == CMARK_EVENT_ENTER);
        return std::move(m_blocks);
    }

private:
    struct List {
        bool ordered;
        int next;
    };

    void visit(cmark_node* node, bool entering) {
        auto type = cmark_node_get_type(node);
        // cmark-gfm's types are variables, so that they can't be cases of a switch.
        if (type == CMARK_NODE_LIST) {
            if (entering)
                m_lists.push_back({cmark_node_get_list_type(node) == CMARK_ORDERED_LIST,
                                   std::max(cmark_node_get_list_start(node), 1)});
            else
                m_lists.pop_back();
        } else if (type == CMARK_NODE_ITEM) {
            if (entering) m_item_begins = true;
        } else if (type == CMARK_NODE_PARAGRAPH) {
            if (entering) begin(m_lists.empty() ? TextBlockKind::paragraph : TextBlockKind::item, 0);
        } else if (type == CMARK_NODE_HEADING) {
            if (entering) begin(TextBlockKind::heading, cmark_node_get_heading_level(node));
        } else if (type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK) {
            begin(m_lists.empty() ? TextBlockKind::paragraph : TextBlockKind::item, 0);
            if (literal(node)) add(squeeze(literal(node)));
        } else if (type == CMARK_NODE_STRONG) {
            m_bold += entering ? 1 : -1;
        } else if (type == CMARK_NODE_EMPH) {
            m_italic += entering ? 1 : -1;
        } else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
            add(" ");
        } else if (entering && literal(node)) {
            add(literal(node));
        }
    }

    static const char* literal(cmark_node* node) { return cmark_node_get_literal(node); }

    void begin(TextBlockKind kind, int level) {
        TextBlock block;
        block.kind = kind;
        block.level = kind == TextBlockKind::item ? static_cast<int>(m_lists.size()) : level;
        if (kind == TextBlockKind::item && m_item_begins) {
            auto& list = m_lists.back();
            block.marker = list.ordered ? std::to_string(list.next++) + "." : "•";
            m_item_begins = false;
        }
        m_blocks.push_back(std::move(block));
    }

    void add(std::string_view text) {
        if (m_blocks.empty() || text.empty()) return;
        auto& runs = m_blocks.back().runs;
        bool bold = m_bold > 0, italic = m_italic > 0;
        if (runs.empty() || runs.back().bold != bold || runs.back().italic != italic)
            runs.push_back({{}, bold, italic});
        runs.back().text += text;
    }

    std::vector<TextBlock> m_blocks;
    std::vector<List> m_lists;
    bool m_item_begins = false;
    int m_bold = 0, m_italic = 0;
};

}  // namespace

resolution_text::TextDocument read_markdown(std::string_view body) {
    return resolution_text::make_document(Reading().read(resolution_text::shield_fields(body)));
}

}  // namespace wallchart
