// SPDX-License-Identifier: Apache-2.0
#include "tests/core/sync/loopback_server.h"

#include "core/base/hash.h"
#include "core/xapi/packing.h"

#include <algorithm>

namespace kapok::testing {
namespace {

using nlohmann::json;
using sync::Method;
using sync::Request;
using sync::Response;

std::string decoded(const std::string &text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            out += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

std::map<std::string, std::string> queryOf(const std::string &url)
{
    std::map<std::string, std::string> out;
    auto start = url.find('?');
    while (start != std::string::npos && start + 1 < url.size()) {
        const auto end = url.find('&', start + 1);
        const std::string pair = url.substr(start + 1, end == std::string::npos ? end : end - start - 1);
        const auto equals = pair.find('=');
        out[pair.substr(0, equals)] = decoded(pair.substr(equals + 1));
        start = end;
    }
    return out;
}

std::string headerOf(const Request &request, const std::string &name)
{
    for (const auto &[key, value] : request.headers) {
        if (key == name)
            return value;
    }
    return {};
}

std::string httpDate(Time time)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count();
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    std::array<char, 64> text{};
    const auto size = std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
    return {text.data(), size};
}

json coverOf(const course::FileRef &cover)
{
    if (cover.empty())
        return nullptr;
    return {{"sha256", cover.sha256}, {"size", cover.size}, {"type", cover.mediaType}};
}

} // namespace

Response LoopbackServer::answer(int status, const std::string &body) const
{
    Response out;
    out.status = status;
    out.body = body;
    out.headers = {{"date", httpDate(m_clock.now())}, {"x-experience-api-version", "1.0.3"}};
    return out;
}

const LoopbackServer::Stored *LoopbackServer::find(const std::string &id) const
{
    for (const auto &stored : statements) {
        if (stored.value.at("id") == id)
            return &stored;
    }
    return nullptr;
}

int LoopbackServer::count(const std::string &part) const
{
    return static_cast<int>(std::count_if(requests.begin(), requests.end(), [&](const Request &request) {
        return request.url.find(part) != std::string::npos;
    }));
}

void LoopbackServer::publish(const Offer &offer)
{
    const auto &course = offer.parsed.course;
    offers[course.id.value] = offer;
    blobs.insert(offer.blobs.begin(), offer.blobs.end());
    auto &entries = catalogue.get_ref<json::array_t &>();
    std::erase_if(entries, [&](const json &entry) { return entry.at("id") == course.id.value; });
    catalogue.push_back({{"id", course.id.value},
                         {"version", course.version},
                         {"manifest", sha256(offer.manifest)},
                         {"manifest_size", offer.manifest.size()},
                         {"size", offer.parsed.totalBytes()},
                         {"title", course.title.byLanguage},
                         {"summary", course.summary.byLanguage},
                         {"subject", course.subject},
                         {"languages", course.languages},
                         {"minutes", course.minutes},
                         {"periods", course.periods},
                         {"lessons", course.lessons.size()},
                         {"cover", coverOf(course.cover)},
                         {"cover_dark", coverOf(course.coverDark)},
                         {"published", "2026-11-01T00:00:00.000Z"}});
}

Response LoopbackServer::handle(const Request &request)
{
    const std::lock_guard lock(m_mutex);
    requests.push_back(request);
    const std::string path = request.url.substr(request.url.find('/', 8));
    if (!knownKeys.empty() && path.find("/sign-in") == std::string::npos &&
        path.find("/about") == std::string::npos &&
        std::find(knownKeys.begin(), knownKeys.end(), request.credential.value_or(sync::Credential{}).key) ==
            knownKeys.end())
        return answer(401, R"({"error":"unauthorized","message":"Unknown key."})");
    const auto query = queryOf(request.url);
    if (path.starts_with("/api/v1/"))
        return api(request,
                   path.substr(8, path.find('?') == std::string::npos ? path.npos : path.find('?') - 8));
    if (path.starts_with("/xapi/activities/state"))
        return state(request, query);
    if (path.starts_with("/xapi/statements"))
        return request.method == Method::Post ? takeStatements(request) : list(query);
    return answer(404, R"({"error":"not_found","message":"Nothing here."})");
}

Response LoopbackServer::takeStatements(const Request &request)
{
    if (request.packing == sync::Packing::Dcz && !knowsDictionary)
        return answer(unknownPackingStatus,
                      R"({"error":"invalid_input","message":"This is not what I can read."})");
    Response out = post(request);
    if (knowsDictionary)
        out.headers.emplace_back("available-dictionary", xapi::StatementDictionary::of(homePage)->field());
    return out;
}

Response LoopbackServer::post(const Request &request)
{
    if (request.body.size() > maxBody)
        return answer(413, R"({"error":"invalid_input","message":"Too large."})");
    const auto batch = json::parse(request.body);
    batchSizes.push_back(batch.size());
    for (const auto &statement : batch) {
        const auto id = statement.at("id").get<std::string>();
        if (std::find(poisoned.begin(), poisoned.end(), id) != poisoned.end())
            return answer(
                400, R"({"error":"invalid_input","message":"The verb is not known here.","path":"$.verb"})");
        const auto *known = find(id);
        if (known && (conflictOnRepeat || known->value != statement))
            return answer(409, R"({"error":"conflict","message":"Another statement has this id."})");
    }
    json ids = json::array();
    for (const auto &statement : batch) {
        ids.push_back(statement.at("id"));
        if (!find(statement.at("id").get<std::string>()))
            statements.push_back({statement.dump(), statement,
                                  request.credential.value_or(sync::Credential{}).key,
                                  m_clock.now() + std::chrono::milliseconds(statements.size())});
    }
    return answer(200, ids.dump());
}

Response LoopbackServer::list(const Query &query) const
{
    if (query.contains("statementId")) {
        const auto *found = find(query.at("statementId"));
        return found ? answer(200, found->json) : answer(404, "{}");
    }
    if (query.contains("voidedStatementId"))
        return answer(404, "{}");
    std::size_t from = query.contains("from") ? std::stoul(query.at("from")) : 0;
    const auto agent = json::parse(query.at("agent"));
    const auto since = query.contains("since") ? *parseIso8601(query.at("since")) : Time{};
    json found = json::array();
    std::string more;
    std::size_t seen = 0;
    for (const auto &stored : statements) {
        if (stored.value.at("actor").at("account") != agent.at("account") || stored.stored <= since)
            continue;
        if (seen++ < from)
            continue;
        if (found.size() == static_cast<std::size_t>(pageSize)) {
            more = "/xapi/statements?agent=" + query.at("agent") +
                   "&from=" + std::to_string(from + found.size()) +
                   (query.contains("since") ? "&since=" + query.at("since") : "");
            break;
        }
        json value = stored.value;
        value["stored"] = toIso8601(stored.stored);
        found.push_back(value);
    }
    auto out = answer(200, json{{"statements", found}, {"more", more}}.dump());
    const auto through =
        statements.empty() ? m_clock.now() : std::max(m_clock.now(), statements.back().stored);
    out.headers.emplace_back("x-experience-api-consistent-through", toIso8601(through));
    return out;
}

Response LoopbackServer::state(const Request &request, const Query &query)
{
    const std::string key = query.at("activityId") + " " + query.at("registration") + " " + query.at("agent");
    const auto found = states.find(key);
    const auto etag = [](int version) { return "\"v" + std::to_string(version) + "\""; };
    if (request.method == Method::Get) {
        if (found == states.end())
            return answer(404, "{}");
        auto out = answer(200, found->second.first);
        out.headers.emplace_back("etag", etag(found->second.second));
        return out;
    }
    const auto match = headerOf(request, "If-Match");
    const bool fits = found == states.end() ? match.empty() : match == etag(found->second.second);
    if (!fits)
        return answer(412, "{}");
    const int version = found == states.end() ? 1 : found->second.second + 1;
    states[key] = {request.body, version};
    auto out = answer(204);
    out.headers.emplace_back("etag", etag(version));
    return out;
}

Response LoopbackServer::api(const Request &request, const std::string &path)
{
    const json person = {
        {"id", "0190a000-0000-7000-8000-000000000001"},
        {"account", "mai"},
        {"name", "Hoàng Thị Mai"},
        {"name_language", "vi"},
        {"form_of_address", "Cô"},
        {"roles", {{{"role", "learner"}, {"unit", "u1"}}}},
        {"unit", {{"id", "u1"}, {"kind", "school"}, {"parent", ""}, {"names", {{"vi", "Quảng Uyên"}}}}},
        {"home_page", "https://node.example"}};
    const json node = {{"name", "Cao Bằng"},
                       {"names", json::object()},
                       {"country", "VN"},
                       {"version", "1"},
                       {"time", toIso8601(m_clock.now())},
                       {"home_page", "https://node.example"},
                       {"trusted_keys", trustedKeys}};
    if (path == "about")
        return answer(200, node.dump());
    if (path == "sign-in") {
        if (json::parse(request.body).at("password") != "right")
            return answer(401, R"({"error":"unauthorized","message":"Account or password is wrong."})");
        return answer(
            200, json{{"person", person}, {"credential", {{"key", "k1"}, {"secret", "s1"}}}, {"node", node}}
                     .dump());
    }
    if (path == "me")
        return answer(200, person.dump());
    if (path == "me/assignments")
        return answer(200, json{{"assignments", assignments}, {"as_of", toIso8601(m_clock.now())}}.dump());
    if (path == "catalogue") {
        const std::string etag = "\"" + sha256(catalogue.dump()) + "\"";
        const bool same = headerOf(request, "If-None-Match") == etag;
        auto out =
            answer(same ? 304 : 200,
                   same ? "" : json{{"courses", catalogue}, {"as_of", toIso8601(m_clock.now())}}.dump());
        out.headers.emplace_back("etag", etag);
        return out;
    }
    if (path.starts_with("courses/")) {
        const auto offer = offers.find(path.substr(8, path.find('/', 8) - 8));
        if (offer == offers.end())
            return answer(404, R"({"error":"not_found","message":"No such course."})");
        auto out = answer(200, offer->second.manifest);
        out.headers.emplace_back("x-kapok-signature", toBase64(offer->second.signature));
        return out;
    }
    if (path.starts_with("blobs/"))
        return blob(request, path.substr(6));
    return answer(404, "{}");
}

Response LoopbackServer::blob(const Request &request, const std::string &hash) const
{
    const auto found = blobs.find(hash);
    if (found == blobs.end())
        return answer(404, R"({"error":"not_found","message":"No such file."})");
    const auto tag = blobEtags.find(hash);
    const std::string etag = "\"" + (tag == blobEtags.end() ? hash : tag->second) + "\"";
    const std::string range = headerOf(request, "Range");
    const std::string ifRange = headerOf(request, "If-Range");
    auto out = answer(200, found->second);
    out.headers.emplace_back("etag", etag);
    if (range.empty() || (!ifRange.empty() && ifRange != etag))
        return out;
    const auto from = std::stoull(range.substr(6));
    if (from >= found->second.size())
        return answer(416, "{}");
    out.status = 206;
    out.body = found->second.substr(from);
    out.headers.emplace_back("content-range", "bytes " + std::to_string(from) + "-" +
                                                  std::to_string(found->second.size() - 1) + "/" +
                                                  std::to_string(found->second.size()));
    return out;
}

Result<Response> LoopbackTransport::send(const Request &request, const sync::CancelToken &cancel,
                                         sync::BodySink *sink)
{
    const Error lost{ErrorCode::Network, "lost by the test"};
    if (cancel.isCancelled())
        return Error{ErrorCode::Cancelled, "stopped"};
    const Fault fault = m_server.fault ? m_server.fault(request) : Fault{};
    Response response;
    switch (fault.kind) {
    case Fault::Kind::DropBefore:
        return lost;
    case Fault::Kind::Portal:
        response.status = fault.status == 0 ? 200 : fault.status;
        response.headers = {{"content-type", "text/html"}};
        response.body = "<html>Pay for Wi-Fi here</html>";
        break;
    case Fault::Kind::Status:
        response.status = fault.status;
        response.headers = {{"x-experience-api-version", "1.0.3"}};
        if (!fault.retryAfter.empty())
            response.headers.emplace_back("retry-after", fault.retryAfter);
        break;
    case Fault::Kind::DropAfter:
        static_cast<void>(m_server.handle(request));
        return lost;
    case Fault::Kind::Twice:
        static_cast<void>(m_server.handle(request));
        [[fallthrough]];
    case Fault::Kind::None:
        response = m_server.handle(request);
        break;
    }
    if (!sink)
        return response;
    const std::string body = std::exchange(response.body, {});
    KAPOK_TRY_ASSIGN(const bool takes, sink->begin(response));
    if (!takes) {
        response.body = body;
        return response;
    }
    const bool cut =
        m_server.cutBlobAfter >= 0 && static_cast<std::size_t>(m_server.cutBlobAfter) < body.size();
    const std::string_view whole = std::string_view(body).substr(
        0, cut ? static_cast<std::size_t>(m_server.cutBlobAfter) : std::string::npos);
    constexpr std::size_t kPiece = 16'384;
    for (std::size_t at = 0; at < whole.size(); at += kPiece) {
        if (cancel.isCancelled())
            return Error{ErrorCode::Cancelled, "stopped"};
        KAPOK_TRY(sink->write(whole.substr(at, kPiece)));
    }
    return cut ? Result<Response>(lost) : Result<Response>(std::move(response));
}

} // namespace kapok::testing
