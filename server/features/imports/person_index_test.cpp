#include "features/imports/person_index.h"

#include <gtest/gtest.h>

namespace wallchart {
namespace {

TEST(PersonIndex, TellsPeopleOfOneAddressApart) {
    auto person = [](std::string given, std::string family, std::string born = {}, std::string middle = {}) {
        Person made;
        made.given_name = std::move(given);
        made.family_name = std::move(family);
        made.birth_date = std::move(born);
        made.middle_name = std::move(middle);
        return PersonIdentity::of(made);
    };
    auto ana = person("Ana", "Rivera");
    EXPECT_EQ(compare(ana, person("Ana Maria", "Rivera"), true), Sameness::same);
    EXPECT_EQ(compare(ana, person("ANA", "rivera"), true), Sameness::same);
    EXPECT_EQ(compare(ana, person("A", "Rivera"), true), Sameness::same);
    EXPECT_EQ(compare(ana, person("Luis", "Rivera"), true), Sameness::different);
    EXPECT_EQ(compare(ana, person("Anita", "Rivera"), false),
              Sameness::same);  // an e-mail outlives a nickname
    EXPECT_EQ(compare(ana, person("Kim", "Stone"), false), Sameness::different);
    auto born = person("Ana", "Rivera", "1980-02-03");
    EXPECT_EQ(compare(born, person("Ana", "Rivera", "1980-02-04"), false), Sameness::unclear);
    EXPECT_EQ(compare(born, person("Ana", "Rivera", "1955-07-01"), false), Sameness::different);
    EXPECT_EQ(compare(born, person("Ana", "Rivera", "1981-02-03"), false), Sameness::unclear);
    EXPECT_EQ(compare(person("Ana", "Rivera", "1980-02-03", "L"), person("Ana", "Rivera", "1981-02-03", "M"),
                      false),
              Sameness::different);
    EXPECT_EQ(compare(person("Ana", "Rivera", "", "L"), person("Ana", "Rivera", "", "M"), false),
              Sameness::unclear);
}

TEST(KeyTable, FindsAllUnderOneKey) {
    KeyTable table;
    for (std::uint32_t at = 0; at < 10'000; ++at)
        table.insert(key_hash(std::to_string(at / 2)), at);
    for (std::uint32_t at = 0; at < 10'000; at += 2) {
        std::vector<std::uint32_t> found;
        table.find(key_hash(std::to_string(at / 2)), [&](auto ordinal) { found.push_back(ordinal); });
        ASSERT_EQ(found, (std::vector<std::uint32_t>{at, at + 1}));
    }
}

TEST(KeyTable, KeepsToAMost) {
    KeyTable table;
    for (std::uint32_t at = 0; at < 100; ++at)
        EXPECT_EQ(table.insert(key_hash("one"), at, 10), at < 10);
    std::size_t found = 0;
    table.find(key_hash("one"), [&](auto) { ++found; });
    EXPECT_EQ(found, 10U);
}

TEST(PersonIndex, FindsEachOfACrowdUnderOneEmail) {
    PersonIndex index(Id<Workspace>{1}, "import");
    auto keys_of = [](std::uint32_t number) {
        PersonKeys keys;
        keys.emails = {key_hash("none@example.org")};
        keys.identity.given = 1000 + number;
        keys.identity.family = 100'000 + number;
        return keys;
    };
    for (std::uint32_t at = 0; at < 1000; ++at) {
        EXPECT_FALSE(index.find(keys_of(at)).ordinal);
        index.add(Id<Person>{at + 1}, keys_of(at));
    }
    for (std::uint32_t at = 0; at < 1000; ++at)
        ASSERT_EQ(index.find(keys_of(at)).ordinal, at);
}

}  // namespace
}  // namespace wallchart
