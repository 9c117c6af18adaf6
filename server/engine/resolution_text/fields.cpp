#include "engine/resolution_text/fields.h"

#include "core/text.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace wallchart::resolution_text {
namespace {

constexpr std::array<std::string_view, 14> fields{
    "local", "council",    "city",          "candidate", "office", "district", "line",
    "slate", "candidates", "election_date", "deadline",  "date",   "mover",    "seconder",
};
constexpr std::size_t longest_name = 40;

/// What may stand between braces and be meant as a field, also when misspelt.
bool reads_like_a_name(std::string_view text) {
    if (text.empty() || text.size() > longest_name) return false;
    return std::ranges::all_of(text, [](char c) {
        auto byte = static_cast<unsigned char>(c);
        return std::isalnum(byte) || c == '_' || c == ' ' || c == '-' || byte >= 0x80;
    });
}

std::size_t edits(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            auto substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
        }
    }
    return row[b.size()];
}

std::string_view nearest_field(std::string_view name) {
    auto nearest =
        std::ranges::min_element(fields, {}, [&](std::string_view field) { return edits(name, field); });
    return edits(name, *nearest) <= 2 ? *nearest : std::string_view{};
}

/// Calls `found(FieldUse)` for fields and `open(line)` for a "{" that begins none.
template <class Found, class Open>
void scan(std::string_view text, Found&& found, Open&& open) {
    int line = 1;
    std::size_t line_start = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\n') {
            ++line;
            line_start = at + 1;
        } else if (text[at] == '\\' && at + 1 < text.size() && text[at + 1] != '\n') {
            ++at;
        } else if (text[at] == '{') {
            auto close = text.find_first_of("{}\n", at + 1);
            auto inside = close == std::string_view::npos ? std::string_view{}
                                                          : trim(text.substr(at + 1, close - at - 1));
            if (close == std::string_view::npos || text[close] != '}' || !reads_like_a_name(inside)) {
                open(line);
                continue;
            }
            found(
                FieldUse{to_lower_ascii(inside), line, static_cast<int>(at - line_start) + 1, at, close + 1});
            at = close;
        }
    }
}

}  // namespace

std::span<const std::string_view> known_fields() {
    return fields;
}

std::vector<FieldUse> fields_in(std::string_view text) {
    std::vector<FieldUse> uses;
    scan(text, [&](FieldUse use) { uses.push_back(std::move(use)); }, [](int) {});
    return uses;
}

std::vector<std::string> field_names_in(std::string_view text) {
    std::vector<std::string> names;
    for (auto& use : fields_in(text))
        if (std::ranges::find(names, use.name) == names.end()) names.push_back(std::move(use.name));
    return names;
}

std::vector<TextFault> find_faults(std::string_view text) {
    std::vector<TextFault> faults;
    scan(
        text,
        [&](const FieldUse& use) {
            if (std::ranges::find(fields, use.name) == fields.end())
                faults.push_back({use.line, use.name, std::string(nearest_field(use.name))});
        },
        [&](int line) { faults.push_back({line, {}, {}}); });
    return faults;
}

Result<void> check_fields(std::string_view text, std::string_view pointer) {
    Error error{ErrorKind::invalid, {}};
    for (const auto& fault : find_faults(text)) {
        auto message = "Line " + std::to_string(fault.line) + ": ";
        if (fault.field.empty())
            message += R"("{" begins a field that is not closed; a brace itself is "\{".)";
        else
            message += "there is no field {" + fault.field + "}" +
                       (fault.nearest.empty() ? "." : "; {" + fault.nearest + "} perhaps?");
        if (error.fields.empty()) error.message = message;
        error.fields.push_back({std::string(pointer), std::move(message)});
    }
    if (!error.fields.empty()) return std::unexpected(std::move(error));
    return {};
}

std::string escape_markdown(std::string_view text) {
    std::string escaped;
    for (char c : squeeze(text)) {
        if (std::string_view(R"(\*_[]<>`#{}&~|)").find(c) != std::string_view::npos) escaped += '\\';
        escaped += c;
    }
    return escaped;
}

std::string shield_fields(std::string_view text) {
    std::string shielded;
    std::size_t from = 0;
    for (const auto& use : fields_in(text)) {
        shielded += text.substr(from, use.begin - from);
        shielded += field_open;
        shielded += use.name;
        shielded += field_close;
        from = use.end;
    }
    shielded += text.substr(from);
    return shielded;
}

std::string fill_fields(std::string_view text, const FieldValues& values) {
    std::string filled;
    std::size_t from = 0;
    for (const auto& use : fields_in(text)) {
        auto value = values.find(use.name);
        if (value == values.end() || trim(value->second).empty()) continue;
        filled += text.substr(from, use.begin - from);
        filled += escape_markdown(value->second);
        from = use.end;
    }
    filled += text.substr(from);
    return filled;
}

}  // namespace wallchart::resolution_text
