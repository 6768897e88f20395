// SPDX-License-Identifier: Apache-2.0
#include "tests/core/lrs/records.h"

#include <atomic>
#include <set>
#include <thread>

namespace kapok {
namespace {

using nlohmann::json;
using namespace std::chrono_literals;
using test::plain;
using test::Records;
using test::voiding;

std::string newId()
{
    return uuidV7(1);
}

json one(Records &records, const std::string &id, bool voided = false)
{
    const auto found = records.statements.one({id}, voided, {});
    return found.ok() ? json::parse(*found) : json();
}

TEST(StatementStore, GivesBackEveryDigitOfNumbersAsTheyWereSent)
{
    Records records;
    const auto id = newId();
    std::string text = plain(id);
    text.insert(text.size() - 1,
                R"(,"result":{"extensions":{"http://example.org/n":1.50000000000000000001e0}})");
    ASSERT_TRUE(records.add(text).ok());
    const auto found = records.statements.one({id}, false, {});
    ASSERT_TRUE(found.ok());
    EXPECT_NE(found->find("1.50000000000000000001e0"), std::string::npos) << *found;
    EXPECT_TRUE(found->starts_with(text.substr(0, text.size() - 1)));
    EXPECT_EQ(json::parse(*found).at("authority"), json::parse(test::kAuthority));
}

TEST(StatementStore, FillsInWhatASenderMayLeaveOutAndReplacesWhatItMayNotSay)
{
    Records records;
    const auto ids = records.add(R"({"actor":{"mbox":"mailto:a@example.org"},"verb":{"id":"http://e.org/v"},)"
                                 R"("object":{"id":"http://e.org/o"},"stored":"2001-01-01T00:00:00Z",)"
                                 R"("authority":{"mbox":"mailto:liar@example.org"}})");
    ASSERT_TRUE(ids.ok()) << ids.error().detail;
    const auto found = one(records, ids->front().value);
    EXPECT_EQ(found.at("id"), ids->front().value);
    EXPECT_EQ(found.at("version"), "1.0.0");
    EXPECT_EQ(found.at("timestamp"), found.at("stored"));
    EXPECT_TRUE(found.at("stored").get<std::string>().starts_with("2026-11-22"));
    EXPECT_EQ(found.at("authority"), json::parse(test::kAuthority));
}

TEST(StatementStore, AcceptsTheSameAgainAndRefusesTheSameIdWithOtherContent)
{
    Records records;
    const auto id = newId();
    ASSERT_TRUE(records.add(plain(id)).ok());
    EXPECT_TRUE(records.add(plain(id)).ok());
    const auto other = records.add(plain(id, "b"));
    ASSERT_FALSE(other.ok());
    EXPECT_EQ(other.error().code, ErrorCode::Conflict);
    EXPECT_EQ(records.walk({}).size(), 1u);
}

TEST(StatementStore, StoresABatchWholeOrNotAtAll)
{
    Records records;
    const auto first = newId();
    ASSERT_TRUE(records.add(plain(first)).ok());
    const auto conflict = records.add("[" + plain(newId()) + "," + plain(first, "b") + "]");
    EXPECT_EQ(conflict.error().code, ErrorCode::Conflict);
    const auto invalid = records.add("[" + plain(newId()) + R"(,{"actor":7}])");
    EXPECT_EQ(invalid.error().code, ErrorCode::InvalidInput);
    EXPECT_TRUE(invalid.error().detail.starts_with("$[1]")) << invalid.error().detail;
    const auto twice = newId();
    EXPECT_FALSE(records.add("[" + plain(twice) + "," + plain(twice) + "]").ok());
    EXPECT_EQ(records.walk({}), std::vector{first});
}

TEST(StatementStore, RefusesActorsThatAreNotTheOneWhoIsSignedIn)
{
    Records records;
    const auto ifi = lrs::ifiOf(xapi::Account{test::kHome, "a"});
    EXPECT_TRUE(records.add(plain(newId(), "a"), ifi).ok());
    EXPECT_EQ(records.add(plain(newId(), "b"), ifi).error().code, ErrorCode::Forbidden);
}

TEST(StatementStore, GivesEveryStatementALaterStoredThanTheOneBefore)
{
    Records records; // its clock stands still
    for (int i = 0; i < 20; ++i)
        ASSERT_TRUE(records.add("[" + plain(newId()) + "," + plain(newId()) + "]").ok());
    records.clock.advance(-1h);
    ASSERT_TRUE(records.add(plain(newId())).ok());
    auto database = records.pool.take();
    const auto stored =
        (*database)->query("SELECT stored FROM statement ORDER BY rowid").all([](const store::Query &row) {
            return row.integer(0);
        });
    EXPECT_EQ(std::set<std::int64_t>(stored->begin(), stored->end()).size(), 41u);
}

TEST(StatementStore, FiltersByAgentVerbActivityRegistrationAndTime)
{
    Records records;
    const auto a = newId();
    const auto b = newId();
    const auto c = newId();
    ASSERT_TRUE(records.add(plain(a, "a", "http://example.org/v1", "http://example.org/o1")).ok());
    records.clock.advance(1s);
    ASSERT_TRUE(records.add(plain(b, "b", "http://example.org/v2", "http://example.org/o1")).ok());
    records.clock.advance(1s);
    const auto finished = xapi::completed(records.context("a"), 1min, records.clock.now());
    ASSERT_TRUE(records.add(finished.json).ok());
    const auto find = [&](auto change) {
        lrs::StatementFilter filter;
        filter.query.ascending = true;
        change(filter);
        return records.walk(filter);
    };
    const std::string agent = R"({"account":{"homePage":")" + test::kHome + R"(","name":"a"}})";
    using Ids = std::vector<std::string>;
    EXPECT_EQ(find([&](auto &f) { f.query.agent = agent; }), (Ids{a, finished.id.value}));
    EXPECT_EQ(find([](auto &f) { f.query.verb = "http://example.org/v2"; }), Ids{b});
    EXPECT_EQ(find([](auto &f) { f.query.activity = "http://example.org/o1"; }), (Ids{a, b}));
    EXPECT_EQ(find([](auto &f) { f.query.activity = test::kCourse; }), Ids{});
    EXPECT_EQ(find([](auto &f) {
                  f.query.activity = test::kCourse;
                  f.query.relatedActivities = true;
              }),
              Ids{finished.id.value});
    const auto registration = xapi::registrationId(test::kCourse, {test::kHome, "a"});
    EXPECT_EQ(find([&](auto &f) { f.query.registration = registration; }), Ids{finished.id.value});
    EXPECT_EQ(find([](auto &f) { f.query.verb = "http://example.org/never"; }), Ids{});
    const auto storedOf = [&](const std::string &id) {
        return *lrs::parseMicros(one(records, id).at("stored").template get<std::string>());
    };
    EXPECT_EQ(find([&](auto &f) { f.since = storedOf(a); }), (Ids{b, finished.id.value})); // exclusive
    EXPECT_EQ(find([&](auto &f) { f.until = storedOf(b); }), (Ids{a, b}));                 // inclusive
    lrs::StatementFilter newest;
    newest.query.limit = 2;
    EXPECT_EQ(records.walk(newest), (Ids{finished.id.value, b, a}));
}

TEST(StatementStore, HidesWhatWasVoidedAndShowsItToWhoeverAsksForVoided)
{
    Records records;
    const auto id = newId();
    const auto voider = newId();
    ASSERT_TRUE(records.add(plain(id)).ok());
    ASSERT_TRUE(records.add(voiding(voider, id)).ok());
    EXPECT_TRUE(one(records, id).is_null());
    EXPECT_EQ(one(records, id, true).at("id"), id);
    EXPECT_EQ(records.walk({}), std::vector{voider});
    ASSERT_TRUE(records.add(voiding(newId(), voider)).ok()); // a voiding statement stays
    EXPECT_EQ(one(records, voider).at("id"), voider);
    EXPECT_TRUE(records.add(plain(id)).ok()); // sent again by a device that does not know
    EXPECT_TRUE(one(records, id).is_null());
}

TEST(StatementStore, FindsWhatRefersToAStatementToo)
{
    Records records;
    const auto id = newId();
    const auto about = newId();
    ASSERT_TRUE(records.add(plain(id)).ok());
    ASSERT_TRUE(records
                    .add(R"({"id":")" + about +
                         R"(","actor":{"mbox":"mailto:c@example.org"},"verb":{"id":"http://e.org/agreed"},)" +
                         R"("object":{"objectType":"StatementRef","id":")" + id + R"("}})")
                    .ok());
    lrs::StatementFilter filter;
    filter.query.verb = "http://example.org/did";
    filter.query.ascending = true;
    EXPECT_EQ(records.walk(filter), (std::vector{id, about}));
    filter.query.limit = 1;
    EXPECT_EQ(records.walk(filter), (std::vector{id, about}));
    filter.onlyAgent = lrs::ifiOf(xapi::Account{test::kHome, "a"});
    EXPECT_EQ(records.walk(filter), std::vector{id});
}

TEST(StatementStore, HidesAStatementThatComesAfterTheOneThatVoidsIt)
{
    Records records;
    const auto id = newId();
    ASSERT_TRUE(records.add(voiding(newId(), id)).ok());
    ASSERT_TRUE(records.add(plain(id)).ok());
    EXPECT_TRUE(one(records, id).is_null());
}

TEST(StatementStore, LetsAPersonVoidOnlyHerOwn)
{
    Records records;
    const auto ifi = lrs::ifiOf(xapi::Account{test::kHome, "b"});
    const auto id = newId();
    ASSERT_TRUE(records.add(plain(id)).ok());
    lrs::AddRequest add{voiding(newId(), id, "b"),
                        {},
                        xapi::Version::V1_0_3,
                        R"({"account":{"homePage":"https://kapok.example","name":"b"}})",
                        ifi};
    EXPECT_EQ(records.statements.add(add).error().code, ErrorCode::Forbidden);
    EXPECT_FALSE(one(records, id).is_null());
}

TEST(StatementStore, WalksEachStatementExactlyOnceWhileAnotherThreadWrites)
{
    Records records;
    constexpr int kBefore = 300;
    std::set<std::string> before;
    for (int i = 0; i < kBefore; ++i) {
        const auto id = newId();
        before.insert(id);
        ASSERT_TRUE(records.add(plain(id)).ok());
    }
    for (const bool ascending : {true, false}) {
        std::atomic<bool> stop = false;
        std::thread writing([&] {
            while (!stop)
                EXPECT_TRUE(records.add(plain(newId())).ok());
        });
        lrs::StatementFilter filter;
        filter.query.ascending = ascending;
        filter.query.limit = 7;
        std::vector<std::string> walked;
        std::size_t found = 0;
        while (found < before.size()) {
            const auto page = records.statements.find(filter);
            ASSERT_TRUE(page.ok());
            for (const auto &text : page->statements) {
                walked.push_back(json::parse(text).at("id"));
                found += before.contains(walked.back()) ? 1 : 0;
            }
            if (!page->next)
                break;
            filter.after = page->next;
        }
        stop = true;
        writing.join();
        EXPECT_EQ(found, before.size());
        EXPECT_EQ(std::set<std::string>(walked.begin(), walked.end()).size(), walked.size());
    }
}

TEST(StatementStore, NeverLetsAStatementSlipInBehindConsistentThrough)
{
    Records records;
    std::atomic<bool> stop = false;
    std::thread writing([&] {
        while (!stop)
            EXPECT_TRUE(records.add(plain(newId())).ok());
    });
    lrs::Micros told = 0;
    std::size_t seen = 0;
    for (int i = 0; i < 50; ++i) {
        lrs::StatementFilter filter;
        filter.until = told;
        const std::size_t now = records.walk(filter).size();
        if (told != 0) {
            EXPECT_EQ(now, seen);
        }
        const auto page = records.statements.find({});
        told = page->consistentThrough;
        filter.until = told;
        seen = records.walk(filter).size();
    }
    stop = true;
    writing.join();
}

TEST(StatementStore, ManyWritersAtOnceAllKeepTheirWord)
{
    Records records;
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t)
        threads.emplace_back([&] {
            for (int i = 0; i < 25; ++i)
                EXPECT_TRUE(records.add(plain(newId())).ok());
        });
    for (auto &thread : threads)
        thread.join();
    EXPECT_EQ(records.walk({}).size(), 200u);
}

} // namespace
} // namespace kapok
