#include "features/mail/mail.h"

#include "support/test_server.h"

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace wallchart::test {
namespace {

class MailTest : public ServerTest {
protected:
    Id<Person> add_person(const char* email, std::optional<bool> consent) {
        Person person;
        write([&](Transaction& tx) -> Result<void> {
            person.workspace_id = server->workspace();
            person.given_name = "Rosa";
            person.family_name = "Lima";
            set_search_names(person);
            tx.insert(person);
            ContactPoint point;
            point.person_id = person.id;
            point.workspace_id = person.workspace_id;
            point.value = email;
            tx.insert(point);
            if (consent) say(tx, person.id, *consent);
            return {};
        });
        return person.id;
    }
    static void say(Transaction& tx, Id<Person> person, bool granted) {
        Consent consent;
        consent.person_id = person;
        consent.granted = granted;
        consent.at = tx.now();
        consent.source = "user";
        tx.insert(consent);
    }
    template <class F>
    void write(F&& f) {
        auto done = (*database)->write({server->workspace(), {}, "test", ""}, f);
        ASSERT_TRUE(done) << done.error().message;
    }
    Result<Id<Mail>> queue(Id<Person> person, const Access& access) {
        return (*database)->write({server->workspace(), {}, "test", ""}, [&](Transaction& tx) {
            return queue_mail_to_person(tx, access, person, {"Meeting", "Come on Tuesday.", "en"});
        });
    }
    std::string state_of(Id<Mail> id) {
        return (*database)->read([&](Reader& reader) {
            return reader.value<std::string>("SELECT state FROM mail WHERE id = $1", id);
        });
    }
    MailSettings settings{"smtp://localhost:1", "", "", "wallchart@example.org",
                          "https://wallchart.example.org"};
};
ON_BOTH_DATABASES(MailTest);

TEST_P(MailTest, GoesToPeopleOnlyWithTheirConsentInForce) {
    const auto& organizer = server->access(Role::organizer);
    EXPECT_EQ(queue(add_person("a@example.org", {}), organizer).error().kind, ErrorKind::conflict);
    EXPECT_EQ(queue(add_person("b@example.org", false), organizer).error().kind, ErrorKind::conflict);
    auto person = add_person("c@example.org", true);
    EXPECT_TRUE(queue(person, organizer));
    EXPECT_EQ(queue(person, server->access(Role::volunteer)).error().kind, ErrorKind::not_found);
    EXPECT_EQ(queue(person, server->stranger_access()).error().kind, ErrorKind::not_found);
    database->clock().set(today + std::chrono::hours(1));
    write([&](Transaction& tx) -> Result<void> {
        say(tx, person, false);
        return {};
    });
    EXPECT_EQ(queue(person, organizer).error().kind, ErrorKind::conflict);
}

TEST_P(MailTest, ConsentTakenBackWhileItWaitedStopsIt) {
    auto person = add_person("c@example.org", true);
    auto id = *queue(person, server->access(Role::organizer));
    database->clock().set(today + std::chrono::hours(1));
    write([&](Transaction& tx) -> Result<void> {
        say(tx, person, false);
        return {};
    });
    int deliveries = 0;
    MailSender sender(**database, settings, [&](const auto&, const auto&, const auto&) {
        ++deliveries;
        return Delivery{true, false, {}};
    });
    EXPECT_TRUE(sender.send_one());
    EXPECT_EQ(deliveries, 0);
    EXPECT_EQ(state_of(id), "failed");
}

TEST_P(MailTest, AConsentTakenBackHoldsWhenTheClockIsSetBack) {
    auto person = add_person("rosa@example.org", true);
    database->clock().set(today - std::chrono::hours(30));
    auto body = R"({"kind":"email","granted":false,"wording":"on the phone"})";
    ASSERT_EQ(server->as(Role::owner).post("/people/" + to_string(person) + "/consents", body).status, 200);
    EXPECT_EQ(queue(person, server->access(Role::owner)).error().kind, ErrorKind::conflict);
}

TEST_P(MailTest, LeavesWhenTheClockIsSetBack) {
    auto id = queue(add_person("rosa@example.org", true), server->access(Role::owner));
    ASSERT_TRUE(id);
    database->clock().set(today - std::chrono::hours(30));
    MailSender sender(**database, settings,
                      [](const auto&, const auto&, const auto&) { return Delivery{true, false, {}}; });
    EXPECT_TRUE(sender.send_one());
    EXPECT_EQ(state_of(*id), "sent");
}

TEST_P(MailTest, IsTriedAgainLaterAndGivenUpInTheEnd) {
    auto id = *queue(add_person("c@example.org", true), server->access(Role::organizer));
    int attempts = 0;
    MailSender sender(**database, settings, [&](const auto&, const auto&, const auto&) {
        ++attempts;
        return Delivery{false, false, "Couldn't connect to server"};
    });
    EXPECT_TRUE(sender.send_one());
    EXPECT_FALSE(sender.send_one()) << "not before a minute has passed";
    for (int hours = 1; hours < 200 && state_of(id) != "failed"; ++hours) {
        database->clock().set(today + std::chrono::hours(hours));
        sender.send_one();
    }
    EXPECT_EQ(state_of(id), "failed");
    EXPECT_EQ(attempts, 8);
    auto status = body_of(server->get("/mail/status"));
    EXPECT_EQ(status.at("failed").as_int64(), 1);
    EXPECT_FALSE(status.at("configured").as_bool());
    EXPECT_EQ(status.at("faults").at(0).as_string(), "Couldn't connect to server");
}

TEST_P(MailTest, IsTakenOnceAndAgainWhenItsSenderWentAway) {
    ASSERT_TRUE(queue(add_person("c@example.org", true), server->access(Role::organizer)));
    auto take = [&] {
        return *(*database)->write({{}, {}, "mail", ""}, [](Transaction& tx) -> Result<std::optional<Mail>> {
            return take_mail(tx, std::chrono::minutes(2));
        });
    };
    EXPECT_TRUE(take());
    EXPECT_FALSE(take());
    database->clock().set(today + std::chrono::minutes(3));
    EXPECT_TRUE(take());
}

TEST_P(MailTest, TheLinkInItEndsIt) {
    auto person = add_person("c@example.org", true);
    auto id = *queue(person, server->access(Role::organizer));
    auto token = (*database)->read([&](Reader& reader) {
        return reader.value<std::string>("SELECT unsubscribe_token FROM mail WHERE id = $1", id);
    });
    server->nobody();
    EXPECT_EQ(server->get("//unsubscribe/" + token).status, 200);
    EXPECT_TRUE((*database)->read([&](Reader& r) { return has_consent(r, person, ConsentKind::email); }))
        << "mail scanners open links";
    EXPECT_EQ(server->post("//unsubscribe/" + token, "List-Unsubscribe=One-Click").status, 200);
    EXPECT_FALSE((*database)->read([&](Reader& r) { return has_consent(r, person, ConsentKind::email); }));
    EXPECT_EQ(state_of(id), "") << "what waited is gone";
    EXPECT_EQ(server->post("//unsubscribe/" + token, "").status, 200);
    EXPECT_EQ(server->get("//unsubscribe/nonsense").status, 404);
}

TEST(MailMessage, EncodesHeadersAndBodies) {
    EXPECT_EQ(encoded_header("Meeting on Tuesday"), "Meeting on Tuesday");
    EXPECT_EQ(encoded_header("Reunión"), "=?UTF-8?B?UmV1bmnDs24=?=");
    EXPECT_EQ(quoted_printable("Peña = sí \n.x"), "Pe=C3=B1a =3D s=C3=AD=20\r\n=2Ex");
    std::istringstream lines(quoted_printable(std::string(500, 'x') + std::string(300, ' ') + "ñ"));
    for (std::string line; std::getline(lines, line);)
        EXPECT_LE(line.size(), 77U);
    EXPECT_EQ(html_of("a <b>\nc\n\nhttps://x.example/?a=1&b=2", "en").find("<b>"), std::string::npos);
    EXPECT_NE(html_of("https://x.example/?a=1&b=2", "en").find("<a href=\"https://x.example/?a=1&amp;b=2\">"),
              std::string::npos);
}

TEST(MailMessage, IsFromWhoeverSignsItAndAnsweredToThem) {
    MailSettings settings;
    settings.from = "Riverbend <wallchart@example.org>";
    Mail mail;
    mail.recipient = "ana@example.org";
    mail.subject = "Meet each other";
    auto own = message_text(mail, settings, Instant{});
    EXPECT_NE(own.find("From: Riverbend <wallchart@example.org>\r\n"), std::string::npos) << own;
    EXPECT_NE(own.find("Auto-Submitted: auto-generated\r\n"), std::string::npos);
    EXPECT_EQ(own.find("Reply-To"), std::string::npos);
    mail.sender = "Rosa \"Ro\" Delgado, Riverbend";
    mail.reply_to = "rosa@example.org";
    auto signed_by = message_text(mail, settings, Instant{});
    EXPECT_NE(signed_by.find("From: \"Rosa \\\"Ro\\\" Delgado, Riverbend\" <wallchart@example.org>\r\n"),
              std::string::npos)
        << signed_by;
    EXPECT_NE(signed_by.find("Reply-To: <rosa@example.org>\r\n"), std::string::npos);
    EXPECT_EQ(signed_by.find("Auto-Submitted"), std::string::npos);
    mail.sender = "José Peña";
    EXPECT_NE(message_text(mail, settings, Instant{}).find("From: =?UTF-8?B?Sm9zw6kgUGXDsWE=?= <wallchart@"),
              std::string::npos);
}

/// A real SMTP server in a process of its own, which writes each message to a file.
class SmtpServer {
public:
    SmtpServer() {
        folder =
            std::filesystem::temp_directory_path() / ("wallchart_smtp_" + std::to_string(new_id_value()));
        std::filesystem::create_directories(folder);
        auto command =
            "exec /usr/bin/python3 " WALLCHART_SOURCE "/tests/support/smtp_server.py " + folder.string();
        pipe = ::popen(command.c_str(), "r");
        std::array<char, 64> line{};
        if (pipe != nullptr && std::fgets(line.data(), line.size(), pipe) != nullptr)
            port = std::atoi(line.data());
    }
    ~SmtpServer() {
        std::ofstream(folder / "stop") << "now";
        if (pipe != nullptr) ::pclose(pipe);
        std::filesystem::remove_all(folder);
    }
    SmtpServer(const SmtpServer&) = delete;
    SmtpServer& operator=(const SmtpServer&) = delete;

    std::vector<std::string> messages() const {
        std::vector<std::string> texts;
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            if (entry.path().extension() != ".eml") continue;
            std::ifstream file(entry.path(), std::ios::binary);
            texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
        }
        return texts;
    }

    int port = 0;

private:
    std::filesystem::path folder;
    std::FILE* pipe = nullptr;
};

TEST_P(MailTest, ArrivesAtARealServer) {
    SmtpServer smtp;
    ASSERT_NE(smtp.port, 0) << "python3-aiosmtpd is needed";
    settings.smtp_url = "smtp://127.0.0.1:" + std::to_string(smtp.port);
    Id<Mail> refused;
    write([&](Transaction& tx) -> Result<void> {
        TRY(queue_mail(tx, server->workspace(), "ana@example.org",
                       {"Reunión del martes", "Venga el martes.\n.Un punto.\n\nhttps://x.example/a", "es"}));
        refused = TRY(queue_mail(tx, server->workspace(), "refused@example.org", {"x", "y"}));
        return {};
    });
    auto person = add_person("rosa@example.org", true);
    auto wanted = *queue(person, server->access(Role::organizer));
    MailSender sender(**database, settings);
    while (sender.send_one()) {
    }
    EXPECT_EQ(state_of(wanted), "sent");
    EXPECT_EQ(state_of(refused), "failed") << "refused for good: not tried again";
    auto fault = (*database)->read([&](Reader& reader) {
        return reader.value<std::string>("SELECT fault FROM mail WHERE id = $1", refused);
    });
    EXPECT_EQ(fault.find("refused@"), std::string::npos) << fault;
    auto kept = (*database)->read([&](Reader& reader) {
        return reader.value<std::int64_t>("SELECT count(*) FROM mail WHERE state = 'sent' AND body <> ''");
    });
    EXPECT_EQ(kept, 0);
    auto messages = smtp.messages();
    ASSERT_EQ(messages.size(), 2U);
    // Decoded by Python's own mail parser, which knows nothing of ours.
    bool to_ana = false;
    bool to_rosa = false;
    for (const auto& message : messages) {
        if (message.find("to ana@example.org") != std::string::npos) {
            to_ana = true;
            EXPECT_NE(message.find("subject Reunión del martes"), std::string::npos) << message;
            EXPECT_NE(message.find("Venga el martes.\n.Un punto."), std::string::npos) << message;
            EXPECT_NE(message.find("<a href=\"https://x.example/a\">"), std::string::npos) << message;
            EXPECT_EQ(message.find("list-unsubscribe"), std::string::npos);
        }
        if (message.find("to rosa@example.org") != std::string::npos) {
            to_rosa = true;
            EXPECT_NE(message.find("list-unsubscribe <https://wallchart.example.org/unsubscribe/"),
                      std::string::npos)
                << message;
            EXPECT_NE(message.find("date Wed, 22 Apr 2026 15:00:00 +0000"), std::string::npos) << message;
        }
    }
    EXPECT_TRUE(to_ana && to_rosa);
}

}  // namespace
}  // namespace wallchart::test
