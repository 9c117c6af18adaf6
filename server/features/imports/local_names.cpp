#include "features/imports/local_names.h"

#include "features/directory/directory.h"

namespace wallchart {

union_name::Directory local_names(Reader& reader, Id<Workspace> workspace) {
    std::vector<union_name::DirectoryEntry> entries;
    reader.each(
        "SELECT id, kind, affiliation, number, name, city, state, members FROM organization "
        "WHERE workspace_id = $1 AND kind IN ('local', 'chapter')",
        [&](const Row& row) {
            union_name::DirectoryEntry entry;
            entry.id = row.integer(0);
            entry.kind = row.text(1) == "local" ? union_name::BodyKind::local : union_name::BodyKind::chapter;
            entry.affiliation = row.text(2);
            entry.number = row.text(3);
            entry.name = row.text(4);
            entry.city = row.text(5);
            entry.state = row.text(6);
            if (!row.is_null(7)) entry.members = row.integer(7);
            entries.push_back(std::move(entry));
        },
        workspace);
    return union_name::Directory(std::move(entries));
}

}  // namespace wallchart
