#include "core/text.h"
#include "features/sign_ups/sign_ups.h"

namespace wallchart {

JoinForm read_join_form(std::string_view body) {
    JoinForm form;
    for (auto& [name, value] : parse_form(body)) {
        if (name == "name") form.name = value;
        if (name == "email") form.email = value;
        if (name == "phone") form.phone = value;
        if (name == "postal_code") form.postal_code = value;
        if (name == "organization") form.organization = value;
        if (name == "organization_id") form.organization_id = value;
        if (name == "employer") form.employer = value;
        if (name == "offer" && parse_choice<Offer>(value) && form.offers.size() < 10)
            form.offers.push_back(value);
        if (name == "email_consent") form.email_consent = !value.empty();
        if (name == "text_consent") form.text_consent = !value.empty();
        if (name == "introduction_consent") form.introduction_consent = !value.empty();
        if (name == "website") form.trap = value;
        if (name == "find") form.find = true;
    }
    return form;
}

std::pair<std::string, std::string> split_name(std::string_view name) {
    auto text = squeeze(name);
    auto words = split(text, ' ');
    if (words.size() < 2) return {text, ""};
    std::size_t given = words.size() >= 4 ? 2 : 1;
    std::string first(words[0]);
    if (given == 2) first += " " + std::string(words[1]);
    return {first, text.substr(first.size() + 1)};
}

Result<CheckedJoin> check_join(const JoinForm& form, std::string_view language) {
    bool spanish = language == "es";
    Error error{ErrorKind::invalid,
                spanish ? "Revise los campos marcados." : "Please look at the marked fields."};
    auto fault = [&](const char* field, const char* english, const char* in_spanish) {
        error.fields.push_back({field, spanish ? in_spanish : english});
    };
    CheckedJoin checked;
    std::tie(checked.given_name, checked.family_name) = split_name(form.name);
    if (checked.given_name.empty()) fault("name", "Your name, please.", "Escriba su nombre.");
    if (length(form.name) > 150)
        fault("name", "This name is longer than 150 characters.", "El nombre pasa de 150 caracteres.");
    if (!trim(form.email).empty()) {
        checked.email = normalize_email(form.email);
        if (!checked.email)
            fault("email", "This does not look like an e-mail address.",
                  "Esto no parece un correo electrónico.");
    }
    if (!trim(form.phone).empty()) {
        checked.phone = normalize_phone(form.phone);
        if (!checked.phone)
            fault("phone", "This does not look like a phone number.",
                  "Esto no parece un número de teléfono.");
    }
    if (trim(form.email).empty() && trim(form.phone).empty())
        fault("email", "An e-mail address or a mobile number: one is enough.",
              "Un correo o un celular: basta con uno.");
    if (form.email_consent && !checked.email && trim(form.email).empty())
        fault("email", "We need your e-mail address to write to you.",
              "Para escribirle necesitamos su correo electrónico.");
    if (form.text_consent && !checked.phone && trim(form.phone).empty())
        fault("phone", "We need your mobile number to text you.",
              "Para mandarle textos necesitamos su celular.");
    checked.postal_code = squeeze(form.postal_code);
    if (length(checked.postal_code) > 12)
        fault("postal_code", "This ZIP is too long.", "El código es muy largo.");
    if (length(form.organization) > 200)
        fault("organization", "At most 200 characters.", "No más de 200 caracteres.");
    if (length(form.employer) > 200)
        fault("employer", "At most 200 characters.", "No más de 200 caracteres.");
    if (!error.fields.empty()) return std::unexpected(std::move(error));
    return checked;
}

std::string_view consent_wording(ConsentKind kind, std::string_view language) {
    bool spanish = language == "es";
    switch (kind) {
        case ConsentKind::email:
            return spanish ? "Escríbanme por correo sobre esto" : "E-mail me about this";
        case ConsentKind::text:
            return spanish ? "Mándenme mensajes de texto (puedo pararlos cuando quiera)"
                           : "Text me (I can stop it any time)";
        case ConsentKind::introduction:
            break;
    }
    return spanish ? "Pónganme en contacto con miembros de mi sindicato: verán mi nombre y mi correo"
                   : "Put me in touch with members of my union: they will see my name and e-mail";
}

}  // namespace wallchart
