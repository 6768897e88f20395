// SPDX-License-Identifier: Apache-2.0
// A server that opens a database of an earlier version.
#include "app/kapokd/service.h"
#include "core/store/postgres.h"
#include "core/tally/tally.h"
#include "tests/server/server_database.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

namespace kapok {
namespace {

using namespace std::chrono_literals;

class Upgrade : public testing::Test {
protected:
    void SetUp() override { KAPOK_NEEDS_DATABASE(place); }

    /// The database with the migrations before number \p version alone.
    Result<store::Database> openOlder(int version) const
    {
        auto all = place.isPostgres() ? lrs::postgresMigrations() : lrs::migrations();
        std::size_t count = 0;
        while (all[count].version < version)
            ++count;
        if (place.isPostgres())
            return store::openPostgres(place.address(), all.first(count));
        return store::Database::open(folder.path() / "kapok.db", all.first(count));
    }

    Result<std::unique_ptr<kapokd::Service>> openService() const
    {
        kapokd::ServiceOptions options;
        options.database = place.address();
        options.blobs = folder.path() / "blobs";
        return kapokd::Service::open(options, clock);
    }

    /// 32 bytes, as SQL.
    [[nodiscard]] std::string bytes() const
    {
        const std::string digits(64, 'a');
        return place.isPostgres() ? "decode('" + digits + "', 'hex')" : "x'" + digits + "'";
    }

    static void run(store::Database &database, const std::string &sql)
    {
        const Status done = database.run(sql);
        ASSERT_TRUE(done.ok()) << sql << ": " << done.error().detail;
    }

    test::TemporaryFolder folder;
    test::ServerDatabase place{folder.path()};
    test::ManualClock clock;
};

/// A province with a school of three learners: one has completed the course, one has begun it, all are late.
/// Numbers are given from 1 on, in this order.
const char *const kContent[] = {
    "INSERT INTO unit (uuid, kind, parent, names, codes) VALUES ('province', 'province', NULL, '{}', '{}')",
    "INSERT INTO unit (uuid, kind, parent, names, codes) VALUES ('school', 'school', 1, '{}', '{}')",
    "INSERT INTO person (uuid, account, name, name_language, sort_key, form_of_address, unit, password)"
    " VALUES ('p1', 'a', 'A', 'en', 'a', '', 2, ''), ('p2', 'b', 'B', 'en', 'b', '', 2, ''),"
    " ('p3', 'c', 'C', 'en', 'c', '', 2, '')",
    "INSERT INTO person_role (person, role, unit) SELECT id, 'learner', unit FROM person",
    "INSERT INTO agent (ifi) VALUES ('account https://kapok.example/old a'),"
    " ('account https://kapok.example/old b')",
    "INSERT INTO activity (iri) VALUES ('https://kapok.example/c')",
    "INSERT INTO assignment (uuid, course, unit, due, assigned, programme)"
    " VALUES ('a1', 'c', 1, 1000, 0, '{}')",
    "INSERT INTO figure (agent, course, started, completed, last_seen, lessons_done)"
    " VALUES (1, 1, 1000000, 2000000, 2000000, 5), (2, 1, 1000000, NULL, 1000000, 1)",
};

TEST_F(Upgrade, MakesTheSumsOfADatabaseThatIsOlderThanThey)
{
    {
        auto older = openOlder(7);
        ASSERT_TRUE(older.ok()) << older.error().detail;
        run(*older, "INSERT INTO node (id, home_page, names, country, utc_offset, credential_key)"
                    " VALUES (1, 'https://kapok.example/old', '{}', 'VN', 420, " +
                        bytes() + ")");
        run(*older, "INSERT INTO course_version (course, version, iri, lessons, newest, published, entry,"
                    " manifest_sha256, manifest, signature) VALUES ('c', '1.0.0', 'https://kapok.example/c',"
                    " 5, 1, 0, '{}', '', " +
                        bytes() + ", " + bytes() + ")");
        for (const char *sql : kContent)
            run(*older, sql);
    }
    for (int opened = 0; opened < 2; ++opened) { // the second time nothing is left to do
        const auto service = openService();
        ASSERT_TRUE(service.ok()) << service.error().detail;
        const auto figures = (*service)->report.figures({UnitId{"province"}, UnitId{"school"}}, {});
        ASSERT_TRUE(figures.ok()) << figures.error().detail;
        for (const report::UnitFigures &unit : *figures) {
            EXPECT_EQ(unit.people, 3);
            EXPECT_EQ(unit.assigned, 3);
            EXPECT_EQ(unit.started, 2);
            EXPECT_EQ(unit.completed, 1);
            EXPECT_EQ(unit.finished, 1);
            EXPECT_EQ(unit.late, 2);
        }
        const auto people = (*service)->report.progress(UnitId{"province"}, {}, {2, {}});
        ASSERT_TRUE(people.ok()) << people.error().detail;
        EXPECT_EQ(people->rows.size(), 2u);
    }
}

TEST_F(Upgrade, KeepsTheSumsOfADatabaseThatHasThem)
{
    {
        const auto service = openService();
        ASSERT_TRUE(service.ok()) << service.error().detail;
    }
    {
        auto database = kapokd::openDatabase(place.address());
        ASSERT_TRUE(database.ok());
        run(*database, kContent[0]);
        run(*database, "INSERT INTO branch_total (unit, course, people, assigned) VALUES (1, '', 77, 0)");
    }
    const auto service = openService();
    ASSERT_TRUE(service.ok()) << service.error().detail;
    EXPECT_EQ((*service)->report.figures({UnitId{"province"}}, {})->front().people, 77);
}

} // namespace
} // namespace kapok
