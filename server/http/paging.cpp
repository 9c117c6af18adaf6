#include "http/paging.h"

namespace wallchart {

Result<void> check_page_limit(int limit) {
    if (limit < 1 || limit > page_limit) return invalid("/limit", "From 1 to 200.");
    return {};
}

std::unexpected<Error> unknown_cursor() {
    return invalid("/cursor", "This cursor is not one of ours.");
}

Result<std::int64_t> page_start(std::string_view cursor, int limit, std::int64_t otherwise) {
    TRY(check_page_limit(limit));
    if (cursor.empty()) return otherwise;
    auto id = parse_id_value(cursor);
    if (!id) return unknown_cursor();
    return *id;
}

}  // namespace wallchart
