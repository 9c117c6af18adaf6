// Two people edit one record: the second is told, and shown what it is now.
#include "support/drive_world.h"

namespace wallchart::test {
namespace {

class StaleTest : public DriveWorld {
protected:
    static std::string text(const boost::json::value& value) { return std::string(value.as_string()); }
    boost::json::value current_of(const Response& response) {
        EXPECT_EQ(response.status, 412) << response.body;
        EXPECT_EQ(response.content_type, "application/problem+json");
        return body_of(response).at("current");
    }
};

TEST_P(StaleTest, TheSecondOfTwoEditorsIsShownTheRecordAsItIsNow) {
    auto path = "/people/" + to_string(add("Rosa", "Lima"));
    server->as(Role::organizer);
    auto seen = text(body_of(server->get(path)).at("person").at("revision"));
    ASSERT_EQ(server->as(Role::owner).patch(path, R"({"note":"hers"})", seen).status, 200);
    auto refused = server->as(Role::organizer).patch(path, R"({"note":"his"})", seen);
    auto current = current_of(refused);
    EXPECT_EQ(current, body_of(server->get(path))) << "as its own reading answers it";
    EXPECT_EQ(text(current.at("person").at("note")), "hers");
    auto again = server->patch(path, R"({"note":"both"})", text(current.at("person").at("revision")));
    EXPECT_EQ(again.status, 200) << "with the revision of what was shown";
}

TEST_P(StaleTest, OfAPartOfARecordTheRecordIsShown) {
    auto path = "/people/" + to_string(add("Rosa", "Lima"));
    server->as(Role::organizer);
    auto record =
        body_of(server->post(path + "/contact-points", R"({"kind":"phone","value":"402-555-0123"})"));
    auto point = record.at("contact_points").at(0);
    auto part = path + "/contact-points/" + text(point.at("id"));
    auto seen = text(point.at("revision"));
    ASSERT_EQ(server->put(part, R"({"kind":"phone","value":"402-555-0177"})", seen).status, 200);
    auto current = current_of(server->put(part, R"({"kind":"phone","value":"402-555-0188"})", seen));
    EXPECT_EQ(text(current.at("contact_points").at(0).at("value")), "+14025550177");
    EXPECT_EQ(text(current_of(server->remove(part, seen)).at("person").at("id")), path.substr(8));
}

TEST_P(StaleTest, OfWhatIsDoneToARecordTheRecordIsShown) {
    auto path = "/drives/" + to_string(drive);
    auto withdraw = [&](const std::string& seen) {
        Request request;
        request.method = Method::post;
        request.path = "/api/v1" + path + "/outcome";
        request.headers.emplace_back("if-match", seen);
        request.body = R"({"outcome":"withdrawn"})";
        return server->as(Role::organizer).send(request);
    };
    auto seen = text(body_of(server->as(Role::organizer).get(path)).at("summary").at("drive").at("revision"));
    write([&](Transaction& tx) {
        auto stored = *tx.row<Drive>("SELECT " + columns<Drive>() + " FROM drive WHERE id = $1", drive);
        stored.note = "hers";
        EXPECT_TRUE(tx.update(stored));
    });
    auto current = current_of(withdraw(seen));
    EXPECT_EQ(text(current.at("summary").at("drive").at("note")), "hers");
    EXPECT_EQ(withdraw(text(current.at("summary").at("drive").at("revision"))).status, 200);
}

ON_BOTH_DATABASES(StaleTest);

}  // namespace
}  // namespace wallchart::test
