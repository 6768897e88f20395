// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/kapokd/blob_folder.h"
#include "app/kapokd/metrics.h"
#include "app/kapokd/serve_lock.h"
#include "app/kapokd/spoken_versions.h"
#include "core/base/clock.h"
#include "core/lrs/sql_document_store.h"
#include "core/lrs/sql_statement_store.h"
#include "core/report/report.h"
#include "core/roster/credentials.h"
#include "core/roster/roster.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>

namespace kapok::xapi {
class StatementDictionary;
}

namespace kapok::kapokd {

struct ServiceOptions {
    std::string database;        ///< "sqlite:PATH" or "postgresql://…"
    std::string homePage;        ///< IRL of everybody's account; "": as it is, or a new one
    std::filesystem::path blobs; ///< files of courses; "": the folder `blobs` beside an SQLite database
    store::IfAbsent ifAbsent = store::IfAbsent::Make;
    bool serves = false;  ///< no other kapokd may serve the same SQLite database meanwhile
    bool hasFiles = true; ///< whether the courses' files are used: else their folder is not made
};

/// Whether \p address is sqlite:PATH, and its PATH.
[[nodiscard]] bool isSqliteAddress(const std::string &address);
[[nodiscard]] std::filesystem::path sqlitePathOf(const std::string &address);
/// How an SQLite file of kapokd is opened.
[[nodiscard]] store::OpenOptions openOptions(store::IfAbsent ifAbsent);
/// NotFound, with what to do, unless the folder that \p file is to be made in is there: a mistyped one must
/// not come into being.
[[nodiscard]] Status checkFolderOf(const std::filesystem::path &file);
/// NotFound unless there is something at \p file; InvalidInput for a folder.
[[nodiscard]] Status checkIsThere(const std::filesystem::path &file);
/// Opens the database at \p address; its schema is the newest. InvalidInput for what is no address, and the
/// errors of store::Database::open() and store::openPostgres().
[[nodiscard]] Result<store::Database> openDatabase(const std::string &address,
                                                   store::IfAbsent ifAbsent = store::IfAbsent::Make);
/// \p address without user, password and options, for people to read.
[[nodiscard]] std::string withoutSecrets(const std::string &address);
/// Conflict when everything in \p database was moved elsewhere (app/kapokd/mover.h).
[[nodiscard]] Status refuseMoved(store::Database &database);
/// What is known of \p error to whoever asked the server something. The log has it all, with the place; and
/// whatever keeps a database from being opened is no fault of the request.
[[nodiscard]] Error unavailable(const Error &error);
/// Opens the database at \p address, where there must be one; what prevents that is unavailable().
[[nodiscard]] Result<store::Database> openAgain(const std::string &address);

/// Everything a server does, without HTTP: what routes and subcommands call. One process serves an SQLite
/// database at a time, several a PostgreSQL one (with one folder of blobs); subcommands may run beside them.
/// Thread-safety: everything from any thread.
class Service {
    std::optional<store::LockFile> m_lock; ///< before everything that uses the database: it goes last

public:
    /// Opens the database, or makes one. \p clock outlives the service. InvalidInput for options
    /// that name none, Conflict for one that was moved or that another kapokd serves, and the errors of
    /// openDatabase().
    static Result<std::unique_ptr<Service>> open(const ServiceOptions &options, const Clock &clock);

    /// Held while somebody works on the database: it is not opened anew meanwhile.
    using Stay = std::shared_lock<std::shared_mutex>;

    /// For whoever begins to work on a request; not twice in one thread. When other files lie where the
    /// SQLite database was opened, as after a restore, and they are a database of Kapok, everything is opened
    /// anew first and what was remembered is forgotten (docs/decisions/0211-a-database-that-came-back.md).
    /// StorageBroken otherwise; where nothing lies, nothing is made.
    [[nodiscard]] Result<Stay> enter();
    /// The same without opening anything, or waiting for whoever does.
    [[nodiscard]] Result<Stay> enterAsItIs();

    /// The dictionary of the node whose statements these are (docs/protocol.md).
    [[nodiscard]] std::shared_ptr<const xapi::StatementDictionary> dictionary() const;

    const Clock &clock;
    store::Pool pool;
    lrs::CommitQueue writer;
    lrs::SqlStatementStore statements{pool, writer, clock};
    lrs::SqlDocumentStore documents{pool, writer, clock};
    roster::Roster roster{pool, clock};
    roster::Credentials credentials{pool, clock};
    report::Report report{pool, clock};
    BlobFolder blobs;
    Metrics metrics;
    SpokenVersions spoken;
    bool isNew = false; ///< whether open() found nothing and made the database

    /// \p database is an address that open() accepts; \p forWriting a connection to it.
    Service(const Clock &theClock, const std::string &database, store::Database forWriting,
            std::filesystem::path blobFolder);

private:
    Status checkOpen() const;
    Status reopen();
    Status lockAgain();
    void setNode(std::string_view homePage);
    Status closeWithoutLog();
    void close();

    /// Between two tries to open what cannot be opened.
    static constexpr std::chrono::seconds kPause{1};

    std::string m_address;
    bool m_serves = false;
    std::string m_homePage; ///< that the database must have; "" for any
    mutable std::mutex m_dictionaryMutex;
    std::shared_ptr<const xapi::StatementDictionary> m_dictionary;
    std::shared_mutex m_stays; ///< guards what follows
    store::Place m_place;
    bool m_isClosed = false; ///< the writer has no database
    std::chrono::steady_clock::time_point m_nextTry{};
};

} // namespace kapok::kapokd
