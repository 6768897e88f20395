// SPDX-License-Identifier: Apache-2.0
#include "core/store/query.h"

#include "core/store/connection.h"

namespace kapok::store {

Query::Query(std::unique_ptr<Cursor> cursor) : m_cursor(std::move(cursor)) {}
Query::Query(Query &&other) noexcept = default;
Query::~Query() = default;

Result<bool> Query::step()
{
    return m_cursor->step();
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
    return m_cursor->text(column);
}

std::string Query::blob(int column) const
{
    return m_cursor->blob(column);
}

std::int64_t Query::integer(int column) const
{
    return m_cursor->integer(column);
}

double Query::real(int column) const
{
    return m_cursor->real(column);
}

bool Query::isNull(int column) const
{
    return m_cursor->isNull(column);
}

int Query::columnCount() const
{
    return m_cursor->columnCount();
}

} // namespace kapok::store
