#include "db/database.h"

#include "db/give_records.h"
#include "db/journal.h"
#include "support/test_database.h"

namespace wallchart {

struct Person;

namespace {

/// The same table as the people feature's, so that the database layer is tested without a feature.
struct Human {
    static constexpr std::string_view table = "person";
    Id<Person> id;
    Id<Workspace> workspace_id;
    std::string given_name;
    std::string middle_name;
    std::string family_name;
    std::string suffix;
    std::string family_first;
    std::string given_first;
    std::string birth_date;
    std::string sex;
    std::string language;
    std::string note;
    Id<Batch> revision;
};

BOOST_DESCRIBE_STRUCT(Human, (),
                      (id, workspace_id, given_name, middle_name, family_name, suffix, family_first,
                       given_first, birth_date, sex, language, note, revision))

struct Point {
    static constexpr std::string_view table = "contact_point";
    Id<Person> person_id;
    Id<Point> id;
    Id<Workspace> workspace_id{1};
    std::string kind = "email";
    std::string value;
    std::string label;
    int rank = 0;
    bool working = true;
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(Point, (), (person_id, id, workspace_id, kind, value, label, rank, working, revision))

class DatabaseTest : public test::StoreTest {
protected:
    static Change change(std::string kind = "edit") {
        return {Id<Workspace>{1}, Id<User>{2}, std::move(kind), "test"};
    }
    Database& db() { return **database; }

    Human add(std::string given) {
        Human human;
        human.workspace_id.value = 1;
        human.given_name = std::move(given);
        auto done = db().write(change(), [&](Transaction& tx) -> Result<void> {
            tx.insert(human);
            Point point;
            point.person_id = human.id;
            point.value = human.given_name + "@example.org";
            tx.insert(point);
            return {};
        });
        EXPECT_TRUE(done);
        return human;
    }
    std::optional<Human> load(Id<Person> id) {
        return db().read([&](Reader& reader) {
            return reader.row<Human>("SELECT " + columns<Human>() + " FROM person WHERE id = $1", id);
        });
    }
    Result<Human> rename(Human human, std::string given) {
        human.given_name = std::move(given);
        return db().write(change(), [&](Transaction& tx) -> Result<Human> {
            TRY(tx.update(human));
            return human;
        });
    }
    /// Undoes a whole batch; the number of entries left as they were, and the batch of the undo.
    std::pair<std::int64_t, Id<Batch>> undo(Id<Batch> batch) {
        Id<Batch> own;
        auto left = db().write(change("undo"), [&](Transaction& tx) -> Result<std::int64_t> {
            own = tx.batch();
            std::int64_t total = 0;
            std::int64_t next = 0;
            do {
                auto report = undo_batch(tx, batch, next, 2);
                total += report.left;
                next = report.next_entry;
            } while (next != 0);
            finish_undo(tx, batch, total);
            return total;
        });
        return {left.value_or(-1), own};
    }
    std::int64_t count(std::string table) {
        return db().read(
            [&](Reader& reader) { return reader.value<std::int64_t>("SELECT COUNT(*) FROM " + table); });
    }
};
ON_BOTH_DATABASES(DatabaseTest);

TEST_P(DatabaseTest, WritesAndReadsBack) {
    auto human = add("José \"Pepe\" \\ O'Neil");
    auto stored = load(human.id);
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->given_name, "José \"Pepe\" \\ O'Neil");
    EXPECT_EQ(stored->revision, human.revision);
    EXPECT_EQ(count("journal"), 2);
    EXPECT_EQ(count("batch"), 1);
}

TEST_P(DatabaseTest, AnErrorUndoesTheTransaction) {
    auto done = db().write(change(), [&](Transaction& tx) -> Result<void> {
        Human human;
        human.given_name = "nobody";
        tx.insert(human);
        return failure(ErrorKind::invalid, "no");
    });
    EXPECT_FALSE(done);
    EXPECT_EQ(count("person"), 0);
    EXPECT_EQ(count("journal"), 0);
}

TEST_P(DatabaseTest, TheSecondEditorIsTold) {
    auto human = add("Ana");
    ASSERT_TRUE(rename(human, "Anna"));
    auto second = rename(human, "Hannah");
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().kind, ErrorKind::stale);
    EXPECT_EQ(load(human.id)->given_name, "Anna");
}

TEST_P(DatabaseTest, AnUpdateThatChangesNothingLeavesTheRevision) {
    auto human = add("Ana");
    auto same = rename(human, "Ana");
    ASSERT_TRUE(same);
    EXPECT_EQ(same->revision, human.revision);
    EXPECT_EQ(count("journal"), 2);
}

TEST_P(DatabaseTest, UndoOfAnInsertAnUpdateAndAnErasure) {
    auto human = add("Ana");
    auto renamed = *rename(human, "Anna");
    EXPECT_EQ(undo(renamed.revision).first, 0);
    EXPECT_EQ(load(human.id)->given_name, "Ana");
    EXPECT_EQ(load(human.id)->revision, human.revision);

    Id<Batch> erased;
    ASSERT_TRUE(db().write(change(), [&](Transaction& tx) -> Result<void> {
        erased = tx.batch();
        for (auto& point : tx.rows<Point>("SELECT " + columns<Point>() + " FROM contact_point"))
            TRY(tx.erase(point));
        auto stored = tx.row<Human>("SELECT " + columns<Human>() + " FROM person WHERE id = $1", human.id);
        return tx.erase(*stored);
    }));
    EXPECT_EQ(count("person"), 0);
    EXPECT_EQ(undo(erased).first, 0);
    EXPECT_EQ(load(human.id)->given_name, "Ana");
    EXPECT_EQ(count("contact_point"), 1);

    auto [left, own] = undo(human.revision);
    EXPECT_EQ(left, 0);
    EXPECT_EQ(count("person"), 0);
    EXPECT_EQ(count("contact_point"), 0);
    EXPECT_EQ(undo(own).first, 0);  // the undo undone
    EXPECT_EQ(load(human.id)->given_name, "Ana");
    EXPECT_EQ(undo(human.revision).first, 0);
    EXPECT_EQ(count("person"), 0);
}

TEST_P(DatabaseTest, UndoLeavesWhatWasChangedOrIsUsedSince) {
    auto human = add("Ana");
    auto renamed = *rename(human, "Anna");
    ASSERT_TRUE(rename(renamed, "Hannah"));
    EXPECT_EQ(undo(renamed.revision).first, 1);
    EXPECT_EQ(load(human.id)->given_name, "Hannah");

    auto other = add("Bo");
    ASSERT_TRUE(db().write(change(), [&](Transaction& tx) -> Result<void> {
        Point point;
        point.person_id = other.id;
        point.value = "later@example.org";
        tx.insert(point);
        return {};
    }));
    EXPECT_EQ(undo(other.revision).first, 1);  // the person is used by the later contact point
    EXPECT_TRUE(load(other.id));
}

TEST_P(DatabaseTest, AnUndoneEditUnderALaterUndoneEdit) {
    auto human = add("Ana");
    auto second = *rename(human, "Anna");
    auto third = *rename(second, "Hannah");
    EXPECT_EQ(undo(third.revision).first, 0);
    EXPECT_EQ(undo(second.revision).first, 0);
    EXPECT_EQ(load(human.id)->given_name, "Ana");
}

TEST_P(DatabaseTest, WhatIsGivenToAnotherPersonGoesBackUnlessItWasChanged) {
    auto one = add("Ana");
    auto two = add("Anna");
    Id<Batch> merge;
    ASSERT_TRUE(db().write(change("merge"), [&](Transaction& tx) -> Result<void> {
        merge = tx.batch();
        Point again;  // in the same words as one's: not needed twice
        again.person_id = two.id;
        again.value = tx.value<std::string>("SELECT value FROM contact_point WHERE person_id = $1", one.id);
        tx.insert(again);
        Point more;
        more.person_id = two.id;
        more.value = "more@example.org";
        tx.insert(more);
        return {};
    }));
    auto points_of = [&](Id<Person> person) {
        return db().read([&](Reader& reader) {
            return reader.rows<Point>(
                "SELECT " + columns<Point>() + " FROM contact_point WHERE person_id = $1 ORDER BY id",
                person);
        });
    };
    auto before = points_of(Id<Person>{two.id.value});
    ASSERT_EQ(before.size(), 3U);
    auto give = [&] {
        EXPECT_TRUE(db().write(change("merge"), [&](Transaction& tx) -> Result<void> {
            merge = tx.batch();
            give_all_records(tx, Id<Person>{two.id.value}, Id<Person>{one.id.value});
            return {};
        }));
    };
    give();
    EXPECT_TRUE(points_of(Id<Person>{two.id.value}).empty());
    EXPECT_EQ(points_of(Id<Person>{one.id.value}).size(), 3U);

    auto [left, own] = undo(merge);
    EXPECT_EQ(left, 0);
    auto after = points_of(Id<Person>{two.id.value});
    ASSERT_EQ(after.size(), 3U);
    for (std::size_t at = 0; at < 3; ++at) {
        EXPECT_EQ(after[at].id, before[at].id);
        EXPECT_EQ(after[at].revision, before[at].revision);
        EXPECT_EQ(after[at].value, before[at].value);
    }
    EXPECT_EQ(undo(own).first, 0);  // given once more
    EXPECT_EQ(points_of(Id<Person>{one.id.value}).size(), 3U);
    EXPECT_EQ(undo(merge).first, 0);

    give();
    ASSERT_TRUE(db().write(change(), [&](Transaction& tx) -> Result<void> {
        for (auto& point : tx.rows<Point>("SELECT " + columns<Point>() +
                                          " FROM contact_point WHERE value = 'more@example.org'")) {
            point.value = "mended@example.org";
            TRY(tx.update(point));
        }
        return {};
    }));
    // What was changed since stays where it is, once.
    EXPECT_GT(undo(merge).first, 0);
    EXPECT_EQ(points_of(Id<Person>{two.id.value}).size(), 2U);
    EXPECT_EQ(points_of(Id<Person>{one.id.value}).size(), 2U);
}

TEST_P(DatabaseTest, ErasingAPersonErasesTheJournalToo) {
    auto human = add("Ana");
    ASSERT_TRUE(rename(human, "Anna"));
    ASSERT_TRUE(db().write(change(), [&](Transaction& tx) -> Result<void> {
        erase_person_everywhere(tx, human.id.value);
        return {};
    }));
    EXPECT_EQ(count("person"), 0);
    EXPECT_EQ(count("contact_point"), 0);
    EXPECT_EQ(count("journal"), 0);
}

TEST_P(DatabaseTest, ManyAtOnce) {
    std::vector<Point> points(2500);
    for (std::size_t i = 0; i < points.size(); ++i) {
        points[i].person_id.value = static_cast<std::int64_t>(1 + i % 7);
        points[i].value = "p" + std::to_string(i) + ", \"x\" {y} \\";
    }
    ASSERT_TRUE(db().write(change("import"), [&](Transaction& tx) -> Result<void> {
        tx.insert_all(points);
        return {};
    }));
    EXPECT_EQ(count("contact_point"), 2500);
    EXPECT_EQ(count("journal"), 2500);
    EXPECT_EQ(undo(points[0].revision).first, 0);
    EXPECT_EQ(count("contact_point"), 0);
}

TEST_P(DatabaseTest, ListenersHearOfCommits) {
    std::mutex mutex;
    std::vector<std::string> topics;
    auto listening = db().on_change([&](const ChangeNotice& notice) {
        std::lock_guard lock(mutex);
        topics = notice.topics;
    });
    // PostgreSQL's listener connects on its own time, and says "*" when it has.
    for (int i = 0; i < 100; ++i) {
        add("Ana");
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        std::lock_guard lock(mutex);
        if (topics.size() > 1) break;
    }
    std::lock_guard lock(mutex);
    EXPECT_EQ(topics, (std::vector<std::string>{"person", "contact_point"}));
}

TEST_P(DatabaseTest, ADuplicateIsAConflict) {
    auto add_workspace = [&] {
        return db().write(change(), [&](Transaction& tx) -> Result<void> {
            tx.execute("INSERT INTO workspace VALUES ($1, 'a', 'A', NULL, 'en', 'UTC', 3, 0)",
                       new_id_value());
            return {};
        });
    };
    EXPECT_TRUE(add_workspace());
    auto again = add_workspace();
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().kind, ErrorKind::conflict);
}

TEST(DatabaseLock, AFolderIsOpenedOnce) {
    test::TestDatabase first("sqlite");
    auto second = Database::open(first.source(), first.clock());
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().kind, ErrorKind::conflict);
}

}  // namespace
}  // namespace wallchart
