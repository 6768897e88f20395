// SPDX-License-Identifier: Apache-2.0
// 10,000 statements from a tablet's outbox through SyncEngine, loopback HTTP and the real kapokd, against a
// raw bulk insert of the same bytes, 50 a transaction, with the same durability.
#include "core/learner/record.h"
#include "core/sync/curl_transport.h"
#include "core/sync/sync_engine.h"
#include "tests/bench/benches.h"
#include "tests/bench/figure.h"
#include "tests/bench/node.h"
#include "tests/bench/statements.h"
#include "tests/support/temporary_folder.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <condition_variable>
#include <mutex>

namespace kapok::bench {
namespace {

using namespace std::chrono_literals;

constexpr int kRounds = 5;
constexpr int kStatements = 10'000;
constexpr std::size_t kBatch = 50;

const learner::Record::Learner kLearner{{"0190a000-0000-7000-8000-000000000001"},
                                        {"https://node.example", "bench"},
                                        {"0190a000-0000-7000-8000-0000000000d1"}};

/// Fills the outbox of a new record; returns the statements.
std::vector<xapi::Statement> recordedOn(const std::filesystem::path &tablet)
{
    const SystemClock clock;
    auto record = learner::Record::open(tablet, kLearner, clock);
    if (const auto filled = fillOutbox(*record, kStatements); !filled.ok())
        std::fprintf(stderr, "bench: %s\n", filled.error().detail.c_str());
    auto queued = record->outbox().oldest(2 * kStatements);
    return *std::move(queued);
}

/// Statements a second until the outbox is empty.
double send(const std::filesystem::path &tablet, const Node &server, int count)
{
    std::mutex mutex;
    std::condition_variable changed;
    int waiting = count;
    bool began = false;
    sync::EngineOptions options;
    options.dataDir = tablet;
    options.makeTransport = [] { return std::make_unique<sync::CurlTransport>(); };
    options.onStatus = [&](const sync::SyncStatus &status) {
        const std::scoped_lock lock(mutex);
        began = began || status.waiting > 0; // the first word comes before the engine has read the outbox
        waiting = status.waiting;
        changed.notify_all();
    };
    sync::SyncEngine engine(std::move(options));
    const double seconds = timed([&] {
        engine.setAccounts({{kLearner.id, kLearner.account.name, kLearner.account.homePage, "",
                             server.url + "/xapi", server.credential}});
        engine.notify(kLearner.id);
        std::unique_lock lock(mutex);
        if (!changed.wait_for(lock, 120s, [&] { return began && waiting == 0; }))
            std::fprintf(stderr, "bench: %d statements were not sent in two minutes\n", waiting);
    });
    return count / seconds;
}

double insertRaw(const std::filesystem::path &file, const std::vector<xapi::Statement> &rows)
{
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
        "CREATE TABLE statement (id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, json TEXT NOT NULL)");
    SQLite::Statement insert(database, "INSERT INTO statement (uuid, json) VALUES (?, ?)");
    const double seconds = timed([&] {
        for (std::size_t at = 0; at < rows.size(); at += kBatch) {
            SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
            for (std::size_t i = at; i < std::min(at + kBatch, rows.size()); ++i) {
                insert.bind(1, rows[i].id.value);
                insert.bind(2, rows[i].json);
                insert.exec();
                insert.reset();
            }
            transaction.commit();
        }
    });
    return static_cast<double>(rows.size()) / seconds;
}

} // namespace

void benchSync(const std::filesystem::path &bin)
{
    std::vector<double> ours;
    std::vector<double> theirs;
    const test::TemporaryFolder recorded;
    const auto rows = recordedOn(recorded.path());
    for (int round = 0; round < kRounds; ++round) {
        const test::TemporaryFolder folder;
        const auto tablet = folder.path() / "tablet";
        std::filesystem::copy(recorded.path(), tablet, std::filesystem::copy_options::recursive);
        const auto server = startNode(bin, folder.path());
        if (!server.process)
            return;
        ours.push_back(send(tablet, server, static_cast<int>(rows.size())));
        theirs.push_back(insertRaw(folder.path() / "raw.db", rows));
    }
    print("10,000 statements, device to server, loopback", "statements/s", ours,
          "raw SQLite insert of the same bytes, 50 a transaction", theirs, ">= 0.5");
}

} // namespace kapok::bench
