// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/known_statements.h"
#include "core/lrs/sql_statement_store.h"
#include "core/lrs/statement_rows.h"
#include "core/store/postgres.h"
#include "tests/support/postgres.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

namespace kapok {
namespace {

using lrs::KnownStatements;
using lrs::Micros;
using lrs::StatementRow;
using lrs::StatementRows;
using store::Query;

constexpr Micros kLastOfNovember = 1'796'083'199'999'999; // 2026-11-30T23:59:59.999999Z

/// The rows of new statements in a database of either kind.
class StatementRowsTest : public testing::TestWithParam<const char *> {
protected:
    void SetUp() override
    {
        if (GetParam() == std::string("sqlite")) {
            auto opened = store::Database::open(folder.path() / "kapok.db", lrs::migrations());
            ASSERT_TRUE(opened.ok()) << opened.error().detail;
            database.emplace(*std::move(opened));
            ASSERT_TRUE(database->run("PRAGMA foreign_keys=OFF").ok()); // numbers of nothing
            return;
        }
        KAPOK_NEEDS_POSTGRES();
        place.emplace();
        auto opened = store::openPostgres(place->address(), lrs::postgresMigrations());
        ASSERT_TRUE(opened.ok()) << opened.error().detail;
        database.emplace(*std::move(opened));
    }

    void write(const std::vector<StatementRow> &rows)
    {
        auto transaction = store::Transaction::begin(*database);
        ASSERT_TRUE(transaction.ok());
        StatementRows writer(*database);
        for (const StatementRow &row : rows) {
            ASSERT_TRUE(writer.statement(row).ok());
            ASSERT_TRUE(writer.agent(7, row.stored, 0).ok());
            ASSERT_TRUE(writer.agent(5, row.stored, 1).ok());
            ASSERT_TRUE(writer.activity(9, row.stored, 1).ok());
        }
        ASSERT_TRUE(writer.flush().ok());
        ASSERT_TRUE(writer.flush().ok()); // nothing is left to write
        const Status done = transaction->commit();
        ASSERT_TRUE(done.ok()) << done.error().detail;
    }

    std::vector<std::string> texts(const std::string &sql)
    {
        const auto all = database->query(sql).all([](const Query &row) {
            std::string line;
            for (int i = 0; i < row.columnCount(); ++i)
                line += (i > 0 ? "|" : "") + (row.isNull(i) ? "NULL" : row.text(i));
            return line;
        });
        EXPECT_TRUE(all.ok()) << all.error().detail;
        return all.ok() ? *all : std::vector<std::string>();
    }

    test::TemporaryFolder folder;
    std::optional<test::PostgresDatabase> place;
    std::optional<store::Database> database;
};

const std::string kA(16, 'a');
const std::string kB("\0\x01\\\"',{}\xff\x80 NULL", 16);
const std::string kC(16, 'c');

TEST_P(StatementRowsTest, AreWrittenAsTheyWereGivenOverTheEndOfAMonth)
{
    const std::string json = R"({"a":"\\ \" {,} NULL ' ? $1 Hoàng 中文","n":1.10})";
    write({{kLastOfNovember, kA, 1, std::nullopt, 3, {}, false, false, json},
           {kLastOfNovember + 1, kB, 2, 4, 3, kA, true, false, "{}"},
           {kLastOfNovember + 2, kC, 2, 4, 3, kB, false, true, "{}"}});
    const auto rows =
        database
            ->query("SELECT stored, id, verb, registration, authority, target, voids, voided,"
                    " json FROM statement ORDER BY stored")
            .all([](const Query &row) {
                return std::tuple(row.integer(0), row.blob(1), row.integer(2), row.isNull(3), row.integer(3),
                                  row.integer(4), row.blob(5), row.integer(6), row.integer(7), row.text(8));
            });
    ASSERT_TRUE(rows.ok()) << rows.error().detail;
    ASSERT_EQ(rows->size(), 3u);
    EXPECT_EQ(rows->at(0), std::tuple(kLastOfNovember, kA, 1, true, 0, 3, "", 0, 0, json));
    EXPECT_EQ(rows->at(1), std::tuple(kLastOfNovember + 1, kB, 2, false, 4, 3, kA, 1, 0, "{}"));
    EXPECT_EQ(rows->at(2), std::tuple(kLastOfNovember + 2, kC, 2, false, 4, 3, kB, 0, 1, "{}"));
    const std::string at = std::to_string(kLastOfNovember);
    EXPECT_EQ(
        texts("SELECT agent, stored, related FROM statement_agent WHERE stored = " + at + " ORDER BY agent"),
        (std::vector<std::string>{"5|" + at + "|1", "7|" + at + "|0"}));
    EXPECT_EQ(texts("SELECT count(*), count(DISTINCT stored) FROM statement_activity"),
              std::vector<std::string>{"3|3"});
}

TEST_P(StatementRowsTest, AreNotTakenTwice)
{
    write({{kLastOfNovember, kA, 1, std::nullopt, 3, {}, false, false, "{}"}});
    auto transaction = store::Transaction::begin(*database);
    StatementRows writer(*database);
    Status done = writer.statement({kLastOfNovember + 5, kA, 1, std::nullopt, 3, {}, false, false, "{}"});
    if (done.ok())
        done = writer.flush();
    if (done.ok())
        done = transaction->commit();
    ASSERT_FALSE(done.ok());
    EXPECT_EQ(done.error().code, ErrorCode::Conflict);
}

TEST_P(StatementRowsTest, AreFoundAgainByTheIdsOfARequest)
{
    write({{kLastOfNovember, kA, 1, std::nullopt, 3, {}, false, false, "{\"one\":1}"},
           {kLastOfNovember + 1, kB, 2, 4, 8, kC, true, false, "{}"}});
    ASSERT_TRUE(
        database->run("INSERT INTO statement_reference VALUES (?, ?)", {store::Blob{kC}, kLastOfNovember + 1})
            .ok());
    const std::string unknown(16, 'z');
    const std::vector<std::string_view> asked{kC, kA, kB, unknown};
    const auto found = KnownStatements::find(*database, asked);
    ASSERT_TRUE(found.ok()) << found.error().detail;
    ASSERT_NE(found->at(kA), nullptr);
    EXPECT_EQ(found->at(kA)->stored, kLastOfNovember);
    EXPECT_EQ(found->at(kA)->authority, 3);
    EXPECT_FALSE(found->at(kA)->voids);
    EXPECT_EQ(found->at(kA)->json, "{\"one\":1}");
    ASSERT_NE(found->at(kB), nullptr);
    EXPECT_TRUE(found->at(kB)->voids);
    EXPECT_EQ(found->at(kC), nullptr);
    EXPECT_TRUE(found->isVoided(kC)) << "before it is there";
    EXPECT_FALSE(found->isVoided(kA));
    EXPECT_FALSE(found->hasForgotten());
    ASSERT_TRUE(database->run("INSERT INTO tombstone (subject, deleted) VALUES ('s', 1)").ok());
    EXPECT_TRUE(KnownStatements::find(*database, {})->hasForgotten());
}

INSTANTIATE_TEST_SUITE_P(Both, StatementRowsTest, testing::Values("sqlite", "postgres"),
                         [](const auto &which) { return std::string(which.param); });

} // namespace
} // namespace kapok
