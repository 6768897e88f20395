// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/mover.h"

#include "app/kapokd/service.h"
#include "app/kapokd/table_copy.h"
#include "core/lrs/dialect.h"
#include "core/lrs/micros.h"
#include "core/store/postgres.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace kapok::kapokd {
namespace {

using store::Database;
using store::Query;

/// Rows that migrations put there.
constexpr std::array<std::string_view, 2> kSeeded{"credential_change", "tally_state"};

bool isSeeded(const std::string &table)
{
    return std::find(kSeeded.begin(), kSeeded.end(), table) != kSeeded.end();
}

Result<std::string> textOf(Database &database, std::string_view sql)
{
    KAPOK_TRY_ASSIGN(auto text, database.query(sql).one([](const Query &row) { return row.text(0); }));
    return text.value_or("");
}

/// Refuses when anybody else has the database open.
Status claim(Database &database, const std::string &which)
{
    const Error inUse{ErrorCode::Conflict, "Something else uses the database to move " + which +
                                               "; stop every kapokd on it first."};
    if (lrs::isPostgres(database)) {
        KAPOK_TRY_ASSIGN(const auto others,
                         textOf(database, "SELECT count(*) FROM pg_stat_activity WHERE datname ="
                                          " current_database() AND application_name = 'kapokd'"
                                          " AND pid <> pg_backend_pid()"));
        return others == "0" ? success() : Status(inUse);
    }
    // Only whoever has an SQLite file to itself can leave the write-ahead log; the next to open it goes back.
    const Status left = database.leaveLog();
    return left.error().code == ErrorCode::Throttled ? Status(inUse) : left;
}

/// From one database into the other, each in one transaction.
class Move {
public:
    Move(Database &from, Database &to, const Moved &moved) : m_from(from), m_to(to), m_moved(moved) {}

    /// Reads what tables there are.
    Status prepare();
    /// Copies everything, or finds it copied already.
    Status copy();

private:
    Status copyTable(const Table &table);
    Status prepareStatements(const Table &table, const std::vector<Row> &rows);
    Status continueNumbers(const Table &table);
    Status carryTold();
    /// The name of the first table that has rows in the target; "" when there is none.
    Result<std::string> firstWithRows();
    /// The name of the first table that is not the same; "" when all are.
    Result<std::string> firstDifferent();

    Database &m_from;
    Database &m_to;
    const Moved &m_moved;
    std::vector<Table> m_tables;
    std::set<std::int64_t> m_months; ///< those of `statement` that have their part already
};

Status Move::prepare()
{
    KAPOK_TRY_ASSIGN(m_tables, tablesOf(lrs::isPostgres(m_from) ? m_to : m_from));
    std::erase_if(m_tables, [](const Table &table) {
        return table.name == "moved" || table.name == "statement_told"; // see carryTold()
    });
    KAPOK_TRY_ASSIGN(const auto node, countRows(m_from, "node"));
    if (node == 0)
        return Error{ErrorCode::InvalidInput, "The database to move is of no Kapok server."};
    return success();
}

Status Move::copy()
{
    KAPOK_TRY_ASSIGN(const auto occupied, firstWithRows());
    if (!occupied.empty()) {
        KAPOK_TRY_ASSIGN(const auto different, firstDifferent());
        if (!different.empty())
            return Error{ErrorCode::Conflict, "The target is not empty (" + occupied +
                                                  " has rows); nothing was changed. Give an empty database."};
    }
    for (const Table &table : m_tables) {
        if (occupied.empty())
            KAPOK_TRY(copyTable(table));
        KAPOK_TRY_ASSIGN(const auto count, countRows(m_to, table.name));
        m_moved(table.name, count);
    }
    KAPOK_TRY(carryTold());
    KAPOK_TRY_ASSIGN(const auto different, firstDifferent());
    return different.empty() ? success()
                             : Error{ErrorCode::Corrupt,
                                     "After copying, " + different + " is not the same; nothing was kept."};
}

Status Move::copyTable(const Table &table)
{
    if (isSeeded(table.name))
        KAPOK_TRY(m_to.run("DELETE FROM " + table.name));
    TableReader reader(m_from, table);
    for (;;) {
        KAPOK_TRY_ASSIGN(const auto rows, reader.next());
        if (rows.empty())
            break;
        if (table.name == "statement" && lrs::isPostgres(m_to))
            KAPOK_TRY(prepareStatements(table, rows));
        if (const Status written = writeRows(m_to, table, rows); !written.ok())
            return Error{written.error().code, "Cannot move " + table.name + ": " + written.error().detail};
    }
    return lrs::isPostgres(m_to) ? continueNumbers(table) : success();
}

/// Makes the monthly parts that the rows lie in, and keeps their ids, which PostgreSQL has beside them.
Status Move::prepareStatements(const Table &table, const std::vector<Row> &rows)
{
    using namespace std::chrono;
    const Table ids{"statement_id", {{"id", ColumnKind::Bytes}, {"stored", ColumnKind::Integer}}, {0}};
    std::size_t stored = 0;
    std::size_t id = 0;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        stored = table.columns[i].name == "stored" ? i : stored;
        id = table.columns[i].name == "id" ? i : id;
    }
    std::vector<Row> idRows;
    for (const Row &row : rows) {
        const auto at = std::get<std::int64_t>(row[stored]);
        const year_month_day day{floor<days>(sys_time<microseconds>(microseconds(at)))};
        const std::int64_t month = static_cast<int>(day.year()) * 12 + static_cast<unsigned>(day.month());
        if (m_months.insert(month).second)
            KAPOK_TRY(m_to.run("SELECT statement_month(?)", {at}));
        idRows.push_back({row[id], row[stored]});
    }
    return writeRows(m_to, ids, idRows);
}

/// The next new row gets a number that none of those copied has.
Status Move::continueNumbers(const Table &table)
{
    const bool hasNumbers = table.key.size() == 1 && table.columns[table.key[0]].name == "id" &&
                            table.columns[table.key[0]].kind == ColumnKind::Integer;
    if (!hasNumbers)
        return success();
    return m_to.run("SELECT setval(pg_get_serial_sequence('" + table.name +
                    "', 'id'), (SELECT coalesce(max(id), 0) + 1 FROM " + table.name + "), false)");
}

/// What was told as Consistent-Through holds there, too: SQLite has it in a table, PostgreSQL in a sequence.
Status Move::carryTold()
{
    const bool isToPostgres = lrs::isPostgres(m_to);
    KAPOK_TRY_ASSIGN(const auto told, textOf(m_from, isToPostgres ? "SELECT until FROM statement_told"
                                                                  : "SELECT last_value FROM statement_told"));
    return m_to.run(isToPostgres ? "SELECT setval('statement_told', greatest(" + told +
                                       ", (SELECT"
                                       " last_value FROM statement_told)))"
                                 : "UPDATE statement_told SET until = max(until, " + told + ")");
}

Result<std::string> Move::firstWithRows()
{
    for (const Table &table : m_tables) {
        if (isSeeded(table.name))
            continue;
        KAPOK_TRY_ASSIGN(const auto any, textOf(m_to, "SELECT 1 FROM " + table.name + " LIMIT 1"));
        if (!any.empty())
            return table.name;
    }
    return std::string();
}

Result<std::string> Move::firstDifferent()
{
    for (const Table &table : m_tables) {
        KAPOK_TRY_ASSIGN(const auto here, countRows(m_from, table.name));
        KAPOK_TRY_ASSIGN(const auto there, countRows(m_to, table.name));
        if (here != there)
            return table.name;
    }
    constexpr const char *kWhole = "SELECT count(*) || ' ' || coalesce(min(stored), 0) || ' ' ||"
                                   " coalesce(max(stored), 0) || ' ' || coalesce(sum(length(json)), 0)"
                                   " || ' ' || coalesce(sum(voided), 0) FROM statement";
    KAPOK_TRY_ASSIGN(const auto here, textOf(m_from, kWhole));
    KAPOK_TRY_ASSIGN(const auto there, textOf(m_to, kWhole));
    return here == there ? std::string() : std::string("statement");
}

/// Says in the source, in its transaction, where everything is.
Status mark(Database &from, const std::string &to, const Clock &clock)
{
    return from.run("INSERT INTO moved (id, destination, moved) VALUES (1, ?, ?)",
                    {withoutSecrets(to), clock.now().time_since_epoch().count()});
}

} // namespace

Status moveEverything(const std::string &from, const std::string &to, const Clock &clock, const Moved &moved)
{
    if (isSqliteAddress(from) == isSqliteAddress(to))
        return Error{
            ErrorCode::InvalidInput,
            "Moving goes from sqlite:PATH to postgresql://USER@HOST/NAME, or back. A copy of the same"
            " kind is made by backup and restore."};
    KAPOK_TRY_ASSIGN(auto source, openDatabase(from, store::IfAbsent::Refuse));
    KAPOK_TRY_ASSIGN(auto target, openDatabase(to));
    KAPOK_TRY(refuseMoved(source));
    if (const Status usable = refuseMoved(target); !usable.ok())
        return Error{ErrorCode::Conflict, "The target cannot be used: " + usable.error().detail +
                                              " Or give a new database, and put this one away."};
    KAPOK_TRY(claim(source, "from"));
    KAPOK_TRY(claim(target, "to"));
    KAPOK_TRY_ASSIGN(auto reading, store::Transaction::begin(source));
    KAPOK_TRY_ASSIGN(auto writing, store::Transaction::begin(target));
    // PostgreSQL ends a transaction that rests for long; the other side may have much to do meanwhile.
    KAPOK_TRY((lrs::isPostgres(target) ? source : target).query("PRAGMA defer_foreign_keys=ON").run());
    KAPOK_TRY(
        (lrs::isPostgres(target) ? target : source).run("SET LOCAL idle_in_transaction_session_timeout = 0"));
    Move move(source, target, moved);
    KAPOK_TRY(move.prepare());
    KAPOK_TRY(move.copy());
    if (lrs::isPostgres(target))
        KAPOK_TRY(target.run("ANALYZE")); // it would plan blindly until it gets round to that itself
    KAPOK_TRY(writing.commit());
    KAPOK_TRY(mark(source, to, clock));
    return reading.commit();
}

} // namespace kapok::kapokd
