#include "features/jobs/jobs.h"

namespace wallchart {
namespace {

struct JobPath {
    Id<Job> id;
};
BOOST_DESCRIBE_STRUCT(JobPath, (), (id))

struct JobList {
    std::string cursor;
    int limit = 50;
};
BOOST_DESCRIBE_STRUCT(JobList, (), (cursor, limit))

Result<Page<JobView>> list(Call& call, const JobList& query) {
    auto page = TRY(call.read([&](Reader& reader) {
        return list_jobs(reader, call.access().workspace, query.cursor, query.limit);
    }));
    Page<JobView> views;
    views.next = page.next;
    for (const auto& job : page.items)
        views.items.push_back(view_of(job));
    return views;
}

Result<JobView> show(Call& call, const JobPath& path) {
    const auto& access = call.access();
    auto job = TRY(call.read([&](Reader& reader) { return find_job(reader, access.workspace, path.id); }));
    // Whoever began it may see how far it is.
    if (!access.may(Permission::organize) && job.user_id != access.user) return not_found("The job");
    return view_of(job);
}

Result<JobView> cancel(Call& call, const JobPath& path) {
    return call.write("job", "Cancelled a job", [&](Transaction& tx) -> Result<JobView> {
        TRY(cancel_job(tx, call.access().workspace, path.id));
        return view_of(TRY(find_job(tx, call.access().workspace, path.id)));
    });
}

}  // namespace

JobView view_of(const Job& job) {
    return {job.id,     job.kind,       job.state,
            job.done,   job.total,      job.cancel && job.state == JobState::running,
            job.result, job.created_at, job.run_at};
}

void add_job_routes(Router& router) {
    router.group("jobs")
        .add(Method::get, "/jobs", Permission::organize, list, "Long work of the workspace, newest first")
        .add(Method::get, "/jobs/{id}", Permission::log_contact, show, "How far a piece of long work is")
        .add(Method::post, "/jobs/{id}/cancel", Permission::organize, cancel, "Ask long work to stop");
}

}  // namespace wallchart
