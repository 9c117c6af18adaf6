#include "core/text.h"
#include "features/mail/mail.h"
#include "features/tokens.h"

namespace wallchart {
namespace {

Result<void> check_letter(const Letter& letter) {
    if (trim(letter.subject).empty() || length(letter.subject) > 200)
        return invalid("/subject", "A subject of 1 to 200 characters is needed.");
    if (trim(letter.body).empty() || letter.body.size() > 200'000)
        return invalid("/body", "A text of at most 200,000 bytes is needed.");
    return {};
}

Id<Mail> insert_mail(Transaction& tx, std::optional<Id<Workspace>> workspace,
                     std::optional<Id<Person>> person, std::string_view recipient, const Letter& letter,
                     std::string_view unsubscribe_token) {
    auto id = new_id<Mail>();
    tx.execute(
        "INSERT INTO mail (id, workspace_id, batch_id, person_id, recipient, subject, body, state, attempts, "
        "run_at, language, unsubscribe_token, created_at, sender, reply_to) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, 'waiting', 0, $8, $9, $10, $8, $11, $12)",
        id, workspace, tx.batch(), person, recipient, squeeze(letter.subject), letter.body, tx.now(),
        letter.language, unsubscribe_token, squeeze(letter.sender), letter.reply_to);
    tx.touch("mail");
    return id;
}

}  // namespace

Result<Id<Mail>> queue_mail(Transaction& tx, std::optional<Id<Workspace>> workspace,
                            std::string_view recipient, const Letter& letter) {
    auto address = normalize_email(recipient);
    if (!address) return invalid("/email", "This is not an e-mail address.");
    TRY(check_letter(letter));
    return insert_mail(tx, workspace, {}, *address, letter, "");
}

Result<Id<Mail>> queue_mail_to_person(Transaction& tx, const Access& access, Id<Person> person,
                                      const Letter& letter) {
    TRY(check_letter(letter));
    auto known = TRY(find_person(tx, access, person));
    if (!has_consent(tx, person, ConsentKind::email))
        return failure(ErrorKind::conflict, "This person has not agreed to e-mail.");
    auto address = tx.value<std::string>(
        "SELECT value FROM contact_point WHERE person_id = $1 AND kind = 'email' AND working = 1 ORDER BY "
        "rank, id LIMIT 1",
        person);
    if (address.empty()) return failure(ErrorKind::conflict, "This person has no working e-mail address.");
    auto token = new_token();
    tx.execute(
        "INSERT INTO unsubscribe_link (token_hash, person_id, workspace_id, created_at) VALUES ($1, $2, $3, "
        "$4)",
        hash_token(token), person, known.workspace_id, tx.now());
    return insert_mail(tx, known.workspace_id, person, address, letter, token);
}

MailStatus mail_status(Reader& reader, Id<Workspace> workspace) {
    MailStatus status;
    reader.each(
        "SELECT state, count(*) FROM mail WHERE workspace_id = $1 GROUP BY state",
        [&](const Row& row) {
            auto state = parse_choice<MailState>(row.text(0)).value_or(MailState::waiting);
            if (state == MailState::sent) status.sent += row.integer(1);
            if (state == MailState::failed) status.failed += row.integer(1);
            if (state == MailState::waiting || state == MailState::sending) status.waiting += row.integer(1);
        },
        workspace);
    reader.each(
        "SELECT fault, max(id) FROM mail WHERE workspace_id = $1 AND state <> 'sent' AND fault IS NOT NULL "
        "GROUP BY fault ORDER BY max(id) DESC LIMIT 5",
        [&](const Row& row) { status.faults.emplace_back(row.text(0)); }, workspace);
    return status;
}

std::optional<Mail> take_mail(Transaction& tx, std::chrono::milliseconds lease) {
    auto mail = tx.row<Mail>("SELECT " + columns<Mail>() + " FROM mail WHERE " + std::string(mail_is_due) +
                                 " ORDER BY run_at, id LIMIT 1" + std::string(tx.dialect().skip_locked()),
                             tx.now());
    if (!mail) return std::nullopt;
    mail->state = MailState::sending;
    mail->run_at = tx.now() + lease;
    ++mail->attempts;
    tx.execute("UPDATE mail SET state = 'sending', run_at = $1, attempts = $2 WHERE id = $3", mail->run_at,
               mail->attempts, mail->id);
    return mail;
}

Result<UnsubscribeLink> find_unsubscribe_link(Reader& reader, std::string_view token) {
    // The token is the Access: it was sent to nobody but this person.
    auto link = reader.row<UnsubscribeLink>(
        "SELECT p.id, l.workspace_id, CASE WHEN p.language = '' THEN w.language ELSE p.language END "
        "FROM unsubscribe_link l JOIN person p ON p.id = COALESCE((SELECT max(m.person_id) FROM "
        "merged_person m "
        "WHERE m.former_id = l.person_id), l.person_id) JOIN workspace w ON w.id = l.workspace_id "
        "WHERE "
        "l.token_hash = $1",
        hash_token(token));
    if (!link) return not_found("The link");
    return std::move(*link);
}

void unsubscribe(Transaction& tx, const UnsubscribeLink& link) {
    tx.execute(
        "DELETE FROM mail WHERE state = 'waiting' AND (person_id = $1 OR person_id IN (SELECT "
        "former_id FROM merged_person WHERE person_id = $1))",
        link.person_id);
    if (!has_consent(tx, link.person_id, ConsentKind::email)) return;
    Consent consent;
    consent.person_id = link.person_id;
    consent.kind = ConsentKind::email;
    consent.granted = false;
    consent.source = "unsubscribe";
    consent.wording = "The link in an e-mail";
    add_consent(tx, consent);
}

}  // namespace wallchart
