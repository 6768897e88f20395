// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/remote_lrs.h"

#include "core/xapi/json_document.h"
#include "core/xapi/multipart.h"

#include <curl/curl.h>
#include <map>

namespace kapok::kapokd {
namespace {

constexpr std::size_t kLargestPage = 256u << 20;
/// Statements to ask for at once: their attachments come with them.
constexpr int kPage = 200;

struct Reply {
    std::string body;
    std::map<std::string, std::string> headers; ///< names in lower case

    [[nodiscard]] std::string header(const std::string &name) const
    {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string() : found->second;
    }
};

std::size_t takeBody(char *data, std::size_t size, std::size_t count, void *reply)
{
    std::string &body = static_cast<Reply *>(reply)->body;
    if (body.size() + size * count > kLargestPage)
        return 0;
    body.append(data, size * count);
    return size * count;
}

std::size_t takeHeader(char *data, std::size_t size, std::size_t count, void *reply)
{
    std::string line(data, size * count);
    const auto colon = line.find(':');
    std::string name = line.substr(0, colon);
    for (char &c : name)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const auto begin = colon == std::string::npos ? colon : line.find_first_not_of(' ', colon + 1);
    const auto end = line.find_last_not_of("\r\n ");
    if (begin != std::string::npos && begin <= end)
        static_cast<Reply *>(reply)->headers[name] = line.substr(begin, end - begin + 1);
    return size * count;
}

/// "https://host:port" of an address.
std::string originOf(const std::string &address)
{
    const auto scheme = address.find("://");
    return scheme == std::string::npos ? std::string() : address.substr(0, address.find('/', scheme + 3));
}

Error notReached(CURLcode code, const char *reason)
{
    const bool isTls = code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CONNECT_ERROR ||
                       code == CURLE_SSL_CACERT_BADFILE;
    return {isTls ? ErrorCode::NotTrusted : ErrorCode::Network,
            std::string("The other server was not reached: ") +
                (*reason != '\0' ? reason : curl_easy_strerror(code)) + "."};
}

/// What to do when the answer is none of a record store.
constexpr const char *kWhere =
    " Give the address of its xAPI as --url, such as https://lrs.example.org/xapi.";

Status checkStatus(long status)
{
    if (status == 200)
        return success();
    if (status == 401)
        return Error{ErrorCode::Unauthorized, "The other server does not know this key and secret."};
    if (status == 403)
        return Error{ErrorCode::Forbidden, "The other server does not let this key read statements."};
    const bool isElsewhere =
        status == 301 || status == 302 || status == 307 || status == 308 || status == 404;
    return Error{ErrorCode::Refused, "The other server answered with status " + std::to_string(status) + "." +
                                         (isElsewhere ? kWhere : "")};
}

Result<RemotePage> readPage(const Reply &reply)
{
    const Error noLrs{ErrorCode::Corrupt,
                      std::string("The other server's answer is no xAPI statement result.") + kWhere};
    xapi::StatementParts parts{reply.body, {}};
    const std::string type = reply.header("content-type");
    if (type.starts_with("multipart/")) {
        auto read = xapi::parseStatementParts(reply.body, type);
        if (!read.ok())
            return Error{ErrorCode::Corrupt, noLrs.detail + " " + read.error().detail};
        parts = *std::move(read);
    }
    constexpr int kLevelsAroundAStatement = 2;
    const auto answer =
        xapi::JsonDocument::parse(parts.statements, xapi::JsonDocument::kDepth + kLevelsAroundAStatement);
    const auto statements = answer.ok() ? answer->root()["statements"] : xapi::JsonValue();
    if (!statements.isArray())
        return noLrs;
    RemotePage page;
    for (const auto &attachment : parts.attachments)
        page.attachments.push_back({attachment.sha2, std::string(attachment.bytes)});
    page.consistentThrough = reply.header("x-experience-api-consistent-through");
    page.more = answer->root()["more"].string();
    for (const auto statement : statements.elements()) {
        page.statements.emplace_back(statement.text());
        page.lastStored = statement["stored"].string();
    }
    return page;
}

} // namespace

struct RemoteLrs::Handle {
    CURL *curl = curl_easy_init();
    curl_slist *headers = nullptr;
    char reason[CURL_ERROR_SIZE] = {};

    Handle() = default;
    ~Handle()
    {
        curl_slist_free_all(headers);
        curl_easy_cleanup(curl);
    }
    Handle(const Handle &) = delete;
    Handle &operator=(const Handle &) = delete;
};

RemoteLrs::RemoteLrs(std::string url, std::string key, std::string secret)
    : m_url(std::move(url)), m_handle(std::make_unique<Handle>())
{
    while (m_url.ends_with('/'))
        m_url.pop_back();
    CURL *curl = m_handle->curl;
    m_handle->headers = curl_slist_append(nullptr, "X-Experience-API-Version: 1.0.3");
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, m_handle->headers);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
    curl_easy_setopt(curl, CURLOPT_USERNAME, key.c_str());
    curl_easy_setopt(curl, CURLOPT_PASSWORD, secret.c_str());
    curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, 20L);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 1L);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, 60L);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, m_handle->reason);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, takeBody);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, takeHeader);
}

RemoteLrs::~RemoteLrs() = default;

Result<RemotePage> RemoteLrs::first(const std::string &since)
{
    std::string address =
        m_url + "/statements?ascending=true&attachments=true&limit=" + std::to_string(kPage);
    if (!since.empty()) {
        char *encoded = curl_easy_escape(m_handle->curl, since.data(), static_cast<int>(since.size()));
        address += "&since=" + std::string(encoded);
        curl_free(encoded);
    }
    return page(address);
}

Result<RemotePage> RemoteLrs::next(const std::string &more)
{
    const std::string origin = originOf(m_url);
    const bool isAbsolute = more.find("://") != std::string::npos;
    if (isAbsolute && originOf(more) != origin)
        return Error{ErrorCode::Refused, "The other server sends the next page to another server."};
    return page(isAbsolute ? more : origin + (more.starts_with('/') ? "" : "/") + more);
}

Result<RemotePage> RemoteLrs::page(const std::string &address)
{
    Reply reply;
    CURL *curl = m_handle->curl;
    curl_easy_setopt(curl, CURLOPT_URL, address.c_str());
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &reply);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &reply);
    m_handle->reason[0] = '\0';
    const CURLcode code = curl_easy_perform(curl);
    if (code == CURLE_WRITE_ERROR)
        return Error{ErrorCode::Corrupt, "A page of the other server has more than 256 MiB."};
    if (code != CURLE_OK)
        return notReached(code, m_handle->reason);
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    KAPOK_TRY(checkStatus(status));
    return readPage(reply);
}

} // namespace kapok::kapokd
