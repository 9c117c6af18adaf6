#include "features/imports/imports.h"

#include <array>

namespace wallchart {
namespace {

struct Sentence {
    RejectReason reason;
    std::string_view english;
    std::string_view spanish;
};

constexpr std::array<Sentence, 19> sentences{{
    {RejectReason::nul_byte, "The row holds a NUL byte: the file is damaged here.",
     "La fila contiene un byte nulo: el archivo está dañado aquí."},
    {RejectReason::open_quote, "A quote is opened and never closed.",
     "Se abre una comilla y nunca se cierra."},
    {RejectReason::row_too_long, "The row is longer than 1 MiB.", "La fila ocupa más de 1 MiB."},
    {RejectReason::too_many_columns, "The row has more than 1,000 columns.",
     "La fila tiene más de 1,000 columnas."},
    {RejectReason::too_many_cells, "The row has more cells than the header has columns.",
     "La fila tiene más celdas que columnas el encabezado."},
    {RejectReason::control_character, "The cell holds a character that is not text.",
     "La celda contiene un carácter que no es texto."},
    {RejectReason::too_long, "The text is too long for this field.",
     "El texto es demasiado largo para este campo."},
    {RejectReason::name_missing, "There is no name.", "Falta el nombre."},
    {RejectReason::email_invalid, "This is not an e-mail address.", "Esto no es una dirección de correo."},
    {RejectReason::phone_invalid, "This is not a phone number: ten digits, or + and the country code.",
     "Esto no es un número de teléfono: diez dígitos, o + y el código del país."},
    {RejectReason::date_invalid, "This is not a date that can be read.",
     "Esto no es una fecha que se pueda leer."},
    {RejectReason::number_invalid, "This is not a number that fits here.",
     "Esto no es un número que quepa aquí."},
    {RejectReason::consent_invalid, "Neither yes nor no: consent is not guessed.",
     "Ni sí ni no: el consentimiento no se adivina."},
    {RejectReason::status_unknown, "This status is not known: member, retiree, prospect or former.",
     "Este estado no se conoce: miembro, jubilado, prospecto o exmiembro."},
    {RejectReason::role_unknown, "This role is not known: member, steward, delegate or officer.",
     "Este cargo no se conoce: miembro, representante, delegado o directivo."},
    {RejectReason::kind_unknown, "This kind of organization is not known.",
     "Este tipo de organización no se conoce."},
    {RejectReason::matches_several, "It fits several who are there already, and which is meant is not sure.",
     "Coincide con varios que ya existen, y no es seguro cuál es."},
    {RejectReason::maybe_another,
     "Somebody with this name and address is there, but with another birthday or middle name.",
     "Ya existe alguien con este nombre y dirección, pero con otra fecha de nacimiento o segundo nombre."},
    {RejectReason::place_unclear, "Several bodies have this number, and the row does not say where it is.",
     "Varias organizaciones tienen este número, y la fila no dice dónde está."},
}};

}  // namespace

std::string in_words(RejectReason reason, std::string_view language) {
    for (const auto& sentence : sentences)
        if (sentence.reason == reason)
            return std::string(language == "es" ? sentence.spanish : sentence.english);
    return {};
}

}  // namespace wallchart
