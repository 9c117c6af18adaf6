#include "engine/tally/read_blt.h"

#include "core/text.h"
#include "engine/tally/blt_scanner.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <map>

namespace wallchart::tally {
namespace {

constexpr std::size_t marks_in_ballot_limit = 10'000;

class BltReader {
public:
    explicit BltReader(const ReadBytes& read) : m_scanner(read) {}

    Result<Election> read() {
        TRY(m_scanner.skip_byte_order_mark());
        TRY(read_header());
        TRY(read_options());
        TRY(read_ballots());
        TRY(read_names());
        TRY(check_election(m_election));
        return std::move(m_election);
    }

private:
    Result<void> read_header() {
        TRY(m_scanner.skip_blanks(Lines::pass));
        auto place = m_scanner.place();
        auto candidates = TRY(m_scanner.read_number("the number of candidates"));
        if (candidates < 1 || candidates > candidate_limit)
            return fault_at(place, "there must be 1 to " + std::to_string(candidate_limit) +
                                       " candidates, not " + std::to_string(candidates) + ".");
        TRY(m_scanner.skip_blanks(Lines::pass));
        place = m_scanner.place();
        auto seats = TRY(m_scanner.read_number("the number of seats"));
        if (seats < 1 || seats > candidates)
            return fault_at(place, "there must be 1 to " + std::to_string(candidates) +
                                       " seats, as many as there are candidates at most, not " +
                                       std::to_string(seats) + ".");
        m_election.seats = static_cast<int>(seats);
        m_seats_place = place;
        m_candidates = static_cast<int>(candidates);
        return {};
    }

    Result<void> read_options() {
        while (true) {
            TRY(m_scanner.skip_blanks(Lines::pass));
            int byte = m_scanner.peek();
            if (byte == '-') {
                auto place = m_scanner.place();
                auto number = -TRY(m_scanner.read_number("a candidate who withdrew"));
                TRY(withdraw(place, number));
            } else if (byte == '[') {
                TRY(read_option_line());
            } else {
                return check_seats();
            }
        }
    }

    /// Those who withdrew leave fewer than the header says.
    Result<void> check_seats() const {
        auto standing = m_candidates - static_cast<int>(m_election.withdrawn.size());
        if (m_election.seats <= standing) return {};
        return fault_at(m_seats_place, std::to_string(m_election.seats) + " seats are more than the " +
                                           std::to_string(standing) + " candidates who stand.");
    }

    Result<void> withdraw(Place place, std::int64_t number) {
        if (number < 1 || number > m_candidates) return no_such_candidate(place, std::to_string(number));
        auto candidate = static_cast<Candidate>(number - 1);
        if (std::ranges::find(m_election.withdrawn, candidate) == m_election.withdrawn.end())
            m_election.withdrawn.push_back(candidate);
        return {};
    }

    std::unexpected<Error> no_such_candidate(Place place, std::string_view which) const {
        return fault_at(place, "there is no candidate " + std::string(which) + ": they are numbered 1 to " +
                                   std::to_string(m_candidates) + ".");
    }

    Result<void> read_option_line() {
        auto place = m_scanner.place();
        m_scanner.skip();
        std::string text;
        while (m_scanner.peek() != ']') {
            if (m_scanner.peek() == TextSource::end || text.size() > 100'000)
                return fault_at(place, "this option is not closed by ].");
            text += static_cast<char>(m_scanner.next());
        }
        m_scanner.skip();
        for (auto& byte : text)
            if (byte == '\n' || byte == '\r' || byte == '\t') byte = ' ';
        std::vector<std::string_view> words;
        for (auto word : split(text, ' '))
            if (!word.empty()) words.push_back(word);
        if (words.empty()) return fault_at(place, "this option is empty.");
        auto key = words.front();
        words.erase(words.begin());
        return take_option(place, key, words);
    }

    Result<void> take_option(Place place, std::string_view key, const std::vector<std::string_view>& words) {
        if (key == "nick" || key == "nicknames") {
            if (static_cast<int>(words.size()) != m_candidates)
                return fault_at(place, "there must be a short name for each of the " +
                                           std::to_string(m_candidates) + " candidates.");
            for (auto word : words)
                if (!m_nicks.emplace(word, static_cast<Candidate>(m_nicks.size())).second)
                    return fault_at(place, "the short name " + std::string(word) + " stands twice.");
            return {};
        }
        if (key == "tie" || key == "withdrawn") {
            for (auto word : words) {
                auto candidate = candidate_of(word);
                if (!candidate) return no_such_candidate(place, word);
                if (key == "tie") {
                    m_election.tie_order.push_back(*candidate);
                } else {
                    TRY(withdraw(place, *candidate + 1));
                }
            }
            return {};
        }
        if (key == "option" && words.size() == 2) {
            m_election.options.emplace_back(words[0], words[1]);
            return {};
        }
        return fault_at(place,
                        "the option [" + std::string(key) +
                            "] is not known; there are tie, nick, withdrawn and option KEY VALUE.",
                        ErrorKind::unsupported);
    }

    std::optional<Candidate> candidate_of(std::string_view word) const {
        if (auto found = m_nicks.find(word); found != m_nicks.end()) return found->second;
        int number = 0;
        auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
        if (error != std::errc{} || end != word.data() + word.size() || number < 1 || number > m_candidates)
            return std::nullopt;
        return number - 1;
    }

    Result<void> read_ballots() {
        while (true) {
            TRY(m_scanner.skip_blanks(Lines::pass));
            if (m_scanner.peek() == '(') TRY(skip_ballot_id());
            TRY(m_scanner.skip_blanks(Lines::pass));
            auto place = m_scanner.place();
            auto weight = TRY(m_scanner.read_number("a number of ballots, or the 0 that ends them,"));
            if (weight < 0) return fault_at(place, "a number of ballots cannot be negative.");
            if (weight == 0) return {};
            TRY(read_marks(place));
            if (auto added = m_election.ballots.add(m_marks, weight); !added)
                return fault_at(place, added.error().message, added.error().kind);
        }
    }

    Result<void> skip_ballot_id() {
        auto place = m_scanner.place();
        while (m_scanner.peek() != ')') {
            if (m_scanner.peek() == '\n' || m_scanner.peek() == TextSource::end)
                return fault_at(place, "this ballot's id is not closed by ).");
            m_scanner.skip();
        }
        m_scanner.skip();
        return {};
    }

    /// The marks of one ballot, up to its 0, into m_marks.
    Result<void> read_marks(Place ballot) {
        m_marks.clear();
        Mark joined = 0;
        while (true) {
            // Nearly all marks are parted by one blank: the way through comments is left to the others.
            int byte = m_scanner.peek();
            if (joined == 0 && byte == ' ') {
                m_scanner.skip();
                byte = m_scanner.peek();
            }
            if (joined == 0 && !is_digit(byte)) {
                TRY(m_scanner.skip_blanks(Lines::stay));
                byte = m_scanner.peek();
            }
            auto place = m_scanner.place();
            if (is_digit(byte) && m_nicks.empty()) {
                int number = 0;
                while (is_digit(m_scanner.peek())) {
                    number = number * 10 + (m_scanner.next() - '0');
                    if (number > candidate_limit) break;
                }
                if (number == 0 && joined == 0) return {};
                if (number < 1 || number > m_candidates)
                    return no_such_candidate(place, std::to_string(number));
                m_marks.push_back(static_cast<Mark>(static_cast<Mark>(number - 1) | joined));
            } else if (byte == '-' && joined == 0) {
                m_scanner.skip();
                m_marks.push_back(skipped_rank);
            } else if (byte == '\n' || byte == TextSource::end) {
                return fault_at(place, "the ballot that begins in column " + std::to_string(ballot.column) +
                                           " is not closed by a 0: the line is cut off.");
            } else {
                auto word = m_scanner.read_word();
                if (word == "0" && joined == 0) return {};
                auto candidate = candidate_of(word);
                if (word.empty()) return m_scanner.unexpected(place, "a candidate's number");
                if (!candidate) return no_such_candidate(place, word);
                m_marks.push_back(static_cast<Mark>(static_cast<Mark>(*candidate) | joined));
            }
            if (m_marks.size() > marks_in_ballot_limit) return fault_at(place, "this ballot is too long.");
            int after = m_scanner.peek();
            joined = after == '=' ? same_rank : Mark{0};
            if (after == '=') {
                m_scanner.skip();
            } else if (after != TextSource::end && !is_blank(after) && after != '\n' && after != '#' &&
                       after != '/') {
                return m_scanner.unexpected(m_scanner.place(), "a blank or the next candidate");
            }
        }
    }

    Result<void> read_names() {
        for (int number = 1; number <= m_candidates; ++number) {
            TRY(m_scanner.skip_blanks(Lines::pass));
            auto place = m_scanner.place();
            if (m_scanner.peek() == TextSource::end)
                return fault_at(place, "the file ends after " + std::to_string(number - 1) + " of " +
                                           std::to_string(m_candidates) + " names: it is cut off.");
            m_election.candidates.push_back(TRY(m_scanner.read_text()));
            const auto& name = m_election.candidates.back();
            if (name.empty()) return fault_at(place, "this name is empty.");
            if (std::ranges::find(m_election.candidates, name) != m_election.candidates.end() - 1)
                return fault_at(place, "another candidate has the same name: tell them apart.");
        }
        TRY(m_scanner.skip_blanks(Lines::pass));
        if (m_scanner.peek() == TextSource::end) return {};
        m_election.title = TRY(m_scanner.read_text());
        // Wichmann's form has a source and a comment after the title.
        for (int more = 0; more < 2; ++more) {
            TRY(m_scanner.skip_blanks(Lines::pass));
            if (m_scanner.peek() == '"') TRY(m_scanner.read_text());
        }
        TRY(m_scanner.skip_blanks(Lines::pass));
        if (m_scanner.peek() != TextSource::end)
            return fault_at(m_scanner.place(),
                            "nothing may stand after the title: are there more names than candidates?");
        return {};
    }

    BltScanner m_scanner;
    Election m_election;
    int m_candidates = 0;
    Place m_seats_place;
    std::map<std::string, Candidate, std::less<>> m_nicks;
    std::vector<Mark> m_marks;
};

}  // namespace

Result<Election> read_blt(const ReadBytes& read) {
    return BltReader(read).read();
}

Result<Election> read_blt(std::string_view text) {
    return read_blt([text](char* into, std::size_t limit) mutable {
        auto count = std::min(limit, text.size());
        std::memcpy(into, text.data(), count);
        text.remove_prefix(count);
        return count;
    });
}

}  // namespace wallchart::tally
