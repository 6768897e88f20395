// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/postgres.h"

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

namespace kapok::test {

/// Where the server of a test keeps its data: an SQLite file, or a PostgreSQL database when ctest runs the
/// test for that (KAPOK_TEST_POSTGRES is set; BOTH_DATABASES in cmake/KapokTests.cmake).
class ServerDatabase {
public:
    /// \p folder: for the SQLite file, which is kapok.db.
    explicit ServerDatabase(const std::filesystem::path &folder)
        : m_address("sqlite:" + (folder / "kapok.db").string())
    {
        if (!std::getenv("KAPOK_TEST_POSTGRES"))
            return;
        m_place.emplace();
        m_address = m_place->address();
    }

    /// What --database takes; "" where PostgreSQL is wanted and not installed.
    [[nodiscard]] const std::string &address() const { return m_address; }
    [[nodiscard]] bool isPostgres() const { return m_place.has_value(); }
    [[nodiscard]] const PostgresDatabase &postgres() const { return *m_place; }

private:
    std::optional<PostgresDatabase> m_place;
    std::string m_address;
};

} // namespace kapok::test

#define KAPOK_NEEDS_DATABASE(database)                                                                       \
    if ((database).address().empty())                                                                        \
    GTEST_SKIP() << "PostgreSQL is not installed: nothing of it was tested"
