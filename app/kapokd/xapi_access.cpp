// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/xapi_access.h"

#include <algorithm>

namespace kapok::kapokd {

Result<std::string> ownIfi(Services &services, const Call &call)
{
    if (!call.caller.person)
        return std::string();
    KAPOK_TRY_ASSIGN(const auto node, services.roster.node());
    return lrs::ifiOfAccount(node.homePage, call.caller.person->account);
}

Result<std::string> authorityOf(Services &services, const Call &call)
{
    KAPOK_TRY_ASSIGN(const auto node, services.roster.node());
    const std::string name = call.caller.person ? call.caller.person->account : "client:" + call.caller.key;
    return nlohmann::json{{"objectType", "Agent"}, {"account", {{"homePage", node.homePage}, {"name", name}}}}
        .dump();
}

Status needScope(const Call &call, std::initializer_list<std::string_view> anyOf)
{
    if (call.caller.person ||
        std::ranges::any_of(anyOf, [&call](std::string_view scope) { return call.caller.hasScope(scope); }))
        return success();
    return Error{ErrorCode::Forbidden, "This client was not given the scope for that."};
}

} // namespace kapok::kapokd
