// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/builder.h"

#include "core/xapi/json_text.h"
#include "core/xapi/vocabulary.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>

namespace kapok::xapi {
namespace {

// Keys are written in the order of their bytes, as everything here always wrote them.

/// What a verb is called where statements are shown to people.
struct VerbName {
    std::string_view id;
    std::string_view vi;
    std::string_view zh;
    std::string_view en;
};
constexpr VerbName kVerbNames[] = {
    {verb::kLaunched, "đã mở", "已打开", "launched"},
    {verb::kInitialized, "đã bắt đầu", "已开始", "initialized"},
    {verb::kExperienced, "đã xem", "已浏览", "experienced"},
    {verb::kAnswered, "đã trả lời", "已作答", "answered"},
    {verb::kCompleted, "đã học xong", "已学完", "completed"},
    {verb::kPassed, "đã đạt", "已通过", "passed"},
    {verb::kFailed, "chưa đạt", "未通过", "failed"},
    {verb::kTerminated, "đã kết thúc", "已结束", "terminated"},
    {verb::kAbandoned, "đã dừng giữa chừng", "中途停止", "abandoned"},
    {verb::kSatisfied, "đã hoàn thành khoá học", "已完成课程", "satisfied"},
};

void addMember(std::string &out, std::string_view key, std::string_view text)
{
    addJsonKey(out, key);
    addJsonText(out, text);
}

/// Appends a member whose value is JSON already.
void addRaw(std::string &out, std::string_view key, std::string_view json)
{
    addJsonKey(out, key);
    out += json;
}

std::string jsonOf(std::string_view text)
{
    std::string out;
    addJsonText(out, text);
    return out;
}

std::string jsonOf(double number)
{
    std::string out;
    addJsonNumber(out, number);
    return out;
}

void addLanguages(std::string &out, std::string_view key, const LocalizedText &text)
{
    addJsonKey(out, key);
    out += '{';
    for (const auto &[language, value] : text.byLanguage)
        addMember(out, language, value);
    out += '}';
}

void addVerb(std::string &out, std::string_view id)
{
    out += R"("verb":{)";
    for (const auto &name : kVerbNames) {
        if (name.id != id)
            continue;
        out += R"("display":{)";
        addMember(out, "en", name.en);
        addMember(out, "vi", name.vi);
        addMember(out, "zh", name.zh);
        out += '}';
    }
    addMember(out, "id", id);
    out += '}';
}

/// Scores to four decimals: what is compared and summed has the same digits everywhere.
double rounded(double scaled)
{
    return std::round(scaled * 10'000) / 10'000;
}

std::string joined(std::span<const std::string> ids)
{
    std::string out;
    for (const auto &id : ids)
        out.append(out.empty() ? "" : "[,]").append(id);
    return out;
}

/// What tells one statement from another.
struct Parts {
    std::string_view verb;
    std::string_view type; ///< of the object
    const Activity *object = nullptr;
    const Interaction *interaction = nullptr;
    const std::string *response = nullptr;
    bool cmi5 = true;    ///< one of the statements cmi5 defines
    bool moveOn = false; ///< of a result with success or completion (cmi5 9.6.2.2)
    std::optional<int> attempt;
    std::optional<bool> completion;
    std::optional<bool> success;
    double scaled = 0; ///< only with success
    std::optional<std::chrono::milliseconds> duration;
    std::map<std::string_view, std::string> extensions = {}; ///< of the context; values as JSON
};

void addInteraction(std::string &out, const Interaction &interaction)
{
    addJsonKey(out, "choices");
    out += '[';
    for (const auto &choice : interaction.choices) {
        out += out.back() == '[' ? "{" : ",{";
        addLanguages(out, "description", choice.description);
        addMember(out, "id", choice.id);
        out += '}';
    }
    out += "],\"correctResponsesPattern\":[";
    addJsonText(out, joined(interaction.correct));
    out += ']';
    addLanguages(out, "description", interaction.question);
    addMember(out, "interactionType",
              interaction.type == Interaction::Type::Choice ? "choice" : "sequencing");
}

void addObject(std::string &out, const Parts &parts)
{
    out += R"("object":{"definition":{)";
    if (parts.interaction)
        addInteraction(out, *parts.interaction);
    if (!parts.object->name.empty())
        addLanguages(out, "name", parts.object->name);
    addMember(out, "type", parts.type);
    out += '}';
    addMember(out, "id", parts.object->id);
    out += R"(,"objectType":"Activity"})";
}

void addActivity(std::string &out, std::string_view id)
{
    out += out.back() == '[' ? "{" : ",{";
    addMember(out, "id", id);
    out += '}';
}

/// `grouping` names the course, then the lesson by its publisher's id (cmi5 9.6.2.3), which is the id it has
/// everywhere.
void addContextActivities(std::string &out, const SessionContext &session, const Parts &parts)
{
    out += R"("contextActivities":{)";
    if (parts.cmi5) {
        out += R"("category":[)";
        addActivity(out, category::kCmi5);
        if (parts.moveOn)
            addActivity(out, category::kMoveOn);
        out += "],";
    }
    out += R"("grouping":[)";
    addActivity(out, session.course.id);
    addActivity(out, session.lesson.id);
    out += ']';
    if (!parts.cmi5) { // a page of the lesson
        out += R"(,"parent":[)";
        addActivity(out, session.lesson.id);
        out += ']';
    }
    out += '}';
}

void addContext(std::string &out, const SessionContext &session, Parts &parts, std::string_view registration)
{
    auto &extensions = parts.extensions;
    extensions.emplace(extension::kSessionId, jsonOf(session.session.value));
    if (session.clockOffset)
        extensions.emplace(extension::kClockOffset, std::to_string(session.clockOffset->count()));
    if (parts.attempt)
        extensions.emplace(extension::kAttempt, std::to_string(*parts.attempt));
    out += R"("context":{)";
    addContextActivities(out, session, parts);
    addJsonKey(out, "extensions");
    out += '{';
    for (const auto &[key, value] : extensions)
        addRaw(out, key, value);
    out += '}';
    if (!session.language.empty())
        addMember(out, "language", session.language);
    out += R"(,"platform":"Kapok")";
    addMember(out, "registration", registration);
    out += '}';
}

void addResult(std::string &out, const Parts &parts)
{
    if (!parts.duration)
        return;
    out += R"(,"result":{)";
    if (parts.completion)
        addRaw(out, "completion", *parts.completion ? "true" : "false");
    addMember(out, "duration", toIsoDuration(*parts.duration));
    if (parts.response)
        addMember(out, "response", *parts.response);
    if (parts.success) {
        out += R"(,"score":{)";
        addRaw(out, "scaled", jsonOf(rounded(parts.scaled)));
        out += '}';
        addRaw(out, "success", *parts.success ? "true" : "false");
    }
    out += '}';
}

Parsed parsedOf(const StatementId &id, const SessionContext &session, const Parts &parts, Time now)
{
    Parsed parsed;
    parsed.id = id;
    parsed.verb = parts.verb;
    parsed.objectId = parts.object->id;
    parsed.actor = session.actor;
    parsed.registration = registrationId(session.course.id, session.actor);
    parsed.session = session.session;
    if (!parts.cmi5)
        parsed.parentId = session.lesson.id;
    parsed.groupingId = session.course.id;
    parsed.timestamp = now;
    if (parts.success)
        parsed.scaled = rounded(parts.scaled);
    parsed.success = parts.success;
    parsed.completion = parts.completion;
    if (parts.response)
        parsed.response = *parts.response;
    parsed.attempt = parts.attempt.value_or(parsed.attempt);
    return parsed;
}

Made make(const StatementId &id, const SessionContext &session, Parts parts, Time now)
{
    Made made{{id, {}}, parsedOf(id, session, parts, now)};
    std::string &out = made.json;
    out.reserve(2048);
    out = R"({"actor":{"account":{)";
    addMember(out, "homePage", session.actor.homePage);
    addMember(out, "name", session.actor.name);
    out += R"(},"objectType":"Agent"},)";
    addContext(out, session, parts, made.parsed.registration.value);
    addMember(out, "id", id.value);
    out += ',';
    addObject(out, parts);
    addResult(out, parts);
    addMember(out, "timestamp", toIso8601(now));
    out += ',';
    addVerb(out, parts.verb);
    out += '}';
    return made;
}

Made makeNew(const SessionContext &session, Parts parts, Time now)
{
    return make({uuidV7(now.time_since_epoch().count())}, session, std::move(parts), now);
}

Made makeOnce(const SessionContext &session, Parts parts, Time now)
{
    const auto id =
        onceOnlyId(registrationId(session.course.id, session.actor), parts.object->id, parts.verb);
    return make(id, session, std::move(parts), now);
}

/// What most statements are: a verb of cmi5 about the lesson.
Parts ofLesson(const SessionContext &session, std::string_view verb)
{
    Parts parts;
    parts.verb = verb;
    parts.type = activity_type::kLesson;
    parts.object = &session.lesson;
    return parts;
}

/// cmi5 9.6.3.2: what a verdict was measured against.
void addMastery(Parts &parts, const SessionContext &session)
{
    if (session.masteryScore)
        parts.extensions.emplace(extension::kMasteryScore, jsonOf(rounded(*session.masteryScore)));
}

/// As a failed statement may say it: below the mastery score also after rounding.
double belowMastery(const SessionContext &context, double scaled)
{
    constexpr double kStep = 0.0001;
    const double limit = context.masteryScore ? rounded(*context.masteryScore) - kStep : scaled;
    return std::max(0.0, std::min(scaled, limit));
}

Parts verdict(const SessionContext &session, std::string_view verb, double scaled, int attempt,
              std::chrono::milliseconds duration)
{
    Parts parts = ofLesson(session, verb);
    parts.moveOn = true;
    parts.attempt = attempt;
    parts.success = verb == verb::kPassed;
    parts.scaled = scaled;
    parts.duration = duration;
    addMastery(parts, session);
    return parts;
}

} // namespace

RegistrationId registrationId(std::string_view courseIri, const Account &account)
{
    return {uuidV5(kUuidNamespace, std::string(courseIri) + "\n" + account.homePage + "\n" + account.name)};
}

StatementId onceOnlyId(const RegistrationId &registration, std::string_view activityId, std::string_view verb)
{
    return {uuidV5(kUuidNamespace,
                   registration.value + "\n" + std::string(activityId) + "\n" + std::string(verb))};
}

bool isOnceOnly(const StatementId &id)
{
    return isUuid(id.value) && id.value[14] == '5';
}

Made launched(const SessionContext &context, MoveOn moveOn, LaunchMode mode, Time now)
{
    Parts parts = ofLesson(context, verb::kLaunched);
    addMastery(parts, context);
    parts.extensions.emplace(extension::kLaunchMode,
                             jsonOf(mode == LaunchMode::Review ? "Review" : "Normal"));
    parts.extensions.emplace(extension::kLaunchUrl, jsonOf(context.lesson.id));
    parts.extensions.emplace(extension::kMoveOn,
                             jsonOf(moveOn == MoveOn::Completed ? "Completed" : "CompletedAndPassed"));
    return makeNew(context, std::move(parts), now);
}

Made initialized(const SessionContext &context, Time now)
{
    return makeNew(context, ofLesson(context, verb::kInitialized), now);
}

Made experienced(const SessionContext &context, const Activity &page, Time now)
{
    Parts parts;
    parts.verb = verb::kExperienced;
    parts.type = activity_type::kPage;
    parts.object = &page;
    parts.cmi5 = false;
    return makeOnce(context, std::move(parts), now);
}

Made answered(const SessionContext &context, const Activity &page, const Interaction &interaction,
              const AnswerResult &result, Time now)
{
    const std::string response = joined(result.response);
    Parts parts;
    parts.verb = verb::kAnswered;
    parts.type = activity_type::kInteraction;
    parts.object = &page;
    parts.interaction = &interaction;
    parts.response = &response;
    parts.cmi5 = false;
    parts.attempt = result.attempt;
    parts.success = result.success;
    parts.scaled = result.scaled;
    parts.duration = result.duration;
    return makeNew(context, std::move(parts), now);
}

Made completed(const SessionContext &context, std::chrono::milliseconds duration, Time now)
{
    Parts parts = ofLesson(context, verb::kCompleted);
    parts.moveOn = true;
    parts.completion = true;
    parts.duration = duration;
    return makeOnce(context, std::move(parts), now);
}

Made passed(const SessionContext &context, double scaled, int attempt, std::chrono::milliseconds duration,
            Time now)
{
    return makeOnce(context, verdict(context, verb::kPassed, scaled, attempt, duration), now);
}

Made failed(const SessionContext &context, double scaled, int attempt, std::chrono::milliseconds duration,
            Time now)
{
    return makeNew(context, verdict(context, verb::kFailed, belowMastery(context, scaled), attempt, duration),
                   now);
}

Made terminated(const SessionContext &context, std::chrono::milliseconds duration, Time now)
{
    Parts parts = ofLesson(context, verb::kTerminated);
    parts.duration = duration;
    return makeNew(context, std::move(parts), now);
}

Made abandoned(const SessionContext &context, std::chrono::milliseconds duration, Time now)
{
    Parts parts = ofLesson(context, verb::kAbandoned);
    parts.duration = duration;
    return makeNew(context, std::move(parts), now);
}

Made satisfied(const SessionContext &context, Time now, std::optional<double> periods)
{
    Parts parts = ofLesson(context, verb::kSatisfied);
    parts.type = activity_type::kCourse;
    parts.object = &context.course;
    if (periods)
        parts.extensions.emplace(extension::kPeriods, jsonOf(*periods));
    return makeOnce(context, std::move(parts), now);
}

} // namespace kapok::xapi
