// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/table_copy.h"

#include "core/lrs/dialect.h"
#include "core/store/array.h"

#include <algorithm>
#include <array>
#include <map>

namespace kapok::kapokd {
namespace {

using store::Array;
using store::Blob;
using store::Database;
using store::Query;
using store::Value;

/// Others refer to these.
constexpr std::array<std::string_view, 4> kFirst{"node", "unit", "person", "attachment"};

/// How many rows are in memory at once. Rows with files of many megabytes come alone; a unit refers to
/// another one, which is there when all come together.
int pageOf(const std::string &table)
{
    static const std::map<std::string, int, std::less<>> kPages = {
        {"attachment", 1}, {"course_version", 10}, {"document", 10}, {"unit", 1'000'000}};
    const auto found = kPages.find(table);
    return found == kPages.end() ? 1000 : found->second;
}

ColumnKind kindOf(const std::string &type)
{
    if (type == "INTEGER")
        return ColumnKind::Integer;
    if (type == "REAL")
        return ColumnKind::Real;
    return type == "BLOB" ? ColumnKind::Bytes : ColumnKind::Text;
}

Result<Table> tableOf(Database &sqlite, const std::string &name)
{
    Table table{name, {}, {}};
    std::map<std::int64_t, std::size_t> key;
    Query rows = sqlite.query("SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid", {name});
    for (;;) {
        KAPOK_TRY_ASSIGN(const bool isThere, rows.step());
        if (!isThere)
            break;
        if (rows.integer(2) > 0)
            key[rows.integer(2)] = table.columns.size();
        table.columns.push_back({rows.text(0), kindOf(rows.text(1))});
    }
    for (const auto &[place, column] : key)
        table.key.push_back(column);
    if (table.key.empty())
        return Error{ErrorCode::Internal, "The table " + name + " has no primary key."};
    return table;
}

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::string columnsOf(const Table &table)
{
    std::vector<std::string> names;
    for (const Column &column : table.columns)
        names.push_back(column.name);
    return joined(names);
}

Cell cellAt(const Query &row, int at, ColumnKind kind)
{
    if (row.isNull(at))
        return nullptr;
    switch (kind) {
    case ColumnKind::Integer:
        return row.integer(at);
    case ColumnKind::Real:
        return row.real(at);
    case ColumnKind::Bytes:
        return row.blob(at);
    case ColumnKind::Text:
        break;
    }
    return row.text(at);
}

Value valueOf(const Cell &cell, ColumnKind kind)
{
    if (const auto *number = std::get_if<std::int64_t>(&cell))
        return *number;
    if (const auto *real = std::get_if<double>(&cell))
        return *real;
    const auto *text = std::get_if<std::string>(&cell);
    if (!text)
        return nullptr;
    return kind == ColumnKind::Bytes ? Value(Blob{*text}) : Value(*text);
}

void add(Array &array, const Cell &cell, ColumnKind kind)
{
    if (const auto *number = std::get_if<std::int64_t>(&cell))
        array.add(*number);
    else if (const auto *real = std::get_if<double>(&cell))
        array.add(*real);
    else if (const auto *text = std::get_if<std::string>(&cell))
        kind == ColumnKind::Bytes ? array.add(Blob{*text}) : array.add(*text);
    else
        array.addNull();
}

/// An array's type, and its name in SQL.
std::pair<Array::Of, const char *> arrayType(ColumnKind kind)
{
    constexpr std::array kTypes{std::pair(Array::Of::BigInt, "bigint[]"),
                                std::pair(Array::Of::Double, "double precision[]"),
                                std::pair(Array::Of::Text, "text[]"), std::pair(Array::Of::Bytea, "bytea[]")};
    return kTypes.at(static_cast<std::size_t>(kind));
}

/// All rows by one statement.
Status writeToPostgres(Database &database, const Table &table, const std::vector<Row> &rows)
{
    std::vector<Array> arrays;
    std::vector<std::string> casts;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const ColumnKind kind = table.columns[i].kind;
        const auto [type, name] = arrayType(kind);
        Array &array = arrays.emplace_back(type);
        for (const Row &row : rows)
            add(array, row[i], kind);
        casts.push_back(std::string("?::") + name);
    }
    std::vector<Value> values;
    for (Array &array : arrays)
        values.emplace_back(array.value());
    return database
        .query("INSERT INTO " + table.name + " (" + columnsOf(table) +
                   ") OVERRIDING SYSTEM VALUE SELECT * FROM unnest(" + joined(casts) + ")",
               values)
        .run();
}

Status writeToSqlite(Database &database, const Table &table, const std::vector<Row> &rows)
{
    const std::vector<std::string> marks(table.columns.size(), "?");
    const std::string sql =
        "INSERT INTO " + table.name + " (" + columnsOf(table) + ") VALUES (" + joined(marks) + ")";
    for (const Row &row : rows) {
        std::vector<Value> values;
        for (std::size_t i = 0; i < row.size(); ++i)
            values.push_back(valueOf(row[i], table.columns[i].kind));
        KAPOK_TRY(database.query(sql, values).run());
    }
    return success();
}

} // namespace

Result<std::vector<Table>> tablesOf(Database &sqlite)
{
    KAPOK_TRY_ASSIGN(auto names, sqlite
                                     .query("SELECT name FROM sqlite_master WHERE type = 'table'"
                                            " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name")
                                     .all([](const Query &row) { return row.text(0); }));
    std::stable_sort(names.begin(), names.end(), [](const std::string &a, const std::string &b) {
        const auto place = [](const std::string &name) {
            return std::find(kFirst.begin(), kFirst.end(), name) - kFirst.begin();
        };
        return place(a) < place(b);
    });
    std::vector<Table> tables;
    for (const std::string &name : names) {
        KAPOK_TRY_ASSIGN(auto table, tableOf(sqlite, name));
        tables.push_back(std::move(table));
    }
    return tables;
}

TableReader::TableReader(Database &database, const Table &table)
    : m_database(database), m_table(table), m_select("SELECT " + columnsOf(table) + " FROM " + table.name)
{}

Result<std::vector<Row>> TableReader::next()
{
    std::vector<std::string> key;
    std::vector<Value> last;
    for (const std::size_t at : m_table.key)
        key.push_back(m_table.columns[at].name);
    std::string sql = m_select;
    if (!m_last.empty()) {
        sql += " WHERE (" + joined(key) + ") > (" + joined(std::vector<std::string>(key.size(), "?")) + ")";
        for (std::size_t i = 0; i < m_last.size(); ++i)
            last.push_back(valueOf(m_last[i], m_table.columns[m_table.key[i]].kind));
    }
    sql += " ORDER BY " + joined(key) + " LIMIT " + std::to_string(pageOf(m_table.name));
    KAPOK_TRY_ASSIGN(auto rows, m_database.query(sql, last).all([this](const Query &found) {
        Row row;
        for (std::size_t i = 0; i < m_table.columns.size(); ++i)
            row.push_back(cellAt(found, static_cast<int>(i), m_table.columns[i].kind));
        return row;
    }));
    m_last.clear();
    if (!rows.empty())
        for (const std::size_t at : m_table.key)
            m_last.push_back(rows.back()[at]);
    return rows;
}

Status writeRows(Database &database, const Table &table, const std::vector<Row> &rows)
{
    return lrs::isPostgres(database) ? writeToPostgres(database, table, rows)
                                     : writeToSqlite(database, table, rows);
}

Result<std::int64_t> countRows(Database &database, const std::string &table)
{
    KAPOK_TRY_ASSIGN(
        const auto count,
        database.query("SELECT count(*) FROM " + table).one([](const Query &row) { return row.integer(0); }));
    return count.value_or(0);
}

} // namespace kapok::kapokd
