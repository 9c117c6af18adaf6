// The lines of a rule's text: a title, the heads of steps ("2. Executive board"), and what belongs to them.

#include "core/text.h"
#include "engine/decision/line_values.h"
#include "engine/decision/rule_text.h"
#include "engine/decision/wording.h"

namespace wallchart::decision {
namespace {

/// "2. Executive board", "step 2: executive board" → what follows the number.
std::optional<std::string_view> after_number(std::string_view line) {
    if (line.size() > 5 && line[4] == ' ' && fold(line.substr(0, 4)) == "step") line = trim(line.substr(5));
    std::size_t digits = 0;
    while (digits < line.size() && line[digits] >= '0' && line[digits] <= '9')
        ++digits;
    if (digits == 0 || digits == line.size() || !std::string_view(".):").contains(line[digits]))
        return std::nullopt;
    return trim(line.substr(digits + 1));
}

Electorate usual_electorate(StepKind kind) {
    Electorate electorate;
    if (kind == StepKind::committee || kind == StepKind::executive_board)
        electorate.kind = ElectorateKind::seats;
    if (kind == StepKind::delegate_body || kind == StepKind::convention)
        electorate.kind = ElectorateKind::delegates;
    return electorate;
}

bool of_votes(std::string_view key) {
    return key == "who votes" || key == "quorum" || key == "carries with" || key == "abstentions" ||
           key == "votes" || key == "run-off";
}

class Reader {
public:
    RuleReading read(std::string_view text) {
        if (text.size() > rule_text_limit) {
            m_line = 1;
            fault(message(Code::text_too_long, rule_text_limit));
            return std::move(m_reading);
        }
        for (auto line : split(text, '\n')) {
            ++m_line;
            auto content = trim(line);
            if (!content.empty() && !content.starts_with('#')) read_line(content);
        }
        m_reading.rule = normalized(std::move(m_reading.rule));
        for (auto& found : check_rule(m_reading.rule)) {
            if (found.step >= 0) found.line = m_heads[static_cast<std::size_t>(found.step)];
            if (!follows_from_a_line(found)) m_reading.faults.push_back(std::move(found));
        }
        std::ranges::stable_sort(m_reading.faults, {}, &RuleFault::line);
        return std::move(m_reading);
    }

private:
    void fault(Message what) {
        m_reading.faults.push_back(
            {m_line, static_cast<int>(m_reading.rule.steps.size()) - 1, std::move(what)});
    }

    /// Whether a fault of the whole is only there because a line could not be read: one is enough.
    bool follows_from_a_line(const RuleFault& found) const {
        auto has = [&](std::initializer_list<Code> codes) {
            return std::ranges::any_of(m_reading.faults, [&](const auto& each) {
                return each.step == found.step && std::ranges::find(codes, each.what.code) != codes.end();
            });
        };
        if (found.what.code == Code::no_threshold || found.what.code == Code::no_threshold_for)
            return has({Code::not_a_threshold, Code::fraction_out_of_range, Code::unknown_step});
        if (found.what.code == Code::nobody_decides) return has({Code::not_levels, Code::recommends_to_whom});
        return found.what.code == Code::town_halls_missing &&
               has({Code::not_town_halls, Code::number_out_of_range});
    }

    void read_line(std::string_view line) {
        if (auto rest = after_number(line)) return read_head(*rest);
        auto colon = line.find(':');
        if (colon == std::string_view::npos) return fault(message(Code::unknown_line, line));
        auto key = fold(trim(line.substr(0, colon)));
        auto value = trim(line.substr(colon + 1));
        if (m_reading.rule.steps.empty()) {
            if (key != "rule") return fault(message(Code::line_before_first_step, line));
            m_reading.rule.title = squeeze(value);
            return;
        }
        const auto* kind = line_kind(key);
        if (kind == nullptr) return fault(message(Code::unknown_line, line));
        if (!m_keys.insert(kind->key).second) return fault(message(Code::given_twice, kind->key));
        auto& step = m_reading.rule.steps.back();
        if (auto what = kind->read(step, value)) return fault(std::move(*what));
        if (kind->key == "held" && step.kind != StepKind::town_hall) fault(message(Code::town_halls_only));
        if (step.kind == StepKind::town_hall && of_votes(kind->key))
            fault(message(Code::town_halls_do_not_vote));
    }

    void read_head(std::string_view rest) {
        m_keys.clear();
        m_heads.push_back(m_line);
        auto& step = m_reading.rule.steps.emplace_back();
        auto quote = rest.find('"');
        auto words = trim(rest.substr(0, quote));
        if (words.ends_with(':')) words = trim(words.substr(0, words.size() - 1));
        if (quote != std::string_view::npos) {
            auto end = rest.find('"', quote + 1);
            if (end == std::string_view::npos || !trim(rest.substr(end + 1)).empty()) {
                fault(message(Code::unclosed_quote));
            } else {
                step.name = squeeze(rest.substr(quote + 1, end - quote - 1));
            }
        }
        auto kind = parse_kind(words);
        if (!kind) return fault(message(Code::unknown_step, words));
        step.kind = *kind;
        step.electorate = usual_electorate(*kind);
    }

    RuleReading m_reading;
    std::vector<int> m_heads;           // the line on which each step begins
    std::set<std::string_view> m_keys;  // given in this step
    int m_line = 0;
};

}  // namespace

RuleReading read_rule(std::string_view text) {
    return Reader().read(text);
}

Result<DecisionRule> parse_rule(std::string_view text) {
    auto reading = read_rule(text);
    if (reading.faults.empty()) return std::move(reading.rule);
    const auto& first = reading.faults.front();
    auto sentence = say(first.what, Language::en);
    Error error{ErrorKind::invalid,
                first.line > 0 ? "Line " + std::to_string(first.line) + ": " + sentence : sentence};
    for (const auto& each : reading.faults)
        error.fields.push_back({"/lines/" + std::to_string(each.line), say(each.what, Language::en)});
    return std::unexpected(std::move(error));
}

}  // namespace wallchart::decision
