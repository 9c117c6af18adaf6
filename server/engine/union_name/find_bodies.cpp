// Which bodies a text names: "AFSCME DC 37 Local 372" is local 372 of council 37.
#include "engine/union_name/reader.h"

#include <algorithm>

namespace wallchart::union_name {
namespace {

/// A number with the kind its neighbours give it.
struct Numbered {
    std::size_t token = 0;
    BodyKind kind = BodyKind::unknown;
    bool listed = false;  ///< goes on a list: "Locals 14, 29 and 86"
    std::string number;
};

bool has_prefixed_numbers(std::string_view affiliation) {
    return affiliation == "USW" || affiliation == "PACE" || affiliation == "OCAW" || affiliation == "UPIU" ||
           affiliation == "GMP" || affiliation == "ABGW" || affiliation == "AIW";
}

class BodyFinder {
public:
    explicit BodyFinder(Reading& reading) : m_reading(reading), m_tokens(reading.words.tokens) {}

    bool run() {
        for (std::size_t at = 0; at < m_tokens.size(); ++at) {
            if (m_reading.role_of(m_tokens[at]) == Role::former && !m_numbered.empty()) break;
            if (m_tokens[at].is_number() && m_tokens[at].phrase < 0) take_number(at);
        }
        for (std::size_t at = 0; at < m_tokens.size(); ++at) {
            if (m_reading.role_of(m_tokens[at]) == Role::designator) note_unnumbered(at);
        }
        return choose();
    }

private:
    bool is(std::size_t at, std::string_view word) const {
        const auto* meaning = m_reading.meaning_of(m_tokens[at]);
        return meaning && meaning->text == word;
    }

    /// The kind of the designator at `at`, with the word before it: "district lodge" is a district.
    BodyKind kind_at(std::size_t at) const {
        auto kind = m_reading.meaning_of(m_tokens[at])->kind;
        if (at == 0) return kind;
        const auto* before = m_reading.meaning_of(m_tokens[at - 1]);
        bool after_district = before && before->kind == BodyKind::district;
        if (kind == BodyKind::lodge && after_district) return BodyKind::district;
        if (kind == BodyKind::local && after_district) return BodyKind::local;
        return kind;
    }

    void take_number(std::size_t at) {
        const auto& number = m_reading.number_of(m_tokens[at]);
        if (at > 0 && !m_tokens[at].hash && number.parts.size() == 1 && m_tokens[at].raw.size() == 5) {
            const auto* before = m_reading.meaning_of(m_tokens[at - 1]);
            if (before && before->state >= 0 && at > 1 && m_tokens[at - 1].phrase < 0) {
                m_reading.name.postal_code = m_tokens[at].raw;
                return;
            }
        }
        bool ordinal = number.suffix == "TH";
        auto kind = kind_before(at);
        bool listed = false;
        if (kind == BodyKind::unknown && !m_numbered.empty()) {
            auto gap = between(m_numbered.back().token, at);
            listed = gap == Between::list;
            if (listed) kind = m_numbered.back().kind;
        }
        if (kind == BodyKind::unknown && !listed) kind = kind_after(at);
        if (ordinal && kind == BodyKind::unknown) return;
        auto text = ordinal ? number.parts.front() : main_number(number, m_reading.name.affiliation());
        // "432-386-431-94" are four locals.
        if (number.parts.size() > 3 && !has_prefixed_numbers(m_reading.name.affiliation())) {
            for (const auto& part : number.parts)
                m_numbered.push_back({at, kind, &part != number.parts.data(), part});
            return;
        }
        m_numbered.push_back({at, kind, listed, std::move(text)});
    }

    BodyKind kind_before(std::size_t at) const {
        while (at > 0) {
            --at;
            const auto& token = m_tokens[at];
            if (token.phrase >= 0) return BodyKind::unknown;
            auto role = m_reading.role_of(token);
            if (role == Role::designator) return kind_at(at);
            if (role == Role::number_word || is(at, "union") || is(at, "of")) continue;
            return BodyKind::unknown;
        }
        return BodyKind::unknown;
    }

    /// "0704 Local", "9th District": a designator that has no number of its own.
    BodyKind kind_after(std::size_t at) const {
        if (at + 1 >= m_tokens.size() || m_tokens[at + 1].gap == Gap::comma) return BodyKind::unknown;
        if (m_reading.role_of(m_tokens[at + 1]) != Role::designator) return BodyKind::unknown;
        for (auto next = at + 2; next < m_tokens.size(); ++next) {
            if (m_tokens[next].is_number()) return BodyKind::unknown;
            auto role = m_reading.role_of(m_tokens[next]);
            if (role != Role::number_word && role != Role::designator && !is(next, "union")) break;
        }
        return kind_at(at + 1);
    }

    enum class Between : std::uint8_t { nothing, list, other };
    Between between(std::size_t first, std::size_t second) const {
        bool list = false;
        for (auto at = first + 1; at <= second; ++at) {
            const auto& token = m_tokens[at];
            if (token.gap == Gap::comma || token.gap == Gap::slash || token.hash) list = true;
            if (at == second) break;
            if (is(at, "and") || is(at, "y")) {
                list = true;
                continue;
            }
            if (m_reading.role_of(token) != Role::number_word) return Between::other;
        }
        return list || m_reading.words.text.find('&', end_of(first)) < start_of(second) ? Between::list
                                                                                        : Between::nothing;
    }
    std::size_t start_of(std::size_t at) const {
        return static_cast<std::size_t>(m_tokens[at].raw.data() - m_reading.words.text.data());
    }
    std::size_t end_of(std::size_t at) const { return start_of(at) + m_tokens[at].raw.size(); }

    /// "District Council of Laborers", "Joint Board": a body that has no number.
    void note_unnumbered(std::size_t at) {
        auto kind = kind_at(at);
        if (is_local(kind) || kind == BodyKind::unknown) return;
        if (kind == BodyKind::joint_board && (at == 0 || !(is(at - 1, "joint") || is(at, "jb")))) return;
        bool numbered = std::ranges::any_of(m_numbered, [&](const auto& item) { return item.kind == kind; });
        if (!numbered && m_unnumbered == BodyKind::unknown) m_unnumbered = kind;
        if (kind == BodyKind::council || kind == BodyKind::joint_board)
            m_unnumbered = numbered ? m_unnumbered : kind;
    }

    bool choose() {
        // "Local 360 360", "local 9 sheet metal workers 9": said twice.
        for (std::size_t i = 0; i < m_numbered.size(); ++i) {
            for (auto j = m_numbered.size() - 1; j > i; --j) {
                if (m_numbered[j].number != m_numbered[i].number) continue;
                if (m_numbered[j].kind != BodyKind::unknown && m_numbered[j].kind != m_numbered[i].kind) {
                    if (m_numbered[i].kind != BodyKind::unknown) continue;
                    m_numbered[i].kind = m_numbered[j].kind;
                }
                m_numbered.erase(m_numbered.begin() + static_cast<std::ptrdiff_t>(j));
            }
        }
        auto& name = m_reading.name;
        bool several = false;
        const Numbered* local = nullptr;
        const Numbered* above = nullptr;
        std::vector<const Numbered*> bare;
        for (const auto& item : m_numbered) {
            if (item.kind == BodyKind::unknown) {
                bare.push_back(&item);
            } else if (is_local(item.kind)) {
                if (local && (local->kind == item.kind || item.listed))
                    several = several || !sublocal(*local, item);
                // "Division 3 Local 12": the local is meant.
                if (!local || (local->kind != BodyKind::local && item.kind == BodyKind::local)) local = &item;
            } else if (!above) {
                above = &item;
            }
        }
        if (!local && !bare.empty()) {
            auto kind = BodyKind::local;
            local = bare.front();
            if (bare.size() == 2 && !above && !bare[1]->listed) {
                auto [lodge, district] = split_pair(*bare[0], *bare[1]);
                if (lodge) {
                    local = lodge;
                    name.above = Body{BodyKind::district, district->number};
                } else {
                    several = true;
                }
            } else if (bare.size() > 1) {
                several = true;
            }
            name.body = {kind, local->number};
        } else if (local) {
            name.body = {local->kind, local->number};
        }
        if (above && local) name.above = Body{above->kind, above->number};
        if (above && !local) name.body = {above->kind, above->number};
        for (const auto& item : m_numbered) {
            name.bodies.push_back(
                {item.kind == BodyKind::unknown ? BodyKind::local : item.kind, item.number});
        }
        known_local();
        if (name.body.number.empty() && m_unnumbered != BodyKind::unknown) {
            name.body = {m_unnumbered, ""};
            name.bodies.push_back(name.body);
        }
        return several;
    }

    /// "Local 68, 68A, 68B": the parts of one local.
    bool sublocal(const Numbered& local, const Numbered& part) const {
        auto digits = [](std::string_view text) {
            return text.substr(0, text.find_first_not_of("0123456789"));
        };
        return digits(local.number) == digits(part.number) && !digits(part.number).empty();
    }

    /// "IAM 10 66" is lodge 66 of district 10; "USW 14734 13" local 14734 of district 13.
    std::pair<const Numbered*, const Numbered*> split_pair(const Numbered& first,
                                                           const Numbered& second) const {
        std::string_view code = m_reading.name.affiliation();
        bool districts = code == "IAM" || has_prefixed_numbers(code) || code == "UAW" || code == "CWA";
        if (!districts || between(first.token, second.token) != Between::nothing) return {};
        if (code == "IAM" && first.number.size() <= 3 && second.number.size() <= 4) return {&second, &first};
        if (first.number.size() <= 2 && second.number.size() >= first.number.size()) return {&second, &first};
        if (second.number.size() <= 2) return {&first, &second};
        return {};
    }

    /// A local whose name is known ("Chicago Teachers Union"), unless a number is said.
    void known_local() {
        auto& name = m_reading.name;
        for (const auto& found : m_reading.found) {
            if (found.phrase < 0) continue;
            auto index = m_reading.lexicon.phrase(found.phrase).known_local;
            if (index < 0) continue;
            const auto& local = known_locals()[static_cast<std::size_t>(index)];
            Body body{local.kind, std::string(local.number)};
            if (name.body.number.empty()) {
                name.body = body;
                name.bodies.push_back(body);
            } else if (!is_local(local.kind) && is_local(name.body.kind) && !name.above) {
                name.above = body;
            }
            return;
        }
    }

    Reading& m_reading;
    const std::vector<Token>& m_tokens;
    std::vector<Numbered> m_numbered;
    BodyKind m_unnumbered = BodyKind::unknown;
};

}  // namespace

std::string main_number(const Number& number, std::string_view affiliation) {
    if (!has_prefixed_numbers(affiliation) || number.parts.size() < 2) return number.text();
    const auto& parts = number.parts;
    // District, local and unit of the steelworkers: "10-286", "13-1141-05", "2695-09", "11-63-01".
    if (parts.size() == 2)
        return parts[0].size() >= 3 && parts[1].size() <= 2 ? parts[0] : parts[1] + number.suffix;
    return parts[0].size() >= 3 ? parts[0] : parts[1];
}

bool find_bodies(Reading& reading) {
    return BodyFinder(reading).run();
}

}  // namespace wallchart::union_name
