#pragma once
// The record of every change: read as history, and undone.

#include "db/transaction.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace wallchart {

enum class BatchState : std::uint8_t { done, undone, partly_undone };
BOOST_DESCRIBE_ENUM(BatchState, done, undone, partly_undone)

/// One act of one user: an edit, an import, a merge. What is undone is undone by the batch.
struct Batch {
    Id<Batch> id;
    Id<Workspace> workspace_id;
    std::optional<Id<User>> user_id;
    Instant at{};
    std::string kind;
    std::string summary;
    std::int64_t entries = 0;
    BatchState state = BatchState::done;
    std::optional<Id<Batch>> undoes_batch_id;
};
BOOST_DESCRIBE_STRUCT(Batch, (),
                      (id, workspace_id, user_id, at, kind, summary, entries, state, undoes_batch_id))

enum class Action : std::uint8_t { insert, update, erase };
BOOST_DESCRIBE_ENUM(Action, insert, update, erase)

/// One record's change within a batch. `before` and `after` are JSON objects of columns, as stored. The two
/// entries of a record given to another person (db/give_records.h) name each other in `after`.
struct JournalEntry {
    std::int64_t id = 0;
    Id<Batch> batch_id;
    std::string table_name;
    std::int64_t subject_id = 0;  ///< the person the record belongs to, else the record itself
    std::int64_t record_id = 0;
    Action action = Action::insert;
    std::optional<std::string> before;
    std::optional<std::string> after;
};
BOOST_DESCRIBE_STRUCT(JournalEntry, (),
                      (id, batch_id, table_name, subject_id, record_id, action, before, after))

inline constexpr std::string_view given_to = "given_to";  ///< in the erasure: the person who has it now
inline constexpr std::string_view given_by = "given_by";  ///< in the insert: the person who had it

/// The changes of subjects (a person with all that belongs to them, or another record), newest first;
/// `before_entry` pages on (0: from the newest).
std::vector<JournalEntry> history_of(Reader& reader, std::span<const std::int64_t> subjects,
                                     std::int64_t before_entry, int limit);

/// What an undo did.
struct UndoReport {
    std::int64_t put_back = 0;
    std::int64_t left = 0;  ///< changed since by somebody else, or used by what came later
    struct Left {
        std::string table;
        std::int64_t subject = 0;
        std::int64_t record = 0;
    };
    std::vector<Left> examples;   ///< the first 100 of those left
    std::int64_t next_entry = 0;  ///< where the next call goes on; 0 when the whole batch is done
};

/// Puts back up to `limit` entries of a batch, newest first, beginning before `before_entry` (0: at the
/// newest). Puts back only what nobody has changed since; lists the rest. An undo is a batch as well and
/// can itself be undone. The caller loops until next_entry is 0, then calls finish_undo.
UndoReport undo_batch(Transaction& transaction, Id<Batch> batch, std::int64_t before_entry,
                      std::int64_t limit);
/// Marks the batch undone, or partly undone when something was left.
void finish_undo(Transaction& transaction, Id<Batch> batch, std::int64_t left);

/// Removes every trace of a person: all rows that belong to them, those of the journal too. Not undone.
void erase_person_everywhere(Transaction& transaction, std::int64_t person);

}  // namespace wallchart
