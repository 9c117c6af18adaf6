#pragma once
// Lists that are read page by page in the order of their ids.

#include "http/router.h"

namespace wallchart {

inline constexpr int page_limit = 200;

/// Errors: invalid, unless a page can have so many items.
Result<void> check_page_limit(int limit);
/// The refusal of a cursor that no list of ours has given.
std::unexpected<Error> unknown_cursor();

/// The id after which, or before which, a page begins: that of the cursor, or `otherwise` without one.
/// Errors: invalid (cursor, limit).
Result<std::int64_t> page_start(std::string_view cursor, int limit, std::int64_t otherwise);

/// A page of rows of which one more than `limit` was asked for; the next begins after its last one's id.
template <class T, class IdOf>
Page<T> page_of(std::vector<T> rows, int limit, IdOf id_of) {
    Page<T> page;
    if (static_cast<int>(rows.size()) > limit) {
        rows.resize(static_cast<std::size_t>(limit));
        page.next = to_string(std::invoke(id_of, rows.back()));
    }
    page.items = std::move(rows);
    return page;
}
template <class T>
Page<T> page_of(std::vector<T> rows, int limit) {
    return page_of(std::move(rows), limit, &T::id);
}

/// How many there are of what is listed, as far as the asker sees them.
struct Count {
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(Count, (), (count))

}  // namespace wallchart
