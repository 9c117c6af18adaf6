#include "features/formations/formations.h"

namespace wallchart {

bool can_be_introduced(const Fellow& fellow) {
    return fellow.introduction && fellow.email_consent && !fellow.email.empty();
}

std::string formation_name(std::string_view organization, std::string_view cause, std::string_view language) {
    return std::string(organization) + (language == "es" ? " con " : " for ") + std::string(cause);
}

IntroductionText suggested_text(std::string_view formation, std::string_view language) {
    if (language == "es")
        return {"Conozca a los demás: " + std::string(formation),
                "Hola:\n\nUsted pidió que le pusiéramos en contacto con otros miembros de su sindicato. "
                "Estas son "
                "las personas de " +
                    std::string(formation) +
                    " que pidieron lo mismo. Escríbanse, reúnanse y decidan qué quieren mover juntos en su "
                    "local."};
    return {
        "Meet each other: " + std::string(formation),
        "Hello,\n\nYou asked to be put in touch with other members of your union. These are the people of " +
            std::string(formation) +
            " who asked for the same. Write to each other, meet, and decide what you want to move in your "
            "local together."};
}

std::vector<IntroductionLetter> write_letters(const std::vector<Fellow>& fellows,
                                              const IntroductionText& text, std::string_view sender,
                                              std::string_view workspace, std::string_view language,
                                              std::string_view formation) {
    auto offered = suggested_text(formation, language);
    bool as_offered = text.subject == offered.subject && text.message == offered.message;
    std::vector<const Fellow*> introduced;
    bool somebody_new = false;
    for (const auto& fellow : fellows) {
        if (!can_be_introduced(fellow)) continue;
        introduced.push_back(&fellow);
        somebody_new |= !fellow.already_introduced;
    }
    std::vector<IntroductionLetter> letters;
    // A letter that names nobody but its reader introduces nobody.
    if (introduced.size() < 2 || !somebody_new) return letters;
    for (const auto* reader : introduced) {
        bool spanish = (reader->language.empty() ? language : reader->language) == "es";
        // What the organizer wrote stays as written; what was offered is offered in each reader's language.
        auto said = as_offered ? suggested_text(formation, spanish ? "es" : "en") : text;
        std::string body = said.message + "\n\n";
        for (const auto* other : introduced) {
            if (other == reader) continue;
            body += "  " + other->name + " <" + other->email + ">";
            if (reader->already_introduced && !other->already_introduced)
                body += spanish ? "  (nuevo)" : "  (new)";
            body += "\n";
        }
        body += "\n" + std::string(sender) + "\n" + std::string(workspace) + "\n\n";
        body += spanish
                    ? "Recibe esta carta porque aceptó que le pusiéramos en contacto con miembros de su "
                      "sindicato. Las personas de la lista ven también su nombre y su correo.\n"
                    : "You get this letter because you agreed to be put in touch with members of your union. "
                      "The people on the list see your name and e-mail too.\n";
        letters.push_back({reader->person_id, said.subject, std::move(body), spanish ? "es" : "en"});
    }
    return letters;
}

}  // namespace wallchart
