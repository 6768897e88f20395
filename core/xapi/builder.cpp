// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/builder.h"

#include "core/xapi/json_text.h"
#include "core/xapi/session_statement.h"
#include "core/xapi/vocabulary.h"

#include <algorithm>

namespace kapok::xapi {
namespace {

Parsed parsedOf(const StatementId &id, const SessionContext &session, const Draft &draft, Time now)
{
    Parsed parsed;
    parsed.id = id;
    parsed.verb = draft.verb;
    parsed.objectId = draft.object->id;
    parsed.actor = session.actor;
    parsed.registration = registrationId(session.course.id, session.actor);
    parsed.session = session.session;
    if (!draft.cmi5)
        parsed.parentId = session.lesson.id;
    parsed.groupingId = session.course.id;
    parsed.timestamp = now;
    if (draft.success)
        parsed.scaled = roundedScore(draft.scaled);
    parsed.success = draft.success;
    parsed.completion = draft.completion;
    if (draft.response)
        parsed.response = *draft.response;
    parsed.attempt = draft.attempt.value_or(parsed.attempt);
    return parsed;
}

Made make(const StatementId &id, const SessionContext &session, const Draft &draft, Time now)
{
    Parsed parsed = parsedOf(id, session, draft, now);
    return {{id, sessionStatementJson(parsed, session, draft)}, std::move(parsed)};
}

Made makeNew(const SessionContext &session, const Draft &draft, Time now)
{
    return make({uuidV7(now.time_since_epoch().count())}, session, draft, now);
}

Made makeOnce(const SessionContext &session, const Draft &draft, Time now)
{
    const auto id =
        onceOnlyId(registrationId(session.course.id, session.actor), draft.object->id, draft.verb);
    return make(id, session, draft, now);
}

/// What most statements are: a verb of cmi5 about the lesson.
Draft ofLesson(const SessionContext &session, std::string_view verb)
{
    Draft draft;
    draft.verb = verb;
    draft.type = activity_type::kLesson;
    draft.object = &session.lesson;
    return draft;
}

/// cmi5 9.6.3.2: what a verdict was measured against.
void addMastery(Draft &draft, const SessionContext &session)
{
    if (session.masteryScore)
        draft.extensions.emplace(extension::kMasteryScore, jsonOf(roundedScore(*session.masteryScore)));
}

/// As a failed statement may say it: below the mastery score also after rounding.
double belowMastery(const SessionContext &context, double scaled)
{
    constexpr double kStep = 0.0001;
    const double limit = context.masteryScore ? roundedScore(*context.masteryScore) - kStep : scaled;
    return std::max(0.0, std::min(scaled, limit));
}

Draft verdict(const SessionContext &session, std::string_view verb, double scaled, int attempt,
              std::chrono::milliseconds duration)
{
    Draft draft = ofLesson(session, verb);
    draft.moveOn = true;
    draft.attempt = attempt;
    draft.success = verb == verb::kPassed;
    draft.scaled = scaled;
    draft.duration = duration;
    addMastery(draft, session);
    return draft;
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
    Draft draft = ofLesson(context, verb::kLaunched);
    addMastery(draft, context);
    draft.extensions.emplace(extension::kLaunchMode,
                             jsonOf(mode == LaunchMode::Review ? "Review" : "Normal"));
    draft.extensions.emplace(extension::kLaunchUrl, jsonOf(context.lesson.id));
    draft.extensions.emplace(extension::kMoveOn,
                             jsonOf(moveOn == MoveOn::Completed ? "Completed" : "CompletedAndPassed"));
    return makeNew(context, draft, now);
}

Made initialized(const SessionContext &context, Time now)
{
    return makeNew(context, ofLesson(context, verb::kInitialized), now);
}

Made experienced(const SessionContext &context, const Activity &page, Time now)
{
    Draft draft;
    draft.verb = verb::kExperienced;
    draft.type = activity_type::kPage;
    draft.object = &page;
    draft.cmi5 = false;
    return makeOnce(context, draft, now);
}

Made answered(const SessionContext &context, const Activity &page, const Interaction &interaction,
              const AnswerResult &result, Time now)
{
    const std::string response = joinedIds(result.response);
    Draft draft;
    draft.verb = verb::kAnswered;
    draft.type = activity_type::kInteraction;
    draft.object = &page;
    draft.interaction = &interaction;
    draft.response = &response;
    draft.cmi5 = false;
    draft.attempt = result.attempt;
    draft.success = result.success;
    draft.scaled = result.scaled;
    draft.duration = result.duration;
    return makeNew(context, draft, now);
}

Made completed(const SessionContext &context, std::chrono::milliseconds duration, Time now)
{
    Draft draft = ofLesson(context, verb::kCompleted);
    draft.moveOn = true;
    draft.completion = true;
    draft.duration = duration;
    return makeOnce(context, draft, now);
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
    Draft draft = ofLesson(context, verb::kTerminated);
    draft.duration = duration;
    return makeNew(context, draft, now);
}

Made abandoned(const SessionContext &context, std::chrono::milliseconds duration, Time now)
{
    Draft draft = ofLesson(context, verb::kAbandoned);
    draft.duration = duration;
    return makeNew(context, draft, now);
}

Made satisfied(const SessionContext &context, Time now, std::optional<double> periods)
{
    Draft draft = ofLesson(context, verb::kSatisfied);
    draft.type = activity_type::kCourse;
    draft.object = &context.course;
    if (periods)
        draft.extensions.emplace(extension::kPeriods, jsonOf(*periods));
    return makeOnce(context, draft, now);
}

} // namespace kapok::xapi
