// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/library/library.h"
#include "core/sync/server_api.h"
#include "core/sync/sync_status.h"
#include "core/sync/transport.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kapok::sync {

/// Where one person's statements go and her courses come from, and as whom.
struct SyncAccount {
    PersonId person;
    std::string accountName; ///< actor account name
    std::string homePage;    ///< actor account home page
    /// The Kapok server; "" when this person only has an xAPI endpoint.
    std::string serverUrl;
    /// An xAPI endpoint of her own for her statements; "" means serverUrl + "/xapi". Courses, assignments and
    /// covers come from serverUrl all the same.
    std::string xapiUrl;
    Credential credential; ///< of the Kapok server
    /// Of xapiUrl; not set: `credential`.
    std::optional<Credential> xapiCredential = {};

    [[nodiscard]] bool hasOwnStore() const { return !xapiUrl.empty(); }

    bool operator==(const SyncAccount &) const = default;
};

/// What an engine needs of the world.
struct EngineOptions {
    std::filesystem::path dataDir;
    TransportFactory makeTransport; ///< called once for each of its threads
    const Clock *clock = nullptr;   ///< default: the device's; must outlive the engine
    std::uint64_t seed = 0;         ///< of the back-off's jitter; 0 takes a random one
    library::LibraryOptions library;
    DeviceInfo device;
    /// Called on a thread of the engine's own, one call at a time, whenever the status changed; quick changes
    /// may come as one call. It may take its time and may call the engine (but not destroy it); a GUI posts
    /// it to its own thread.
    std::function<void(const SyncStatus &)> onStatus;
    /// Called likewise, on the same thread, when something arrived.
    std::function<void(const SyncChange &)> onChange;
};

/// Sends what the people of this device recorded and fetches what is new, by itself, for as long as it lives.
///
/// Threads of its own: one for statements, assignments and the catalogue; one for course downloads, so
/// that a video never holds up an answer; one for what a person asks for at a screen, and one for callbacks.
/// It opens its own connections to the databases; nothing here blocks the caller. Every person's statements
/// go under that person's own credential, also while somebody else uses the tablet. Nothing it does removes a
/// statement from this device.
///
/// Thread-safety: every function from any thread. The destructor stops it: running transfers are cut, what is
/// on the disk stays right, no callback comes afterwards.
class SyncEngine {
public:
    /// Starts its threads; there is nothing to wait for.
    explicit SyncEngine(EngineOptions options);
    ~SyncEngine();
    SyncEngine(const SyncEngine &) = delete;
    SyncEngine &operator=(const SyncEngine &) = delete;

    /// Everybody of this device who has a credential; replaces the list. Call again after a sign-in: a new
    /// credential also ends "sign in again".
    void setAccounts(std::vector<SyncAccount> accounts);
    /// Whose screen it is; the status is told for this person. Not set: for everybody.
    void setPresent(std::optional<PersonId> person);
    /// Something was recorded for \p person. Cheap; call after every commit.
    void notify(const PersonId &person);
    /// The system's word on the network changed. None holds back timers; anything better starts a round at
    /// once.
    void setNetwork(NetworkHint hint);
    /// Whether downloads beyond tuning::kLargeDownload wait for an unmetered network. Default: true.
    void setLargeFilesOnWifiOnly(bool only);
    /// A person wants it now: a round starts whatever the hint and the back-off say.
    void sendNow();

    /// Fetches and installs a course, or its newer version, with \p person's credential. Goes on by itself
    /// after failures and after a restart of the app. Asking twice changes nothing.
    void download(const PersonId &person, const CourseId &course);
    /// Stops it; what arrived is kept unless \p forget.
    void cancelDownload(const CourseId &course, bool forget = false);
    /// Sends a statement that was set aside once more.
    void sendAgain(const PersonId &person, const StatementId &statement);

    [[nodiscard]] SyncStatus status() const;
    /// What `GET /api/v1/me` last said of \p person since the engine started.
    [[nodiscard]] std::optional<Person> person(const PersonId &person) const;
    /// The server's clock minus this device's, as last measured; for the clock-offset of statements.
    [[nodiscard]] std::optional<std::chrono::milliseconds> clockOffset() const;

    /// Signs somebody in. \p done is called on the engine's desk thread; never when the engine goes first.
    void signIn(const std::string &serverUrl, const std::string &account, const std::string &password,
                std::function<void(Result<SignedIn>)> done);
    /// Runs \p work on the desk thread with the server of \p person, one after another, in order; with null
    /// when that person has no Kapok server. The pointer is good during the call only.
    void ask(const PersonId &person, std::function<void(ServerApi *server)> work);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace kapok::sync
