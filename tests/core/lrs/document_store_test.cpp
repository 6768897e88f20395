// SPDX-License-Identifier: Apache-2.0
#include "tests/core/lrs/records.h"

namespace kapok {
namespace {

using namespace std::chrono_literals;
using test::Records;

xapi::StateQuery place(const std::string &stateId = "bookmark", const std::string &account = "a")
{
    xapi::StateQuery query;
    query.activityId = test::kCourse;
    query.agent = R"({"account":{"homePage":")" + test::kHome + R"(","name":")" + account + R"("}})";
    query.registration = RegistrationId{"01a205b8-1175-5476-adb5-b6964d66f43c"};
    query.stateId = stateId;
    return query;
}

constexpr const char *kJson = "application/json";

TEST(DocumentStore, GivesBackWhatWasPutWithItsSha1AsETag)
{
    Records records;
    const auto etag = records.documents.put(place(), kJson, "abc", {});
    ASSERT_TRUE(etag.ok()) << etag.error().detail;
    EXPECT_EQ(*etag, "\"a9993e364706816aba3e25717850c26c9cd0d89d\""); // FIPS 180
    const auto document = records.documents.get(place());
    ASSERT_TRUE(document.ok());
    EXPECT_EQ(document->content, "abc");
    EXPECT_EQ(document->etag, *etag);
    EXPECT_EQ(records.documents.get(place("other")).error().code, ErrorCode::NotFound);
    EXPECT_EQ(records.documents.get(place("bookmark", "b")).error().code, ErrorCode::NotFound);
}

TEST(DocumentStore, HoldsToPreconditions)
{
    Records records;
    EXPECT_EQ(records.documents.put(place(), kJson, "{}", {"\"x\"", ""}).error().code, ErrorCode::Conflict);
    const auto first = records.documents.put(place(), kJson, "{}", {"", "*"});
    ASSERT_TRUE(first.ok());
    EXPECT_EQ(records.documents.put(place(), kJson, "{}", {"", "*"}).error().code, ErrorCode::Conflict);
    ASSERT_TRUE(records.documents.put(place(), kJson, R"({"a":1})", {*first, ""}).ok());
    EXPECT_EQ(records.documents.put(place(), kJson, "{}", {*first, ""}).error().code, ErrorCode::Conflict);
    EXPECT_EQ(records.documents.remove(place(), {*first, ""}).error().code, ErrorCode::Conflict);
    EXPECT_EQ(records.documents.get(place())->content, R"({"a":1})");
}

TEST(DocumentStore, MergesTheTopMembersOfJsonObjectsOnly)
{
    Records records;
    ASSERT_TRUE(records.documents.merge(place(), kJson, R"({"a": 1.10, "b": {"c": 1}})", {}).ok());
    ASSERT_TRUE(records.documents.merge(place(), kJson, R"({"b": {"d": 2}})", {}).ok());
    EXPECT_EQ(records.documents.get(place())->content, R"({"a": 1.10,"b": {"d": 2}})");
    EXPECT_EQ(records.documents.merge(place(), "text/plain", "x", {}).error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(records.documents.merge(place(), kJson, "[]", {}).error().code, ErrorCode::InvalidInput);
}

TEST(DocumentStore, ListsAndDeletesManyAtOnce)
{
    Records records;
    ASSERT_TRUE(records.documents.put(place("one"), kJson, "{}", {}).ok());
    const Time between = records.clock.now();
    records.clock.advance(1s);
    ASSERT_TRUE(records.documents.put(place("two"), kJson, "{}", {}).ok());
    auto query = place("");
    EXPECT_EQ(*records.documents.list(query), (std::vector<std::string>{"one", "two"}));
    query.since = between;
    EXPECT_EQ(*records.documents.list(query), std::vector<std::string>{"two"});
    query.since.reset();
    ASSERT_TRUE(records.documents.remove(query, {}).ok());
    EXPECT_TRUE(records.documents.list(query)->empty());
}

} // namespace
} // namespace kapok
