#include "cli/command.h"
#include "core/log.h"
#include "features/accounts/accounts.h"
#include "features/accounts/sessions.h"
#include "features/features.h"
#include "features/mail/mail.h"
#include "http/events.h"
#include "http/server.h"

#include <cstdio>
#include <thread>

namespace wallchart {
namespace {

/// Prints the link by which the first owner makes their account, as long as there is none.
Result<void> offer_set_up(Database& database, const std::string& public_url) {
    if (!database.read([](Reader& reader) { return is_empty_installation(reader); })) return {};
    auto token =
        TRY(database.write({{}, {}, "set_up", "Set-up link"}, [](Transaction& tx) -> Result<std::string> {
            return make_link(tx, LinkKind::set_up, {}, {}, std::chrono::hours{24});
        }));
    std::printf("Nobody has an account yet. The first owner opens, within a day:\n  %s%s\n",
                public_url.c_str(), link_path(LinkKind::set_up, token).c_str());
    return {};
}

/// Keeps event streams alive through proxies, and removes what has expired, until it goes.
class Heartbeat {
public:
    Heartbeat(EventHub& hub, Database& database)
        : m_thread([&hub, &database](const std::stop_token& stop) {
              for (int second = 1; !stop.stop_requested(); ++second) {
                  std::this_thread::sleep_for(std::chrono::milliseconds(250));
                  if (second % 80 == 0) hub.beat();
                  if (second % 14'400 == 240) remove_expired(database);
              }
          }) {}

private:
    std::jthread m_thread;
};

Result<int> run(const Arguments& arguments) {
    const auto& settings = arguments.settings;
    ServerSettings server_settings;
    server_settings.address = settings.text("address");
    server_settings.port = static_cast<unsigned short>(TRY(settings.number("port", 0, 65535)));
    server_settings.workers = TRY(settings.number("workers", 1, 64));
    server_settings.behind_proxy = settings.flag("behind-proxy");
    server_settings.upload_folder = settings.text("data") + "/uploads";

    SystemClock clock;
    auto database = TRY(open_database(arguments, clock, server_settings.workers));
    EventHub events(*database);
    Identities identities(*database);
    Router router;
    add_all_routes(router);

    // The address is known only when the port is: with port 0 the system chooses it.
    Services services{*database, clock, events, settings.text("public-url"), settings.text("data")};
    services.sends_mail = !settings.text("smtp-url").empty();
    Application application(services, std::move(router),
                            [&](const Request& request) { return identities.identify(request); });
    Server server(application, server_settings);
    TRY(server.start());
    auto public_url = settings.text("public-url");
    if (public_url.empty()) {
        public_url = "http://" + server_settings.address + ":" + std::to_string(server.port());
        application.set_public_url(public_url);
    }
    std::printf("Wallchart serves at %s\n", public_url.c_str());
    TRY(offer_set_up(*database, public_url));
    std::fflush(stdout);

    MailSender mail(*database, {settings.text("smtp-url"), settings.text("smtp-user"),
                                settings.text("smtp-password"), settings.text("mail-from"), public_url});
    mail.start();
    Heartbeat heartbeat(events, *database);
    JobRunner jobs(*database);
    add_all_jobs(jobs);
    jobs.free_cut_off();
    jobs.start();
    server.run();
    jobs.stop();
    mail.stop();
    events.close();
    return 0;
}

}  // namespace

Command serve_command() {
    return {.name = "serve",
            .summary = "Serve the web app and the API",
            .help =
                "The first start prints a link that makes the first owner.\n"
                "Examples:\n"
                "  wallchart serve --data wallchart-data\n"
                "  WALLCHART_DATABASE=postgresql://localhost/wallchart wallchart serve --port 80",
            .run = run};
}

}  // namespace wallchart
