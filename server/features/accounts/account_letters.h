#pragma once
// The letters about accounts, in the reader's language.

#include "features/mail/mail.h"

#include <string>
#include <string_view>

namespace wallchart {

Letter invitation_letter(std::string_view language, std::string_view workspace, std::string_view inviter,
                         std::string_view link);
Letter reset_letter(std::string_view language, std::string_view link);
/// After the second factor or the password was changed.
Letter changed_letter(std::string_view language, bool password);

}  // namespace wallchart
