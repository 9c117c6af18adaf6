#include "features/formations/formations.h"

namespace wallchart {
namespace {

struct FormationList {
    std::string cursor;
    int limit = 50;
};
BOOST_DESCRIBE_STRUCT(FormationList, (), (cursor, limit))

struct FormationPath {
    Id<Formation> id;
};
BOOST_DESCRIBE_STRUCT(FormationPath, (), (id))

struct FormationChange {
    std::string name;
};
BOOST_DESCRIBE_STRUCT(FormationChange, (), (name))

Result<Page<FormationSummary>> list(Call& call, const FormationList& wanted) {
    return call.read(
        [&](Reader& reader) { return list_formations(reader, call.access(), wanted.cursor, wanted.limit); });
}

Result<FormationView> show(Call& call, const FormationPath& path) {
    return call.read([&](Reader& reader) { return find_formation(reader, call.access(), path.id); });
}

Result<Formation> rename(Call& call, const FormationPath& path, const FormationChange& change) {
    return call.write("edit", "Formation renamed", [&](Transaction& tx) {
        return rename_formation(tx, call.access(), path.id, change.name, call.expected_revision({}));
    });
}

Result<IntroductionSent> introduce(Call& call, const FormationPath& path, const IntroductionText& text) {
    return call.write("introduction", "Members of a formation introduced to each other",
                      [&](Transaction& tx) { return introduce_members(tx, call.access(), path.id, text); });
}

}  // namespace

void add_formation_routes(Router& router) {
    router.group("formations")
        .add(Method::get, "/formations", Permission::see_counts, list,
             "Unions and locals with enough supporters who want to meet each other")
        .add(Method::get, "/formations/{id}", Permission::see_people, show,
             "A formation with its members, as far as each consented")
        .add(Method::patch, "/formations/{id}", Permission::lead_people, rename, "Rename a formation")
        .add(Method::post, "/formations/{id}/introductions", Permission::lead_people, introduce,
             "Introduce those who consented to each other, by e-mail");
}

}  // namespace wallchart
