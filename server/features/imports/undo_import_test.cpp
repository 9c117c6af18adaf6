#include "db/journal.h"
#include "features/duplicates/duplicates.h"
#include "features/people/people.h"
#include "support/import_test.h"

namespace wallchart {
namespace {

using UndoImportTest = test::ImportTest;
ON_BOTH_DATABASES(UndoImportTest);

TEST_P(UndoImportTest, IsUndoneAsAWhole) {
    import("first name,last name,email\r\nAna,Rivera,ana@example.org\r\n");
    auto done = import(
        "first name,last name,email,phone,employer,worksite,Badge\r\n"
        "Ana,Rivera,ana@example.org,402-555-0123,Harbor Foods,North dock,7\r\n"
        "Bo,Chen,bo@example.org,,Harbor Foods,North dock,8\r\n");
    EXPECT_EQ(done.summary.updated, 1);
    EXPECT_EQ(done.summary.created, 1);
    EXPECT_EQ(done.summary.worksites_created, 1);
    EXPECT_EQ(count("worksite"), 1);
    EXPECT_EQ(count("employment"), 2);
    auto undone = after(done, begin_undo);
    EXPECT_EQ(undone.state, ImportState::undone);
    EXPECT_EQ(undone.left_count, 0);
    EXPECT_EQ(count("person"), 1);
    EXPECT_EQ(count("contact_point"), 1);
    EXPECT_EQ(count("worksite"), 0);
    EXPECT_EQ(count("employer"), 0);
    EXPECT_EQ(count("employment"), 0);
    // It is not undone twice, nor run again.
    EXPECT_FALSE((*database)->write(change, [&](Transaction& tx) { return begin_undo(tx, undone); }));
    EXPECT_FALSE((*database)->write(change, [&](Transaction& tx) { return begin_run(tx, undone); }));
}

// Noticing by itself that two records are alike is no use that somebody makes of them.
TEST_P(UndoImportTest, PairsNoticedSinceGoWithTheirPeopleAndComeBackWithThem) {
    import("first name,last name,email\r\nAnna,Rivera,rivera@example.org\r\n");
    auto done = import("first name,last name,email\r\nAna,Rivera,ana@example.org\r\n");
    auto person = [&](std::string_view name) {
        return (*database)->read([&](Reader& reader) {
            return reader.value<Id<Person>>("SELECT id FROM person WHERE given_name = $1", name);
        });
    };
    ASSERT_TRUE((*database)->write(change, [&](Transaction& tx) -> Result<void> {
        EXPECT_TRUE(note_pair(tx, change.workspace, {person("Anna"), person("Ana"), 0.9, {}},
                              DuplicateSource::import));
        return {};
    }));
    auto undone = after(done, begin_undo);
    EXPECT_EQ(undone.left_count, 0);
    EXPECT_EQ(count("person"), 1);
    EXPECT_EQ(count("likely_duplicate"), 0);
    ASSERT_TRUE((*database)->write(change, [&](Transaction& tx) -> Result<void> {
        auto undo = tx.value<Id<Batch>>("SELECT max(id) FROM batch WHERE kind = 'undo'");
        EXPECT_EQ(undo_batch(tx, undo, 0, 100).left, 0);
        return {};
    }));
    EXPECT_EQ(count("person"), 2);
    EXPECT_EQ(count("likely_duplicate"), 1);
}

TEST_P(UndoImportTest, AnUndoLeavesWhatSomebodyChangedSince) {
    auto done =
        import("first name,last name,email\r\nAna,Rivera,ana@example.org\r\nBo,Chen,bo@example.org\r\n");
    ASSERT_TRUE((*database)->write(change, [&](Transaction& tx) -> Result<void> {
        auto ana = *tx.row<Person>("SELECT " + columns<Person>() + " FROM person WHERE given_name = 'Ana'");
        ana.note = "Met at the gate.";
        return tx.update(ana);
    }));
    auto undone = after(done, begin_undo);
    EXPECT_GT(undone.left_count, 0);
    EXPECT_EQ(count("person"), 1);
    EXPECT_EQ(text("SELECT given_name FROM person"), "Ana");
}

}  // namespace
}  // namespace wallchart
