#include "engine/decision/wording.h"

#include "core/text.h"
#include "engine/decision/words.h"

namespace wallchart::decision {
namespace {

using Phrase = detail::Sentence;

std::string pick(Language language, Phrase words) {
    return std::string(language == Language::en ? words.en : words.es);
}

/// 12,400 in English, 12.400 in Spanish; four digits stay together in Spanish.
std::string say_number(std::int64_t number, Language language) {
    auto text = std::to_string(number);
    std::size_t sign = number < 0 ? 1 : 0;
    if (language == Language::es && text.size() - sign <= 4) return text;
    for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > static_cast<std::ptrdiff_t>(sign);
         at -= 3)
        text.insert(static_cast<std::size_t>(at), language == Language::en ? "," : ".");
    return text;
}

std::string share(const DecisionThreshold& threshold, Language language) {
    auto fraction = print_fraction({threshold.numerator, threshold.denominator});
    switch (threshold.kind) {
        case ThresholdKind::majority:
            return pick(language, {"a majority", "mayoría"});
        case ThresholdKind::at_least:
            if (threshold.numerator == threshold.denominator) return pick(language, {"all", "la totalidad"});
            return fraction;
        case ThresholdKind::more_than:
            return pick(language, {"more than ", "más de "}) + fraction;
        case ThresholdKind::plurality:
            if (threshold.numerator == 0) return pick(language, {"a plurality", "mayoría simple"});
            return pick(language, {"at least ", "al menos "}) + fraction;
    }
    return {};
}

std::string say_argument(const Argument& argument, std::string_view how, Language language) {
    struct Say {
        std::string_view how;
        Language language;
        std::string operator()(std::int64_t number) const {
            // The number of a town hall, where there is one.
            if (how == "number") return number > 0 ? " " + say_number(number, language) : std::string();
            return say_number(number, language);
        }
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(Date date) const { return say(date, language); }
        std::string operator()(StepKind kind) const { return say(kind, language); }
        std::string operator()(StepAct act) const {
            // Inside a sentence, after a colon.
            auto text = say(act, StepKind::membership_meeting, language);
            text[0] = to_lower_ascii(text.substr(0, 1))[0];
            return text;
        }
        std::string operator()(DecisionLevel level) const { return say(level, language); }
        std::string operator()(const VoteWeight& weight) const { return say(weight, language); }
        std::string operator()(const DecisionThreshold& threshold) const {
            return how == "full" ? say(threshold, language) : share(threshold, language);
        }
    };
    return std::visit(Say{how, language}, argument);
}

}  // namespace

Language language_of(std::string_view code) {
    return code.starts_with("es") ? Language::es : Language::en;
}

std::string say(const Message& message, Language language) {
    auto sentence = detail::sentence_of(message.code);
    auto text = language == Language::en ? sentence.en : sentence.es;
    std::string said;
    while (!text.empty()) {
        auto open = text.find('{');
        said += text.substr(0, open);
        if (open == std::string_view::npos) break;
        auto close = text.find('}', open);
        auto inside = text.substr(open + 1, close - open - 1);
        text.remove_prefix(close + 1);
        auto number = static_cast<std::size_t>(inside.front() - '0');
        if (number >= message.arguments.size()) continue;
        const auto& argument = message.arguments[number];
        auto how = inside.size() > 2 ? inside.substr(2) : std::string_view();
        auto bar = how.find('|');
        if (bar == std::string_view::npos) {
            said += say_argument(argument, how, language);
        } else {
            const auto* count = std::get_if<std::int64_t>(&argument);
            said += count != nullptr && *count == 1 ? how.substr(0, bar) : how.substr(bar + 1);
        }
    }
    return said;
}

std::string say(Date date, Language language) {
    static constexpr std::array<Phrase, 7> weekdays{{{"Sun", "dom"},
                                                     {"Mon", "lun"},
                                                     {"Tue", "mar"},
                                                     {"Wed", "mié"},
                                                     {"Thu", "jue"},
                                                     {"Fri", "vie"},
                                                     {"Sat", "sáb"}}};
    static constexpr std::array<Phrase, 12> months{{{"Jan", "ene"},
                                                    {"Feb", "feb"},
                                                    {"Mar", "mar"},
                                                    {"Apr", "abr"},
                                                    {"May", "may"},
                                                    {"Jun", "jun"},
                                                    {"Jul", "jul"},
                                                    {"Aug", "ago"},
                                                    {"Sep", "sep"},
                                                    {"Oct", "oct"},
                                                    {"Nov", "nov"},
                                                    {"Dec", "dic"}}};
    auto weekday = std::chrono::weekday(std::chrono::sys_days(date)).c_encoding();
    return pick(language, weekdays[weekday]) + " " + std::to_string(unsigned(date.day())) + " " +
           pick(language, months[unsigned(date.month()) - 1]) + " " + std::to_string(int(date.year()));
}

std::string say(StepKind kind, Language language) {
    switch (kind) {
        case StepKind::committee:
            return pick(language, {"Committee", "Comité"});
        case StepKind::executive_board:
            return pick(language, {"Executive board", "Junta ejecutiva"});
        case StepKind::membership_meeting:
            return pick(language, {"Membership meeting", "Asamblea de afiliados"});
        case StepKind::delegate_body:
            return pick(language, {"Delegate body", "Asamblea de delegados"});
        case StepKind::convention:
            return pick(language, {"Convention", "Convención"});
        case StepKind::member_ballot:
            return pick(language, {"Member ballot", "Consulta a la afiliación"});
        case StepKind::town_hall:
            return pick(language, {"Town halls", "Asambleas abiertas"});
    }
    return {};
}

std::string say(StepAct act, StepKind kind, Language language) {
    switch (act) {
        case StepAct::notice:
            return pick(language, {"Give notice", "Dar aviso"});
        case StepAct::questionnaire_sent:
            return pick(language, {"Send the questionnaire", "Enviar el cuestionario"});
        case StepAct::questionnaire:
            return pick(language, {"Questionnaire back", "Cuestionario devuelto"});
        case StepAct::interview:
            return pick(language, {"Hold the interview", "Hacer la entrevista"});
        case StepAct::reading:
            return pick(language, {"Read the motion", "Leer la moción"});
        case StepAct::town_hall:
            return pick(language, {"Town hall", "Asamblea abierta"});
        case StepAct::ballot_opened:
            return pick(language, {"Open the ballot", "Abrir la votación"});
        case StepAct::vote:
            if (kind == StepKind::member_ballot)
                return pick(language, {"Close the ballot and count", "Cerrar la votación y contar"});
            return pick(language, {"Vote", "Votar"});
        case StepAct::overrule:
            return pick(language, {"Vote on overruling", "Votar la revocación"});
        case StepAct::report:
            return pick(language, {"Report to the floor", "Informar al pleno"});
        case StepAct::sent_up:
            return pick(language, {"Send the recommendation", "Enviar la recomendación"});
    }
    return {};
}

std::string say(DecisionLevel level, Language language) {
    switch (level) {
        case DecisionLevel::local:
            return pick(language, {"local races", "elecciones locales"});
        case DecisionLevel::state:
            return pick(language, {"state races", "elecciones estatales"});
        case DecisionLevel::federal:
            return pick(language, {"federal races", "elecciones federales"});
        case DecisionLevel::ballot_measure:
            return pick(language, {"ballot measures", "consultas populares"});
    }
    return {};
}

std::string say(const VoteWeight& weight, Language language) {
    auto votes =
        say_number(weight.votes, language) +
        (weight.votes == 1 ? pick(language, {" vote", " voto"}) : pick(language, {" votes", " votos"}));
    auto text = votes + (weight.members == 1 ? pick(language, {" for each member", " por cada miembro"})
                                             : pick(language, {" for each ", " por cada "}) +
                                                   say_number(weight.members, language) +
                                                   pick(language, {" members", " miembros"}));
    if (weight.rounding == WeightRounding::fraction) text += pick(language, {" or fraction", " o fracción"});
    if (weight.rounding == WeightRounding::major_fraction)
        text += pick(language, {" or major fraction", " o fracción mayor de la mitad"});
    if (weight.at_least > 0)
        text += pick(language, {", at least ", ", al menos "}) + say_number(weight.at_least, language);
    return text;
}

std::string say(const DecisionThreshold& threshold, Language language) {
    auto text = share(threshold, language);
    switch (threshold.of) {
        case ThresholdBase::votes_cast:
            return text + pick(language, {" of votes cast", " de los votos emitidos"});
        case ThresholdBase::present:
            return text + pick(language, {" of those present", " de las personas presentes"});
        case ThresholdBase::eligible:
            return text + pick(language, {" of those eligible", " de quienes pueden votar"});
    }
    return text;
}

std::string say(StepResult result, Language language) {
    switch (result) {
        case StepResult::open:
            return pick(language, {"Open", "Pendiente"});
        case StepResult::carried:
            return pick(language, {"Carried", "Aprobado"});
        case StepResult::failed:
            return pick(language, {"Failed", "No aprobado"});
        case StepResult::no_quorum:
            return pick(language, {"No quorum", "Sin quórum"});
        case StepResult::not_valid:
            return pick(language, {"Not valid", "No válido"});
        case StepResult::incomplete:
            return pick(language, {"Numbers missing", "Faltan datos"});
        case StepResult::recommended_upward:
            return pick(language, {"Recommended upward", "Recomendado al órgano superior"});
        case StepResult::overruled:
            return pick(language, {"Overruled", "Revocado"});
        case StepResult::held:
            return pick(language, {"Held", "Celebradas"});
        case StepResult::run_off:
            return pick(language, {"Run-off", "Segunda vuelta"});
    }
    return {};
}

std::string say(ActState state, Language language) {
    switch (state) {
        case ActState::done:
            return pick(language, {"Done", "Hecho"});
        case ActState::possible:
            return pick(language, {"Possible", "Posible"});
        case ActState::late:
            return pick(language, {"Late", "Tarde"});
        case ActState::not_possible:
            return pick(language, {"Not possible", "No es posible"});
    }
    return {};
}

std::string say(const Outcome& outcome, Language language) {
    switch (outcome.result) {
        case DecisionOutcome::undecided:
            return pick(language, {"Not decided yet", "Aún sin decidir"});
        case DecisionOutcome::endorsed:
            return pick(language, {"Endorsed", "Respaldo aprobado"});
        case DecisionOutcome::recommended:
            return pick(language, {"Recommended to ", "Recomendado; decide: "}) + outcome.recommended_to;
        case DecisionOutcome::declined:
            return pick(language, {"Declined", "Rechazado"});
    }
    return {};
}

}  // namespace wallchart::decision
