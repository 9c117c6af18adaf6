// What no client of ours sends: every operation with a body or a list, with input of the wrong shape.

#include "core/text.h"
#include "support/route_filler.h"

namespace wallchart::test {
namespace {

class BadInputTest : public ServerTest {
protected:
    void SetUp() override {
        ServerTest::SetUp();
        if (!IsSkipped()) seed_workspace(*server);
    }
    static std::string describe(const Route& route) {
        return std::string(name_of(route.method)) + " " + route.path;
    }
    Response send(const Route& route, const std::string& body) {
        RouteFiller filler(*server);
        auto filled = filler.fill(route, Ids::stored);
        filled.request.body = body;
        return server->as(Role::owner).send(filled.request);
    }
    void expect_refused(const Route& route, const std::string& body, std::string_view what) {
        auto response = send(route, body);
        EXPECT_EQ(response.status, 422) << describe(route) << ": " << what << ": " << response.body;
        EXPECT_EQ(response.content_type, "application/problem+json") << describe(route);
    }
    std::vector<const Route*> with_body() {
        std::vector<const Route*> found;
        for (const auto& route : server->application().router().routes())
            if (route.body != nullptr) found.push_back(&route);
        return found;
    }
};
ON_BOTH_DATABASES(BadInputTest);

/// A JSON value that the kind can't hold.
std::string wrong_for(const ValueType& type) {
    switch (type.kind) {
        case Kind::text:
            return "7";
        case Kind::optional:
            return wrong_for(*type.element);
        case Kind::list:
            return "{\"a\":1}";
        case Kind::record:
            return "[1]";
        case Kind::integer:
        case Kind::long_integer:
            return "99999999999999999999999";
        case Kind::id:
            return "\"-5\"";
        default:
            return "\"\\u00a0no\"";
    }
}

TEST_P(BadInputTest, NoBodyOfTheWrongShapeIsTaken) {
    ASSERT_GT(with_body().size(), 20U);
    for (const auto* route : with_body()) {
        expect_refused(*route, "", "empty");
        expect_refused(*route, "[]", "a list");
        expect_refused(*route, "\"text\"", "a text");
        expect_refused(*route, "null", "null");
        expect_refused(*route, "{\"a\":", "cut off");
        expect_refused(*route, "{} {}", "two values");
        expect_refused(*route, std::string(200, '[') + std::string(200, ']'), "depth");
        expect_refused(*route, "{\"name\":\"\xff\xfe\"}", "not UTF-8");
        expect_refused(*route, "{\"a\":1e999}", "a number beyond all bounds");
        expect_refused(*route, "{\"no_such_field\":1}", "an unknown field");
        EXPECT_NE(send(*route, "{\"no_such_field\":1}").body.find("/no_such_field"), std::string::npos)
            << describe(*route);
    }
}

TEST_P(BadInputTest, EachMemberOfTheWrongTypeIsNamed) {
    for (const auto* route : with_body()) {
        if (route->body->kind != Kind::record) continue;
        for (const auto& field : route->body->record().fields) {
            auto name = std::string(field.name);
            auto response = send(*route, "{\"" + name + "\":" + wrong_for(*field.type) + "}");
            EXPECT_EQ(response.status, 422) << describe(*route) << " " << name << " " << response.body;
            EXPECT_NE(response.body.find("\"/" + name), std::string::npos)
                << describe(*route) << " " << name << " " << response.body;
            const auto* type = field.type;
            if (type->kind == Kind::optional) type = type->element;
            if (type->kind == Kind::text) {
                EXPECT_EQ(send(*route, "{\"" + name + "\":\"a\\u0000b\"}").status, 422)
                    << describe(*route) << " " << name << ": NUL";
            }
        }
    }
}

TEST_P(BadInputTest, QueriesAreCheckedToo) {
    RouteFiller filler(*server);
    for (const auto& route : server->application().router().routes()) {
        if (route.method != Method::get || route.parameters == nullptr) continue;
        auto ask = [&](const std::string& query) {
            auto filled = filler.fill(route, Ids::stored);
            filled.request.query = query;
            return server->as(Role::owner).send(filled.request).status;
        };
        bool page = !Router::full_path(route).starts_with("/api/");
        if (!page) {
            EXPECT_EQ(ask("no_such_parameter=1"), 422) << describe(route);
        }
        if (route.parameters->find("limit")) {
            for (const char* limit : {"0", "-1", "100000", "99999999999999999999", "x", ""})
                EXPECT_EQ(ask("limit=" + std::string(limit)), 422) << describe(route) << " " << limit;
        }
        if (route.parameters->find("cursor"))
            for (const char* cursor : {"x", "%00", "%ff", "{}", "-1", "[[[[", "9e99"}) {
                auto status = ask("cursor=" + std::string(cursor));
                EXPECT_TRUE(status == 422 || status == 200)
                    << describe(route) << " " << cursor << " " << status;
            }
    }
}

TEST_P(BadInputTest, IdsThatAreNoneNameNothing) {
    for (const auto& route : server->application().router().routes()) {
        auto path = Router::full_path(route);
        if (path.find("{id}") == std::string::npos || route.parameters == nullptr) continue;
        auto field = route.parameters->find("id");
        if (!field || route.parameters->fields[*field].type->kind != Kind::id) continue;
        for (const char* id : {"0", "-1", "x", "1.5", "99999999999999999999", "1%27%20OR%201=1"}) {
            RouteFiller filler(*server);
            auto filled = filler.fill(route, Ids::absent);
            filled.request.path = replace_all(path, "{id}", id);
            filled.request.path = replace_all(filled.request.path, "{part_id}", "1");
            EXPECT_EQ(server->as(Role::owner).send(filled.request).status, 404)
                << describe(route) << " " << id;
        }
    }
}

TEST(Ids, AreGreaterThanThoseBeforeWhenTheClockIsSetBack) {
    constexpr std::int64_t noon = 1'776'859'200'000;  // 2026-04-22T12:00:00Z
    IdGenerator generator(7);
    auto last = generator.next(noon);
    for (std::int64_t at : {noon + 1, noon + 1, noon - 1, noon - 3'600'000, std::int64_t{0}, noon, noon + 2})
        for (int many = 0; many < 5'000; ++many) {
            auto next = generator.next(at);
            ASSERT_GT(next, last) << at;
            last = next;
        }
    // Another process, begun when the clock had been set back, goes on after what is stored.
    IdGenerator later(8);
    later.go_on_after(last);
    EXPECT_GT(later.next(noon - 3'600'000), last);
    EXPECT_EQ(id_milliseconds(later.next(noon + 86'400'000)), noon + 86'400'000);
}

TEST(Ids, GoOnCountingWhateverTheClockDoes) {
    auto last = new_id_value();
    for (int at = 0; at < 100'000; ++at) {
        auto next = new_id_value();
        ASSERT_GT(next, last);
        last = next;
    }
}

}  // namespace
}  // namespace wallchart::test
