// SPDX-License-Identifier: Apache-2.0
// What the app records is what cmi5 says a launcher and a lesson record, whatever she does.
#include "core/learning/progress.h"
#include "core/xapi/vocabulary.h"
#include "tests/core/learner/record_fixture.h"
#include "tests/support/cmi5_sequence.h"
#include "tests/support/fault_vfs.h"

#include <array>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <optional>
#include <rapidcheck.h>
#include <set>
#include <tuple>

namespace kapok::learner {
namespace {

using nlohmann::json;
using std::chrono::seconds;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<std::string> lessonsOf(const course::Course &course)
{
    std::vector<std::string> out;
    for (const auto &lesson : course.lessons)
        out.push_back(course.activityId(lesson.id));
    return out;
}

std::vector<std::string> textsOf(Record &record)
{
    std::vector<std::string> out;
    const auto waiting = record.outbox().oldest(100'000);
    for (const auto &statement : *waiting)
        out.push_back(statement.json);
    return out;
}

class Cmi5Test : public RecordTest {
protected:
    std::vector<std::string> problems(Record &record, bool mayBeOpen = false)
    {
        return test::cmi5Problems({textsOf(record)}, lessonsOf(course), mayBeOpen);
    }

    /// The launch modes of every session, in order.
    static std::vector<std::string> modes(Record &record)
    {
        std::vector<std::string> out;
        for (const std::string &text : textsOf(record)) {
            const json statement = json::parse(text);
            if (statement["verb"]["id"] == xapi::verb::kLaunched)
                out.push_back(statement["context"]["extensions"][std::string(xapi::extension::kLaunchMode)]);
        }
        return out;
    }
};

TEST_F(Cmi5Test, KeepsTheOrderOfACourseWorkedThrough)
{
    auto record = open();
    auto where = visit(record);
    workThrough(record, where);
    ASSERT_TRUE(record.closeLesson(where).ok());
    where = visit(record, "read");
    see(record, where, "first");
    EXPECT_TRUE(see(record, where, "last").due.satisfied);
    ASSERT_TRUE(record.closeLesson(where).ok());
    EXPECT_THAT(problems(record), IsEmpty());
}

TEST_F(Cmi5Test, GivesEachVerdictASessionOfItsOwn)
{
    auto record = open();
    auto where = visit(record);
    answer(record, where, "one", {"a"});
    EXPECT_EQ(record.finish(where, course)->due.verdict, false);
    ASSERT_TRUE(record.retryLesson(where).ok());
    answer(record, where, "one", {"a"});
    EXPECT_EQ(record.finish(where, course)->due.verdict, false);
    workThrough(record, where); // passes in the try that has failed
    ASSERT_TRUE(record.closeLesson(where).ok());
    EXPECT_THAT(problems(record), IsEmpty());
    EXPECT_THAT(modes(record), ElementsAre("Normal", "Normal", "Normal"));
}

TEST_F(Cmi5Test, ReadsAFinishedLessonAgainForReviewOnly)
{
    auto record = open();
    auto where = visit(record);
    workThrough(record, where);
    where = visit(record);
    EXPECT_TRUE(see(record, where, "intro").statements.empty());
    ASSERT_TRUE(record.closeLesson(where).ok());
    EXPECT_THAT(problems(record), IsEmpty());
    EXPECT_THAT(modes(record), ElementsAre("Normal", "Review"));
}

TEST_F(Cmi5Test, LeavesTheReviewForWhatSheDoesAnew)
{
    auto record = open();
    auto where = visit(record);
    workThrough(record, where);
    where = visit(record);
    ASSERT_TRUE(record.retryLesson(where).ok());
    answer(record, where, "one", {"b"});
    ASSERT_TRUE(record.closeLesson(where).ok());
    EXPECT_THAT(problems(record), IsEmpty());
    EXPECT_THAT(modes(record), ElementsAre("Normal", "Review", "Normal"));
}

TEST_F(Cmi5Test, ClosesWhatAKillLeftOpenBeforeTheNextLaunch)
{
    {
        auto record = open();
        const auto where = visit(record);
        answer(record, where, "one", {"a"});
    }
    clock.advance(std::chrono::hours{2});
    auto record = open();
    EXPECT_THAT(problems(record), Contains(HasSubstr("has an end")));
    ASSERT_EQ(*record.closeAbandoned(), 1);
    const auto where = visit(record);
    ASSERT_TRUE(record.closeLesson(where).ok());
    EXPECT_THAT(problems(record), IsEmpty());
    for (const std::string &text : textsOf(record)) {
        const json statement = json::parse(text);
        if (statement["verb"]["id"] == xapi::verb::kAbandoned) {
            EXPECT_EQ(statement["result"]["duration"], "PT20.00S");
        }
    }
}

TEST_F(Cmi5Test, OrdersASessionThoughTheClockIsTurnedBack)
{
    auto record = open();
    const auto where = visit(record);
    see(record, where, "intro");
    clock.advance(-std::chrono::hours{3});
    answer(record, where, "one", {"b"});
    ASSERT_TRUE(record.closeLesson(where).ok());
    EXPECT_THAT(problems(record), IsEmpty());
}

TEST_F(Cmi5Test, SettlesACourseWhoseLessonsWereDoneOnTwoDevices)
{
    auto record = open();
    const auto where = visit(record);
    workThrough(record, where);
    ASSERT_TRUE(record.closeLesson(where).ok());
    EXPECT_FALSE(*record.settleCourse(course));
    Record::Learner elsewhere = kMai;
    elsewhere.id.value = "0190a000-0000-7000-8000-000000000002"; // a folder of its own
    auto other = open(elsewhere);
    const auto there = visit(other, "read");
    see(other, there, "first");
    EXPECT_FALSE(see(other, there, "last").due.satisfied);
    ASSERT_TRUE(other.closeLesson(there).ok());
    const auto own = textsOf(record);
    ASSERT_TRUE(record.receive(textsOf(other), "1").ok());
    EXPECT_TRUE(*record.settleCourse(course));
    EXPECT_FALSE(*record.settleCourse(course));
    EXPECT_TRUE(record.progress(course.iri)->satisfiedAt.has_value());
    EXPECT_THAT(test::cmi5Problems({textsOf(record), textsOf(other)}, lessonsOf(course), false), IsEmpty());
}

TEST_F(Cmi5Test, SettlesACourseAfterItsLastLessonThoughTheClockIsTurnedBackBetweenThem)
{
    auto record = open();
    auto where = visit(record);
    workThrough(record, where);
    ASSERT_TRUE(record.closeLesson(where).ok());
    clock.advance(-std::chrono::hours{3});
    where = visit(record, "read");
    see(record, where, "first");
    EXPECT_TRUE(see(record, where, "last").due.satisfied);
    ASSERT_TRUE(record.closeLesson(where).ok());
    EXPECT_THAT(problems(record), IsEmpty());
}

TEST_F(Cmi5Test, SettlesACourseAfterALessonOfADeviceWhoseClockIsAhead)
{
    auto record = open();
    const auto where = visit(record);
    workThrough(record, where);
    ASSERT_TRUE(record.closeLesson(where).ok());
    Record::Learner elsewhere = kMai;
    elsewhere.id.value = "0190a000-0000-7000-8000-000000000002"; // a folder of its own
    auto other = open(elsewhere);
    clock.advance(std::chrono::hours{5});
    const auto there = visit(other, "read");
    see(other, there, "first");
    see(other, there, "last");
    ASSERT_TRUE(other.closeLesson(there).ok());
    clock.advance(-std::chrono::hours{5});
    ASSERT_TRUE(record.receive(textsOf(other), "1").ok());
    EXPECT_TRUE(*record.settleCourse(course));
    EXPECT_THAT(test::cmi5Problems({textsOf(record), textsOf(other)}, lessonsOf(course), false), IsEmpty());
}

/// A server that keeps the first statement of each id, and two devices of one learner.
class TwoDevices {
public:
    TwoDevices()
    {
        m_disk.skipFlushes();
        for (int i = 0; i < 2; ++i)
            start(i);
    }

    void start(int device)
    {
        auto &each = m_devices[static_cast<std::size_t>(device)];
        each.visit.reset();
        each.record.reset();
        store::OpenOptions options;
        options.vfs = test::FaultVfs::name();
        auto record = Record::open(each.folder.path(), kMai, m_clock, options);
        RC_ASSERT(record.ok());
        each.record.emplace(*std::move(record));
        RC_ASSERT(each.record->closeAbandoned().ok());
    }

    /// Something she does on \p device; \p choice tells what and how.
    void act(int device, int action, int choice)
    {
        static const std::vector<std::vector<std::string>> kOne{{"a"}, {"b"}};
        static const std::vector<std::vector<std::string>> kSeveral{{"b"}, {"a", "c"}};
        static const std::vector<std::vector<std::string>> kOrder{{"second", "first", "third", "fourth"},
                                                                  {"first", "second", "third", "fourth"}};
        auto &each = m_devices[static_cast<std::size_t>(device)];
        m_clock.advance(seconds{5 + choice});
        if (action == 0)
            return exchange(device);
        if (action == 1)
            return start(device);
        if (action <= 3 || !each.visit)
            return openLesson(each, choice % 3 == 0 ? "read" : "ask");
        const std::size_t right = choice % 4 == 0 ? 0 : 1;
        if (action == 4)
            return close(each);
        if (action == 5)
            RC_ASSERT(each.record->finish(*each.visit, m_course).ok());
        else if (action == 6)
            RC_ASSERT(each.record->retryLesson(*each.visit).ok());
        else if (action <= 9)
            seeAll(each, static_cast<std::size_t>(choice));
        else if (each.visit->lesson.value == "ask" && choice % 3 == 0)
            give(each, "one", kOne[right]);
        else if (each.visit->lesson.value == "ask" && choice % 3 == 1)
            give(each, "several", kSeveral[right]);
        else if (each.visit->lesson.value == "ask")
            give(each, "order", kOrder[right]);
    }

    /// Everything is closed and exchanged; then all must hold.
    void judge()
    {
        for (int round = 0; round < 2; ++round) {
            for (int device = 0; device < 2; ++device) {
                auto &each = m_devices[static_cast<std::size_t>(device)];
                if (each.visit)
                    close(each);
                exchange(device);
                RC_ASSERT(each.record->settleCourse(m_course).ok());
                exchange(device);
            }
        }
        std::vector<std::vector<std::string>> made;
        for (const auto &each : m_devices)
            made.push_back(each.made);
        const auto problems = test::cmi5Problems(made, lessonsOf(m_course), false);
        if (!problems.empty())
            RC_FAIL(problems.front());
        judgeProgress();
    }

private:
    struct Device {
        test::TemporaryFolder folder;
        std::optional<Record> record;
        std::optional<LessonVisit> visit;
        std::vector<std::string> made; ///< what the server was sent by it, as recorded
        std::set<std::string> sent;
    };

    void openLesson(Device &each, const char *lesson)
    {
        auto opened = each.record->openLesson(m_course, {lesson}, "vi");
        RC_ASSERT(opened.ok());
        each.visit = *std::move(opened);
    }

    void close(Device &each)
    {
        RC_ASSERT(each.record->closeLesson(*each.visit).ok());
        each.visit.reset();
    }

    void seeAll(Device &each, std::size_t count)
    {
        const auto &pages = m_course.find(each.visit->lesson)->pages;
        for (std::size_t i = 0; i < std::min(count, pages.size()); ++i)
            RC_ASSERT(each.record->pageSeen(*each.visit, m_course, pages[i].id).ok());
    }

    void give(Device &each, const char *page, const std::vector<std::string> &response)
    {
        const auto answered = each.record->answer(*each.visit, m_course, {page}, response, seconds{3});
        RC_ASSERT(answered.ok() || answered.error().code == ErrorCode::Conflict);
    }

    /// Sends what is new and takes everything there is.
    void exchange(int device)
    {
        auto &each = m_devices[static_cast<std::size_t>(device)];
        for (const std::string &text : textsOf(*each.record)) {
            const std::string id = json::parse(text)["id"];
            if (!each.sent.insert(id).second)
                continue;
            each.made.push_back(text);
            if (m_known.insert(id).second)
                m_server.push_back(text);
        }
        RC_ASSERT(each.record->receive(m_server, "1").ok());
    }

    /// Both devices agree, and the statements that only frame a session add nothing to what was learned.
    void judgeProgress()
    {
        static const std::set<std::string_view> kFrame{xapi::verb::kLaunched, xapi::verb::kInitialized,
                                                       xapi::verb::kTerminated, xapi::verb::kAbandoned};
        learning::CourseProgress all;
        learning::CourseProgress learned;
        bool satisfied = false;
        for (const std::string &text : m_server) {
            const auto parsed = *xapi::readText(text);
            learning::fold(all, parsed, m_course.iri);
            if (!kFrame.contains(parsed.verb))
                learning::fold(learned, parsed, m_course.iri);
            satisfied = satisfied || parsed.verb == xapi::verb::kSatisfied;
        }
        for (auto &each : m_devices)
            RC_ASSERT(*each.record->progress(m_course.iri) == all);
        for (const auto &lesson : m_course.lessons) {
            const auto &a = all.lesson(lesson.id);
            const auto &b = learned.lesson(lesson.id);
            RC_ASSERT(a.seen == b.seen);
            RC_ASSERT(a.tries == b.tries);
            RC_ASSERT(a.passedAt == b.passedAt);
            RC_ASSERT(a.completedAt == b.completedAt);
        }
        const auto standing = learning::standing(m_course, all);
        RC_ASSERT(satisfied == (standing.lessonsDone == standing.lessons));
    }

    test::FaultVfs m_disk; // outlives the devices
    test::ManualClock m_clock;
    course::Course m_course = test::sampleCourse();
    std::array<Device, 2> m_devices;
    std::vector<std::string> m_server;
    std::set<std::string> m_known;
};

TEST(Cmi5, HoldsForEveryWalkOverVisitsKillsRetriesAndTwoDevices)
{
    EXPECT_TRUE(rc::check("statements keep to cmi5", [] {
        constexpr int kMostSteps = 30; // enough to finish the course; more only takes longer
        const auto steps = *rc::gen::resize(
            kMostSteps, rc::gen::container<std::vector<std::tuple<int, int, int>>>(rc::gen::tuple(
                            rc::gen::inRange(0, 2), rc::gen::inRange(0, 20), rc::gen::inRange(0, 12))));
        TwoDevices devices;
        for (const auto &[device, action, choice] : steps)
            devices.act(device, action, choice);
        devices.judge();
    }));
}

} // namespace
} // namespace kapok::learner
