// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/routes.h"
#include "core/base/log.h"

namespace kapok::kapokd {
namespace {

using nlohmann::json;
using roster::Role;

Result<json> aboutJson(Services &services)
{
    KAPOK_TRY_ASSIGN(const auto node, services.roster.node());
    KAPOK_TRY_ASSIGN(const auto keys, services.roster.trustedKeys());
    json trusted = json::array();
    for (const auto &key : keys)
        trusted.push_back({{"id", key.id}, {"public_key", key.publicKey}, {"name", key.name}});
    return json{{"name", node.names.in("en")},
                {"names", node.names.byLanguage},
                {"country", node.country},
                {"version", KAPOK_VERSION},
                {"time", toIso8601(services.clock.now())},
                {"home_page", node.homePage},
                {"trusted_keys", std::move(trusted)}};
}

Result<Response> health(Services &services, const Call &)
{
    KAPOK_TRY(services.roster.node()); // the database answers
    return jsonResponse({{"status", "ok"}});
}

Result<Response> about(Services &services, const Call &)
{
    KAPOK_TRY_ASSIGN(const json body, aboutJson(services));
    return jsonResponse(body);
}

Result<std::string> textAt(const json &object, const char *key)
{
    const auto found = object.is_object() ? object.find(key) : object.end();
    if (!object.is_object() || found == object.end() || !found->is_string())
        return Error{ErrorCode::InvalidInput, std::string("$.") + key + ": must be a text"};
    return found->get<std::string>();
}

Result<Response> signIn(Services &services, const Call &call)
{
    const json body = json::parse(call.request.body, nullptr, false);
    if (!body.is_object())
        return Error{ErrorCode::InvalidInput, "$: must be a JSON object with account, password and device"};
    KAPOK_TRY_ASSIGN(const std::string account, textAt(body, "account"));
    KAPOK_TRY_ASSIGN(const std::string password, textAt(body, "password"));
    const json device = body.value("device", json::object());
    roster::Device from;
    KAPOK_TRY_ASSIGN(from.id, textAt(device, "id"));
    KAPOK_TRY_ASSIGN(from.name, textAt(device, "name"));
    KAPOK_TRY_ASSIGN(from.platform, textAt(device, "platform"));
    KAPOK_TRY_ASSIGN(const auto person,
                     services.roster.signIn(account, password, call.request.remoteAddress));
    KAPOK_TRY_ASSIGN(const auto secret, services.roster.addDevice(person, from));
    KAPOK_TRY_ASSIGN(const json node, aboutJson(services));
    Response response = jsonResponse({{"person", toJson(person, node.at("home_page").get<std::string>())},
                                      {"credential", {{"key", secret.key}, {"secret", secret.secret}}},
                                      {"node", node}});
    return response.header("Cache-Control", "no-store");
}

Result<Response> revoke(Services &services, const Call &call)
{
    const auto info = services.roster.credential(call.arguments[0]);
    const bool owner = call.caller.has(Role::Owner);
    if (!info.ok() && owner)
        return info.error();
    // Whether somebody else's key exists is nobody's business.
    if (!owner && (!info.ok() || info->person != call.caller.person->id))
        return Error{ErrorCode::Forbidden, "Only the person herself or the owner may revoke this key."};
    KAPOK_TRY(services.roster.revoke(call.arguments[0]));
    return Response{204, {}, {}, {}};
}

Result<Response> credentials(Services &services, const Call &call)
{
    const std::string *asked = call.request.parameter("person");
    const PersonId who = asked ? PersonId{*asked} : call.caller.person->id;
    if (who != call.caller.person->id && !call.caller.has(Role::Owner))
        return Error{ErrorCode::Forbidden, "parameter person: only the owner may ask for somebody else"};
    KAPOK_TRY_ASSIGN(const auto list, services.roster.credentials(who));
    json rows = json::array();
    for (const auto &one : list)
        rows.push_back({{"key", one.key},
                        {"person", one.person.value},
                        {"device", one.device},
                        {"platform", one.platform},
                        {"created", toIso8601(one.created)},
                        {"last_used", toIso8601(one.lastUsed)}});
    return jsonResponse({{"credentials", std::move(rows)}});
}

Result<Response> me(Services &services, const Call &call)
{
    KAPOK_TRY_ASSIGN(const auto node, services.roster.node());
    return jsonResponse(toJson(*call.caller.person, node.homePage));
}

Result<Response> assignments(Services &services, const Call &call)
{
    KAPOK_TRY_ASSIGN(const auto list, services.roster.assignmentsOf(*call.caller.person));
    json rows = json::array();
    for (const auto &one : list)
        rows.push_back({{"id", one.id},
                        {"course", one.course},
                        {"due", toJson(one.due)},
                        {"assigned", toIso8601(one.assigned)},
                        {"unit", one.unit.empty() ? json(nullptr) : json(one.unit.value)},
                        {"programme", one.programme.empty() ? json(nullptr) : json(one.programme)}});
    return jsonResponse({{"assignments", std::move(rows)}, {"as_of", toIso8601(services.clock.now())}});
}

} // namespace

std::vector<Route> nodeRoutes()
{
    constexpr std::size_t kSmall = 16 * 1024;
    return {
        {"GET", "/healthz", Access::Anyone, Work::Quick, 0, answering(health)},
        {"GET", "/api/v1/about", Access::Anyone, Work::Quick, 0, answering(about)},
        {"POST", "/api/v1/sign-in", Access::Anyone, Work::Slow, kSmall, answering(signIn)},
        {"DELETE", "/api/v1/credentials/{key}", Access::Person, Work::Quick, 0, answering(revoke)},
        {"GET", "/api/v1/credentials", Access::Person, Work::Quick, 0, answering(credentials)},
        {"GET", "/api/v1/me", Access::Person, Work::Quick, 0, answering(me)},
        {"GET", "/api/v1/me/assignments", Access::Person, Work::Quick, 0, answering(assignments)},
    };
}

} // namespace kapok::kapokd
