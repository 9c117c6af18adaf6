#include "features/imports/row_source.h"

#include "core/text.h"
#include "features/imports/fields.h"

#include <boost/json.hpp>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>

namespace wallchart {
namespace {

std::string hash_of(const std::vector<std::string>& columns) {
    // FNV-1a: tells headers apart, protects nothing.
    std::uint64_t hash = 14695981039346656037ULL;
    auto add = [&](unsigned char byte) { hash = (hash ^ byte) * 1099511628211ULL; };
    for (const auto& column : columns) {
        for (char c : fold(column))
            add(static_cast<unsigned char>(c));
        add(0);
    }
    char text[20];
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(hash));
    return text;
}

/// The first byte that is not white space or a byte order mark.
char first_byte(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    for (int byte = file.get(), count = 0; byte != EOF && count < 64; byte = file.get(), ++count)
        if (byte > ' ' && byte < 0x80) return static_cast<char>(byte);
    return 0;
}

}  // namespace

Result<std::string> lookup_as_csv(std::string_view text) {
    boost::system::error_code error;
    auto value = boost::json::parse(text, error);
    if (error || !value.is_object())
        return failure(ErrorKind::invalid,
                       "This JSON is not a lookup of file numbers ({\"IBT|810\": [1234], ...}).");
    struct Body {
        std::string affiliation, number, also;
    };
    std::map<std::int64_t, Body> bodies;  // by file number: a body listed twice is one body
    for (const auto& item : value.get_object()) {
        std::string_view key = item.key();
        auto bar = key.find('|');
        if (bar == std::string_view::npos || !item.value().is_array()) continue;
        for (const auto& file : item.value().get_array()) {
            if (!file.is_int64()) continue;
            Body body{std::string(key.substr(0, bar)), std::string(key.substr(bar + 1)), {}};
            if (body.number == "0") body.number.clear();
            auto [known, is_new] = bodies.emplace(file.get_int64(), body);
            if (!is_new)
                known->second.also +=
                    (known->second.also.empty() ? "" : ", ") + body.affiliation + " " + body.number;
        }
    }
    if (bodies.empty())
        return failure(ErrorKind::invalid,
                       "This JSON is not a lookup of file numbers ({\"IBT|810\": [1234], ...}).");
    std::string csv = "affiliation,local number,file number,note\r\n";
    for (const auto& [file, body] : bodies)
        csv += csv_line(std::vector<std::string>{body.affiliation, body.number, std::to_string(file),
                                                 body.also.empty() ? "" : "Also listed as " + body.also});
    return csv;
}

Result<RowSource> RowSource::open(const std::string& path) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored))
        return failure(ErrorKind::unsupported, "This is a folder, not a file: " + path);
    char first = first_byte(path);
    auto reader = [&]() -> Result<CsvReader> {
        if (first != '{' && first != '[') return CsvReader::open(path);
        auto size = std::filesystem::file_size(path, ignored);
        if (size > import_json_limit)
            return failure(ErrorKind::too_large, "A JSON file may have at most 16 MiB.");
        std::ifstream file(path, std::ios::binary);
        std::string text{std::istreambuf_iterator<char>(file), {}};
        return CsvReader::over(TRY(lookup_as_csv(text)));
    }();
    if (!reader) return std::unexpected(std::move(reader).error());
    RowSource source(std::move(*reader));
    CsvRow header;
    if (!source.m_reader.next(header)) return failure(ErrorKind::invalid, "The file is empty.");
    if (!header.fault.empty())
        return failure(ErrorKind::invalid, "The first line can't be read: " + std::string(header.fault));
    // A cell that is an address or a number belongs to somebody: then the first line is a person.
    bool is_data = std::ranges::any_of(header.cells, [](auto cell) {
        return cell.find('@') != std::string_view::npos || (cell.size() > 6 && normalize_phone(cell));
    });
    if (is_data)
        return failure(ErrorKind::invalid,
                       "The first line must name the columns, but seems to be a row of data.");
    source.m_columns = column_names(header.cells);
    // A mended file of rejects has the header of the original, and three columns behind it.
    auto own = source.m_columns;
    if (own.size() > 3 && (own.back() == "reason" || own.back() == "motivo")) own.resize(own.size() - 3);
    source.m_header_hash = hash_of(own);
    return source;
}

}  // namespace wallchart
