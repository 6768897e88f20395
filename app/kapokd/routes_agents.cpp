// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/http/answers.h"
#include "app/kapokd/router.h"
#include "app/kapokd/xapi_gate.h"
#include "core/lrs/agents.h"
#include "core/xapi/exact_json.h"
#include "core/xapi/parameters.h"

#include <nlohmann/json.hpp>
#include <set>

namespace kapok::kapokd {
namespace {

using nlohmann::json;

/// The Person of xAPI: everything known of \p agent, each property a list.
json personOf(const json &agent, const std::vector<std::string> &known)
{
    json person{{"objectType", "Person"}};
    for (const char *key : {"mbox", "mbox_sha1sum", "openid", "account"})
        if (agent.contains(key))
            person[key] = json::array({agent[key]});
    std::set<std::string> names(known.begin(), known.end());
    if (agent.contains("name"))
        names.insert(agent["name"].get<std::string>());
    if (!names.empty())
        person["name"] = names;
    return person;
}

/// The agent that is asked about, when the caller may know of her.
Result<json> readAgent(const Call &call)
{
    KAPOK_TRY_ASSIGN(const auto version, versionOf(call.request));
    static_cast<void>(version);
    KAPOK_TRY_ASSIGN(const std::string person, gate(call, Right::ReadKnowledge));
    KAPOK_TRY_ASSIGN(const std::string text, xapi::parseAgentQuery(call.request.query));
    json agent = json::parse(text, nullptr, false);
    if (!person.empty() && lrs::ifiOfText(text) != person)
        return Error{ErrorCode::Forbidden, "parameter agent: must be the person who is signed in"};
    return agent;
}

/// As parseExact() reads it.
Result<json> readActivity(const Call &call)
{
    KAPOK_TRY_ASSIGN(const auto version, versionOf(call.request));
    static_cast<void>(version);
    KAPOK_TRY_ASSIGN(const std::string person, gate(call, Right::ReadKnowledge));
    static_cast<void>(person); // what courses are called is for everybody
    KAPOK_TRY_ASSIGN(const std::string iri, xapi::parseActivityQuery(call.request.query));
    KAPOK_TRY_ASSIGN(const auto definitions, call.service.statements.definitions({iri}));
    json activity{{"objectType", "Activity"}, {"id", iri}};
    if (const auto found = definitions.find(iri); found != definitions.end()) {
        KAPOK_TRY_ASSIGN(activity["definition"], xapi::parseExact(found->second));
    }
    return activity;
}

} // namespace

Response getAgent(const Call &call)
{
    const auto agent = readAgent(call);
    if (!agent.ok())
        return errorResponse(agent.error());
    const auto names = call.service.statements.names(lrs::ifiOfText(agent->dump()));
    return names.ok() ? jsonResponse(200, personOf(*agent, *names)) : errorResponse(names.error());
}

Response getActivity(const Call &call)
{
    const auto activity = readActivity(call);
    if (!activity.ok())
        return errorResponse(activity.error());
    Response response = jsonResponse(200, {});
    response.body = xapi::exactText(*activity);
    return response;
}

} // namespace kapok::kapokd
