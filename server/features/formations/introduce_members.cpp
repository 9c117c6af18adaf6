#include "core/text.h"
#include "features/formations/formations.h"
#include "features/mail/mail.h"

namespace wallchart {

Result<IntroductionSent> introduce_members(Transaction& tx, const Access& access, Id<Formation> id,
                                           const IntroductionText& text) {
    IntroductionText checked{squeeze(text.subject), std::string(trim(text.message))};
    if (checked.subject.empty() || length(checked.subject) > 200)
        return invalid("/subject", "A subject of 1 to 200 characters is needed.");
    if (checked.message.empty() || length(checked.message) > 5000)
        return invalid("/message", "A message of 1 to 5000 characters is needed.");
    auto formation = tx.row<Formation>(
        "SELECT " + columns<Formation>() + " FROM formation WHERE id = $1 AND workspace_id = $2", id,
        access.workspace);
    if (!formation) return not_found("This formation");
    auto sender = tx.value<std::string>("SELECT name FROM user_account WHERE id = $1", access.user);
    auto reply_to = tx.value<std::string>("SELECT email FROM user_account WHERE id = $1", access.user);
    auto workspace = tx.value<std::string>("SELECT name FROM workspace WHERE id = $1", access.workspace);
    auto letters = write_letters(fellows_of(tx, access, *formation), checked, sender, workspace,
                                 access.language, formation->name);
    if (letters.empty())
        return failure(ErrorKind::conflict,
                       "There is nobody to introduce: it takes two who agreed, and one who is new.");
    Introduction introduction;
    introduction.workspace_id = access.workspace;
    introduction.formation_id = id;
    introduction.user_id = access.user;
    introduction.at = tx.now();
    introduction.subject = checked.subject;
    introduction.message = checked.message;
    introduction.recipients = static_cast<int>(letters.size());
    tx.insert(introduction);
    for (auto& letter : letters) {
        TRY(queue_mail_to_person(
            tx, access, letter.person_id,
            {letter.subject, std::move(letter.text), letter.language, sender + ", " + workspace, reply_to}));
        Introduced introduced;
        introduced.person_id = letter.person_id;
        introduced.introduction_id = introduction.id;
        introduced.formation_id = id;
        auto known = tx.value<std::int64_t>(
            "SELECT count(*) FROM introduced WHERE person_id = $1 AND formation_id = $2", letter.person_id,
            id);
        if (known == 0) tx.insert(introduced);
    }
    return IntroductionSent{introduction.recipients};
}

}  // namespace wallchart
