#include "engine/decision/text_case.h"

#include "core/text.h"
#include "engine/decision/rule_text.h"
#include "engine/decision/words.h"

namespace wallchart::decision {
namespace {

struct Line {
    int number = 0;
    std::string_view text;
};

std::unexpected<Error> wrong(const Line& line, const std::string& sentence) {
    return failure(ErrorKind::invalid, "Line " + std::to_string(line.number) + ": " + sentence);
}

/// Reads one case from its lines, section by section.
class CaseReader {
public:
    CaseReader(std::vector<Line> lines, const TextCase* before)
        : m_lines(std::move(lines)), m_before(before) {}

    Result<TextCase> read() {
        while (m_next < m_lines.size()) {
            auto line = m_lines[m_next++];
            auto text = trim(line.text);
            if (text.empty() || text.starts_with('#')) continue;
            auto colon = text.find(':');
            if (colon == std::string_view::npos)
                return wrong(line, "a case's lines read \"today: 2026-04-22\".");
            TRY(read_section(line, fold(text.substr(0, colon)), trim(text.substr(colon + 1))));
        }
        if (m_case.situation.today == Date{}) return wrong({}, "the case does not say \"today\".");
        return std::move(m_case);
    }

private:
    /// The indented lines that follow.
    std::vector<Line> block() {
        std::vector<Line> lines;
        while (m_next < m_lines.size()) {
            auto text = m_lines[m_next].text;
            if (!trim(text).empty() && !text.starts_with(' ')) break;
            lines.push_back(m_lines[m_next++]);
        }
        return lines;
    }

    std::string block_text() {
        std::string text;
        for (const auto& line : block()) {
            // Two blanks are the block's own indent; what is beyond belongs to the text.
            auto kept = line.text.starts_with("  ") ? line.text.substr(2) : trim(line.text);
            text.append(kept).append("\n");
        }
        while (text.ends_with("\n\n"))
            text.pop_back();
        return text == "\n" ? std::string() : text;
    }

    Result<void> read_section(const Line& line, const std::string& key, std::string_view value) {
        auto& situation = m_case.situation;
        if (fold(value) == "as before" && (key == "rule" || key == "calendar")) {
            if (m_before == nullptr) return wrong(line, "there is no case before this one.");
            if (key == "rule")
                situation.rule = m_before->situation.rule;
            else
                situation.calendar = m_before->situation.calendar;
            return {};
        }
        if (key == "rule") return read_the_rule(line);
        if (key == "calendar") return read_calendar();
        if (key == "done") return read_done();
        if (key == "timetable") {
            m_case.expected_timetable = block_text();
        } else if (key == "outcome") {
            m_case.expected_outcome = block_text();
        } else if (key == "subject") {
            for (auto word : split(value, ' ')) {
                if (auto kind = parse_choice<SubjectKind>(word))
                    situation.subject.kind = *kind;
                else if (auto level = parse_choice<DecisionLevel>(word))
                    situation.subject.level = *level;
                else
                    return wrong(line,
                                 "\"" + std::string(word) + "\" is neither a level nor a kind of subject.");
            }
        } else if (key == "today" || key == "needed by") {
            auto date = parse_date(value);
            if (!date) return wrong(line, "\"" + std::string(value) + "\" is not a date like 2026-04-22.");
            if (key == "today")
                situation.today = *date;
            else
                situation.needed_by = date;
        } else if (key == "members" || key == "locals" || key == "officers") {
            Words words(value);
            auto number = words.take_number();
            if (!number || !words.done())
                return wrong(line, "\"" + std::string(value) + "\" is not a number.");
            (key == "members"  ? situation.facts.members
             : key == "locals" ? situation.facts.locals
                               : situation.facts.officers) = *number;
        } else if (key == "language") {
            m_case.language = language_of(value);
        } else {
            return wrong(line, "\"" + key + "\" is not a part of a case.");
        }
        return {};
    }

    Result<void> read_the_rule(const Line& line) {
        auto reading = read_rule(block_text());
        if (!reading.faults.empty()) {
            const auto& fault = reading.faults.front();
            return wrong({line.number + fault.line, {}}, say(fault.what, Language::en));
        }
        m_case.situation.rule = std::move(reading.rule);
        return {};
    }

    Result<void> read_calendar() {
        for (const auto& line : block()) {
            auto text = trim(line.text);
            if (text.empty() || text.starts_with('#')) continue;
            auto colon = text.find(':');
            if (colon == std::string_view::npos)
                return wrong(line, "a body and its days are parted by a colon.");
            auto pattern = read_pattern(text.substr(colon + 1));
            if (!pattern) return wrong(line, say(pattern.error(), Language::en));
            m_case.situation.calendar.patterns.push_back(
                {std::string(trim(text.substr(0, colon))), std::move(*pattern)});
        }
        return {};
    }

    /// "step 2 vote 2026-06-02: 41 for, 19 against".
    Result<void> read_done() {
        for (const auto& line : block()) {
            auto text = trim(line.text);
            if (text.empty() || text.starts_with('#')) continue;
            auto colon = text.find(':');
            Words words(text.substr(0, colon));
            StepEvent event;
            int step = words.take("step") ? words.take_number().value_or(0) : 0;
            std::string act;
            while (!words.done() && !parse_date(words.next())) {
                act += (act.empty() ? "" : "_") + std::string(words.next());
                words.skip();
            }
            auto date = words.take_date();
            auto known = parse_choice<StepAct>(act);
            if (step < 1 || !known || !date || !words.done())
                return wrong(line, "what was done reads \"step 2 vote 2026-06-02: 41 for, 19 against\".");
            event = {step - 1, *known, *date, {}};
            if (colon != std::string_view::npos) {
                auto votes = read_votes(text.substr(colon + 1));
                if (!votes) return wrong(line, votes.error().message);
                event.votes = std::move(*votes);
            }
            m_case.situation.events.push_back(std::move(event));
        }
        return {};
    }

    std::vector<Line> m_lines;
    const TextCase* m_before;  // null for the first
    std::size_t m_next = 0;
    TextCase m_case;
};

std::string step_title(const DecisionStep& step, std::size_t at, Language language) {
    auto title = std::to_string(at + 1) + ". " + say(step.kind, language);
    return step.name.empty() ? title : title + " \"" + step.name + "\"";
}

void add_reasons(std::string& out, std::string_view indent, const std::vector<Message>& reasons,
                 Language language) {
    for (const auto& reason : reasons)
        out.append(indent).append(say(reason, language)).append("\n");
}

std::string act_line(const ActPlan& act, StepKind kind, Language language) {
    bool english = language == Language::en;
    auto line = say(act.act, kind, language);
    if (act.number > 0) line += " " + std::to_string(act.number);
    line += ": " + to_lower_ascii(say(act.state, language));
    if (act.done_on) line += " " + say(*act.done_on, language);
    if (act.state == ActState::done) return line;
    if (act.latest) line += (english ? ", by " : ", a más tardar el ") + say(*act.latest, language);
    if (act.days_left && act.state == ActState::possible) {
        auto count = std::to_string(*act.days_left);
        line += *act.days_left == 0   ? std::string(english ? " (today)" : " (hoy)")
                : *act.days_left == 1 ? std::string(english ? " (1 day left)" : " (queda 1 día)")
                : english             ? " (" + count + " days left)"
                                      : " (quedan " + count + " días)";
    }
    if (act.earliest)
        line += (english ? ", earliest " : ", como muy pronto el ") + say(*act.earliest, language);
    return line;
}

}  // namespace

Result<std::vector<TextCase>> read_cases(std::string_view text) {
    std::vector<TextCase> cases;
    std::vector<Line> lines;
    std::string name;
    auto end_case = [&]() -> Result<void> {
        bool empty = std::ranges::all_of(lines, [](const Line& line) {
            auto content = trim(line.text);
            return content.empty() || content.starts_with('#');
        });
        if (!empty) {
            auto read = CaseReader(std::move(lines), cases.empty() ? nullptr : &cases.back()).read();
            if (!read) return std::unexpected(std::move(read).error());
            read->name = name;
            cases.push_back(std::move(*read));
        }
        lines.clear();
        return {};
    };
    int number = 0;
    for (auto line : split(text, '\n')) {
        ++number;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.starts_with("===")) {
            TRY(end_case());
            name = std::string(trim(line.substr(3)));
        } else {
            lines.push_back({number, line});
        }
    }
    TRY(end_case());
    return cases;
}

Result<VoteCount> read_votes(std::string_view text) {
    VoteCount votes;
    for (auto part : split(text, ',')) {
        Words words(part);
        if (words.done()) continue;
        std::string what;
        std::optional<int> number;
        bool ours = false;
        while (!words.done()) {
            if (words.take("( ours )")) {
                ours = true;
            } else if (auto value = words.take_number()) {
                if (number)
                    return failure(ErrorKind::invalid, "Two numbers in \"" + std::string(trim(part)) + "\".");
                number = value;
            } else {
                what += (what.empty() ? "" : " ") + std::string(words.next());
                words.skip();
            }
        }
        if (!number) return failure(ErrorKind::invalid, "No number in \"" + std::string(trim(part)) + "\".");
        if (what == "for") {
            votes.yes = *number;
        } else if (what == "against") {
            votes.no = *number;
        } else if (what == "abstain" || what == "abstaining") {
            votes.abstain = *number;
        } else if (what == "present") {
            votes.present = number;
        } else if (what == "eligible") {
            votes.eligible = number;
        } else if (what == "votes present") {
            votes.votes_present = number;
        } else if (what == "votes eligible" || what == "votes in all") {
            votes.votes_eligible = number;
        } else {
            // The name as it was written, not in lower case.
            auto written = trim(part);
            auto name = trim(written.substr(0, written.find_first_of("0123456789")));
            votes.choices.push_back({std::string(name), *number, ours});
        }
    }
    return votes;
}

std::string print_timetable(const Situation& situation, Language language) {
    auto outcome = judge(situation);
    auto timetable = plan(situation, outcome);
    std::string out = timetable.possible ? "possible\n" : "not possible\n";
    if (language == Language::es) out = timetable.possible ? "posible\n" : "no es posible\n";
    add_reasons(out, "", timetable.reasons, language);
    for (const auto& step : timetable.steps) {
        const auto& rule = situation.rule.steps[step.step];
        out +=
            step_title(rule, step.step, language) + ": " + to_lower_ascii(say(step.state, language)) + "\n";
        add_reasons(out, "   ", step.reasons, language);
        for (const auto& act : step.acts) {
            out += "   " + act_line(act, rule.kind, language) + "\n";
            add_reasons(out, "      ", act.reasons, language);
        }
    }
    return out;
}

std::string print_outcome(const Situation& situation, Language language) {
    auto outcome = judge(situation);
    auto out = say(outcome, language) + "\n";
    add_reasons(out, "", outcome.reasons, language);
    for (const auto& step : outcome.steps) {
        out += step_title(situation.rule.steps[step.step], step.step, language) + ": " +
               to_lower_ascii(say(step.result, language));
        if (step.on) out += ", " + say(*step.on, language);
        out += "\n";
        add_reasons(out, "   ", step.reasons, language);
    }
    return out;
}

}  // namespace wallchart::decision
