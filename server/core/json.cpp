#include "core/json.h"

#include "core/text.h"

#include <boost/json/parse.hpp>

#include <charconv>
#include <cmath>

namespace wallchart {
namespace {

template <class T>
T& as(void* p) {
    return *static_cast<T*>(p);
}
template <class T>
const T& as(const void* p) {
    return *static_cast<const T*>(p);
}

/// Ids and instants share the layout of one 64-bit number.
static_assert(sizeof(Id<int>) == sizeof(std::int64_t) && sizeof(Instant) == sizeof(std::int64_t));

std::string choices_text(const ValueType& type) {
    std::string text;
    for (const auto& choice : type.choices)
        text += (text.empty() ? "" : ", ") + std::string(choice.name);
    return text;
}

class Decoder {
public:
    explicit Decoder(Error& error) : m_error(error) {}

    void decode(const json::value& value, const ValueType& type, void* into) {
        switch (type.kind) {
            case Kind::boolean:
                if (!value.is_bool()) return fault("Expected true or false.");
                as<bool>(into) = value.get_bool();
                return;
            case Kind::integer: {
                auto number = integer(value);
                if (!number || *number < INT32_MIN || *number > INT32_MAX)
                    return fault("Expected a whole number.");
                as<int>(into) = static_cast<int>(*number);
                return;
            }
            case Kind::long_integer: {
                auto number = integer(value);
                if (!number) return fault("Expected a whole number.");
                as<std::int64_t>(into) = *number;
                return;
            }
            case Kind::real:
                if (!value.is_number()) return fault("Expected a number.");
                as<double>(into) = value.to_number<double>();
                return;
            case Kind::optional:
                if (value.is_null()) return;
                return decode(value, *type.element, type.emplace(into));
            case Kind::list:
                return list(value, type, into);
            case Kind::record:
                return record(value, type.record(), into);
            case Kind::text:
            case Kind::id:
            case Kind::instant:
            case Kind::date:
            case Kind::choice:
                if (!value.is_string()) return fault("Expected a text.");
                if (auto done = decode_scalar(std::string_view(value.get_string()), type, into); !done)
                    fault(done.error().message);
                return;
        }
    }

private:
    static std::optional<std::int64_t> integer(const json::value& value) {
        if (value.is_int64()) return value.get_int64();
        if (value.is_uint64() && value.get_uint64() <= INT64_MAX)
            return static_cast<std::int64_t>(value.get_uint64());
        return std::nullopt;
    }

    void list(const json::value& value, const ValueType& type, void* into) {
        if (!value.is_array()) return fault("Expected a list.");
        const auto& array = value.get_array();
        if (array.size() > json_list_limit) return fault("The list is longer than 10,000 elements.");
        for (std::size_t at = 0; at < array.size(); ++at) {
            Step step(*this, std::to_string(at));
            decode(array[at], *type.element, type.emplace(into));
        }
    }

    void record(const json::value& value, const RecordType& type, void* into) {
        if (!value.is_object()) return fault("Expected an object.");
        const auto& object = value.get_object();
        for (const auto& member : object) {
            if (!type.find(member.key())) {
                Step step(*this, member.key());
                fault("This field is not known.");
            }
        }
        for (const auto& field : type.fields) {
            Step step(*this, field.name);
            if (const auto* found = object.if_contains(field.name)) {
                decode(*found, *field.type, field.in(into));
            } else if (field.type->kind == Kind::id || field.type->kind == Kind::record) {
                fault("This field is missing.");
            }
        }
    }

    /// Extends the pointer for as long as it lives.
    class Step {
    public:
        Step(Decoder& decoder, std::string_view name)
            : m_decoder(decoder), m_length(decoder.m_pointer.size()) {
            m_decoder.m_pointer += "/";
            m_decoder.m_pointer +=
                replace_all(replace_all(std::string(first_characters(name, 100)), "~", "~0"), "/", "~1");
        }
        ~Step() { m_decoder.m_pointer.resize(m_length); }
        Step(const Step&) = delete;
        Step& operator=(const Step&) = delete;

    private:
        Decoder& m_decoder;
        std::size_t m_length;
    };

    void fault(std::string message) {
        if (m_error.fields.size() < 100) m_error.fields.push_back({m_pointer, std::move(message)});
    }

    Error& m_error;
    std::string m_pointer;
};

template <class Number>
bool parse_number(std::string_view text, Number& number) {
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() && !text.empty();
}

void encode_number(std::string& out, auto number) {
    char buffer[32];
    auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, number);
    out.append(buffer, error == std::errc{} ? end : buffer);
}

}  // namespace

Result<json::value> parse_json(std::string_view text) {
    json::parse_options options;
    options.max_depth = json_depth_limit;
    boost::system::error_code error;
    auto value = json::parse(text, error, {}, options);
    if (error) return failure(ErrorKind::invalid, "This is not valid JSON: " + error.message() + ".");
    return value;
}

Result<void> decode(const json::value& value, const ValueType& type, void* into) {
    Error error{ErrorKind::invalid, "Some fields are not right."};
    Decoder(error).decode(value, type, into);
    if (!error.fields.empty()) return std::unexpected(std::move(error));
    return {};
}

Result<void> decode_scalar(std::string_view text, const ValueType& type, void* into) {
    auto wrong = [](std::string message) { return failure(ErrorKind::invalid, std::move(message)); };
    switch (type.kind) {
        case Kind::text:
            if (text.find('\0') != std::string_view::npos) return wrong("A text can't hold a NUL character.");
            if (text.size() > json_text_limit) return wrong("The text is longer than 100,000 characters.");
            if (!is_utf8(text)) return wrong("The text is not valid UTF-8.");
            as<std::string>(into) = text;
            return {};
        case Kind::id: {
            auto id = parse_id_value(text);
            if (!id) return wrong("Expected an id.");
            as<std::int64_t>(into) = *id;
            return {};
        }
        case Kind::instant: {
            auto instant = parse_instant(text);
            if (!instant) return wrong("Expected an instant like 2026-05-22T18:30:00Z.");
            as<Instant>(into) = *instant;
            return {};
        }
        case Kind::date: {
            auto date = parse_date(text);
            if (!date) return wrong("Expected a date like 2026-05-22.");
            as<Date>(into) = *date;
            return {};
        }
        case Kind::choice: {
            auto value = choice_value(type.choices, text);
            if (!value) return wrong("Expected one of: " + choices_text(type) + ".");
            as<std::uint8_t>(into) = static_cast<std::uint8_t>(*value);
            return {};
        }
        case Kind::boolean:
            if (text != "true" && text != "false") return wrong("Expected true or false.");
            as<bool>(into) = text == "true";
            return {};
        case Kind::integer:
            if (!parse_number(text, as<int>(into))) return wrong("Expected a whole number.");
            return {};
        case Kind::long_integer:
            if (!parse_number(text, as<std::int64_t>(into))) return wrong("Expected a whole number.");
            return {};
        case Kind::real:
            if (!parse_number(text, as<double>(into))) return wrong("Expected a number.");
            return {};
        case Kind::optional:
            if (text.empty()) return {};
            return decode_scalar(text, *type.element, type.emplace(into));
        case Kind::list:
            for (auto part : split(text, ','))
                if (!part.empty())
                    if (auto done = decode_scalar(part, *type.element, type.emplace(into)); !done)
                        return done;
            return {};
        case Kind::record:
            break;
    }
    return wrong("This can't be given as text.");
}

void encode_text(std::string& out, std::string_view text) {
    constexpr char hex[] = "0123456789abcdef";
    out.push_back('"');
    std::size_t start = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto byte = static_cast<unsigned char>(text[at]);
        if (byte >= 0x20 && byte != '"' && byte != '\\') continue;
        out.append(text, start, at - start);
        start = at + 1;
        switch (byte) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\t':
                out += "\\t";
                break;
            default:
                out += "\\u00";
                out.push_back(hex[byte >> 4]);
                out.push_back(hex[byte & 15]);
        }
    }
    out.append(text, start);
    out.push_back('"');
}

void encode(std::string& out, const ValueType& type, const void* value) {
    switch (type.kind) {
        case Kind::boolean:
            out += as<bool>(value) ? "true" : "false";
            return;
        case Kind::integer:
            return encode_number(out, as<int>(value));
        case Kind::long_integer:
            return encode_number(out, as<std::int64_t>(value));
        case Kind::real:
            if (!std::isfinite(as<double>(value))) {
                out += "null";
                return;
            }
            return encode_number(out, as<double>(value));
        case Kind::text:
            return encode_text(out, as<std::string>(value));
        case Kind::id:
            out.push_back('"');
            encode_number(out, as<std::int64_t>(value));
            out.push_back('"');
            return;
        case Kind::instant:
            return encode_text(out, to_string(as<Instant>(value)));
        case Kind::date:
            return encode_text(out, to_string(as<Date>(value)));
        case Kind::choice:
            return encode_text(out, choice_name(type.choices, as<std::uint8_t>(value)));
        case Kind::optional: {
            const auto* inner = type.get(value);
            if (inner == nullptr) {
                out += "null";
                return;
            }
            return encode(out, *type.element, inner);
        }
        case Kind::list: {
            out.push_back('[');
            auto count = type.size(value);
            for (std::size_t at = 0; at < count; ++at) {
                if (at > 0) out.push_back(',');
                encode(out, *type.element, type.at(value, at));
            }
            out.push_back(']');
            return;
        }
        case Kind::record: {
            out.push_back('{');
            bool first = true;
            for (const auto& field : type.record().fields) {
                if (!first) out.push_back(',');
                first = false;
                out.push_back('"');
                out += field.name;
                out += "\":";
                encode(out, *field.type, field.in(value));
            }
            out.push_back('}');
            return;
        }
    }
}

}  // namespace wallchart
