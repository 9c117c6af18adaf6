#pragma once
// E-mail: written to a table in the transaction that causes it, sent by one process, tried again, and for
// people only while their consent is in force.

#include "core/access.h"
#include "core/result.h"
#include "db/database.h"
#include "features/people/people.h"
#include "http/router.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace wallchart {

enum class MailState : std::uint8_t { waiting, sending, sent, failed };
BOOST_DESCRIBE_ENUM(MailState, waiting, sending, sent, failed)

/// A message in the queue. Not journaled; its text is blanked once it is sent, for it may hold a link that
/// signs somebody in.
struct Mail {
    Id<Mail> id;
    std::optional<Id<Workspace>> workspace_id;
    std::optional<Id<Batch>> batch_id;
    std::optional<Id<Person>> person_id;  ///< none for mail about accounts
    std::string recipient;
    std::string subject;
    std::string body;  ///< plain text; paragraphs are parted by empty lines
    MailState state = MailState::waiting;
    int attempts = 0;
    Instant run_at{};  ///< not before; while it is being sent, until when the sender has it
    std::optional<Instant> sent_at;
    std::optional<std::string> fault;  ///< what went wrong last, without an address
    std::string language = "en";
    std::string unsubscribe_token;
    Instant created_at{};
    std::string sender;    ///< the name of who signs it; empty: the system's own mail
    std::string reply_to;  ///< their address, or empty
};
BOOST_DESCRIBE_STRUCT(Mail, (),
                      (id, workspace_id, batch_id, person_id, recipient, subject, body, state, attempts,
                       run_at, sent_at, fault, language, unsubscribe_token, created_at, sender, reply_to))

// ---- store.cpp ----

/// What to send. The body is plain text; the HTML part is made from it.
struct Letter {
    std::string subject;
    std::string body;
    std::string language = "en";
    std::string sender{};    ///< the name of who signs it; empty: the system's own mail
    std::string reply_to{};  ///< their address, or empty
};
/// Queues a letter about an account to the address of that account, or one that its reader asked for.
/// Errors: invalid (the address, an empty subject).
Result<Id<Mail>> queue_mail(Transaction& tx, std::optional<Id<Workspace>> workspace,
                            std::string_view recipient, const Letter& letter);
/// Queues a letter to a person at their first working address, with a way to unsubscribe.
/// Errors: not_found (not to be seen by the Access); conflict (no consent to e-mail in force, no address).
Result<Id<Mail>> queue_mail_to_person(Transaction& tx, const Access& access, Id<Person> person,
                                      const Letter& letter);
/// Which mail can be taken at $1, when the clock was set back too: what was never tried, what is to be tried
/// again, and what its sender left behind.
inline constexpr std::string_view mail_is_due =
    "((state = 'waiting' AND (run_at <= $1 OR run_at <= created_at)) OR (state = 'sending' AND run_at <= "
    "$1))";

/// How the workspace's mail stands.
struct MailStatus {
    bool configured = false;  ///< a mail server is set; else mail waits
    std::int64_t waiting = 0;
    std::int64_t sent = 0;
    std::int64_t failed = 0;
    std::vector<std::string> faults;  ///< what the last failures said, without addresses
};
BOOST_DESCRIBE_STRUCT(MailStatus, (), (configured, waiting, sent, failed, faults))
MailStatus mail_status(Reader& reader, Id<Workspace> workspace);

/// Takes the next letter that is due, for `lease`; of two processes, one gets it.
std::optional<Mail> take_mail(Transaction& tx, std::chrono::milliseconds lease);

/// Whose link it is that ends mail to somebody; holds nothing of the person themselves.
struct UnsubscribeLink {
    Id<Person> person_id;
    Id<Workspace> workspace_id;
    std::string language;  ///< the person's, else the workspace's
};
BOOST_DESCRIBE_STRUCT(UnsubscribeLink, (), (person_id, workspace_id, language))
/// Errors: not_found.
Result<UnsubscribeLink> find_unsubscribe_link(Reader& reader, std::string_view token);
/// Takes back the consent to e-mail of whoever got the link.
void unsubscribe(Transaction& tx, const UnsubscribeLink& link);

// ---- message.cpp ----

/// Who sends, as the settings say.
struct MailSettings {
    std::string smtp_url;  ///< "smtp://host:25", "smtps://host:465"; empty: mail waits
    std::string user;
    std::string password;
    std::string from;        ///< "wallchart@example.org"
    std::string public_url;  ///< what links begin with
};
/// The message as it goes over the wire: RFC 5322 headers, a plain and an HTML part in quoted-printable.
std::string message_text(const Mail& mail, const MailSettings& settings, Instant now);
/// RFC 2047, where the text is not plain ASCII.
std::string encoded_header(std::string_view text);
/// RFC 2045, section 6.7.
std::string quoted_printable(std::string_view text);
/// Paragraphs and links of a plain text.
std::string html_of(std::string_view text, std::string_view language);

// ---- sender.cpp ----

/// What the mail server said to a message.
struct Delivery {
    bool done = false;
    bool permanent = false;  ///< refused for good: do not try again
    std::string fault;       ///< without an address
};
using Deliver =
    std::function<Delivery(const MailSettings&, const std::string& recipient, const std::string& message)>;
/// Over SMTP, by libcurl.
Delivery deliver_by_smtp(const MailSettings& settings, const std::string& recipient,
                         const std::string& message);

/// Sends what is in the queue, in a thread of its own.
class MailSender {
public:
    MailSender(Database& database, MailSettings settings, Deliver deliver = deliver_by_smtp);
    ~MailSender();
    MailSender(const MailSender&) = delete;
    MailSender& operator=(const MailSender&) = delete;

    /// Does nothing where no mail server is set.
    void start();
    void stop();
    /// Sends the next letter that is due, in the caller's thread; false if there is none.
    bool send_one();

private:
    void loop();
    void finish(const Mail& mail, const Delivery& delivery);

    Database& m_database;
    MailSettings m_settings;
    Deliver m_deliver;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_news = false;
    bool m_stopping = false;
    std::thread m_thread;
    Database::Listening m_listening;
};

// ---- api.cpp ----

void add_mail_routes(Router& router);

}  // namespace wallchart
