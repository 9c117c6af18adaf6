// Those who come in later are compared one by one, by what the last look through everyone taught.
#include "features/duplicates/jobs.h"
#include "features/duplicates/learnt.h"
#include "features/sample/sample.h"
#include "support/test_database.h"

#include <cmath>
#include <map>

namespace wallchart::test {
namespace {

using Pair = std::pair<Id<Person>, Id<Person>>;

class NewcomersTest : public StoreTest {
protected:
    /// A workspace of the sample's people, too many to be looked through each time.
    void make_people(std::int64_t people) {
        SampleOptions options;
        options.people = people;
        options.locals = 20;
        options.unions = 20;
        options.today = *parse_date("2026-04-22");
        auto made = make_sample(**database, {}, options);
        ASSERT_TRUE(made) << made.error().message;
        workspace = made->workspace;
    }
    template <class Work>
    void write(Work work) {
        auto done = (*database)->write({workspace, {}, "test", "test"}, [&](Transaction& tx) -> Result<void> {
            work(tx);
            return {};
        });
        ASSERT_TRUE(done) << done.error().message;
    }
    void execute(std::string_view sql) {
        write([&](Transaction& tx) { tx.execute(sql); });
    }
    std::int64_t number(std::string_view sql) {
        return (*database)->read([&](Reader& reader) { return reader.value<std::int64_t>(sql); });
    }
    /// As if everyone had been there for long.
    void let_time_pass() { execute("DELETE FROM journal"); }
    /// Runs what is waited for; the result of the newest job of a kind.
    FoundDuplicates run(std::string_view kind) {
        database->clock().set(database->clock().now() + std::chrono::minutes{1});
        JobRunner runner(**database);
        add_duplicate_jobs(runner);
        while (runner.run_one()) {
        }
        auto job = (*database)->read([&](Reader& reader) {
            return reader.row<Job>(
                "SELECT " + columns<Job>() + " FROM job WHERE kind = $1 ORDER BY id DESC LIMIT 1", kind);
        });
        EXPECT_TRUE(job);
        if (!job) return {};
        EXPECT_EQ(job->state, JobState::done) << job->result;
        return decode_text<FoundDuplicates>(job->result).value_or(FoundDuplicates{-1, -1, -1});
    }
    FoundDuplicates look(DuplicateSource source) {
        write([&](Transaction& tx) { look_for_duplicates(tx, source); });
        return run(source == DuplicateSource::search ? "find_duplicates" : "compare_newcomers");
    }
    std::optional<Learnt> learnt() {
        return (*database)->read([&](Reader& reader) { return find_learnt(reader, workspace); });
    }
    /// How likely each pair is that waits.
    std::map<Pair, double> waiting() {
        std::map<Pair, double> pairs;
        (*database)->read([&](Reader& reader) {
            reader.each("SELECT person_id, other_person_id, probability FROM likely_duplicate",
                        [&](const Row& row) {
                            pairs[{Id<Person>{row.integer(0)}, Id<Person>{row.integer(1)}}] = row.real(2);
                        });
        });
        return pairs;
    }
    Id<Person> add(std::string_view given, std::string_view family, std::string_view phone) {
        Person person;
        person.workspace_id = workspace;
        person.given_name = given;
        person.family_name = family;
        set_search_names(person);
        write([&](Transaction& tx) {
            tx.insert(person);
            ContactPoint point;
            point.person_id = person.id;
            point.workspace_id = workspace;
            point.kind = ContactKind::phone;
            point.value = phone;
            tx.insert(point);
        });
        return person.id;
    }
    Id<Workspace> workspace;
};
ON_BOTH_DATABASES(NewcomersTest);

TEST_P(NewcomersTest, AreFoundAsALookThroughEveryoneFindsThem) {
    make_people(5500);
    auto everyone = look(DuplicateSource::search);
    EXPECT_EQ(everyone.people, 5500);
    auto expected = waiting();
    ASSERT_GT(expected.size(), 20U);
    auto taught = learnt();
    ASSERT_TRUE(taught);
    EXPECT_EQ(taught->people, 5500);

    // As if one in thirty had come in since, those of whom the pairs tell among them.
    auto pairs = expected;
    execute("DELETE FROM likely_duplicate");
    write([&](Transaction& tx) {
        std::string those;
        for (const auto& [pair, probability] : expected)
            those += "," + to_string(pair.second);
        tx.execute("DELETE FROM journal WHERE subject_id % 31 <> 0 AND subject_id NOT IN (0" + those + ")");
        keep_compared_to(tx, workspace, 0);
    });
    auto newcomers = look(DuplicateSource::import);
    EXPECT_GT(newcomers.people, 150);
    EXPECT_LT(newcomers.people, 275);
    auto found = waiting();
    std::size_t missing = 0;
    for (const auto& [pair, probability] : expected) {
        auto same = found.find(pair);
        if (same == found.end()) {
            ++missing;
        } else {
            EXPECT_NEAR(same->second, probability, 0.1);
        }
    }
    EXPECT_LE(missing, expected.size() / 20);
    EXPECT_LE(found.size() - (expected.size() - missing), 1 + expected.size() / 20);
    EXPECT_GT(learnt()->compared_to, 0);
}

TEST_P(NewcomersTest, WhoSignsUpAgainWaitsToBeJudgedSoon) {
    make_people(5200);
    EXPECT_EQ(look(DuplicateSource::sign_up).people, 5200) << "nothing was learnt yet";
    execute("DELETE FROM likely_duplicate");
    let_time_pass();
    auto liz = add("Liz", "Quisenberry-Okafor", "+14025550123");
    auto elizabeth = add("Elizabeth", "Okafor", "+14025550123");
    auto brother = add("Wilbur", "Okafor", "+14025550123");
    auto found = look(DuplicateSource::sign_up);
    EXPECT_EQ(found.people, 3);
    EXPECT_EQ(found.noted, 1);
    auto pairs = waiting();
    ASSERT_EQ(pairs.size(), 1U);
    EXPECT_EQ(pairs.begin()->first, Pair(liz, elizabeth));
    EXPECT_EQ(number("SELECT count(*) FROM likely_duplicate WHERE source = 'sign_up'"), 1);
    EXPECT_NE(brother, liz);
    // Compared once more, as may be, nothing is there twice.
    EXPECT_EQ(look(DuplicateSource::sign_up).noted, 0);
    // A telephone that is written down later makes a newcomer of whoever is there.
    let_time_pass();
    EXPECT_EQ(look(DuplicateSource::sign_up).people, 0);
    write([&](Transaction& tx) {
        ContactPoint point;
        point.person_id = brother;
        point.workspace_id = workspace;
        point.value = "wilbur@example.org";
        tx.insert(point);
    });
    EXPECT_EQ(look(DuplicateSource::sign_up).people, 1);
}

TEST_P(NewcomersTest, ALookThatWasCutOffGoesOnWhereItWas) {
    make_people(5200);
    ASSERT_EQ(look(DuplicateSource::search).people, 5200);
    let_time_pass();
    add("Liz", "Quisenberry", "+14025550123");
    auto last = add("Ivo", "Quisenberry", "+14025550124");
    add("Elizabeth", "Quisenberry", "+14025550123");
    write([&](Transaction& tx) { look_for_duplicates(tx, DuplicateSource::sign_up); });
    execute(
        "UPDATE job SET progress = '{\"found\":{\"people\":2,\"pairs\":0,\"noted\":0},\"compared_to\":17,"
        "\"last\":\"" +
        to_string(last) + "\"}' WHERE kind = 'compare_newcomers'");
    auto found = run("compare_newcomers");
    EXPECT_EQ(found.people, 3);
    EXPECT_EQ(found.noted, 1);
    EXPECT_EQ(learnt()->compared_to, 17);
}

TEST_P(NewcomersTest, WhatCannotBeReadIsLearntAnew) {
    make_people(5200);
    ASSERT_EQ(look(DuplicateSource::search).people, 5200);
    execute("UPDATE linkage_model SET model = '{\"format\":\"another\"}'");
    EXPECT_FALSE(learnt());
    EXPECT_EQ(look(DuplicateSource::import).people, 5200);
    EXPECT_TRUE(learnt());
}

TEST_P(NewcomersTest, WhereManyCameInEveryoneIsLookedThrough) {
    make_people(5200);
    ASSERT_EQ(look(DuplicateSource::search).people, 5200);
    // They came in just now, as far as can be told: all of them may be new.
    EXPECT_EQ(look(DuplicateSource::import).people, 5200);
    EXPECT_EQ(number("SELECT count(*) FROM linkage_model"), 1);
}

TEST_P(NewcomersTest, FewPeopleAreLookedThroughEachTime) {
    make_people(400);
    EXPECT_EQ(look(DuplicateSource::import).people, 400);
    EXPECT_EQ(look(DuplicateSource::import).people, 400);
    EXPECT_EQ(number("SELECT count(*) FROM linkage_model"), 1);
}

TEST_P(NewcomersTest, ALargeListOfWhichNothingIsKnownWaitsForAnOrganizer) {
    make_people(400);
    execute(
        "INSERT INTO person (id, workspace_id, given_name, middle_name, family_name, suffix, "
        "family_first, given_first, birth_date, sex, language, note, revision) "
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 250000) "
        "SELECT i, " +
        to_string(workspace) + ", 'A', '', 'B', '', 'b a', 'a b', '', '', '', '', 1 FROM n");
    EXPECT_EQ(look(DuplicateSource::sign_up).people, 0);
    EXPECT_FALSE(learnt());
}

}  // namespace
}  // namespace wallchart::test
