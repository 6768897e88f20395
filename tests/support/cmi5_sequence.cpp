// SPDX-License-Identifier: Apache-2.0
#include "tests/support/cmi5_sequence.h"

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/xapi/builder.h"
#include "core/xapi/vocabulary.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

namespace kapok::test {
namespace {

using nlohmann::json;
namespace verb = xapi::verb;
namespace extension = xapi::extension;
using Problems = std::vector<std::string>;

struct Made {
    json text;
    Time at{};
    std::string id;
    std::string verb;
    std::string object;
    std::string session;
    std::string registration;
    std::size_t device = 0;
    bool defined = false; ///< "cmi5 defined", by its category
};

/// cmi5 9.5.5.1. The app does not use it.
constexpr std::string_view kProgress = "https://w3id.org/xapi/cmi5/result/extensions/progress";

const std::set<std::string, std::less<>> kDefined = {
    std::string(verb::kLaunched),  std::string(verb::kInitialized), std::string(verb::kCompleted),
    std::string(verb::kPassed),    std::string(verb::kFailed),      std::string(verb::kTerminated),
    std::string(verb::kAbandoned), std::string(verb::kSatisfied),   std::string(verb::kWaived)};

bool has(const json &list, std::string_view id)
{
    return std::any_of(list.begin(), list.end(),
                       [&](const json &activity) { return activity.value("id", "") == id; });
}

/// The activities that the context names as \p kind, an array.
json activities(const json &statement, std::string_view kind)
{
    return statement.at("context").at("contextActivities").value(std::string(kind), json::array());
}

json resultOf(const json &statement)
{
    return statement.value("result", json::object());
}

/// Nothing when it says none.
std::optional<json> progressOf(const json &statement)
{
    const json extensions = resultOf(statement).value("extensions", json::object());
    const auto found = extensions.find(std::string(kProgress));
    return found == extensions.end() ? std::nullopt : std::optional<json>(*found);
}

std::string last(const std::string &iri)
{
    return iri.substr(iri.rfind('/') + 1);
}

Made read(const std::string &text, std::size_t device)
{
    Made made;
    made.text = json::parse(text);
    const json &context = made.text.at("context");
    made.id = made.text.at("id");
    made.verb = made.text.at("verb").at("id");
    made.object = made.text.at("object").at("id");
    made.session = context.at("extensions").value(std::string(extension::kSessionId), "");
    made.registration = context.value("registration", "");
    made.at = *parseIso8601(made.text.at("timestamp").get<std::string>());
    made.device = device;
    made.defined = has(activities(made.text, "category"), xapi::category::kCmi5);
    return made;
}

/// 9.1, 9.2, 9.6, 9.7: what every statement has.
void checkEnvelope(const Made &made, Problems &out)
{
    const std::string where = last(made.verb) + " " + made.id + ": ";
    const json &actor = made.text.at("actor");
    if (!isUuid(made.id) || !isUuid(made.registration))
        out.push_back(where + "its id and registration are UUIDs");
    if (made.session.empty()) // 9.6.3.1: any string, unique for the actor and the registration
        out.push_back(where + "it names its session");
    if (actor.value("objectType", "Agent") != "Agent" || !actor.contains("account"))
        out.push_back(where + "its actor is an Agent with an account");
    if (!made.text.at("timestamp").get<std::string>().ends_with("Z"))
        out.push_back(where + "its timestamp is in UTC");
    if (made.defined != kDefined.contains(made.verb))
        out.push_back(where + "the cmi5 category is on cmi5 defined statements and on no others");
    const json result = resultOf(made.text);
    const bool judges = result.contains("success") || result.contains("completion");
    if (has(activities(made.text, "category"), xapi::category::kMoveOn) != (made.defined && judges))
        out.push_back(where + "the moveon category is with success or completion");
    if (activities(made.text, "grouping").empty())
        out.push_back(where + "the publisher's id is in grouping");
}

/// 9.5.1: the numbers of a score.
void checkScore(const Made &made, const json &score, Problems &out)
{
    const std::string where = last(made.verb) + " " + made.id + ": ";
    if (made.verb != verb::kPassed && made.verb != verb::kFailed)
        out.push_back(where + "a score is only on passed and failed");
    const double scaled = score.value("scaled", 0.0);
    if (scaled < 0 || scaled > 1)
        out.push_back(where + "a scaled score is between 0 and 1");
    if (!score.contains("raw"))
        return;
    const bool bounded = score.contains("min") && score.contains("max");
    if (!bounded || score.at("raw") < score.at("min") || score.at("raw") > score.at("max"))
        out.push_back(where + "a raw score comes with min and max and lies between them");
}

/// 9.5.5.1: of statements of any verb but completed.
void checkProgress(const Made &made, Problems &out)
{
    constexpr int kWhole = 100;
    const auto progress = progressOf(made.text);
    if (!progress)
        return;
    const std::string where = last(made.verb) + " " + made.id + ": ";
    if (!progress->is_number_integer() || *progress < 0 || *progress > kWhole)
        out.push_back(where + "progress is a whole number from 0 to 100");
    if (made.defined && made.verb == verb::kCompleted)
        out.push_back(where + "says no progress");
}

/// 9.5: what the result of a cmi5 defined statement has.
void checkResult(const Made &made, Problems &out)
{
    const std::string where = last(made.verb) + " " + made.id + ": ";
    const json result = resultOf(made.text);
    const bool passed = made.verb == verb::kPassed;
    const bool failed = made.verb == verb::kFailed;
    const bool completed = made.verb == verb::kCompleted;
    const bool timed =
        passed || failed || completed || made.verb == verb::kTerminated || made.verb == verb::kAbandoned;
    if (timed && !result.contains("duration"))
        out.push_back(where + "has a duration");
    if (result.contains("success") != (passed || failed) || result.value("success", false) != passed)
        out.push_back(where + "success is true of passed, false of failed, absent elsewhere");
    if (result.value("completion", false) != completed || result.contains("completion") != completed)
        out.push_back(where + "completion is true of completed, absent elsewhere");
    if (result.contains("score"))
        checkScore(made, result.at("score"), out);
}

/// 9.5.1, 9.6.3.2: a verdict agrees with the mastery score of the launch.
void checkVerdict(const Made &made, const json &launch, Problems &out)
{
    const std::string mastery(extension::kMasteryScore);
    if (made.verb != verb::kPassed && made.verb != verb::kFailed)
        return;
    const json &own = made.text.at("context").at("extensions");
    if (!launch.contains(mastery) || !own.contains(mastery) || own.at(mastery) != launch.at(mastery)) {
        out.push_back(last(made.verb) + " " + made.id + ": has the mastery score of its launch");
        return;
    }
    const json score = resultOf(made.text).value("score", json::object());
    const bool reached = score.contains("scaled") && score.at("scaled") >= launch.at(mastery);
    if (!score.contains("scaled") || reached != (made.verb == verb::kPassed))
        out.push_back(last(made.verb) + " " + made.id +
                      ": its score is on the right side of the mastery score");
}

/// 9.3: launched, initialized, …, terminated or abandoned.
void checkOrder(const std::string &session, const std::vector<const Made *> &all, bool mayBeOpen,
                Problems &out)
{
    const auto is = [](const Made *made, std::string_view wanted) { return made->verb == wanted; };
    if (all.size() < 2 || !is(all[0], verb::kLaunched) || !is(all[1], verb::kInitialized)) {
        out.push_back("session " + session + ": begins with launched, initialized");
        return;
    }
    std::map<std::string, int> count;
    for (const Made *made : all)
        if (made->defined && made->verb != verb::kSatisfied) // of a block and of its course
            ++count[made->verb];
    for (const auto &[name, number] : count)
        if (number > 1)
            out.push_back("session " + session + ": " + last(name) + " comes once in a session");
    if (count.contains(std::string(verb::kPassed)) && count.contains(std::string(verb::kFailed)))
        out.push_back("session " + session + ": passed or failed, not both");
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool ends = is(all[i], verb::kTerminated) || is(all[i], verb::kAbandoned);
        if (ends && i + 1 < all.size())
            out.push_back("session " + session + ": nothing comes after its end");
        if (!ends && i + 1 == all.size() && !mayBeOpen)
            out.push_back("session " + session + ": has an end");
    }
}

/// 9.4, 9.6.3, 10: what the launch says holds for the whole session.
void checkLaunch(const std::string &session, const std::vector<const Made *> &all, Problems &out)
{
    const json &launch = all.front()->text.at("context").at("extensions");
    const std::string mode = launch.value(std::string(extension::kLaunchMode), "");
    if ((mode != "Normal" && mode != "Review") || !launch.contains(std::string(extension::kMoveOn)) ||
        !launch.contains(std::string(extension::kLaunchUrl)))
        out.push_back("session " + session + ": launched says mode, moveOn and URL");
    const std::string &lesson = all.front()->object;
    for (const Made *made : all) {
        if (!has(activities(made->text, "grouping"), lesson))
            out.push_back(last(made->verb) + " " + made->id + ": the lesson's publisher id is in grouping");
        if (made->registration != all.front()->registration ||
            made->text.at("actor") != all.front()->text.at("actor"))
            out.push_back("session " + session + ": one learner, one registration");
        const bool about = made->verb == verb::kSatisfied || made->object == lesson ||
                           (!made->defined && has(activities(made->text, "parent"), lesson));
        if (!about)
            out.push_back(last(made->verb) + " " + made->id + ": is about the lesson that was launched");
        const bool reading = made->verb == verb::kLaunched || made->verb == verb::kInitialized ||
                             made->verb == verb::kTerminated || made->verb == verb::kAbandoned;
        if (mode == "Review" && !reading)
            out.push_back(last(made->verb) + " " + made->id + ": nothing is recorded in a review");
        checkVerdict(*made, launch, out);
    }
}

void checkSessions(const std::vector<Made> &all, bool mayBeOpen, Problems &out)
{
    std::map<std::string, std::vector<const Made *>> sessions;
    for (const Made &made : all)
        sessions[made.session].push_back(&made);
    for (auto &[session, list] : sessions) {
        std::stable_sort(list.begin(), list.end(),
                         [](const Made *a, const Made *b) { return a->at < b->at; });
        if (list.size() == 1 && list.front()->verb == verb::kSatisfied)
            continue; // 9.6.1: outside of a session, under an id of its own
        const std::size_t before = out.size();
        checkOrder(session, list, mayBeOpen, out);
        if (out.size() == before)
            checkLaunch(session, list, out);
    }
}

/// 9.3, 9.5.5.1: what does not follow what, by their timestamps.
void checkAfter(const std::vector<Made> &all, Problems &out)
{
    for (const Made &earlier : all) {
        for (const Made &made : all) {
            const bool follows =
                earlier.defined && made.registration == earlier.registration && earlier.at < made.at;
            if (follows && made.verb == verb::kFailed && earlier.verb == verb::kPassed &&
                made.object == earlier.object && made.device == earlier.device)
                out.push_back("failed " + made.id + ": does not come after passed");
            if (follows && earlier.verb == verb::kCompleted && progressOf(made.text) &&
                has(activities(made.text, "grouping"), earlier.object))
                out.push_back(last(made.verb) + " " + made.id + ": says no progress after completed");
        }
    }
}

/// 9.3: what is allowed once in a registration.
void checkOnce(const std::vector<Made> &all, Problems &out)
{
    std::map<std::string, int> count; // of registration, verb, object
    for (const Made &made : all) {
        if (!made.defined ||
            (made.verb != verb::kPassed && made.verb != verb::kCompleted && made.verb != verb::kSatisfied))
            continue;
        if (made.id != xapi::onceOnlyId({made.registration}, made.object, made.verb).value)
            out.push_back(last(made.verb) + " " + made.id + ": has the id all devices give it");
        if (++count[made.registration + made.verb + made.object] > 1)
            out.push_back(last(made.verb) + " " + made.id + ": comes once in a registration");
    }
}

/// How far each lesson of a course came.
struct Moved {
    std::map<std::string, Time> completed;
    std::map<std::string, Time> passed;
    std::map<std::string, std::string> moveOn;

    /// Since when it meets its moveOn; nothing when it does not.
    std::optional<Time> at(const std::string &lesson) const
    {
        const auto done = completed.find(lesson);
        const auto verdict = passed.find(lesson);
        const auto rule = moveOn.find(lesson);
        if (done == completed.end() || rule == moveOn.end())
            return std::nullopt;
        if (rule->second == "Completed")
            return done->second;
        return verdict == passed.end() ? std::nullopt
                                       : std::optional(std::max(done->second, verdict->second));
    }
};

/// Of a statement that two devices made apart, the earlier one counts.
void note(Moved &moved, const Made &made)
{
    const auto keepEarliest = [&](std::map<std::string, Time> &times) {
        const auto at = times.emplace(made.object, made.at).first;
        at->second = std::min(at->second, made.at);
    };
    if (made.verb == verb::kCompleted)
        keepEarliest(moved.completed);
    if (made.verb == verb::kPassed)
        keepEarliest(moved.passed);
    if (made.verb == verb::kLaunched)
        moved.moveOn[made.object] =
            made.text.at("context").at("extensions").value(std::string(extension::kMoveOn), "");
}

/// 9.3.9, 9.4: satisfied is about the course, and comes when every lesson moved on.
void checkSatisfied(const std::vector<Made> &all, const std::vector<std::string> &lessons, const Moved &moved,
                    Problems &out)
{
    for (const Made &made : all) {
        if (made.verb != verb::kSatisfied)
            continue;
        const std::string where = "satisfied " + made.id + ": ";
        const json definition = made.text.at("object").value("definition", json::object());
        const bool isLesson = std::find(lessons.begin(), lessons.end(), made.object) != lessons.end();
        // decision 160: the course has its author's id, so it is the one in grouping
        if (definition.value("type", "") != xapi::activity_type::kCourse || isLesson ||
            !has(activities(made.text, "grouping"), made.object))
            out.push_back(where + "is about the course, which has the type of one");
        const auto movedOn = [&](const std::string &lesson) { return moved.at(lesson).has_value(); };
        const auto later = [&](const std::string &lesson) { return moved.at(lesson) > made.at; };
        if (!std::all_of(lessons.begin(), lessons.end(), movedOn))
            out.push_back(where + "every lesson of the course moved on");
        else if (std::any_of(lessons.begin(), lessons.end(), later))
            out.push_back(where + "comes when the last lesson has moved on");
    }
}

} // namespace

std::vector<std::string> cmi5Problems(const std::vector<std::vector<std::string>> &devices,
                                      const std::vector<std::string> &lessons, bool mayBeOpen)
{
    Problems out;
    std::vector<Made> all;
    std::set<std::string> known;
    Moved moved;
    for (std::size_t device = 0; device < devices.size(); ++device) {
        for (const std::string &text : devices[device]) {
            Made made = read(text, device);
            note(moved, made);
            if (!known.insert(made.id).second)
                continue;
            checkEnvelope(made, out);
            checkProgress(made, out);
            if (made.defined)
                checkResult(made, out);
            all.push_back(std::move(made));
        }
    }
    checkSessions(all, mayBeOpen, out);
    checkOnce(all, out);
    checkAfter(all, out);
    checkSatisfied(all, lessons, moved, out);
    return out;
}

} // namespace kapok::test
