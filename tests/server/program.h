// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/files.h"
#include "tests/server/http.h"
#include "tests/support/postgres.h"
#include "tests/support/temporary_folder.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <sys/types.h>
#include <vector>

namespace kapok::test {

/// What a whole run of a program gave.
struct Ran {
    int code = -1; ///< exit code; -1: it ended by a signal
    std::string out;
    std::string err;
};

/// Runs `kapokd` with \p arguments to its end; \p input is its standard input.
[[nodiscard]] Ran kapokd(const std::vector<std::string> &arguments, const std::string &input = {});

/// `kapokd serve` as a process of its own, on a free port. Killed when this goes.
class ServeProcess {
public:
    /// Returns when it listens, or has ended. Its log goes to \p log ("": nowhere).
    explicit ServeProcess(const std::string &database, const std::vector<std::string> &options = {},
                          const std::filesystem::path &log = {});
    ~ServeProcess();
    ServeProcess(const ServeProcess &) = delete;
    ServeProcess &operator=(const ServeProcess &) = delete;

    /// Sends \p signal and waits for the end; what waitpid() says.
    int end(int signal);
    void send(int signal) const;
    [[nodiscard]] pid_t id() const { return m_pid; }
    /// The first line of its standard output.
    [[nodiscard]] const std::string &line() const { return m_line; }
    /// "http://127.0.0.1:PORT", or https
    [[nodiscard]] std::string url() const;
    /// Everything on standard output after the first line, until it ended.
    [[nodiscard]] std::string rest() const;

private:
    pid_t m_pid = 0;
    int m_output = -1;
    std::string m_line;
};

/// A folder with databases, and the program on them: SQLite files, or PostgreSQL databases when ctest runs
/// the test for that (KAPOK_TEST_POSTGRES is set; BOTH_DATABASES in cmake/KapokTests.cmake).
class ProgramTest : public ::testing::Test {
protected:
    /// What --database takes; always the same for one name.
    [[nodiscard]] std::string database(const std::string &name = "kapok.db") const;
    [[nodiscard]] std::string sqlite(const std::string &name) const
    {
        return "sqlite:" + file(name).string();
    }
    /// What `serve` needs beside --database.
    [[nodiscard]] std::vector<std::string> serveOptions() const;
    [[nodiscard]] std::filesystem::path file(const std::string &name) const { return folder.path() / name; }

    /// `kapokd COMMAND… --database …`
    [[nodiscard]] Ran on(const std::string &where, std::vector<std::string> arguments,
                         const std::string &input = {}) const;

    /// A new xAPI client of \p where: "KEY:SECRET".
    [[nodiscard]] std::string client(const std::string &where, const std::string &scope = "all") const;

    /// A statement of \p account, whose home page is kHome.
    [[nodiscard]] static std::string statement(const std::string &id, const std::string &account = "a",
                                               const std::string &verb = "http://example.org/did",
                                               const std::string &more = {});

    static constexpr const char *kHome = "https://kapok.example/nodes/test";
    TemporaryFolder folder;

private:
    mutable std::map<std::string, PostgresDatabase> m_places;
};

/// A request to /xapi by \p credential.
[[nodiscard]] Answer xapi(const std::string &method, const std::string &url, const std::string &credential,
                          const std::string &body = {});

} // namespace kapok::test
