// SPDX-License-Identifier: Apache-2.0
// What PostgreSQL does for a page, counted by EXPLAIN (ANALYZE): a new server, or a new month, has tables of
// which it knows nothing yet, and a page must not go through all of them even then.
#include "core/lrs/history.h"
#include "core/lrs/page_query.h"
#include "core/lrs/sql_statement_store.h"
#include "core/store/postgres.h"
#include "tests/core/lrs/statements.h"
#include "tests/support/manual_clock.h"
#include "tests/support/postgres.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace kapok {
namespace {

constexpr int kMany =
    20'000; // more than the query counts, and than PostgreSQL sorts for a page without knowing
constexpr int kPage = 51;
constexpr int kLookedUp = 8; // rows of other tables at most for each of the page

class PageQueryOfPostgresTest : public testing::Test {
protected:
    void SetUp() override { KAPOK_NEEDS_POSTGRES(); }

    /// \p statement and kMany more like it, stored after it.
    void addMany(const std::string &statement)
    {
        add("[" + statement + "]");
        auto database = opened();
        const std::string more = ", generate_series(1, " + std::to_string(kMany) + ") AS n";
        const std::vector<std::string> fill = {
            "INSERT INTO statement_id"
            " SELECT uuid_send(gen_random_uuid()), stored + n FROM statement_id" +
                more,
            "WITH s AS MATERIALIZED (SELECT * FROM statement) INSERT INTO statement SELECT i.stored, i.id, "
            "verb,"
            " registration, authority, target, voids, voided, json FROM s, statement_id i WHERE i.stored > "
            "s.stored",
            "INSERT INTO statement_agent SELECT agent, stored + n, related FROM statement_agent" + more,
            "INSERT INTO statement_activity SELECT activity, stored + n, related FROM statement_activity" +
                more,
            "INSERT INTO statement_reference SELECT target, stored + n FROM statement_reference" + more};
        for (const std::string &sql : fill) {
            const Status done = database.run(sql);
            ASSERT_TRUE(done.ok()) << done.error().detail;
        }
    }
    void add(const std::string &body)
    {
        const auto added = statements.add({body, {}, xapi::Version::V1_0_3, test::kAuthority, {}});
        ASSERT_TRUE(added.ok()) << added.error().detail;
    }

    /// How many rows of tables were looked at for a page.
    int lookedAt(const lrs::StatementFilter &filter)
    {
        auto database = *pool.take();
        const auto query = lrs::pageQuery(*database, filter, kPage);
        EXPECT_TRUE(query.ok() && *query);
        auto explained = database->query("EXPLAIN (ANALYZE, FORMAT JSON) " + (*query)->sql, (*query)->values);
        EXPECT_TRUE(*explained.step());
        plan = explained.text(0);
        return rowsOf(nlohmann::json::parse(plan).at(0).at("Plan"));
    }

    static int rowsOf(const nlohmann::json &node)
    {
        int rows = 0;
        if (node.contains("Relation Name"))
            rows += node.at("Actual Loops").get<int>() *
                    (node.at("Actual Rows").get<int>() + node.value("Rows Removed by Filter", 0));
        for (const auto &below : node.value("Plans", nlohmann::json::array()))
            rows += rowsOf(below);
        return rows;
    }

    store::Database opened() { return *store::openPostgres(place.address(), lrs::postgresMigrations()); }

    test::ManualClock clock;
    test::PostgresDatabase place;
    store::Pool pool{[this] { return opened(); }, 4};
    lrs::CommitQueue writer{opened(), clock};
    lrs::SqlStatementStore statements{pool, writer, clock};
    std::string plan; ///< of the page asked for last
};

TEST_F(PageQueryOfPostgresTest, LooksAtAPageOfWhatManyHave)
{
    addMany(test::plain(test::newId()));
    for (int parts = 0; parts < 8; ++parts)
        for (const bool ascending : {false, true}) {
            auto filter = test::filterOf(parts, "a");
            filter.query.ascending = ascending;
            EXPECT_LT(lookedAt(filter), kPage * kLookedUp) << "parts " << parts << ": " << plan;
        }
}

TEST_F(PageQueryOfPostgresTest, GoesFromTheFewThatMatchToWhatRefersToThem)
{
    addMany(test::plain(test::newId()));
    add("[" + test::plain(test::newId(), "b") + "]"); // nobody refers to it
    auto database = opened();
    const auto expectFew = [&](const std::string &references) {
        for (const int parts : {2, 3, 6, 7})
            EXPECT_LT(lookedAt(test::filterOf(parts, "b")), 20)
                << references << ", parts " << parts << ": " << plan;
    };
    // Of fewer, PostgreSQL likes best to look up the few that match.
    for (const std::string target : {"uuid_send(gen_random_uuid())", "decode(md5((n % 5)::text), 'hex')"}) {
        ASSERT_TRUE(database.run("TRUNCATE statement_reference").ok());
        ASSERT_TRUE(database
                        .run("INSERT INTO statement_reference SELECT " + target +
                             ", n FROM generate_series(1, 200000) AS n")
                        .ok());
        expectFew(target);
        ASSERT_TRUE(database.run("ANALYZE statement_reference").ok());
        expectFew(target + ", analysed");
    }
}

/// How many rows were read by walking tables from their beginnings, on this connection too.
std::int64_t readThrough(store::Database &database)
{
    EXPECT_TRUE(database.run("SELECT pg_stat_force_next_flush()").ok());
    const auto rows =
        database.query("SELECT sum(seq_tup_read) FROM pg_stat_user_tables").one([](const store::Query &row) {
            return row.integer(0);
        });
    EXPECT_TRUE(rows.ok() && *rows);
    return rows->value_or(0);
}

TEST_F(PageQueryOfPostgresTest, CountsWhatSomebodyHasWithoutReadingWhatOthersHave)
{
    add("[" + test::plain(test::newId(), "b") + "]");
    auto database = *pool.take();
    // It guesses that 10,000 rows are of anybody but one, as of a large table that it has looked at a part
    // of.
    for (const char *sql :
         {"INSERT INTO statement_agent SELECT CASE WHEN n % 20000 = 0 THEN b.agent WHEN n % 10 = 0 THEN 999"
          " ELSE 1000 + n % 20000 END, n, 0"
          " FROM (SELECT min(agent) AS agent FROM statement_agent) AS b, generate_series(1, 200000) AS n",
          "ALTER TABLE statement_agent ALTER COLUMN agent SET STATISTICS 1",
          "ALTER TABLE statement_agent ALTER COLUMN agent SET (n_distinct = 20)",
          "ANALYZE statement_agent"}) {
        const Status done = database->run(sql);
        ASSERT_TRUE(done.ok()) << done.error().detail;
    }
    const auto before = readThrough(*database);
    const auto query = lrs::pageQuery(*database, test::filterOf(3, "b"), kPage);
    ASSERT_TRUE(query.ok() && *query);
    EXPECT_LT(readThrough(*database) - before, 2000);
}

/// Five statements of three megabytes each.
class LongStatementsOfPostgresTest : public PageQueryOfPostgresTest {
protected:
    void SetUp() override
    {
        PageQueryOfPostgresTest::SetUp();
        if (IsSkipped())
            return;
        for (int i = 0; i < kAll; ++i)
            add(test::plainWith(test::newId(),
                                R"("result":{"response":")" + std::string(3u << 20, 'x') + "\"}"));
    }

    static constexpr int kAll = 5;
    static constexpr std::size_t kOnAPage = 2; // the second one makes it more than 4 MiB
};

TEST_F(LongStatementsOfPostgresTest, AreSentOnlyAsFarAsAPageGoes)
{
    auto database = *pool.take();
    for (const auto &agent : {std::string(), test::agentJson("a")}) {
        lrs::StatementFilter filter;
        filter.query.agent = agent;
        const auto query = lrs::pageQuery(*database, filter, kPage);
        ASSERT_TRUE(query.ok() && *query);
        const auto isSent = database->query((*query)->sql, (*query)->values).all([](const store::Query &row) {
            return !row.isNull(1);
        });
        EXPECT_EQ(*isSent, (std::vector<bool>{true, true, false, false, false}));
        std::size_t found = 0;
        for (std::optional<lrs::Micros> after; found == 0 || after;) {
            filter.after = after;
            const auto page = statements.find(filter);
            ASSERT_TRUE(page.ok() && page->statements.size() <= kOnAPage);
            for (const std::string &statement : page->statements)
                EXPECT_GT(statement.size(), 3u << 20);
            found += page->statements.size();
            after = page->next;
        }
        EXPECT_EQ(found, kAll);
    }
}

TEST_F(LongStatementsOfPostgresTest, AreReadForAnExportAFewAtATime)
{
    auto database = *pool.take();
    std::vector<std::size_t> pages;
    for (lrs::Micros after = 0;;) {
        const auto entries = lrs::readHistory(*database, after, kPage);
        ASSERT_TRUE(entries.ok()) << entries.error().detail;
        if (entries->empty())
            break;
        after = entries->back().stored;
        pages.push_back(entries->size());
    }
    EXPECT_EQ(pages, (std::vector<std::size_t>{kOnAPage, kOnAPage, 1}));
}

} // namespace
} // namespace kapok
