// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/learner/record.h"
#include "core/lrs/sql_statement_store.h"
#include "tests/support/postgres.h"
#include "tests/support/temporary_folder.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace kapok::bench {

/// \p count `answered` statements as the app writes them, no two the same; \p first tells those of several
/// calls apart. They go round \p learners, so many of each in a row.
[[nodiscard]] std::vector<std::string> answeredStatements(std::size_t count, std::size_t first = 0,
                                                          std::size_t learners = 20, std::size_t inARow = 1);

/// A database for one figure, gone afterwards: SQLite's in a file, or one on a PostgreSQL server of its own
/// with fsync=on.
class Place {
public:
    explicit Place(bool isPostgres);

    [[nodiscard]] Result<store::Database> open() const;
    /// As kapokd's --database takes it.
    [[nodiscard]] std::string address() const;

private:
    test::TemporaryFolder m_folder;
    std::unique_ptr<test::PostgresServer> m_server;
    std::unique_ptr<test::PostgresDatabase> m_database; ///< null for SQLite
};

/// A server's store.
class StoreUnderTest {
public:
    /// In a file of SQLite.
    explicit StoreUnderTest(const std::filesystem::path &file);
    /// \p open makes a connection; it is called from any thread.
    explicit StoreUnderTest(const store::Pool::Open &open);

    /// Adds \p statements in requests of \p batch, by so many threads at once.
    void fill(const std::vector<std::string> &statements, std::size_t batch, std::size_t clients);
    [[nodiscard]] lrs::StatementStore &store() { return m_store; }

private:
    void send(const std::vector<std::string> &statements, std::size_t from, std::size_t to);

    const SystemClock m_clock;
    store::Pool m_pool;
    lrs::CommitQueue m_writer;
    lrs::SqlStatementStore m_store;
};

/// A course like a real one: 12 lessons of 13 questions.
[[nodiscard]] course::Course bigCourse();

/// Answers questions of bigCourse() until at least \p count statements wait in \p record.
[[nodiscard]] Status fillOutbox(learner::Record &record, int count);

} // namespace kapok::bench
