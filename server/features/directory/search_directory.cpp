// Lists of the directory: found by words, in the order of names, page by page.
#include "core/text.h"
#include "features/directory/directory.h"

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
    ListQuery(const Access& access, std::string_view select) : m_sql(select) {
        m_sql += " WHERE t.workspace_id = " + parameter(as_value(access.workspace));
    }

    std::string parameter(Value value) {
        m_parameters.push_back(std::move(value));
        return "$" + std::to_string(m_parameters.size());
    }
    void where(const std::string& condition) { m_sql += " AND " + condition; }
    template <class T>
    void where_is(const std::string& column, const std::optional<T>& value) {
        if (value) where(column + " = " + parameter(as_value(*value)));
    }
    void where_text(const std::string& column, const std::string& value) {
        if (!value.empty()) where(column + " = " + parameter(Value{value}));
    }
    /// Each word stands in one of the columns, which are folded, or in lower case, by SQL.
    void where_words(std::string_view search, std::initializer_list<std::string_view> expressions) {
        auto folded = fold(squeeze(search));
        int words = 0;
        for (auto word : split(folded, ' ')) {
            if (word.empty() || ++words > 10) continue;
            auto pattern = parameter(Value{containing(word)});
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
        if (limit < 1 || limit > 200) return invalid("/limit", "From 1 to 200.");
        if (!cursor.empty()) {
            auto after = decode_text<NameCursor>(percent_decode(cursor, false));
            if (!after) return invalid("/cursor", "This cursor is not one of ours.");
            auto name = parameter(Value{after->name_folded});
            where("(t.name_folded, t.id) > (" + name + ", " + parameter(Value{after->id}) + ")");
        }
        m_sql += " ORDER BY t.name_folded, t.id LIMIT " + parameter(Value{std::int64_t{limit} + 1});
        Page<T> page;
        for (auto& row : reader.rows_of<T>(m_sql, m_parameters)) {
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
    std::string m_sql;
    std::vector<Value> m_parameters;
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
