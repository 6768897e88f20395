// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/http/answers.h"
#include "app/kapokd/http/date.h"
#include "app/kapokd/router.h"
#include "app/kapokd/xapi_attachments.h"
#include "app/kapokd/xapi_format.h"
#include "app/kapokd/xapi_gate.h"
#include "core/lrs/agents.h"
#include "core/xapi/place.h"

#include <charconv>
#include <nlohmann/json.hpp>

namespace kapok::kapokd {
namespace {

using nlohmann::json;

/// Kapok's own parameter of `more` links: where the next page begins.
constexpr std::string_view kAfter = "kapok-after";

struct Asked {
    lrs::StatementFilter filter;
    xapi::Version version = xapi::Version::V1_0_3;
    std::string link; ///< the parameters without kAfter, encoded
};

Result<lrs::Micros> readAfter(const std::string &value)
{
    lrs::Micros after = 0;
    const auto [end, code] = std::from_chars(value.data(), value.data() + value.size(), after);
    if (code != std::errc() || end != value.data() + value.size())
        return Error{ErrorCode::InvalidInput,
                     "parameter kapok-after: must be from a \"more\" link, not this text"};
    return after;
}

Result<Asked> readQuery(const Request &request)
{
    Asked asked;
    xapi::Parameters parameters;
    for (const auto &[name, value] : request.query) {
        if (name == kAfter) {
            KAPOK_TRY_ASSIGN(asked.filter.after, readAfter(value));
            continue;
        }
        parameters.emplace_back(name, value);
        asked.link += percentEncode(name) + "=" + percentEncode(value) + "&";
    }
    KAPOK_TRY_ASSIGN(asked.filter.query, xapi::parseStatementQuery(parameters));
    // To the microsecond, where the parameter rules read milliseconds.
    if (asked.filter.query.since) {
        KAPOK_TRY_ASSIGN(asked.filter.since, lrs::parseMicros(*request.parameter("since")));
    }
    if (asked.filter.query.until) {
        KAPOK_TRY_ASSIGN(asked.filter.until, lrs::parseMicros(*request.parameter("until")));
    }
    return asked;
}

/// The page as text, each statement as it is kept.
std::string pageText(const lrs::StatementPage &page, const std::string &link)
{
    std::string text = "{\"statements\":[";
    for (std::size_t i = 0; i < page.statements.size(); ++i)
        text += (i == 0 ? "" : ",") + page.statements[i];
    const std::string more =
        page.next ? "/xapi/statements?" + link + std::string(kAfter) + "=" + std::to_string(*page.next) : "";
    return text + "],\"more\":" + json(more).dump() + "}";
}

Response jsonText(std::string text)
{
    Response response;
    response.header("Content-Type", "application/json");
    response.body = std::move(text);
    return response;
}

/// Takes the attachments of the page into \p multipart; the statements that do not fit begin the next page.
Status takeAttachments(lrs::StatementPage &page, MultipartAnswer &multipart)
{
    for (std::size_t i = 0; i < page.statements.size(); ++i) {
        KAPOK_TRY_ASSIGN(const bool fits, multipart.add(page.statements[i]));
        if (fits)
            continue;
        const json last = json::parse(page.statements[i - 1], nullptr, false);
        KAPOK_TRY_ASSIGN(page.next, lrs::parseMicros(last.value("stored", std::string())));
        page.statements.resize(i);
    }
    return success();
}

StatementForm formOf(const Call &call, const Asked &asked)
{
    return {asked.filter.query.format, call.request.header("accept-language"), asked.version};
}

/// When a statement was stored, for Last-Modified.
Time storedOf(const std::string &statement)
{
    const json value = json::parse(statement, nullptr, false);
    const auto stored = parseIso8601(value.value("stored", std::string()));
    return stored.ok() ? *stored : Time{};
}

/// Whether \p statement was stored by \p authority.
bool isOf(const std::string &statement, const std::string &authority)
{
    const json value = json::parse(statement, nullptr, false);
    return value.value("authority", json()) == json::parse(authority, nullptr, false);
}

Response oneStatement(const Call &call, const Asked &asked, const std::string &onlyAgent)
{
    const auto &query = asked.filter.query;
    const bool voided = query.voidedStatementId.has_value();
    auto statement = call.service.statements.one(voided ? *query.voidedStatementId : *query.statementId,
                                                 voided, onlyAgent);
    if (!statement.ok())
        return errorResponse(statement.error());
    const auto &authority = asked.filter.onlyAuthority;
    if (!authority.empty() && !isOf(*statement, authority))
        return errorResponse({ErrorCode::NotFound, "There is no such statement."});
    MultipartAnswer multipart(call.service.statements);
    if (query.attachments)
        if (const auto added = multipart.add(*statement); !added.ok())
            return errorResponse(added.error());
    std::vector<std::string> texts{*statement};
    if (const auto done = formatStatements(call.service.statements, formOf(call, asked), texts); !done.ok())
        return errorResponse(done.error());
    Response response = query.attachments ? multipart.response(texts.front()) : jsonText(texts.front());
    response.header("Last-Modified", httpDate(storedOf(*statement)));
    const auto through = call.service.statements.consistentThrough();
    if (!through.ok())
        return errorResponse(through.error());
    response.header("X-Experience-API-Consistent-Through", lrs::microsText(*through));
    return response;
}

Response findStatements(const Call &call, Asked &asked, const std::string &onlyAgent)
{
    auto &filter = asked.filter;
    filter.onlyAgent = onlyAgent;
    const bool asksForOther =
        !onlyAgent.empty() && !filter.query.agent.empty() && lrs::ifiOfText(filter.query.agent) != onlyAgent;
    if (asksForOther)
        return errorResponse({ErrorCode::Forbidden, "parameter agent: must be the person who is signed in"});
    auto page = call.service.statements.find(filter);
    if (!page.ok())
        return errorResponse(page.error());
    MultipartAnswer multipart(call.service.statements);
    if (filter.query.attachments)
        if (const auto taken = takeAttachments(*page, multipart); !taken.ok())
            return errorResponse(taken.error());
    const auto form = formOf(call, asked);
    if (const auto done = formatStatements(call.service.statements, form, page->statements); !done.ok())
        return errorResponse(done.error());
    const std::string text = pageText(*page, asked.link);
    Response response = filter.query.attachments ? multipart.response(text) : jsonText(text);
    response.header("X-Experience-API-Consistent-Through", lrs::microsText(page->consistentThrough));
    return response;
}

Result<lrs::AddRequest> addRequest(const Call &call)
{
    lrs::AddRequest add;
    KAPOK_TRY_ASSIGN(add.version, versionOf(call.request));
    KAPOK_TRY_ASSIGN(add.onlyAgent, gate(call, Right::WriteStatements));
    KAPOK_TRY_ASSIGN(add.authority, authorityOf(call));
    KAPOK_TRY(readStatementsBody(call.request, add));
    return add;
}

} // namespace

Response getXapiAbout(const Call &)
{
    return jsonResponse(200, {{"version", {"1.0.3", "2.0.0"}}});
}

Response getStatements(const Call &call)
{
    const auto version = versionOf(call.request);
    if (!version.ok())
        return errorResponse(version.error());
    const auto onlyAgent = gate(call, Right::ReadStatements);
    if (!onlyAgent.ok())
        return errorResponse(onlyAgent.error());
    auto asked = readQuery(call.request);
    if (!asked.ok())
        return errorResponse(asked.error());
    asked->version = *version;
    if (readsOnlyOwn(call)) {
        auto authority = authorityOf(call);
        if (!authority.ok())
            return errorResponse(authority.error());
        asked->filter.onlyAuthority = *std::move(authority);
    }
    const auto &query = asked->filter.query;
    if (query.statementId || query.voidedStatementId)
        return oneStatement(call, *asked, *onlyAgent);
    return findStatements(call, *asked, *onlyAgent);
}

Response putStatement(const Call &call)
{
    auto add = addRequest(call);
    if (!add.ok())
        return errorResponse(add.error());
    auto id = xapi::parsePutStatement(call.request.query);
    if (!id.ok())
        return errorResponse(id.error());
    add->putId = *std::move(id);
    if (const auto added = call.service.statements.add(*add); !added.ok())
        return errorResponse(added.error());
    Response response;
    response.status = 204;
    return response;
}

Response postStatements(const Call &call)
{
    const auto add = addRequest(call);
    if (!add.ok())
        return errorResponse(add.error());
    if (!call.request.query.empty())
        return errorResponse(
            {ErrorCode::InvalidInput, "parameter " + xapi::shown(call.request.query.front().first) +
                                          ": is not known here: a POST of statements takes none"});
    const auto added = call.service.statements.add(*add);
    if (!added.ok())
        return errorResponse(added.error());
    json ids = json::array();
    for (const auto &id : *added)
        ids.push_back(id.value);
    return jsonResponse(200, ids);
}

} // namespace kapok::kapokd
