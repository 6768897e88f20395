// SPDX-License-Identifier: Apache-2.0
#include "tests/support/postgres.h"

#include "core/base/ids.h"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <libpq-fe.h>
#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace kapok::test {
namespace {

/// The address of the server that tests share; "" when PostgreSQL is not installed.
const std::string &sharedServer()
{
    static const std::string address = [] {
        const char *file = std::getenv("KAPOK_TEST_POSTGRES");
        std::string line;
        if (file) {
            std::ifstream stream(file);
            std::getline(stream, line);
        }
        if (line.empty()) {
            static const PostgresServer own;
            line = own.address();
        }
        return line.starts_with("postgresql:") ? line : std::string();
    }();
    return address;
}

std::vector<pid_t> childrenOf(pid_t parent)
{
    std::vector<pid_t> children;
    for (const auto &entry : std::filesystem::directory_iterator("/proc")) {
        std::ifstream file(entry.path() / "status");
        for (std::string word; file >> word;) {
            pid_t of = 0;
            if (word != "PPid:")
                continue;
            if (file >> of && of == parent)
                children.push_back(std::atoi(entry.path().filename().c_str()));
            break;
        }
    }
    return children;
}

void runSql(const std::string &server, const std::string &sql)
{
    PGconn *connection = PQconnectdb(server.c_str());
    PGresult *result = PQexec(connection, sql.c_str());
    const auto status = PQresultStatus(result);
    EXPECT_TRUE(status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) << PQerrorMessage(connection);
    PQclear(result);
    PQfinish(connection);
}

} // namespace

PostgresServer::PostgresServer()
{
    int in[2] = {};
    int out[2] = {};
    EXPECT_EQ(::pipe2(in, O_CLOEXEC), 0);
    EXPECT_EQ(::pipe2(out, O_CLOEXEC), 0);
    static const std::string script = std::string(KAPOK_SOURCE_DIR) + "/tests/support/postgres-cluster";
    m_script = ::fork();
    if (m_script == 0) {
        ::dup2(in[0], 0);
        ::dup2(out[1], 1);
        ::execl(script.c_str(), "postgres-cluster", "run", static_cast<char *>(nullptr));
        ::_exit(127);
    }
    ::close(in[0]);
    ::close(out[1]);
    m_in = in[1];
    m_out = out[0];
    m_address = readLine();
    if (!m_address.starts_with("postgresql:"))
        m_address.clear();
}

PostgresServer::~PostgresServer()
{
    ::close(m_in);
    ::waitpid(m_script, nullptr, 0);
    ::close(m_out);
}

std::string PostgresServer::readLine() const
{
    std::string line;
    char c = 0;
    while (::read(m_out, &c, 1) == 1 && c != '\n')
        line += c;
    return line;
}

void PostgresServer::kill() const
{
    const auto begin = m_address.find("host=") + 5;
    std::ifstream file(m_address.substr(begin, m_address.find('&') - begin) + "/data/postmaster.pid");
    pid_t first = 0;
    file >> first;
    ASSERT_GT(first, 1);
    ::kill(first, SIGSTOP); // it starts no more of them
    std::vector<pid_t> all = childrenOf(first);
    all.push_back(first);
    std::vector<int> ends;
    for (const pid_t one : all) {
        ends.push_back(static_cast<int>(::syscall(SYS_pidfd_open, one, 0)));
        ::kill(one, SIGKILL);
    }
    for (const int end : ends) {
        pollfd ended{end, POLLIN, 0};
        if (end < 0)
            continue; // it had ended before
        EXPECT_EQ(::poll(&ended, 1, 60000), 1) << "a process of PostgreSQL does not end";
        ::close(end);
    }
}

void PostgresServer::startAgain()
{
    ASSERT_EQ(::write(m_in, "start\n", 6), 6);
    EXPECT_EQ(readLine(), m_address);
}

PostgresDatabase::PostgresDatabase() : PostgresDatabase(sharedServer()) {}

PostgresDatabase::PostgresDatabase(std::string server)
    : m_server(std::move(server)), m_name("t" + uuidV7(1)), m_address(m_server)
{
    if (m_server.empty())
        return;
    std::erase(m_name, '-');
    runSql(m_server, "CREATE DATABASE " + m_name);
    m_address.replace(m_address.find("/postgres?"), 9, "/" + m_name);
}

PostgresDatabase::~PostgresDatabase()
{
    if (!m_server.empty())
        runSql(m_server, "DROP DATABASE " + m_name + " WITH (FORCE)");
}

void PostgresDatabase::dropConnections() const
{
    runSql(m_server,
           "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '" + m_name + "'");
}

bool hasPostgres()
{
    return !sharedServer().empty();
}

} // namespace kapok::test
