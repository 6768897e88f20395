// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/sync/transport.h"
#include "core/xapi/statement.h"

#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kapok::sync {

/// One page of `GET /statements`.
struct StatementPage {
    std::vector<std::string> statements; ///< JSON of each, oldest first
    std::string more;                    ///< where the next page is; "" at the end
    std::optional<Time> consistentThrough;
    std::optional<Time> lastStored; ///< `stored` of the last one
};

/// A State document and its version.
struct StateDocument {
    std::string body;
    std::string etag;
};

/// Which document: a lesson's bookmark in one registration.
struct StateKey {
    std::string activityId;
    RegistrationId registration;
};

/// The typed client of any xAPI endpoint (1.0.3). Every function is one request and blocks.
///
/// Errors: Network when there was no answer, or one that is not an LRS's (a portal's page): the outcome is
/// then unknown. Else those of ServerApi. Thread-safety: as its Transport.
class XapiClient {
public:
    /// \p endpoint is the base of /statements. \p homePage and \p account are the actor's. \p transport must
    /// outlive this.
    XapiClient(Transport &transport, std::string endpoint, Credential credential, std::string homePage,
               std::string account, CancelToken cancel);

    /// A batch on its way.
    struct Post {
        std::unique_ptr<Pending> answer;
        std::vector<StatementId> ids;
        Packing packing = Packing::None;
    };
    /// Sends \p batch in one request, each statement's bytes unchanged, and does not wait for the answer.
    [[nodiscard]] Post begin(std::span<const xapi::Statement> batch);
    /// The answer to \p post. Succeeds only when it names exactly these ids. InvalidInput (400), Conflict
    /// (409).
    [[nodiscard]] Status finish(Post &post);
    /// Both, one after the other; again with gzip where the first was refused for its packing.
    [[nodiscard]] Status post(std::span<const xapi::Statement> batch);
    /// Whether the last refusal was of the packing and not of what was packed: by a server that no longer
    /// knows the dictionary, or is another one.
    [[nodiscard]] bool refusedPacking() const { return m_refusedPacking; }
    /// Whether the server knows the dictionary of typical statements, so it is a Kapok server: as it last
    /// said, or as assumed.
    [[nodiscard]] bool knowsDictionary() const { return m_knowsDictionary; }
    /// The dictionary of the node that her account is of.
    [[nodiscard]] const xapi::StatementDictionary &dictionary() const { return *m_dictionary; }
    void assumeDictionary(bool known) { m_knowsDictionary = known; }
    /// Whether the last refusal was 413.
    [[nodiscard]] bool wasTooLarge() const { return m_status == 413; }
    /// One statement, also a voided one. NotFound.
    [[nodiscard]] Result<std::string> statement(const StatementId &id);

    /// Statements of the actor that were stored after \p since ("" for all), oldest first.
    [[nodiscard]] Result<StatementPage> statements(const std::string &since);
    /// The page after one that had a `more`.
    [[nodiscard]] Result<StatementPage> more(const std::string &link);

    /// The bookmark; NotFound.
    [[nodiscard]] Result<StateDocument> state(const StateKey &key);
    /// Writes it if the server still has \p etag ("" for none yet). Returns the new version's ETag ("" when
    /// the server did not say). Conflict when the server has another one (412, 409).
    [[nodiscard]] Result<std::string> putState(const StateKey &key, const std::string &body,
                                               const std::string &etag);

    [[nodiscard]] std::optional<std::chrono::seconds> retryAfter() const { return m_retryAfter; }
    /// The server's time at the last answer.
    [[nodiscard]] std::optional<Time> serverTime() const { return m_serverTime; }

private:
    [[nodiscard]] Request request(Method method, const std::string &pathAndQuery) const;
    [[nodiscard]] Result<Response> ask(const Request &request);
    [[nodiscard]] Result<Response> judge(Result<Response> answer);
    void judgePacking(const Response &response, Packing packing);
    [[nodiscard]] std::string agent() const;
    [[nodiscard]] std::string statePath(const StateKey &key) const;
    [[nodiscard]] Result<StatementPage> page(const Request &request);

    Transport &m_transport;
    std::string m_endpoint;
    Credential m_credential;
    std::string m_homePage;
    std::string m_account;
    std::shared_ptr<const xapi::StatementDictionary> m_dictionary;
    CancelToken m_cancel;
    int m_status = 0;
    bool m_knowsDictionary = false;
    bool m_refusedPacking = false;
    std::optional<std::chrono::seconds> m_retryAfter;
    std::optional<Time> m_serverTime;
};

} // namespace kapok::sync
