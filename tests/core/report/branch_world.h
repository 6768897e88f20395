// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/lrs/commit_queue.h"
#include "core/lrs/sql_statement_store.h"
#include "core/report/report.h"
#include "core/roster/roster.h"
#include "core/store/postgres.h"
#include "tests/support/manual_clock.h"
#include "tests/support/postgres.h"
#include "tests/support/temporary_folder.h"

#include <cstdint>
#include <gtest/gtest.h>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

/// Random histories of units, people, courses and statements, to hold the figures of branches against.
namespace kapok::test {

enum class Backend { Sqlite, Postgres };

/// What is done to a BranchWorld; `a` to `c` choose of what there is.
struct Deed {
    int kind = 0;
    int a = 0, b = 0, c = 0;
};

/// For RapidCheck, when a history fails.
inline void showValue(const Deed &deed, std::ostream &out)
{
    out << "{" << deed.kind << ", " << deed.a << ", " << deed.b << ", " << deed.c << "}";
}

/// A server without HTTP: three levels of units, and a few learners.
class BranchWorld {
public:
    explicit BranchWorld(Backend backend);

    void act(const Deed &deed);
    void send(const std::string &account, const std::string &verb, int course, Time when);
    /// Whoever assigned was ended before anything was counted.
    void assignWithoutCounting(const std::string &course, const UnitId &unit, const std::optional<Time> &due);
    /// All rows of sums as text.
    std::vector<std::string> rows();
    void recount();
    void countMarked();
    void expectWhatIsCounted();
    /// While some units count as before and some as now, each does so for all of its people.
    std::int64_t lowest();

    std::unique_ptr<PostgresDatabase> postgres; ///< before all that connects to it
    TemporaryFolder folder;
    ManualClock clock;
    store::Pool pool{[this] { return open(); }, 8};
    lrs::CommitQueue writer{opened(), clock};
    lrs::SqlStatementStore statements{pool, writer, clock};
    roster::Roster roster{pool, clock};
    report::Report report{pool, clock};
    std::vector<UnitId> units;
    std::vector<std::string> accounts, sent;

private:
    Result<store::Database> open() const
    {
        return postgres ? store::openPostgres(postgres->address(), lrs::postgresMigrations())
                        : store::Database::open(folder.path() / "kapok.db", lrs::migrations());
    }
    store::Database opened() const
    {
        auto database = open();
        if (!database.ok())
            ADD_FAILURE() << database.error().detail;
        return *std::move(database);
    }
    void addUnit(const UnitId &parent)
    {
        const auto unit = roster.addUnit({{}, "unit", parent, {{{"en", "U"}}}, {}, {}});
        EXPECT_TRUE(unit.ok());
        units.push_back(*unit);
    }
    /// Past Roster::addPerson(): hashing passwords takes longer than all the rest.
    void addLearner(const std::string &account, const UnitId &unit);
    void publish(int course, int iri);
    void removePerson(const std::string &account);
    void actOnRoster(const Deed &deed);
    void countOneUnit();
    const UnitId &unitAt(int index) const { return units.at(static_cast<std::size_t>(index) % units.size()); }
    const std::string &accountAt(int index) const
    {
        return accounts.at(static_cast<std::size_t>(index) % accounts.size());
    }

    int m_versions = 0;
};

} // namespace kapok::test
