// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/learner/record.h"
#include "core/library/library.h"
#include "core/sync/sync_engine.h"
#include "core/sync/xapi_client.h"

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace kapok::testing {

/// One teacher with her own tablet, as the app would drive it: the whole engine over libcurl.
/// Waiting is generous; it only ends early when something is broken.
class Teacher {
public:
    /// \p makeTransport: default: libcurl.
    explicit Teacher(std::filesystem::path data, sync::TransportFactory makeTransport = {});
    ~Teacher();

    /// Signs in, and gives the engine her account. False with a test failure when that does not work.
    bool signIn(const std::string &server, const std::string &account, const std::string &password);
    /// Asks for a course until it is installed; the engine's waiting after failures is cut short.
    bool download(const CourseId &course);
    bool waitForCatalogue(const CourseId &course);
    /// Opens the first lesson of an installed course and sees all its pages, answering what can be answered.
    /// Returns the statements with their bytes.
    std::map<std::string, std::string> study(const CourseId &course);
    /// Until everything recorded was acknowledged; failures are tried again at once.
    bool waitUntilSent();
    /// Reads a statement back from the server.
    Result<std::string> readBack(const std::string &id);

    [[nodiscard]] sync::SyncEngine &engine() { return *m_engine; }
    [[nodiscard]] const sync::SyncAccount &account() const { return m_account; }
    [[nodiscard]] library::Library openLibrary() const;
    [[nodiscard]] learner::Record openRecord() const;

    /// The server has another address now.
    void moveTo(const std::string &server);
    /// Looks after everything the engine tells, and now and then (another teacher's engine may be the one),
    /// until \p done.
    bool waitFor(const std::function<bool()> &done);

private:
    std::filesystem::path m_data;
    SystemClock m_clock;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::uint64_t m_events = 0;
    sync::SyncAccount m_account;
    std::unique_ptr<sync::SyncEngine> m_engine;
};

} // namespace kapok::testing
