// SPDX-License-Identifier: Apache-2.0
// The promises of the app, shown on the real programs: real window, real input, real server, real deaths.
#include "core/base/files.h"
#include "tests/e2e/driver/records.h"
#include "tests/e2e/driver/silent_listener.h"
#include "tests/e2e/driver/small_disk.h"
#include "tests/e2e/driver/world.h"

#include <algorithm>
#include <cstdlib>
#include <gtest/gtest.h>
#include <iostream>
#include <optional>
#include <random>

namespace kapok::e2e {
namespace {

using namespace std::chrono_literals;
using nlohmann::json;
namespace fs = std::filesystem;

constexpr const char *kTeacher = "mai.hoang";
constexpr const char *kCourse = "c03-planning-with-ai";
constexpr int kUpToDate = 5; ///< SyncModel::UpToDate
constexpr int kSaved = 0;    ///< LessonSession::Saved

#define ASSERT_DONE(expression)                                                                              \
    do {                                                                                                     \
        const auto kapokDone = (expression);                                                                 \
        ASSERT_TRUE(kapokDone.ok()) << kapokDone.error().detail;                                             \
    } while (false)

unsigned chosenSeed()
{
    const char *given = std::getenv("KAPOK_SEED");
    const unsigned seed =
        given != nullptr ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : std::random_device{}();
    std::cout << "KAPOK_SEED=" << seed << "\n";
    return seed;
}

/// A demo node, an enrolled tablet with the course on it, and no server running.
class AppTest : public testing::Test {
protected:
    void SetUp() override
    {
        if (std::getenv("DISPLAY") == nullptr)
            FAIL() << "no X display; scripts/test brings one (xvfb-run)";
        ASSERT_DONE(m_world.makeNode());
        ASSERT_DONE(m_world.startServer());
        ASSERT_DONE(m_world.enrol());
    }

    void TearDown() override
    {
        if (HasFailure()) { // what is left behind tells why
            if (m_world.appRuns())
                (void)m_world.window().grab(m_folder / "failed.png").ok();
            std::cout << "see " << m_folder << "\n";
            return;
        }
        m_world.killApp();
        m_world.killServer();
        fs::remove_all(m_folder);
    }

    Status openCourse()
    {
        auto &window = m_world.window();
        KAPOK_TRY(window.click("nav-library"));
        KAPOK_TRY(window.click(std::string("course-") + kCourse));
        return window.waitFor("coursePage");
    }

    /// The course on the tablet, by pressing what a teacher presses.
    Status fetchCourse()
    {
        KAPOK_TRY(m_world.startApp());
        KAPOK_TRY(m_world.signIn(kTeacher));
        KAPOK_TRY(openCourse());
        KAPOK_TRY(m_world.window().click("courseDownload"));
        return m_world.window().waitFor("coursePrimary", true, 60s);
    }

    fs::path m_folder = fs::temp_directory_path() / ("kapok-e2e-" + uuidV7(0));
    World m_world{KAPOK_BIN_DIR, KAPOK_PACKAGES_DIR, m_folder};
};

TEST_F(AppTest, KeepsEveryAnswerThatWasShownAsSavedThroughKillsAtRandomMoments)
{
    std::mt19937 random(chosenSeed());
    ASSERT_DONE(fetchCourse());
    m_world.killServer();
    const auto course = m_world.course(kCourse);
    ASSERT_DONE(course);
    const auto &lesson = course->lessons.front();

    std::vector<std::string> shownAsSaved; // pages whose answer the screen called saved
    ASSERT_DONE(m_world.window().click("coursePrimary"));
    for (std::size_t i = 0; i < lesson.pages.size(); ++i) {
        ASSERT_DONE(m_world.window().waitFor("player", "pageIndex", i));
        ASSERT_DONE(m_world.workOn(lesson.pages[i]));
        if (lesson.pages[i].isQuestion())
            shownAsSaved.push_back(lesson.pages[i].id.value);
        if (random() % 2 == 0) {
            m_world.killApp(); // no goodbye
            ASSERT_DONE(m_world.startApp());
            ASSERT_DONE(m_world.signIn(kTeacher));
            ASSERT_DONE(openCourse());
            ASSERT_DONE(m_world.window().click("lesson-" + lesson.id.value));
            ASSERT_DONE(m_world.window().waitFor("player", "pageIndex", i)); // exactly where she stopped
            if (lesson.pages[i].isQuestion()) {
                ASSERT_DONE(m_world.window().waitFor("feedbackPanel"));
            }
        }
        ASSERT_DONE(m_world.window().click("playerNext"));
    }
    m_world.killApp();

    const auto record = recordedOn(m_world.tablet(), kTeacher);
    ASSERT_DONE(record);
    for (const auto &page : shownAsSaved) {
        const auto suffix = "/pages/" + page;
        const bool found =
            std::any_of(record->statements.begin(), record->statements.end(), [&](const json &statement) {
                return statement["verb"]["id"] == "http://adlnet.gov/expapi/verbs/answered" &&
                       statement["object"]["id"].get<std::string>().ends_with(suffix);
            });
        EXPECT_TRUE(found) << "the answer to " << page << " was shown as saved and is gone";
    }
}

TEST_F(AppTest, OpensAndRecordsWhenTheNetworkAcceptsAndNeverAnswers)
{
    ASSERT_DONE(fetchCourse());
    ASSERT_DONE(m_world.stopApp());
    const auto port = m_world.serverUrl().substr(m_world.serverUrl().rfind(':') + 1);
    m_world.killServer();
    const SilentListener silence(std::stoi(port));
    ASSERT_TRUE(silence.listening());

    ASSERT_DONE(m_world.startApp());
    ASSERT_DONE(m_world.signIn(kTeacher));
    ASSERT_DONE(openCourse());
    ASSERT_DONE(m_world.window().click("coursePrimary"));
    const auto course = m_world.course(kCourse);
    ASSERT_DONE(course);
    ASSERT_DONE(m_world.workThrough(course->lessons.front()));
    ASSERT_DONE(m_world.window().waitFor("lessonEndNext"));
    ASSERT_DONE(m_world.stopApp());

    const auto record = recordedOn(m_world.tablet(), kTeacher);
    ASSERT_DONE(record);
    EXPECT_GT(record->queued, 0u);
    EXPECT_EQ(record->sent + record->queued, record->statements.size());
}

TEST_F(AppTest, SendsWhatWasRecordedWithoutNetworkByItselfAndOnlyOnce)
{
    ASSERT_DONE(fetchCourse());
    m_world.killServer();
    const auto course = m_world.course(kCourse);
    ASSERT_DONE(course);
    ASSERT_DONE(m_world.window().click("coursePrimary"));
    ASSERT_DONE(m_world.workThrough(course->lessons.front()));
    ASSERT_DONE(m_world.window().waitFor("lessonEndNext"));
    ASSERT_DONE(m_world.window().click("playerClose"));

    ASSERT_DONE(m_world.startServer());
    ASSERT_DONE(m_world.window().waitFor("syncChip", "syncState", kUpToDate, 120s));
    const auto device = recordedOn(m_world.tablet(), kTeacher);
    ASSERT_DONE(device);
    const auto server = m_world.statementsOnServer(kTeacher);
    ASSERT_DONE(server);
    EXPECT_EQ(difference(device->statements, *server), "");
    EXPECT_EQ(device->sent, device->statements.size());
}

TEST_F(AppTest, ContinuesABrokenDownloadAfterAKill)
{
    ASSERT_DONE(m_world.startApp());
    ASSERT_DONE(m_world.signIn(kTeacher));
    ASSERT_DONE(openCourse());
    ASSERT_DONE(m_world.window().click("courseDownload"));
    m_world.killServer();
    m_world.killApp();
    ASSERT_DONE(m_world.startServer());
    ASSERT_DONE(m_world.startApp());
    ASSERT_DONE(m_world.signIn(kTeacher));
    ASSERT_DONE(openCourse());
    if (m_world.window().isShown("courseDownload"))
        (void)m_world.window().click("courseDownload").ok(); // it may go on by itself before the click
    ASSERT_DONE(m_world.window().waitFor("coursePrimary", true, 60s));
}

/// An app on a disk of its own that is nearly full.
class SmallDiskTest : public AppTest {
protected:
    void SetUp() override
    {
        AppTest::SetUp();
        if (HasFatalFailure())
            return;
        ASSERT_DONE(fetchCourse());
        ASSERT_DONE(m_world.stopApp());
        auto disk = SmallDisk::over(m_world.tablet(), 8 << 20);
        if (!disk.ok() && disk.error().code == ErrorCode::Forbidden)
            GTEST_SKIP() << "this system lets nobody mount a disk: " << disk.error().detail;
        ASSERT_TRUE(disk.ok()) << disk.error().detail;
        m_disk.emplace(*std::move(disk));
    }

    void TearDown() override
    {
        m_world.killApp();
        m_disk.reset();
        AppTest::TearDown();
    }

    Status startAndSignIn()
    {
        KAPOK_TRY(m_world.startApp());
        return m_world.signIn(kTeacher);
    }

    /// How often the record holds an answer to \p page.
    std::ptrdiff_t answersTo(const course::Page &page)
    {
        const auto record = recordedOn(m_world.tablet(), kTeacher);
        EXPECT_TRUE(record.ok());
        return countOf(*record, "/answered", "/pages/" + page.id.value);
    }

    /// Opens the first lesson and goes to its first question, until nothing of that is still to be saved; the
    /// question's place among the pages.
    Result<std::size_t> openFirstQuestion(const course::Lesson &lesson)
    {
        KAPOK_TRY(openCourse());
        KAPOK_TRY(m_world.window().click("coursePrimary"));
        std::size_t i = 0;
        for (; !lesson.pages[i].isQuestion(); ++i) {
            KAPOK_TRY(m_world.window().waitFor("player", "pageIndex", i));
            KAPOK_TRY(m_world.workOn(lesson.pages[i]));
            KAPOK_TRY(m_world.window().click("playerNext"));
        }
        KAPOK_TRY(
            awaitStatement(m_world.tablet(), kTeacher, "/experienced", "/pages/" + lesson.pages[i].id.value));
        return i;
    }

    std::optional<SmallDisk> m_disk;
};

TEST_F(SmallDiskTest, DoesNotShowAnAnswerAsSavedUntilTheFullDiskHasRoom)
{
    const auto course = m_world.course(kCourse);
    ASSERT_DONE(course);
    const auto &lesson = course->lessons.front();
    ASSERT_DONE(startAndSignIn());
    const auto question = openFirstQuestion(lesson);
    ASSERT_DONE(question);
    const auto &page = lesson.pages[*question];

    ASSERT_DONE(m_disk->fill());
    ASSERT_DONE(m_world.answer(page));
    ASSERT_DONE(m_world.window().waitFor("notSaved"));
    EXPECT_EQ(answersTo(page), 0);

    m_disk->free();
    ASSERT_DONE(m_world.window().click("saveAgain"));
    ASSERT_DONE(m_world.window().waitFor("notSaved", false));
    ASSERT_DONE(m_world.window().waitFor("player", "savedState", kSaved));
    ASSERT_DONE(m_world.stopApp());
    EXPECT_EQ(answersTo(page), 1);
}

TEST_F(SmallDiskTest, SaysWhyWhenADiskIsFullOrReadOnlyAndGoesOnWhenItIsMended)
{
    ASSERT_DONE(m_disk->setReadOnly(true));
    ASSERT_DONE(m_world.startApp());
    ASSERT_DONE(m_world.window().waitFor("troublePage"));
    ASSERT_DONE(m_world.stopApp());
    ASSERT_DONE(m_disk->setReadOnly(false));

    ASSERT_DONE(m_disk->fill());
    ASSERT_DONE(m_world.startApp());
    ASSERT_DONE(m_world.window().waitFor("troublePage"));
    m_disk->free();
    ASSERT_DONE(m_world.window().click("openAgain"));
    ASSERT_DONE(m_world.window().waitFor("troublePage", false));
    ASSERT_DONE(m_world.signIn(kTeacher));
    ASSERT_DONE(openCourse());
}

} // namespace
} // namespace kapok::e2e
