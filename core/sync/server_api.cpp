// SPDX-License-Identifier: Apache-2.0
#include "core/sync/server_api.h"

#include "core/base/hash.h"
#include "core/course/limits.h"
#include "core/sync/answers.h"
#include "core/sync/server_json.h"
#include "core/sync/tuning.h"

#include <nlohmann/json.hpp>

namespace kapok::sync {
namespace {

constexpr Timeouts kSmallRequest{tuning::kConnectTimeout, tuning::kSilenceTimeout, tuning::kWholeTimeout};
constexpr Timeouts kFileRequest{tuning::kConnectTimeout, tuning::kSilenceTimeout, {}};
constexpr std::string_view kJson = "application/json";

void addParameter(std::string &path, const char *name, const std::string &value)
{
    if (value.empty())
        return;
    path += path.find('?') == std::string::npos ? '?' : '&';
    path += std::string(name) + "=" + urlEncode(value);
}

/// \p path with what every report can be asked for.
std::string reportPath(std::string path, const ReportQuery &query)
{
    addParameter(path, "unit", query.unit.value);
    addParameter(path, "course", query.course.value);
    addParameter(path, "from", query.from);
    addParameter(path, "to", query.to);
    return path;
}

} // namespace

ServerApi::ServerApi(Transport &transport, std::string baseUrl, std::optional<Credential> credential,
                     CancelToken cancel)
    : m_transport(transport),
      m_baseUrl(withoutSlash(std::move(baseUrl))),
      m_credential(std::move(credential)),
      m_cancel(std::move(cancel))
{}

Request ServerApi::request(Method method, const std::string &path) const
{
    Request out;
    out.method = method;
    out.url = m_baseUrl + path;
    out.credential = m_credential;
    out.timeouts = kSmallRequest;
    out.headers.emplace_back("Accept", kJson);
    return out;
}

Result<Response> ServerApi::ask(const Request &request, BodySink *sink)
{
    m_retryAfter.reset();
    KAPOK_TRY_ASSIGN(auto response, m_transport.send(request, m_cancel, sink));
    if (const auto date = parseHttpDate(response.header("date")))
        m_serverTime = date;
    const bool answered = (response.status >= 200 && response.status < 300) || response.status == 304;
    if (!answered) {
        m_retryAfter = retryAfterOf(response);
        return refusal(response);
    }
    return response;
}

Result<NodeInfo> ServerApi::about()
{
    KAPOK_TRY_ASSIGN(const auto response, ask(request(Method::Get, "/api/v1/about")));
    return readNodeInfo(response.body);
}

Result<SignedIn> ServerApi::signIn(const std::string &account, const std::string &password,
                                   const DeviceInfo &device)
{
    Request post = request(Method::Post, "/api/v1/sign-in");
    post.credential.reset();
    post.timeouts.whole = tuning::kDeskTimeout;
    post.headers.emplace_back("Content-Type", kJson);
    post.body =
        nlohmann::json{
            {"account", account},
            {"password", password},
            {"device", {{"id", device.id.value}, {"name", device.name}, {"platform", device.platform}}}}
            .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    KAPOK_TRY_ASSIGN(const auto response, ask(post));
    return readSignedIn(response.body);
}

Status ServerApi::revoke(const std::string &key)
{
    KAPOK_TRY_ASSIGN(const auto response,
                     ask(request(Method::Delete, "/api/v1/credentials/" + urlEncode(key))));
    static_cast<void>(response);
    return success();
}

Result<Person> ServerApi::me()
{
    KAPOK_TRY_ASSIGN(const auto response, ask(request(Method::Get, "/api/v1/me")));
    return readPerson(response.body);
}

Result<library::Assignments> ServerApi::assignments()
{
    KAPOK_TRY_ASSIGN(const auto response, ask(request(Method::Get, "/api/v1/me/assignments")));
    return readAssignmentList(response.body);
}

Result<std::optional<library::Catalogue>> ServerApi::catalogue(const std::string &etag)
{
    Request get = request(Method::Get, "/api/v1/catalogue");
    if (!etag.empty())
        get.headers.emplace_back("If-None-Match", etag);
    KAPOK_TRY_ASSIGN(const auto response, ask(get));
    std::optional<library::Catalogue> out;
    if (response.status == 304)
        return out;
    KAPOK_TRY_ASSIGN(out, readCatalogue(response.body));
    out->etag = response.header("etag");
    return out;
}

Result<ManifestAnswer> ServerApi::manifest(const CourseId &course)
{
    Request get = request(Method::Get, "/api/v1/courses/" + urlEncode(course.value) + "/manifest");
    get.maxResponseBytes = course::kMaxManifestBytes;
    KAPOK_TRY_ASSIGN(auto response, ask(get));
    auto signature = fromBase64(response.header("x-kapok-signature"));
    if (!signature.ok() || signature->empty())
        return Error{ErrorCode::Corrupt,
                     "The server sent the course " + course.value + " without its signature."};
    return ManifestAnswer{std::move(response.body), std::move(*signature)};
}

Result<Units> ServerApi::units()
{
    KAPOK_TRY_ASSIGN(const auto response, ask(request(Method::Get, "/api/v1/units")));
    return readUnits(response.body);
}

Result<Figures> ServerApi::figures(const ReportQuery &query)
{
    KAPOK_TRY_ASSIGN(const auto response, ask(request(Method::Get, reportPath("/api/v1/figures", query))));
    return readFigures(response.body);
}

Result<ProgressList> ServerApi::progress(const ReportQuery &query)
{
    std::string path = reportPath("/api/v1/progress", query);
    addParameter(path, "limit", query.limit > 0 ? std::to_string(query.limit) : std::string());
    addParameter(path, "after", query.after);
    KAPOK_TRY_ASSIGN(const auto response, ask(request(Method::Get, path)));
    return readProgress(response.body);
}

Result<Response> ServerApi::blob(const std::string &sha256, std::uint64_t from, const std::string &etag,
                                 BodySink &sink)
{
    Request get = request(Method::Get, "/api/v1/blobs/" + sha256);
    get.timeouts = kFileRequest;
    get.headers = {{"Accept", "*/*"}};
    if (from > 0) {
        get.headers.emplace_back("Range", "bytes=" + std::to_string(from) + "-");
        if (!etag.empty())
            get.headers.emplace_back("If-Range", etag);
    }
    return ask(get, &sink);
}

std::optional<std::chrono::milliseconds> ServerApi::clockOffset(Time now) const
{
    if (!m_serverTime)
        return {};
    return *m_serverTime - now;
}

} // namespace kapok::sync
