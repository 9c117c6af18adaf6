// What the engine says of votes and timetables, English and Spanish side by side.

#include "engine/decision/wording.h"

namespace wallchart::decision::detail {
namespace {

Sentence of_votes(Code code) {
    switch (code) {
        case Code::quorum_met:
            return {"{0} present, quorum {1}: met.", "{0} presentes, quórum {1}: alcanzado."};
        case Code::quorum_missed:
            return {"{0} present, quorum {1}: not met.", "{0} presentes, quórum {1}: no alcanzado."};
        case Code::quorum_met_ballot:
            return {"{0} took part, quorum {1}: met.", "{0} participaron, quórum {1}: alcanzado."};
        case Code::quorum_missed_ballot:
            return {"{0} took part, quorum {1}: not met.", "{0} participaron, quórum {1}: no alcanzado."};
        case Code::quorum_unknown_eligible:
            return {"The quorum is a share of those eligible: enter how many may vote.",
                    "El quórum es una parte de quienes pueden votar: indique cuántas personas son."};
        case Code::quorum_unknown_present:
            return {"{0} voted and the quorum is {1}: enter how many were present.",
                    "Votaron {0} y el quórum es {1}: indique cuántas personas había presentes."};
        case Code::votes_of_voting:
            return {"{0} for of {1} voting: {2} %, needs {3} = {4}.",
                    "{0} a favor de {1} votos: {2} %, se necesita {3} = {4}."};
        case Code::votes_of_present:
            return {"{0} for of {1} present: {2} %, needs {3} = {4}.",
                    "{0} a favor de {1} presentes: {2} %, se necesita {3} = {4}."};
        case Code::votes_of_eligible:
            return {"{0} for of {1} eligible: {2} %, needs {3} = {4}.",
                    "{0} a favor de {1} con derecho a voto: {2} %, se necesita {3} = {4}."};
        case Code::votes_none:
            return {"Nobody voted.", "No votó nadie."};
        case Code::present_missing:
            return {"It needs {0:full}: enter how many were present.",
                    "Se necesita {0:full}: indique cuántas personas había presentes."};
        case Code::eligible_missing:
            return {"It needs {0:full}: enter how many may vote.",
                    "Se necesita {0:full}: indique cuántas personas pueden votar."};
        case Code::quorum_unknown_delegates:
            return {"The quorum is {0} {0:delegate|delegates}: enter how many were present.",
                    "El quórum es de {0} {0:delegado|delegados}: indique cuántas personas había presentes."};
        case Code::weights_said:
            return {"Votes count by the size of a local: {0}.",
                    "Los votos cuentan según el tamaño del local: {0}."};
        case Code::weighted_of_cast:
            return {"{0} votes for of {1} cast: {2} %, needs {3} = {4}.",
                    "{0} votos a favor de {1} emitidos: {2} %, se necesita {3} = {4}."};
        case Code::weighted_of_present:
            return {"{0} votes for of {1} held by those present: {2} %, needs {3} = {4}.",
                    "{0} votos a favor de {1} de quienes estaban presentes: {2} %, se necesita {3} = {4}."};
        case Code::weighted_of_all:
            return {"{0} votes for of {1} in all: {2} %, needs {3} = {4}.",
                    "{0} votos a favor de {1} en total: {2} %, se necesita {3} = {4}."};
        case Code::votes_present_missing:
            return {"It needs {0:full}: enter how many votes those present hold.",
                    "Se necesita {0:full}: indique cuántos votos tienen quienes estaban presentes."};
        case Code::votes_all_missing:
            return {"It needs {0:full}: enter how many votes there are in all.",
                    "Se necesita {0:full}: indique cuántos votos hay en total."};
        case Code::plurality_won:
            return {"{0} {0:vote|votes}, more than any other: {1} has {2}.",
                    "{0} {0:voto|votos}, más que nadie: {1} tiene {2}."};
        case Code::plurality_lost:
            return {"{0} {0:vote|votes}, fewer than {1} with {2}.",
                    "{0} {0:voto|votos}, menos que {1} con {2}."};
        case Code::plurality_tied:
            return {"{0} {0:vote|votes}, as many as {1}: a tie does not carry.",
                    "{0} {0:voto|votos}, tantos como {1}: con empate no se aprueba."};
        case Code::plurality_alone:
            return {"{0} {0:vote|votes}, and there was no other choice.",
                    "{0} {0:voto|votos}, y no había otra opción."};
        case Code::plurality_yes:
            return {"{0} for, {1} against: more for than against.",
                    "{0} a favor, {1} en contra: más a favor que en contra."};
        case Code::plurality_no:
            return {"{0} for, {1} against: not more for than against.",
                    "{0} a favor, {1} en contra: no hay más a favor que en contra."};
        case Code::abstentions_counted:
            return {"{0} {0:abstention counts|abstentions count} as votes cast.",
                    "{0} {0:abstención cuenta como voto emitido|abstenciones cuentan como votos emitidos}."};
        case Code::abstentions_left_out:
            return {"{0} {0:abstention does|abstentions do} not count.",
                    "{0} {0:abstención no cuenta|abstenciones no cuentan}."};
        case Code::negative_votes:
            return {"A number of votes cannot be below zero.",
                    "Un número de votos no puede ser menor que cero."};
        case Code::two_kinds_of_votes:
            return {"Enter either votes for and against, or votes for each choice, not both.",
                    "Indique los votos a favor y en contra, o los votos de cada opción, no ambos."};
        case Code::candidate_not_named:
            return {"Mark which one of the choices this drive is for.",
                    "Marque para cuál de las opciones es esta campaña."};
        case Code::more_votes_than_present:
            return {"{0} voted but only {1} were present.", "Votaron {0} pero solo había {1} presentes."};
        case Code::more_present_than_eligible:
            return {"{0} were present but only {1} may vote.",
                    "Había {0} presentes pero solo {1} pueden votar."};
        case Code::more_votes_than_eligible:
            return {"{0} voted but only {1} may vote.", "Votaron {0} pero solo {1} pueden votar."};
        case Code::more_votes_than_held:
            return {"{0} votes were cast but there were only {1} to cast.",
                    "Se emitieron {0} votos pero solo había {1}."};
        case Code::more_held_than_all:
            return {"Those present hold {0} votes but there are only {1} in all.",
                    "Quienes estaban presentes tienen {0} votos pero solo hay {1} en total."};
        case Code::run_off_choices:
            return {"Only these are in the run-off: {0}.", "En la segunda vuelta solo están: {0}."};
        default:
            return {};
    }
}

Sentence of_validity(Code code) {
    switch (code) {
        case Code::notice_kept:
            return {"Notice was given {0} {0:day|days} before; {1} needed.",
                    "Se avisó {0} {0:día|días} antes; se necesitan {1}."};
        case Code::notice_missing:
            return {"No notice is recorded; {0} {0:day is|days are} needed.",
                    "No consta ningún aviso; se {0:necesita|necesitan} {0} {0:día|días}."};
        case Code::notice_short:
            return {"Notice was given on {2}, only {0} {0:day|days} before; {1} needed.",
                    "Se avisó el {2}, solo {0} {0:día|días} antes; se necesitan {1}."};
        case Code::reading_kept:
            return {"It was read on {0}.", "Se leyó el {0}."};
        case Code::reading_missing:
            return {"It was not read at a meeting before the vote.",
                    "No se leyó en una reunión anterior a la votación."};
        case Code::reading_not_at_meeting_before:
            return {"It was read on {0}, but the meeting just before the vote was on {1}.",
                    "Se leyó el {0}, pero la reunión inmediatamente anterior a la votación fue el {1}."};
        case Code::questionnaire_kept:
            return {"The questionnaire came back on {0}.", "El cuestionario se devolvió el {0}."};
        case Code::questionnaire_missing:
            return {"No questionnaire had come back; it is needed {0} {0:day|days} before.",
                    "No se había devuelto ningún cuestionario; se necesita {0} {0:día|días} antes."};
        case Code::questionnaire_late:
            return {"The questionnaire came back {0} {0:day|days} before; {1} needed.",
                    "El cuestionario se devolvió {0} {0:día|días} antes; se necesitan {1}."};
        case Code::interview_kept:
            return {"The interview was held on {0}.", "La entrevista fue el {0}."};
        case Code::interview_missing:
            return {"No interview had been held; it is needed {0} {0:day|days} before.",
                    "No se había hecho ninguna entrevista; se necesita {0} {0:día|días} antes."};
        case Code::interview_late:
            return {"The interview was held {0} {0:day|days} before; {1} needed.",
                    "La entrevista fue {0} {0:día|días} antes; se necesitan {1}."};
        case Code::ballot_kept:
            return {"The ballot was open {0} {0:day|days}; {1} needed.",
                    "La votación estuvo abierta {0} {0:día|días}; se necesitan {1}."};
        case Code::ballot_opening_missing:
            return {"It is not recorded when the ballot opened; it must be open {0} {0:day|days}.",
                    "No consta cuándo se abrió la votación; debe estar abierta {0} {0:día|días}."};
        case Code::ballot_too_short:
            return {"The ballot was open only {0} {0:day|days}; {1} needed.",
                    "La votación estuvo abierta solo {0} {0:día|días}; se necesitan {1}."};
        case Code::wait_short:
            return {"Only {0} {0:day|days} after step {2}; {1} needed.",
                    "Solo {0} {0:día|días} después del paso {2}; se necesitan {1}."};
        case Code::within_passed:
            return {"{0} {0:day|days} after step {2}; it must follow within {1}.",
                    "{0} {0:día|días} después del paso {2}; debe seguir en {1}."};
        case Code::step_before_open:
            return {"Step {0} had not been completed.", "El paso {0} no se había completado."};
        case Code::step_before_later:
            return {"Step {0} came only later, on {1}.", "El paso {0} fue después, el {1}."};
        case Code::town_halls_held:
            return {"{0} of {1} town halls held.", "{0} de {1} asambleas abiertas celebradas."};
        case Code::town_halls_too_few:
            return {"Only {0} of {1} town halls held.", "Solo {0} de {1} asambleas abiertas celebradas."};
        case Code::town_halls_long_enough:
            return {"The first town hall was on {0}, so the vote could begin from {1}.",
                    "La primera asamblea abierta fue el {0}: se podía votar desde el {1}."};
        case Code::town_halls_too_short:
            return {
                "The first town hall was on {0}, so the vote could not begin before {1}; it began on {2}.",
                "La primera asamblea abierta fue el {0}: no se podía votar antes del {1}; empezó el {2}."};
        case Code::town_halls_not_counted:
            return {
                "{0} town {0:hall does|halls do} not count: without notice in time, or too soon after the "
                "one before.",
                "{0} {0:asamblea abierta no cuenta|asambleas abiertas no cuentan}: sin aviso a tiempo o "
                "demasiado seguidas."};
        case Code::try_again:
            return {"This vote decides nothing and may be repeated.",
                    "Esta votación no decide nada y puede repetirse."};
        default:
            return {};
    }
}

Sentence of_results(Code code) {
    switch (code) {
        case Code::other_carried:
            return {"{0} has carried with {1} {1:vote|votes}.", "{0} ha ganado con {1} {1:voto|votos}."};
        case Code::run_off_needed:
            return {"No choice has carried. A run-off decides: {0}.",
                    "Ninguna opción ha ganado. Decide una segunda vuelta: {0}."};
        case Code::not_in_run_off:
            return {"No choice has carried, and the run-off is without this one: {0}.",
                    "Ninguna opción ha ganado, y esta no pasa a la segunda vuelta: {0}."};
        case Code::run_off_held:
            return {"Run-off on {0} ({1}):", "Segunda vuelta el {0} ({1}):"};
        case Code::recommended_for:
            return {"It recommends the endorsement.", "Recomienda el respaldo."};
        case Code::recommended_against:
            return {"It is against the endorsement; the floor may overrule that.",
                    "Está en contra del respaldo; el pleno puede revocarlo."};
        case Code::decided_for:
            return {"It is for the endorsement; that stands unless the floor overrules it.",
                    "Está a favor del respaldo; se mantiene salvo que el pleno lo revoque."};
        case Code::advice_only:
            return {"This is advice only: the next step votes all the same.",
                    "Es solo un consejo: el paso siguiente vota de todos modos."};
        case Code::process_ended:
            return {"This no ends the process.", "Este no pone fin al proceso."};
        case Code::goes_upward:
            return {"For {0} this only recommends; {1} decides.",
                    "En {0} esto solo recomienda; decide: {1}."};
        case Code::floor_may_overrule:
            return {"The floor may overrule the recommendation with {0:full}.",
                    "El pleno puede revocar la recomendación con {0:full}."};
        case Code::floor_overruled:
            return {"The floor overruled it at step {0}.", "El pleno lo revocó en el paso {0}."};
        case Code::floor_did_not_overrule:
            return {"The motion to overrule did not carry.", "La moción de revocar no se aprobó."};
        case Code::motion_carried:
            return {"The motion to overrule carried.", "La moción de revocar se aprobó."};
        case Code::vote_overrules:
            return {"Step {0} said no; this vote is enough to overrule it.",
                    "El paso {0} dijo que no; esta votación basta para revocarlo."};
        case Code::vote_does_not_overrule:
            return {"Step {0} said no; this vote is not enough to overrule it.",
                    "El paso {0} dijo que no; esta votación no basta para revocarlo."};
        case Code::stands:
            return {"The decision of step {0} stands.", "La decisión del paso {0} se mantiene."};
        case Code::stands_unless_overruled:
            return {"The decision before stands unless the floor overrules it with {0:full}.",
                    "La decisión anterior se mantiene salvo que el pleno la revoque con {0:full}."};
        case Code::waiting_for:
            return {"Step {0} has not decided yet.", "El paso {0} aún no ha decidido."};
        case Code::endorsed:
            return {"Endorsed at step {0} on {1}.", "Respaldo aprobado en el paso {0} el {1}."};
        case Code::recommended:
            return {"Recommended at step {0} on {1} to {2}, which decides.",
                    "Recomendado en el paso {0} el {1}; decide: {2}."};
        case Code::declined:
            return {"Declined at step {0} on {1}.", "Rechazado en el paso {0} el {1}."};
        case Code::no_rule_for_level:
            return {"The rule has no step for {0}.", "La regla no tiene ningún paso para {0}."};
        default:
            return {};
    }
}

Sentence of_timetable(Code code) {
    switch (code) {
        case Code::latest_past:
            return {"The last day for this was {0}.", "El último día para esto fue el {0}."};
        case Code::too_late:
            return {"Possible on {0} at the earliest; the last day in time is {1}.",
                    "Posible el {0} como muy pronto; el último día a tiempo es el {1}."};
        case Code::given_too_late:
            return {"Done on {0}: only {1} {1:day|days} before {2}, and {3} needed.",
                    "Hecho el {0}: solo {1} {1:día|días} antes del {2}, y se necesitan {3}."};
        case Code::no_meeting_in_time:
            return {"No meeting comes in time before {0}.", "No hay ninguna reunión a tiempo antes del {0}."};
        case Code::no_meeting_ahead:
            return {"No meeting ahead is known at which this could be done.",
                    "No se conoce ninguna reunión próxima en la que pueda hacerse."};
        case Code::no_meetings_entered:
            return {"No meeting days are entered for this body, so any day is taken as possible.",
                    "No hay días de reunión de este órgano: se supone que puede ser cualquier día."};
        case Code::notice_binds:
            return {"Notice has not been given yet and is due {0} {0:day|days} before.",
                    "El aviso no se ha dado todavía y debe darse {0} {0:día|días} antes."};
        case Code::notice_given_binds:
            return {"Notice was given on {1} and must be {0} {0:day|days} old.",
                    "El aviso se dio el {1} y deben pasar {0} {0:día|días}."};
        case Code::questionnaire_binds:
            return {"The questionnaire can be back on {1} and must be {0} {0:day|days} before.",
                    "El cuestionario puede estar de vuelta el {1} y debe estarlo {0} {0:día|días} antes."};
        case Code::interview_binds:
            return {"The interview must be held {0} {0:day|days} before.",
                    "La entrevista debe hacerse {0} {0:día|días} antes."};
        case Code::reading_binds:
            return {"It must be read first, on {0} at the earliest.",
                    "Primero debe leerse, el {0} como muy pronto."};
        case Code::reading_lapsed:
            return {
                "It was read on {0}, but the meeting after that has passed or comes too soon: it must be "
                "read again.",
                "Se leyó el {0}, pero la reunión siguiente ya pasó o es demasiado pronto: debe leerse de "
                "nuevo."};
        case Code::step_before_binds:
            return {"Step {0} can be done on {1} at the earliest.",
                    "El paso {0} puede hacerse el {1} como muy pronto."};
        case Code::town_halls_bind:
            return {"With the first town hall on {0} the vote cannot begin before {1}.",
                    "Con la primera asamblea abierta el {0} no se puede votar antes del {1}."};
        case Code::retry_binds:
            return {"The vote of {0} did not count and must be repeated.",
                    "La votación del {0} no contó y debe repetirse."};
        case Code::run_off_binds:
            return {"The vote of {0} left {1}: a run-off decides.",
                    "La votación del {0} dejó a {1}: decide una segunda vuelta."};
        case Code::within_binds:
            return {"It must follow step {0} within {1} {1:day|days}, by {2}.",
                    "Debe seguir al paso {0} en {1} {1:día|días}, a más tardar el {2}."};
        case Code::step_after_binds:
            return {"Step {0} must follow it within {1} {1:day|days}.",
                    "El paso {0} debe seguirle en {1} {1:día|días}."};
        case Code::possible_by:
            return {"Still possible: on {0} at the earliest, {2} {2:day|days} before {1}.",
                    "Aún es posible: el {0} como muy pronto, {2} {2:día|días} antes del {1}."};
        case Code::possible_on_last_day:
            return {"Still possible, but only on the last day: {0}.",
                    "Aún es posible, pero solo el último día: {0}."};
        case Code::vote_incomplete:
            return {"The vote of {0} is entered, but its numbers are not complete.",
                    "La votación del {0} está anotada, pero faltan datos o no cuadran."};
        case Code::possible_without_date:
            return {"Possible on {0} at the earliest.", "Posible el {0} como muy pronto."};
        case Code::not_possible_since:
            return {"Not possible in time any more. Step {0}: {1}{2:number}.",
                    "Ya no es posible a tiempo. Paso {0}: {1}{2:number}."};
        case Code::earliest_would_be:
            return {"It could be decided on {0} at the earliest.",
                    "Podría decidirse el {0} como muy pronto."};
        default:
            return {};
    }
}

}  // namespace

Sentence sentence_of(Code code) {
    for (auto* part : {sentence_of_rule, of_votes, of_validity, of_results, of_timetable})
        if (auto sentence = part(code); !sentence.en.empty()) return sentence;
    return {};
}

}  // namespace wallchart::decision::detail
