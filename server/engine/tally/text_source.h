#pragma once
// A file's bytes one after the other, with the line and column they stand at.

#include "core/result.h"
#include "engine/tally/read_blt.h"

#include <string>
#include <vector>

namespace wallchart::tally {

/// Where something stands in a file; both count from 1, columns in bytes.
struct Place {
    std::uint64_t line = 1;
    std::uint64_t column = 1;
};

class TextSource {
public:
    explicit TextSource(const ReadBytes& read) : m_read(read), m_buffer(std::size_t{1} << 17U) { refill(); }

    static constexpr int end = -1;

    /// The next byte, or `end`, without passing it.
    int peek() {
        if (m_at == m_filled && !refill()) return end;
        return static_cast<unsigned char>(m_buffer[m_at]);
    }
    /// Passes the byte that peek() answers.
    void skip() {
        if (m_buffer[m_at++] == '\n') {
            ++m_line;
            m_line_start = m_before + m_at;
        }
    }
    int next() {
        int byte = peek();
        if (byte != end) skip();
        return byte;
    }
    Place place() const { return {m_line, m_before + m_at - m_line_start + 1}; }

private:
    bool refill() {
        m_before += m_filled;
        m_at = 0;
        m_filled = m_ended ? 0 : m_read(m_buffer.data(), m_buffer.size());
        m_ended = m_filled == 0;
        return m_filled > 0;
    }

    const ReadBytes& m_read;
    std::vector<char> m_buffer;
    std::size_t m_at = 0;
    std::size_t m_filled = 0;
    std::uint64_t m_before = 0;  // bytes before the buffer
    std::uint64_t m_line = 1;
    std::uint64_t m_line_start = 0;  // where the line begins, in bytes of the file
    bool m_ended = false;
};

/// "Line 7, column 3: what."
inline std::unexpected<Error> fault_at(Place place, std::string_view what,
                                       ErrorKind kind = ErrorKind::invalid) {
    return failure(kind, "Line " + std::to_string(place.line) + ", column " + std::to_string(place.column) +
                             ": " + std::string(what));
}

}  // namespace wallchart::tally
