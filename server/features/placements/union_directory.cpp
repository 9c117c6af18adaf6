#include "features/placements/placements.h"

#include <mutex>

namespace wallchart {
namespace {

union_name::BodyKind body_kind(OrganizationKind kind) {
    switch (kind) {
        case OrganizationKind::union_:
            return union_name::BodyKind::international;
        case OrganizationKind::council:
            return union_name::BodyKind::council;
        case OrganizationKind::local:
            return union_name::BodyKind::local;
        case OrganizationKind::chapter:
            return union_name::BodyKind::chapter;
        default:
            return union_name::BodyKind::unknown;
    }
}

struct Kept {
    std::int64_t version = 0;
    std::shared_ptr<const union_name::Directory> directory;
};

}  // namespace

std::shared_ptr<const union_name::Directory> union_directory(Reader& reader, Id<Workspace> workspace) {
    static std::mutex mutex;
    static std::unordered_map<Id<Workspace>, Kept> kept;

    // Revisions only grow; with the count they also tell what was taken away.
    std::int64_t version = 0;
    reader.each(
        "SELECT count(*), max(revision) FROM organization WHERE workspace_id = $1",
        [&](const Row& row) { version = row.integer(0) == 0 ? 0 : row.integer(0) * 31 + row.integer(1); },
        workspace);
    {
        std::lock_guard lock(mutex);
        auto found = kept.find(workspace);
        if (found != kept.end() && found->second.version == version && found->second.directory)
            return found->second.directory;
    }
    std::vector<union_name::DirectoryEntry> entries;
    reader.each(
        "SELECT id, kind, affiliation, number, name, city, state, members FROM organization "
        "WHERE workspace_id = $1 AND kind IN ('union', 'council', 'local', 'chapter')",
        [&](const Row& row) {
            union_name::DirectoryEntry entry;
            entry.id = row.integer(0);
            entry.kind =
                body_kind(parse_choice<OrganizationKind>(row.text(1)).value_or(OrganizationKind::other));
            entry.affiliation = row.text(2);
            entry.number = row.text(3);
            entry.name = row.text(4);
            entry.city = row.text(5);
            entry.state = row.text(6);
            if (!row.is_null(7)) entry.members = row.integer(7);
            entries.push_back(std::move(entry));
        },
        workspace);
    auto directory = std::make_shared<const union_name::Directory>(std::move(entries));
    std::lock_guard lock(mutex);
    kept[workspace] = {version, directory};
    return directory;
}

}  // namespace wallchart
