#pragma once
// The records of a workspace as a list shows them: newest first, page by page.

#include "db/transaction.h"
#include "http/router.h"

#include <string>
#include <string_view>

namespace wallchart {

/// A page of a table's records, those before `cursor` (empty: the newest). Errors: invalid (cursor, limit).
template <class T>
Result<Page<T>> newest_page(Reader& reader, std::string_view table, Id<Workspace> workspace,
                            const std::string& cursor, int limit) {
    if (limit < 1 || limit > 200) return invalid("/limit", "From 1 to 200.");
    auto before = cursor.empty() ? std::optional<std::int64_t>(INT64_MAX) : parse_id_value(cursor);
    if (!before) return invalid("/cursor", "This cursor is not one of ours.");
    Page<T> page;
    page.items = reader.rows<T>("SELECT " + columns<T>() + " FROM " + std::string(table) +
                                    " WHERE workspace_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3",
                                workspace, *before, limit + 1);
    if (static_cast<int>(page.items.size()) > limit) {
        page.items.pop_back();
        page.next = to_string(page.items.back().id);
    }
    return page;
}

}  // namespace wallchart
