// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/store/migration.h"
#include "core/store/place.h"
#include "core/store/query.h"

#include <chrono>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace kapok::store {

/// What a commit promises when it returns.
enum class Durability {
    Full,   ///< On the disk: survives the battery dying. `synchronous=FULL`.
    Normal, ///< Survives the program dying; the last commits may be lost with the power.
            ///< `synchronous=NORMAL`.
};

/// Which SQL a database speaks. What runs on both is written in the part that they share
/// (docs/decisions/0140-one-sql-two-databases.md).
enum class Dialect { Sqlite, Postgres };

/// What opening does where there is no database yet.
enum class IfAbsent {
    Make,   ///< makes one
    Refuse, ///< NotFound, and nothing is made
};

class Connection;

struct OpenOptions {
    Durability durability = Durability::Full;
    /// How long a statement waits for another connection's write before it fails with Throttled.
    std::chrono::milliseconds busyTimeout{10'000};
    /// SQLite VFS to use, for tests; "" is the system's.
    std::string vfs;
    IfAbsent ifAbsent = IfAbsent::Make;
    /// A table that every database of this kind has: a file that has others only is another program's and is
    /// refused with StorageBroken. "" asks for nothing.
    std::string knownBy;
};

/// One connection to a database with its schema up to date: an SQLite file (WAL, foreign keys on) or, by
/// openPostgres() of postgres.h, a PostgreSQL database.
///
/// Errors everywhere below: StorageFull (no room), StorageBroken (read-only, damaged, not a database, I/O
/// error, not reachable, moved away), Throttled (another connection writes and did not finish in time),
/// Conflict (a constraint of the schema), NewerFormat (open only), Internal (wrong SQL). No exception leaves.
///
/// Thread-safety: none. One connection per thread; several connections to one database are fine.
class Database {
public:
    /// Opens \p path, making it (readable by its owner only) and its folder when absent, and brings the
    /// schema to the newest of \p migrations, all steps in one transaction. A database whose user_version
    /// is higher than the last migration is refused with NewerFormat and not changed by a byte; so is, with
    /// NotFound or StorageBroken, what \p options refuse.
    static Result<Database> open(const std::filesystem::path &path, std::span<const Migration> migrations,
                                 const OpenOptions &options = {});
    /// None: for where one is to be; nothing may be asked of it.
    Database();
    /// Takes over a connection that a driver opened.
    explicit Database(std::unique_ptr<Connection> connection);
    ~Database();
    Database(Database &&) noexcept;
    Database &operator=(Database &&) noexcept;

    /// A statement with its values for the `?`s, in order. Prepared statements are cached by their text.
    [[nodiscard]] Query query(std::string_view sql, std::initializer_list<Value> values = {});
    [[nodiscard]] Query query(std::string_view sql, std::span<const Value> values);

    /// As query(), inside a transaction, but PostgreSQL is sent it now and answers together with what is
    /// awaited first: several that are asked one after the other cost one wait. Reads what is there now.
    [[nodiscard]] Query ask(std::string_view sql, std::initializer_list<Value> values = {});
    [[nodiscard]] Query ask(std::string_view sql, std::span<const Value> values);

    /// Runs a statement that returns no rows.
    Status run(std::string_view sql, std::initializer_list<Value> values = {});

    /// As run(), inside a transaction, but PostgreSQL may carry it out later, without waiting for each
    /// answer: an error can then be that of the next query(), run() or commit() instead.
    Status send(std::string_view sql, std::initializer_list<Value> values = {});
    Status send(std::string_view sql, std::span<const Value> values);

    [[nodiscard]] Dialect dialect() const;

    /// The rowid of the last INSERT that inserted on this connection. SQLite only; `RETURNING` works in both.
    [[nodiscard]] long long lastInsertId() const;
    /// Rows inserted, changed or deleted by the last finished statement.
    [[nodiscard]] int changes() const;

    /// Copies the database as it is now to \p target, while others read and write; \p target appears
    /// whole and synced, or not at all: Corrupt for one that is damaged. Of SQLite it is a database, of
    /// PostgreSQL a dump (core/store/postgres_dump.h).
    Status backupTo(const std::filesystem::path &target);

    /// Brings everything from an SQLite database's log into its file and does without a log until it is
    /// opened again. Throttled while another connection has it open.
    Status leaveLog();

    /// Where its files lay when it was opened: while they do not, nothing is written and no commit confirmed.
    [[nodiscard]] Place place() const;
    /// How often it was opened: more than once for a connection to PostgreSQL that was lost and made anew.
    /// What was learnt of the database before need not be so any more.
    [[nodiscard]] int openings() const;

private:
    friend class Transaction;
    std::unique_ptr<Connection> m_connection;
};

/// A write transaction, one at a time in a database (SQLite: BEGIN IMMEDIATE; PostgreSQL: an advisory lock);
/// rolled back when it ends without commit(). Does not nest. Must not outlive its Database, and the Database
/// must not be moved meanwhile.
class Transaction {
public:
    /// Waits while somebody else writes. In PostgreSQL that wait, and its failure (Throttled), may be those
    /// of the first statement.
    static Result<Transaction> begin(Database &database);
    /// Throttled when somebody else writes.
    static Result<Transaction> beginAtOnce(Database &database);
    ~Transaction();
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;

    /// Makes everything since begin() lasting, or, on error, undoes it.
    Status commit();

private:
    explicit Transaction(Database &database);
    Database *m_database; ///< null once committed, rolled back or moved from
};

} // namespace kapok::store
