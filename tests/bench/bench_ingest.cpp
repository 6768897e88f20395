// SPDX-License-Identifier: Apache-2.0
// Statements into the server's store, against raw inserts of the same interned rows (statement,
// statement_agent, statement_activity) in transactions of the same size into the same tables and indexes with
// the same durability. What the peer leaves out: reading JSON, every check, finding numbers, what is learnt
// of activities, figures.
#include "core/lrs/commit_queue.h"
#include "core/lrs/sql_statement_store.h"
#include "tests/bench/benches.h"
#include "tests/bench/figure.h"
#include "tests/bench/statements.h"
#include "tests/support/temporary_folder.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <thread>

namespace kapok::bench {
namespace {

constexpr int kRounds = 5;

/// How statements come.
struct Way {
    std::size_t statements;
    std::size_t batch;
    std::size_t clients;
    const char *name;
};

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
double insertRaw(const std::filesystem::path &file, const Rows &rows, std::size_t batch)
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
        for (std::size_t at = 0; at < rows.statements.size(); at += batch) {
            SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
            const std::size_t end = std::min(at + batch, rows.statements.size());
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

void compare(const Way &way)
{
    std::vector<double> ours;
    std::vector<double> theirs;
    std::vector<double> ourTime;
    std::vector<double> theirTime;
    const double toMicros = 1e6 / static_cast<double>(way.statements);
    for (int round = 0; round < kRounds; ++round) {
        const test::TemporaryFolder folder;
        const auto statements = answeredStatements(way.statements);
        {
            StoreUnderTest store(folder.path() / "ours.db");
            const auto fill = [&] { store.fill(statements, way.batch, way.clients); };
            const auto timedFill = [&] { ours.push_back(static_cast<double>(way.statements) / timed(fill)); };
            ourTime.push_back(toMicros * processorTime(timedFill));
        }
        const Rows rows = readBack(folder.path() / "ours.db");
        const auto insert = [&] { theirs.push_back(insertRaw(folder.path() / "raw.db", rows, way.batch)); };
        theirTime.push_back(toMicros * processorTime(insert));
    }
    print(way.name, "statements/s", ours,
          "raw SQLite insert of the same interned rows and links, " + std::to_string(way.batch) +
              " a transaction, synchronous=FULL, one connection",
          theirs, ">= 0.6",
          {{"our processor time, us a statement", percentile(ourTime, 0.5)},
           {"the peer's", percentile(theirTime, 0.5)}});
}

/// Whether a statement costs the same in a large database as in a small one.
void grow()
{
    constexpr std::size_t kSizes[] = {10'000, 100'000};
    constexpr std::size_t kMeasured = 5'000;
    constexpr std::size_t kBatch = 50;
    const test::TemporaryFolder folder;
    StoreUnderTest store(folder.path() / "node.db");
    std::size_t there = 0;
    for (const std::size_t size : kSizes) {
        for (; there < size; there += kMeasured)
            store.fill(answeredStatements(kMeasured, there), kBatch, 2);
        std::vector<double> rates;
        for (int round = 0; round < kRounds; ++round, there += kMeasured) {
            const auto statements = answeredStatements(kMeasured, there);
            rates.push_back(kMeasured / timed([&] { store.fill(statements, kBatch, 1); }));
        }
        print("ingest, batches of 50, with " + std::to_string(size) + " statements there", "statements/s",
              rates, "none", rates, "flat");
    }
}

/// As a country's devices send: a batch is of one learner, the next one of another.
std::vector<double> fillPieces(StoreUnderTest &store, std::size_t from, std::size_t to, double &processor)
{
    constexpr std::size_t kPiece = 10'000;
    constexpr std::size_t kBatch = 50;
    constexpr std::size_t kLearners = 20'000;
    std::vector<double> rates;
    for (std::size_t there = from; there < to; there += kPiece) {
        const auto statements = answeredStatements(kPiece, there, kLearners, kBatch);
        const auto fill = [&] {
            rates.push_back(kPiece / timed([&] { store.fill(statements, kBatch, 1); }));
        };
        processor += processorTime(fill);
    }
    return rates;
}

} // namespace

void benchGrowth(std::size_t statements, bool onPostgres)
{
    constexpr std::size_t kSlice = 100'000;
    const Place place(onPostgres);
    StoreUnderTest store([&] { return place.open(); });
    std::vector<double> first;
    for (std::size_t there = 0; there < statements; there += kSlice) {
        double processor = 0;
        const auto rates = fillPieces(store, there, there + kSlice, processor);
        first = first.empty() ? rates : first;
        print("ingest, batches of 50 of 20,000 learners, one client, from " + std::to_string(there) + " to " +
                  std::to_string(there + kSlice) + " statements",
              "statements/s", rates, "the first 100,000", first, "flat",
              {{"our processor time, us a statement", 1e6 * processor / kSlice}});
    }
}

void benchIngest()
{
    compare({5'000, 50, 1, "ingest, batches of 50, one client"});
    compare({10'000, 50, 8, "ingest, batches of 50, 8 clients at once (group commit)"});
    compare({1'000, 1, 1, "ingest, one statement a request, one client"});
    compare({2'000, 1, 8, "ingest, one statement a request, 8 clients at once (group commit)"});
    grow();
}

} // namespace kapok::bench
