// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/validate.h"

#include "core/xapi/checks.h"
#include "core/xapi/place.h"
#include "core/xapi/vocabulary.h"

#include <algorithm>

namespace kapok::xapi {
namespace check {
namespace {

Status verbOfStatement(JsonValue value, const Path &path, const Rules &rules)
{
    static constexpr Field kFields[] = {{"id", indexedIri, true}, {"display", languageMap}};
    return object(value, path, rules, kFields);
}

bool isVersion(std::string_view text, std::string_view family)
{
    if (text == family)
        return true;
    if (!text.starts_with(family) || text.size() < family.size() + 2 || text[family.size()] != '.')
        return false;
    const auto patch = text.substr(family.size() + 1);
    return std::all_of(patch.begin(), patch.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Status version(JsonValue value, const Path &path, const Rules &rules)
{
    const bool knowsTwo = rules.version == Version::V2_0_0;
    if (isVersion(value.string(), "1.0") || (knowsTwo && isVersion(value.string(), "2.0")))
        return success();
    return wrong(path, knowsTwo ? "must be 1.0.x or 2.0.x" : "must be 1.0.x", value, JsonKind::String);
}

Status subStatementType(JsonValue value, const Path &path, const Rules &)
{
    return constant(value, path, "SubStatement");
}

/// What no field can tell alone, for statements and SubStatements.
Status fitsTogether(JsonValue value, const Path &path)
{
    const auto type = value["object"]["objectType"].string();
    const bool isActivity = type.empty() || type == "Activity";
    if (!isActivity)
        for (const std::string_view name : {"revision", "platform"})
            if (const JsonValue found = value["context"][name])
                return wrong(path.at("context").at(name),
                             std::string("must be absent unless the object is an activity, not ")
                                 .append(kindOf(found)));
    if (value["verb"]["id"].string() == verb::kVoided && type != "StatementRef")
        return wrong(path.at("object"), "must be a StatementRef when the verb is voided", value["object"],
                     JsonKind::Object);
    return success();
}

Status statement(JsonValue value, const Path &path, const Rules &rules)
{
    static constexpr Field kFields[] = {
        {"id", uuid},
        {"actor", actor, true},
        {"verb", verbOfStatement, true},
        {"timestamp", timestamp},
        {"result", result},
        {"object", objectOfStatement, true},
        {"context", context},
        {"version", version},
        {"attachments", attachments},
        {"stored", timestamp},
        {"authority", authority},
    };
    KAPOK_TRY(object(value, path, rules, kFields));
    return fitsTogether(value, path);
}

} // namespace

Status subStatement(JsonValue value, const Path &path, const Rules &rules)
{
    static constexpr Field kFields[] = {
        {"objectType", subStatementType, true},
        {"actor", actor, true},
        {"verb", verbOfStatement, true},
        {"timestamp", timestamp},
        {"result", result},
        {"object", objectOfStatement, true},
        {"context", context},
        {"attachments", attachments},
    };
    Rules inner = rules;
    inner.inSubStatement = true;
    KAPOK_TRY(object(value, path, inner, kFields));
    return fitsTogether(value, path);
}

} // namespace check

Status validate(JsonValue statement, Version version)
{
    const check::Path root{nullptr, "$"};
    return check::statement(statement, root, {version, false});
}

Status validateText(std::string_view json, Version version)
{
    KAPOK_TRY_ASSIGN(const auto document, JsonDocument::parse(json));
    return validate(document.root(), version);
}

Status validateActor(JsonValue actor, std::string_view path)
{
    const check::Path root{nullptr, path};
    return check::actor(actor, root, {});
}

} // namespace kapok::xapi
