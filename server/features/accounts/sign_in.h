#pragma once
// The last step of every way to sign in: a session, whole or still without its code, and its cookie.

#include "features/accounts/accounts.h"
#include "features/accounts/sessions.h"

#include <functional>

namespace wallchart {

struct SignedIn {
    bool code_needed = false;  ///< a code of the second factor must follow
};
BOOST_DESCRIBE_STRUCT(SignedIn, (), (code_needed))

/// Who has shown who they are, and where they go on.
struct SignsIn {
    Id<User> user;
    std::optional<Id<Workspace>> workspace;
};

/// Runs `prove` and begins its user's session in the same transaction; sets the cookie.
Result<SignedIn> sign_in_as(Call& call, const std::function<Result<SignsIn>(Transaction&)>& prove);
void give_session_cookie(Call& call, std::string_view token);

}  // namespace wallchart
