// The tally of assessments is right after whatever is done to them, by whichever door.
#include "core/random.h"
#include "db/journal.h"
#include "features/conversations/conversations.h"
#include "support/drive_world.h"

#include <map>

namespace wallchart::test {
namespace {

class AssessmentTallyTest : public DriveWorld {
protected:
    void SetUp() override {
        DriveWorld::SetUp();
        if (IsSkipped()) return;
        for (int at = 0; at < 8; ++at)
            m_people.push_back(add("Rosa", "Lima"));
        drives = {drive, Id<Drive>{drive.value + 1}, Id<Drive>{drive.value + 2}};
    }

    using Counts = std::map<std::tuple<std::int64_t, std::int64_t, std::int64_t>, std::int64_t>;
    Counts counts(std::string_view sql) {
        Counts found;
        (*database)->read([&](Reader& reader) {
            reader.each(sql, [&](const Row& row) {
                found[{row.integer(0), row.integer(1), row.integer(2)}] = row.integer(3);
            });
        });
        return found;
    }
    void expect_right(const std::string& after) {
        EXPECT_EQ(
            counts("SELECT drive_id, value, leader, people FROM assessment_tally WHERE people <> 0"),
            counts("SELECT drive_id, value, leader, count(*) FROM assessment WHERE current = 1 GROUP BY "
                   "drive_id, value, leader"))
            << "after " << after;
    }
    Assessment any(Random& random) {
        Assessment assessment;
        assessment.person_id = random.pick(m_people);
        assessment.drive_id = random.pick(drives);
        assessment.value = random.between(1, 5);
        assessment.leader = random.chance(0.3);
        assessment.current = random.chance(0.6);
        return assessment;
    }
    Assessment stored(Transaction& tx, Random& random) {
        auto all = tx.rows<Assessment>("SELECT " + columns<Assessment>() + " FROM assessment ORDER BY id");
        return all.empty() ? Assessment{} : random.pick(all);
    }
    /// One change of a kind, as one batch.
    Id<Batch> change(int kind, Random& random) {
        Id<Batch> batch;
        write([&](Transaction& tx) {
            batch = tx.batch();
            if (kind == 0) {
                auto assessment = any(random);
                tx.insert(assessment);
            } else if (kind == 1) {
                std::vector<Assessment> many;
                for (int at = 0; at < 12; ++at)
                    many.push_back(any(random));
                tx.insert_all(many);
            } else if (auto one = stored(tx, random); one.id && kind == 2) {
                auto other = any(random);
                one.value = other.value;
                one.leader = other.leader;
                one.current = other.current;
                EXPECT_TRUE(tx.update(one));
            } else if (one.id) {
                EXPECT_TRUE(tx.erase(one));
            }
        });
        return batch;
    }
    void undo(Id<Batch> batch) {
        write([&](Transaction& tx) {
            auto report = undo_batch(tx, batch, 0, 1000);
            finish_undo(tx, batch, report.left);
        });
    }

    std::vector<Id<Person>> m_people;
    std::vector<Id<Drive>> drives;
};

TEST_P(AssessmentTallyTest, IsRightAfterEveryChangeUndoAndErasure) {
    Random random(7, 1);
    std::vector<Id<Batch>> batches;
    for (int round = 0; round < 60; ++round) {
        auto kind = static_cast<int>(random.below(4));
        batches.push_back(change(kind, random));
        expect_right("change " + std::to_string(round) + " of kind " + std::to_string(kind));
        if (round % 4 == 3) {
            undo(random.pick(batches));
            expect_right("undo in round " + std::to_string(round));
        }
    }
    auto left = value("SELECT sum(people) FROM assessment_tally");
    EXPECT_GT(left, 0);
    write([&](Transaction& tx) { erase_person_everywhere(tx, m_people.front().value); });
    expect_right("erasing a person");
    EXPECT_LT(value("SELECT sum(people) FROM assessment_tally"), left);
}

TEST_P(AssessmentTallyTest, IsAsBeforeWhenATransactionFails) {
    Random random(8, 1);
    change(1, random);
    auto failed =
        (*database)->write({server->workspace(), {}, "test", ""}, [&](Transaction& tx) -> Result<void> {
            auto assessment = any(random);
            tx.insert(assessment);
            return failure(ErrorKind::conflict, "no");
        });
    EXPECT_FALSE(failed);
    expect_right("a transaction that failed");
}

TEST_P(AssessmentTallyTest, CountsWhatSeveralWriteAtOnce) {
    std::vector<std::thread> writers;
    for (int at = 0; at < 6; ++at)
        writers.emplace_back([&, at] {
            Random random(9, static_cast<std::uint64_t>(at));
            for (int round = 0; round < 8; ++round)
                change(static_cast<int>(random.below(2)), random);
        });
    for (auto& writer : writers)
        writer.join();
    expect_right("six writers");
}

ON_BOTH_DATABASES(AssessmentTallyTest);

}  // namespace
}  // namespace wallchart::test
