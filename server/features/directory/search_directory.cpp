// Lists of the directory: found by words, in the order of names, page by page.
#include "core/text.h"
#include "features/directory/directory.h"
#include "http/paging.h"

namespace wallchart {
namespace {

/// Where a list goes on: after this name and id.
struct NameCursor {
    std::string name_folded;
    std::int64_t id = 0;
};
BOOST_DESCRIBE_STRUCT(NameCursor, (), (name_folded, id))

/// "%word%", in which % and _ of the user stand for themselves.
std::string containing(std::string_view word) {
    std::string pattern = "%";
    for (char letter : word) {
        if (letter == '%' || letter == '_' || letter == '\\') pattern.push_back('\\');
        pattern.push_back(letter);
    }
    return pattern + "%";
}

/// A list being asked for. The conditions are over the table's alias "t".
class ListQuery {
public:
    ListQuery(const Access& access, std::string_view select) : m_query(std::string(select)) {
        m_query.sql += " WHERE t.workspace_id = " + m_query(access.workspace);
    }

    void where(const std::string& condition) { m_query.sql += " AND " + condition; }
    template <class T>
    void where_is(const std::string& column, const std::optional<T>& value) {
        if (value) where(column + " = " + m_query(*value));
    }
    void where_text(const std::string& column, const std::string& value) {
        if (!value.empty()) where(column + " = " + m_query(value));
    }
    /// Each word stands in one of the columns, which are folded, or in lower case, by SQL.
    void where_words(std::string_view search, std::initializer_list<std::string_view> expressions) {
        auto folded = fold(squeeze(search));
        int words = 0;
        for (auto word : split(folded, ' ')) {
            if (word.empty() || ++words > 10) continue;
            auto pattern = m_query(containing(word));
            std::string any;
            for (auto expression : expressions)
                any += (any.empty() ? "(" : " OR ") + std::string(expression) + " LIKE " + pattern +
                       " ESCAPE '\\'";
            where(any + ")");
        }
    }

    /// Fills a page of T, whose columns the SELECT gives in their order, followed by name_folded.
    template <class T>
    Result<Page<T>> page(Reader& reader, const std::string& cursor, int limit) {
        TRY(check_page_limit(limit));
        if (!cursor.empty()) {
            auto after = decode_text<NameCursor>(percent_decode(cursor, false));
            if (!after) return unknown_cursor();
            auto name = m_query(after->name_folded);
            where("(t.name_folded, t.id) > (" + name + ", " + m_query(after->id) + ")");
        }
        m_query.sql += " ORDER BY t.name_folded, t.id LIMIT " + m_query(limit + 1);
        Page<T> page;
        for (auto& row : reader.rows<T>(m_query)) {
            if (static_cast<int>(page.items.size()) == limit) {
                page.next = percent_encode(
                    encode(NameCursor{fold(page.items.back().name), page.items.back().id.value}));
                break;
            }
            page.items.push_back(std::move(row));
        }
        return page;
    }

private:
    Query m_query;
};

}  // namespace

Result<Page<OrganizationSummary>> search_organizations(Reader& reader, const Access& access,
                                                       const OrganizationQuery& wanted) {
    ListQuery query(access,
                    "SELECT t.id, t.name, t.kind, t.affiliation, t.number, t.city, t.state, t.members, "
                    "(SELECT count(*) FROM membership m WHERE m.organization_id = t.id), "
                    "t.parent_organization_id, p.name, t.revision "
                    "FROM organization t LEFT JOIN organization p ON p.id = t.parent_organization_id");
    query.where_words(wanted.search,
                      {"t.name_folded", "lower(t.affiliation)", "lower(t.number)", "lower(t.city)"});
    if (wanted.kind) query.where_text("t.kind", std::string(name_of(*wanted.kind)));
    query.where_text("t.state", wanted.state);
    query.where_is("t.parent_organization_id", wanted.parent_organization_id);
    return query.page<OrganizationSummary>(reader, wanted.cursor, wanted.limit);
}

Result<Page<WorksiteSummary>> search_worksites(Reader& reader, const Access& access,
                                               const WorksiteQuery& wanted) {
    ListQuery query(access,
                    "SELECT t.id, t.name, t.employer_id, e.name, t.organization_id, o.name, "
                    "t.organization_text, t.city, t.state, t.eligible, "
                    "(SELECT count(*) FROM employment m WHERE m.worksite_id = t.id), t.revision "
                    "FROM worksite t LEFT JOIN employer e ON e.id = t.employer_id "
                    "LEFT JOIN organization o ON o.id = t.organization_id");
    query.where_words(wanted.search, {"t.name_folded", "e.name_folded", "lower(t.city)"});
    query.where_text("t.state", wanted.state);
    query.where_is("t.organization_id", wanted.organization_id);
    query.where_is("t.employer_id", wanted.employer_id);
    return query.page<WorksiteSummary>(reader, wanted.cursor, wanted.limit);
}

Result<Page<EmployerSummary>> search_employers(Reader& reader, const Access& access,
                                               const EmployerQuery& wanted) {
    ListQuery query(access,
                    "SELECT t.id, t.name, t.industry, "
                    "(SELECT count(*) FROM worksite w WHERE w.employer_id = t.id), t.revision "
                    "FROM employer t");
    query.where_words(wanted.search, {"t.name_folded", "lower(t.industry)"});
    return query.page<EmployerSummary>(reader, wanted.cursor, wanted.limit);
}

}  // namespace wallchart
