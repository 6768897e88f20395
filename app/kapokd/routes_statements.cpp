// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/xapi_access.h"
#include "core/lrs/intake.h"
#include "core/xapi/parameters.h"

#include <charconv>

namespace kapok::kapokd {
namespace {

using nlohmann::json;

constexpr const char *kThrough = "X-Experience-API-Consistent-Through";

Result<Response> about(Services &, const Call &)
{
    return jsonResponse({{"version", {"1.0.3", "2.0.0"}}});
}

Status checkType(const Call &call)
{
    const std::string &type = call.request.header("content-type");
    if (!sameToken(std::string_view(type).substr(0, type.find_first_of("; ")), "application/json"))
        return Error{ErrorCode::InvalidInput, "Send statements as Content-Type: application/json."};
    return success();
}

/// The batch of a POST or PUT, checked to be by somebody who may bring it.
Result<std::vector<lrs::Incoming>> readBatch(Services &services, const Call &call)
{
    KAPOK_TRY(needScope(call, {"statements/write"}));
    KAPOK_TRY(checkType(call));
    KAPOK_TRY_ASSIGN(auto batch, lrs::readStatements(call.request.body, call.version, services.clock));
    KAPOK_TRY_ASSIGN(const std::string own, ownIfi(services, call));
    for (const auto &statement : batch)
        if (!own.empty() && statement.keys.learner != own)
            return Error{ErrorCode::Forbidden,
                         "$.actor: this credential only brings statements of its own person"};
    return batch;
}

void add(Services &services, const Call &call, Result<std::vector<lrs::Incoming>> batch, Response done,
         const Responder &respond)
{
    if (!batch.ok())
        return respond(refusal(batch.error()));
    auto authority = authorityOf(services, call);
    if (!authority.ok())
        return respond(refusal(authority.error()));
    services.statements.add(*std::move(batch), {*std::move(authority), call.version},
                            [respond, done = std::move(done)](const Status &status) {
                                respond(status.ok() ? done : refusal(status.error()));
                            });
}

void post(Services &services, const Call &call, const Responder &respond)
{
    if (!call.request.query.empty())
        return respond(refusal({ErrorCode::InvalidInput, "POST to statements takes no parameters."}));
    auto batch = readBatch(services, call);
    json ids = json::array();
    if (batch.ok())
        for (const auto &statement : *batch)
            ids.push_back(statement.id.value);
    add(services, call, std::move(batch), jsonResponse(ids), respond);
}

Result<std::vector<lrs::Incoming>> readPut(Services &services, const Call &call)
{
    KAPOK_TRY_ASSIGN(const StatementId id, xapi::parsePutStatement(call.request.query));
    Call named = call;
    json sent = json::parse(call.request.body, nullptr, false);
    if (!sent.is_object())
        return Error{ErrorCode::InvalidInput, "$: must be one statement"};
    if (const auto brace = named.request.body.find('{'); !sent.contains("id"))
        named.request.body.insert(brace + 1, "\"id\":\"" + id.value + "\",");
    KAPOK_TRY_ASSIGN(auto batch, readBatch(services, named));
    if (batch.front().id != id)
        return Error{ErrorCode::InvalidInput, "$.id: must be the statementId of the address"};
    return batch;
}

void put(Services &services, const Call &call, const Responder &respond)
{
    add(services, call, readPut(services, call), Response{204, {}, {}, {}}, respond);
}

/// `cursor=AFTER.THROUGH` of a `more` address; taken out of \p parameters.
Status takeCursor(xapi::Parameters &parameters, lrs::Query &query)
{
    const auto found = std::ranges::find(parameters, "cursor", &std::pair<std::string, std::string>::first);
    if (found == parameters.end())
        return success();
    lrs::Instant after = 0;
    lrs::Instant through = 0;
    const std::string &text = found->second;
    const char *end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, after);
    const bool dotted = first.ec == std::errc() && first.ptr != end && *first.ptr == '.';
    if (!dotted || std::from_chars(first.ptr + 1, end, through).ptr != end || through < after)
        return Error{ErrorCode::InvalidInput, "parameter cursor: must be the one of a more address"};
    query.after = after;
    query.through = through;
    parameters.erase(found);
    return success();
}

/// `since` and `until` to the microsecond.
Status readTimes(const Call &call, lrs::Query &query)
{
    if (const auto *since = call.request.parameter("since")) {
        KAPOK_TRY_ASSIGN(query.since, lrs::parseInstant(*since));
    }
    if (const auto *until = call.request.parameter("until")) {
        KAPOK_TRY_ASSIGN(query.until, lrs::parseInstant(*until));
    }
    return success();
}

/// Narrows \p query to what the caller may see.
Status narrow(Services &services, const Call &call, lrs::Query &query)
{
    KAPOK_TRY(needScope(call, {"statements/read", "statements/read/mine"}));
    if (call.caller.has(roster::Role::Owner))
        return success();
    if (!call.caller.person) {
        if (!call.caller.hasScope("statements/read")) {
            KAPOK_TRY_ASSIGN(query.authority, authorityOf(services, call));
        }
        return success();
    }
    KAPOK_TRY_ASSIGN(const std::string own, ownIfi(services, call));
    if (!query.agent.empty() && query.agent != own)
        return Error{ErrorCode::Forbidden,
                     "parameter agent: this credential only reads its own person's statements"};
    query.agent = own;
    return success();
}

std::string moreAddress(const Call &call, const lrs::Page &page)
{
    std::string address = "/xapi/statements?";
    for (const auto &[name, value] : call.request.query)
        if (name != "cursor")
            address += percentEncode(name) + "=" + percentEncode(value) + "&";
    return address + "cursor=" + std::to_string(*page.next) + "." + std::to_string(page.through);
}

Result<Response> getOne(Services &services, const Call &call, const xapi::StatementQuery &asked)
{
    lrs::Query mine;
    KAPOK_TRY(narrow(services, call, mine));
    const bool voided = asked.voidedStatementId.has_value();
    KAPOK_TRY_ASSIGN(
        auto found, services.statements.find(voided ? *asked.voidedStatementId : *asked.statementId, voided));
    const json statement = json::parse(found.json, nullptr, false);
    const bool notOwn = !mine.agent.empty() && lrs::ifiOf(statement.at("actor")) != mine.agent;
    const bool notBrought =
        !mine.authority.empty() && statement.at("authority") != json::parse(mine.authority);
    if (notOwn || notBrought)
        return Error{ErrorCode::NotFound, "There is no statement with this id."};
    Response response{200, {}, std::move(found.json), {}};
    return response.header("Content-Type", "application/json");
}

Result<Response> getMany(Services &services, const Call &call, const xapi::StatementQuery &asked,
                         lrs::Query query)
{
    query.agent = asked.agent.empty() ? "" : lrs::ifiOfText(asked.agent);
    query.verb = asked.verb;
    query.activity = asked.activity;
    query.registration = asked.registration ? asked.registration->value : "";
    query.ascending = asked.ascending;
    query.limit = asked.limit;
    KAPOK_TRY(readTimes(call, query));
    KAPOK_TRY(narrow(services, call, query));
    KAPOK_TRY_ASSIGN(const auto page, services.statements.query(query));
    std::string body = "{\"statements\":[";
    for (std::size_t i = 0; i < page.statements.size(); ++i)
        body.append(i ? "," : "").append(page.statements[i]);
    body += "],\"more\":" + json(page.next ? moreAddress(call, page) : std::string()).dump() + "}";
    Response response{200, {}, std::move(body), {}};
    return response.header("Content-Type", "application/json").header(kThrough, lrs::toText(page.through));
}

Result<Response> read(Services &services, const Call &call)
{
    xapi::Parameters parameters = call.request.query;
    lrs::Query query;
    KAPOK_TRY(takeCursor(parameters, query));
    KAPOK_TRY_ASSIGN(const auto asked, xapi::parseStatementQuery(parameters));
    if (asked.relatedActivities || asked.relatedAgents || asked.attachments ||
        (asked.formatGiven && asked.format != xapi::Format::Exact))
        return Error{ErrorCode::InvalidInput,
                     "This version answers neither related_activities, related_agents, "
                     "attachments=true nor formats other than exact."};
    if (asked.statementId || asked.voidedStatementId)
        return getOne(services, call, asked);
    return getMany(services, call, asked, std::move(query));
}

void get(Services &services, const Call &call, const Responder &respond)
{
    auto answer = read(services, call);
    Response response = answer.ok() ? *std::move(answer) : refusal(answer.error());
    if (response.headerValue(kThrough).empty())
        response.header(kThrough, lrs::toText(services.statements.consistentThrough()));
    respond(std::move(response));
}

} // namespace

std::vector<Route> statementRoutes()
{
    constexpr std::size_t kBatch = 16u << 20;
    return {
        {"GET", "/xapi/about", Access::Anyone, Work::Quick, 0, answering(about)},
        {"POST", "/xapi/statements", Access::Xapi, Work::Quick, kBatch, post},
        {"PUT", "/xapi/statements", Access::Xapi, Work::Quick, kBatch, put},
        {"GET", "/xapi/statements", Access::Xapi, Work::Quick, 0, get},
    };
}

} // namespace kapok::kapokd
