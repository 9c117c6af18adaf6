#include "core/text.h"
#include "features/accounts/accounts.h"

namespace wallchart {
namespace {

Result<Workspace> own_workspace(Reader& reader, const Access& access) {
    auto workspace = reader.row<Workspace>("SELECT " + columns<Workspace>() + " FROM workspace WHERE id = $1",
                                           access.workspace);
    if (!workspace) return not_found("The workspace");
    return std::move(*workspace);
}

Result<Workspace> show(Call& call) {
    return call.read([&](Reader& reader) { return own_workspace(reader, call.access()); });
}

struct ChangeWorkspace {
    std::optional<std::string> name;
    std::optional<std::string> language;
    std::optional<std::string> time_zone;
    std::optional<int> formation_minimum;
    std::optional<Id<Organization>> organization_id;  ///< the body whose workspace this is
};
BOOST_DESCRIBE_STRUCT(ChangeWorkspace, (), (name, language, time_zone, formation_minimum, organization_id))

Result<Workspace> change(Call& call, const ChangeWorkspace& input) {
    Error error{ErrorKind::invalid, "The settings can't be saved as they are."};
    if (input.name && (squeeze(*input.name).empty() || length(*input.name) > 200))
        error.fields.push_back({"/name", "A name of 1 to 200 characters is needed."});
    if (input.language && *input.language != "en" && *input.language != "es")
        error.fields.push_back({"/language", "The language is en or es."});
    if (input.time_zone && !is_time_zone(*input.time_zone))
        error.fields.push_back({"/time_zone", "There is no such time zone."});
    if (input.formation_minimum && (*input.formation_minimum < 2 || *input.formation_minimum > 1000))
        error.fields.push_back({"/formation_minimum", "From 2 to 1000."});
    if (!error.fields.empty()) return std::unexpected(std::move(error));
    return call.write("settings", "Changed the workspace's settings",
                      [&](Transaction& tx) -> Result<Workspace> {
                          auto workspace = TRY(own_workspace(tx, call.access()));
                          if (input.organization_id &&
                              tx.value<std::int64_t>(
                                  "SELECT count(*) FROM organization WHERE id = $1 AND workspace_id = $2",
                                  *input.organization_id, workspace.id) == 0)
                              return invalid("/organization_id", "There is no such organization.");
                          if (input.name) workspace.name = squeeze(*input.name);
                          if (input.language) workspace.language = *input.language;
                          if (input.time_zone) workspace.time_zone = *input.time_zone;
                          if (input.formation_minimum) workspace.formation_minimum = *input.formation_minimum;
                          if (input.organization_id) workspace.organization_id = input.organization_id;
                          workspace.revision = call.expected_revision(workspace.revision);
                          TRY(tx.update(workspace));
                          return workspace;
                      });
}

}  // namespace

void add_workspace_routes(Router& router) {
    router.group("accounts")
        .add(Method::get, "/workspace", Permission::see_counts, show, "The workspace and its settings")
        .add(Method::patch, "/workspace", Permission::administer, change, "Change the workspace's settings");
}

}  // namespace wallchart
