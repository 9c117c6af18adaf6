#include "features/imports/fields.h"
#include "features/imports/imports.h"

#include <filesystem>
#include <fstream>

namespace wallchart {
namespace {

struct ImportPath {
    Id<Import> id;
};
BOOST_DESCRIBE_STRUCT(ImportPath, (), (id))

struct ImportList {
    std::string cursor;
    int limit = 50;
};
BOOST_DESCRIBE_STRUCT(ImportList, (), (cursor, limit))

struct Upload {
    ImportKind kind = ImportKind::people;
    std::string file_name;
    std::string preset;
};
BOOST_DESCRIBE_STRUCT(Upload, (), (kind, file_name, preset))

/// A line of the list.
struct ImportLine {
    Id<Import> id;
    ImportKind kind = ImportKind::people;
    ImportState state = ImportState::mapping;
    std::string file_name;
    ImportSummary summary;
    Instant created_at{};
};
BOOST_DESCRIBE_STRUCT(ImportLine, (), (id, kind, state, file_name, summary, created_at))

/// What can be done with it now.
struct ImportCan {
    bool map = false;
    bool check = false;
    bool run = false;
    bool cancel = false;
    bool undo = false;
};
BOOST_DESCRIBE_STRUCT(ImportCan, (), (map, check, run, cancel, undo))

struct ImportView {
    Id<Import> id;
    ImportKind kind = ImportKind::people;
    ImportState state = ImportState::mapping;
    std::string file_name;
    std::int64_t file_size = 0;
    std::string encoding;
    ImportMapping mapping;
    std::vector<ImportField> fields;      ///< that a file of this kind can hold
    std::vector<ImportField> repeatable;  ///< of which several columns may be
    ImportSummary summary;
    std::vector<Reject> rejects;  ///< the first 100
    std::string fault;
    std::int64_t left_count = 0;
    std::optional<JobView> job;
    ImportCan can;
    Instant created_at{};
};
BOOST_DESCRIBE_STRUCT(ImportView, (),
                      (id, kind, state, file_name, file_size, encoding, mapping, fields, repeatable, summary,
                       rejects, fault, left_count, job, can, created_at))

/// As it is told to somebody who reads this language.
ImportView view(Reader& reader, const Import& import, std::string_view language) {
    using enum ImportState;
    ImportView view;
    view.id = import.id;
    view.kind = import.kind;
    view.state = import.state;
    view.file_name = import.file_name;
    view.file_size = import.file_size;
    view.encoding = import.encoding;
    view.mapping = import.mapping;
    view.fields = fields_of(import.kind);
    for (auto field : view.fields)
        if (may_repeat(field)) view.repeatable.push_back(field);
    view.summary = import.summary;
    view.rejects = import.rejects;
    for (auto& reject : view.rejects)
        reject.in_words = in_words(reject.reason, language);
    view.fault = import.fault;
    view.left_count = import.left_count;
    view.created_at = import.created_at;
    if (import.job_id) {
        if (auto job = find_job(reader, import.workspace_id, *import.job_id)) view.job = view_of(*job);
    }
    bool open =
        !import.batch_id && (import.state == mapping || import.state == checked || import.state == failed);
    view.can.map = open;
    view.can.check = open;
    view.can.run = open;
    view.can.cancel = import.state == checking || import.state == running;
    view.can.undo = import.batch_id.has_value() &&
                    (import.state == done || import.state == cancelled || import.state == failed);
    return view;
}

Result<Page<ImportLine>> list(Call& call, const ImportList& query) {
    auto page = TRY(call.read([&](Reader& reader) {
        return list_imports(reader, call.access().workspace, query.cursor, query.limit);
    }));
    Page<ImportLine> lines;
    lines.next = page.next;
    for (const auto& import : page.items)
        lines.items.push_back(
            {import.id, import.kind, import.state, import.file_name, import.summary, import.created_at});
    return lines;
}

/// Keeps the uploaded file: the server's own copy goes with the request.
Result<std::string> kept_file(Call& call) {
    auto folder = std::filesystem::path(call.services().data_folder) / "imports";
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    auto path = (folder / std::to_string(new_id_value())).string();
    const auto& request = call.request();
    if (request.body_file.empty()) {
        std::ofstream file(path, std::ios::binary);
        file << request.body;
        file.flush();
        if (!file) return failure(ErrorKind::unavailable, "The file can't be stored: is the disk full?");
        return path;
    }
    std::filesystem::rename(request.body_file, path, error);
    if (error) std::filesystem::copy_file(request.body_file, path, error);
    if (error) return failure(ErrorKind::unavailable, "The file can't be stored: is the disk full?");
    return path;
}

Result<ImportView> upload(Call& call, const Upload& query) {
    auto path = TRY(kept_file(call));
    auto started =
        call.write("import", "Uploaded a file to import", [&](Transaction& tx) -> Result<ImportView> {
            NewImport wanted;
            wanted.kind = query.kind;
            wanted.file_name = query.file_name.empty() ? "file.csv" : query.file_name;
            wanted.file_path = path;
            wanted.rejects_path = path + ".rejects.csv";
            wanted.owns_files = true;
            wanted.preset = query.preset;
            wanted.language = call.access().language;
            return view(tx, TRY(start_import(tx, wanted)), call.access().language);
        });
    if (!started) {
        std::error_code ignored;
        std::filesystem::remove(path, ignored);
    } else {
        call.set_status(201);
    }
    return started;
}

Result<ImportView> show(Call& call, const ImportPath& path) {
    return call.read([&](Reader& reader) -> Result<ImportView> {
        return view(reader, TRY(find_import(reader, call.access().workspace, path.id)),
                    call.access().language);
    });
}

Result<ImportSample> sample(Call& call, const ImportPath& path) {
    auto import =
        TRY(call.read([&](Reader& reader) { return find_import(reader, call.access().workspace, path.id); }));
    std::error_code ignored;
    if (!std::filesystem::exists(import.file_path, ignored))
        return ImportSample{};  // gone once it is imported
    return sample_of(import, 5);
}

/// A step of one import: found, changed, shown.
template <class Step>
Result<ImportView> step(Call& call, Id<Import> id, std::string summary, Step&& change) {
    return call.write("import", std::move(summary), [&](Transaction& tx) -> Result<ImportView> {
        auto import = TRY(find_import(tx, call.access().workspace, id));
        return view(tx, TRY(change(tx, std::move(import))), call.access().language);
    });
}

Result<ImportView> correct(Call& call, const ImportPath& path, const ImportMapping& mapping) {
    return step(call, path.id, "Corrected the columns of an import",
                [&](Transaction& tx, Import import) { return set_mapping(tx, std::move(import), mapping); });
}
Result<ImportView> preflight(Call& call, const ImportPath& path) {
    return step(call, path.id, "Checked an import", begin_preflight);
}
Result<ImportView> start(Call& call, const ImportPath& path) {
    return step(call, path.id, "Began an import", begin_run);
}
Result<ImportView> cancel(Call& call, const ImportPath& path) {
    return step(call, path.id, "Cancelled an import", cancel_import);
}
Result<ImportView> undo(Call& call, const ImportPath& path) {
    return step(call, path.id, "Undid an import", begin_undo);
}

Result<Response> rejects(Call& call, const ImportPath& path) {
    auto import =
        TRY(call.read([&](Reader& reader) { return find_import(reader, call.access().workspace, path.id); }));
    std::ifstream file(import.rejects_path, std::ios::binary);
    if (!file) return not_found("A file of rejected rows");
    std::string text{std::istreambuf_iterator<char>(file), {}};
    return Response::download(import.file_name + ".rejects.csv", "text/csv; charset=utf-8", std::move(text));
}

}  // namespace

void add_import_routes(Router& router) {
    router.group("imports")
        .add(Method::get, "/imports", Permission::organize, list, "Imports, newest first")
        .add_upload(Method::post, "/imports", Permission::organize, upload,
                    "Upload a file; answers what its columns seem to be")
        .add(Method::get, "/imports/{id}", Permission::organize, show, "An import, and how far it is")
        .add(Method::get, "/imports/{id}/sample", Permission::organize, sample, "The first rows of the file")
        .add(Method::patch, "/imports/{id}", Permission::organize, correct, "Correct what the columns are")
        .add(Method::post, "/imports/{id}/preflight", Permission::organize, preflight,
             "Say what would happen, without writing")
        .add(Method::post, "/imports/{id}/run", Permission::organize, start, "Import the rows")
        .add(Method::post, "/imports/{id}/cancel", Permission::organize, cancel,
             "Stop the check or the import")
        .add(Method::post, "/imports/{id}/undo", Permission::organize, undo, "Undo the whole import")
        .add(Method::get, "/imports/{id}/rejects", Permission::organize, rejects,
             "The rows that were not taken, as CSV");
}

}  // namespace wallchart
