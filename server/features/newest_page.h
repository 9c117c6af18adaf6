#pragma once
// The records of a workspace as a list shows them: newest first, page by page.

#include "db/transaction.h"
#include "http/paging.h"

#include <string>
#include <string_view>

namespace wallchart {

/// A page of a table's records, those before `cursor` (empty: the newest). Errors: invalid (cursor, limit).
template <class T>
Result<Page<T>> newest_page(Reader& reader, std::string_view table, Id<Workspace> workspace,
                            const std::string& cursor, int limit) {
    auto before = TRY(page_start(cursor, limit, INT64_MAX));
    return page_of(reader.rows<T>("SELECT " + columns<T>() + " FROM " + std::string(table) +
                                      " WHERE workspace_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3",
                                  workspace, before, limit + 1),
                   limit);
}

}  // namespace wallchart
