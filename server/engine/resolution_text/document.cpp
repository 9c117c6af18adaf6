#include "engine/resolution_text/document.h"

#include "core/text.h"
#include "engine/resolution_text/fields.h"

#include <algorithm>
#include <optional>

namespace wallchart::resolution_text {
namespace {

/// How a clause begins: some words that may come before, the word that decides, some that may follow.
struct LeadForm {
    TextBlockKind kind;
    std::string_view language;
    std::vector<std::string_view> before;
    std::vector<std::string_view> deciding;
    std::vector<std::string_view> after;
    std::string_view that;  ///< what follows when there is no comma or colon
};

// Compared in folded form: without case and accents.
const std::vector<LeadForm>& lead_forms() {
    static const std::vector<LeadForm> forms{
        {TextBlockKind::whereas, "en", {"and"}, {"whereas"}, {"also"}, "the"},
        {TextBlockKind::resolved,
         "en",
         {"now", "therefore", "and", "be", "it", "let", "further", "finally", "also", "lastly"},
         {"resolved"},
         {"further", "finally", "also", "lastly"},
         "that"},
        {TextBlockKind::whereas,
         "es",
         {"y", "por"},
         {"considerando", "cuanto"},
         {"tambien", "ademas"},
         "que"},
        {TextBlockKind::resolved,
         "es",
         {"por", "lo", "el", "presente", "tanto", "consiguiente", "y", "ademas", "asimismo", "finalmente",
          "tambien", "se", "queda", "que"},
         {"resuelve", "resuelvase", "resuelto", "acuerda"},
         {"ademas", "asimismo", "finalmente", "tambien"},
         "que"},
    };
    return forms;
}

bool among(const std::vector<std::string_view>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

struct Word {
    std::string folded;
    bool capitals = false;
    std::size_t end = 0;  ///< one past the word, in bytes
};

/// The first words of a text, up to the first sign other than a comma.
std::vector<Word> first_words(std::string_view text) {
    constexpr std::size_t longest_lead = 10;
    std::vector<Word> words;
    std::size_t at = 0;
    while (at < text.size() && words.size() < longest_lead) {
        auto begin = text.find_first_not_of(" ,", at);
        if (begin == std::string_view::npos) break;
        auto end = std::min(text.find_first_of(" ,;:.()\"", begin), text.size());
        if (end == begin) break;
        auto word = text.substr(begin, end - begin);
        bool capitals = std::ranges::none_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
        words.push_back({fold(word), capitals, end});
        at = end;
        if (at < text.size() && text[at] != ' ' && text[at] != ',') break;
    }
    return words;
}

struct Lead {
    TextBlockKind kind;
    std::string_view language;
    std::size_t length;  ///< bytes, with the sign that ends it
};

std::optional<Lead> match(const LeadForm& form, std::string_view text, const std::vector<Word>& words) {
    std::size_t at = 0;
    while (at < words.size() && among(form.before, words[at].folded))
        ++at;
    if (at == words.size() || !among(form.deciding, words[at].folded)) return std::nullopt;
    // "por cuanto" is a lead, "cuanto" alone is not.
    if (words[at].folded == "cuanto" && (at == 0 || words[at - 1].folded != "por")) return std::nullopt;
    auto last = at;
    while (last + 1 < words.size() && among(form.after, words[last + 1].folded))
        ++last;
    auto end = words[last].end;
    bool signed_ = end < text.size() && std::string_view(",;:").find(text[end]) != std::string_view::npos;
    // Ordinary prose may begin with such a word: it is a lead when it is written as one.
    bool followed = last + 1 < words.size() && words[last + 1].folded == form.that;
    if (!signed_ && !words[at].capitals && !followed && end != text.size()) return std::nullopt;
    return Lead{form.kind, form.language, end + (signed_ ? 1 : 0)};
}

std::optional<Lead> lead_of(std::string_view text) {
    auto words = first_words(text);
    for (const auto& form : lead_forms())
        if (auto lead = match(form, text, words)) return lead;
    return std::nullopt;
}

std::string text_of(const std::vector<TextRun>& runs) {
    std::string text;
    for (const auto& run : runs)
        text += run.text;
    return text;
}

/// Removes the first `count` bytes of the runs' text, and the blanks after them.
void drop_front(std::vector<TextRun>& runs, std::size_t count) {
    while (!runs.empty() && count >= runs.front().text.size()) {
        count -= runs.front().text.size();
        runs.erase(runs.begin());
    }
    if (!runs.empty()) runs.front().text.erase(0, count);
    while (!runs.empty()) {
        auto& text = runs.front().text;
        text.erase(0, std::min(text.find_first_not_of(' '), text.size()));
        if (!text.empty()) break;
        runs.erase(runs.begin());
    }
}

/// Cuts runs where shielded fields stand.
std::vector<TextRun> mark_missing(const std::vector<TextRun>& runs) {
    std::vector<TextRun> marked;
    for (const auto& run : runs) {
        auto add = [&](std::string_view text, bool missing) {
            if (!text.empty()) marked.push_back({std::string(text), run.bold, run.italic, missing});
        };
        std::string_view rest = run.text;
        while (!rest.empty()) {
            auto open = rest.find(field_open);
            auto close = open == std::string_view::npos ? open : rest.find(field_close, open);
            if (close == std::string_view::npos) break;
            add(rest.substr(0, open), false);
            add(rest.substr(open + field_open.size(), close - open - field_open.size()), true);
            rest.remove_prefix(close + field_close.size());
        }
        add(rest, false);
    }
    return marked;
}

}  // namespace

TextDocument make_document(std::vector<TextBlock> blocks) {
    TextDocument document;
    int whereas = 0, resolved = 0, spanish = 0;
    for (auto& block : blocks) {
        auto text = text_of(block.runs);
        if (trim(text).empty()) continue;
        if (block.kind == TextBlockKind::heading && document.title.empty() && document.blocks.empty()) {
            block.runs = mark_missing(block.runs);
            document.title = squeeze(plain_text(block));
            continue;
        }
        if (block.kind == TextBlockKind::paragraph) {
            if (auto lead = lead_of(text)) {
                block.kind = lead->kind;
                block.number = ++(lead->kind == TextBlockKind::whereas ? whereas : resolved);
                block.lead = text.substr(0, lead->length);
                drop_front(block.runs, lead->length);
                spanish += lead->language == "es" ? 1 : -1;
            } else if (whereas + resolved == 0) {
                block.kind = TextBlockKind::preamble;
            }
        }
        block.runs = mark_missing(block.runs);
        document.blocks.push_back(std::move(block));
    }
    if (whereas + resolved > 0) document.language = spanish > 0 ? "es" : "en";
    for (auto& block : document.blocks) {
        if (block.kind == TextBlockKind::whereas)
            block.label = (spanish > 0 ? "C" : "W") + std::to_string(block.number);
        if (block.kind == TextBlockKind::resolved) block.label = "R" + std::to_string(block.number);
    }
    return document;
}

std::string plain_text(const TextBlock& block) {
    std::string text = block.lead;
    if (!text.empty() && !block.runs.empty()) text += ' ';
    for (const auto& run : block.runs)
        text += run.missing ? "{" + run.text + "}" : run.text;
    return text;
}

std::string marked_text(const TextBlock& block) {
    std::string text = block.lead;
    if (!text.empty() && !block.runs.empty()) text += ' ';
    for (const auto& run : block.runs) {
        std::string sign = std::string(run.bold ? 2 : 0, '*') + std::string(run.italic ? 1 : 0, '*');
        text += sign + (run.missing ? "{" + run.text + "}" : run.text) + sign;
    }
    return text;
}

}  // namespace wallchart::resolution_text
