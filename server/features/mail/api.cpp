#include "core/text.h"
#include "features/mail/mail.h"

namespace wallchart {
namespace {

Result<MailStatus> show_status(Call& call) {
    auto status = call.read([&](Reader& reader) { return mail_status(reader, call.access().workspace); });
    status.configured = call.services().sends_mail;
    return status;
}

struct UnsubscribePath {
    std::string token;
};
BOOST_DESCRIBE_STRUCT(UnsubscribePath, (), (token))

std::string page(std::string_view language, std::string_view title, std::string_view text, bool button) {
    std::string html = "<!doctype html><html lang=\"" + std::string(language) +
                       "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                       "content=\"width=device-width, initial-scale=1\"><title>" +
                       std::string(title) +
                       "</title><style>body{font:17px/1.5 system-ui,sans-serif;background:#fbf9f4;color:"
                       "#211c15;max-width:34rem;margin:12vh auto;padding:0 1rem}button{font:inherit;padding:"
                       ".6rem 1.2rem;border:0;border-radius:6px;background:#8a1f1b;color:#fff}</style></"
                       "head><body><main><h1>" +
                       std::string(title) + "</h1><p>" + std::string(text) + "</p>";
    // Opening the page changes nothing: mail scanners open every link.
    if (button)
        html += "<form method=\"post\"><button>" +
                std::string(language == "es" ? "No quiero más correos" : "Send me no more e-mail") +
                "</button></form>";
    return html + "</main></body></html>\n";
}

Response gone() {
    return Response::html(page("en", "This link no longer works",
                               "It may be cut off: copy the whole address from the e-mail. / Este enlace ya "
                               "no vale: copie la dirección entera del correo.",
                               false),
                          404);
}

Result<Response> show_unsubscribe(Call& call, const UnsubscribePath& path) {
    auto link = call.read([&](Reader& reader) { return find_unsubscribe_link(reader, path.token); });
    if (!link) return gone();
    if (link->language == "es")
        return Response::html(page("es", "¿No quiere más correos?",
                                   "Con este botón retira su permiso. Puede volver a darlo cuando quiera.",
                                   true));
    return Response::html(page("en", "No more e-mail?",
                               "This button takes your consent back. You can give it again at any time.",
                               true));
}

Result<Response> do_unsubscribe(Call& call, const UnsubscribePath& path) {
    auto link = call.read([&](Reader& reader) { return find_unsubscribe_link(reader, path.token); });
    if (!link) return gone();
    // Nobody is signed in; what is written belongs to the workspace that sent the e-mail.
    Change change{link->workspace_id, {}, "unsubscribe", "Took back the consent to e-mail"};
    TRY(call.services().database.write(change, [&](Transaction& tx) -> Result<void> {
        unsubscribe(tx, *link);
        return {};
    }));
    if (link->language == "es")
        return Response::html(page("es", "Hecho", "No le enviaremos más correos.", false));
    return Response::html(page("en", "Done", "You will get no more e-mail from us.", false));
}

}  // namespace

void add_mail_routes(Router& router) {
    router.group("mail")
        .add(Method::get, "/mail/status", Permission::organize, show_status,
             "How much mail waits, is sent or failed")
        .add(Method::get, "//unsubscribe/{token}", Permission::anyone, show_unsubscribe,
             "The page by which somebody stops the e-mail to them")
        .add(Method::post, "//unsubscribe/{token}", Permission::anyone, do_unsubscribe,
             "Take back the consent to e-mail (RFC 8058)");
}

}  // namespace wallchart
