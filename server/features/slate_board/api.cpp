#include "features/slate_board/slate_board.h"

namespace wallchart {
namespace {

struct BoardPath {
    Id<Slate> id;
};
BOOST_DESCRIBE_STRUCT(BoardPath, (), (id))

Result<SlateBoard> show(Call& call, const BoardPath& path) {
    return call.read(
        [&](Reader& reader) { return find_slate_board(reader, call.access(), path.id, call.today()); });
}

Result<Response> as_csv(Call& call, const BoardPath& path) {
    auto board = TRY(show(call, path));
    return Response::download("slate-board.csv", "text/csv; charset=utf-8",
                              board_csv(board, call.access().language));
}

Result<Response> as_xlsx(Call& call, const BoardPath& path) {
    auto board = TRY(show(call, path));
    return Response::download("slate-board.xlsx",
                              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                              TRY(board_xlsx(board, call.access().language)));
}

}  // namespace

void add_slate_board_routes(Router& router) {
    router.group("slate_board")
        .add(Method::get, "/slates/{id}/board", Permission::see_counts, show,
             "Candidates by organizations: drives, support, what is next, what was won")
        .add(Method::get, "/slates/{id}/board.csv", Permission::organize, as_csv, "The board's table as CSV")
        .add(Method::get, "/slates/{id}/board.xlsx", Permission::organize, as_xlsx,
             "The board as a workbook: matrix and table");
}

}  // namespace wallchart
