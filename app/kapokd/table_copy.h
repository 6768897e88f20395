// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/database.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// Rows of one table from one kind of database into the other, as they are. Both have the same tables and
/// columns (docs/schema-server.md). Thread-safety: none.
namespace kapok::kapokd {

/// What a value of a column is.
enum class ColumnKind : std::uint8_t { Integer, Real, Text, Bytes };

struct Column {
    std::string name;
    ColumnKind kind = ColumnKind::Text;
};

struct Table {
    std::string name;
    std::vector<Column> columns;
    std::vector<std::size_t> key; ///< which columns tell its rows apart, in their order
};

/// The tables of a server's SQLite database, those that others refer to before them; without SQLite's own.
[[nodiscard]] Result<std::vector<Table>> tablesOf(store::Database &sqlite);

using Cell = std::variant<std::nullptr_t, std::int64_t, double, std::string>;
using Row = std::vector<Cell>;

/// Reads a table page by page in the order of its key.
class TableReader {
public:
    /// \p database and \p table outlive this.
    TableReader(store::Database &database, const Table &table);
    /// The next rows; none at the end.
    [[nodiscard]] Result<std::vector<Row>> next();

private:
    store::Database &m_database;
    const Table &m_table;
    std::string m_select;
    Row m_last; ///< the key of the last row read; empty before the first
};

/// Adds \p rows, which get the numbers they had. Inside a write transaction.
Status writeRows(store::Database &database, const Table &table, const std::vector<Row> &rows);

/// How many rows a table has.
[[nodiscard]] Result<std::int64_t> countRows(store::Database &database, const std::string &table);

} // namespace kapok::kapokd
