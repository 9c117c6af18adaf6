#include "features/accounts/accounts.h"
#include "features/exports/exports.h"

#include <filesystem>

namespace wallchart {
namespace {

struct ExportQuery {
    bool history = false;
};
BOOST_DESCRIBE_STRUCT(ExportQuery, (), (history))

Result<Response> export_all(Call& call, const ExportQuery& query) {
    auto folder = call.services().data_folder + "/exports";
    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, ignored);
    auto file = folder + "/" + std::to_string(new_id_value()) + ".zip";
    auto slug = TRY(call.read([&](Reader& reader) -> Result<std::string> {
        TRY(write_export(reader, call.services().database.schema(), call.access().workspace,
                         query.history ? ExportHistory::with : ExportHistory::without, file));
        return reader.value<std::string>("SELECT slug FROM workspace WHERE id = $1", call.access().workspace);
    }));
    auto response = Response::download(slug + "-" + to_string(call.today()) + ".zip", "application/zip", {});
    response.file = file;
    return response;
}

}  // namespace

void add_export_routes(Router& router) {
    router.group("exports").add(Method::get, "/export", Permission::administer, export_all,
                                "Everything the workspace owns, as CSV and JSON in one ZIP");
}

}  // namespace wallchart
