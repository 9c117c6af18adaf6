#include "core/text.h"
#include "features/sign_ups/sign_ups.h"

namespace wallchart {
namespace {

/// A text in both languages.
struct Words {
    std::string_view english;
    std::string_view spanish;
};

class Poster {
public:
    Poster(const OpenPage& open, std::string_view language) : m_open(open), m_spanish(language == "es") {}

    std::string_view say(const Words& words) const { return m_spanish ? words.spanish : words.english; }
    std::string html(const Words& words) const { return escape_html(say(words)); }

    std::string headline() const {
        const auto& own = m_spanish ? m_open.page.headline_es : m_open.page.headline_en;
        if (!own.empty()) return own;
        if (m_open.cause.empty()) return m_open.workspace.name;
        return (m_spanish ? "Sindicalistas con " : "Union members for ") + m_open.cause;
    }
    std::string introduction() const {
        const auto& own = m_spanish ? m_open.page.text_es : m_open.page.text_en;
        if (!own.empty()) return own;
        return std::string(
            say({"Add your name. We’ll put you in touch with people in your own local, if you want.",
                 "Sume su nombre. Si quiere, le ponemos en contacto con la gente de su sindicato."}));
    }

    std::string around(const std::string& content) const {
        auto path = "/join/" + m_open.workspace.slug;
        std::string page =
            "<!doctype html><html lang=\"" + std::string(m_spanish ? "es" : "en") +
            "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
            "content=\"width=device-width, initial-scale=1\"><title>" +
            escape_html(headline()) +
            "</title><link rel=\"icon\" href=\"/icon.svg\"><link rel=\"stylesheet\" href=\"/join-page.css\">"
            "<script type=\"module\" src=\"/join-page.js\"></script></head><body>"
            "<header class=\"poster\"><div><p class=\"top\"><span>" +
            escape_html(m_open.workspace.name) + "</span><span aria-hidden=\"true\">·</span>";
        page += m_spanish ? "<a lang=\"en\" href=\"" + path +
                                "?lang=en\">English</a><span>/</span><span>Español</span>"
                          : "<span>English</span><span>/</span><a lang=\"es\" href=\"" + path +
                                "?lang=es\">Español</a>";
        return page + "</p><h1>" + escape_html(headline()) + "</h1><p>" + escape_html(introduction()) +
               "</p></div></header><main>" + content + "</main><footer>" +
               html({"Only organizers of ", "Solo organizadores de "}) + escape_html(m_open.workspace.name) +
               html({" see what you write here, and others only what you allow them to. Never your employer. "
                     "You can leave at any time.",
                     " ven lo que escriba aquí, y otras personas solo lo que usted les permita. Nunca su "
                     "empleador. Puede retirarse cuando quiera."}) +
               "</footer></body></html>";
    }

    bool spanish() const { return m_spanish; }
    const OpenPage& open() const { return m_open; }

private:
    const OpenPage& m_open;
    bool m_spanish;
};

const FieldError* fault_of(const JoinPageState& state, std::string_view field) {
    for (const auto& fault : state.faults)
        if (fault.pointer == field) return &fault;
    return nullptr;
}

struct Input {
    std::string_view name;
    std::string_view type;
    std::string_view autocomplete;
    Words label;
    std::string value;
    std::string_view css_class = "";
    std::size_t limit = 200;
};

std::string input(const Poster& page, const JoinPageState& state, const Input& wanted) {
    const auto* fault = fault_of(state, wanted.name);
    std::string name(wanted.name);
    std::string html = "<div class=\"field\"><label for=\"" + name + "\">" + page.html(wanted.label) +
                       "</label><input id=\"" + name + "\" name=\"" + name + "\" type=\"" +
                       std::string(wanted.type) + "\" autocomplete=\"" + std::string(wanted.autocomplete) +
                       "\" maxlength=\"" + std::to_string(wanted.limit) + "\" value=\"" +
                       escape_html(wanted.value) + "\"";
    if (!wanted.css_class.empty()) html += " class=\"" + std::string(wanted.css_class) + "\"";
    if (fault != nullptr) html += " aria-invalid=\"true\" aria-describedby=\"" + name + "-fault\"";
    html += ">";
    if (fault != nullptr)
        html += "<p class=\"fault\" id=\"" + name + "-fault\">" + escape_html(fault->message) + "</p>";
    return html + "</div>";
}

std::string faults(const Poster& page, const JoinPageState& state) {
    if (state.faults.empty()) return "";
    std::string html = "<div class=\"wrong\" role=\"alert\"><strong>" +
                       page.html({"Not yet: please look at this.", "Todavía no: revise esto, por favor."}) +
                       "</strong><ul>";
    for (const auto& fault : state.faults)
        html += "<li>" +
                (fault.pointer.empty() ? escape_html(fault.message)
                                       : "<a href=\"#" + escape_html(fault.pointer) + "\">" +
                                             escape_html(fault.message) + "</a>") +
                "</li>";
    return html + "</ul></div>";
}

/// The union: free text, suggestions while typing where scripts run, and a button that looks it up where not.
std::string union_field(const Poster& page, const JoinPageState& state) {
    std::string html =
        "<div class=\"field\"><label for=\"organization\">" +
        page.html({"Your union and local", "Su sindicato y local"}) +
        "</label><div class=\"suggest\"><input id=\"organization\" name=\"organization\" type=\"text\" "
        "autocomplete=\"off\" maxlength=\"200\" aria-controls=\"union-list\" aria-describedby=\"union-hint\" "
        "value=\"" +
        escape_html(state.form.organization) + "\"><ul id=\"union-list\" hidden></ul></div>";
    if (!state.looked_up)
        html += "<input type=\"hidden\" id=\"organization-id\" name=\"organization_id\" value=\"" +
                escape_html(state.form.organization_id) + "\">";
    html += "<p class=\"who\" id=\"union-hint\">" +
            page.html({"Write it as you say it; leave it empty if you are in none.",
                       "Escríbalo como lo dice; déjelo vacío si no está en ninguno."}) +
            "</p><button class=\"quiet\" name=\"find\" value=\"1\" formnovalidate>" +
            page.html({"Look it up", "Buscarlo"}) + "</button>";
    if (state.looked_up) {
        html += "<fieldset class=\"choices\"><legend>" +
                (state.suggestions.empty()
                     ? page.html({"Nothing like it in our list: it stays as you wrote it.",
                                  "No hay nada parecido en la lista: queda como lo escribió."})
                     : page.html({"Is it one of these?", "¿Es uno de estos?"})) +
                "</legend>";
        bool first = true;
        for (const auto& suggestion : state.suggestions) {
            html += "<label class=\"check\"><input type=\"radio\" name=\"organization_id\" value=\"" +
                    to_string(suggestion.organization_id) + "\"" +
                    (first && suggestion.probability >= union_name::sure_from ? " checked" : "") + "><span>" +
                    escape_html(suggestion.label) + "</span></label>";
            first = false;
        }
        if (!state.suggestions.empty())
            html +=
                "<label class=\"check\"><input type=\"radio\" name=\"organization_id\" value=\"\"><span>" +
                page.html({"None of these: keep what I wrote", "Ninguno: dejar lo que escribí"}) +
                "</span></label>";
        html += "</fieldset>";
    }
    return html + "</div>";
}

std::string offers(const Poster& page, const JoinForm& form) {
    static constexpr std::array<std::pair<Offer, Words>, 6> all{{
        {Offer::talk, {"talk to co-workers", "hablar con compañeros"}},
        {Offer::host, {"host a meeting", "prestar mi casa para reunirnos"}},
        {Offer::doors, {"knock on doors", "tocar puertas"}},
        {Offer::phones, {"make calls", "hacer llamadas"}},
        {Offer::speak, {"speak at my local", "hablar en mi local"}},
        {Offer::give, {"give money", "dar dinero"}},
    }};
    std::string html =
        "<fieldset><legend>" + page.html({"I can", "Yo puedo"}) + "</legend><div class=\"chips\">";
    for (const auto& [offer, words] : all) {
        std::string name(name_of(offer));
        bool checked = std::ranges::find(form.offers, name) != form.offers.end();
        html += "<label class=\"chip\"><input type=\"checkbox\" name=\"offer\" value=\"" + name + "\"" +
                (checked ? " checked" : "") + ">" + page.html(words) + "</label>";
    }
    return html + "</div></fieldset>";
}

std::string consents(const Poster& page, const JoinForm& form) {
    std::string html =
        "<fieldset><legend>" +
        page.html({"What may we do? Each is up to you.", "¿Qué podemos hacer? Usted decide cada cosa."}) +
        "</legend>";
    auto box = [&](const char* name, ConsentKind kind, bool checked) {
        html += "<label class=\"check\"><input type=\"checkbox\" name=\"" + std::string(name) +
                "\" value=\"yes\"" + (checked ? " checked" : "") + "><span>" +
                escape_html(consent_wording(kind, page.spanish() ? "es" : "en")) + "</span></label>";
    };
    box("email_consent", ConsentKind::email, form.email_consent);
    box("text_consent", ConsentKind::text, form.text_consent);
    box("introduction_consent", ConsentKind::introduction, form.introduction_consent);
    return html + "</fieldset>";
}

}  // namespace

std::string render_join_page(const OpenPage& open, std::string_view language, const JoinPageState& state) {
    Poster page(open, language);
    const auto& form = state.form;
    std::string html = faults(page, state);
    html += "<form method=\"post\" action=\"/join/" + open.workspace.slug +
            "?lang=" + (page.spanish() ? "es" : "en") + "\">";
    html += input(page, state, {"name", "text", "name", {"Your name", "Su nombre"}, form.name, "", 150});
    html += "<div class=\"two\">" +
            input(page, state,
                  {"email", "email", "email", {"E-mail", "Correo electrónico"}, form.email, "", 254}) +
            input(page, state,
                  {"phone",
                   "tel",
                   "tel",
                   {"or mobile: one is enough", "o celular: basta con uno"},
                   form.phone,
                   "",
                   40}) +
            "</div>";
    html += input(
        page, state,
        {"postal_code", "text", "postal-code", {"ZIP", "Código postal"}, form.postal_code, "short", 12});
    html += union_field(page, state);
    html += input(page, state,
                  {"employer", "text", "organization", {"Where you work", "Dónde trabaja"}, form.employer});
    html += offers(page, form);
    html += consents(page, form);
    html +=
        "<div class=\"trap\" aria-hidden=\"true\"><label for=\"website\">Website</label><input "
        "id=\"website\" "
        "name=\"website\" type=\"text\" tabindex=\"-1\" autocomplete=\"off\"></div>";
    html += "<button class=\"go\">" + page.html({"Count me in", "Cuenten conmigo"}) + "</button></form>";
    return page.around(html);
}

std::string render_thanks_page(const OpenPage& open, std::string_view language, const SignedUp& done) {
    Poster page(open, language);
    std::string html =
        "<h2>" + page.html({"Thank you. You are counted in.", "Gracias. Contamos con usted."}) + "</h2>";
    if (done.organization)
        html += "<p class=\"done\">" + page.html({"We have you down with ", "Le anotamos con "}) +
                "<strong>" + escape_html(*done.organization) + "</strong>.</p>";
    html +=
        "<p class=\"done\">" +
        page.html({"An organizer will be in touch in the way you chose. The next step counts most: bring one "
                   "co-worker.",
                   "Un organizador le buscará por el medio que eligió. El paso que más cuenta: traiga a un "
                   "compañero."}) +
        "</p><p><a href=\"/join/" + open.workspace.slug + "?lang=" + (page.spanish() ? "es" : "en") + "\">" +
        page.html({"Sign up another person", "Inscribir a otra persona"}) + "</a></p>";
    return page.around(html);
}

std::string render_closed_page(const OpenPage& open, std::string_view language) {
    Poster page(open, language);
    return page.around(
        "<p class=\"done\">" +
        page.html({"Sign-up is closed at the moment.", "Por ahora las inscripciones están cerradas."}) +
        "</p>");
}

}  // namespace wallchart
