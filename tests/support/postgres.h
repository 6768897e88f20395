// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <sys/types.h>

/// PostgreSQL for tests. Where it is not installed, address() is "" and tests skip with KAPOK_NEEDS_POSTGRES.
namespace kapok::test {

/// A server of one test's own (tests/support/postgres-cluster), to be killed and started again.
class PostgresServer {
public:
    PostgresServer();
    ~PostgresServer();
    PostgresServer(const PostgresServer &) = delete;
    PostgresServer &operator=(const PostgresServer &) = delete;

    /// Of its database `postgres`; "" when PostgreSQL is not installed.
    [[nodiscard]] const std::string &address() const { return m_address; }
    /// SIGKILL to all its processes; none is left when this returns. (With only the first killed, another one
    /// may still confirm a statement that reached it before it noticed.)
    void kill() const;
    void startAgain();

private:
    std::string readLine() const;

    pid_t m_script = 0;
    int m_in = -1;
    int m_out = -1;
    std::string m_address;
};

/// A new, empty database, gone afterwards. It lies on the server that ctest shares among its tests, or,
/// without ctest, on one that this process starts.
class PostgresDatabase {
public:
    PostgresDatabase();
    /// On \p server, a server's address.
    explicit PostgresDatabase(std::string server);
    ~PostgresDatabase();
    PostgresDatabase(const PostgresDatabase &) = delete;
    PostgresDatabase &operator=(const PostgresDatabase &) = delete;

    /// "" when PostgreSQL is not installed.
    [[nodiscard]] const std::string &address() const { return m_address; }
    /// Ends all connections to it, as a restart of the server would.
    void dropConnections() const;

private:
    std::string m_server;
    std::string m_name;
    std::string m_address;
};

[[nodiscard]] bool hasPostgres();

} // namespace kapok::test

#define KAPOK_NEEDS_POSTGRES()                                                                               \
    if (!kapok::test::hasPostgres())                                                                         \
    GTEST_SKIP() << "PostgreSQL is not installed: nothing of it was tested"
