// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/vocabulary.h"
#include "tests/core/learner/record_fixture.h"

#include <algorithm>
#include <atomic>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>

namespace kapok::learner {
namespace {

using ::testing::ElementsAre;

const Record::Learner kMaiElsewhere{kMai.id, kMai.account, {"0190a000-0000-7000-8000-0000000000d2"}};

/// Two devices of one teacher, and a server that keeps the first statement of an id.
class SyncTest : public RecordTest {
protected:
    Record openOther()
    {
        auto record = Record::open(m_other.path(), kMaiElsewhere, clock);
        EXPECT_TRUE(record.ok());
        return *std::move(record);
    }

    static std::vector<std::string> texts(Record &record)
    {
        std::vector<std::string> out;
        const auto waiting = record.outbox().oldest(10'000);
        for (const auto &statement : *waiting)
            out.push_back(statement.json);
        return out;
    }

private:
    test::TemporaryFolder m_other;
};

TEST_F(SyncTest, KeepsAStatementUntilTheServerConfirmsIt)
{
    auto record = open();
    visit(record);
    const auto waiting = *record.outbox().oldest(10);
    ASSERT_EQ(waiting.size(), 2U);
    EXPECT_EQ(*record.outbox().lastSent(), std::nullopt);
    const std::vector<StatementId> ids{waiting[0].id, {"0190a000-0000-7000-8000-ffffffffffff"}};
    ASSERT_TRUE(record.outbox().markSent(ids, clock.now()).ok());
    EXPECT_THAT(*record.outbox().oldest(10), ElementsAre(waiting[1]));
    EXPECT_EQ(record.outbox().counts()->sent, 1);
    EXPECT_EQ(*record.outbox().lastSent(), clock.now());
    EXPECT_TRUE(record.statement(waiting[0].id)->has_value());
}

TEST_F(SyncTest, SetsOneRefusedStatementAsideAndQueuesItAgain)
{
    auto record = open();
    visit(record);
    const auto waiting = *record.outbox().oldest(10);
    ASSERT_TRUE(record.outbox().setAside(waiting[0].id, "$.verb: no").ok());
    EXPECT_THAT(*record.outbox().oldest(10), ElementsAre(waiting[1]));
    const auto items = *record.outbox().waiting(10);
    ASSERT_EQ(items.size(), 2U);
    EXPECT_TRUE(items[0].setAside);
    EXPECT_EQ(items[0].reason, "$.verb: no");
    EXPECT_EQ(items[0].verb, xapi::verb::kLaunched);
    EXPECT_EQ(items[0].courseIri, course.iri);
    EXPECT_EQ(items[0].at, clock.now());
    ASSERT_TRUE(record.outbox().queueAgain(waiting[0].id).ok());
    EXPECT_THAT(*record.outbox().oldest(10), ElementsAre(waiting[0], waiting[1]));
}

TEST_F(SyncTest, SumsUpWhatWaitsByLesson)
{
    auto record = open();
    const auto opened = visit(record);
    workThrough(record, opened);
    ASSERT_TRUE(record.finish(opened, course).ok());
    const auto lessons = *record.outbox().lessons();
    const auto lesson = std::find_if(lessons.begin(), lessons.end(),
                                     [](const WaitingLesson &one) { return one.lesson.value == "ask"; });
    ASSERT_NE(lesson, lessons.end());
    EXPECT_EQ(lesson->courseIri, course.iri);
    EXPECT_EQ(lesson->answers, 3);
    EXPECT_EQ(lesson->pages, 4);
    EXPECT_TRUE(lesson->finished);
    EXPECT_FALSE(lesson->setAside);
    EXPECT_EQ(lesson->latest, clock.now());
    int all = 0;
    for (const auto &one : lessons)
        all += one.statements;
    EXPECT_EQ(all, record.outbox().counts()->queued);
    EXPECT_LE(lessons.size(), 2U); // the lesson, and the course when this was all of it
}

TEST_F(SyncTest, SumsUpWhatWasSetAsideApartFromWhatWaits)
{
    auto record = open();
    visit(record);
    const auto waiting = *record.outbox().oldest(10);
    ASSERT_TRUE(record.outbox().setAside(waiting[0].id, "no").ok());
    const auto lessons = *record.outbox().lessons();
    ASSERT_EQ(lessons.size(), 2U);
    EXPECT_NE(lessons[0].setAside, lessons[1].setAside);
    EXPECT_EQ(lessons[0].lesson, lessons[1].lesson);
    EXPECT_EQ(lessons[0].statements, 1);
    EXPECT_EQ(lessons[1].statements, 1);
    const std::vector<StatementId> ids{waiting[1].id};
    ASSERT_TRUE(record.outbox().markSent(ids, clock.now()).ok());
    EXPECT_EQ(record.outbox().lessons()->size(), 1U);
    EXPECT_EQ(*record.outbox().lessonsWaiting(), 0);
}

TEST_F(SyncTest, AgreesOnceBothDevicesHoldTheSameStatements)
{
    auto tablet = open();
    auto phone = openOther();
    auto onTablet = visit(tablet);
    auto onPhone = visit(phone);
    answer(tablet, onTablet, "one", {"a"});
    see(phone, onPhone, "intro");
    answer(phone, onPhone, "one", {"b"});
    see(tablet, onTablet, "order");
    const auto fromTablet = texts(tablet);
    const auto fromPhone = texts(phone);
    EXPECT_EQ(*tablet.receive(fromPhone, "c1"), static_cast<int>(fromPhone.size()));
    EXPECT_EQ(*phone.receive(fromTablet, "c2"), static_cast<int>(fromTablet.size()));
    EXPECT_EQ(*tablet.allProgress(), *phone.allProgress());
    EXPECT_EQ(*tablet.pullCursor(), "c1");
    EXPECT_EQ(*tablet.receive(fromPhone, "c3"), 0);
    EXPECT_EQ(tablet.outbox().counts()->queued, static_cast<int>(fromTablet.size()));
}

TEST_F(SyncTest, TakesTheServersVersionOfAOnceOnlyStatement)
{
    auto tablet = open();
    auto phone = openOther();
    see(tablet, visit(tablet, "read"), "first");
    clock.advance(std::chrono::hours{3});
    see(phone, visit(phone, "read"), "first"); // the same id, three hours later
    const auto first = texts(tablet).back();
    const auto id = xapi::readText(first)->id;
    ASSERT_NE(*phone.statement(id), first);
    ASSERT_TRUE(phone.receive(std::vector{first}, "c").ok());
    EXPECT_EQ(*phone.statement(id), first);
    EXPECT_EQ(phone.outbox().counts()->queued, 2); // launched and initialized; experienced is there already
    EXPECT_EQ(phone.progress(course.iri)->lesson({"read"}).seen,
              tablet.progress(course.iri)->lesson({"read"}).seen);
}

TEST_F(SyncTest, CountsItsOwnStatementComingBackAsSent)
{
    auto record = open();
    visit(record);
    std::vector<std::string> back;
    for (const auto &text : texts(record)) {
        auto statement = nlohmann::json::parse(text);
        statement["stored"] = "2026-11-22T09:00:00.000Z";
        back.push_back(statement.dump());
    }
    const auto mine = *record.outbox().oldest(10);
    EXPECT_EQ(*record.receive(back, "c"), 0);
    EXPECT_EQ(record.outbox().counts()->queued, 0);
    EXPECT_EQ(*record.statement(mine[0].id), mine[0].json); // the bytes made here stay
}

TEST_F(SyncTest, IgnoresStatementsOfSomebodyElseAndRubbish)
{
    auto record = open();
    auto phone =
        Record::open(folder.path(),
                     {{"0190a000-0000-7000-8000-000000000002"}, {"https://node.example", "lan"}, {}}, clock);
    ASSERT_TRUE(phone.ok());
    ASSERT_TRUE(phone->openLesson(course, {"ask"}, "vi").ok());
    auto strange = texts(*phone);
    strange.emplace_back("{");
    strange.emplace_back("[1]");
    EXPECT_EQ(*record.receive(strange, "c"), 0);
    EXPECT_TRUE(record.allProgress()->empty());
}

TEST_F(SyncTest, LeavesVoidedStatementsOutInWhicheverOrderTheyArrive)
{
    auto tablet = open();
    const auto saved = answer(tablet, visit(tablet), "one", {"b"}).recorded.statements.front();
    const nlohmann::json voiding = {
        {"id", "0190a000-0000-7000-8000-00000000aaaa"},
        {"actor", {{"account", {{"homePage", "https://node.example"}, {"name", "office"}}}}},
        {"verb", {{"id", xapi::verb::kVoided}}},
        {"object", {{"objectType", "StatementRef"}, {"id", saved.value}}},
        {"timestamp", "2026-11-22T10:00:00Z"}};
    auto phone = openOther();
    auto statements = texts(tablet);
    statements.insert(statements.begin(), voiding.dump());
    ASSERT_TRUE(phone.receive(statements, "c").ok());
    ASSERT_TRUE(tablet.receive(std::vector{voiding.dump()}, "c").ok());
    EXPECT_EQ(tablet.progress(course.iri)->lesson({"ask"}).latest({"one"}), nullptr);
    EXPECT_EQ(phone.progress(course.iri)->lesson({"ask"}).latest({"one"}), nullptr);
    ASSERT_TRUE(tablet.rebuildProgress().ok());
    EXPECT_EQ(*tablet.allProgress(), *phone.allProgress());
}

TEST_F(SyncTest, LetsTheWorkerRecordWhileTheEngineSends)
{
    auto worker = open();
    auto engine = open(); // its own connection to the same file
    const auto where = visit(worker);
    const auto batch = *engine.outbox().oldest(10);
    ASSERT_EQ(batch.size(), 2U);
    answer(worker, where, "one", {"a"});
    const std::vector<StatementId> ids{batch[0].id, batch[1].id};
    ASSERT_TRUE(engine.outbox().markSent(ids, clock.now()).ok());
    EXPECT_EQ(worker.outbox().counts()->queued, 1);
    EXPECT_EQ(answeredPages(*engine.progress(course.iri)), 1U);
}

TEST_F(SyncTest, LosesNothingWhileOneThreadRecordsAndAnotherConfirms)
{
    constexpr int kAnswers = 60;
    std::atomic<bool> done{false};
    std::set<StatementId> recorded;
    std::set<StatementId> confirmed;
    std::thread worker([&] {
        auto record = open();
        auto where = visit(record);
        for (const auto &statement : texts(record))
            recorded.insert(xapi::readText(statement)->id);
        for (int i = 0; i < kAnswers; ++i) {
            const auto answered = record.answer(where, course, {"one"}, {"b"}, std::chrono::seconds{1});
            EXPECT_TRUE(answered.ok()) << (answered.ok() ? "" : answered.error().detail);
            if (answered.ok())
                recorded.insert(answered->recorded.statements.begin(), answered->recorded.statements.end());
            EXPECT_TRUE(record.retryLesson(where).ok());
        }
        done = true;
    });
    std::thread engine([&] {
        auto record = open();
        for (bool last = false; !last;) {
            last = done;
            std::vector<StatementId> ids;
            const auto batch = record.outbox().oldest(7);
            EXPECT_TRUE(batch.ok());
            for (const auto &statement : *batch)
                ids.push_back(statement.id);
            EXPECT_TRUE(record.outbox().markSent(ids, clock.now()).ok());
            confirmed.insert(ids.begin(), ids.end());
            last = last && ids.empty();
        }
    });
    worker.join();
    engine.join();
    // launched, initialized and an answer in each try's session, and what ended it.
    EXPECT_EQ(recorded.size(), 3U * kAnswers);
    EXPECT_EQ(confirmed.size(), recorded.size() + kAnswers);
    EXPECT_TRUE(std::includes(confirmed.begin(), confirmed.end(), recorded.begin(), recorded.end()));
}

} // namespace
} // namespace kapok::learner
