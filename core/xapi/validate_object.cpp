// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/checks.h"

#include <algorithm>
#include <array>
#include <set>

namespace kapok::xapi::check {
namespace {

/// The interaction types, and which lists of components each has (xAPI 1.0.3 Data, 2.4.4.1).
struct InteractionType {
    std::string_view name;
    std::array<std::string_view, 2> components;
};
constexpr InteractionType kInteractionTypes[] = {
    {"true-false", {}},
    {"choice", {"choices"}},
    {"fill-in", {}},
    {"long-fill-in", {}},
    {"matching", {"source", "target"}},
    {"performance", {"steps"}},
    {"sequencing", {"choices"}},
    {"likert", {"scale"}},
    {"numeric", {}},
    {"other", {}},
};
constexpr std::string_view kComponentLists[] = {"choices", "scale", "source", "target", "steps"};

const InteractionType *findType(std::string_view name)
{
    const auto *found = std::find_if(std::begin(kInteractionTypes), std::end(kInteractionTypes),
                                     [&](const InteractionType &type) { return type.name == name; });
    return found == std::end(kInteractionTypes) ? nullptr : found;
}

Status interactionType(JsonValue value, const Path &path, const Rules &)
{
    const bool ok = value.isString() && findType(value.string());
    return ok ? success()
              : Status(wrong(path, "must be one of xAPI's interaction types", value, JsonKind::String));
}

Status patterns(JsonValue value, const Path &path, const Rules &rules)
{
    return array(value, path, rules, string);
}

Status component(JsonValue value, const Path &path, const Rules &rules)
{
    static constexpr Field kFields[] = {{"id", string, true}, {"description", languageMap}};
    return object(value, path, rules, kFields);
}

Status components(JsonValue value, const Path &path, const Rules &rules)
{
    KAPOK_TRY(array(value, path, rules, component));
    std::set<std::string_view> ids;
    std::size_t index = 0;
    for (const JsonValue each : value.elements()) {
        if (!ids.insert(each["id"].string()).second)
            return wrong(path.at(index).at("id"), "must be an id that no other component has", each["id"],
                         JsonKind::String);
        ++index;
    }
    return success();
}

Status definition(JsonValue value, const Path &path, const Rules &rules)
{
    static constexpr Field kFields[] = {
        {"name", languageMap},
        {"description", languageMap},
        {"type", iri},
        {"moreInfo", iri},
        {"extensions", extensions},
        {"interactionType", interactionType},
        {"choices", components},
        {"correctResponsesPattern", patterns},
        {"scale", components},
        {"source", components},
        {"target", components},
        {"steps", components},
    };
    KAPOK_TRY(object(value, path, rules, kFields));
    const InteractionType *type = findType(value["interactionType"].string());
    if (!type && value.contains("correctResponsesPattern"))
        return wrong(path.at("correctResponsesPattern"), "is an array that needs an interactionType");
    for (const auto list : kComponentLists) {
        const bool belongs = type && std::find(type->components.begin(), type->components.end(), list) !=
                                         type->components.end();
        if (value.contains(list) && !belongs)
            return wrong(path.at(list), type ? "is an array that does not belong to this interactionType"
                                             : "is an array that needs an interactionType");
    }
    return success();
}

Status activityType(JsonValue value, const Path &path, const Rules &)
{
    return constant(value, path, "Activity");
}

Status referenceType(JsonValue value, const Path &path, const Rules &)
{
    return constant(value, path, "StatementRef");
}

} // namespace

Status activity(JsonValue value, const Path &path, const Rules &rules)
{
    static constexpr Field kFields[] = {
        {"objectType", activityType}, {"id", indexedIri, true}, {"definition", definition}};
    return object(value, path, rules, kFields);
}

Status statementReference(JsonValue value, const Path &path, const Rules &rules)
{
    static constexpr Field kFields[] = {{"objectType", referenceType, true}, {"id", uuid, true}};
    return object(value, path, rules, kFields);
}

Status objectOfStatement(JsonValue value, const Path &path, const Rules &rules)
{
    if (!value.isObject())
        return wrong(path, "must be an object", value, JsonKind::Object);
    if (!value.contains("objectType"))
        return activity(value, path, rules);
    const auto type = value["objectType"].string();
    if (type == "Activity")
        return activity(value, path, rules);
    if (type == "Agent")
        return agent(value, path, rules);
    if (type == "Group")
        return group(value, path, rules);
    if (type == "StatementRef")
        return statementReference(value, path, rules);
    if (type == "SubStatement" && !rules.inSubStatement)
        return subStatement(value, path, rules);
    return wrong(path.at("objectType"),
                 rules.inSubStatement ? "must be \"Activity\", \"Agent\", \"Group\" or \"StatementRef\""
                                      : "must be \"Activity\", \"Agent\", \"Group\", \"StatementRef\" or "
                                        "\"SubStatement\"",
                 value["objectType"], JsonKind::String);
}

} // namespace kapok::xapi::check
