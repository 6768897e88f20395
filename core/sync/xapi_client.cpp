// SPDX-License-Identifier: Apache-2.0
#include "core/sync/xapi_client.h"

#include "core/sync/answers.h"
#include "core/sync/tuning.h"
#include "core/xapi/packing.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace kapok::sync {
namespace {

using nlohmann::json;

constexpr std::string_view kJson = "application/json";
constexpr std::string_view kAvailableDictionary = "available-dictionary";

/// A proxy or an overloaded server may say these without being an LRS.
bool saysAnybody(int status)
{
    return status == 401 || status == 403 || status == 413 || status == 429 || status >= 500;
}

Error strangeAnswer(int status)
{
    return {ErrorCode::Network,
            "Something answered with status " + std::to_string(status) +
                " that is not a learning record store; perhaps a sign-in page of the network."};
}

std::optional<Time> storedOf(const json &statement)
{
    const auto stored = statement.find("stored");
    if (stored == statement.end() || !stored->is_string())
        return {};
    const auto time = parseIso8601(stored->get<std::string>());
    return time.ok() ? std::optional(*time) : std::nullopt;
}

} // namespace

XapiClient::XapiClient(Transport &transport, std::string endpoint, Credential credential,
                       std::string homePage, std::string account, CancelToken cancel)
    : m_transport(transport),
      m_endpoint(withoutSlash(std::move(endpoint))),
      m_credential(std::move(credential)),
      m_homePage(std::move(homePage)),
      m_account(std::move(account)),
      m_dictionary(xapi::StatementDictionary::of(m_homePage)),
      m_cancel(std::move(cancel))
{}

Request XapiClient::request(Method method, const std::string &pathAndQuery) const
{
    Request out;
    out.method = method;
    out.url = m_endpoint + pathAndQuery;
    out.credential = m_credential;
    out.timeouts = {tuning::kConnectTimeout, tuning::kSilenceTimeout, tuning::kWholeTimeout};
    out.headers = {{"X-Experience-API-Version", "1.0.3"}, {"Accept", std::string(kJson)}};
    return out;
}

Result<Response> XapiClient::ask(const Request &request)
{
    return judge(m_transport.send(request, m_cancel));
}

Result<Response> XapiClient::judge(Result<Response> answer)
{
    m_status = 0;
    m_retryAfter.reset();
    KAPOK_TRY_ASSIGN(auto response, std::move(answer));
    m_status = response.status;
    if (response.header("x-experience-api-version").empty() && !saysAnybody(response.status))
        return strangeAnswer(response.status);
    if (const auto date = parseHttpDate(response.header("date")))
        m_serverTime = date;
    if (response.status >= 200 && response.status < 300)
        return response;
    m_retryAfter = retryAfterOf(response);
    auto error = refusal(response);
    if (response.status == 412)
        error.code = ErrorCode::Conflict;
    return error;
}

std::string XapiClient::agent() const
{
    return json{{"objectType", "Agent"}, {"account", {{"homePage", m_homePage}, {"name", m_account}}}}.dump();
}

XapiClient::Post XapiClient::begin(std::span<const xapi::Statement> batch)
{
    Post post;
    post.packing = m_knowsDictionary ? Packing::Dcz : Packing::Gzip;
    Request sent = request(Method::Post, "/statements");
    sent.headers.emplace_back("Content-Type", kJson);
    sent.packing = post.packing;
    sent.dictionary = m_dictionary;
    sent.body = "[";
    for (const auto &statement : batch) {
        if (sent.body.size() > 1)
            sent.body += ',';
        sent.body += statement.json;
        post.ids.push_back(statement.id);
    }
    sent.body += ']';
    post.answer = m_transport.begin(sent, m_cancel);
    return post;
}

Status XapiClient::finish(Post &post)
{
    m_refusedPacking = false;
    auto answer = post.answer->wait();
    if (answer.ok())
        judgePacking(*answer, post.packing);
    KAPOK_TRY_ASSIGN(const auto response, judge(std::move(answer)));
    // "Sent" is said only when the server named what it took.
    const auto named = json::parse(response.body, nullptr, false);
    const bool same = named.is_array() && named.size() == post.ids.size() &&
                      std::equal(post.ids.begin(), post.ids.end(), named.begin(),
                                 [](const StatementId &id, const json &other) {
                                     return other.is_string() && other.get<std::string>() == id.value;
                                 });
    return same ? success() : Status(strangeAnswer(response.status));
}

void XapiClient::judgePacking(const Response &response, Packing packing)
{
    // A proxy in between says nothing of the server behind it.
    if (response.header("x-experience-api-version").empty() || saysAnybody(response.status))
        return;
    m_knowsDictionary =
        response.status != 415 && response.header(kAvailableDictionary) == m_dictionary->field();
    // What cannot read the packing may call the statements wrong: 400 counts only from one that can.
    m_refusedPacking = packing == Packing::Dcz && !m_knowsDictionary && response.status >= 400;
}

Status XapiClient::post(std::span<const xapi::Statement> batch)
{
    Post first = begin(batch);
    const Status answer = finish(first);
    if (!m_refusedPacking)
        return answer;
    Post again = begin(batch); // with gzip now
    return finish(again);
}

Result<std::string> XapiClient::statement(const StatementId &id)
{
    auto response = ask(request(Method::Get, "/statements?statementId=" + urlEncode(id.value)));
    if (!response.ok() && response.error().code == ErrorCode::NotFound)
        response = ask(request(Method::Get, "/statements?voidedStatementId=" + urlEncode(id.value)));
    KAPOK_TRY_ASSIGN(auto found, std::move(response));
    return std::move(found.body);
}

Result<StatementPage> XapiClient::statements(const std::string &since)
{
    std::string path = "/statements?ascending=true&limit=" + std::to_string(tuning::kPullLimit) +
                       "&agent=" + urlEncode(agent());
    if (!since.empty())
        path += "&since=" + urlEncode(since);
    return page(request(Method::Get, path));
}

Result<StatementPage> XapiClient::more(const std::string &link)
{
    Request get = request(Method::Get, {});
    const std::string origin = originOf(m_endpoint);
    if (link.starts_with('/'))
        get.url = origin + link;
    else if (originOf(link) == origin)
        get.url = link;
    else // never carry the credential elsewhere
        return Error{ErrorCode::Corrupt, "The server's next page of statements is on another server."};
    return page(get);
}

Result<StatementPage> XapiClient::page(const Request &request)
{
    KAPOK_TRY_ASSIGN(const auto response, ask(request));
    const auto body = json::parse(response.body, nullptr, false);
    const auto list = body.is_object() ? body.find("statements") : body.end();
    if (!body.is_object() || list == body.end() || !list->is_array())
        return Error{ErrorCode::Corrupt, "The server's list of statements is not what xAPI says."};
    StatementPage out;
    for (const auto &statement : *list) {
        out.statements.push_back(statement.dump(-1, ' ', false, json::error_handler_t::replace));
        if (const auto stored = storedOf(statement))
            out.lastStored = stored;
    }
    if (const auto more = body.find("more"); more != body.end() && more->is_string())
        out.more = more->get<std::string>();
    const auto through = parseIso8601(response.header("x-experience-api-consistent-through"));
    if (through.ok())
        out.consistentThrough = *through;
    return out;
}

std::string XapiClient::statePath(const StateKey &key) const
{
    return "/activities/state?stateId=bookmark&activityId=" + urlEncode(key.activityId) +
           "&agent=" + urlEncode(agent()) + "&registration=" + urlEncode(key.registration.value);
}

Result<StateDocument> XapiClient::state(const StateKey &key)
{
    KAPOK_TRY_ASSIGN(auto response, ask(request(Method::Get, statePath(key))));
    return StateDocument{std::move(response.body), response.header("etag")};
}

Result<std::string> XapiClient::putState(const StateKey &key, const std::string &body,
                                         const std::string &etag)
{
    Request put = request(Method::Put, statePath(key));
    put.headers.emplace_back("Content-Type", kJson);
    put.headers.emplace_back(etag.empty() ? "If-None-Match" : "If-Match", etag.empty() ? "*" : etag);
    put.body = body;
    KAPOK_TRY_ASSIGN(const auto response, ask(put));
    return response.header("etag");
}

} // namespace kapok::sync
