#include "core/json.h"
#include "features/history/history.h"
#include "features/people/merged_people.h"
#include "features/people/people.h"
#include "http/paging.h"

namespace wallchart {
namespace {

/// What was done by a feature with an undo of its own, or can't be taken back at all.
bool is_undoable(std::string_view kind, BatchState state, std::int64_t entries) {
    return state == BatchState::done && entries > 0 && kind != "import" && kind != "erase" &&
           kind != "set_up" && kind != "sample" && kind != "find_duplicates";
}

bool may_undo(const Access& access, std::optional<Id<User>> user) {
    if (access.read_only) return false;
    return access.may(Permission::organize) || (user && *user == access.user);
}

struct BatchRow {
    Id<Batch> id;
    Instant at{};
    std::optional<Id<User>> user_id;
    std::optional<std::string> user_name;
    std::string kind;
    std::string summary;
    std::int64_t entries = 0;
    BatchState state = BatchState::done;
    std::optional<Id<Batch>> undoes_batch_id;
};
BOOST_DESCRIBE_STRUCT(BatchRow, (),
                      (id, at, user_id, user_name, kind, summary, entries, state, undoes_batch_id))

constexpr std::string_view batch_columns =
    "b.id, b.at, b.user_id, u.name, b.kind, b.summary, b.entries, b.state, b.undoes_batch_id";

/// Bookkeeping that has no place in a list of what people did. Pairs that the program found wait on a page of
/// their own, where people answer them: that they were found is no act, and is found again when taken back.
constexpr std::string_view people_see =
    " AND b.kind NOT IN ('sign_in', 'sign_out', 'idempotency', 'job', 'find_duplicates')";

std::optional<std::string> text_of(const json::value* value) {
    if (value == nullptr || value->is_null()) return std::nullopt;
    if (value->is_string()) return std::string(std::string_view(value->get_string()));
    if (value->is_int64()) return std::to_string(value->get_int64());
    if (value->is_double()) return encode(value->get_double());
    return std::nullopt;
}

bool is_shown(std::string_view column) {
    return column != "revision" && column != "id" && column != "person_id" && column != "workspace_id" &&
           column != "family_first" && column != "given_first" && column != "name_folded";
}

/// What differs between the two; for what was erased, all that it held.
std::vector<ValueChange> changes_of(const JournalEntry& entry) {
    std::vector<ValueChange> changes;
    if (!entry.before) return changes;
    auto before = parse_json(*entry.before);
    auto after = entry.after ? parse_json(*entry.after) : Result<json::value>(json::object{});
    if (!before || !before->is_object() || !after || !after->is_object()) return changes;
    for (const auto& [column, value] : before->get_object()) {
        if (!is_shown(column)) continue;
        ValueChange change{std::string(column), text_of(&value),
                           text_of(after->get_object().if_contains(column))};
        if (change.before != change.after) changes.push_back(std::move(change));
    }
    return changes;
}

/// Whether the batch changed roles or the workspace itself.
bool touches_roles(Reader& reader, Id<Batch> batch) {
    return reader.value<std::int64_t>(
               "SELECT count(*) FROM journal WHERE batch_id = $1 AND table_name IN ('user_role', "
               "'workspace')",
               batch) > 0;
}

}  // namespace

Result<Page<BatchView>> list_batches(Reader& reader, const Access& access, const BatchQuery& query) {
    auto before = TRY(page_start(query.cursor, query.limit, INT64_MAX));
    Page<BatchView> page;
    auto rows =
        reader.rows<BatchRow>("SELECT " + std::string(batch_columns) +
                                  " FROM batch b LEFT JOIN user_account u ON u.id = b.user_id "
                                  "WHERE b.workspace_id = $1 AND b.id < $2 AND ($3 = '' OR b.kind = $3)" +
                                  std::string(people_see) + " ORDER BY b.id DESC LIMIT $4",
                              access.workspace, before, query.kind.value_or(""), query.limit + 1);
    auto being_undone = undo_jobs(reader, access.workspace);
    for (auto& row : rows) {
        if (static_cast<int>(page.items.size()) == query.limit) {
            page.next = to_string(page.items.back().id);
            break;
        }
        std::optional<Id<Job>> job;
        if (auto found = being_undone.find(row.id); found != being_undone.end()) job = found->second;
        bool can_undo =
            !job && is_undoable(row.kind, row.state, row.entries) && may_undo(access, row.user_id) &&
            (access.may(Permission::administer) || row.entries > 20 || !touches_roles(reader, row.id));
        page.items.push_back({row.id, row.at, std::move(row.user_name), row.kind, std::move(row.summary),
                              row.entries, row.state, row.undoes_batch_id, job, can_undo});
    }
    return page;
}

Result<Page<HistoryEntry>> history_of_person(Reader& reader, const Access& access, Id<Person> person,
                                             const std::string& cursor, int limit) {
    auto before = TRY(page_start(cursor, limit, INT64_MAX));
    TRY(find_person(reader, access, person));
    Page<HistoryEntry> page;
    // What happened to the records that were merged into this one is their history too.
    std::vector<std::int64_t> subjects{person.value};
    for (const auto& merged : merged_into(reader, person))
        subjects.push_back(merged.former_id.value);
    for (const auto& entry : history_of(reader, subjects, before, limit + 1)) {
        if (static_cast<int>(page.items.size()) == limit) {
            page.next = page.items.back().id;
            break;
        }
        auto batch = reader.row<BatchRow>("SELECT " + std::string(batch_columns) +
                                              " FROM batch b LEFT JOIN user_account u ON u.id = b.user_id "
                                              "WHERE b.id = $1 AND b.workspace_id = $2",
                                          entry.batch_id, access.workspace);
        if (!batch) continue;
        page.items.push_back(
            {std::to_string(entry.id), entry.batch_id, batch->at, batch->user_name, batch->kind,
             entry.table_name, batch->entries, entry.action, changes_of(entry),
             is_undoable(batch->kind, batch->state, batch->entries) && may_undo(access, batch->user_id)});
    }
    return page;
}

Result<UndoResult> undo_one_batch(Transaction& tx, const Access& access, Id<Batch> id) {
    auto batch =
        tx.row<Batch>("SELECT " + columns<Batch>() + " FROM batch WHERE id = $1 AND workspace_id = $2" +
                          std::string(tx.dialect().lock_rows()),
                      id, access.workspace);
    if (!batch) return not_found("This change");
    if (!may_undo(access, batch->user_id)) {
        // Others' changes are not to be guessed at by their numbers.
        if (!access.may(Permission::organize)) return not_found("This change");
        return failure(ErrorKind::forbidden, "This token may only read.");
    }
    if (batch->state != BatchState::done) return failure(ErrorKind::conflict, "This was undone already.");
    if (!is_undoable(batch->kind, batch->state, batch->entries))
        return failure(ErrorKind::conflict, "This can't be undone here.");
    // Taking back who may do what is itself a matter of who may do what.
    bool of_roles = touches_roles(tx, id);
    if (of_roles && !access.may(Permission::administer))
        return failure(ErrorKind::conflict, "Only an owner can undo this.");
    UndoResult result;
    if (batch->entries > undo_at_once_limit && !of_roles) {
        result.job_id = TRY(begin_undo_of_batch(tx, id));
        return result;
    }
    std::int64_t from = 0;
    do {
        auto report = undo_batch(tx, id, from, 1'000);
        result.put_back += report.put_back;
        result.left += report.left;
        from = report.next_entry;
    } while (from != 0);
    if (result.put_back == 0)
        return failure(ErrorKind::conflict,
                       "Nothing could be put back: it was changed since, or others build on it.");
    finish_undo(tx, id, result.left);
    auto owners = tx.value<std::int64_t>(
        "SELECT count(*) FROM user_role WHERE workspace_id = $1 AND role = 'owner' AND disabled = 0",
        access.workspace);
    if (of_roles && owners == 0)
        return failure(ErrorKind::conflict, "This would leave the workspace without an owner.");
    result.batch_id = tx.batch();
    return result;
}

}  // namespace wallchart
