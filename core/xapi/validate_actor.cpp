// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/checks.h"
#include "core/xapi/formats.h"

#include <array>

namespace kapok::xapi::check {
namespace {

constexpr std::array<std::string_view, 4> kIdentifiers = {"mbox", "mbox_sha1sum", "openid", "account"};

Status mbox(JsonValue value, const Path &path, const Rules &)
{
    if (!value.isString() || !isMailto(value.string()))
        return wrong(path, "must be \"mailto:\" and one address", value, JsonKind::String);
    return fitsIndex(value.string(), path);
}

Status sha1(JsonValue value, const Path &path, const Rules &)
{
    const bool ok = value.isString() && isSha1(value.string());
    return ok ? success() : Status(wrong(path, "must be 40 hexadecimal digits", value, JsonKind::String));
}

Status account(JsonValue value, const Path &path, const Rules &rules)
{
    static constexpr Field kFields[] = {{"homePage", iri, true}, {"name", plainText, true}};
    KAPOK_TRY(object(value, path, rules, kFields));
    const auto size = value["homePage"].string().size() + value["name"].string().size();
    if (size > kMaxIndexedBytes)
        return wrong(path, "must have at most " + std::to_string(kMaxIndexedBytes) +
                               " bytes in homePage and name together, not " + std::to_string(size));
    return success();
}

Status agentType(JsonValue value, const Path &path, const Rules &)
{
    return constant(value, path, "Agent");
}

Status groupType(JsonValue value, const Path &path, const Rules &)
{
    return constant(value, path, "Group");
}

Status members(JsonValue value, const Path &path, const Rules &rules)
{
    return array(value, path, rules, agent);
}

int identifierCount(JsonValue value)
{
    int count = 0;
    for (const auto name : kIdentifiers)
        count += value.contains(name) ? 1 : 0;
    return count;
}

} // namespace

Status agent(JsonValue value, const Path &path, const Rules &rules)
{
    static constexpr Field kFields[] = {
        {"objectType", agentType}, {"name", plainText},    {"mbox", mbox},
        {"mbox_sha1sum", sha1},    {"openid", indexedIri}, {"account", account}};
    KAPOK_TRY(object(value, path, rules, kFields));
    if (const int identifiers = identifierCount(value); identifiers != 1)
        return wrong(
            path, "must be an object with exactly one of mbox, mbox_sha1sum, openid and account, not with " +
                      (identifiers == 0 ? "none" : std::to_string(identifiers)));
    return success();
}

Status group(JsonValue value, const Path &path, const Rules &rules)
{
    static constexpr Field kFields[] = {
        {"objectType", groupType, true}, {"name", plainText},  {"mbox", mbox},     {"mbox_sha1sum", sha1},
        {"openid", indexedIri},          {"account", account}, {"member", members}};
    KAPOK_TRY(object(value, path, rules, kFields));
    const int identifiers = identifierCount(value);
    if (identifiers > 1)
        return wrong(
            path, "must be an object with at most one of mbox, mbox_sha1sum, openid and account, not with " +
                      std::to_string(identifiers));
    if (identifiers == 0 && value["member"].empty())
        return wrong(path.at("member"), "must name at least one agent when the group has no identifier",
                     value["member"], JsonKind::Array);
    return success();
}

Status actor(JsonValue value, const Path &path, const Rules &rules)
{
    const JsonValue type = value["objectType"];
    if (type.string() == "Group")
        return group(value, path, rules);
    if (type && type.string() != "Agent")
        return wrong(path.at("objectType"), "must be \"Agent\" or \"Group\"", type, JsonKind::String);
    return agent(value, path, rules);
}

Status authority(JsonValue value, const Path &path, const Rules &rules)
{
    KAPOK_TRY(actor(value, path, rules));
    if (value["objectType"].string() != "Group")
        return success();
    if (identifierCount(value) != 0 || value["member"].size() != 2)
        return wrong(path, "must be an agent, or a group without identifier of exactly two agents", value,
                     JsonKind::Object);
    return success();
}

} // namespace kapok::xapi::check
