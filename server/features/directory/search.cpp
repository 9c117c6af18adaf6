#include "core/text.h"
#include "engine/union_name/union_name.h"
#include "features/directory/directory.h"

namespace wallchart {
namespace {

/// Where a list goes on: after this name and id.
struct Cursor {
    std::string name;
    std::int64_t id = 0;
};
BOOST_DESCRIBE_STRUCT(Cursor, (), (name, id))

/// A SELECT over one table of the directory, in the order of names.
class Search {
public:
    Search(std::string sql, std::string_view table, Id<Workspace> workspace)
        : m_sql(std::move(sql)), m_table(table) {
        m_sql += " WHERE " + m_table + ".workspace_id = " + parameter(Value{workspace.value});
    }

    std::string parameter(Value value) {
        m_parameters.push_back(std::move(value));
        return "$" + std::to_string(m_parameters.size());
    }
    std::string text(std::string value) { return parameter(Value{std::move(value)}); }
    void where(const std::string& condition) { m_sql += " AND " + condition; }
    template <class T>
    void where_id(std::string_view column, const std::optional<Id<T>>& id) {
        if (id) where(m_table + "." + std::string(column) + " = " + parameter(Value{id->value}));
    }
    void where_text(std::string_view column, const std::string& value) {
        if (!value.empty()) where(m_table + "." + std::string(column) + " = " + text(value));
    }
    std::string starts(std::string_view column, const std::string& start) {
        auto name = m_table + "." + std::string(column);
        return name + " >= " + text(start) + " AND " + name + " < " + text(prefix_end(start));
    }

    template <class T>
    Result<Page<T>> page(Reader& reader, const std::string& cursor, int limit) {
        if (limit < 1 || limit > 200) return invalid("/limit", "From 1 to 200.");
        if (!cursor.empty()) {
            auto after = decode_text<Cursor>(percent_decode(cursor, false));
            if (!after) return invalid("/cursor", "This is not a cursor of this list.");
            where("(" + m_table + ".name_folded, " + m_table + ".id) > (" + text(after->name) + ", " +
                  parameter(Value{after->id}) + ")");
        }
        m_sql += " ORDER BY " + m_table + ".name_folded, " + m_table + ".id LIMIT " +
                 parameter(Value{std::int64_t{limit} + 1});
        Page<T> page;
        Cursor last, next;
        // The folded name is the last column, beyond those of the summary.
        auto columns = static_cast<int>(record_type<T>().fields.size());
        reader.each_of(m_sql, m_parameters, [&](const Row& row) {
            page.items.push_back(read_row<T>(row));
            next = std::move(last);
            last = {std::string(row.text(columns)), page.items.back().id.value};
        });
        if (static_cast<int>(page.items.size()) > limit) {
            page.items.pop_back();
            page.next = percent_encode(encode(next));
        }
        return page;
    }

private:
    std::string m_sql;
    std::string m_table;
    std::vector<Value> m_parameters;
};

}  // namespace

Result<Page<OrganizationSummary>> search_organizations(Reader& reader, Id<Workspace> workspace,
                                                       const OrganizationQuery& query) {
    Search search(
        "SELECT organization.id, organization.kind, organization.name, organization.affiliation, "
        "organization.number, organization.city, organization.state, organization.members, "
        "(SELECT count(*) FROM membership m WHERE m.organization_id = organization.id), "
        "organization.name_folded FROM organization",
        "organization", workspace);
    auto folded = fold(squeeze(query.search));
    if (!folded.empty()) {
        auto condition = "(" + search.starts("name_folded", folded);
        auto read = union_name::parse_union_name(query.search);
        auto affiliation = std::string(read.affiliation());
        auto number = read.body.number;
        bool is_number = folded.find_first_not_of("0123456789") == std::string::npos;
        if (is_number) {
            condition += " OR " + search.starts("number", folded);
        } else if (!affiliation.empty()) {
            condition += " OR (organization.affiliation = " + search.text(affiliation);
            if (!number.empty()) condition += " AND " + search.starts("number", number);
            condition += ")";
        } else if (!number.empty()) {
            condition += " OR organization.number = " + search.text(number);
        }
        search.where(condition + ")");
    }
    if (query.kind) search.where("organization.kind = " + search.text(std::string(name_of(*query.kind))));
    search.where_text("affiliation", query.affiliation);
    search.where_text("state", query.state);
    search.where_id("parent_organization_id", query.parent_id);
    return search.page<OrganizationSummary>(reader, query.cursor, query.limit);
}

Result<Page<WorksiteSummary>> search_worksites(Reader& reader, Id<Workspace> workspace,
                                               const WorksiteQuery& query) {
    Search search(
        "SELECT worksite.id, worksite.name, employer.name, organization.name, worksite.organization_text, "
        "worksite.city, worksite.state, worksite.eligible, "
        "(SELECT count(*) FROM employment e WHERE e.worksite_id = worksite.id AND e.ended_on IS NULL), "
        "worksite.name_folded FROM worksite LEFT JOIN employer ON employer.id = worksite.employer_id "
        "LEFT JOIN organization ON organization.id = worksite.organization_id",
        "worksite", workspace);
    auto folded = fold(squeeze(query.search));
    if (!folded.empty()) search.where(search.starts("name_folded", folded));
    search.where_text("state", query.state);
    search.where_id("employer_id", query.employer_id);
    search.where_id("organization_id", query.organization_id);
    return search.page<WorksiteSummary>(reader, query.cursor, query.limit);
}

Result<Page<EmployerSummary>> search_employers(Reader& reader, Id<Workspace> workspace,
                                               const EmployerQuery& query) {
    Search search(
        "SELECT employer.id, employer.name, employer.industry, "
        "(SELECT count(*) FROM worksite w WHERE w.employer_id = employer.id), employer.name_folded FROM "
        "employer",
        "employer", workspace);
    auto folded = fold(squeeze(query.search));
    if (!folded.empty()) search.where(search.starts("name_folded", folded));
    return search.page<EmployerSummary>(reader, query.cursor, query.limit);
}

}  // namespace wallchart
