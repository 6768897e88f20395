// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/builder.h"
#include "tests/core/lrs/store_contract.h"

#include <algorithm>
#include <atomic>
#include <limits>
#include <rapidcheck.h>
#include <semaphore>
#include <set>
#include <thread>

namespace kapok::test {

using nlohmann::json;
using namespace std::chrono_literals;

TEST_P(StoreContract, FiltersByAgentVerbActivityRegistrationAndTime) // Communication 2.1.3
{
    const auto a = newId();
    const auto b = newId();
    const auto c = newId();
    ASSERT_TRUE(add(plain(a, "a", "http://example.org/v1", "http://example.org/o1")).ok());
    clock.advance(1s);
    ASSERT_TRUE(add(plain(b, "b", "http://example.org/v2", "http://example.org/o1")).ok());
    clock.advance(1s);
    xapi::SessionContext context;
    context.actor = {kHome, "a"};
    context.course = {kCourse, {}};
    context.lesson = {kCourse + "/lessons/one", {}};
    context.session = {newId()};
    context.language = "vi";
    const auto finished = xapi::completed(context, 1min, clock.now());
    ASSERT_TRUE(add(finished.json).ok());
    EXPECT_EQ(find([&](auto &f) { f.query.agent = agentJson("a"); }), (Ids{a, finished.id.value}));
    EXPECT_EQ(find([](auto &f) { f.query.verb = "http://example.org/v2"; }), Ids{b});
    EXPECT_EQ(find([](auto &f) { f.query.activity = "http://example.org/o1"; }), (Ids{a, b}));
    EXPECT_EQ(find([](auto &f) { f.query.activity = kCourse; }), Ids{});
    EXPECT_EQ(find([](auto &f) {
                  f.query.activity = kCourse;
                  f.query.relatedActivities = true;
              }),
              Ids{finished.id.value});
    const auto registration = xapi::registrationId(kCourse, {kHome, "a"});
    EXPECT_EQ(find([&](auto &f) { f.query.registration = registration; }), Ids{finished.id.value});
    EXPECT_EQ(find([](auto &f) { f.query.verb = "http://example.org/never"; }), Ids{});
    EXPECT_EQ(find([&](auto &f) { f.since = storedOf(a); }), (Ids{b, finished.id.value})); // exclusive
    EXPECT_EQ(find([&](auto &f) { f.until = storedOf(b); }), (Ids{a, b}));                 // inclusive
    lrs::StatementFilter newest;
    newest.query.limit = 2;
    EXPECT_EQ(walk(newest), (Ids{finished.id.value, b, a}));
}

TEST_P(StoreContract, FindsAgentsInAllTheirPlacesOnlyWhenRelatedOnesAreAskedFor) // Communication 2.1.3
{
    const auto agent = [](const std::string &name) { return R"({"mbox":"mailto:)" + name + R"(@e.org"})"; };
    const auto group = [&](const std::string &name) {
        return R"({"objectType":"Group","member":[)" + agent(name) + "]}";
    };
    const auto id = newId();
    put(R"({"id":")" + id + R"(","actor":)" + group("member") +
        R"(,"verb":{"id":"http://e.org/v"},"object":{"objectType":"SubStatement","actor":)" + agent("sub") +
        R"(,"verb":{"id":"http://e.org/v"},"object":{"objectType":"Agent","mbox":"mailto:subobject@e.org"},)"
        R"("context":{"instructor":)" +
        agent("subteacher") + R"(}},"context":{"instructor":)" + agent("teacher") + R"(,"team":)" +
        group("team") + "}}");
    const auto object = newId();
    put(R"({"id":")" + object + R"(","actor":)" + agent("x") +
        R"(,"verb":{"id":"http://e.org/v"},"object":{"objectType":"Group","mbox":"mailto:class@e.org",)" +
        R"("member":[)" + agent("pupil") + "]}}");
    const auto finds = [&](const std::string &who, bool related) {
        return find([&](auto &f) {
            f.query.agent = who;
            f.query.relatedAgents = related;
        });
    };
    EXPECT_EQ(finds(agent("member"), false), Ids{id});
    EXPECT_EQ(finds(agent("class"), false), Ids{object});
    EXPECT_EQ(finds(agent("pupil"), false), Ids{object});
    for (const char *name : {"sub", "subobject", "subteacher", "teacher", "team"}) {
        EXPECT_EQ(finds(agent(name), false), Ids{}) << name;
        EXPECT_EQ(finds(agent(name), true), Ids{id}) << name;
    }
    EXPECT_EQ(finds(kAuthority, false), Ids{});
    EXPECT_EQ(finds(kAuthority, true), (Ids{id, object}));
}

TEST_P(StoreContract, FindsTheAgentsAndGroupsOfAContextOfVersion2)
{
    const auto id = newId();
    const auto added =
        add(plainWith(id, R"("context":{"contextAgents":[{"objectType":"contextAgent","agent":)"
                          R"({"mbox":"mailto:coach@e.org"}}],"contextGroups":[{"objectType":"contextGroup",)"
                          R"("group":{"objectType":"Group","mbox":"mailto:crew@e.org","member":[)"
                          R"({"mbox":"mailto:sailor@e.org"}]}}]})"),
            {}, xapi::Version::V2_0_0);
    ASSERT_TRUE(added.ok()) << added.error().detail;
    for (const char *name : {"coach", "crew", "sailor"}) {
        const auto finds = [&](bool related) {
            return find([&](auto &f) {
                f.query.agent = R"({"mbox":"mailto:)" + std::string(name) + R"(@e.org"})";
                f.query.relatedAgents = related;
            });
        };
        EXPECT_EQ(finds(false), Ids{}) << name;
        EXPECT_EQ(finds(true), Ids{id}) << name;
    }
}

TEST_P(StoreContract, FindsActivitiesInAllTheirPlacesOnlyWhenRelatedOnesAreAskedFor) // Communication 2.1.3
{
    const auto id = newId();
    put(R"({"id":")" + id +
        R"(","actor":{"mbox":"mailto:a@e.org"},"verb":{"id":"http://e.org/v"},"object":)" +
        R"({"objectType":"SubStatement","actor":{"mbox":"mailto:b@e.org"},"verb":{"id":"http://e.org/v"},)" +
        R"("object":{"id":"http://e.org/sub"},"context":{"contextActivities":{"category":)" +
        R"([{"id":"http://e.org/subcategory"}]}}},"context":{"contextActivities":{"parent":)" +
        R"({"id":"http://e.org/parent"},"grouping":[{"id":"http://e.org/g1"},{"id":"http://e.org/g2"}]}}})");
    for (const char *name : {"sub", "subcategory", "parent", "g1", "g2"}) {
        const auto finds = [&](bool related) {
            return find([&](auto &f) {
                f.query.activity = "http://e.org/" + std::string(name);
                f.query.relatedActivities = related;
            });
        };
        EXPECT_EQ(finds(false), Ids{}) << name;
        EXPECT_EQ(finds(true), Ids{id}) << name;
    }
}

TEST_P(StoreContract, FindsWhatRefersToAStatementToo) // Communication 2.1.3
{
    const auto id = newId();
    const auto comment = newId();
    put(plain(id));
    put(about(comment, id, "c"));
    lrs::StatementFilter filter;
    filter.query.verb = "http://example.org/did";
    filter.query.ascending = true;
    EXPECT_EQ(walk(filter), (Ids{id, comment}));
    filter.query.limit = 1;
    EXPECT_EQ(walk(filter), (Ids{id, comment}));
    filter.onlyAgent = lrs::ifiOf(xapi::Account{kHome, "a"});
    EXPECT_EQ(walk(filter), Ids{id});
}

TEST_P(StoreContract, FollowsReferencesToTheirEndInWhateverOrderTheyCame) // Communication 2.1.3
{
    for (const std::vector<int> &order :
         {std::vector{0, 1, 2, 3}, {3, 2, 1, 0}, {1, 3, 0, 2}, {2, 0, 3, 1}}) {
        const std::string verb = "http://example.org/" + newId();
        const Ids ids{newId(), newId(), newId(), newId()};
        const std::vector texts{plain(ids[0], "a", verb), about(ids[1], ids[0]), about(ids[2], ids[1]),
                                about(ids[3], ids[2])};
        for (const int i : order)
            put(texts[static_cast<std::size_t>(i)]);
        const auto found = find([&](auto &f) { f.query.verb = verb; });
        EXPECT_EQ(std::set<std::string>(found.begin(), found.end()),
                  std::set<std::string>(ids.begin(), ids.end()));
        EXPECT_EQ(found.size(), ids.size());
    }
}

TEST_P(StoreContract, PagesThroughWhatRefersToSeveralMatchesAtOnce)
{
    const Ids chain{newId(), newId()};
    put(plain(chain[0], "a"));
    put(about(chain[1], chain[0], "a"));
    for (int i = 0; i < 20; ++i)
        put(about(newId(), chain[1], "b")); // and so to the first one
    for (const int limit : {1, 2, 5, 21}) {
        const auto found = find([&](auto &f) {
            f.query.agent = agentJson("a");
            f.query.limit = limit;
        });
        EXPECT_EQ(found.size(), 22u) << limit;
        EXPECT_EQ(std::set<std::string>(found.begin(), found.end()).size(), 22u) << limit;
    }
}

TEST_P(StoreContract, FollowsReferencesThatGoRoundOnlyOnce)
{
    const auto a = newId();
    const auto b = newId();
    put(about(a, b, "one"));
    put(about(b, a, "two"));
    EXPECT_EQ(find([](auto &f) { f.query.agent = agentJson("one"); }).size(), 2u);
    const auto self = newId();
    put(about(self, self, "three"));
    EXPECT_EQ(find([](auto &f) { f.query.agent = agentJson("three"); }), Ids{self});
}

TEST_P(StoreContract, FindsWhatRefersToAStatementThatWasVoided) // Communication 2.1.3, 2.1.4
{
    const auto id = newId();
    const auto comment = newId();
    const auto voider = newId();
    put(plain(id, "a", "http://example.org/mistaken"));
    put(about(comment, id));
    put(voiding(voider, id));
    EXPECT_EQ(find([](auto &f) { f.query.verb = "http://example.org/mistaken"; }), (Ids{comment, voider}));
}

TEST_P(StoreContract, HoldsAllFiltersAgainstOneTargetAndTimesAgainstTheReference)
{
    const auto id = newId();
    const auto comment = newId();
    put(plain(id, "a", "http://example.org/v1"));
    clock.advance(1s);
    const auto between = lrs::toMicros(clock.now());
    clock.advance(1s);
    put(about(comment, id));
    const auto finds = [&](const std::string &account, const std::string &verb) {
        return find([&](auto &f) {
            f.query.agent = agentJson(account);
            f.query.verb = verb;
            f.since = between;
        });
    };
    EXPECT_EQ(finds("a", "http://example.org/v1"), Ids{comment});
    EXPECT_EQ(finds("z", "http://example.org/v1"),
              Ids{}); // one filter fits the target, the other the reference
}

TEST_P(StoreContract, GivesAsManyAsAskedForAndSaysWhetherThereIsMore) // Communication 2.1.3; Data 2.5
{
    for (int i = 0; i < 5; ++i)
        put(plain(newId()));
    lrs::StatementFilter filter;
    filter.query.limit = 5;
    EXPECT_FALSE(statements.find(filter)->next.has_value());
    filter.query.limit = 4;
    EXPECT_EQ(statements.find(filter)->statements.size(), 4u);
    EXPECT_TRUE(statements.find(filter)->next.has_value());
    filter.query.limit = 0;
    EXPECT_EQ(statements.find(filter)->statements.size(), 5u);
}

TEST_P(StoreContract, GivesNoMoreThanALargestPageWhateverTheLimit)
{
    std::string body;
    for (int i = 0; i <= lrs::StatementStore::kMaxLimit; ++i)
        body += (i == 0 ? "[" : ",") + plain(newId());
    put(body + "]");
    lrs::StatementFilter filter;
    for (const int limit : {0, lrs::StatementStore::kMaxLimit + 1, std::numeric_limits<int>::max()}) {
        filter.query.limit = limit;
        const auto page = statements.find(filter);
        ASSERT_TRUE(page.ok()) << limit << ": " << page.error().detail;
        EXPECT_EQ(page->statements.size(), std::size_t{lrs::StatementStore::kMaxLimit}) << limit;
        EXPECT_TRUE(page->next.has_value()) << limit;
    }
}

TEST_P(StoreContract, GivesOnlyWhatOneAuthorityStored)
{
    const std::string other = R"({"objectType":"Agent","mbox":"mailto:other@example.org"})";
    const auto mine = newId();
    const auto theirs = newId();
    put(plain(mine));
    put(about(newId(), theirs)); // refers to what the other one stored
    ASSERT_TRUE(statements.add({plain(theirs), {}, xapi::Version::V1_0_3, other, {}, {}}).ok());
    EXPECT_EQ(find([&](auto &f) { f.onlyAuthority = other; }), Ids{theirs});
    EXPECT_EQ(find([&](auto &f) { f.onlyAuthority = kAuthority; }).size(), 2u);
    EXPECT_EQ(find([](auto &f) { f.onlyAuthority = "{}"; }), Ids{});
}

TEST_P(StoreContract, WalksWhatLiesBetweenTwoTimesOnceWhateverTheLimit)
{
    std::vector<lrs::Micros> times;
    for (int i = 0; i < 20; ++i) {
        const auto id = newId();
        put(plain(id));
        times.push_back(storedOf(id));
    }
    const bool passed =
        rc::check("each statement once, in order, also when others write between the pages", [&] {
            const auto count = static_cast<int>(times.size());
            lrs::StatementFilter filter;
            filter.query.limit = *rc::gen::inRange(1, count + 2);
            filter.query.ascending = *rc::gen::arbitrary<bool>();
            const auto from = static_cast<std::size_t>(*rc::gen::inRange(0, count));
            const auto to = static_cast<std::size_t>(*rc::gen::inRange(static_cast<int>(from), count));
            filter.since = times[from];
            filter.until = times[to];
            std::vector<lrs::Micros> walked;
            for (;;) {
                const auto page = statements.find(filter);
                RC_ASSERT(page.ok());
                RC_ASSERT(std::ssize(page->statements) <= filter.query.limit);
                for (const auto &text : page->statements)
                    walked.push_back(*lrs::parseMicros(json::parse(text).at("stored").get<std::string>()));
                if (!page->next)
                    break;
                filter.after = page->next;
                put(plain(newId()));
            }
            if (!filter.query.ascending)
                std::reverse(walked.begin(), walked.end());
            const std::vector<lrs::Micros> expected(times.begin() + static_cast<std::ptrdiff_t>(from) + 1,
                                                    times.begin() + static_cast<std::ptrdiff_t>(to) + 1);
            RC_ASSERT(walked == expected);
        });
    EXPECT_TRUE(passed);
}

TEST_P(StoreContract, WalksEachStatementExactlyOnceWhileAnotherThreadWrites)
{
    constexpr int kBefore = 300;
    std::set<std::string> before;
    for (int i = 0; i < kBefore; ++i) {
        const auto id = newId();
        before.insert(id);
        ASSERT_TRUE(add(plain(id)).ok());
    }
    for (const bool ascending : {true, false}) {
        std::atomic<bool> stop = false;
        std::thread writing([&] {
            while (!stop)
                EXPECT_TRUE(add(plain(newId())).ok());
        });
        lrs::StatementFilter filter;
        filter.query.ascending = ascending;
        filter.query.limit = 7;
        std::vector<std::string> walked;
        std::size_t found = 0;
        while (found < before.size()) {
            const auto page = statements.find(filter);
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

TEST_P(StoreContract, NeverLetsAStatementSlipInBehindConsistentThrough)
{
    constexpr int kEachRound = 20; // a writer without a bound would outrun a reader who begins anew each time
    std::counting_semaphore<> mayWrite(0);
    std::atomic<bool> stop = false;
    std::thread writing([&] {
        for (mayWrite.acquire(); !stop; mayWrite.acquire())
            EXPECT_TRUE(add(plain(newId())).ok());
    });
    lrs::Micros told = 0;
    std::size_t seen = 0;
    for (int i = 0; i < 50; ++i) {
        mayWrite.release(kEachRound);
        lrs::StatementFilter filter;
        filter.until = told;
        const std::size_t now = walk(filter).size();
        if (told != 0) {
            EXPECT_EQ(now, seen);
        }
        const auto page = statements.find({});
        told = page->consistentThrough;
        filter.until = told;
        seen = walk(filter).size();
    }
    stop = true;
    mayWrite.release();
    writing.join();
}

TEST_P(StoreContract, ManyWritersAtOnceAllKeepTheirWord)
{
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t)
        threads.emplace_back([&] {
            for (int i = 0; i < 25; ++i)
                EXPECT_TRUE(add(plain(newId())).ok());
        });
    for (auto &thread : threads)
        thread.join();
    EXPECT_EQ(walk({}).size(), 200u);
}

} // namespace kapok::test
