// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/sql_statement_store.h"
#include "core/store/postgres.h"
#include "tests/support/postgres.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>
#include <map>
#include <set>

namespace kapok {
namespace {

using store::Database;
using store::Query;

/// What both kinds of database must have alike.
struct Table {
    std::map<std::string, std::string> columns; ///< type, and "null" where that may be
    std::set<std::set<std::string>> keys;       ///< columns (or "expression") that are unique together
    std::set<std::string> references;           ///< "column table"
};
using Schema = std::map<std::string, Table>;

std::vector<std::vector<std::string>> rows(Database &database, const std::string &sql)
{
    const auto all = database.query(sql).all([](const Query &row) {
        std::vector<std::string> cells;
        for (int i = 0; i < row.columnCount(); ++i)
            cells.push_back(row.text(i));
        return cells;
    });
    EXPECT_TRUE(all.ok()) << all.error().detail;
    return all.ok() ? *all : std::vector<std::vector<std::string>>();
}

Table sqliteTable(Database &database, const std::string &name)
{
    Table table;
    std::set<std::string> primary;
    for (const auto &row :
         rows(database, "SELECT name, type, \"notnull\", pk FROM pragma_table_info('" + name + "')")) {
        table.columns[row[0]] = row[1] + (row[2] == "0" && row[3] == "0" ? " null" : "");
        if (row[3] != "0")
            primary.insert(row[0]);
    }
    table.keys.insert(primary);
    for (const auto &index :
         rows(database, "SELECT name FROM pragma_index_list('" + name + "') WHERE \"unique\" = 1")) {
        std::set<std::string> columns;
        for (const auto &column :
             rows(database, "SELECT coalesce(name, 'expression') FROM pragma_index_info('" + index[0] + "')"))
            columns.insert(column[0]);
        table.keys.insert(columns);
    }
    for (const auto &row :
         rows(database, "SELECT \"from\", \"table\" FROM pragma_foreign_key_list('" + name + "')"))
        table.references.insert(row[0] + " " + row[1]);
    return table;
}

Schema sqliteSchema(Database &database)
{
    Schema schema;
    for (const auto &table : rows(database, "SELECT name FROM sqlite_master WHERE type = 'table'"
                                            " AND name NOT LIKE 'sqlite_%'"))
        schema[table[0]] = sqliteTable(database, table[0]);
    return schema;
}

/// What SQLite calls a type of PostgreSQL.
std::string sqliteType(const std::string &type)
{
    static const std::map<std::string, std::string> kTypes = {
        {"bigint", "INTEGER"}, {"integer", "INTEGER"}, {"smallint", "INTEGER"},
        {"text", "TEXT"},      {"bytea", "BLOB"},      {"double precision", "REAL"}};
    const auto found = kTypes.find(type);
    return found == kTypes.end() ? type : found->second;
}

Schema postgresSchema(Database &database)
{
    Schema schema;
    for (const auto &row :
         rows(database,
              "SELECT c.table_name, c.column_name, c.data_type, c.is_nullable FROM"
              " information_schema.columns c JOIN pg_class t ON t.relname = c.table_name"
              " WHERE c.table_schema = 'public' AND t.relkind IN ('r', 'p') AND NOT t.relispartition"))
        schema[row[0]].columns[row[1]] = sqliteType(row[2]) + (row[3] == "YES" ? " null" : "");
    std::map<std::pair<std::string, std::string>, std::set<std::string>> keys;
    for (const auto &row :
         rows(database, "SELECT t.relname, i.indexrelid, pg_get_indexdef(i.indexrelid, n, true)"
                        " FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid,"
                        " generate_series(1, i.indnkeyatts) n WHERE i.indisunique"
                        " AND NOT t.relispartition AND t.relnamespace = 'public'::regnamespace")) {
        std::string column = row[2];
        if (column.starts_with("md5(")) // a long text is told apart by its digest
            column = column.substr(4, column.size() - 5);
        keys[{row[0], row[1]}].insert(column.find('(') == std::string::npos ? column : "expression");
    }
    for (const auto &[index, columns] : keys)
        schema[index.first].keys.insert(columns);
    for (const auto &row :
         rows(database, "SELECT t.relname, a.attname, f.relname FROM pg_constraint k"
                        " JOIN pg_class t ON t.oid = k.conrelid"
                        " JOIN pg_class f ON f.oid = k.confrelid"
                        " JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.conkey[1]"
                        " WHERE k.contype = 'f'"))
        schema[row[0]].references.insert(row[1] + " " + row[2]);
    return schema;
}

/// Takes out what is meant to differ (docs/schema-server.md).
void takeOutWhatDiffers(Schema &sqlite, Schema &postgres)
{
    postgres.erase("schema_version"); // SQLite has a number in its file
    postgres.erase("statement_id");   // holds that ids are unique where `statement` lies in parts
    sqlite.erase("statement_told");   // a sequence in PostgreSQL
    sqlite.at("statement").keys.erase({"id"});
    for (auto &[name, table] : postgres) { // numbers of rows that have one already
        if (table.columns.contains("id") && table.columns.at("id") == "INTEGER")
            table.keys.insert({"id"});
    }
}

TEST(TwinSchema, HasTheSameTablesColumnsAndKeysInBothDatabases)
{
    KAPOK_NEEDS_POSTGRES();
    const test::TemporaryFolder folder;
    const test::PostgresDatabase place;
    auto first = Database::open(folder.path() / "kapok.db", lrs::migrations());
    auto second = store::openPostgres(place.address(), lrs::postgresMigrations());
    ASSERT_TRUE(first.ok() && second.ok());
    Schema sqlite = sqliteSchema(*first);
    Schema postgres = postgresSchema(*second);
    takeOutWhatDiffers(sqlite, postgres);
    EXPECT_GT(sqlite.size(), 20u);
    for (const auto &[name, table] : postgres)
        EXPECT_TRUE(sqlite.contains(name)) << name << " is in PostgreSQL only";
    for (const auto &[name, table] : sqlite) {
        ASSERT_TRUE(postgres.contains(name)) << name << " is in SQLite only";
        EXPECT_EQ(table.columns, postgres[name].columns) << name;
        EXPECT_EQ(table.keys, postgres[name].keys) << name;
        // Tables that every statement writes to have no references in PostgreSQL; none has more than in
        // SQLite.
        for (const std::string &reference : postgres[name].references)
            EXPECT_TRUE(table.references.contains(reference)) << name << "." << reference;
    }
}

TEST(TwinSchema, HasTheSameMigrationsForBothDatabases)
{
    const auto sqlite = lrs::migrations();
    const auto postgres = lrs::postgresMigrations();
    ASSERT_EQ(sqlite.size(), postgres.size());
    for (std::size_t i = 0; i < sqlite.size(); ++i) {
        EXPECT_EQ(sqlite[i].version, postgres[i].version);
        EXPECT_EQ(sqlite[i].name, postgres[i].name);
    }
}

} // namespace
} // namespace kapok
