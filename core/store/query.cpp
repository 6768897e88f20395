// SPDX-License-Identifier: Apache-2.0
#include "core/store/query.h"

#include "core/store/connection.h"
#include "core/store/storage_error.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

namespace kapok::store {

struct Query::Prepared {
    std::unique_ptr<SQLite::Statement> statement;
};

std::unique_ptr<SQLite::Statement> Connection::take(const std::string &sql)
{
    if (const auto found = m_idle.find(sql); found != m_idle.end()) {
        auto statement = std::move(found->second);
        m_idle.erase(found);
        return statement;
    }
    return std::make_unique<SQLite::Statement>(handle, sql);
}

void Connection::giveBack(std::unique_ptr<SQLite::Statement> statement)
{
    statement->tryReset(); // repeats the error of a failed step, which was already told
    m_idle.emplace(statement->getQuery(), std::move(statement));
}

Error Connection::lastError(int code, const std::string &what) const
{
    return storageError(code, handle.getHandle(), what);
}

Query::Query(Connection &connection, std::string_view sql, std::span<const Value> values)
    : m_connection(&connection), m_prepared(std::make_unique<Prepared>())
{
    try {
        m_prepared->statement = connection.take(std::string(sql));
        m_prepared->statement->clearBindings();
        int position = 0;
        for (const Value &value : values)
            bind(++position, value);
    } catch (const SQLite::Exception &exception) {
        m_failure = connection.lastError(exception.getExtendedErrorCode(), "cannot use the database");
    }
}

Query::Query(Query &&other) noexcept = default;

Query::~Query()
{
    if (m_prepared && m_prepared->statement)
        m_connection->giveBack(std::move(m_prepared->statement));
}

void Query::bind(int position, const Value &value)
{
    SQLite::Statement &statement = *m_prepared->statement;
    std::visit(
        [&](const auto &held) {
            using T = std::decay_t<decltype(held)>;
            if constexpr (std::is_same_v<T, std::nullptr_t>)
                statement.bind(position);
            else if constexpr (std::is_same_v<T, std::string_view>)
                statement.bind(position, std::string(held));
            else if constexpr (std::is_same_v<T, Blob>)
                statement.bind(position, static_cast<const void *>(held.bytes.data()),
                               static_cast<int>(held.bytes.size()));
            else
                statement.bind(position, held);
        },
        value.m_value);
}

Result<bool> Query::step()
{
    if (m_failure)
        return *m_failure;
    const int code = m_prepared->statement->tryExecuteStep();
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    const int extended = m_connection->handle.getExtendedErrorCode();
    m_failure = m_connection->lastError((extended & 0xff) == (code & 0xff) ? extended : code,
                                        "cannot use the database");
    return *m_failure;
}

Status Query::run()
{
    for (;;) {
        KAPOK_TRY_ASSIGN(const bool row, step());
        if (!row)
            return success();
    }
}

std::string Query::text(int column) const
{
    return m_prepared->statement->getColumn(column).getString();
}

std::string Query::blob(int column) const
{
    return m_prepared->statement->getColumn(column).getString();
}

std::int64_t Query::integer(int column) const
{
    return m_prepared->statement->getColumn(column).getInt64();
}

double Query::real(int column) const
{
    return m_prepared->statement->getColumn(column).getDouble();
}

bool Query::isNull(int column) const
{
    return m_prepared->statement->isColumnNull(column);
}

int Query::columnCount() const
{
    return m_prepared->statement->getColumnCount();
}

} // namespace kapok::store
