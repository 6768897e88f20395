// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/postgres.h"
#include "tests/support/postgres.h"

#include <array>
#include <cstdint>
#include <gtest/gtest.h>
#include <span>

/// What the tests of openPostgres() and of what it opens begin with.
namespace kapok::test {

inline constexpr std::array kFirst{store::Migration{
    1, "0001_first.sql",
    "CREATE TABLE thing (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text UNIQUE,"
    " bytes bytea, number bigint, share double precision);"}};
inline constexpr std::array kSecond{
    kFirst[0], store::Migration{2, "0002_second.sql", "CREATE TABLE other (x integer);"}};

/// A PostgreSQL database of the test alone, opened by openPostgres().
class Postgres : public testing::Test {
protected:
    void SetUp() override { KAPOK_NEEDS_POSTGRES(); }

    [[nodiscard]] store::Database open(std::span<const store::Migration> migrations = kFirst) const
    {
        auto opened = store::openPostgres(place.address(), migrations);
        EXPECT_TRUE(opened.ok()) << opened.error().detail;
        return *std::move(opened);
    }
    static std::int64_t count(store::Database &database)
    {
        const auto counted = database.query("SELECT count(*) FROM thing").one([](const store::Query &row) {
            return row.integer(0);
        });
        EXPECT_TRUE(counted.ok()) << counted.error().detail;
        return counted.ok() ? counted->value_or(-1) : -1;
    }

    PostgresDatabase place;
};

} // namespace kapok::test
