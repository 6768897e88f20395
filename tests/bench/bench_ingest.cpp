// SPDX-License-Identifier: Apache-2.0
// Statements into the server's store in batches of 50, against raw inserts of the same interned rows in the
// same transactions into the same tables and indexes with the same durability.
#include "core/lrs/commit_queue.h"
#include "core/lrs/sqlite_statement_store.h"
#include "tests/bench/benches.h"
#include "tests/bench/figure.h"
#include "tests/bench/statements.h"
#include "tests/support/temporary_folder.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace kapok::bench {
namespace {

constexpr int kRounds = 5;
constexpr std::size_t kStatements = 5000;
constexpr std::size_t kBatch = 50;

/// Statements a second into \p file through the store.
double ingest(const std::filesystem::path &file, const std::vector<std::string> &statements)
{
    const SystemClock clock;
    auto database = store::Database::open(file, lrs::migrations());
    store::Pool pool(file, lrs::migrations());
    lrs::CommitQueue writer(*std::move(database), clock);
    lrs::SqliteStatementStore store(pool, writer, clock);
    lrs::AddRequest request;
    request.authority =
        R"({"objectType":"Agent","account":{"homePage":"https://node.example","name":"bench"}})";
    const double seconds = timed([&] {
        for (std::size_t at = 0; at < statements.size(); at += kBatch) {
            request.body.assign(1, '[');
            for (std::size_t i = at; i < at + kBatch; ++i)
                request.body += (i == at ? "" : ",") + statements[i];
            request.body += "]";
            if (const auto added = store.add(request); !added.ok())
                std::fprintf(stderr, "bench: %s\n", added.error().detail.c_str());
        }
    });
    return static_cast<double>(statements.size()) / seconds;
}

struct StatementRow {
    std::int64_t stored;
    std::string id;
    std::int64_t verb;
    std::int64_t registration;
    std::int64_t authority;
    std::string json;
};
struct LinkRow { ///< of statement_agent or statement_activity
    std::int64_t what;
    std::int64_t stored;
    std::int64_t related;
};
struct Rows {
    std::vector<StatementRow> statements;
    std::vector<LinkRow> agents;
    std::vector<LinkRow> activities;
};

std::vector<LinkRow> links(const SQLite::Database &database, const std::string &table,
                           const std::string &column)
{
    std::vector<LinkRow> rows;
    SQLite::Statement read(database,
                           "SELECT " + column + ", stored, related FROM " + table + " ORDER BY stored");
    while (read.executeStep())
        rows.push_back(
            {read.getColumn(0).getInt64(), read.getColumn(1).getInt64(), read.getColumn(2).getInt64()});
    return rows;
}

Rows readBack(const std::filesystem::path &file)
{
    const SQLite::Database database(file.string(), SQLite::OPEN_READONLY);
    Rows rows;
    SQLite::Statement read(
        database, "SELECT stored, id, verb, registration, authority, json FROM statement ORDER BY stored");
    while (read.executeStep())
        rows.statements.push_back({read.getColumn(0).getInt64(), read.getColumn(1).getString(),
                                   read.getColumn(2).getInt64(), read.getColumn(3).getInt64(),
                                   read.getColumn(4).getInt64(), read.getColumn(5).getString()});
    rows.agents = links(database, "statement_agent", "agent");
    rows.activities = links(database, "statement_activity", "activity");
    return rows;
}

void insertLinks(SQLite::Statement &insert, const std::vector<LinkRow> &rows, std::size_t &at,
                 std::int64_t upTo)
{
    for (; at < rows.size() && rows[at].stored <= upTo; ++at) {
        insert.bind(1, rows[at].what);
        insert.bind(2, rows[at].stored);
        insert.bind(3, rows[at].related);
        insert.exec();
        insert.reset();
    }
}

/// The same rows again, as plainly as SQLite can be given them. Statements a second.
double insertRaw(const std::filesystem::path &file, const Rows &rows)
{
    (void)store::Database::open(file, lrs::migrations()).ok(); // the same tables and indexes
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
    database.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=OFF");
    SQLite::Statement statement(
        database, "INSERT INTO statement (stored, id, verb, registration, authority, voids, voided, "
                  "json) VALUES (?, ?, ?, ?, ?, 0, 0, ?)");
    SQLite::Statement agent(database,
                            "INSERT INTO statement_agent (agent, stored, related) VALUES (?, ?, ?)");
    SQLite::Statement activity(database,
                               "INSERT INTO statement_activity (activity, stored, related) VALUES (?, ?, ?)");
    std::size_t agentAt = 0;
    std::size_t activityAt = 0;
    const double seconds = timed([&] {
        for (std::size_t at = 0; at < rows.statements.size(); at += kBatch) {
            SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
            const std::size_t end = std::min(at + kBatch, rows.statements.size());
            for (std::size_t i = at; i < end; ++i) {
                const auto &row = rows.statements[i];
                statement.bind(1, row.stored);
                statement.bind(2, row.id.data(), static_cast<int>(row.id.size()));
                statement.bind(3, row.verb);
                statement.bind(4, row.registration);
                statement.bind(5, row.authority);
                statement.bind(6, row.json);
                statement.exec();
                statement.reset();
            }
            insertLinks(agent, rows.agents, agentAt, rows.statements[end - 1].stored);
            insertLinks(activity, rows.activities, activityAt, rows.statements[end - 1].stored);
            transaction.commit();
        }
    });
    return static_cast<double>(rows.statements.size()) / seconds;
}

} // namespace

void benchIngest()
{
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int round = 0; round < kRounds; ++round) {
        const test::TemporaryFolder folder;
        ours.push_back(ingest(folder.path() / "ours.db", answeredStatements(kStatements)));
        theirs.push_back(insertRaw(folder.path() / "raw.db", readBack(folder.path() / "ours.db")));
    }
    print("ingest, batches of 50, durable, one writer", "statements/s", ours,
          "raw SQLite insert of the same interned rows, 50 a transaction", theirs, ">= 0.6");
}

} // namespace kapok::bench
