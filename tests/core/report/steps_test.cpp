// SPDX-License-Identifier: Apache-2.0
// What one school costs does not grow with the country: counted in steps of SQLite's machine, which a query
// that goes through a whole table gives away and a busy machine does not change.
#include "core/lrs/sql_statement_store.h"
#include "core/report/report.h"
#include "core/tally/tally.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temporary_folder.h"

#include <atomic>
#include <gtest/gtest.h>
#include <sqlite3.h>

namespace kapok {
namespace {

using namespace std::chrono_literals;

std::atomic<long> steps = 0;

/// Adds the steps of a statement that ended.
int ended(unsigned, void *, void *statement, void *)
{
    steps += sqlite3_stmt_status(static_cast<sqlite3_stmt *>(statement), SQLITE_STMTSTATUS_VM_STEP, 1);
    return 0;
}

int watch(sqlite3 *database, char **, const sqlite3_api_routines *)
{
    return sqlite3_trace_v2(database, SQLITE_TRACE_PROFILE, ended, nullptr);
}

/// Counts on every connection that is opened while it lives.
class StepCounter {
public:
    StepCounter() { sqlite3_auto_extension(entry()); }
    ~StepCounter() { sqlite3_cancel_auto_extension(entry()); }
    StepCounter(const StepCounter &) = delete;
    StepCounter &operator=(const StepCounter &) = delete;

private:
    using Entry = void (*)();
    static Entry entry() { return reinterpret_cast<Entry>(&watch); } // as SQLite's documentation has it
};

/// A country of provinces with \p schools schools of five learners each; everybody has begun one of two
/// courses.
class Country {
public:
    explicit Country(int schools)
    {
        auto database = *pool.take();
        const auto run = [&](const std::string &sql) {
            const Status done = database->run(sql);
            EXPECT_TRUE(done.ok()) << sql << ": " << done.error().detail;
        };
        const std::string numbers = " WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n"
                                    " WHERE n < " +
                                    std::to_string(schools) + ") ";
        run("INSERT INTO node (id, home_page, names, country, utc_offset, credential_key)"
            " VALUES (1, 'https://kapok.example/n', '{}', 'VN', 420, x'00')");
        run("INSERT INTO unit (id, uuid, kind, parent, names, codes) VALUES (1, 'country', 'c', NULL, '{}', "
            "'{}'),"
            " (2, 'province', 'p', 1, '{}', '{}')");
        run("INSERT INTO unit (id, uuid, kind, parent, names, codes)" + numbers +
            "SELECT n + 2, 'school-' || n, 's', CASE WHEN n <= 4 THEN 2 ELSE 1 END, '{}', '{}' FROM n");
        run("INSERT INTO person (uuid, account, name, name_language, sort_key, form_of_address, unit, "
            "password)" +
            numbers +
            "SELECT 'p' || n || '-' || k.value, 'p' || n || '-' || k.value, 'N', 'en', 'n', '', n + 2, ''"
            " FROM n, json_each('[1,2,3,4,5]') k");
        run("INSERT INTO person_role (person, role, unit) SELECT id, 'learner', unit FROM person");
        run("INSERT INTO agent (id, ifi) SELECT id, 'account https://kapok.example/n ' || account FROM "
            "person");
        run("INSERT INTO activity (id, iri) VALUES (1, 'https://kapok.example/1'), (2, "
            "'https://kapok.example/2')");
        run("INSERT INTO course_version (course, version, iri, lessons, newest, published, entry,"
            " manifest_sha256, manifest, signature) SELECT 'c' || id, '1.0.0', iri, 5, 1, 0, '{}', '', "
            "x'00', x'00'"
            " FROM activity");
        run("INSERT INTO assignment (uuid, course, unit, due, assigned, programme) VALUES ('a', 'c1', 1, "
            "1000, 0,"
            " '{}')");
        run("INSERT INTO figure (agent, course, started, completed, last_seen, lessons_done)"
            " SELECT id, 1, 1000000, 2000000, 2000000, 5 FROM agent");
        run("INSERT INTO credential (key, digest, person, device, created, last_used)"
            " SELECT uuid, x'00', id, 'device-' || id, 0, 0 FROM person");
        const auto counted = tally::recountEverything(*database);
        EXPECT_TRUE(counted.ok()) << counted.error().detail;
    }

    /// The steps of \p work, the second time: the first one prepares.
    template <class Work> long stepsOf(Work work)
    {
        work();
        steps = 0;
        work();
        return steps;
    }

    const StepCounter counter;
    test::TemporaryFolder folder;
    test::ManualClock clock;
    store::Pool pool{folder.path() / "kapok.db", lrs::migrations()};
    report::Report report{pool, clock};
};

/// The steps that \p work takes in a small and in a large country.
template <class Work> void expectTheSame(const char *what, Work work)
{
    Country small(20);
    Country large(200);
    const long few = small.stepsOf([&] { work(small); });
    const long many = large.stepsOf([&] { work(large); });
    EXPECT_GT(few, 0) << what;
    EXPECT_LE(many, few + few / 4) << what; // a table's tree may be a level deeper
}

const UnitId kSchool{"school-3"};

TEST(Steps, OfTheFiguresOfASchoolDoNotGrowWithTheCountry)
{
    expectTheSame("always",
                  [](Country &country) { EXPECT_TRUE(country.report.figures({kSchool}, {}).ok()); });
    expectTheSame("a course, some days", [](Country &country) {
        const report::Question question{"c1", country.clock.now() - 240h, country.clock.now()};
        EXPECT_TRUE(country.report.figures({kSchool}, question).ok());
    });
    expectTheSame("all courses, some days", [](Country &country) {
        const report::Question question{"", country.clock.now() - 240h, country.clock.now()};
        EXPECT_TRUE(country.report.figures({kSchool}, question).ok());
    });
    expectTheSame("devices", [](Country &country) { EXPECT_TRUE(country.report.devices({kSchool}).ok()); });
    expectTheSame("counting",
                  [](Country &country) { EXPECT_TRUE(country.report.isCounting({kSchool}).ok()); });
}

TEST(Steps, OfTheFiguresOfACountryDoNotGrowEither)
{
    const UnitId top{"country"};
    expectTheSame("always", [&](Country &country) { EXPECT_TRUE(country.report.figures({top}, {}).ok()); });
    expectTheSame("devices", [&](Country &country) { EXPECT_TRUE(country.report.devices({top}).ok()); });
    expectTheSame("counting", [&](Country &country) { EXPECT_TRUE(country.report.isCounting({top}).ok()); });
}

TEST(Steps, OfAListOfPeopleDoNotGrowWithTheCountry)
{
    expectTheSame("a page", [](Country &country) {
        const auto page = country.report.progress(kSchool, {}, {3, {}});
        ASSERT_TRUE(page.ok()) << page.error().detail;
        EXPECT_EQ(page->rows.size(), 3u);
    });
    expectTheSame("everybody",
                  [](Country &country) { EXPECT_TRUE(country.report.progress(kSchool, {}).ok()); });
}

TEST(Steps, OfChangesDoNotGrowWithTheCountry)
{
    const auto change = [](Country &country, auto name) {
        auto database = *country.pool.take();
        tally::Change one(*database);
        EXPECT_TRUE(name(one).ok());
        EXPECT_TRUE(one.finish().ok());
    };
    expectTheSame("of a learner", [&](Country &country) {
        change(country, [](tally::Change &one) { return one.ofAgent(7); });
    });
    expectTheSame("of a device", [&](Country &country) {
        change(country, [](tally::Change &one) { return one.ofDevice("device-7"); });
    });
    expectTheSame("of an assignment", [](Country &country) {
        auto database = *country.pool.take();
        EXPECT_TRUE(tally::markBranch(*database, 5, "c1").ok()); // school-3
        EXPECT_TRUE(tally::countSome(*database).ok());
    });
}

} // namespace
} // namespace kapok
