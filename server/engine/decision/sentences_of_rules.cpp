// What is wrong with a rule or a meeting pattern, English and Spanish side by side.

#include "engine/decision/wording.h"

namespace wallchart::decision::detail {
namespace {

Sentence of_lines(Code code) {
    switch (code) {
        case Code::unknown_line:
            return {
                "\"{0}\" is not a line of a rule. Lines read \"quorum: 30\", \"notice: 10 days\" and so on.",
                "«{0}» no es una línea de una regla. Las líneas son como «quorum: 30», «notice: 10 days»."};
        case Code::line_before_first_step:
            return {
                "Before the first step only \"rule: a title\" may stand, not \"{0}\". Begin a step with \"1. "
                "Executive board\".",
                "Antes del primer paso solo puede ir «rule: un título», no «{0}». Un paso empieza con «1. "
                "Executive board»."};
        case Code::unknown_step:
            return {
                "\"{0}\" is not a kind of step. Write committee, executive board, membership meeting, "
                "delegate body, convention, member ballot or town halls.",
                "«{0}» no es un tipo de paso. Escriba committee, executive board, membership meeting, "
                "delegate body, convention, member ballot o town halls."};
        case Code::given_twice:
            return {"\"{0}\" is given twice in this step.", "«{0}» aparece dos veces en este paso."};
        case Code::unclosed_quote:
            return {"The step's name must stand in quotation marks at the end of the line.",
                    "El nombre del paso debe ir entre comillas al final de la línea."};
        case Code::text_too_long:
            return {"A rule may have {0} characters at most.",
                    "Una regla puede tener {0} caracteres como máximo."};
        case Code::not_a_quorum:
            return {
                "\"{0}\" is not a quorum. Write a number (30), a share (25 %, majority) or both (30 or 10 %, "
                "whichever is smaller).",
                "«{0}» no es un quórum. Escriba un número (30), una parte (25 %, majority) o ambos (30 or 10 "
                "%, whichever is smaller)."};
        case Code::not_a_threshold:
            return {
                "\"{0}\" is not a threshold. Write majority, 2/3, more than 60 % or plurality; of votes "
                "cast, of those present or of those eligible.",
                "«{0}» no es un umbral. Escriba majority, 2/3, more than 60 % o plurality; of votes cast, of "
                "those present u of those eligible."};
        case Code::not_an_electorate:
            return {
                "\"{0}\" does not say who votes. Write all members, members in good standing, 9 seats, or 2 "
                "delegates per local plus officers.",
                "«{0}» no dice quién vota. Escriba all members, members in good standing, 9 seats o 2 "
                "delegates per local plus officers."};
        case Code::not_days:
            return {
                "\"{0}\" is not a time. Write a number of days or weeks, 1000 days at most: 10 days.",
                "«{0}» no es un plazo. Escriba un número de días o semanas, 1000 días como máximo: 10 days."};
        case Code::not_yes_or_no:
            return {"\"{0}\" does not say whether abstentions count. Write count or do not count.",
                    "«{0}» no dice si las abstenciones cuentan. Escriba count o do not count."};
        case Code::not_a_reading:
            return {
                "\"{0}\" does not say when it is read. Write at the meeting before or at an earlier meeting.",
                "«{0}» no dice cuándo se lee. Escriba at the meeting before o at an earlier meeting."};
        case Code::not_a_questionnaire:
            return {"\"{0}\" does not say when it is due. Write 14 days before, or required before the vote.",
                    "«{0}» no dice para cuándo. Escriba 14 days before o required before the vote."};
        case Code::not_town_halls:
            return {
                "\"{0}\" does not say how many town halls. Write 3 town halls over at least 3 months, at "
                "least 14 days apart.",
                "«{0}» no dice cuántas asambleas abiertas. Escriba 3 town halls over at least 3 months, at "
                "least 14 days apart."};
        case Code::not_levels:
            return {"\"{0}\" names no levels. Write local, state, federal, ballot measures or everything.",
                    "«{0}» no nombra niveles. Escriba local, state, federal, ballot measures o everything."};
        case Code::not_after_no:
            return {"\"{0}\" does not say what follows a no. Write ends or goes on.",
                    "«{0}» no dice qué sigue a un no. Escriba ends o goes on."};
        case Code::recommends_to_whom:
            return {"\"{0}\" does not say to whom. Write recommends: state, federal to the State Federation.",
                    "«{0}» no dice a quién. Escriba recommends: state, federal to the State Federation."};
        case Code::not_a_weight:
            return {
                "\"{0}\" does not say how votes count by size. Write 1 per 100 members or fraction, or 1 per "
                "member.",
                "«{0}» no dice cómo cuentan los votos según el tamaño. Escriba 1 per 100 members or fraction "
                "o "
                "1 per member."};
        case Code::not_a_run_off:
            return {"\"{0}\" is not a run-off. Write top two, or top two, plurality.",
                    "«{0}» no es una segunda vuelta. Escriba top two, o top two, plurality."};
        case Code::fraction_out_of_range:
            return {"\"{0}\" cannot be: a share must be more than nothing and at most all.",
                    "«{0}» no puede ser: una parte debe ser más que nada y como máximo el total."};
        case Code::number_out_of_range:
            return {"\"{0}\" is too small or too large a number here.",
                    "«{0}» es un número demasiado pequeño o demasiado grande aquí."};
        default:
            return {};
    }
}

Sentence of_rules(Code code) {
    switch (code) {
        case Code::no_steps:
            return {"The rule has no step yet. Begin with \"1. Membership meeting\".",
                    "La regla aún no tiene ningún paso. Empiece con «1. Membership meeting»."};
        case Code::too_many_steps:
            return {"A rule may have {0} steps at most.", "Una regla puede tener {0} pasos como máximo."};
        case Code::no_threshold:
            return {"This step does not say what it carries with (\"carries with: majority of votes cast\").",
                    "Este paso no dice con qué se aprueba («carries with: majority of votes cast»)."};
        case Code::no_threshold_for:
            return {"This step does not say what it carries with for {0}.",
                    "Este paso no dice con qué se aprueba en {0}."};
        case Code::threshold_never_used:
            return {
                "\"{0}\" is never used, because the threshold before it is for everything. Put the general "
                "one last.",
                "«{0}» no se usa nunca, porque el umbral anterior vale para todo. Ponga el general al "
                "final."};
        case Code::nobody_decides:
            return {"Nobody decides on {0}: add them to \"decides\" or \"recommends\" of this step.",
                    "Nadie decide en {0}: añádalo a «decides» o «recommends» de este paso."};
        case Code::step_never_reached:
            return {"Step {0} is never reached: an earlier step has decided everything.",
                    "Nunca se llega al paso {0}: un paso anterior ya lo ha decidido todo."};
        case Code::town_halls_missing:
            return {"This step does not say how many town halls are held (\"held: 3 town halls\").",
                    "Este paso no dice cuántas asambleas abiertas se celebran («held: 3 town halls»)."};
        case Code::town_halls_only:
            return {"\"held\" is for town halls only.",
                    "«held» es solo para las asambleas abiertas (town halls)."};
        case Code::town_halls_do_not_vote:
            return {"Town halls discuss and do not vote: this belongs to another step.",
                    "Las asambleas abiertas debaten y no votan: esto corresponde a otro paso."};
        case Code::ballot_only:
            return {"\"open\" is for member ballots only.",
                    "«open» es solo para las consultas a la afiliación (member ballot)."};
        case Code::reading_needs_meeting:
            return {"Only a body that meets can read a motion at one meeting and vote at another.",
                    "Solo un órgano que se reúne puede leer una moción en una reunión y votarla en otra."};
        case Code::overrule_needs_next:
            return {"The floor may overrule this step, but no step follows at which it votes.",
                    "El pleno puede revocar este paso, pero no le sigue ningún paso en el que vote."};
        case Code::decides_and_recommends:
            return {"This step both decides and only recommends on {0}.",
                    "Este paso a la vez decide y solo recomienda en {0}."};
        case Code::quorum_over_seats:
            return {"A quorum of {0} is more than the {1} who vote.",
                    "Un quórum de {0} es más que los {1} que votan."};
        case Code::weight_needs_delegates:
            return {"Votes by the size of a local are for delegates: write who votes: delegates.",
                    "Los votos según el tamaño del local son para delegados: escriba who votes: delegates."};
        case Code::within_needs_step:
            return {"\"within\" counts from the step before, and this is the first.",
                    "«within» cuenta desde el paso anterior, y este es el primero."};
        case Code::within_before_wait:
            return {"It must follow within {0} {0:day|days} but not before {1} have passed.",
                    "Debe seguir en {0} {0:día|días}, pero no antes de que pasen {1}."};
        case Code::recommends_to_missing:
            return {"It must be said to whom this step recommends.",
                    "Hay que decir a quién recomienda este paso."};
        case Code::not_a_pattern:
            return {
                "\"{0}\" is not a meeting day. Write first Tuesday of each month but July, every Monday, "
                "15th of each month, or dates like 2026-05-06.",
                "«{0}» no es un día de reunión. Escriba first Tuesday of each month but July, every Monday, "
                "15th of each month o fechas como 2026-05-06."};
        case Code::pattern_needs_start:
            return {"\"{0}\" must say from which date the weeks are counted: from 2026-01-05.",
                    "«{0}» debe decir desde qué fecha se cuentan las semanas: from 2026-01-05."};
        default:
            return {};
    }
}

}  // namespace

Sentence sentence_of_rule(Code code) {
    auto sentence = of_lines(code);
    return sentence.en.empty() ? of_rules(code) : sentence;
}

}  // namespace wallchart::decision::detail
