// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/library/catalogue.h"
#include "core/sync/server_types.h"
#include "core/sync/transport.h"

#include <optional>
#include <string>

namespace kapok::sync {

/// A course's manifest as it came, not yet verified.
struct ManifestAnswer {
    std::string bytes;
    std::string signature;
};

/// The typed client of a Kapok server's /api/v1. Every function is one request and blocks until it was
/// answered.
///
/// Errors: Network (no answer: try later), Cancelled, Unauthorized (401: sign in again), Forbidden, NotFound,
/// Throttled (429 or 503; retryAfter() says how long), InvalidInput (the server named a mistake of ours),
/// Refused (any other no; detail holds the server's sentence), Corrupt (the answer is not what the protocol
/// says). Thread-safety: as its Transport.
class ServerApi {
public:
    /// \p baseUrl is "https://kapok.example" with or without a final slash. \p transport must outlive this.
    ServerApi(Transport &transport, std::string baseUrl, std::optional<Credential> credential,
              CancelToken cancel);

    [[nodiscard]] Result<NodeInfo> about();
    [[nodiscard]] Result<SignedIn> signIn(const std::string &account, const std::string &password,
                                          const DeviceInfo &device);
    /// Gives the credential back; the next request with it is refused.
    [[nodiscard]] Status revoke(const std::string &key);
    [[nodiscard]] Result<Person> me();
    [[nodiscard]] Result<library::Assignments> assignments();
    /// Not set when the catalogue is still the one of \p etag.
    [[nodiscard]] Result<std::optional<library::Catalogue>> catalogue(const std::string &etag = {});
    [[nodiscard]] Result<ManifestAnswer> manifest(const CourseId &course);
    [[nodiscard]] Result<Units> units();
    [[nodiscard]] Result<Figures> figures(const ReportQuery &query);
    [[nodiscard]] Result<ProgressList> progress(const ReportQuery &query);

    /// One blob into \p sink from byte \p from on, as long as the server's file is still \p etag ("" for
    /// any); else the whole file comes and the sink's begin() sees 200 instead of 206. Returns the response's
    /// head.
    [[nodiscard]] Result<Response> blob(const std::string &sha256, std::uint64_t from,
                                        const std::string &etag, BodySink &sink);

    /// Seconds the last refusal asked to wait, bounded by tuning.h.
    [[nodiscard]] std::optional<std::chrono::seconds> retryAfter() const { return m_retryAfter; }
    /// The server's clock minus \p clock's at the last answer, by its Date header.
    [[nodiscard]] std::optional<std::chrono::milliseconds> clockOffset(Time now) const;

private:
    [[nodiscard]] Request request(Method method, const std::string &path) const;
    [[nodiscard]] Result<Response> ask(const Request &request, BodySink *sink = nullptr);

    Transport &m_transport;
    std::string m_baseUrl;
    std::optional<Credential> m_credential;
    CancelToken m_cancel;
    std::optional<std::chrono::seconds> m_retryAfter;
    std::optional<Time> m_serverTime;
};

} // namespace kapok::sync
