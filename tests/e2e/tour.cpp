// SPDX-License-Identifier: Apache-2.0
// kapok-tour: the main job with the real programs, real windows and real input. A teacher learns a whole
// course while the server cannot be reached; the server comes back; the app sends by itself; an administrator
// sees the completion. Leaves pictures of every screen and summary.json; exits 1 when anything is not as it
// should be.
#include "core/base/clock.h"
#include "core/base/files.h"
#include "tests/e2e/driver/records.h"
#include "tests/e2e/driver/world.h"

#include <CLI/CLI.hpp>
#include <array>
#include <cstdio>
#include <set>
#include <sstream>

namespace {

using namespace std::chrono_literals;
using kapok::Status;
using kapok::e2e::World;
using nlohmann::json;
namespace fs = std::filesystem;

constexpr const char *kTeacher = "mai.hoang";
constexpr const char *kAdministrator = "so.caobang";
constexpr const char *kCourse = "c03-planning-with-ai";
constexpr int kUpToDate = 5; ///< SyncModel::UpToDate

struct Size {
    const char *name;
    int width;
    int height;
};
constexpr std::array<Size, 4> kSizes = {
    {{"phone", 390, 844}, {"tablet", 1280, 800}, {"tablet-portrait", 800, 1280}, {"desktop", 1440, 900}}};
constexpr std::array<const char *, 3> kLanguages = {"vi", "zh", "en"};
constexpr std::array<const char *, 2> kThemes = {"light", "dark"};

/// Prints one line for each thing done, so that a broken tour tells how far it came.
void tell(const std::string &line)
{
    std::fprintf(stderr, "tour: %s\n", line.c_str());
}

class Tour {
public:
    Tour(World &world, fs::path pictures, bool everyPicture)
        : m_world(world), m_pictures(std::move(pictures)), m_everyPicture(everyPicture)
    {
        fs::create_directories(m_pictures);
    }

    Status run(json &summary)
    {
        KAPOK_TRY(prepare());
        KAPOK_TRY(fetchTheCourse());
        KAPOK_TRY(learnWithoutNetwork());
        KAPOK_TRY(sendWhenConnected());
        KAPOK_TRY(compare(summary));
        return review(summary);
    }

private:
    /// Pictures of what is shown now, in every language, size and theme; then back to the tablet in
    /// Vietnamese.
    Status photograph(const std::string &screen)
    {
        for (const auto &size : kSizes)
            for (const char *theme : kThemes)
                for (const char *language : kLanguages) {
                    const bool ordinary = std::string(size.name) == "tablet" && std::string(language) == "vi";
                    if (!m_everyPicture && !ordinary)
                        continue;
                    KAPOK_TRY(m_world.window().appearance({{"language", language},
                                                           {"theme", theme},
                                                           {"width", size.width},
                                                           {"height", size.height}}));
                    KAPOK_TRY(m_world.window().nothingIsCut());
                    const auto file = screen + "." + size.name + "." + language + "." + theme + ".png";
                    KAPOK_TRY(m_world.window().grab(m_pictures / file));
                    ++m_taken;
                }
        if (!m_everyPicture)
            KAPOK_TRY(readOnAPhone());
        tell("pictures of " + screen);
        return m_world.window().appearance(
            {{"language", "vi"}, {"theme", "light"}, {"width", 1280}, {"height", 800}});
    }

    /// Every word has room on the smallest window, in every language.
    Status readOnAPhone()
    {
        for (const char *language : kLanguages) {
            KAPOK_TRY(m_world.window().appearance(
                {{"language", language}, {"width", kSizes[0].width}, {"height", kSizes[0].height}}));
            KAPOK_TRY(m_world.window().nothingIsCut());
        }
        return kapok::success();
    }

    Status prepare()
    {
        tell("making the demo node");
        KAPOK_TRY(m_world.makeNode());
        KAPOK_TRY(m_world.startServer());
        tell("enrolling the tablet");
        KAPOK_TRY(m_world.enrol());
        KAPOK_TRY(m_world.startApp());
        KAPOK_TRY(m_world.window().waitFor("profilePicker"));
        KAPOK_TRY(photograph("01-people"));
        KAPOK_TRY(m_world.signIn(kTeacher));
        return photograph("02-home");
    }

    Status fetchTheCourse()
    {
        auto &window = m_world.window();
        KAPOK_TRY(window.click("nav-library"));
        KAPOK_TRY(photograph("03-library"));
        KAPOK_TRY(window.click(std::string("course-") + kCourse));
        KAPOK_TRY(window.waitFor("coursePage"));
        KAPOK_TRY(photograph("04-course-not-here"));
        if (window.isShown("courseDownload"))
            KAPOK_TRY(window.click("courseDownload"));
        KAPOK_TRY(window.waitFor("coursePrimary", true, 60s));
        tell("the course is on the tablet");
        return photograph("05-course");
    }

    Status learnWithoutNetwork()
    {
        m_world.killServer();
        tell("the server cannot be reached");
        KAPOK_TRY_ASSIGN(const auto course, m_world.course(kCourse));
        auto &window = m_world.window();
        KAPOK_TRY(window.click("coursePrimary"));
        for (std::size_t i = 0; i < course.lessons.size(); ++i) {
            KAPOK_TRY(learn(course.lessons[i]));
            const bool last = i + 1 == course.lessons.size();
            KAPOK_TRY(window.waitFor("lessonEndNext"));
            if (i == 0)
                KAPOK_TRY(photograph("08-lesson-end"));
            KAPOK_TRY(window.click("lessonEndNext"));
            KAPOK_TRY(window.waitFor(last ? "finished" : "player"));
            tell("lesson " + course.lessons[i].id.value + " is done");
        }
        KAPOK_TRY(photograph("09-finished"));
        KAPOK_TRY(window.click("finishedHome"));
        KAPOK_TRY(window.waitFor("home"));
        KAPOK_TRY(photograph("10-home-waiting"));
        KAPOK_TRY(window.click("syncChip"));
        KAPOK_TRY(window.waitFor("sendNow"));
        KAPOK_TRY(photograph("11-sync-offline"));
        KAPOK_TRY(window.click("sheetClose"));
        return window.waitFor("sendNow", false);
    }

    /// Works through a lesson; each page kind is photographed the first time, questions also after a wrong
    /// answer.
    Status learn(const kapok::course::Lesson &lesson)
    {
        auto &window = m_world.window();
        for (std::size_t i = 0; i < lesson.pages.size(); ++i) {
            const auto &page = lesson.pages[i];
            KAPOK_TRY(window.waitFor("player", "pageIndex", i));
            const bool first = m_kinds.insert(pictureKind(page)).second;
            if (first)
                KAPOK_TRY(photograph("06-page-" + pictureKind(page)));
            if (first && page.kind == "choice")
                KAPOK_TRY(answerWrongly(page));
            KAPOK_TRY(m_world.workOn(page));
            if (first && page.isQuestion())
                KAPOK_TRY(photograph("07-answered-" + page.kind));
            KAPOK_TRY(window.click("playerNext"));
        }
        return kapok::success();
    }

    static std::string pictureKind(const kapok::course::Page &page)
    {
        if (const auto *media = std::get_if<kapok::course::MediaBody>(&page.body))
            return media->kind == kapok::course::MediaKind::Video ? "video" : "audio";
        return page.kind;
    }

    Status answerWrongly(const kapok::course::Page &page)
    {
        auto &window = m_world.window();
        for (const auto &option : std::get<kapok::course::ChoiceBody>(page.body).options)
            if (!option.right) {
                KAPOK_TRY(window.click("option-" + option.id));
                break;
            }
        if (window.isShown("checkButton"))
            KAPOK_TRY(window.click("checkButton"));
        KAPOK_TRY(window.waitFor("feedbackPanel"));
        KAPOK_TRY(photograph("07-not-yet-choice"));
        return window.click("tryAgain");
    }

    Status sendWhenConnected()
    {
        KAPOK_TRY(m_world.startServer());
        tell("the server can be reached again");
        // Nobody presses anything: the engine notices by itself.
        KAPOK_TRY(m_world.window().waitFor("syncChip", "syncState", kUpToDate, 120s));
        KAPOK_TRY(m_world.window().click("syncChip"));
        KAPOK_TRY(photograph("12-sync-sent"));
        KAPOK_TRY(m_world.window().click("sheetClose"));
        KAPOK_TRY(m_world.window().waitFor("sendNow",
                                           false)); // the sheet slides out before anything can be pressed
        KAPOK_TRY(m_world.window().click("nav-record"));
        KAPOK_TRY(m_world.window().waitFor("record"));
        KAPOK_TRY(photograph("13-record"));
        KAPOK_TRY(m_world.window().click("nav-settings"));
        KAPOK_TRY(m_world.window().waitFor("settings"));
        return photograph("14-settings");
    }

    Status compare(json &summary)
    {
        KAPOK_TRY_ASSIGN(const auto device, kapok::e2e::recordedOn(m_world.tablet(), kTeacher));
        KAPOK_TRY_ASSIGN(const auto server, m_world.statementsOnServer(kTeacher));
        const auto difference = kapok::e2e::difference(device.statements, server);
        summary["recorded"] = device.statements.size();
        summary["sent"] = device.sent;
        summary["held"] = server.size();
        summary["waiting"] = device.queued;
        summary["set_aside"] = device.setAside;
        summary["equal"] = difference.empty();
        if (!difference.empty())
            return kapok::Error{kapok::ErrorCode::Corrupt, difference};
        if (device.statements.empty() || device.sent != device.statements.size())
            return kapok::Error{kapok::ErrorCode::Corrupt, "not every statement was sent"};
        tell(std::to_string(server.size()) + " statements, the same on the tablet and on the server");
        return kapok::success();
    }

    Status review(json &summary)
    {
        auto &window = m_world.window();
        KAPOK_TRY(window.click("nav-switch"));
        KAPOK_TRY(m_world.signIn(kAdministrator));
        KAPOK_TRY(window.click("nav-review"));
        KAPOK_TRY(window.waitFor("review"));
        KAPOK_TRY(window.waitFor("review", "busy", false, 30s));
        KAPOK_TRY(photograph("15-review"));
        KAPOK_TRY(window.click("searchPeople"));
        KAPOK_TRY(window.type("mai")); // without accents, as one types in a hurry
        KAPOK_TRY(window.waitFor("person-state-" + std::string(kTeacher), "stateName", "completed", 30s));
        summary["review"] = "completed";
        tell("the administrator sees the completion");
        KAPOK_TRY(photograph("16-review-search"));
        summary["pictures"] = m_taken;
        KAPOK_TRY(m_world.stopApp());
        return appComplainedOfNothing();
    }

    /// The app wrote no warning of QML to standard error, from its first page to its end.
    Status appComplainedOfNothing()
    {
        KAPOK_TRY_ASSIGN(const std::string log, kapok::readFile(m_world.log("kapok")));
        std::istringstream lines(log);
        for (std::string line; std::getline(lines, line);)
            for (const char *complaint : {"qml:", "qrc:", "QML ", "QQuick", "Binding loop", "ReferenceError",
                                          "TypeError", "Cannot assign", "Unable to assign"})
                if (line.find(complaint) != std::string::npos)
                    return kapok::Error{kapok::ErrorCode::Corrupt, "the app complained: " + line};
        return kapok::success();
    }

    World &m_world;
    fs::path m_pictures;
    bool m_everyPicture;
    std::set<std::string> m_kinds;
    int m_taken = 0;
};

} // namespace

int main(int argc, char **argv)
{
    CLI::App app("The main job, driven by real input. Needs an X display.", "kapok-tour");
    std::string bin;
    std::string packages;
    std::string output;
    bool quick = false;
    app.add_option("--bin", bin, "folder of kapok, kapokd and kapok-pack")->required();
    app.add_option("--packages", packages, "folder of .kapok files and their author's .pub")->required();
    app.add_option("--output", output, "folder for pictures and summary.json; made anew")->required();
    app.add_flag("--quick", quick, "pictures of the tablet in Vietnamese only");
    CLI11_PARSE(app, argc, argv);

    std::error_code ignored;
    fs::remove_all(output, ignored);
    World world(bin, packages, fs::path(output) / "world");
    json summary = {{"recorded", 0}, {"sent", 0}, {"held", 0}, {"equal", false}};
    const Status done = Tour(world, fs::path(output) / "pictures", !quick).run(summary);
    summary["ok"] = done.ok();
    if (!done.ok()) {
        summary["error"] = done.error().detail;
        if (world.appRuns())
            (void)world.window().grab(fs::path(output) / "where-it-stopped.png").ok();
        tell("stopped: " + done.error().detail);
    }
    if (const auto saved =
            kapok::writeFileAtomically(fs::path(output) / "summary.json", summary.dump(2) + "\n");
        !saved.ok())
        tell(saved.error().detail);
    std::printf("%s\n", summary.dump().c_str());
    return done.ok() ? 0 : 1;
}
