// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/equality.h"

#include "core/base/clock.h"
#include "core/xapi/checks.h"
#include "core/xapi/exact_json.h"
#include "core/xapi/formats.h"
#include "core/xapi/json_document.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

namespace kapok::xapi {
namespace {

using nlohmann::json;

/// Calls \p change with the member \p key when there is one.
template <class Change> void with(json &object, const char *key, Change change)
{
    if (!object.is_object())
        return;
    if (const auto found = object.find(key); found != object.end())
        change(*found);
}

void lowerFrom(json &value, std::size_t start)
{
    if (!value.is_string())
        return;
    auto &text = value.get_ref<std::string &>();
    for (std::size_t i = std::min(start, text.size()); i < text.size(); ++i)
        if (text[i] >= 'A' && text[i] <= 'Z')
            text[i] = static_cast<char>(text[i] - 'A' + 'a');
}

void normaliseTime(json &value)
{
    if (!value.is_string())
        return;
    if (const auto time = parseIso8601(value.get_ref<const std::string &>()); time.ok())
        value = toIso8601(*time);
}

void normaliseActor(json &actor)
{
    if (!actor.is_object())
        return;
    if (!actor.contains("objectType"))
        actor["objectType"] = "Agent";
    with(actor, "mbox", [](json &mbox) {
        if (mbox.is_string())
            lowerFrom(mbox, mbox.get_ref<const std::string &>().find('@'));
    });
    with(actor, "mbox_sha1sum", [](json &digest) { lowerFrom(digest, 0); });
    with(actor, "member", [](json &members) {
        for (auto &member : members)
            normaliseActor(member);
        if (members.is_array())
            std::sort(members.begin(), members.end());
    });
}

void normaliseActivity(json &activity)
{
    if (!activity.is_object())
        return;
    activity.erase("definition");
    activity["objectType"] = "Activity";
}

void normaliseActivities(json &value)
{
    if (value.is_object()) {
        json one = std::move(value);
        value = json::array({std::move(one)});
    }
    for (auto &activity : value)
        normaliseActivity(activity);
}

void normaliseStatement(json &statement, Version version);

void normaliseObject(json &object, Version version)
{
    if (!object.is_object())
        return;
    const auto type = check::textMember(object, "objectType");
    if (type.empty() || type == "Activity")
        normaliseActivity(object);
    else if (type == "Agent" || type == "Group")
        normaliseActor(object);
    else if (type == "StatementRef")
        with(object, "id", [](json &id) { lowerFrom(id, 0); });
    else
        normaliseStatement(object, version);
}

void normaliseContext(json &context)
{
    with(context, "registration", [](json &id) { lowerFrom(id, 0); });
    with(context, "instructor", normaliseActor);
    with(context, "team", normaliseActor);
    with(context, "statement",
         [](json &reference) { with(reference, "id", [](json &id) { lowerFrom(id, 0); }); });
    with(context, "contextActivities", [](json &kinds) {
        if (kinds.is_object())
            for (auto &[kind, list] : kinds.items())
                normaliseActivities(list);
    });
    for (const char *list : {"contextAgents", "contextGroups"})
        with(context, list, [](json &entries) {
            for (auto &entry : entries)
                for (const char *who : {"agent", "group"})
                    with(entry, who, normaliseActor);
        });
}

void normaliseStatement(json &statement, Version version)
{
    with(statement, "actor", normaliseActor);
    with(statement, "verb", [](json &verb) {
        if (verb.is_object())
            verb.erase("display");
    });
    with(statement, "object", [&](json &object) { normaliseObject(object, version); });
    with(statement, "context", normaliseContext);
    with(statement, "timestamp", normaliseTime);
    with(statement, "result", [&](json &result) {
        with(result, "duration", [&](json &duration) {
            if (version == Version::V2_0_0 && duration.is_string())
                if (const auto length = durationLength(duration.get_ref<const std::string &>()))
                    duration = {length->months, length->hundredths};
        });
    });
    with(statement, "attachments", [](json &attachments) {
        if (attachments.is_array())
            std::sort(attachments.begin(), attachments.end());
    });
}

/// matchesJson() of two statements that it may change.
bool matches(json &left, json &right, Version version)
{
    if (!left.is_object() || !right.is_object())
        return false;
    const bool bothTimed = left.contains("timestamp") && right.contains("timestamp");
    for (json *side : {&left, &right}) {
        for (const char *assigned : {"id", "authority", "stored", "version"})
            side->erase(assigned);
        if (!bothTimed)
            side->erase("timestamp");
        makeNumbersComparable(*side); // first, for what is sorted is compared
        normaliseStatement(*side, version);
    }
    return left == right;
}

} // namespace

bool matchesJson(const json &a, const json &b, Version version)
{
    json left = a;
    json right = b;
    return matches(left, right, version);
}

bool matchesText(std::string_view a, std::string_view b, Version version)
{
    if (a == b) { // without trees, which take far longer than the reading
        const auto document = JsonDocument::parse(a);
        return document.ok() && document->root().isObject();
    }
    auto left = parseExact(a);
    auto right = parseExact(b);
    return left.ok() && right.ok() && matches(*left, *right, version);
}

} // namespace kapok::xapi
