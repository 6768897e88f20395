// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/session_statement.h"

#include "core/xapi/json_text.h"
#include "core/xapi/vocabulary.h"

#include <cmath>

namespace kapok::xapi {
namespace {

// The order of the keys is made for a thin line (decision 175): what is new in each statement and always as
// long comes first, then what names the person; from the context's other extensions on, what is said of a
// lesson or page is in one piece, and the dictionary of packing.h has it in one piece.

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
    out += R"(,"verb":{)";
    addMember(out, "id", id);
    for (const auto &name : kVerbNames) {
        if (name.id != id)
            continue;
        out += R"(,"display":{)";
        addMember(out, "en", name.en);
        addMember(out, "vi", name.vi);
        addMember(out, "zh", name.zh);
        out += '}';
    }
    out += '}';
}

void addInteraction(std::string &out, const Interaction &interaction)
{
    addMember(out, "interactionType",
              interaction.type == Interaction::Type::Choice ? "choice" : "sequencing");
    addLanguages(out, "description", interaction.question);
    addJsonKey(out, "choices");
    out += '[';
    for (const auto &choice : interaction.choices) {
        out += out.back() == '[' ? "{" : ",{";
        addMember(out, "id", choice.id);
        addLanguages(out, "description", choice.description);
        out += '}';
    }
    out += "],\"correctResponsesPattern\":[";
    addJsonText(out, joinedIds(interaction.correct));
    out += ']';
}

void addObject(std::string &out, const Draft &draft)
{
    out += R"(,"object":{"objectType":"Activity")";
    addMember(out, "id", draft.object->id);
    out += R"(,"definition":{)";
    addMember(out, "type", draft.type);
    if (!draft.object->name.empty())
        addLanguages(out, "name", draft.object->name);
    if (draft.interaction)
        addInteraction(out, *draft.interaction);
    out += "}}";
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
    out += R"(,"contextActivities":{)";
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

void addExtensions(std::string &out, const SessionContext &session, const Draft &draft)
{
    out += R"(,"extensions":{)";
    addMember(out, extension::kSessionId, session.session.value);
    if (draft.attempt)
        addRaw(out, extension::kAttempt, std::to_string(*draft.attempt));
    if (session.clockOffset)
        addRaw(out, extension::kClockOffset, std::to_string(session.clockOffset->count()));
    for (const auto &[key, value] : draft.extensions)
        addRaw(out, key, value);
    out += '}';
}

void addContext(std::string &out, const SessionContext &session, const Draft &draft,
                std::string_view registration)
{
    out += R"(,"context":{)";
    addMember(out, "registration", registration);
    addExtensions(out, session, draft);
    out += R"(,"platform":"Kapok")";
    if (!session.language.empty())
        addMember(out, "language", session.language);
    addContextActivities(out, session, draft);
    out += '}';
}

void addResult(std::string &out, const Draft &draft)
{
    if (!draft.duration)
        return;
    out += R"(,"result":{)";
    addMember(out, "duration", toIsoDuration(*draft.duration));
    if (draft.response)
        addMember(out, "response", *draft.response);
    if (draft.success) {
        out += R"(,"score":{)";
        addRaw(out, "scaled", jsonOf(roundedScore(draft.scaled)));
        out += '}';
        addRaw(out, "success", *draft.success ? "true" : "false");
    }
    if (draft.completion)
        addRaw(out, "completion", *draft.completion ? "true" : "false");
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
    out = '{';
    addMember(out, "id", parsed.id.value);
    addMember(out, "timestamp", toIso8601(parsed.timestamp));
    out += R"(,"actor":{"objectType":"Agent","account":{)";
    addMember(out, "homePage", session.actor.homePage);
    addMember(out, "name", session.actor.name);
    out += "}}";
    addContext(out, session, draft, parsed.registration.value);
    addVerb(out, draft.verb);
    addObject(out, draft);
    addResult(out, draft);
    out += '}';
    return out;
}

} // namespace kapok::xapi
