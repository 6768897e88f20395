// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/xapi_gate.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace kapok::kapokd {
namespace {

/// The scopes that give \p right.
std::vector<std::string_view> scopesFor(Right right)
{
    switch (right) {
    case Right::ReadStatements:
        return {"all", "all/read", "statements/read", "statements/read/mine"};
    case Right::ReadKnowledge:
        return {"all", "all/read", "statements/read"};
    case Right::WriteStatements:
        return {"all", "statements/write"};
    case Right::ReadState:
        return {"all", "all/read", "state"};
    case Right::WriteState:
        return {"all", "state"};
    case Right::ReadProfile:
        return {"all", "all/read", "profile"};
    case Right::WriteProfile:
        break;
    }
    return {"all", "profile"};
}

bool hasScope(const Call &call, Right right)
{
    const auto &scopes = call.principal.scopes;
    const auto wanted = scopesFor(right);
    return std::any_of(wanted.begin(), wanted.end(), [&](std::string_view scope) {
        return std::find(scopes.begin(), scopes.end(), scope) != scopes.end();
    });
}

} // namespace

Result<xapi::Version> versionOf(const Request &request)
{
    const std::string &version = request.header("x-experience-api-version");
    const std::string_view line = std::string_view(version).substr(0, 3);
    const std::string_view patch = std::string_view(version).substr(line.size());
    const bool hasPatch = patch.size() > 1 && patch.front() == '.' &&
                          patch.find_first_not_of("0123456789", 1) == std::string_view::npos;
    if ((patch.empty() || hasPatch) && line == "1.0")
        return xapi::Version::V1_0_3;
    if ((patch.empty() || hasPatch) && line == "2.0")
        return xapi::Version::V2_0_0;
    return Error{ErrorCode::InvalidInput,
                 version.empty() ? "header X-Experience-API-Version: is missing: must be 1.0.x or 2.0.x"
                                 : "header X-Experience-API-Version: must be 1.0.x or 2.0.x, not this text"};
}

Result<std::string> gate(const Call &call, Right right)
{
    if (call.principal.person)
        return ifiOfPerson(call.service, *call.principal.person);
    if (!hasScope(call, right))
        return Error{ErrorCode::Forbidden, "This client was not given the scope for that."};
    return std::string();
}

bool readsOnlyOwn(const Call &call)
{
    return !call.principal.person && !hasScope(call, Right::ReadKnowledge);
}

Result<std::string> authorityOf(const Call &call)
{
    KAPOK_TRY_ASSIGN(const roster::Node node, call.service.roster.node());
    const std::string name =
        call.principal.person ? call.principal.person->account : "client:" + call.principal.client;
    return nlohmann::json{{"objectType", "Agent"}, {"account", {{"homePage", node.homePage}, {"name", name}}}}
        .dump();
}

} // namespace kapok::kapokd
