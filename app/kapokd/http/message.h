// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kapok::kapokd {

/// A request as it came, already read to its end.
struct Request {
    std::string method; ///< "GET", "HEAD", "PUT", "POST", "DELETE", or another one
    std::string path;   ///< as pathOf() tells it
    std::vector<std::pair<std::string, std::string>> query; ///< decoded, in the order they came
    bool queryIsBroken = false;                             ///< a % that is not followed by two hex digits
    std::string brokenParameter; ///< then: the name of the first such parameter, as a refusal shows it
    std::map<std::string, std::string> headers; ///< names in lower case
    std::string body;
    std::string remoteAddress; ///< of the connection's other end, without port
    std::string clientAddress; ///< of whoever asks; behind a proxy that is believed, what it says
    /// Not 0: the listener did not read the body and wants this status, 413 (too large) or 503 (too much at
    /// once).
    int refusedWith = 0;

    /// The header's value, or "". \p name in lower case.
    [[nodiscard]] const std::string &header(const std::string &name) const;
    /// The first parameter of this name, or null.
    [[nodiscard]] const std::string *parameter(std::string_view name) const;
};

/// Bytes of a file that a Response sends instead of its body.
struct FileSlice {
    std::filesystem::path path;
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
};

/// What goes back. Content-Length and Date are added by the Listener.
struct Response {
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    std::optional<FileSlice> file;

    /// Control characters of \p value become blanks.
    Response &header(std::string name, std::string value);
    /// The value of the header \p name as it was given, or "".
    [[nodiscard]] std::string_view headerValue(std::string_view name) const;
};

/// Takes the answer to one request, from any thread. Call it exactly once.
using Responder = std::function<void(Response)>;

/// Answers requests. Called on an I/O thread: it must not block.
using Handler = std::function<void(Request, Responder)>;

/// Encodes everything but unreserved characters (RFC 3986, 2.3).
[[nodiscard]] std::string percentEncode(std::string_view text);
/// The path of a request's \p target, still percent-encoded: without scheme and host, which a server has to
/// take (RFC 9112, 3.2.2), without query, and without empty segments, for many a client joins an endpoint
/// that ends in a slash with a resource that begins with one.
[[nodiscard]] std::string pathOf(std::string_view target);
/// Whether \p text is UTF-8 without NUL: what is looked up, in whatever database.
[[nodiscard]] bool isPlainText(std::string_view text);
/// Fills query, queryIsBroken and brokenParameter of \p request from the text after the "?".
void parseQuery(std::string_view text, Request &request);
/// The \p value of a header without the blanks around it, which are no part of it (RFC 9110, 5.5).
[[nodiscard]] std::string_view withoutBlanks(std::string_view value);
/// Whether two header names or tokens are the same, letter case aside.
[[nodiscard]] bool sameToken(std::string_view a, std::string_view b);

} // namespace kapok::kapokd
