// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/http/body.h"

#include "app/kapokd/http/answers.h"
#include "app/kapokd/http/gzip.h"
#include "core/xapi/packing.h"

#include <algorithm>
#include <string_view>

namespace kapok::kapokd {

namespace {

/// Nothing for an encoding that is not known.
std::optional<Result<std::string>> unpacked(const Request &request, const std::string &encoding,
                                            std::size_t mostBytes,
                                            const xapi::StatementDictionary &dictionary)
{
    if (sameToken(encoding, "gzip"))
        return gunzip(request.body, mostBytes);
    if (sameToken(encoding, "zstd"))
        return xapi::unzstd(request.body, mostBytes);
    if (sameToken(encoding, "dcz"))
        return dictionary.unpack(request.body, mostBytes);
    return {};
}

/// Whether a client that sends Accept-Encoding \p codings takes gzip: not with a weight of 0 (RFC
/// 9110, 12.4.2).
bool takesGzip(std::string codings)
{
    std::erase_if(codings, [](char c) { return c == ' ' || c == '\t'; });
    for (std::size_t at = 0; at < codings.size();) {
        const auto end = std::min(codings.find(',', at), codings.size());
        const std::string_view coding(codings.data() + at, end - at);
        const auto semicolon = std::min(coding.find(';'), coding.size());
        if (sameToken(coding.substr(0, semicolon), "gzip"))
            return semicolon == coding.size() ||
                   coding.find_first_of("123456789", semicolon) != std::string_view::npos;
        at = end + 1;
    }
    return false;
}

Response refuseEncoding(const std::string &why)
{
    Response refusal = errorResponse(415, {ErrorCode::InvalidInput, why});
    refusal.header("Accept-Encoding", "gzip, zstd, dcz");
    return refusal;
}

} // namespace

Error tooLargeBody(std::uint64_t mostBytes)
{
    return {ErrorCode::InvalidInput,
            "body: must have at most " + std::to_string(mostBytes) + " bytes, packed and unpacked, not more"};
}

std::optional<Response> unpackBody(Request &request, std::size_t mostBytes,
                                   const xapi::StatementDictionary &dictionary)
{
    const std::string &encoding = request.header("content-encoding");
    const Error tooLarge = tooLargeBody(mostBytes);
    if (request.body.size() > mostBytes)
        return errorResponse(413, tooLarge);
    if (encoding.empty() || sameToken(encoding, "identity"))
        return {};
    auto unpackedBody = unpacked(request, encoding, mostBytes, dictionary);
    if (!unpackedBody)
        return refuseEncoding("header Content-Encoding: must be gzip, zstd, dcz or absent, not this text");
    auto &body = *unpackedBody;
    if (!body.ok() && body.error().code == ErrorCode::StorageFull)
        return errorResponse(413, tooLarge);
    if (!body.ok() && body.error().code == ErrorCode::NotFound)
        return refuseEncoding(body.error().detail);
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
    // There are clients that unpack even the body that an answer to HEAD does not have.
    if (request.method == "HEAD" || !takesGzip(request.header("accept-encoding")))
        return;
    std::string packed = gzip(response.body);
    if (packed.empty())
        return;
    response.body = std::move(packed);
    response.header("Content-Encoding", "gzip");
}

} // namespace kapok::kapokd
