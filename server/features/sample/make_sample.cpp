#include "features/accounts/accounts.h"
#include "features/sample/arrive.h"
#include "features/sample/sample.h"

namespace wallchart {
namespace {

struct Member {
    std::string_view name;
    Role role;
};

constexpr std::array members{
    Member{"Ruth Calloway", Role::owner},
    Member{"Dev Patel", Role::organizer},
    Member{"Marisela Ibarra", Role::organizer},
    Member{"Tomasz Zielinski", Role::organizer},
    Member{"Aaliyah Brooks", Role::organizer},
    Member{"Hoa Pham", Role::organizer},
    // One for each of the locals with the largest drives, in their order.
    Member{"Tunde Abara", Role::lead},
    Member{"Colleen Hughes", Role::lead},
    Member{"Reggie Simmons", Role::lead},
    Member{"Priya Shah", Role::lead},
    Member{"Frank Esposito", Role::lead},
    Member{"Loretta Whitehorse", Role::lead},
    Member{"Jun Park", Role::lead},
    // And five who work anywhere.
    Member{"Guadalupe Soto", Role::lead},
    Member{"Malik Freeman", Role::lead},
    Member{"Ingrid Sorensen", Role::lead},
    Member{"Wilner Toussaint", Role::lead},
    Member{"Sam Okafor", Role::lead},
    Member{"Alma Quiroga", Role::volunteer},
    Member{"Ben Whitaker", Role::volunteer},
    Member{"Carla Montes", Role::volunteer},
    Member{"Dawn Kealoha", Role::volunteer},
    Member{"Eli Nowak", Role::volunteer},
    Member{"Fatima Khalil", Role::volunteer},
    Member{"Gus Petrov", Role::volunteer},
    Member{"Hector Luna", Role::volunteer},
    Member{"Imani Coleman", Role::volunteer},
    Member{"Joyce Adeyemi", Role::volunteer},
    Member{"Keoni Faleolo", Role::volunteer},
    Member{"Linh Vo", Role::volunteer},
    Member{"Nora Murphy", Role::volunteer},
    Member{"Omar Hassan", Role::volunteer},
    Member{"Paz Estrada", Role::volunteer},
    Member{"Quinn Foster", Role::volunteer},
    Member{"Vera Lindgren", Role::observer},
};

/// "Dev Patel" → "dev.patel@example.org"
std::string email_of(std::string_view name) {
    std::string email;
    for (char c : name)
        email.push_back(c == ' ' ? '.' : static_cast<char>(c | 0x20));
    return email + "@example.org";
}

struct Made {
    Id<Workspace> workspace;
    SampleUsers users;
    std::string token;
};

Result<Made> make_accounts(Transaction& tx, const SampleAccounts& accounts, const SampleOptions& options) {
    Made made;
    made.workspace = TRY(create_workspace(tx, {accounts.slug, accounts.name, "en", options.time_zone}))
    .id;
    for (const auto& member : members) {
        auto user =
            TRY(add_user(tx, {email_of(member.name), std::string(member.name), accounts.password, "en"}))
        .id;
        TRY(set_role(tx, made.workspace, user, member.role));
        switch (member.role) {
            case Role::owner:
                made.users.owner = user;
                break;
            case Role::organizer:
                made.users.organizers.push_back(user);
                break;
            case Role::lead:
                made.users.leads.push_back(user);
                break;
            case Role::volunteer:
                made.users.volunteers.push_back(user);
                break;
            case Role::observer:
                break;
        }
    }
    made.token =
        make_link(tx, LinkKind::sign_in, made.users.owner, made.workspace, std::chrono::hours{24 * 7});
    return made;
}

/// What can be said only once the directory is there: whose workspace it is, and where leads lead.
Result<Workspace> settle(Transaction& tx, const Made& made, const SampleReport& report) {
    auto workspace = *tx.row<Workspace>("SELECT " + columns<Workspace>() + " FROM workspace WHERE id = $1",
                                        made.workspace);
    workspace.organization_id = report.home;
    TRY(tx.update(workspace));
    for (std::size_t at = 0; at < report.core_locals.size() && at < made.users.leads.size(); ++at)
        TRY(set_role(tx, made.workspace, made.users.leads[at], Role::lead, report.core_locals[at]));
    return workspace;
}

}  // namespace

Result<SampleWorkspace> make_sample(Database& database, const SampleAccounts& accounts,
                                    const SampleOptions& asked,
                                    const std::function<void(std::int64_t people)>& progress) {
    auto options = TRY(check_sample(asked));
    Change change{{}, {}, "sample", "Sample movement"};
    auto made =
        TRY(database.write(change, [&](Transaction& tx) { return make_accounts(tx, accounts, options); }));
    // Most are on lists; some sign up.
    auto sign_ups = sample::sign_ups_among(options.people);
    options.people -= sign_ups;
    auto report = TRY(write_sample(database, made.workspace, made.users, options, progress));
    change.workspace = made.workspace;
    auto workspace = TRY(database.write(change, [&](Transaction& tx) { return settle(tx, made, report); }));
    TRY(sample::add_sign_ups(database, workspace, options, sign_ups));
    report.people += sign_ups;
    TRY(sample::add_formations(database, workspace, made.users, options));
    TRY(sample::add_resolutions(database, workspace, made.users, options));
    database.refresh_statistics();
    report.records = database.read([&](Reader& reader) {
        return reader.value<std::int64_t>("SELECT SUM(entries) FROM batch WHERE workspace_id = $1",
                                          made.workspace);
    });
    return SampleWorkspace{made.workspace, std::move(report), email_of(members.front().name),
                           std::move(made.token)};
}

}  // namespace wallchart
