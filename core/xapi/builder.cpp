// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/builder.h"

#include "core/xapi/vocabulary.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <span>

namespace kapok::xapi {
namespace {

using nlohmann::json;

json languageMap(const LocalizedText &text)
{
    json map = json::object();
    for (const auto &[language, value] : text.byLanguage)
        map[language] = value;
    return map;
}

/// What a verb is called where statements are shown to people.
struct VerbName {
    std::string_view id;
    const char *vi;
    const char *zh;
    const char *en;
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

json verbOf(std::string_view id)
{
    json verb = {{"id", id}};
    for (const auto &name : kVerbNames)
        if (name.id == id)
            verb["display"] = {{"vi", name.vi}, {"zh", name.zh}, {"en", name.en}};
    return verb;
}

json activityOf(const Activity &activity, std::string_view type)
{
    json definition = {{"type", type}};
    if (!activity.name.empty())
        definition["name"] = languageMap(activity.name);
    return {{"objectType", "Activity"}, {"id", activity.id}, {"definition", definition}};
}

json lessonOf(const SessionContext &context)
{
    return activityOf(context.lesson, activity_type::kLesson);
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
        out += (out.empty() ? "" : "[,]") + id;
    return out;
}

/// The context every statement has, without category and parent. `grouping` names the course, then the lesson
/// by its publisher's id (cmi5 9.6.2.3), which is the id it has everywhere.
json contextOf(const SessionContext &context)
{
    json extensions = {{extension::kSessionId, context.session.value}};
    if (context.clockOffset)
        extensions[std::string(extension::kClockOffset)] = context.clockOffset->count();
    json out = {{"registration", registrationId(context.course.id, context.actor).value},
                {"platform", "Kapok"},
                {"contextActivities",
                 {{"grouping", json::array({{{"id", context.course.id}}, {{"id", context.lesson.id}}})}}},
                {"extensions", extensions}};
    if (!context.language.empty())
        out["language"] = context.language;
    return out;
}

/// \p moveOn: for results with success or completion (cmi5 9.6.2.2).
json cmi5ContextOf(const SessionContext &context, bool moveOn)
{
    json out = contextOf(context);
    json categories = json::array({{{"id", category::kCmi5}}});
    if (moveOn)
        categories.push_back({{"id", category::kMoveOn}});
    out["contextActivities"]["category"] = categories;
    return out;
}

json pageContextOf(const SessionContext &context)
{
    json out = contextOf(context);
    out["contextActivities"]["parent"] = json::array({{{"id", context.lesson.id}}});
    return out;
}

struct Parts {
    std::string_view verb;
    json object;
    json context;
    json result;
};

Statement make(const StatementId &id, const SessionContext &session, Parts parts, Time now)
{
    json statement = {{"id", id.value},
                      {"actor",
                       {{"objectType", "Agent"},
                        {"account", {{"homePage", session.actor.homePage}, {"name", session.actor.name}}}}},
                      {"verb", verbOf(parts.verb)},
                      {"object", std::move(parts.object)},
                      {"context", std::move(parts.context)},
                      {"timestamp", toIso8601(now)}};
    if (!parts.result.is_null())
        statement["result"] = std::move(parts.result);
    // Ill-formed UTF-8 in a course or name would throw; it is replaced instead.
    return {id, statement.dump(-1, ' ', false, json::error_handler_t::replace)};
}

Statement makeNew(const SessionContext &session, Parts parts, Time now)
{
    return make({uuidV7(now.time_since_epoch().count())}, session, std::move(parts), now);
}

Statement makeOnce(const SessionContext &session, Parts parts, Time now)
{
    const auto id = onceOnlyId(registrationId(session.course.id, session.actor),
                               parts.object.at("id").get<std::string>(), parts.verb);
    return make(id, session, std::move(parts), now);
}

json components(const Interaction &interaction)
{
    json list = json::array();
    for (const auto &choice : interaction.choices)
        list.push_back({{"id", choice.id}, {"description", languageMap(choice.description)}});
    return list;
}

json withAttempt(json context, int attempt)
{
    context["extensions"][std::string(extension::kAttempt)] = attempt;
    return context;
}

/// cmi5 9.6.3.2: what a verdict was measured against.
json withMastery(json context, const SessionContext &session)
{
    if (session.masteryScore)
        context["extensions"][std::string(extension::kMasteryScore)] = rounded(*session.masteryScore);
    return context;
}

/// The context of passed and failed.
json judgedContextOf(const SessionContext &context, int attempt)
{
    return withMastery(withAttempt(cmi5ContextOf(context, true), attempt), context);
}

/// As a failed statement may say it: below the mastery score also after rounding.
double belowMastery(const SessionContext &context, double scaled)
{
    constexpr double kStep = 0.0001;
    const double limit = context.masteryScore ? rounded(*context.masteryScore) - kStep : scaled;
    return std::max(0.0, std::min(scaled, limit));
}

json verdict(bool success, double scaled, std::chrono::milliseconds duration)
{
    return {{"success", success},
            {"score", {{"scaled", rounded(scaled)}}},
            {"duration", toIsoDuration(duration)}};
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

Statement launched(const SessionContext &context, MoveOn moveOn, LaunchMode mode, Time now)
{
    json extended = withMastery(cmi5ContextOf(context, false), context);
    json &extensions = extended["extensions"];
    extensions[std::string(extension::kLaunchMode)] = mode == LaunchMode::Review ? "Review" : "Normal";
    extensions[std::string(extension::kLaunchUrl)] = context.lesson.id;
    extensions[std::string(extension::kMoveOn)] =
        moveOn == MoveOn::Completed ? "Completed" : "CompletedAndPassed";
    return makeNew(context, {verb::kLaunched, lessonOf(context), std::move(extended), {}}, now);
}

Statement initialized(const SessionContext &context, Time now)
{
    return makeNew(context, {verb::kInitialized, lessonOf(context), cmi5ContextOf(context, false), {}}, now);
}

Statement experienced(const SessionContext &context, const Activity &page, Time now)
{
    return makeOnce(context,
                    {verb::kExperienced, activityOf(page, activity_type::kPage), pageContextOf(context), {}},
                    now);
}

Statement answered(const SessionContext &context, const Activity &page, const Interaction &interaction,
                   const AnswerResult &result, Time now)
{
    json object = activityOf(page, activity_type::kInteraction);
    json &definition = object["definition"];
    definition["description"] = languageMap(interaction.question);
    definition["interactionType"] = interaction.type == Interaction::Type::Choice ? "choice" : "sequencing";
    definition["choices"] = components(interaction);
    definition["correctResponsesPattern"] = json::array({joined(interaction.correct)});
    json outcome = verdict(result.success, result.scaled, result.duration);
    outcome["response"] = joined(result.response);
    return makeNew(context,
                   {verb::kAnswered, std::move(object), withAttempt(pageContextOf(context), result.attempt),
                    std::move(outcome)},
                   now);
}

Statement completed(const SessionContext &context, std::chrono::milliseconds duration, Time now)
{
    json result = {{"completion", true}, {"duration", toIsoDuration(duration)}};
    return makeOnce(
        context, {verb::kCompleted, lessonOf(context), cmi5ContextOf(context, true), std::move(result)}, now);
}

Statement passed(const SessionContext &context, double scaled, int attempt,
                 std::chrono::milliseconds duration, Time now)
{
    return makeOnce(context,
                    {verb::kPassed, lessonOf(context), judgedContextOf(context, attempt),
                     verdict(true, scaled, duration)},
                    now);
}

Statement failed(const SessionContext &context, double scaled, int attempt,
                 std::chrono::milliseconds duration, Time now)
{
    return makeNew(context,
                   {verb::kFailed, lessonOf(context), judgedContextOf(context, attempt),
                    verdict(false, belowMastery(context, scaled), duration)},
                   now);
}

Statement terminated(const SessionContext &context, std::chrono::milliseconds duration, Time now)
{
    json result = {{"duration", toIsoDuration(duration)}};
    return makeNew(context,
                   {verb::kTerminated, lessonOf(context), cmi5ContextOf(context, false), std::move(result)},
                   now);
}

Statement abandoned(const SessionContext &context, std::chrono::milliseconds duration, Time now)
{
    json result = {{"duration", toIsoDuration(duration)}};
    return makeNew(context,
                   {verb::kAbandoned, lessonOf(context), cmi5ContextOf(context, false), std::move(result)},
                   now);
}

Statement satisfied(const SessionContext &context, Time now, std::optional<double> periods)
{
    json extended = cmi5ContextOf(context, false);
    if (periods)
        extended["extensions"][std::string(extension::kPeriods)] = *periods;
    return makeOnce(
        context,
        {verb::kSatisfied, activityOf(context.course, activity_type::kCourse), std::move(extended), {}}, now);
}

} // namespace kapok::xapi
