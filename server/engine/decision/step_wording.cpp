// What a step asks for, in a few words each: for lists and the timetable.

#include "engine/decision/wording.h"
#include "engine/decision/words.h"

namespace wallchart::decision {
namespace {

class Requirements {
public:
    explicit Requirements(Language language) : m_english(language == Language::en), m_language(language) {}

    std::vector<std::string> of(const DecisionStep& step, const DecisionSubject& subject) {
        if (const auto* threshold = threshold_for(step, subject); threshold != nullptr && votes(step.kind))
            add(say(*threshold, m_language));
        if (step.weight)
            add((m_english ? "votes by size: " : "votos por tamaño: ") + say(*step.weight, m_language));
        if (step.run_off != RunOff::none)
            add(m_english ? "a run-off between the top two" : "segunda vuelta entre los dos primeros");
        if (step.quorum) add((m_english ? "quorum " : "quórum ") + quorum(*step.quorum));
        if (step.town_halls > 0) add(town_halls(step));
        if (step.notice_days > 0) add(days(step.notice_days, "notice", "de aviso"));
        if (step.reading == ReadingRule::meeting_before)
            add(m_english ? "read at the meeting before" : "se lee en la reunión anterior");
        if (step.reading == ReadingRule::earlier_meeting)
            add(m_english ? "read at an earlier meeting" : "se lee en una reunión anterior");
        if (step.questionnaire_days) add(m_english ? "questionnaire" : "cuestionario");
        if (step.interview_days) add(m_english ? "interview" : "entrevista");
        if (step.within_days > 0)
            add(m_english
                    ? "within " + std::to_string(step.within_days) + " days of the step before"
                    : "en los " + std::to_string(step.within_days) + " días siguientes al paso anterior");
        if (step.open_days > 0) add(days(step.open_days, "open", "abierta"));
        if (step.overrule)
            add((m_english ? "the floor may overrule with " : "el pleno puede revocar con ") +
                say(*step.overrule, m_language));
        if (end_at(step, subject.level) == StepEnd::recommends)
            add((m_english ? "recommends to " : "recomienda; decide: ") + step.recommends_to);
        return std::move(m_all);
    }

private:
    void add(std::string words) { m_all.push_back(std::move(words)); }

    /// "10 days' notice", "14 days open"; "10 días de aviso".
    std::string days(int count, std::string_view english, std::string_view spanish) const {
        auto text = std::to_string(count);
        bool possessive = english == "notice";
        if (!m_english) return text + (count == 1 ? " día " : " días ") + std::string(spanish);
        return text +
               (count == 1 ? (possessive ? " day's " : " day ") : (possessive ? " days' " : " days ")) +
               std::string(english);
    }

    std::string town_halls(const DecisionStep& step) const {
        auto text = std::to_string(step.town_halls);
        text += m_english ? (step.town_halls == 1 ? " town hall" : " town halls")
                          : (step.town_halls == 1 ? " asamblea abierta" : " asambleas abiertas");
        if (!step.over) return text;
        auto count = step.over->count;
        text += (m_english ? " over " : " en ") + std::to_string(count);
        bool one = count == 1;
        switch (step.over->unit) {
            case PeriodUnit::days:
                return text + (m_english ? (one ? " day" : " days") : (one ? " día" : " días"));
            case PeriodUnit::weeks:
                return text + (m_english ? (one ? " week" : " weeks") : (one ? " semana" : " semanas"));
            case PeriodUnit::months:
                return text + (m_english ? (one ? " month" : " months") : (one ? " mes" : " meses"));
        }
        return text;
    }

    std::string quorum(const Quorum& quorum) const {
        if (quorum.numerator == 0) return std::to_string(quorum.number.value_or(0));
        auto share = print_fraction({quorum.numerator, quorum.denominator});
        if (quorum.more_than) share = (m_english ? "more than " : "más de ") + share;
        if (!quorum.number) return share;
        bool smaller = quorum.choice == QuorumChoice::smaller;
        return std::to_string(*quorum.number) + (m_english ? " or " : " o ") + share +
               (m_english ? (smaller ? ", the smaller" : ", the larger")
                          : (smaller ? ", lo que sea menos" : ", lo que sea más"));
    }

    bool m_english;
    Language m_language;
    std::vector<std::string> m_all;
};

}  // namespace

std::vector<std::string> requirements_of(const DecisionStep& step, const DecisionSubject& subject,
                                         Language language) {
    return Requirements(language).of(step, subject);
}

}  // namespace wallchart::decision
