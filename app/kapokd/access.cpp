// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/access.h"

#include "core/base/hash.h"

#include <algorithm>
#include <optional>

namespace kapok::kapokd {
namespace {

/// The key and secret of HTTP Basic.
std::optional<std::pair<std::string, std::string>> basicOf(const Request &request)
{
    const std::string &header = request.header("authorization");
    const auto blank = header.find(' ');
    if (blank == std::string::npos || !sameToken(header.substr(0, blank), "Basic"))
        return {};
    const auto begin = std::min(header.find_first_not_of(' ', blank), header.size());
    const auto text = fromBase64(header.substr(begin));
    const auto colon = text.ok() ? text->find(':') : std::string::npos;
    if (colon == std::string::npos || !isPlainText(text->substr(0, colon)))
        return {};
    return std::pair(text->substr(0, colon), text->substr(colon + 1));
}

} // namespace

Result<roster::Principal> authenticate(Service &service, const Request &request)
{
    const auto basic = basicOf(request);
    std::optional<roster::Principal> principal;
    if (basic) {
        KAPOK_TRY_ASSIGN(principal, service.credentials.authenticate(basic->first, basic->second));
    }
    if (!principal)
        return Error{ErrorCode::Unauthorized, "Sign in again: this key and secret are not known here."};
    return *std::move(principal);
}

std::string keyOf(const Request &request)
{
    auto basic = basicOf(request);
    return basic ? std::move(basic->first) : std::string();
}

Status checkAccess(Access access, const roster::Principal &principal)
{
    if (access == Access::Xapi)
        return success();
    if (!principal.person)
        return Error{ErrorCode::Forbidden, "An xAPI client has no way in here; sign in as a person."};
    const char *role = access == Access::Reviewer ? "reviewer"
                       : access == Access::Author ? "author"
                                                  : nullptr;
    if (role && !principal.person->hasRole(role))
        return Error{ErrorCode::Forbidden, std::string("This needs the role of ") + role + "."};
    return success();
}

} // namespace kapok::kapokd
