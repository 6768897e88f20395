// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kapok::xapi {
class StatementDictionary;
}

namespace kapok::sync {

/// HTTP Basic. Never put into a URL, a header list or a log; the transport adds it.
struct Credential {
    std::string key;
    std::string secret;

    [[nodiscard]] bool empty() const { return key.empty(); }
    bool operator==(const Credential &) const = default;
};

/// Stops a running transfer from any thread. Once cancelled it stays cancelled.
/// Copies share one state. Thread-safety: all functions from any thread.
class CancelToken {
public:
    CancelToken();

    void cancel() const;
    [[nodiscard]] bool isCancelled() const;

    /// Runs \p wake at cancel(), at once if that was already; until the returned guard goes. For transports.
    [[nodiscard]] std::shared_ptr<void> onCancel(std::function<void()> wake) const;

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

enum class Method { Get, Put, Post, Delete };

using HeaderList = std::vector<std::pair<std::string, std::string>>;

/// How long each part of a request may take; see tuning.h for the values and why.
struct Timeouts {
    std::chrono::milliseconds connect;
    std::chrono::milliseconds silence; ///< with no byte either way
    std::chrono::milliseconds whole;   ///< zero: only silence counts (large downloads)
};

/// How a body is packed on its way.
enum class Packing {
    None,
    Gzip, ///< when it pays
    Dcz,  ///< with Request::dictionary; only to a server that knows it
};

/// One request. Bodies are sent as they are, packed as `packing` says.
struct Request {
    Method method = Method::Get;
    std::string url;
    HeaderList headers;
    std::optional<Credential> credential;
    std::string body;
    Packing packing = Packing::None;
    std::shared_ptr<const xapi::StatementDictionary> dictionary; ///< of Packing::Dcz
    std::uint64_t maxResponseBytes = 0;                          ///< of a body kept in memory; 0: tuning.h's
    Timeouts timeouts;
};

/// What came back. Any status counts as an answer; only a missing answer is an Error.
struct Response {
    int status = 0;
    HeaderList headers; ///< names in lower case
    std::string body;   ///< empty when a sink took it

    /// The value of the header \p name (lower case), or "".
    [[nodiscard]] std::string header(std::string_view name) const;
};

/// Takes a body piece by piece instead of keeping it in memory. Errors stop the transfer and are passed on.
class BodySink {
public:
    virtual ~BodySink() = default;
    /// The status and headers, before the first byte. Returning false keeps the body in Response (an error's
    /// JSON).
    [[nodiscard]] virtual Result<bool> begin(const Response &head) = 0;
    [[nodiscard]] virtual Status write(std::string_view piece) = 0;
};

/// A request on its way; see Transport::begin(). Going without wait() gives it up: whether the server took it
/// is then unknown.
class Pending {
public:
    virtual ~Pending() = default;
    /// What send() would give. Once.
    [[nodiscard]] virtual Result<Response> wait() = 0;
};

/// The way to a server. send() blocks; what begin() gave may be on its way meanwhile.
///
/// send() gives Network when there was no (whole) answer: whether the server took the request is then
/// unknown; NotTrusted when it could not prove who it is; Cancelled when the token says so; Corrupt when the
/// answer is larger than allowed; else the sink's error. Redirects are not followed: they come back as the
/// answer they are, so a credential never travels to another place.
class Transport {
public:
    virtual ~Transport() = default;
    [[nodiscard]] virtual Result<Response> send(const Request &request, const CancelToken &cancel,
                                                BodySink *sink = nullptr) = 0;
    /// Sends \p request and does not wait for the answer. What it gives must go before this. Where nothing
    /// better is known, it is as send().
    [[nodiscard]] virtual std::unique_ptr<Pending> begin(const Request &request, const CancelToken &cancel);
};

/// Makes one Transport for each thread that needs one.
using TransportFactory = std::function<std::unique_ptr<Transport>()>;

} // namespace kapok::sync
