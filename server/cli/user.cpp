#include "cli/command.h"
#include "core/text.h"
#include "features/accounts/accounts.h"

#include <cstdio>

namespace wallchart {
namespace {

/// The workspace that is named, or the only one; made when there is none at all.
Result<Workspace> workspace_for(Transaction& tx, const std::string& slug) {
    auto found = find_workspace(tx, slug);
    if (found || found.error().kind != ErrorKind::not_found) return found;
    if (tx.value<std::int64_t>("SELECT count(*) FROM workspace") > 0) return found;
    return create_workspace(tx, {slug, slug.empty() ? "Workspace" : slug});
}

Result<int> add(const Arguments& arguments, const std::string& email) {
    auto role = parse_choice<Role>(arguments.get("role").value_or("organizer"));
    if (!role) return failure(ErrorKind::invalid, "--role is owner, organizer, lead, volunteer or observer.");
    SystemClock clock;
    auto database = TRY(open_database(arguments, clock, 1));
    auto slug = arguments.get("workspace").value_or("");
    auto token = TRY(database->write(
        {{}, {}, "user", "User added from the command line"}, [&](Transaction& tx) -> Result<std::string> {
            auto workspace = TRY(workspace_for(tx, slug));
            auto user = TRY(add_user(tx, {email, arguments.get("name").value_or(""),
                                          arguments.get("password").value_or(""), workspace.language}));
            TRY(set_role(tx, workspace.id, user.id, *role));
            return make_link(tx, LinkKind::sign_in, user.id, workspace.id, std::chrono::hours{24});
        }));
    std::printf("%s\n", link_path(LinkKind::sign_in, token).c_str());
    return 0;
}

Result<int> list(const Arguments& arguments) {
    SystemClock clock;
    auto database = TRY(open_database(arguments, clock, 1));
    database->read([](Reader& reader) {
        reader.each(
            "SELECT w.slug, r.role, u.email, u.disabled FROM user_account u "
            "LEFT JOIN user_role r ON r.user_id = u.id LEFT JOIN workspace w ON w.id = r.workspace_id "
            "ORDER BY w.slug, u.email",
            [](const Row& row) {
                auto text = [&](int column) {
                    return row.is_null(column) ? "-" : std::string(row.text(column));
                };
                std::printf("%s\t%s\t%s%s\n", text(0).c_str(), text(1).c_str(), text(2).c_str(),
                            row.integer(3) != 0 ? "\tdisabled" : "");
            });
    });
    return 0;
}

/// For somebody who lost both their phone and their recovery codes.
Result<int> end_second_factor(const Arguments& arguments, const std::string& email) {
    SystemClock clock;
    auto database = TRY(open_database(arguments, clock, 1));
    return database->write({{}, {}, "user", ""}, [&](Transaction& tx) -> Result<int> {
        auto user = tx.value<std::int64_t>("SELECT id FROM user_account WHERE email = $1",
                                           normalize_email(email).value_or(""));
        if (user == 0) return not_found("The user");
        remove_second_factor(tx, Id<User>{user});
        return 0;
    });
}

Result<int> run(const Arguments& arguments) {
    auto action = arguments.get("ACTION").value_or("");
    auto email = arguments.get("EMAIL");
    if (action == "list") return list(arguments);
    if (action == "add" && email) return add(arguments, *email);
    if (action == "end-second-factor" && email) return end_second_factor(arguments, *email);
    return failure(
        ErrorKind::invalid,
        "Say `user add EMAIL`, `user list` or `user end-second-factor EMAIL`; --help has examples.");
}

}  // namespace

Command user_command() {
    return {.name = "user",
            .summary = "Add a user, list them, or end a lost second factor",
            .help =
                "Prints a link that signs the user in once, within a day.\n"
                "Examples:\n"
                "  wallchart user add ana@example.org --role owner --data wallchart-data\n"
                "  wallchart user list\n"
                "  wallchart user end-second-factor ana@example.org",
            .positionals = {{"ACTION", "add, list or end-second-factor"}, {"EMAIL", "of the user", false}},
            .options = {{"name", OptionKind::value, "NAME", "the user's name"},
                        {"role", OptionKind::value, "ROLE",
                         "owner, organizer (default), lead, volunteer or observer"},
                        {"workspace", OptionKind::value, "SLUG", "the workspace, where there are several"},
                        {"password", OptionKind::value, "TEXT", "a password, for scripts and tests"}},
            .run = run};
}

}  // namespace wallchart
