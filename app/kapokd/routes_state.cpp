// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/http/answers.h"
#include "app/kapokd/router.h"
#include "app/kapokd/xapi_gate.h"
#include "core/lrs/agents.h"

#include <nlohmann/json.hpp>

namespace kapok::kapokd {
namespace {

using nlohmann::json;

/// Whose documents, after all checks that need no database.
Result<xapi::DocumentQuery> readQuery(const Call &call, Right right, xapi::DocumentUse use)
{
    KAPOK_TRY_ASSIGN(const auto version, versionOf(call.request));
    static_cast<void>(version);
    KAPOK_TRY_ASSIGN(const std::string onlyAgent, gate(call, right));
    KAPOK_TRY_ASSIGN(auto query,
                     xapi::parseDocumentQuery(call.request.query, xapi::DocumentQuery::Kind::State, use));
    const std::string ifi = lrs::ifiOf(json::parse(query.agent, nullptr, false));
    if (ifi.empty())
        return Error{ErrorCode::InvalidInput, "parameter agent: must be an identified Agent"};
    if (!onlyAgent.empty() && ifi != onlyAgent)
        return Error{ErrorCode::Forbidden, "parameter agent: must be the person who is signed in"};
    return query;
}

lrs::Preconditions conditionsOf(const Request &request)
{
    return {request.header("if-match"), request.header("if-none-match"), {}};
}

/// A precondition that does not hold is 412 here.
Response refusal(const Error &error)
{
    return error.code == ErrorCode::Conflict ? errorResponse(412, error) : errorResponse(error);
}

Response written(const Result<std::string> &etag)
{
    if (!etag.ok())
        return refusal(etag.error());
    Response response;
    response.status = 204;
    response.header("ETag", *etag);
    return response;
}

std::string contentType(const Request &request)
{
    const std::string &type = request.header("content-type");
    return type.empty() ? "application/octet-stream" : type;
}

Status checkJson(const Request &request)
{
    if (!contentType(request).starts_with("application/json") || json::accept(request.body))
        return success();
    return Error{ErrorCode::InvalidInput, "$: is not the JSON that Content-Type says"};
}

} // namespace

Response getState(const Call &call)
{
    const auto query = readQuery(call, Right::ReadState, xapi::DocumentUse::Read);
    if (!query.ok())
        return errorResponse(query.error());
    if (query->documentId.empty()) {
        const auto ids = call.service.documents.list(*query);
        return ids.ok() ? jsonResponse(200, *ids) : errorResponse(ids.error());
    }
    const auto document = call.service.documents.get(*query);
    if (!document.ok())
        return errorResponse(document.error());
    Response response;
    response.header("ETag", document->etag);
    if (isNotModified(call.request, document->etag)) {
        response.status = 304;
        return response;
    }
    response.header("Content-Type", document->contentType);
    response.body = document->content;
    return response;
}

Response putState(const Call &call)
{
    const auto query = readQuery(call, Right::WriteState, xapi::DocumentUse::Write);
    if (!query.ok())
        return errorResponse(query.error());
    if (const auto fits = checkJson(call.request); !fits.ok())
        return errorResponse(fits.error());
    return written(call.service.documents.put(*query, contentType(call.request), call.request.body,
                                              conditionsOf(call.request)));
}

Response postState(const Call &call)
{
    const auto query = readQuery(call, Right::WriteState, xapi::DocumentUse::Write);
    if (!query.ok())
        return errorResponse(query.error());
    if (const auto fits = checkJson(call.request); !fits.ok())
        return errorResponse(fits.error());
    return written(call.service.documents.merge(*query, contentType(call.request), call.request.body,
                                                conditionsOf(call.request)));
}

Response deleteState(const Call &call)
{
    const auto query = readQuery(call, Right::WriteState, xapi::DocumentUse::Delete);
    if (!query.ok())
        return errorResponse(query.error());
    if (const auto gone = call.service.documents.remove(*query, conditionsOf(call.request)); !gone.ok())
        return refusal(gone.error());
    Response response;
    response.status = 204;
    return response;
}

} // namespace kapok::kapokd
