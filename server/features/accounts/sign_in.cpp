#include "features/accounts/sign_in.h"

namespace wallchart {

void give_session_cookie(Call& call, std::string_view token) {
    bool https = call.services().public_url.starts_with("https://");
    call.add_header("set-cookie", session_cookie_header(token, https));
}

Result<SignedIn> sign_in_as(Call& call, const std::function<Result<SignsIn>(Transaction&)>& prove) {
    SignedIn answer;
    auto token = TRY(call.write("sign_in", "Signed in", [&](Transaction& tx) -> Result<std::string> {
        auto who = TRY(prove(tx));
        answer.code_needed = has_second_factor(tx, who.user);
        return begin_session(tx, who.user, who.workspace, !answer.code_needed);
    }));
    give_session_cookie(call, token);
    return answer;
}

}  // namespace wallchart
