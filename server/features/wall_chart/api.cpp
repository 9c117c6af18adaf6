#include "features/wall_chart/wall_chart.h"

namespace wallchart {
namespace {

Result<WallChart> get_wall_chart(Call& call, const WallChartQuery& query) {
    return call.read([&](Reader& reader) { return wall_chart(reader, call.access(), query, call.now()); });
}

Result<std::vector<WallPlace>> get_wall_places(Call& call, const WallPlacesQuery& query) {
    return call.read([&](Reader& reader) { return wall_places(reader, call.access(), query.id); });
}

}  // namespace

void add_wall_chart_routes(Router& router) {
    router.group("wall_chart")
        .add(Method::get, "/drives/{id}/wall-chart", Permission::see_counts, get_wall_chart,
             "A drive's wall chart of a worksite or an organization: every worker by department and shift")
        .add(Method::get, "/drives/{id}/wall-chart-places", Permission::see_counts, get_wall_places,
             "The charts that a drive has: its organization's and its worksites'");
}

}  // namespace wallchart
