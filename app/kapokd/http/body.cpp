// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/http/body.h"

#include "app/kapokd/http/answers.h"
#include "app/kapokd/http/gzip.h"
#include "app/kapokd/http/zstd.h"

namespace kapok::kapokd {

std::optional<Response> unpackBody(Request &request, std::size_t mostBytes)
{
    const std::string &encoding = request.header("content-encoding");
    const Error tooLarge{ErrorCode::InvalidInput,
                         "The body has more than " + std::to_string(mostBytes) + " bytes."};
    if (request.body.size() > mostBytes)
        return errorResponse(413, tooLarge);
    if (encoding.empty() || sameToken(encoding, "identity"))
        return {};
    const bool isGzip = sameToken(encoding, "gzip");
    if (!isGzip && !sameToken(encoding, "zstd")) {
        Response refusal = errorResponse(
            415, {ErrorCode::InvalidInput, "header Content-Encoding: must be gzip, zstd or absent"});
        refusal.header("Accept-Encoding", "gzip, zstd");
        return refusal;
    }
    auto body = isGzip ? gunzip(request.body, mostBytes) : unzstd(request.body, mostBytes);
    if (!body.ok() && body.error().code == ErrorCode::StorageFull)
        return errorResponse(413, tooLarge);
    if (!body.ok())
        return errorResponse(body.error());
    request.body = *std::move(body);
    return {};
}

void packBody(const Request &request, Response &response)
{
    constexpr std::size_t kWorthIt = 1024;
    const bool isJson = response.headerValue("content-type").starts_with("application/json");
    if (!isJson || response.body.size() < kWorthIt)
        return;
    response.header("Vary", "Accept-Encoding");
    if (request.header("accept-encoding").find("gzip") == std::string::npos)
        return;
    std::string packed = gzip(response.body);
    if (packed.empty())
        return;
    response.body = std::move(packed);
    response.header("Content-Encoding", "gzip");
}

} // namespace kapok::kapokd
