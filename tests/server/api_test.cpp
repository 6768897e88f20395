// SPDX-License-Identifier: Apache-2.0
#include "core/base/files.h"
#include "core/tally/tally.h"
#include "tests/server/running_server.h"

#include <fstream>

namespace kapok {
namespace {

using nlohmann::json;
using Api = test::RunningServer;

TEST_F(Api, SignsInAndAnswersWithPersonCredentialAndNode)
{
    const json body{{"account", "Learner"},
                    {"password", test::kPassword},
                    {"device", {{"id", "d"}, {"name", "T"}, {"platform", "L"}}}};
    const auto answer = test::http("POST", url + "/api/v1/sign-in", {{}, {}, body.dump()});
    ASSERT_EQ(answer.status, 200) << answer.body;
    const auto value = json::parse(answer.body);
    EXPECT_EQ(value.at("person").at("account"), "learner");
    EXPECT_EQ(value.at("person").at("unit").at("id"), school.value);
    EXPECT_EQ(value.at("node").at("home_page"), home);
    const std::string credential = value.at("credential").at("key").get<std::string>() + ":" +
                                   value.at("credential").at("secret").get<std::string>();
    EXPECT_EQ(get("/api/v1/me", credential).status, 200);
}

TEST_F(Api, RefusesASignInWithPlaceRuleAndKind)
{
    const auto refusal = [&](const std::string &body) {
        const auto answer = test::http("POST", url + "/api/v1/sign-in", {{}, {}, body});
        EXPECT_EQ(answer.status, 400) << body;
        const auto said = json::parse(answer.body);
        return said.value("path", "") + ": " + said.value("message", "");
    };
    const std::string account = ": must be a string of 1 to 64 bytes without NUL, not ";
    EXPECT_EQ(refusal("[]"), "$: must be an object with account and password, not an empty array");
    EXPECT_EQ(refusal(R"({"account":5,"password":"x"})"), "$.account" + account + "a number");
    EXPECT_EQ(refusal(R"({"account":"","password":"x"})"), "$.account" + account + "an empty string");
    EXPECT_EQ(refusal(R"({"account":")" + std::string(65, 'a') + R"(","password":"x"})"),
              "$.account" + account + "this string");
    EXPECT_EQ(refusal(R"({"account":"learner"})"),
              "$.password: is missing: must be a string of 1 to 1024 bytes without NUL");
    EXPECT_EQ(refusal(R"({"account":"learner\u0000","password":"x"})"),
              "$.account" + account + "this string");
    EXPECT_NE(refusal(R"({"account":"learner)").find("byte"), std::string::npos);
}

TEST_F(Api, RefusesTextThatNoDatabaseLooksUpBeforeOneIsAsked)
{
    for (const std::string parameter : {"unit=%ff", "unit=%00", "course=a%00", "course=%c3"}) {
        const auto answer = get("/api/v1/figures?" + parameter, reviewer);
        EXPECT_EQ(answer.status, 400) << parameter;
        const auto said = json::parse(answer.body);
        EXPECT_EQ(said.value("path", ""), parameter.substr(0, parameter.find('='))) << answer.body;
        EXPECT_EQ(said.value("message", ""), "must be UTF-8 text without NUL, not this text");
    }
    EXPECT_EQ(get("/api/v1/courses/%ff/manifest", learner).status, 404);
    EXPECT_EQ(get("/api/v1/courses/%00/manifest", learner).status, 404);
    EXPECT_EQ(get("/api/v1/me", "k\xff:x").status, 401);
}

TEST_F(Api, ThrottlesSignInWithRetryAfter)
{
    const std::string body = R"({"account":"learner","password":"wrong-password"})";
    for (int i = 0; i < roster::Credentials::kAccountTries; ++i)
        EXPECT_EQ(test::http("POST", url + "/api/v1/sign-in", {{}, {}, body}).status, 401);
    const auto answer = test::http("POST", url + "/api/v1/sign-in", {{}, {}, body});
    EXPECT_EQ(answer.status, 429);
    EXPECT_GT(std::stoi(answer.header("retry-after")), 0);
}

TEST_F(Api, TellsWhatAnAddressTakesAndThatOthersAreNot)
{
    const auto wrong = test::http("DELETE", url + "/api/v1/me", {learner, {}, {}});
    EXPECT_EQ(wrong.status, 405);
    EXPECT_EQ(wrong.header("allow"), "GET, HEAD");
    EXPECT_EQ(get("/api/v1/nothing", learner).status, 404);
    EXPECT_EQ(get("/api/v1/me?a=%zz", learner).status, 400);
    const auto head = test::http("HEAD", url + "/api/v1/me", {learner, {}, {}});
    EXPECT_EQ(head.status, 200);
    EXPECT_GT(std::stoi(head.header("content-length")), 100);
    EXPECT_TRUE(head.body.empty());
    EXPECT_FALSE(head.header("date").empty());
}

TEST_F(Api, OffersAPublishedCourseWithETags)
{
    const auto file = package();
    const test::Ask post{author, {}, *readFile(file)};
    const auto first = test::http("POST", url + "/api/v1/courses", post);
    ASSERT_EQ(first.status, 201) << first.body;
    EXPECT_EQ(test::http("POST", url + "/api/v1/courses", post).status, 200); // the same again
    const auto resigned = test::http("POST", url + "/api/v1/courses", {author, {}, *readFile(package())});
    EXPECT_EQ(resigned.status, 200) << resigned.body; // another key, the same manifest
    const auto catalogue = get("/api/v1/catalogue", learner);
    const auto entry = json::parse(catalogue.body).at("courses").at(0);
    EXPECT_EQ(entry.at("id"), "c02-safe-use");
    EXPECT_EQ(get("/api/v1/catalogue", learner, {{"If-None-Match", catalogue.header("etag")}}).status, 304);
    const auto manifest = get("/api/v1/courses/c02-safe-use/manifest", learner);
    EXPECT_EQ(sha256(manifest.body), entry.at("manifest"));
    EXPECT_EQ(manifest.body.size(), entry.at("manifest_size"));
    const auto signature = fromBase64(manifest.header("x-kapok-signature"));
    ASSERT_TRUE(signature.ok());
    const auto keys = kapokd::trustedKeys(server->service());
    EXPECT_TRUE(course::verifyManifest(manifest.body, *signature, *keys).ok());
    const std::vector<std::pair<std::string, std::string>> known = {
        {"If-None-Match", manifest.header("etag")}};
    EXPECT_EQ(get("/api/v1/courses/c02-safe-use/manifest", learner, known).status, 304);
}

TEST_F(Api, RefusesAPackageOfAnUnknownKeyOrWithAWrongByte)
{
    const test::Ask unknown{author, {}, *readFile(package(false))};
    EXPECT_EQ(test::http("POST", url + "/api/v1/courses", unknown).status, 422);
    std::string bytes = *readFile(package());
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    const auto damaged = test::http("POST", url + "/api/v1/courses", {author, {}, bytes});
    EXPECT_TRUE(damaged.status == 422 || damaged.status == 400) << damaged.status;
    EXPECT_EQ(damaged.body.find("/tmp"), std::string::npos) << damaged.body;
    EXPECT_TRUE(json::parse(get("/api/v1/catalogue", learner).body).at("courses").empty());
}

TEST_F(Api, SendsPartsOfFiles)
{
    ASSERT_TRUE(kapokd::publishPackage(server->service(), package()).ok());
    const auto entry = json::parse(server->service().roster.offered("c02-safe-use")->entry);
    const std::string hash = entry.at("cover").at("sha256");
    const std::string dark = entry.at("cover_dark").at("sha256");
    EXPECT_NE(dark, hash);
    EXPECT_EQ(sha256(get("/api/v1/blobs/" + dark, learner).body), dark);
    const std::string path = "/api/v1/blobs/" + hash;
    const auto whole = get(path, learner);
    ASSERT_EQ(whole.status, 200);
    EXPECT_EQ(sha256(whole.body), hash);
    EXPECT_EQ(whole.header("accept-ranges"), "bytes");
    const std::string size = std::to_string(whole.body.size());
    const auto part = get(path, learner, {{"Range", "bytes=10-19"}});
    EXPECT_EQ(part.status, 206);
    EXPECT_EQ(part.body, whole.body.substr(10, 10));
    EXPECT_EQ(part.header("content-range"), "bytes 10-19/" + size);
    EXPECT_EQ(get(path, learner, {{"Range", "bytes=-5"}}).body, whole.body.substr(whole.body.size() - 5));
    EXPECT_EQ(get(path, learner, {{"Range", "bytes=7-"}}).body, whole.body.substr(7));
    const auto beyond = get(path, learner, {{"Range", "bytes=" + size + "-"}});
    EXPECT_EQ(beyond.status, 416);
    EXPECT_EQ(beyond.header("content-range"), "bytes */" + size);
    EXPECT_EQ(get(path, learner, {{"Range", "bytes=1-2"}, {"If-Range", "\"other\""}}).status, 200);
    EXPECT_EQ(get(path, learner, {{"Range", "bytes=1-2"}, {"If-Range", whole.header("etag")}}).status, 206);
    EXPECT_EQ(get(path, learner, {{"Range", "lines=1-2"}}).status, 200);
    EXPECT_EQ(get(path, learner, {{"If-None-Match", whole.header("etag")}}).status, 304);
    EXPECT_EQ(get("/api/v1/blobs/..%2Fkapok.db", learner).status, 404);
}

TEST_F(Api, GivesTheReviewerHisBranchAndDatesThatAreDates)
{
    const auto units = json::parse(get("/api/v1/units", reviewer).body).at("units");
    ASSERT_EQ(units.size(), 1u);
    EXPECT_EQ(units.at(0).at("id"), school.value);
    EXPECT_EQ(get("/api/v1/figures?from=2026-13-01", reviewer).status, 400);
    EXPECT_EQ(get("/api/v1/figures?from=2026-09-01&to=2026-12-31", reviewer).status, 200);
}

TEST_F(Api, GivesFiguresOfTheUnitAskedForAndThoseRightBelowIt)
{
    const UnitId top = addUnit({}, "country");
    const UnitId below = addUnit(top, "province");
    addUnit(below, "school");
    const std::string boss = addPerson("boss", school, {{"reviewer", province}, {"reviewer", top}});
    const auto unitsOf = [&](const std::string &path) {
        std::vector<std::string> units;
        const auto answer = get(path, boss);
        EXPECT_EQ(answer.status, 200) << answer.body;
        const auto body = json::parse(answer.body);
        for (const auto &row : body.at("units"))
            units.push_back(row.at("unit"));
        return units;
    };
    const std::string path = "/api/v1/figures?unit=";
    EXPECT_EQ(unitsOf(path + province.value), (std::vector{province.value, school.value, other.value}));
    EXPECT_EQ(unitsOf(path + top.value), (std::vector{top.value, below.value})); // and none below these
    EXPECT_EQ(unitsOf(path + school.value), std::vector{school.value});
    EXPECT_EQ(unitsOf("/api/v1/figures").size(), 6u);
    const auto figures = json::parse(get(path + school.value, boss).body);
    EXPECT_EQ(figures.at("units").at(0).at("people"), 2);
    EXPECT_EQ(figures.at("counting"), false);

    EXPECT_EQ(get(path + other.value, reviewer).status, 403);
    EXPECT_EQ(get(path + province.value, reviewer).status, 403); // above his own
    EXPECT_EQ(get(path + "nowhere", reviewer).status, 403);
    EXPECT_EQ(get(path + school.value, reviewer).status, 200);
    EXPECT_EQ(get(path + school.value, learner).status, 403);
}

TEST_F(Api, GoesOnCountingAnAssignmentWhoseMakerWasEnded)
{
    ASSERT_TRUE(kapokd::publishPackage(server->service(), package()).ok());
    server.reset();
    {
        auto opened = kapokd::openDatabase(database.address());
        ASSERT_TRUE(opened.ok());
        auto transaction = store::Transaction::begin(*opened);
        ASSERT_TRUE(transaction.ok());
        const auto unit = *opened->query("SELECT id FROM unit WHERE uuid = ?", {province.value})
                               .one([](const store::Query &row) { return row.integer(0); });
        ASSERT_TRUE(opened
                        ->run("INSERT INTO assignment (uuid, course, unit, assigned, programme)"
                              " VALUES ('a', 'c02-safe-use', ?, 0, '{}')",
                              {*unit})
                        .ok());
        ASSERT_TRUE(tally::markBranch(*opened, *unit, "c02-safe-use").ok());
        ASSERT_TRUE(transaction->commit().ok());
    }
    start();
    json figures;
    do {
        const auto answer = get("/api/v1/figures", reviewer);
        ASSERT_EQ(answer.status, 200) << answer.body;
        figures = json::parse(answer.body);
    } while (figures.at("counting") == true);
    EXPECT_EQ(figures.at("units").at(0).at("assigned"), 2);
}

TEST_F(Api, BoundsWhatAGzipBodyMayUnpackTo)
{
    const std::string bomb = test::packed(std::string(200u << 20, ' '));
    ASSERT_LT(bomb.size(), 1u << 20);
    const auto answer = xapi("POST", "/xapi/statements", learner, bomb, {{"Content-Encoding", "gzip"}});
    EXPECT_EQ(answer.status, 413);
    EXPECT_EQ(xapi("POST", "/xapi/statements", learner, "no gzip", {{"Content-Encoding", "gzip"}}).status,
              400);
    EXPECT_EQ(xapi("POST", "/xapi/statements", learner, "x", {{"Content-Encoding", "br"}}).status, 415);
    EXPECT_EQ(test::http("POST", url + "/api/v1/sign-in", {{}, {}, std::string(100'000, ' ')}).status, 413);
}

TEST_F(Api, ListsPeopleInParts)
{
    ASSERT_TRUE(kapokd::publishPackage(server->service(), package()).ok());
    ASSERT_TRUE(server->service().roster.assign({"c02-safe-use", school, {}, {}, {}}).ok());
    const std::string path = "/api/v1/progress?unit=" + school.value;
    const auto whole = json::parse(get(path, reviewer).body);
    ASSERT_GT(whole.at("people").size(), 1u);
    EXPECT_TRUE(whole.at("next").is_null());
    json people = json::array();
    std::string after;
    do {
        const auto part = get(path + "&limit=1" + after, reviewer);
        ASSERT_EQ(part.status, 200) << part.body;
        const auto body = json::parse(part.body);
        ASSERT_EQ(body.at("people").size(), 1u);
        people.push_back(body.at("people").at(0));
        after = body.at("next").is_null() ? "" : "&after=" + body.at("next").get<std::string>();
    } while (!after.empty());
    EXPECT_EQ(people, whole.at("people"));
    EXPECT_EQ(get(path + "&limit=0", reviewer).status, 400);
    EXPECT_EQ(get(path + "&limit=x", reviewer).status, 400);
    EXPECT_EQ(get(path + "&limit=2&after=nobody%2Fc99", reviewer).status, 400);
    const auto unit = json::parse(get("/api/v1/figures", reviewer).body).at("units").at(0);
    EXPECT_EQ(unit.at("finished"), 0);
    EXPECT_EQ(unit.at("late_people"), 0);
    EXPECT_TRUE(unit.at("late_since").is_null());
}

} // namespace
} // namespace kapok
