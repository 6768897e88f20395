// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/http/answers.h"
#include "app/kapokd/http/date.h"
#include "app/kapokd/router.h"
#include "app/kapokd/xapi_gate.h"
#include "core/lrs/document_rules.h"
#include "core/xapi/json_document.h"
#include "core/xapi/media_type.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace kapok::kapokd {
namespace {

using nlohmann::json;
using Kind = xapi::DocumentQuery::Kind;
using Use = xapi::DocumentUse;

struct Asked {
    xapi::DocumentQuery query;
    xapi::Version version;
};

Right rightFor(Kind kind, Use use)
{
    if (kind == Kind::State)
        return use == Use::Read ? Right::ReadState : Right::WriteState;
    return use == Use::Read ? Right::ReadProfile : Right::WriteProfile;
}

/// A person has states and a profile of her own; what activities say of themselves she only reads.
Status checkPerson(const xapi::DocumentQuery &query, Use use, const std::string &person)
{
    if (person.empty())
        return success();
    if (query.kind == Kind::ActivityProfile && use != Use::Read)
        return Error{ErrorCode::Forbidden, "Profiles of activities are written by xAPI clients only."};
    if (query.kind != Kind::ActivityProfile && lrs::ifiOf(query) != person)
        return Error{ErrorCode::Forbidden, "parameter agent: must be the person who is signed in"};
    return success();
}

/// Which documents, after all checks that need no database.
Result<Asked> readQuery(const Call &call, Kind kind, Use use)
{
    KAPOK_TRY_ASSIGN(const auto version, versionOf(call.request));
    KAPOK_TRY_ASSIGN(const std::string person, gate(call, rightFor(kind, use)));
    KAPOK_TRY_ASSIGN(auto query, xapi::parseDocumentQuery(call.request.query, kind, use));
    KAPOK_TRY(checkPerson(query, use, person));
    return Asked{std::move(query), version};
}

lrs::Preconditions conditionsOf(const Request &request)
{
    return {request.header("if-match"), request.header("if-none-match"), {}};
}

/// What a PUT without If-Match and If-None-Match may do hangs on the version (1.0.3 Communication, 3.1; 2.0,
/// 4.1.4): 1.0.3 wants them for profiles and leaves states alone, 2.0 wants them for what is there.
lrs::Preconditions conditionsOfPut(const Request &request, const Asked &asked)
{
    using Bare = lrs::Preconditions::Bare;
    lrs::Preconditions conditions = conditionsOf(request);
    if (asked.version == xapi::Version::V2_0_0)
        conditions.bare = Bare::OnlyNew;
    else
        conditions.bare = asked.query.kind == Kind::State ? Bare::Allowed : Bare::NeverAllowed;
    return conditions;
}

/// A precondition that does not hold is 412; one that was not sent is 409.
Response refusal(const Error &error, const lrs::Preconditions &conditions)
{
    const bool failed = error.code == ErrorCode::Conflict && conditions.given();
    return failed ? errorResponse(412, error) : errorResponse(error);
}

Response written(const Result<std::string> &etag, const lrs::Preconditions &conditions)
{
    if (!etag.ok())
        return refusal(etag.error(), conditions);
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

/// What is sent has a type that a header can carry back, and is what the type says.
Status checkContent(const Request &request)
{
    const auto isPrintable = [](char c) { return c >= ' ' && c <= '~'; };
    if (!std::ranges::all_of(contentType(request), isPrintable))
        return Error{ErrorCode::InvalidInput, "header Content-Type: must be printable ASCII, not this text"};
    if (!xapi::isJson(contentType(request)))
        return success();
    const auto read = xapi::JsonDocument::parse(request.body);
    // JSON that JsonDocument does not take cannot be merged, but it can be kept.
    return read.ok() || json::accept(request.body) ? success() : Status(read.error());
}

/// A list has an ETag as a document has (1.0.3 Communication, 3.1: every GET of these resources).
Response listDocuments(const Call &call, const xapi::DocumentQuery &query)
{
    const auto ids = call.service.documents.list(query);
    if (!ids.ok())
        return errorResponse(ids.error());
    Response response = jsonResponse(200, *ids);
    const std::string etag = lrs::etagOf(response.body);
    if (isNotModified(call.request, etag)) {
        response = {};
        response.status = 304;
    }
    response.header("ETag", etag);
    return response;
}

} // namespace

template <Kind kind> Response getDocument(const Call &call)
{
    const auto asked = readQuery(call, kind, Use::Read);
    if (!asked.ok())
        return errorResponse(asked.error());
    if (asked->query.documentId.empty())
        return listDocuments(call, asked->query);
    const auto document = call.service.documents.get(asked->query);
    if (!document.ok())
        return errorResponse(document.error());
    Response response;
    response.header("ETag", document->etag);
    response.header("Last-Modified", httpDate(lrs::toTime(document->updated)));
    if (isNotModified(call.request, document->etag)) {
        response.status = 304;
        return response;
    }
    response.header("Content-Type", document->contentType);
    response.body = document->content;
    return response;
}

template <Kind kind> Response putDocument(const Call &call)
{
    const auto asked = readQuery(call, kind, Use::Write);
    if (!asked.ok())
        return errorResponse(asked.error());
    if (const auto fits = checkContent(call.request); !fits.ok())
        return errorResponse(fits.error());
    const auto conditions = conditionsOfPut(call.request, *asked);
    return written(
        call.service.documents.put(asked->query, contentType(call.request), call.request.body, conditions),
        conditions);
}

template <Kind kind> Response postDocument(const Call &call)
{
    const auto asked = readQuery(call, kind, Use::Write);
    if (!asked.ok())
        return errorResponse(asked.error());
    if (const auto fits = checkContent(call.request); !fits.ok())
        return errorResponse(fits.error());
    const auto conditions = conditionsOf(call.request);
    return written(
        call.service.documents.merge(asked->query, contentType(call.request), call.request.body, conditions),
        conditions);
}

template <Kind kind> Response deleteDocument(const Call &call)
{
    const auto asked = readQuery(call, kind, Use::Delete);
    if (!asked.ok())
        return errorResponse(asked.error());
    const auto conditions = conditionsOf(call.request);
    if (const auto gone = call.service.documents.remove(asked->query, conditions); !gone.ok())
        return refusal(gone.error(), conditions);
    Response response;
    response.status = 204;
    return response;
}

// One of each for every kind of document.
template Response getDocument<Kind::State>(const Call &);
template Response putDocument<Kind::State>(const Call &);
template Response postDocument<Kind::State>(const Call &);
template Response deleteDocument<Kind::State>(const Call &);
template Response getDocument<Kind::ActivityProfile>(const Call &);
template Response putDocument<Kind::ActivityProfile>(const Call &);
template Response postDocument<Kind::ActivityProfile>(const Call &);
template Response deleteDocument<Kind::ActivityProfile>(const Call &);
template Response getDocument<Kind::AgentProfile>(const Call &);
template Response putDocument<Kind::AgentProfile>(const Call &);
template Response postDocument<Kind::AgentProfile>(const Call &);
template Response deleteDocument<Kind::AgentProfile>(const Call &);

} // namespace kapok::kapokd
