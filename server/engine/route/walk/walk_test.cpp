#include "engine/route/walk/walk.h"

#include "core/random.h"
#include "core/text.h"
#include "engine/doors/read_doors.h"
#include "engine/doors/times.h"
#include "engine/route/literature/numbers.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <fstream>
#include <iterator>
#include <set>

namespace wallchart::route {
namespace {

Result<Walks> walk(const std::string& csv, const WalkPlan& plan, std::vector<Door>& list,
                   const GroundSource& source = Straight{}, std::string* said = nullptr) {
    auto reader = TRY(CsvReader::over(csv));
    bool places = !std::holds_alternative<CsvReader*>(source);
    auto file =
        TRY(doors::read_doors(reader, {.use = doors::Use::walk,
                                       .places = places ? doors::Places::needed : doors::Places::optional}));
    list = std::move(file.doors);
    if (said != nullptr) *said = join(sentences(file), " ");
    return plan_walks(list, source, plan, {});
}

/// The ids in order; walks parted by a bar.
std::string ids_of(const Walks& walks, const std::vector<Door>& doors) {
    std::vector<std::string> ids;
    for (const auto& each : walks.walks) {
        if (!ids.empty()) ids.emplace_back("|");
        for (const auto& visit : each.visits)
            ids.push_back(doors[visit.door].id);
    }
    return join(ids, " ");
}

geography::Coordinates place_of(std::string_view text) {
    auto parts = split(text, ',');
    return {number_of(trim(parts[0])).value_or(0), number_of(trim(parts[1])).value_or(0)};
}

WalkPlan plan_of(std::string_view options) {
    WalkPlan plan;
    plan.end_at = WalkEnd::anywhere;
    for (auto option : split(options, ';')) {
        auto words = words_of(option);
        if (words.size() < 2) continue;
        if (words[0] == "start") {
            plan.start = place_of(words[1]);
            plan.end_at = WalkEnd::at_start;
        } else if (words[0] == "end") {
            plan.end_at = words[1] == "anywhere" ? WalkEnd::anywhere : WalkEnd::elsewhere;
            if (words[1] != "anywhere") plan.end = place_of(words[1]);
        } else if (words[0] == "vehicles") {
            plan.volunteers = static_cast<int>(*number_of(words[1]));
        } else if (words[0] == "capacity") {
            plan.capacity = static_cast<std::int64_t>(*number_of(words[1]));
        } else if (words[0] == "hours") {
            plan.hours = number_of(words[1]);
        } else if (words[0] == "from") {
            plan.begins = doors::read_time_of_day(words[1]);
        }
    }
    return plan;
}

TEST(Walk, IsAsTheCasesSay) {
    std::ifstream file(std::string(WALLCHART_SOURCE) + "/tests/fixtures/routes/walks.txt");
    std::string text(std::istreambuf_iterator<char>(file), {});
    int count = 0;
    for (std::size_t at = text.find("=== "); at != std::string::npos;) {
        auto end = text.find("\n=== ", at);
        auto one = text.substr(at, end == std::string::npos ? end : end + 1 - at);
        at = end == std::string::npos ? end : end + 1;
        auto name = one.substr(4, one.find('\n') - 4);
        auto part = [&](const std::string& key, const std::string& until) {
            auto from = one.find("\n" + key);
            if (from == std::string::npos) return std::string();
            from += key.size() + 1;
            return one.substr(from, one.find(until, from) - from);
        };
        auto until = [&](const char* key) { return one.find("\n" + std::string(key)) != std::string::npos; };
        auto csv = part("doors:\n", until("says:") ? "says:" : until("fails:") ? "fails:" : "expected:");
        std::vector<Door> doors;
        std::string said;
        auto walks = walk(csv, plan_of(part("options:", "\n")), doors, Straight{}, &said);
        auto fails = std::string(trim(part("fails:", "\n")));
        if (walks)
            EXPECT_EQ(ids_of(*walks, doors), trim(part("expected:", "\n"))) << name;
        else
            EXPECT_EQ(walks.error().message, fails) << name;
        EXPECT_EQ(said, trim(part("says:", "\n"))) << name;
        ++count;
    }
    EXPECT_GT(count, 20);
}

/// Doors of a few streets, with apartments, leaflets and now and then no address.
std::string some_doors(int count, std::uint64_t seed) {
    Random random(seed);
    std::string csv = "id,lat,lon,street,number,unit,leaflets\n";
    for (int at = 0; at < count; ++at) {
        int street = random.between(0, 4), number = random.between(1, 30);
        csv += std::to_string(at) + "," + std::to_string(41 + street * 0.001 + (number % 2) * 0.0001) + "," +
               std::to_string(-96 + number * 0.0002) + ",";
        if (random.chance(0.8))
            csv += "Street " + std::to_string(street) + "," + std::to_string(number);
        else
            csv += ",";
        csv += "," + std::string(random.chance(0.2) ? std::to_string(random.between(1, 9)) + "A" : "") + "," +
               std::to_string(random.between(0, 3)) + "\n";
    }
    return csv;
}

RC_GTEST_PROP(Walk, ComesToEachDoorOnceAndTellsItsWay, ()) {
    auto seed = *rc::gen::inRange<std::uint64_t>(1, 1'000'000);
    auto count = *rc::gen::inRange(1, 60);
    WalkPlan plan;
    if (*rc::gen::arbitrary<bool>()) plan.start = geography::Coordinates{41.0005, -96.002};
    plan.end_at = *rc::gen::element(WalkEnd::at_start, WalkEnd::anywhere, WalkEnd::elsewhere);
    if (plan.end_at == WalkEnd::elsewhere) plan.end = geography::Coordinates{41.003, -95.99};
    if (*rc::gen::arbitrary<bool>()) {
        plan.volunteers = *rc::gen::inRange(2, 5);
        plan.capacity = count * 3 / plan.volunteers + 30;
    }
    std::vector<Door> doors;
    auto walks = walk(some_doors(count, seed), plan, doors);
    RC_ASSERT(walks.has_value());
    std::set<int> seen;
    double all = 0;
    for (const auto& each : walks->walks) {
        std::int64_t load = 0;
        double meters = 0, before = -1;
        for (const auto& visit : each.visits) {
            RC_ASSERT(seen.insert(visit.door).second);
            load += doors[visit.door].amount;
            meters += visit.meters;
            RC_ASSERT(visit.arrives >= before);
            before = visit.arrives;
        }
        RC_ASSERT(load <= plan.capacity.value_or(load));
        RC_ASSERT(each.meters >= meters - 0.01);  // and the way back
        RC_ASSERT(each.minutes >= before);
        all += each.meters;
    }
    RC_ASSERT(static_cast<int>(seen.size()) == count);
    RC_ASSERT(std::abs(all - walks->meters) < 0.01);
    std::vector<Door> again;
    RC_ASSERT(ids_of(*walk(some_doors(count, seed), plan, again), again) == ids_of(*walks, doors));
}

TEST(Walk, FollowsTheStreetsOfAMap) {
    // A river between two banks, and one bridge far off: by air b is next to a, on foot it is last.
    std::vector<geography::Line> streets{{{41.001, -96.000}, {41.001, -96.010}},
                                         {{41.000, -96.000}, {41.000, -96.010}},
                                         {{41.001, -96.010}, {41.000, -96.010}}};
    const std::string csv =
        "id,lat,lon\na,41.0009,-96.000\nb,41.0001,-96.000\nc,41.001,-96.009\nd,41.000,-96.009\n";
    WalkPlan plan;
    plan.start = geography::Coordinates{41.001, -96.0001};
    plan.end_at = WalkEnd::anywhere;
    std::vector<Door> doors;
    auto walks = walk(csv, plan, doors, &streets);
    ASSERT_TRUE(walks) << walks.error().message;
    EXPECT_EQ(ids_of(*walks, doors), "a c d b");
    double wide = geography::great_circle_meters({41, -96}, {41, -96.01}),
           across = geography::great_circle_meters({41, -96}, {41.001, -96});
    EXPECT_NEAR(walks->meters, 2 * wide + across, 50);
    // A door that no street reaches is walked to all the same, and said.
    walks = walk(csv + "far,41.02,-96.000\n", plan, doors, &streets);
    ASSERT_TRUE(walks);
    EXPECT_EQ(walks->remarks,
              (std::vector<std::string>{"More than 200 m from any street of the map: row 6."}));
}

TEST(Walk, TakesTheDistancesOfAMatrix) {
    const std::string csv = "id\na\nb\nc\n";
    auto run = [&](const std::string& text) {
        auto matrix = CsvReader::over(text);
        std::vector<Door> doors;
        auto walks = walk(csv, plan_of(""), doors, &*matrix);
        return walks ? ids_of(*walks, doors) + " " + std::to_string(std::lround(walks->meters))
                     : walks.error().message;
    };
    EXPECT_EQ(run(",a,b,c\na,0,9,1\nb,9,0,2\nc,1,2,0\n"), "a c b 3");
    EXPECT_EQ(run(",a,b,c\na,0,1,99\nb,50,0,1\nc,1,50,0\n"), "c a b 2");  // not the same both ways
    EXPECT_EQ(run(",a,b\na,0,9\nb,9,0\n"),
              "The matrix has no row and column for the doors in row 4, by their ids.");
    EXPECT_EQ(run(",a,b,c\na,0,9\n"), "Line 2 of the matrix: 3 distances are expected.");
    EXPECT_EQ(run(",a,b,c\na,0,x,1\nb,9,0,2\nc,1,2,0\n"),
              "Line 2 of the matrix: the distance to \"b\" is none (meters are expected).");
}

TEST(Walk, FindsTheRowsOfAMatrixThoughSomeAreLeftOut) {
    // Rows without ids are known by their number; the second cannot be used, and the others stay what they
    // are.
    auto matrix = CsvReader::over(",1,2,3,4\n1,0,0,500,1\n2,0,0,0,0\n3,500,0,0,2\n4,1,0,2,0\n");
    std::vector<Door> doors;
    std::string said;
    auto walks = walk("lat,lon\n41,-96\n41,\n41.1,-96\n41.2,-96\n", plan_of(""), doors, &*matrix, &said);
    ASSERT_TRUE(walks) << walks.error().message;
    EXPECT_EQ(ids_of(*walks, doors), "1 4 3");
    EXPECT_DOUBLE_EQ(walks->meters, 3);
    EXPECT_EQ(said, "Row 3 has no latitude or no longitude and is left out.");
}

TEST(Walk, OrdersMoreHousesThanPairsCanBeLookedAt) {
    Random random(3);
    std::string csv = "id,lat,lon\n";
    for (int at = 0; at < sites_limit + 500; ++at)
        csv += std::to_string(at) + "," + std::to_string(41 + random.real() * 0.1) + "," +
               std::to_string(-96 + random.real() * 0.1) + "\n";
    std::vector<Door> doors;
    auto reader = CsvReader::over(csv);
    doors = doors::read_doors(*reader, {.use = doors::Use::walk})->doors;
    auto walks = plan_walks(doors, Straight{}, plan_of("start 41,-96"), {.rounds = 10});
    ASSERT_TRUE(walks) << walks.error().message;
    EXPECT_EQ(walks->walks.at(0).visits.size(), doors.size());
    auto limited = plan_walks(doors, Straight{}, plan_of("vehicles 9"), {.rounds = 10});
    EXPECT_EQ(limited.error().kind, ErrorKind::too_large);
}

}  // namespace
}  // namespace wallchart::route
