// SPDX-License-Identifier: Apache-2.0
#include "tests/core/lrs/store_contract.h"

namespace kapok::test {

using namespace std::chrono_literals;
using Kind = xapi::DocumentQuery::Kind;
using Bare = lrs::Preconditions::Bare;

namespace {

constexpr const char *kJson = "application/json";

xapi::DocumentQuery place(const std::string &id = "bookmark", const std::string &account = "a",
                          Kind kind = Kind::State)
{
    xapi::DocumentQuery query;
    query.kind = kind;
    if (kind != Kind::AgentProfile)
        query.activityId = kCourse;
    if (kind != Kind::ActivityProfile)
        query.agent = agentJson(account);
    if (kind == Kind::State)
        query.registration = RegistrationId{"01a205b8-1175-5476-adb5-b6964d66f43c"};
    query.documentId = id;
    return query;
}

} // namespace

TEST_P(StoreContract, GivesBackDocumentsWithTheirSha1AsETag) // Communication 3.1
{
    const auto etag = documents.put(place(), kJson, "abc", {});
    ASSERT_TRUE(etag.ok()) << etag.error().detail;
    EXPECT_EQ(*etag, "\"a9993e364706816aba3e25717850c26c9cd0d89d\""); // FIPS 180
    const auto document = documents.get(place());
    ASSERT_TRUE(document.ok());
    EXPECT_EQ(document->content, "abc");
    EXPECT_EQ(document->contentType, kJson);
    EXPECT_EQ(document->etag, *etag);
    EXPECT_EQ(documents.get(place("other")).error().code, ErrorCode::NotFound);
    EXPECT_EQ(documents.get(place("bookmark", "b")).error().code, ErrorCode::NotFound);
}

TEST_P(StoreContract, KeepsEveryByteOfADocument) // Communication 2.2
{
    std::string bytes;
    for (int i = 0; i < 256; ++i)
        bytes += static_cast<char>(i);
    ASSERT_TRUE(documents.put(place(), "application/octet-stream", bytes, {}).ok());
    EXPECT_EQ(documents.get(place())->content, bytes);
}

TEST_P(StoreContract, KeepsTheThreeKindsOfDocumentsApart) // Communication 2.3, 2.6, 2.7
{
    for (const auto kind : {Kind::State, Kind::ActivityProfile, Kind::AgentProfile}) {
        const std::string content = std::to_string(static_cast<int>(kind));
        ASSERT_TRUE(documents.put(place("same", "a", kind), "text/plain", content, {}).ok());
    }
    for (const auto kind : {Kind::State, Kind::ActivityProfile, Kind::AgentProfile}) {
        const auto document = documents.get(place("same", "a", kind));
        ASSERT_TRUE(document.ok());
        EXPECT_EQ(document->content, std::to_string(static_cast<int>(kind)));
        EXPECT_EQ(*documents.list(place("", "a", kind)), Ids{"same"});
    }
    ASSERT_TRUE(documents.remove(place("same", "a", Kind::ActivityProfile), {}).ok());
    EXPECT_FALSE(documents.get(place("same", "a", Kind::ActivityProfile)).ok());
    EXPECT_TRUE(documents.get(place("same", "a", Kind::AgentProfile)).ok());
    EXPECT_TRUE(documents.get(place("same", "a", Kind::State)).ok());
}

TEST_P(StoreContract, TellsStatesWithAndWithoutARegistrationApart) // Communication 2.3
{
    auto without = place();
    without.registration.reset();
    ASSERT_TRUE(documents.put(place(), kJson, "1", {}).ok());
    EXPECT_FALSE(documents.get(without).ok());
    ASSERT_TRUE(documents.put(without, kJson, "2", {}).ok());
    EXPECT_EQ(documents.get(place())->content, "1");
    EXPECT_EQ(documents.get(without)->content, "2");
    without.documentId = "";
    EXPECT_EQ(*documents.list(without), Ids{"bookmark"}); // of every registration, each id once
    without.documentId = "bookmark";
    ASSERT_TRUE(documents.remove(without, {}).ok());
    EXPECT_TRUE(documents.get(place()).ok());
}

TEST_P(StoreContract, HoldsDocumentsToPreconditions) // Communication 3.1
{
    EXPECT_EQ(documents.put(place(), kJson, "{}", {"\"x\"", "", {}}).error().code, ErrorCode::Conflict);
    const auto first = documents.put(place(), kJson, "{}", {"", "*", {}});
    ASSERT_TRUE(first.ok());
    EXPECT_EQ(documents.put(place(), kJson, "{}", {"", "*", {}}).error().code, ErrorCode::Conflict);
    ASSERT_TRUE(documents.put(place(), kJson, R"({"a":1})", {*first, "", {}}).ok());
    EXPECT_EQ(documents.put(place(), kJson, "{}", {*first, "", {}}).error().code, ErrorCode::Conflict);
    EXPECT_EQ(documents.merge(place(), kJson, "{}", {*first, "", {}}).error().code, ErrorCode::Conflict);
    EXPECT_EQ(documents.remove(place(), {*first, "", {}}).error().code, ErrorCode::Conflict);
    EXPECT_EQ(documents.get(place())->content, R"({"a":1})");
}

TEST_P(StoreContract, RefusesBareChangesAsTheVersionWants) // Communication 3.1; 2.0 4.1.4
{
    const auto put = [&](const std::string &id, Bare bare) {
        return documents.put(place(id), kJson, "{}", {"", "", bare});
    };
    EXPECT_EQ(put("new", Bare::NeverAllowed).error().code, ErrorCode::InvalidInput);
    EXPECT_FALSE(documents.get(place("new")).ok());
    EXPECT_TRUE(put("new", Bare::OnlyNew).ok());
    EXPECT_EQ(put("new", Bare::OnlyNew).error().code, ErrorCode::Conflict);
    EXPECT_EQ(put("new", Bare::NeverAllowed).error().code, ErrorCode::Conflict);
    EXPECT_TRUE(put("new", Bare::Allowed).ok());
    EXPECT_TRUE(documents.put(place("newer"), kJson, "{}", {"", "*", Bare::NeverAllowed}).ok());
}

TEST_P(StoreContract, MergesTheTopMembersOfJsonObjectsOnly)
{
    ASSERT_TRUE(documents.merge(place(), kJson, R"({"a": 1.10, "b": {"c": 1}})", {}).ok());
    ASSERT_TRUE(documents.merge(place(), kJson, R"({"b": {"d": 2}})", {}).ok());
    EXPECT_EQ(documents.get(place())->content, R"({"a": 1.10,"b": {"d": 2}})");
    EXPECT_EQ(documents.merge(place(), "text/plain", "x", {}).error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(documents.merge(place(), kJson, "[]", {}).error().code, ErrorCode::InvalidInput);
    ASSERT_TRUE(documents.put(place("text"), "text/plain", "{}", {}).ok());
    EXPECT_EQ(documents.merge(place("text"), kJson, "{}", {}).error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(documents.get(place("text"))->contentType, "text/plain");
}

TEST_P(StoreContract, ListsAndDeletesManyDocumentsAtOnce) // Communication 2.3
{
    ASSERT_TRUE(documents.put(place("two"), kJson, "{}", {}).ok());
    const Time between = clock.now();
    clock.advance(1s);
    ASSERT_TRUE(documents.put(place("one"), kJson, "{}", {}).ok());
    auto query = place("");
    EXPECT_EQ(*documents.list(query), (Ids{"one", "two"}));
    query.since = between;
    EXPECT_EQ(*documents.list(query), Ids{"one"});
    query.since.reset();
    ASSERT_TRUE(documents.put(place("two"), kJson, "[]", {}).ok());
    query.since = between;
    EXPECT_EQ(*documents.list(query), (Ids{"one", "two"}));
    query.since.reset();
    ASSERT_TRUE(documents.remove(query, {}).ok());
    EXPECT_TRUE(documents.list(query)->empty());
    EXPECT_TRUE(documents.remove(query, {}).ok());
}

TEST_P(StoreContract, MovesTheTimeOfADocumentForwardEvenWhenTheClockGoesBack)
{
    ASSERT_TRUE(documents.put(place(), kJson, "1", {}).ok());
    const auto before = documents.get(place())->updated;
    clock.advance(-1h);
    ASSERT_TRUE(documents.put(place(), kJson, "2", {}).ok());
    EXPECT_GT(documents.get(place())->updated, before);
}

} // namespace kapok::test
