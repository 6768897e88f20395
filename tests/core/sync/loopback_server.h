// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/sync/transport.h"
#include "tests/core/library/course_fixture.h"

#include <atomic>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace kapok::testing {

/// A clock that a test turns. Thread-safe.
class ManualClock final : public Clock {
public:
    [[nodiscard]] Time now() const override { return Time(std::chrono::milliseconds(m_now.load())); }
    void advance(std::chrono::milliseconds by) { m_now += by.count(); }
    void set(Time time) { m_now = time.time_since_epoch().count(); }

private:
    std::atomic<std::int64_t> m_now = 1'790'000'000'000;
};

/// What happens to one request.
struct Fault {
    enum class Kind {
        None,
        DropBefore, ///< it never reaches the server
        DropAfter,  ///< the server does it, the answer is lost
        Twice,      ///< the network delivers it twice
        Status,     ///< the server says `status` without doing it
        Portal,     ///< somebody else answers with a page
    };
    Kind kind = Kind::None;
    int status = 0;
    std::string retryAfter;
};

/// A server in memory: xAPI statements and bookmarks, and the parts of /api/v1 that the app reads.
/// Thread-safety: handle() from any thread; the rest while nobody calls it.
class LoopbackServer {
public:
    explicit LoopbackServer(const Clock &clock) : m_clock(clock) {}

    /// Asked for every request, in order; no function means no faults.
    std::function<Fault(const sync::Request &)> fault;
    /// Statement ids that are refused with 400.
    std::vector<std::string> poisoned;
    /// A body longer than this gives 413.
    std::size_t maxBody = 10'000'000;
    /// Answers 409 to every repeat, like some servers do, instead of taking it as stored.
    bool conflictOnRepeat = false;
    /// Answers with this key are known; empty: every key is.
    std::vector<std::string> knownKeys;
    /// Body bytes after which a blob's transfer breaks; -1: never.
    std::int64_t cutBlobAfter = -1;
    int pageSize = 1000;
    /// Knows the dictionary of typical statements, and says so, as kapokd does.
    bool knowsDictionary = false;
    std::string homePage = "https://node.example"; ///< whose dictionary
    /// What a body packed with the dictionary gets where that is not known.
    int unknownPackingStatus = 415;

    nlohmann::json catalogue = nlohmann::json::array();
    nlohmann::json assignments = nlohmann::json::array();
    nlohmann::json trustedKeys = nlohmann::json::array();
    std::map<std::string, Offer> offers; ///< by course id
    std::map<std::string, std::string> blobs;
    std::map<std::string, std::string> blobEtags; ///< default: the hash

    struct Stored {
        std::string json; ///< as it came
        nlohmann::json value;
        std::string key; ///< the credential it came under
        Time stored;
    };
    std::vector<Stored> statements;
    std::vector<std::size_t> batchSizes;
    std::map<std::string, std::pair<std::string, int>> states; ///< by query: document, version
    std::vector<sync::Request> requests;

    sync::Response handle(const sync::Request &request);
    [[nodiscard]] const Stored *find(const std::string &id) const;
    /// How many requests came whose URL contains \p part.
    [[nodiscard]] int count(const std::string &part) const;
    /// Offers \p offer in the catalogue.
    void publish(const Offer &offer);

private:
    using Query = std::map<std::string, std::string>;

    sync::Response answer(int status, const std::string &body = {}) const;
    sync::Response takeStatements(const sync::Request &request);
    sync::Response post(const sync::Request &request);
    sync::Response list(const Query &query) const;
    sync::Response state(const sync::Request &request, const Query &query);
    sync::Response api(const sync::Request &request, const std::string &path);
    sync::Response blob(const sync::Request &request, const std::string &hash) const;

    const Clock &m_clock;
    mutable std::mutex m_mutex;
};

/// The way to a LoopbackServer, with its faults.
class LoopbackTransport final : public sync::Transport {
public:
    explicit LoopbackTransport(LoopbackServer &server) : m_server(server) {}

    [[nodiscard]] Result<sync::Response> send(const sync::Request &request, const sync::CancelToken &cancel,
                                              sync::BodySink *sink) override;

private:
    LoopbackServer &m_server;
};

} // namespace kapok::testing
