// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/remote_lrs.h"

#include "app/kapokd/json_pieces.h"
#include "core/xapi/json_document.h"
#include "core/xapi/multipart.h"

#include <curl/curl.h>
#include <functional>
#include <map>

namespace kapok::kapokd {
namespace {

constexpr std::size_t kLargestPage = 256u << 20;
/// Statements to ask for at once: their attachments come with them.
constexpr int kPage = 200;
/// Some servers leave out of a page what a credential may not read.
constexpr int kMostEmptyPages = 1000;

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

/// The characters of the string \p text; "" when it is none.
std::string stringOf(std::string_view text)
{
    const auto read = xapi::JsonDocument::parse(text);
    return read.ok() ? std::string(read->root().string()) : std::string();
}

/// The text of the member's value; "" when there is none.
std::string_view valueOf(const std::vector<std::pair<std::string_view, std::string_view>> &members,
                         std::string_view name)
{
    for (const auto &[key, value] : members)
        if (stringOf(key) == name)
            return value;
    return {};
}

/// A page is cut into its statements and not read: one that Kapok does not take is refused when it is stored,
/// and must not keep the others away.
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
    const auto members = membersIn(parts.statements);
    const auto statements = members ? elementsIn(valueOf(*members, "statements")) : std::nullopt;
    if (!statements)
        return noLrs;
    RemotePage page;
    for (const auto &attachment : parts.attachments)
        page.attachments.push_back({attachment.sha2, std::string(attachment.bytes)});
    page.consistentThrough = reply.header("x-experience-api-consistent-through");
    page.more = stringOf(valueOf(*members, "more"));
    for (const auto statement : *statements) {
        page.statements.emplace_back(statement);
        if (const auto read = xapi::JsonDocument::parse(statement); read.ok())
            page.lastStored = read->root()["stored"].string();
    }
    return page;
}

std::size_t hashOf(const RemotePage &page)
{
    constexpr std::size_t kFactor = 31;
    std::size_t hash = std::hash<std::string>{}(page.more);
    for (const std::string &statement : page.statements)
        hash = hash * kFactor + std::hash<std::string>{}(statement);
    return hash;
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
    KAPOK_TRY_ASSIGN(RemotePage read, readPage(reply));
    KAPOK_TRY(checkGoesOn(read));
    return read;
}

/// A server that leads in a circle, or on and on through nothing, would be read for ever.
Status RemoteLrs::checkGoesOn(RemotePage &page)
{
    m_emptyPages = page.statements.empty() ? m_emptyPages + 1 : 0;
    if (page.more.empty())
        return success();
    if (m_emptyPages > kMostEmptyPages)
        return Error{ErrorCode::Refused,
                     "The other server names one next page after the other, and the last " +
                         std::to_string(kMostEmptyPages) + " have no statements."};
    if (m_pages.insert(hashOf(page)).second)
        return success();
    if (!page.statements.empty())
        return Error{ErrorCode::Refused,
                     "The other server leads in a circle: it gave the page that goes on at " + page.more +
                         " before. What was read is stored."};
    page.more.clear(); // nothing comes after nothing
    return success();
}

} // namespace kapok::kapokd
