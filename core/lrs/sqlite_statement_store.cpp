// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/sqlite_statement_store.h"

#include "core/base/files.h"
#include "core/lrs/schema.h"

#include <cerrno>
#include <fcntl.h>
#include <future>
#include <sys/file.h>
#include <unistd.h>

namespace kapok::lrs {
namespace {

/// A descriptor with the lock on FILE-writer. The lock ends with the process, however it ends.
Result<int> lockFor(const std::filesystem::path &file)
{
    std::error_code ignored;
    if (file.has_parent_path())
        std::filesystem::create_directories(file.parent_path(), ignored);
    std::filesystem::path lockFile = file;
    lockFile += "-writer";
    const int descriptor = ::open(lockFile.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return storageError(errno, "cannot make " + lockFile.string());
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        return descriptor;
    ::close(descriptor);
    return Error{ErrorCode::Conflict, "another kapokd is using " + file.string() + "; stop it first"};
}

} // namespace

Status waitFor(const std::function<void(Done)> &start)
{
    std::promise<Status> promise;
    start([&promise](const Status &status) { promise.set_value(status); });
    return promise.get_future().get();
}

SqliteStatementStore::SqliteStatementStore(const std::filesystem::path &file, int lock)
    : m_readers(file, schema()), m_lock(lock)
{}

SqliteStatementStore::~SqliteStatementStore()
{
    m_writer.reset();
    ::close(m_lock);
}

Result<std::unique_ptr<SqliteStatementStore>> SqliteStatementStore::open(const std::filesystem::path &file,
                                                                         const Clock &clock)
{
    KAPOK_TRY_ASSIGN(const int lock, lockFor(file));
    std::unique_ptr<SqliteStatementStore> store(new SqliteStatementStore(file, lock));
    KAPOK_TRY_ASSIGN(auto database, store::Database::open(file, schema()));
    KAPOK_TRY_ASSIGN(const auto last, database.query("SELECT ifnull(max(stored), 0) FROM statement")
                                          .one([](const store::Query &row) { return row.integer(0); }));
    auto *raw = store.get();
    // Ids interned in a transaction that was undone do not exist.
    store->m_writer = std::make_unique<Writer>(std::move(database), clock, last.value_or(0),
                                               [raw] { raw->m_interned.clear(); });
    return store;
}

void SqliteStatementStore::rebuildFigures(Done done)
{
    m_writer->submit([this](store::Database &database) { return recount(database); }, std::move(done));
}

Result<std::vector<Figure>> SqliteStatementStore::figures()
{
    KAPOK_TRY_ASSIGN(auto database, m_readers.take());
    return database
        ->query(
            "SELECT a.ifi, c.iri, f.started, f.completed, f.last_seen, f.lessons_done, f.mark FROM figure f "
            "JOIN agent a ON a.id = f.agent JOIN activity c ON c.id = f.course ORDER BY a.ifi, c.iri")
        .all([](const store::Query &row) {
            Figure figure{row.text(0), row.text(1),    row.integer(2),
                          {},          row.integer(4), static_cast<int>(row.integer(5)),
                          {}};
            if (!row.isNull(3))
                figure.completed = row.integer(3);
            if (!row.isNull(6))
                figure.mark = row.real(6);
            return figure;
        });
}

} // namespace kapok::lrs
