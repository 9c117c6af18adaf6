#include "cli/command.h"

namespace wallchart {

std::vector<Command> all_commands() {
    return {
        serve_command(),   import_command(), sample_command(),  user_command(),          backup_command(),
        restore_command(), check_command(),  export_command(),  decide_command(),        openapi_command(),
        dedupe_command(),  link_command(),   explain_command(), resolve_union_command(), tally_command(),
        route_command(),   turf_command(),
    };
}

Result<std::unique_ptr<Database>> open_database(const Arguments& arguments, const Clock& clock, int readers) {
    return Database::open(arguments.settings.database_source(), clock, readers);
}

}  // namespace wallchart
