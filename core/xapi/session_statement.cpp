// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/session_statement.h"

#include "core/xapi/json_text.h"
#include "core/xapi/vocabulary.h"

#include <cmath>

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
    addJsonText(out, joinedIds(interaction.correct));
    out += ']';
    addLanguages(out, "description", interaction.question);
    addMember(out, "interactionType",
              interaction.type == Interaction::Type::Choice ? "choice" : "sequencing");
}

void addObject(std::string &out, const Draft &draft)
{
    out += R"("object":{"definition":{)";
    if (draft.interaction)
        addInteraction(out, *draft.interaction);
    if (!draft.object->name.empty())
        addLanguages(out, "name", draft.object->name);
    addMember(out, "type", draft.type);
    out += '}';
    addMember(out, "id", draft.object->id);
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
void addContextActivities(std::string &out, const SessionContext &session, const Draft &draft)
{
    out += R"("contextActivities":{)";
    if (draft.cmi5) {
        out += R"("category":[)";
        addActivity(out, category::kCmi5);
        if (draft.moveOn)
            addActivity(out, category::kMoveOn);
        out += "],";
    }
    out += R"("grouping":[)";
    addActivity(out, session.course.id);
    addActivity(out, session.lesson.id);
    out += ']';
    if (!draft.cmi5) { // a page of the lesson
        out += R"(,"parent":[)";
        addActivity(out, session.lesson.id);
        out += ']';
    }
    out += '}';
}

void addContext(std::string &out, const SessionContext &session, const Draft &draft,
                std::string_view registration)
{
    auto extensions = draft.extensions;
    extensions.emplace(extension::kSessionId, jsonOf(session.session.value));
    if (session.clockOffset)
        extensions.emplace(extension::kClockOffset, std::to_string(session.clockOffset->count()));
    if (draft.attempt)
        extensions.emplace(extension::kAttempt, std::to_string(*draft.attempt));
    out += R"("context":{)";
    addContextActivities(out, session, draft);
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

void addResult(std::string &out, const Draft &draft)
{
    if (!draft.duration)
        return;
    out += R"(,"result":{)";
    if (draft.completion)
        addRaw(out, "completion", *draft.completion ? "true" : "false");
    addMember(out, "duration", toIsoDuration(*draft.duration));
    if (draft.response)
        addMember(out, "response", *draft.response);
    if (draft.success) {
        out += R"(,"score":{)";
        addRaw(out, "scaled", jsonOf(roundedScore(draft.scaled)));
        out += '}';
        addRaw(out, "success", *draft.success ? "true" : "false");
    }
    out += '}';
}

} // namespace

double roundedScore(double scaled)
{
    return std::round(scaled * 10'000) / 10'000;
}

std::string joinedIds(std::span<const std::string> ids)
{
    std::string out;
    for (const auto &id : ids)
        out.append(out.empty() ? "" : "[,]").append(id);
    return out;
}

std::string sessionStatementJson(const Parsed &parsed, const SessionContext &session, const Draft &draft)
{
    constexpr std::size_t kUsual = 2048;
    std::string out;
    out.reserve(kUsual);
    out = R"({"actor":{"account":{)";
    addMember(out, "homePage", session.actor.homePage);
    addMember(out, "name", session.actor.name);
    out += R"(},"objectType":"Agent"},)";
    addContext(out, session, draft, parsed.registration.value);
    addMember(out, "id", parsed.id.value);
    out += ',';
    addObject(out, draft);
    addResult(out, draft);
    addMember(out, "timestamp", toIso8601(parsed.timestamp));
    out += ',';
    addVerb(out, draft.verb);
    out += '}';
    return out;
}

} // namespace kapok::xapi
