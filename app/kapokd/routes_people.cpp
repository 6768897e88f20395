// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/http/answers.h"
#include "app/kapokd/router.h"
#include "core/base/hash.h"
#include "core/xapi/place.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace kapok::kapokd {
namespace {

using nlohmann::json;

json textOrNull(const std::string &text)
{
    return text.empty() ? json(nullptr) : json(text);
}

Result<json> aboutJson(Service &service)
{
    KAPOK_TRY_ASSIGN(const roster::Node node, service.roster.node());
    KAPOK_TRY_ASSIGN(const auto keys, service.roster.trustedKeys());
    json list = json::array();
    for (const auto &key : keys)
        list.push_back({{"id", key.id}, {"public_key", key.publicKey}, {"name", key.name}});
    return json{{"name", node.names.in(std::string("vi"))},
                {"names", node.names.byLanguage},
                {"country", node.country},
                {"version", KAPOK_VERSION},
                {"time", toIso8601(service.clock.now())},
                {"home_page", node.homePage},
                {"trusted_keys", list}};
}

Result<json> personJson(Service &service, const roster::Person &person)
{
    KAPOK_TRY_ASSIGN(const roster::Node node, service.roster.node());
    KAPOK_TRY_ASSIGN(const roster::Unit unit, service.roster.unit(person.unit));
    json roles = json::array();
    for (const auto &role : person.roles)
        roles.push_back({{"role", role.role}, {"unit", role.unit.value}});
    return json{{"id", person.id.value},
                {"account", person.account},
                {"name", person.name},
                {"name_language", person.nameLanguage},
                {"form_of_address", person.formOfAddress},
                {"roles", roles},
                {"unit", unitJson(unit)},
                {"home_page", node.homePage}};
}

Response orError(const Result<json> &value, int status = 200)
{
    return value.ok() ? jsonResponse(status, *value) : errorResponse(value.error());
}

struct SignInBody {
    std::string account;
    std::string password;
    roster::Device device;
};

Error wrongValue(const std::string &place, const std::string &rule, xapi::JsonValue found)
{
    if (!found)
        return {ErrorCode::InvalidInput, place + ": is missing: " + rule};
    const bool isText = found.isString() && !found.string().empty();
    return {ErrorCode::InvalidInput,
            place + ": " + rule + ", not " + (isText ? "this string" : std::string(xapi::kindOf(found)))};
}

/// The string member \p key, which must be there.
Result<std::string> required(xapi::JsonValue object, const char *key, std::size_t longest)
{
    const auto value = object[key];
    const std::string_view text = value.string();
    if (!value.isString() || text.empty() || text.size() > longest || !isPlainText(text))
        return wrongValue(std::string("$.") + key,
                          "must be a string of 1 to " + std::to_string(longest) + " bytes without NUL",
                          value);
    return std::string(text);
}

/// The string member \p key, or "" when it is none, too long or cannot be kept.
std::string optional(xapi::JsonValue object, const char *key, std::size_t longest)
{
    const std::string_view text = object[key].string();
    return text.size() <= longest && isPlainText(text) ? std::string(text) : std::string();
}

Result<SignInBody> readSignIn(const std::string &text)
{
    KAPOK_TRY_ASSIGN(const auto document, xapi::JsonDocument::parse(text));
    const auto body = document.root();
    if (!body.isObject())
        return wrongValue("$", "must be an object with account and password", body);
    SignInBody read;
    KAPOK_TRY_ASSIGN(read.account, required(body, "account", 64));
    KAPOK_TRY_ASSIGN(read.password, required(body, "password", roster::kLongestPassword));
    const auto device = body["device"];
    read.device = {optional(device, "id", 100), optional(device, "name", 200),
                   optional(device, "platform", 200)};
    std::transform(read.account.begin(), read.account.end(), read.account.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return read;
}

Result<json> signedInJson(Service &service, const roster::SignIn &signIn)
{
    KAPOK_TRY_ASSIGN(json person, personJson(service, signIn.person));
    KAPOK_TRY_ASSIGN(json node, aboutJson(service));
    return json{{"person", person},
                {"credential", {{"key", signIn.issued.key}, {"secret", signIn.issued.secret}}},
                {"node", node}};
}

} // namespace

json unitJson(const roster::Unit &unit)
{
    return {{"id", unit.id.value},
            {"kind", unit.kind},
            {"parent", textOrNull(unit.parent.value)},
            {"names", unit.names.byLanguage},
            {"valid_from", textOrNull(unit.validFrom)},
            {"valid_to", textOrNull(unit.validTo)}};
}

Response getHealth(const Call &)
{
    return jsonResponse(200, {{"status", "ok"}});
}

Response getReady(const Call &call)
{
    const auto node = call.service.roster.node();
    return node.ok() ? jsonResponse(200, {{"status", "ok"}}) : errorResponse(node.error());
}

Response getAbout(const Call &call)
{
    return orError(aboutJson(call.service));
}

Response postSignIn(const Call &call)
{
    const auto body = readSignIn(call.request.body);
    if (!body.ok())
        return errorResponse(body.error());
    const auto signIn = call.service.credentials.signIn(body->account, body->password, body->device,
                                                        call.request.clientAddress);
    if (!signIn.ok())
        return errorResponse(signIn.error());
    if (signIn->outcome == roster::SignIn::Outcome::Throttled)
        return throttledResponse(signIn->wait);
    if (signIn->outcome == roster::SignIn::Outcome::Wrong)
        return errorResponse({ErrorCode::Unauthorized, "The account or the password is wrong."});
    return orError(signedInJson(call.service, *signIn));
}

Response deleteCredential(const Call &call)
{
    const std::string &key = call.captures.front();
    const auto owner = call.service.credentials.ownerOf(key);
    const bool isOwner = call.person().hasRole("owner");
    // Somebody else's key is not told apart from one that is not there.
    const bool isOthers = owner.ok() && *owner != call.person().id && !isOwner;
    if (!owner.ok() || isOthers)
        return isOthers ? errorResponse({ErrorCode::NotFound, "There is no credential with this key."})
                        : errorResponse(owner.error());
    if (const auto gone = call.service.credentials.revoke(key); !gone.ok())
        return errorResponse(gone.error());
    Response response;
    response.status = 204;
    return response;
}

Response getCredentials(const Call &call)
{
    const std::string *asked = call.request.parameter("person");
    const PersonId person = asked && !asked->empty() ? PersonId{*asked} : call.person().id;
    if (person != call.person().id && !call.person().hasRole("owner"))
        return errorResponse({ErrorCode::Forbidden, "parameter person: only an owner sees other people's."});
    const auto credentials = call.service.credentials.of(person);
    if (!credentials.ok())
        return errorResponse(credentials.error());
    json list = json::array();
    for (const auto &one : *credentials)
        list.push_back({{"key", one.key},
                        {"person", one.person.value},
                        {"device", one.device},
                        {"platform", one.platform},
                        {"created", toIso8601(one.created)},
                        {"last_used", toIso8601(one.lastUsed)}});
    return jsonResponse(200, {{"credentials", list}});
}

Response getMe(const Call &call)
{
    return orError(personJson(call.service, call.person()));
}

Response getAssignments(const Call &call)
{
    const auto assignments = call.service.roster.assignmentsOf(call.person().id);
    if (!assignments.ok())
        return errorResponse(assignments.error());
    json list = json::array();
    for (const auto &one : *assignments)
        list.push_back({{"id", one.id},
                        {"course", one.course},
                        {"due", one.due ? json(toIso8601(*one.due)) : json(nullptr)},
                        {"assigned", toIso8601(one.assigned)},
                        {"unit", textOrNull(one.unit.value)},
                        {"programme", one.programme.byLanguage}});
    return jsonResponse(200, {{"assignments", list}, {"as_of", toIso8601(call.service.clock.now())}});
}

} // namespace kapok::kapokd
