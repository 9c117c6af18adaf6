#include "features/accounts/account_letters.h"

namespace wallchart {
namespace {

bool spanish(std::string_view language) {
    return language == "es";
}

std::string text(std::initializer_list<std::string_view> parts) {
    std::string joined;
    for (auto part : parts)
        joined += part;
    return joined;
}

}  // namespace

Letter invitation_letter(std::string_view language, std::string_view workspace, std::string_view inviter,
                         std::string_view link) {
    if (spanish(language))
        return {text({"Invitación a ", workspace}),
                text({inviter, " le invita a trabajar en ", workspace, " con Wallchart.\n\n",
                      "Abra este enlace para aceptar. Vale siete días y una sola vez:\n\n", link, "\n\n",
                      "Si no esperaba esta invitación, no haga nada."}),
                "es"};
    return {text({"Invitation to ", workspace}),
            text({inviter, " invites you to work in ", workspace, " with Wallchart.\n\n",
                  "Open this link to accept. It holds for seven days and works once:\n\n", link, "\n\n",
                  "If you did not expect this invitation, do nothing."}),
            "en"};
}

Letter reset_letter(std::string_view language, std::string_view link) {
    if (spanish(language))
        return {"Contraseña nueva para Wallchart",
                text({"Alguien, quizás usted, pidió una contraseña nueva para esta dirección.\n\n",
                      "Elíjala aquí. El enlace vale dos horas y una sola vez:\n\n", link, "\n\n",
                      "Si no fue usted, no haga nada: su contraseña sigue valiendo."}),
                "es"};
    return {"A new password for Wallchart",
            text({"Somebody, perhaps you, asked for a new password for this address.\n\n",
                  "Choose it here. The link holds for two hours and works once:\n\n", link, "\n\n",
                  "If it was not you, do nothing: your password still holds."}),
            "en"};
}

Letter changed_letter(std::string_view language, bool password) {
    if (spanish(language))
        return {password ? "Su contraseña ha cambiado" : "Su segundo factor ha cambiado",
                text({password ? "La contraseña" : "El segundo factor",
                      " de su cuenta en Wallchart acaba de cambiar.\n\n",
                      "Si no fue usted, pida una contraseña nueva enseguida y avise a quien administra su "
                      "espacio de trabajo."}),
                "es"};
    return {password ? "Your password was changed" : "Your second factor was changed",
            text({"The ", password ? "password" : "second factor",
                  " of your account at Wallchart has just been changed.\n\n",
                  "If it was not you, ask for a new password at once and tell an owner of your workspace."}),
            "en"};
}

}  // namespace wallchart
