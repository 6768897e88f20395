// SPDX-License-Identifier: Apache-2.0
#include "tests/core/lrs/store_contract.h"

namespace kapok::test {

using nlohmann::json;

TEST_P(StoreContract, GivesBackEveryDigitOfNumbersAsTheyWereSent) // Data 2.3.1
{
    const auto id = newId();
    std::string text = plain(id);
    text.insert(text.size() - 1,
                R"(,"result":{"extensions":{"http://example.org/n":1.50000000000000000001e0}})");
    ASSERT_TRUE(add(text).ok());
    const auto found = statements.one({id}, false, {});
    ASSERT_TRUE(found.ok());
    EXPECT_NE(found->find("1.50000000000000000001e0"), std::string::npos) << *found;
    EXPECT_TRUE(found->starts_with(text.substr(0, text.size() - 1)));
    EXPECT_EQ(json::parse(*found).at("authority"), json::parse(kAuthority));
}

TEST_P(StoreContract, FillsInWhatASenderMayLeaveOutAndReplacesWhatItMayNotSay) // Data 2.4.7 to 2.4.10
{
    const auto ids = add(R"({"actor":{"mbox":"mailto:a@example.org"},"verb":{"id":"http://e.org/v"},)"
                         R"("object":{"id":"http://e.org/o"},"stored":"2001-01-01T00:00:00Z",)"
                         R"("authority":{"mbox":"mailto:liar@example.org"}})");
    ASSERT_TRUE(ids.ok()) << ids.error().detail;
    const auto found = one(ids->front().value);
    EXPECT_EQ(found.at("id"), ids->front().value);
    EXPECT_EQ(found.at("version"), "1.0.0");
    EXPECT_EQ(found.at("timestamp"), found.at("stored"));
    EXPECT_TRUE(found.at("stored").get<std::string>().starts_with("2026-11-22"));
    EXPECT_EQ(found.at("authority"), json::parse(kAuthority));
}

TEST_P(StoreContract, AcceptsTheSameAgainAndRefusesTheSameIdWithOtherContent) // Data 2.3.1
{
    const auto id = newId();
    ASSERT_TRUE(add(plain(id)).ok());
    EXPECT_TRUE(add(plain(id)).ok());
    const auto other = add(plain(id, "b"));
    ASSERT_FALSE(other.ok());
    EXPECT_EQ(other.error().code, ErrorCode::Conflict);
    EXPECT_EQ(walk({}).size(), 1u);
}

TEST_P(StoreContract, StoresABatchWholeOrNotAtAll) // Communication 2.1.2
{
    const auto first = newId();
    ASSERT_TRUE(add(plain(first)).ok());
    const auto conflict = add("[" + plain(newId()) + "," + plain(first, "b") + "]");
    EXPECT_EQ(conflict.error().code, ErrorCode::Conflict);
    const auto invalid = add("[" + plain(newId()) + R"(,{"actor":7}])");
    EXPECT_EQ(invalid.error().code, ErrorCode::InvalidInput);
    EXPECT_TRUE(invalid.error().detail.starts_with("$[1]")) << invalid.error().detail;
    const auto twice = newId();
    EXPECT_FALSE(add("[" + plain(twice) + "," + plain(twice) + "]").ok());
    EXPECT_EQ(walk({}), std::vector{first});
}

TEST_P(StoreContract, RefusesActorsThatAreNotTheOneWhoIsSignedIn)
{
    const auto ifi = lrs::ifiOf(xapi::Account{kHome, "a"});
    EXPECT_TRUE(add(plain(newId(), "a"), ifi).ok());
    EXPECT_EQ(add(plain(newId(), "b"), ifi).error().code, ErrorCode::Forbidden);
}

TEST_P(StoreContract, HidesWhatWasVoidedAndShowsItToWhoeverAsksForVoided) // Communication 2.1.4
{
    const auto id = newId();
    const auto voider = newId();
    ASSERT_TRUE(add(plain(id)).ok());
    ASSERT_TRUE(add(voiding(voider, id)).ok());
    EXPECT_TRUE(one(id).is_null());
    EXPECT_EQ(one(id, true).at("id"), id);
    EXPECT_EQ(walk({}), std::vector{voider});
    ASSERT_TRUE(add(voiding(newId(), voider)).ok()); // a voiding statement stays
    EXPECT_EQ(one(voider).at("id"), voider);
    EXPECT_TRUE(add(plain(id)).ok()); // sent again by a device that does not know
    EXPECT_TRUE(one(id).is_null());
}

TEST_P(StoreContract, HidesAStatementThatComesAfterTheOneThatVoidsIt) // Data 2.3.2
{
    const auto id = newId();
    ASSERT_TRUE(add(voiding(newId(), id)).ok());
    ASSERT_TRUE(add(plain(id)).ok());
    EXPECT_TRUE(one(id).is_null());
}

TEST_P(StoreContract, LetsAPersonVoidOnlyHerOwn)
{
    const auto ifi = lrs::ifiOf(xapi::Account{kHome, "b"});
    const auto id = newId();
    ASSERT_TRUE(add(plain(id)).ok());
    lrs::AddRequest add{voiding(newId(), id, "b"),
                        {},
                        xapi::Version::V1_0_3,
                        R"({"account":{"homePage":"https://kapok.example","name":"b"}})",
                        ifi};
    EXPECT_EQ(statements.add(add).error().code, ErrorCode::Forbidden);
    EXPECT_FALSE(one(id).is_null());
    const auto late = newId(); // of somebody else, perhaps
    add.body = voiding(newId(), late, "b");
    EXPECT_EQ(statements.add(add).error().code, ErrorCode::Forbidden);
    put(plain(late));
    EXPECT_FALSE(one(late).is_null());
}

TEST_P(StoreContract, GivesEveryStatementALaterStoredThanTheOneBefore)
{
    Ids sent; // the clock stands still
    for (int i = 0; i < 20; ++i) {
        sent.push_back(newId());
        sent.push_back(newId());
        put("[" + plain(sent[sent.size() - 2]) + "," + plain(sent.back()) + "]");
    }
    clock.advance(-std::chrono::hours(1));
    sent.push_back(newId());
    put(plain(sent.back()));
    lrs::Micros last = 0;
    for (const auto &id : sent) {
        const auto stored = storedOf(id);
        EXPECT_GT(stored, last);
        last = stored;
    }
}

TEST_P(StoreContract, GivesActivitiesOfAContextBackInArrays) // Data 2.4.6.2
{
    const auto id = newId();
    const auto text = plainWith(id, R"("context":{"contextActivities":{"parent":{"id":"http://e.org/p"}},)"
                                    R"("extensions":{"http://e.org/x":1.50}})");
    put(text);
    EXPECT_TRUE(one(id).at("context").at("contextActivities").at("parent").is_array());
    EXPECT_NE(statements.one({id}, false, {})->find("1.50"), std::string::npos);
    EXPECT_TRUE(add(text).ok()); // the same again, as it was sent
}

TEST_P(StoreContract, MergesTheDefinitionsOfAnActivityInTheOrderTheyCame) // Communication 2.5
{
    const auto defined = [](const std::string &definition) {
        return R"({"actor":{"mbox":"mailto:a@example.org"},"verb":{"id":"http://e.org/v"},)"
               R"("object":{"id":"http://e.org/o","definition":)" +
               definition + "}}";
    };
    put(defined(
        R"({"name":{"en":"Bank","vi":"Bờ"},"description":{"vi":"Ven sông"},"type":"http://e.org/t"})"));
    put(defined(
        R"({"name":{"zh":"岸","en":"Shore"},"description":{"en":"By a river"},"extensions":{"http://e.org/x":1}})"));
    put(defined(
        R"({"name":{"en":"Bank","vi":"Bờ"},"description":{"vi":"Ven sông"},"type":"http://e.org/t"})"));
    put(defined(R"({"extensions":{"http://e.org/y":2}})"));
    const auto found = statements.definitions({"http://e.org/o", "http://e.org/never"});
    ASSERT_TRUE(found.ok()) << found.error().detail;
    ASSERT_EQ(found->size(), 1u);
    EXPECT_EQ(json::parse(found->at("http://e.org/o")),
              json::parse(R"({"name":{"en":"Shore","vi":"Bờ","zh":"岸"},"type":"http://e.org/t",)"
                          R"("description":{"en":"By a river","vi":"Ven sông"},)"
                          R"("extensions":{"http://e.org/x":1,"http://e.org/y":2}})"));
}

TEST_P(StoreContract, KnowsTheDefinitionsOfActivitiesAnywhereInAStatement)
{
    const std::string with = R"("definition":{"name":{"en":"N"}})";
    put(plainWith(newId(), R"("context":{"contextActivities":{"parent":{"id":"http://e.org/p",)" + with +
                               R"(},"other":[{"id":"http://e.org/q",)" + with + "}]}}"));
    put(R"({"actor":{"mbox":"mailto:a@example.org"},"verb":{"id":"http://e.org/v"},"object":{)"
        R"("objectType":"SubStatement","actor":{"mbox":"mailto:b@example.org"},"verb":{"id":"http://e.org/v"},)"
        R"("object":{"id":"http://e.org/s",)" +
        with + "}}}");
    const auto found = statements.definitions({"http://e.org/p", "http://e.org/q", "http://e.org/s"});
    ASSERT_TRUE(found.ok());
    EXPECT_EQ(found->size(), 3u);
}

TEST_P(StoreContract, EndsAPageThatGrowsLong) // docs/operations.md: 4 MiB
{
    const std::string response(3u << 19, 'x');
    Ids ids;
    for (int i = 0; i < 4; ++i) {
        ids.push_back(newId());
        put(plainWith(ids.back(), R"("result":{"response":")" + response + R"("})"));
    }
    lrs::StatementFilter filter;
    filter.query.ascending = true;
    const auto page = statements.find(filter);
    ASSERT_TRUE(page.ok()) << page.error().detail;
    EXPECT_EQ(page->statements.size(), 3u); // the last of them was begun below the bound
    EXPECT_EQ(page->next, storedOf(ids[2]));
    EXPECT_EQ(walk(filter), ids);
}

TEST_P(StoreContract, KnowsEveryNameAnAgentWasGiven) // Communication 2.4
{
    for (const char *name : {"Mai", "Hoàng Thị Mai", "Mai"})
        put(R"({"actor":{"mbox":"mailto:mai@example.org","name":")" + std::string(name) +
            R"("},"verb":{"id":"http://e.org/v"},"object":{"id":"http://e.org/o"}})");
    EXPECT_EQ(*statements.names("mbox mailto:mai@example.org"), (Ids{"Hoàng Thị Mai", "Mai"}));
    EXPECT_EQ(*statements.names("mbox mailto:nobody@example.org"), Ids{});
}

TEST_P(StoreContract, LetsNoStatementVoidAVoidingOne) // Data 2.3.2
{
    const auto first = newId();
    const auto voider = newId();
    put(plain(first));
    put(voiding(voider, first));
    put(voiding(newId(), voider));
    EXPECT_EQ(one(voider).at("id"), voider);
    EXPECT_TRUE(one(voider, true).is_null());
    const auto late = newId(); // voided before it came, and voiding itself
    put(voiding(newId(), late));
    put(voiding(late, first));
    EXPECT_EQ(one(late).at("id"), late);
}

TEST_P(StoreContract, ConfirmsConsistencyUpToNow) // Communication 2.1.3
{
    const auto before = statements.consistentThrough();
    ASSERT_TRUE(before.ok());
    clock.advance(std::chrono::seconds(1));
    const auto id = newId();
    put(plain(id));
    EXPECT_GT(storedOf(id), *before);
    const auto after = statements.consistentThrough();
    EXPECT_GE(*after, storedOf(id));
    clock.advance(std::chrono::seconds(1));
    EXPECT_GT(*statements.consistentThrough(), *after);
}

TEST_P(StoreContract, StoresNothingBehindATimeThatItConfirmedWhenTheClockGoesBack)
{
    const auto told = statements.consistentThrough();
    ASSERT_TRUE(told.ok());
    clock.advance(-std::chrono::hours(1));
    const auto id = newId();
    put(plain(id));
    EXPECT_GT(storedOf(id), *told); // or a puller, who goes on from there, would never see it
    EXPECT_GE(*statements.consistentThrough(), storedOf(id));
}

} // namespace kapok::test
