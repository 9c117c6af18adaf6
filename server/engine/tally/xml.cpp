#include "engine/tally/xml.h"

#include "core/text.h"

#include <boost/json/stream_parser.hpp>

#include <algorithm>

namespace wallchart::tally {
namespace {

constexpr int depth_limit = 32;

bool is_space(char character) {
    return character == ' ' || character == '\t' || character == '\n' || character == '\r';
}

/// "Line 7, column 3: what."
std::unexpected<Error> fault_in(std::string_view text, std::size_t at, std::string_view what,
                                ErrorKind kind) {
    auto before = text.substr(0, std::min(at, text.size()));
    auto line = std::ranges::count(before, '\n') + 1;
    auto start = before.rfind('\n');
    auto column = before.size() - (start == std::string_view::npos ? 0 : start + 1) + 1;
    return failure(kind, "Line " + std::to_string(line) + ", column " + std::to_string(column) + ": " +
                             std::string(what) + ".");
}

class XmlReader {
public:
    explicit XmlReader(std::string_view text) : m_text(text) {}

    Result<json::value> read() {
        if (m_text.starts_with("\xef\xbb\xbf")) m_at = 3;
        if (!is_utf8(m_text)) return fault("this is not UTF-8 text", ErrorKind::unsupported);
        TRY(skip_between());
        if (m_at == m_text.size() || m_text[m_at] != '<') return fault("an element is expected");
        auto root = TRY(element(0));
        TRY(skip_between());
        if (m_at != m_text.size()) return fault("nothing may stand after the root element");
        return root.value;
    }

private:
    struct Element {
        std::string name;
        json::value value;
    };

    std::unexpected<Error> fault(std::string_view what, ErrorKind kind = ErrorKind::invalid) const {
        return fault_in(m_text, m_at, what, kind);
    }

    bool take(std::string_view token) {
        if (!m_text.substr(m_at).starts_with(token)) return false;
        m_at += token.size();
        return true;
    }

    Result<void> skip_to(std::string_view close) {
        auto found = m_text.find(close, m_at);
        if (found == std::string_view::npos) return fault("the file ends in the middle of this");
        m_at = found + close.size();
        return {};
    }

    void skip_space() {
        while (m_at < m_text.size() && is_space(m_text[m_at]))
            ++m_at;
    }

    /// Passes what may stand outside of the root element.
    Result<void> skip_between() {
        while (true) {
            skip_space();
            if (take("<?")) {
                TRY(skip_to("?>"));
            } else if (take("<!--")) {
                TRY(skip_to("-->"));
            } else if (m_text.substr(m_at).starts_with("<!")) {
                return fault("a document type is not read", ErrorKind::unsupported);
            } else {
                return {};
            }
        }
    }

    Result<std::string> name() {
        auto from = m_at;
        while (m_at < m_text.size() && !is_space(m_text[m_at]) &&
               std::string_view("/>=<\"'").find(m_text[m_at]) == std::string_view::npos)
            ++m_at;
        auto whole = m_text.substr(from, m_at - from);
        if (whole.empty()) return fault("a name is expected");
        auto colon = whole.rfind(':');
        return std::string(colon == std::string_view::npos ? whole : whole.substr(colon + 1));
    }

    Result<std::string> decoded(std::string_view raw) const {
        std::string text;
        for (std::size_t at = 0; at < raw.size();) {
            if (raw[at] != '&') {
                text += raw[at++];
                continue;
            }
            auto end = raw.find(';', at);
            auto entity = raw.substr(at + 1, end == std::string_view::npos ? 0 : end - at - 1);
            if (entity == "amp") {
                text += '&';
            } else if (entity == "lt") {
                text += '<';
            } else if (entity == "gt") {
                text += '>';
            } else if (entity == "quot") {
                text += '"';
            } else if (entity == "apos") {
                text += '\'';
            } else if (!entity.starts_with('#') || !append_character(entity.substr(1), text)) {
                return fault("a character reference is not known");
            }
            at = end + 1;
        }
        return text;
    }

    /// Appends the character of a numeric reference ("233", "xe9") as UTF-8.
    static bool append_character(std::string_view number, std::string& text) {
        std::uint32_t code = 0;
        std::uint32_t base = number.starts_with('x') ? 16 : 10;
        if (base == 16) number.remove_prefix(1);
        if (number.empty() || number.size() > 7) return false;
        for (char digit : number) {
            auto value = digit >= '0' && digit <= '9' ? digit - '0' : (digit | 32) - 'a' + 10;
            if (value < 0 || static_cast<std::uint32_t>(value) >= base) return false;
            code = code * base + static_cast<std::uint32_t>(value);
        }
        if (code == 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return false;
        auto add = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
        if (code < 0x80) {
            add(code);
        } else if (code < 0x800) {
            add(0xc0 | (code >> 6U));
            add(0x80 | (code & 63U));
        } else if (code < 0x10000) {
            add(0xe0 | (code >> 12U));
            add(0x80 | ((code >> 6U) & 63U));
            add(0x80 | (code & 63U));
        } else {
            add(0xf0 | (code >> 18U));
            add(0x80 | ((code >> 12U) & 63U));
            add(0x80 | ((code >> 6U) & 63U));
            add(0x80 | (code & 63U));
        }
        return true;
    }

    Result<void> attribute(json::object& into) {
        auto key = TRY(name());
        skip_space();
        if (!take("=")) return fault("= is expected");
        skip_space();
        if (m_at == m_text.size() || (m_text[m_at] != '"' && m_text[m_at] != '\''))
            return fault("a quote is expected");
        char quote = m_text[m_at++];
        auto from = m_at;
        TRY(skip_to(std::string_view(&quote, 1)));
        into[key == "ObjectId" ? std::string("@id") : key] =
            TRY(decoded(m_text.substr(from, m_at - 1 - from)));
        return {};
    }

    static void add_child(json::object& into, Element child) {
        auto* present = into.if_contains(child.name);
        if (present == nullptr) {
            into[child.name] = std::move(child.value);
        } else if (present->is_array()) {
            present->get_array().push_back(std::move(child.value));
        } else {
            *present = json::array{std::move(*present), std::move(child.value)};
        }
    }

    Result<Element> element(int depth) {
        if (depth > depth_limit) return fault("elements are nested too deeply");
        ++m_at;  // "<"
        Element found {
            TRY(name())
            , {}
        };
        json::object inside;
        while (true) {
            skip_space();
            if (take("/>")) return finish(std::move(found), std::move(inside), {});
            if (take(">")) break;
            TRY(attribute(inside));
        }
        std::string text;
        while (true) {
            auto from = m_at;
            m_at = std::min(m_text.find('<', m_at), m_text.size());
            text += TRY(decoded(m_text.substr(from, m_at - from)));
            if (m_at == m_text.size()) return fault("the file ends before <" + found.name + "> is closed");
            if (take("</")) {
                if (TRY(name()) != found.name) return fault("this does not close <" + found.name + ">");
                skip_space();
                if (!take(">")) return fault("> is expected");
                return finish(std::move(found), std::move(inside), trim(text));
            }
            if (take("<!--")) {
                TRY(skip_to("-->"));
            } else if (take("<![CDATA[")) {
                from = m_at;
                TRY(skip_to("]]>"));
                text += m_text.substr(from, m_at - 3 - from);
            } else if (take("<?")) {
                TRY(skip_to("?>"));
            } else {
                add_child(inside, TRY(element(depth + 1)));
            }
        }
    }

    static Element finish(Element found, json::object inside, std::string_view text) {
        if (inside.empty()) {
            found.value = json::string(text);
        } else {
            found.value = std::move(inside);
        }
        return found;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

}  // namespace

Result<json::value> read_xml(std::string_view text) {
    return XmlReader(text).read();
}

Result<json::value> read_json(std::string_view text) {
    auto value = parse_json(text);
    if (value) return value;
    // Read again, to find how far it makes sense.
    json::stream_parser parser;
    boost::system::error_code error;
    auto at = parser.write_some(text.data(), text.size(), error);
    if (!error && at == text.size()) return fault_in(text, at, "the JSON is cut off", ErrorKind::invalid);
    return fault_in(text, at,
                    error ? "this is not JSON: " + error.message() : "nothing may stand after the JSON",
                    ErrorKind::invalid);
}

std::vector<const json::value*> members(const json::value& value, std::string_view name) {
    std::vector<const json::value*> found;
    const auto* object = value.if_object();
    const auto* member = object == nullptr ? nullptr : object->if_contains(name);
    if (member == nullptr || member->is_null()) return found;
    if (const auto* list = member->if_array()) {
        for (const auto& each : *list)
            found.push_back(&each);
    } else {
        found.push_back(member);
    }
    return found;
}

std::string text_of(const json::value& value, std::string_view name) {
    const auto* object = value.if_object();
    const auto* member = object == nullptr ? nullptr : object->if_contains(name);
    if (member == nullptr) return {};
    if (const auto* text = member->if_string()) return std::string(trim(std::string_view(*text)));
    if (member->is_int64()) return std::to_string(member->get_int64());
    if (member->is_uint64()) return std::to_string(member->get_uint64());
    if (member->is_bool()) return member->get_bool() ? "true" : "false";
    return {};
}

}  // namespace wallchart::tally
