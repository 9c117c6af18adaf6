#include "core/log.h"
#include "features/mail/mail.h"
#include "features/people/merged_people.h"

#include <curl/curl.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace wallchart {
namespace {

constexpr auto lease = std::chrono::minutes(2);
constexpr auto look_every = std::chrono::seconds(2);
constexpr int attempt_limit = 8;

Change of_the_queue() {
    return Change{{}, {}, "mail", {}};
}

/// 1 minute, then 4, 16 and so on, at most six hours.
std::chrono::minutes wait_after(int attempts) {
    auto minutes = std::chrono::minutes(1);
    for (int at = 1; at < attempts && minutes < std::chrono::hours(6); ++at)
        minutes *= 4;
    return std::min(minutes, std::chrono::minutes(std::chrono::hours(6)));
}

std::size_t give(char* into, std::size_t size, std::size_t count, void* state) {
    auto& rest = *static_cast<std::string_view*>(state);
    auto bytes = std::min(size * count, rest.size());
    std::memcpy(into, rest.data(), bytes);
    rest.remove_prefix(bytes);
    return bytes;
}

struct FreeCurl {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};

std::string bare_address(const std::string& from) {
    auto open = from.rfind('<');
    if (open == std::string::npos) return from;
    return from.substr(open + 1, from.find('>', open) - open - 1);
}

}  // namespace

Delivery deliver_by_smtp(const MailSettings& settings, const std::string& recipient,
                         const std::string& message) {
    static const auto started = curl_global_init(CURL_GLOBAL_DEFAULT);
    std::unique_ptr<CURL, FreeCurl> handle(curl_easy_init());
    if (started != CURLE_OK || !handle) return {false, false, "The mail client can't start."};
    auto* curl = handle.get();
    auto sender = "<" + bare_address(settings.from) + ">";
    auto to = "<" + recipient + ">";
    auto* recipients = curl_slist_append(nullptr, to.c_str());
    std::string_view rest = message;
    curl_easy_setopt(curl, CURLOPT_URL, settings.smtp_url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    if (!settings.user.empty()) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, settings.user.c_str());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, settings.password.c_str());
        // A password never goes over an open line.
        curl_easy_setopt(curl, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
    } else {
        curl_easy_setopt(curl, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_TRY));
    }
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, sender.c_str());
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, give);
    curl_easy_setopt(curl, CURLOPT_READDATA, &rest);
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, 15L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 60L);
    auto code = curl_easy_perform(curl);
    long answer = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer);
    curl_slist_free_all(recipients);
    if (code == CURLE_OK) return {true, false, {}};
    // Only numbers and libcurl's own words: what the server says may quote the address.
    std::string fault = curl_easy_strerror(code);
    if (answer > 0) fault += " (answer " + std::to_string(answer) + ")";
    return {false, answer >= 500 && answer < 600 && code != CURLE_LOGIN_DENIED, fault};
}

MailSender::MailSender(Database& database, MailSettings settings, Deliver deliver)
    : m_database(database), m_settings(std::move(settings)), m_deliver(std::move(deliver)) {}

MailSender::~MailSender() {
    stop();
}

void MailSender::start() {
    if (m_settings.smtp_url.empty() || m_thread.joinable()) return;
    m_listening = m_database.on_change([this](const ChangeNotice& notice) {
        bool about_mail = std::ranges::any_of(
            notice.topics, [](const auto& topic) { return topic == "mail" || topic == "*"; });
        if (!about_mail) return;
        std::lock_guard lock(m_mutex);
        m_news = true;
        m_wake.notify_all();
    });
    m_stopping = false;
    m_thread = std::thread([this] { loop(); });
}

void MailSender::stop() {
    {
        std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_wake.notify_all();
    }
    if (m_thread.joinable()) m_thread.join();
    m_listening = {};
}

void MailSender::loop() {
    for (;;) {
        {
            std::lock_guard lock(m_mutex);
            if (m_stopping) return;
            m_news = false;
        }
        bool sent = false;
        try {
            sent = send_one();
        } catch (const std::exception& error) {
            log(LogLevel::error, "mail queue failed", {{"error", error.what()}});
        }
        if (sent) continue;
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, look_every, [this] { return m_stopping || m_news; });
    }
}

bool MailSender::send_one() {
    // Looking first keeps an idle sender from writing.
    bool any = m_database.read([&](Reader& reader) {
        return reader.value<std::int64_t>("SELECT 1 FROM mail WHERE " + std::string(mail_is_due) + " LIMIT 1",
                                          m_database.clock().now()) != 0;
    });
    if (!any) return false;
    auto taken = m_database.write(
        of_the_queue(), [&](Transaction& tx) -> Result<std::optional<Mail>> { return take_mail(tx, lease); });
    if (!taken || !*taken) return false;
    const auto& mail = **taken;
    // They may have taken their consent back while it waited.
    bool unwanted = mail.person_id && !m_database.read([&](Reader& reader) {
        return has_consent(reader, present_person(reader, *mail.person_id), ConsentKind::email);
    });
    if (unwanted) {
        finish(mail, {false, true, "The consent to e-mail was taken back."});
        return true;
    }
    finish(mail,
           m_deliver(m_settings, mail.recipient, message_text(mail, m_settings, m_database.clock().now())));
    return true;
}

void MailSender::finish(const Mail& mail, const Delivery& delivery) {
    bool given_up = !delivery.done && (delivery.permanent || mail.attempts >= attempt_limit);
    auto written = m_database.write(of_the_queue(), [&](Transaction& tx) -> Result<void> {
        if (delivery.done) {
            tx.execute(
                "UPDATE mail SET state = 'sent', sent_at = $1, fault = NULL, body = '', unsubscribe_token = "
                "'' WHERE id = $2 AND attempts = $3",
                tx.now(), mail.id, mail.attempts);
        } else {
            tx.execute("UPDATE mail SET state = $1, run_at = $2, fault = $3 WHERE id = $4 AND attempts = $5",
                       name_of(given_up ? MailState::failed : MailState::waiting),
                       tx.now() + wait_after(mail.attempts), delivery.fault, mail.id, mail.attempts);
        }
        return {};
    });
    if (!written) log(LogLevel::error, "mail not marked", {{"mail", mail.id.value}});
    if (!delivery.done)
        log(given_up ? LogLevel::error : LogLevel::warning, "mail not sent",
            {{"mail", mail.id.value}, {"attempts", mail.attempts}, {"fault", delivery.fault}});
}

}  // namespace wallchart
