// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/http_loopback.h"

#include "core/base/hash.h"

#include <algorithm>
#include <array>
#include <zlib.h>

namespace kapok::testing {
namespace {

std::string gunzip(std::string packed)
{
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    stream.next_in = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    std::string out;
    std::array<char, 16384> piece{};
    int state = Z_OK;
    while (state == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef *>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        state = inflate(&stream, Z_NO_FLUSH);
        out.append(piece.data(), piece.size() - stream.avail_out);
    }
    inflateEnd(&stream);
    return out;
}

sync::Method methodOf(const std::string &word)
{
    if (word == "POST")
        return sync::Method::Post;
    if (word == "PUT")
        return sync::Method::Put;
    return word == "DELETE" ? sync::Method::Delete : sync::Method::Get;
}

/// The request that \p raw is, with the names of headers as the client wrote them.
sync::Request parse(const std::string &raw)
{
    sync::Request request;
    const auto headEnd = raw.find("\r\n\r\n");
    const auto lineEnd = raw.find("\r\n");
    const auto firstBlank = raw.find(' ');
    const auto secondBlank = raw.find(' ', firstBlank + 1);
    request.method = methodOf(raw.substr(0, firstBlank));
    request.url = "http://loopback" + raw.substr(firstBlank + 1, secondBlank - firstBlank - 1);
    request.body = raw.substr(headEnd + 4);
    for (auto at = lineEnd + 2; at < headEnd + 2; at = raw.find("\r\n", at) + 2) {
        const std::string line = raw.substr(at, raw.find("\r\n", at) - at);
        const auto colon = line.find(": ");
        if (colon != std::string::npos)
            request.headers.emplace_back(line.substr(0, colon), line.substr(colon + 2));
    }
    for (const auto &[name, value] : request.headers) {
        if (name == "Content-Encoding")
            request.body = gunzip(std::move(request.body));
        if (name != "Authorization")
            continue;
        const auto pair = fromBase64(value.substr(6));
        const auto colon = pair->find(':');
        request.credential = sync::Credential{pair->substr(0, colon), pair->substr(colon + 1)};
    }
    return request;
}

} // namespace

HttpLoopback::HttpLoopback(LoopbackServer &server)
    : m_server(server), m_raw([this](RawConnection &connection) { serve(connection); })
{}

void HttpLoopback::serve(RawConnection &connection)
{
    for (auto raw = connection.readRequest(); !raw.empty(); raw = connection.readRequest()) {
        const auto request = parse(raw);
        const auto response = m_server.handle(request);
        if (resetNext > 0) {
            --resetNext;
            return;
        }
        std::string headers;
        for (const auto &[name, value] : response.headers)
            headers += name + ": " + value + "\r\n";
        const std::string whole =
            httpAnswer(std::to_string(response.status) + " Status", response.body, headers);
        const std::int64_t cut = cutBlobAfter;
        const auto body = whole.size() - response.body.size();
        if (cut >= 0 && request.url.find("/blobs/") != std::string::npos &&
            response.body.size() > static_cast<std::size_t>(cut)) {
            connection.write(std::string_view(whole).substr(0, body + static_cast<std::size_t>(cut)));
            return;
        }
        connection.write(whole);
    }
}

} // namespace kapok::testing
