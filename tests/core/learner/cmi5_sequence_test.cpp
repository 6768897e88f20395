// SPDX-License-Identifier: Apache-2.0
// The checker that the app's statements are measured with finds each thing it promises to find: one course
// worked through, and each rule of cmi5 (Quartz, the sections named) broken once.
#include "core/xapi/builder.h"
#include "core/xapi/vocabulary.h"
#include "tests/support/cmi5_sequence.h"
#include "tests/support/sample_course.h"

#include <functional>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace kapok::learner {
namespace {

using nlohmann::json;
using std::chrono::seconds;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr Time kBegin{std::chrono::hours{500'000}};
constexpr auto kProgress = "https://w3id.org/xapi/cmi5/result/extensions/progress";
const std::string kMoveOn{xapi::extension::kMoveOn};
const std::string kMode{xapi::extension::kLaunchMode};
const std::string kMastery{xapi::extension::kMasteryScore};

/// Places in a course worked through: the lesson "ask", then the lesson "read", which settles the course.
enum Place { Launch, Begin, Page, Pass, Done, End, Launch2, Begin2, Done2, Satisfied, End2 };

class Cmi5Sequence : public ::testing::Test {
protected:
    using Walk = std::vector<json>;
    struct Break {
        const char *says;
        std::function<void(Walk &)> how;
    };

    xapi::SessionContext contextOf(const char *lesson, std::optional<double> mastery)
    {
        xapi::SessionContext context;
        context.actor = {"https://node.example", "mai"};
        context.course = {course.iri, course.title};
        context.lesson = {course.activityId({lesson}), course.title};
        context.session.value = uuidV7(1);
        context.masteryScore = mastery;
        return context;
    }

    [[nodiscard]] Walk workedThrough() const
    {
        const auto text = [](const xapi::Made &made) { return json::parse(made.json); };
        const xapi::Activity page{course.activityId({"ask"}, {"intro"}), course.title};
        return {text(xapi::launched(ask, xapi::MoveOn::CompletedAndPassed, xapi::LaunchMode::Normal, at(0))),
                text(xapi::initialized(ask, at(0))),
                text(xapi::experienced(ask, page, at(1))),
                text(xapi::passed(ask, 0.9, 1, seconds{2}, at(2))),
                text(xapi::completed(ask, seconds{3}, at(3))),
                text(xapi::terminated(ask, seconds{4}, at(4))),
                text(xapi::launched(read, xapi::MoveOn::Completed, xapi::LaunchMode::Normal, at(10))),
                text(xapi::initialized(read, at(10))),
                text(xapi::completed(read, seconds{4}, at(14))),
                text(xapi::satisfied(read, at(14))),
                text(xapi::terminated(read, seconds{5}, at(15)))};
    }

    static Time at(int second) { return kBegin + seconds{second}; }

    [[nodiscard]] std::vector<std::string> problems(const Walk &walk, bool mayBeOpen = false) const
    {
        std::vector<std::string> texts;
        for (const json &statement : walk)
            texts.push_back(statement.dump());
        return test::cmi5Problems({texts}, {course.activityId({"ask"}), course.activityId({"read"})},
                                  mayBeOpen);
    }

    void expectAllFound(const std::vector<Break> &breaks)
    {
        for (const Break &each : breaks) {
            Walk walk = workedThrough();
            each.how(walk);
            EXPECT_THAT(problems(walk), Contains(HasSubstr(each.says)));
        }
    }

    static json &extensions(json &statement) { return statement["context"]["extensions"]; }
    static json &activities(json &statement) { return statement["context"]["contextActivities"]; }
    static void setTime(json &statement, int second) { statement["timestamp"] = toIso8601(at(second)); }
    static json again(json statement)
    {
        statement["id"] = uuidV7(2);
        return statement;
    }

    course::Course course = test::sampleCourse();
    xapi::SessionContext ask = contextOf("ask", 0.5);
    xapi::SessionContext read = contextOf("read", std::nullopt);
};

TEST_F(Cmi5Sequence, FindsNothingInACourseWorkedThrough)
{
    EXPECT_THAT(problems(workedThrough()), IsEmpty());
    auto walk = workedThrough();
    walk[Page]["result"]["extensions"][kProgress] = 50;
    walk[Pass]["result"]["score"].update({{"raw", 9}, {"min", 0}, {"max", 10}});
    walk[Begin]["result"]["duration"] = "PT0S"; // 9.5.4: others may have one
    walk.pop_back();
    EXPECT_THAT(problems(walk, true), IsEmpty());
}

/// 9.1, 9.2, 9.6, 9.7
TEST_F(Cmi5Sequence, NamesWhatIsBrokenInAStatement)
{
    constexpr auto kUuids = "its id and registration are UUIDs";
    constexpr auto kActor = "its actor is an Agent with an account";
    constexpr auto kCategory = "the cmi5 category is on cmi5 defined statements and on no others";
    constexpr auto kMoved = "the moveon category is with success or completion";
    const json cmi5{{"id", xapi::category::kCmi5}};
    const json moveOn{{"id", xapi::category::kMoveOn}};
    expectAllFound({
        {kUuids, [](Walk &walk) { walk[Page]["id"] = "page-1"; }},
        {kUuids, [](Walk &walk) { walk[Page]["context"]["registration"] = "r"; }},
        {"it names its session",
         [](Walk &walk) { extensions(walk[Page]).erase(std::string(xapi::extension::kSessionId)); }},
        {kActor,
         [](Walk &walk) {
             walk[Page]["actor"] = {{"mbox", "mailto:mai@school.example"}};
         }},
        {kActor, [](Walk &walk) { walk[Page]["actor"]["objectType"] = "Group"; }},
        {"its timestamp is in UTC",
         [](Walk &walk) {
             auto &time = walk[Page]["timestamp"].get_ref<std::string &>();
             time.replace(time.size() - 1, 1, "+00:00");
         }},
        {kCategory, [](Walk &walk) { activities(walk[Begin]).erase("category"); }},
        {kCategory, [&](Walk &walk) { activities(walk[Page])["category"].push_back(cmi5); }},
        {kMoved, [](Walk &walk) { activities(walk[Pass])["category"].erase(1); }},
        {kMoved, [&](Walk &walk) { activities(walk[Begin])["category"].push_back(moveOn); }},
        {"the publisher's id is in grouping", [](Walk &walk) { activities(walk[Page]).erase("grouping"); }},
    });
}

/// 9.5
TEST_F(Cmi5Sequence, NamesWhatIsBrokenInAResult)
{
    constexpr auto kSuccess = "success is true of passed, false of failed, absent elsewhere";
    constexpr auto kCompletion = "completion is true of completed, absent elsewhere";
    constexpr auto kScaled = "a scaled score is between 0 and 1";
    constexpr auto kRaw = "a raw score comes with min and max and lies between them";
    expectAllFound({
        {"has a duration", [](Walk &walk) { walk[End]["result"].erase("duration"); }},
        {kSuccess, [](Walk &walk) { walk[Pass]["result"]["success"] = false; }},
        {kSuccess, [](Walk &walk) { walk[End]["result"]["success"] = true; }},
        {kCompletion, [](Walk &walk) { walk[Done]["result"]["completion"] = false; }},
        {kCompletion, [](Walk &walk) { walk[Pass]["result"]["completion"] = true; }},
        {"a score is only on passed and failed",
         [](Walk &walk) { walk[Done]["result"]["score"]["scaled"] = 1; }},
        {kScaled, [](Walk &walk) { walk[Pass]["result"]["score"]["scaled"] = 1.01; }},
        {kScaled, [](Walk &walk) { walk[Pass]["result"]["score"]["scaled"] = -0.01; }},
        {kRaw, [](Walk &walk) { walk[Pass]["result"]["score"]["raw"] = 9; }},
        {kRaw,
         [](Walk &walk) {
             walk[Pass]["result"]["score"].update({{"raw", 9}, {"min", 0}});
         }},
        {kRaw,
         [](Walk &walk) {
             walk[Pass]["result"]["score"].update({{"raw", 11}, {"min", 0}, {"max", 10}});
         }},
    });
}

/// 9.5.5.1
TEST_F(Cmi5Sequence, NamesWhatIsBrokenInProgress)
{
    const auto says = [](Place place, json progress) {
        return [place, progress = std::move(progress)](Walk &walk) {
            walk[place]["result"]["extensions"][kProgress] = progress;
        };
    };
    constexpr auto kWhole = "progress is a whole number from 0 to 100";
    expectAllFound({{kWhole, says(Page, 101)},
                    {kWhole, says(Page, -1)},
                    {kWhole, says(Page, 50.5)},
                    {kWhole, says(Page, "50")},
                    {"says no progress", says(Done, 100)},
                    {"says no progress after completed", says(End, 100)}});
}

/// 9.3.4, 9.3.5, 9.6.3.2
TEST_F(Cmi5Sequence, NamesAVerdictThatDoesNotAgreeWithItsLaunch)
{
    constexpr auto kLaunched = "has the mastery score of its launch";
    constexpr auto kSide = "its score is on the right side of the mastery score";
    expectAllFound({
        {kLaunched, [](Walk &walk) { extensions(walk[Pass]).erase(kMastery); }},
        {kLaunched, [](Walk &walk) { extensions(walk[Pass])[kMastery] = 0.25; }},
        {kLaunched, [](Walk &walk) { extensions(walk[Launch]).erase(kMastery); }},
        {kSide, [](Walk &walk) { walk[Pass]["result"]["score"]["scaled"] = 0.49; }},
        {kSide, [](Walk &walk) { walk[Pass]["result"].erase("score"); }},
        {kSide,
         [this](Walk &walk) {
             walk[Pass] = json::parse(xapi::failed(ask, 0.1, 1, seconds{2}, at(2)).json);
             walk[Pass]["result"]["score"]["scaled"] = 0.5;
         }},
    });
}

/// 9.3
TEST_F(Cmi5Sequence, NamesWhatIsBrokenInTheOrderOfASession)
{
    constexpr auto kFirst = "begins with launched, initialized";
    constexpr auto kAfterEnd = "nothing comes after its end";
    const auto twice = [](Place place) {
        return [place](Walk &walk) { walk.insert(walk.begin() + place, again(walk[place])); };
    };
    expectAllFound({
        {kFirst, [](Walk &walk) { walk.erase(walk.begin() + Launch); }},
        {kFirst, [](Walk &walk) { walk.erase(walk.begin() + Begin); }},
        {kFirst, [](Walk &walk) { setTime(walk[Page], -1); }},
        {"terminated comes once in a session", twice(End)},
        {"passed comes once in a session", twice(Pass)},
        {"initialized comes once in a session", twice(Begin)},
        {"passed or failed, not both",
         [this](Walk &walk) {
             walk.insert(walk.begin() + Pass, json::parse(xapi::failed(ask, 0.1, 1, seconds{1}, at(1)).json));
         }},
        {kAfterEnd, [](Walk &walk) { setTime(walk[Page], 5); }},
        {kAfterEnd, [](Walk &walk) { setTime(walk[Done], 5); }},
        {"has an end", [](Walk &walk) { walk.erase(walk.begin() + End); }},
    });
}

/// 9.4, 9.6.3, 10
TEST_F(Cmi5Sequence, NamesWhatDoesNotAgreeWithItsLaunch)
{
    constexpr auto kSays = "launched says mode, moveOn and URL";
    constexpr auto kOne = "one learner, one registration";
    constexpr auto kAbout = "is about the lesson that was launched";
    const std::string other = uuidV7(3);
    expectAllFound({
        {kSays, [](Walk &walk) { extensions(walk[Launch]).erase(kMoveOn); }},
        {kSays, [](Walk &walk) { extensions(walk[Launch])[kMode] = "normal"; }},
        {kSays, [](Walk &walk) { extensions(walk[Launch]).erase(std::string(xapi::extension::kLaunchUrl)); }},
        {"the lesson's publisher id is in grouping",
         [](Walk &walk) { activities(walk[Page])["grouping"].erase(1); }},
        {kOne, [](Walk &walk) { walk[Page]["actor"]["account"]["name"] = "lan"; }},
        {kOne, [&](Walk &walk) { walk[Page]["context"]["registration"] = other; }},
        {kAbout, [](Walk &walk) { walk[End]["object"]["id"] = "https://kapok.example/other"; }},
        {kAbout, [](Walk &walk) { activities(walk[Page]).erase("parent"); }},
        {"nothing is recorded in a review", [](Walk &walk) { extensions(walk[Launch])[kMode] = "Review"; }},
    });
}

/// 9.3: in a registration
TEST_F(Cmi5Sequence, NamesWhatComesTwiceOrTooLateInARegistration)
{
    constexpr auto kId = "has the id all devices give it";
    constexpr auto kOnce = "comes once in a registration";
    const auto withIdOfItsOwn = [](Place place) {
        return [place](Walk &walk) { walk[place] = again(walk[place]); };
    };
    const auto twice = [](Place place) {
        return [place](Walk &walk) { walk.push_back(again(walk[place])); };
    };
    expectAllFound({
        {kId, withIdOfItsOwn(Pass)},
        {kId, withIdOfItsOwn(Done)},
        {kId, withIdOfItsOwn(Satisfied)},
        {kOnce, twice(Pass)},
        {kOnce, twice(Done)},
        {kOnce, twice(Satisfied)},
        {"does not come after passed",
         [this](Walk &walk) {
             ask.session.value = uuidV7(4); // another session of the lesson
             walk.push_back(json::parse(xapi::failed(ask, 0.1, 1, seconds{1}, at(21)).json));
         }},
    });
}

/// 9.3.9, 9.4
TEST_F(Cmi5Sequence, NamesWhatIsBrokenInSatisfied)
{
    constexpr auto kAbout = "is about the course, which has the type of one";
    constexpr auto kAll = "every lesson of the course moved on";
    expectAllFound({
        {kAbout,
         [](Walk &walk) { walk[Satisfied]["object"]["definition"]["type"] = xapi::activity_type::kLesson; }},
        {kAbout, [](Walk &walk) { walk[Satisfied]["object"]["id"] = walk[Done2]["object"]["id"]; }},
        {kAbout, [](Walk &walk) { walk[Satisfied]["object"]["id"] = "https://kapok.example/other"; }},
        {kAll, [](Walk &walk) { walk.erase(walk.begin() + Done2); }},
        {kAll, [](Walk &walk) { walk.erase(walk.begin() + Pass); }},
        {"comes when the last lesson has moved on", [](Walk &walk) { setTime(walk[Satisfied], 13); }},
    });
}

} // namespace
} // namespace kapok::learner
