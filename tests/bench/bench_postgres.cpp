// SPDX-License-Identifier: Apache-2.0
// Statements into the server's store in PostgreSQL (fsync=on), against raw inserts of the same interned rows
// (statement, statement_id, statement_agent, statement_activity) by libpq in pipeline mode, in transactions
// of the same size, by as many connections. The raw inserts are measured twice: a statement for each row, and
// one for all rows of a table in a transaction, from arrays, which is how the store does it.
#include "core/lrs/commit_queue.h"
#include "core/lrs/sql_statement_store.h"
#include "core/store/array.h"
#include "core/store/postgres.h"
#include "core/store/postgres_values.h"
#include "tests/bench/benches.h"
#include "tests/bench/figure.h"
#include "tests/bench/statements.h"
#include "tests/support/postgres.h"

#include <cstdlib>
#include <libpq-fe.h>
#include <memory>
#include <thread>

namespace kapok::bench {
namespace {

using store::Array;
using store::Blob;
using store::Query;

constexpr int kRounds = 5;

struct Way {
    std::size_t statements;
    std::size_t batch;
    std::size_t clients;
    const char *name;
};

/// A table's rows as raw inserts take them: each row a vector of texts.
struct Raw {
    const char *one;                                                     ///< SQL for a row
    const char *all;                                                     ///< SQL for many, from arrays
    std::vector<Array::Of> types;                                        ///< of each column
    std::vector<std::pair<std::int64_t, std::vector<std::string>>> rows; ///< by `stored`
};

/// A statement with its values.
struct Command {
    std::string name;
    std::vector<std::string> values;
    int format = 0; ///< of all values: 1 is binary
};
using Transaction = std::vector<Command>;

std::vector<Raw> emptyTables()
{
    using Of = Array::Of;
    return {
        {"INSERT INTO statement_id (id, stored) VALUES ($1::bytea, $2::bigint)",
         "INSERT INTO statement_id (id, stored) SELECT * FROM unnest($1::bytea[], $2::bigint[])",
         {Of::Bytea, Of::BigInt},
         {}},
        {"INSERT INTO statement (stored, id, verb, registration, authority, voids, voided, json) VALUES"
         " ($1::bigint, $2::bytea, $3::bigint, $4::bigint, $5::bigint, 0, 0, $6::text)",
         "INSERT INTO statement (stored, id, verb, registration, authority, json, voids, voided)"
         " SELECT *, 0, 0 FROM"
         " unnest($1::bigint[], $2::bytea[], $3::bigint[], $4::bigint[], $5::bigint[], $6::text[])",
         {Of::BigInt, Of::Bytea, Of::BigInt, Of::BigInt, Of::BigInt, Of::Text},
         {}},
        {"INSERT INTO statement_agent (agent, stored, related) VALUES ($1::bigint, $2::bigint, $3::smallint)",
         "INSERT INTO statement_agent (agent, stored, related)"
         " SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::smallint[])",
         {Of::BigInt, Of::BigInt, Of::SmallInt},
         {}},
        {"INSERT INTO statement_activity (activity, stored, related)"
         " VALUES ($1::bigint, $2::bigint, $3::smallint)",
         "INSERT INTO statement_activity (activity, stored, related)"
         " SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::smallint[])",
         {Of::BigInt, Of::BigInt, Of::SmallInt},
         {}},
    };
}

store::Database opened(const std::string &address)
{
    return *store::openPostgres(address, lrs::postgresMigrations());
}

/// What the store wrote at \p address.
std::vector<Raw> readBack(const std::string &address)
{
    constexpr const char *kRead[] = {
        "SELECT stored, id, stored FROM statement_id ORDER BY stored",
        "SELECT stored, stored, id, verb, registration, authority, json FROM statement ORDER BY stored",
        "SELECT stored, agent, stored, related FROM statement_agent ORDER BY stored",
        "SELECT stored, activity, stored, related FROM statement_activity ORDER BY stored"};
    auto database = opened(address);
    auto tables = emptyTables();
    for (std::size_t i = 0; i < tables.size(); ++i) {
        auto rows = database.query(kRead[i]);
        while (*rows.step()) {
            std::vector<std::string> values;
            for (int column = 1; column < rows.columnCount(); ++column)
                values.push_back(rows.text(column));
            tables[i].rows.emplace_back(rows.integer(0), std::move(values));
        }
    }
    return tables;
}

/// One command for the rows [\p from, \p to) of \p table.
Command fromArrays(const Raw &table, std::size_t number, std::size_t from, std::size_t to)
{
    Command command{"all" + std::to_string(number), {}, 1};
    for (std::size_t column = 0; column < table.types.size(); ++column) {
        Array array(table.types[column]);
        for (std::size_t row = from; row < to; ++row) {
            const std::string &value = table.rows[row].second[column];
            if (value.empty())
                array.addNull();
            else if (table.types[column] == Array::Of::Text)
                array.add(value);
            else if (table.types[column] == Array::Of::Bytea)
                array.add(Blob{store::bytesFromHex(value)});
            else
                array.add(std::int64_t{std::atoll(value.c_str())});
        }
        command.values.emplace_back(array.value().bytes);
    }
    return command;
}

/// The same rows as transactions of \p batch statements.
std::vector<Transaction> transactions(const std::vector<Raw> &tables, std::size_t batch, bool asArrays)
{
    std::vector<Transaction> all;
    std::vector<std::size_t> at(tables.size());
    for (std::size_t first = 0; first < tables[0].rows.size(); first += batch) {
        const auto last = tables[0].rows[std::min(first + batch, tables[0].rows.size()) - 1].first;
        Transaction transaction;
        for (std::size_t i = 0; i < tables.size(); ++i) {
            const std::size_t from = at[i];
            while (at[i] < tables[i].rows.size() && tables[i].rows[at[i]].first <= last)
                ++at[i];
            if (asArrays)
                transaction.push_back(fromArrays(tables[i], i, from, at[i]));
            else
                for (std::size_t row = from; row < at[i]; ++row)
                    transaction.push_back({"one" + std::to_string(i), tables[i].rows[row].second, 0});
        }
        all.push_back(std::move(transaction));
    }
    return all;
}

/// A connection that only inserts.
class RawConnection {
public:
    RawConnection(const std::string &address, const std::vector<Raw> &tables)
        : m_handle(PQconnectdb(address.c_str()), PQfinish)
    {
        PQclear(PQexec(m_handle.get(), "SET synchronous_commit = on; SET search_path = public"));
        for (std::size_t i = 0; i < tables.size(); ++i) {
            prepare("one" + std::to_string(i), tables[i].one);
            prepare("all" + std::to_string(i), tables[i].all);
        }
        prepare("begin", "BEGIN");
        prepare("commit", "COMMIT");
        PQenterPipelineMode(m_handle.get());
    }

    /// Everything is sent before the first answer is read; it ends when COMMIT is answered.
    void run(const Transaction &transaction)
    {
        send({"begin", {}, 0});
        for (const Command &command : transaction)
            send(command);
        send({"commit", {}, 0});
        PQpipelineSync(m_handle.get());
        for (std::size_t i = 0; i < transaction.size() + 2; ++i)
            finish(PGRES_COMMAND_OK);
        PQclear(PQgetResult(m_handle.get()));
    }

private:
    void prepare(const std::string &name, const char *sql)
    {
        PQclear(PQprepare(m_handle.get(), name.c_str(), sql, 0, nullptr));
    }
    void send(const Command &command)
    {
        std::vector<const char *> values;
        std::vector<int> lengths;
        const std::vector<int> formats(command.values.size(), command.format);
        for (const std::string &value : command.values) {
            values.push_back(value.empty() ? nullptr : value.c_str());
            lengths.push_back(static_cast<int>(value.size()));
        }
        PQsendQueryPrepared(m_handle.get(), command.name.c_str(), static_cast<int>(values.size()),
                            values.data(), lengths.data(), formats.data(), 0);
    }
    void finish(ExecStatusType wanted)
    {
        PGresult *result = PQgetResult(m_handle.get());
        if (PQresultStatus(result) != wanted) {
            std::fprintf(stderr, "raw insert: %s", PQresultErrorMessage(result));
            std::abort();
        }
        PQclear(result);
        PQclear(PQgetResult(m_handle.get()));
    }

    std::unique_ptr<PGconn, decltype(&PQfinish)> m_handle;
};

/// Statements a second.
double insertRaw(const std::string &server, const std::vector<Raw> &tables, const Way &way, bool asArrays)
{
    const test::PostgresDatabase place(server);
    auto database = opened(place.address()); // the same tables and indexes
    for (const auto &[stored, row] : {tables[1].rows.front(), tables[1].rows.back()})
        static_cast<void>(database.run("SELECT statement_month(?)", {stored}));
    const auto all = transactions(tables, way.batch, asArrays);
    std::vector<std::unique_ptr<RawConnection>> connections;
    for (std::size_t i = 0; i < way.clients; ++i)
        connections.push_back(std::make_unique<RawConnection>(place.address(), tables));
    const double seconds = timed([&] {
        std::vector<std::thread> threads;
        for (std::size_t client = 0; client < way.clients; ++client)
            threads.emplace_back([&, client] {
                for (std::size_t i = client; i < all.size(); i += way.clients)
                    connections[client]->run(all[i]);
            });
        for (auto &thread : threads)
            thread.join();
    });
    return static_cast<double>(way.statements) / seconds;
}

/// Adds \p statements in requests of way.batch, by way.clients threads. Statements a second.
double fill(const std::string &address, const std::vector<std::string> &statements, const Way &way)
{
    const SystemClock clock;
    store::Pool pool([&] { return store::openPostgres(address, lrs::postgresMigrations()); }, 16);
    lrs::CommitQueue writer(opened(address), clock);
    lrs::SqlStatementStore store(pool, writer, clock);
    const auto send = [&](std::size_t client) {
        for (std::size_t from = client * way.batch; from < statements.size();
             from += way.clients * way.batch) {
            lrs::AddRequest request;
            request.authority = R"({"objectType":"Agent","mbox":"mailto:bench@node.example"})";
            for (std::size_t i = from; i < std::min(from + way.batch, statements.size()); ++i)
                request.body += (i == from ? "[" : ",") + statements[i];
            request.body += "]";
            if (const auto added = store.add(request); !added.ok())
                std::fprintf(stderr, "store: %s\n", added.error().detail.c_str());
        }
    };
    const double seconds = timed([&] {
        std::vector<std::thread> threads;
        for (std::size_t client = 0; client < way.clients; ++client)
            threads.emplace_back(send, client);
        for (auto &thread : threads)
            thread.join();
    });
    return static_cast<double>(statements.size()) / seconds;
}

void compare(const std::string &server, const Way &way)
{
    std::vector<double> ours;
    std::vector<double> rowByRow;
    std::vector<double> arrays;
    for (int round = 0; round < kRounds; ++round) {
        const test::PostgresDatabase place(server);
        ours.push_back(fill(place.address(), answeredStatements(way.statements), way));
        const auto tables = readBack(place.address());
        rowByRow.push_back(insertRaw(server, tables, way, false));
        arrays.push_back(insertRaw(server, tables, way, true));
    }
    const std::string same = "raw pipelined inserts of the same interned rows, " + std::to_string(way.batch) +
                             " statements a transaction, fsync=on, " + std::to_string(way.clients) +
                             " connection(s)";
    print(way.name, "statements/s", ours, same, rowByRow, ">= 0.6",
          {{"against one INSERT a table from arrays", percentile(ours, 0.5) / percentile(arrays, 0.5)},
           {"arrays, statements/s", percentile(arrays, 0.5)}});
}

} // namespace

void benchPostgres()
{
    ::setenv("KAPOK_POSTGRES_FSYNC", "on", 1);
    const test::PostgresServer server;
    if (server.address().empty()) {
        std::fprintf(stderr, "PostgreSQL is not installed: nothing of it was measured\n");
        return;
    }
    compare(server.address(), {5'000, 50, 1, "PostgreSQL ingest, batches of 50, one client"});
    compare(server.address(), {10'000, 50, 8, "PostgreSQL ingest, batches of 50, 8 clients at once"});
    compare(server.address(), {10'000, 1, 1, "PostgreSQL ingest, one statement a request, one client"});
    compare(server.address(),
            {10'000, 1, 8, "PostgreSQL ingest, one statement a request, 8 clients at once"});
}

} // namespace kapok::bench
