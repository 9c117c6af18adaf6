#include "features/drives/drives.h"

namespace wallchart {
namespace {

struct EndorsementPath {
    Id<Endorsement> id;
};
BOOST_DESCRIBE_STRUCT(EndorsementPath, (), (id))

struct EndorsementInput {
    Id<Organization> organization_id;
    std::optional<Id<Drive>> drive_id;
    std::optional<Id<Candidate>> candidate_id;
    std::optional<Id<Slate>> slate_id;
    Date decided_on{};
    std::string evidence;
};
BOOST_DESCRIBE_STRUCT(EndorsementInput, (),
                      (organization_id, drive_id, candidate_id, slate_id, decided_on, evidence))

Endorsement with(Endorsement endorsement, const EndorsementInput& input) {
    endorsement.organization_id = input.organization_id;
    endorsement.drive_id = input.drive_id;
    endorsement.candidate_id = input.candidate_id;
    endorsement.slate_id = input.slate_id;
    endorsement.decided_on = input.decided_on;
    endorsement.evidence = input.evidence;
    return endorsement;
}

/// The record that proves it may name people.
void leave_names_out(EndorsementView& view, const Access& access) {
    if (access.role < Role::lead) view.endorsement.evidence.clear();
}

Result<Page<EndorsementView>> endorsements(Call& call, const EndorsementsQuery& query) {
    auto page = TRY(
        call.read([&](Reader& reader) { return list_endorsements(reader, call.access().workspace, query); }));
    for (auto& view : page.items)
        leave_names_out(view, call.access());
    return page;
}

Result<EndorsementView> show(Call& call, const EndorsementPath& path) {
    auto view = TRY(call.read(
        [&](Reader& reader) { return find_endorsement(reader, call.access().workspace, path.id); }));
    leave_names_out(view, call.access());
    return view;
}

Result<EndorsementView> add(Call& call, const EndorsementInput& input) {
    return call.write("edit", "Recorded an endorsement", [&](Transaction& tx) -> Result<EndorsementView> {
        Endorsement endorsement;
        endorsement.workspace_id = call.access().workspace;
        endorsement = with(std::move(endorsement), input);
        TRY(record_endorsement(tx, endorsement));
        call.set_status(201);
        return find_endorsement(tx, endorsement.workspace_id, endorsement.id);
    });
}

Result<EndorsementView> change(Call& call, const EndorsementPath& path, const EndorsementInput& input) {
    return call.write("edit", "Changed an endorsement", [&](Transaction& tx) -> Result<EndorsementView> {
        auto stored = TRY(find_endorsement(tx, call.access().workspace, path.id))
        .endorsement;
        auto endorsement = with(stored, input);
        endorsement.revision = call.expected_revision(stored.revision);
        TRY(record_endorsement(tx, endorsement));
        return find_endorsement(tx, endorsement.workspace_id, endorsement.id);
    });
}

Result<Nothing> remove(Call& call, const EndorsementPath& path) {
    return call.write("edit", "Deleted an endorsement", [&](Transaction& tx) -> Result<Nothing> {
        auto endorsement = TRY(find_endorsement(tx, call.access().workspace, path.id))
        .endorsement;
        endorsement.revision = call.expected_revision(endorsement.revision);
        TRY(erase_endorsement(tx, endorsement));
        return Nothing{};
    });
}

}  // namespace

void add_endorsement_routes(Router& router) {
    router.group("drives")
        .add(Method::get, "/endorsements", Permission::see_counts, endorsements,
             "Endorsements won, newest first")
        .add(Method::post, "/endorsements", Permission::organize, add,
             "Record an endorsement; the drive that it names is endorsed by it")
        .add(Method::get, "/endorsements/{id}", Permission::see_counts, show, "An endorsement")
        .add(Method::put, "/endorsements/{id}", Permission::organize, change, "Replace what is known of it")
        .add(Method::delete_, "/endorsements/{id}", Permission::organize, remove,
             "Delete an endorsement; its drive is open again");
}

}  // namespace wallchart
