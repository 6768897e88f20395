// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/statement_text.h"

#include "core/base/clock.h"

namespace kapok::lrs {
namespace {

using xapi::JsonDocument;
using xapi::JsonMember;
using xapi::JsonValue;

/// Makes a text out of another one, piece by piece, in the order in which they stand there.
class Edited {
public:
    explicit Edited(std::string_view text) : m_rest(text) {}

    /// Puts \p by where the part \p what of the text was.
    void replace(std::string_view what, const std::string &by)
    {
        const auto before = static_cast<std::size_t>(what.data() - m_rest.data());
        m_done += m_rest.substr(0, before);
        m_done += by;
        m_rest.remove_prefix(before + what.size());
    }
    [[nodiscard]] std::string text() const { return m_done + std::string(m_rest); }

private:
    std::string m_done;
    std::string_view m_rest; ///< not copied yet
};

/// Calls act(value) for those contextActivities of a context that stand without an array.
template <class Act> void forBareActivities(JsonValue context, Act act)
{
    for (const JsonMember &kind : context["contextActivities"].members())
        if (kind.value.isObject())
            act(kind.value);
}

bool isSubStatement(JsonValue object)
{
    return object["objectType"].string() == "SubStatement";
}

/// Calls edit(member, edited) for the members of a statement and of its SubStatement, in the order of the
/// text.
template <class Edit> std::string editEach(std::string_view text, Edit edit)
{
    const auto document = JsonDocument::parse(text);
    if (!document.ok())
        return std::string(text);
    Edited edited(text);
    for (const JsonMember &member : document->root().members()) {
        edit(member, edited);
        if (member.name() == "object" && isSubStatement(member.value))
            for (const JsonMember &inner : member.value.members())
                edit(inner, edited);
    }
    return edited.text();
}

} // namespace

bool hasBareActivities(JsonValue statement)
{
    bool found = false;
    const auto find = [&found](JsonValue) { found = true; };
    forBareActivities(statement["context"], find);
    if (const JsonValue object = statement["object"]; isSubStatement(object))
        forBareActivities(object["context"], find);
    return found;
}

std::string withActivityArrays(std::string_view statement)
{
    return editEach(statement, [](const JsonMember &member, Edited &edited) {
        if (member.name() != "context")
            return;
        forBareActivities(member.value, [&edited](JsonValue activity) {
            edited.replace(activity.text(), "[" + std::string(activity.text()) + "]");
        });
    });
}

std::string withUtcTimestamps(std::string_view statement)
{
    return editEach(statement, [](const JsonMember &member, Edited &edited) {
        if (member.name() == "timestamp")
            edited.replace(member.value.text(), "\"" + inUtc(member.value.string()) + "\"");
    });
}

std::string inUtc(std::string_view timestamp)
{
    if (timestamp.ends_with('Z'))
        return std::string(timestamp);
    const auto time = parseIso8601(timestamp);
    if (!time.ok())
        return std::string(timestamp);
    constexpr std::size_t kToSeconds = 19; // "2026-11-22T08:05:00"
    std::string text = toIso8601(*time).substr(0, kToSeconds);
    if (const auto point = timestamp.find_first_of(".,"); point != std::string_view::npos) {
        const auto end = timestamp.find_first_not_of("0123456789", point + 1);
        text += "." + std::string(timestamp.substr(point + 1, end - point - 1));
    }
    return text + "Z";
}

} // namespace kapok::lrs
