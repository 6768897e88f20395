// SPDX-License-Identifier: Apache-2.0
#include "tests/support/cmi5_sequence.h"

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/xapi/builder.h"
#include "core/xapi/vocabulary.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
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

const std::set<std::string, std::less<>> kDefined = {
    std::string(verb::kLaunched),  std::string(verb::kInitialized), std::string(verb::kCompleted),
    std::string(verb::kPassed),    std::string(verb::kFailed),      std::string(verb::kTerminated),
    std::string(verb::kAbandoned), std::string(verb::kSatisfied),   std::string(verb::kWaived)};

bool has(const json &list, std::string_view id)
{
    return std::any_of(list.begin(), list.end(),
                       [&](const json &activity) { return activity.value("id", "") == id; });
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
    made.defined =
        has(context.at("contextActivities").value("category", json::array()), xapi::category::kCmi5);
    return made;
}

/// 9.1, 9.2, 9.6, 9.7: what every statement has.
void checkEnvelope(const Made &made, Problems &out)
{
    const std::string where = last(made.verb) + " " + made.id + ": ";
    const json &actor = made.text.at("actor");
    if (!isUuid(made.id) || !isUuid(made.registration) || !isUuid(made.session))
        out.push_back(where + "its id, registration and session are UUIDs");
    if (actor.value("objectType", "Agent") != "Agent" || !actor.contains("account"))
        out.push_back(where + "its actor is an Agent with an account");
    if (!made.text.at("timestamp").get<std::string>().ends_with("Z"))
        out.push_back(where + "its timestamp is in UTC");
    if (made.defined != kDefined.contains(made.verb))
        out.push_back(where + "the cmi5 category is on cmi5 defined statements and on no others");
    const json &activities = made.text.at("context").at("contextActivities");
    const json result = made.text.value("result", json::object());
    const bool judges = result.contains("success") || result.contains("completion");
    if (has(activities.value("category", json::array()), xapi::category::kMoveOn) != (made.defined && judges))
        out.push_back(where + "the moveon category is with success or completion");
    if (!activities.contains("grouping"))
        out.push_back(where + "the publisher's id is in grouping");
}

/// 9.5: what the result of a cmi5 defined statement has.
void checkResult(const Made &made, Problems &out)
{
    const std::string where = last(made.verb) + " " + made.id + ": ";
    const json result = made.text.value("result", json::object());
    const bool passed = made.verb == verb::kPassed;
    const bool failed = made.verb == verb::kFailed;
    const bool completed = made.verb == verb::kCompleted;
    const bool timed =
        passed || failed || completed || made.verb == verb::kTerminated || made.verb == verb::kAbandoned;
    if (result.contains("duration") != timed)
        out.push_back(where + (timed ? "has a duration" : "has no duration"));
    if (result.contains("success") != (passed || failed) || result.value("success", false) != passed)
        out.push_back(where + "success is true of passed, false of failed, absent elsewhere");
    if (result.value("completion", false) != completed || result.contains("completion") != completed)
        out.push_back(where + "completion is true of completed, absent elsewhere");
    if (result.contains("score") && !passed && !failed)
        out.push_back(where + "a score is only on passed and failed");
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
    const double scaled = made.text.at("result").at("score").at("scaled");
    if ((scaled >= launch.at(mastery).get<double>()) != (made.verb == verb::kPassed))
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
        if (made->defined)
            ++count[made->verb];
    for (const auto &[name, number] : count)
        if (number > 1)
            out.push_back("session " + session + ": " + last(name) + " comes once");
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
        const json &activities = made->text.at("context").at("contextActivities");
        if (!has(activities.at("grouping"), lesson))
            out.push_back(last(made->verb) + " " + made->id + ": the lesson's publisher id is in grouping");
        if (made->registration != all.front()->registration ||
            made->text.at("actor") != all.front()->text.at("actor"))
            out.push_back("session " + session + ": one learner, one registration");
        const bool about = made->verb == verb::kSatisfied || made->object == lesson ||
                           (!made->defined && has(activities.value("parent", json::array()), lesson));
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

/// 9.3: what is allowed once, and never after `passed`.
void checkOnce(const std::vector<Made> &all, Problems &out)
{
    std::map<std::string, std::set<std::string>> once; // registration, verb, object -> ids
    std::map<std::string, const Made *> passed;        // registration, object, device -> the statement
    for (const Made &made : all) {
        if (made.verb == verb::kPassed)
            passed[made.registration + made.object + std::to_string(made.device)] = &made;
        if (made.verb != verb::kPassed && made.verb != verb::kCompleted && made.verb != verb::kSatisfied)
            continue;
        if (made.id != xapi::onceOnlyId({made.registration}, made.object, made.verb).value)
            out.push_back(last(made.verb) + " " + made.id + ": has the id all devices give it");
        if (!once[made.registration + made.verb + made.object].insert(made.id).second)
            out.push_back(last(made.verb) + " " + made.id + ": comes once in a registration");
    }
    for (const Made &made : all) {
        const auto earlier = passed.find(made.registration + made.object + std::to_string(made.device));
        if (made.verb == verb::kFailed && earlier != passed.end() && earlier->second->at < made.at)
            out.push_back("failed " + made.id + ": does not come after passed");
    }
}

/// 9.3.9: satisfied when every lesson moved on.
void checkSatisfied(const std::vector<Made> &all, const std::vector<std::string> &lessons, Problems &out)
{
    std::set<std::string> completed;
    std::set<std::string> passed;
    std::map<std::string, std::string> moveOn;
    for (const Made &made : all) {
        if (made.verb == verb::kCompleted)
            completed.insert(made.object);
        if (made.verb == verb::kPassed)
            passed.insert(made.object);
        if (made.verb == verb::kLaunched)
            moveOn[made.object] =
                made.text.at("context").at("extensions").at(std::string(extension::kMoveOn));
    }
    const auto moved = [&](const std::string &lesson) {
        return completed.contains(lesson) && (moveOn[lesson] == "Completed" || passed.contains(lesson));
    };
    for (const Made &made : all)
        if (made.verb == verb::kSatisfied && !std::all_of(lessons.begin(), lessons.end(), moved))
            out.push_back("satisfied " + made.id + ": every lesson of the course moved on");
}

} // namespace

std::vector<std::string> cmi5Problems(const std::vector<std::vector<std::string>> &devices,
                                      const std::vector<std::string> &lessons, bool mayBeOpen)
{
    Problems out;
    std::vector<Made> all;
    std::set<std::string> known;
    for (std::size_t device = 0; device < devices.size(); ++device) {
        for (const std::string &text : devices[device]) {
            Made made = read(text, device);
            if (!known.insert(made.id).second)
                continue;
            checkEnvelope(made, out);
            if (made.defined)
                checkResult(made, out);
            all.push_back(std::move(made));
        }
    }
    checkSessions(all, mayBeOpen, out);
    checkOnce(all, out);
    checkSatisfied(all, lessons, out);
    return out;
}

} // namespace kapok::test
