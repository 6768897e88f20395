// SPDX-License-Identifier: Apache-2.0
// Figures of branches of a country: what GET /api/v1/figures asks, without HTTP.
#include "core/lrs/sql_statement_store.h"
#include "core/report/report.h"
#include "core/roster/roster.h"
#include "core/tally/tally.h"
#include "tests/bench/benches.h"
#include "tests/bench/figure.h"
#include "tests/bench/statements.h"
#include "tests/e2e/driver/process.h"
#include "tests/support/temporary_folder.h"

#include <memory>
#include <random>

namespace kapok::bench {
namespace {

constexpr std::size_t kPerSchool = 50;
constexpr std::size_t kSchoolsPerCommune = 28;
constexpr std::size_t kCommunesPerProvince = 12;
constexpr int kCourses = 12;
constexpr int kDays = 500; ///< since the first statement
constexpr int kAsked = 200;
constexpr int kAskedForPeople = 5;

/// Stops at once: a figure of half a database is none.
void must(const Status &status)
{
    if (status.ok())
        return;
    std::fprintf(stderr, "%s\n", status.error().detail.c_str());
    std::exit(1);
}

/// SELECT of the numbers ?1 to ?2 as `n`, for an INSERT.
std::string numbered(const std::string &insert, const std::string &rest)
{
    return insert +
           " WITH RECURSIVE number (n) AS (SELECT ?1 UNION ALL SELECT n + 1 FROM number WHERE n < ?2) " +
           rest;
}

/// A country's organisation and everybody's figures, written by SQL: the statements behind them would be
/// hundreds of millions.
class Country {
public:
    Country(const std::filesystem::path &file, std::size_t learners)
        : pool(std::make_unique<store::Pool>(file, lrs::migrations())),
          m_schools(std::max<std::size_t>(1, learners / kPerSchool))
    {
        auto database = pool->take();
        must(database.ok() ? success() : Status(database.error()));
        must((*database)->run("PRAGMA synchronous = OFF"));
        auto transaction = store::Transaction::begin(**database);
        must(transaction.ok() ? success() : Status(transaction.error()));
        addUnits(**database);
        addPeople(**database);
        addFigures(**database);
        counted = timed([&] { must(tally::recountEverything(**database)); });
        must(transaction->commit());
    }

    /// From \p file, where it was made, to the database that \p place opens.
    void moveTo(const Place &place, const std::filesystem::path &file, const std::filesystem::path &bin)
    {
        pool.reset(); // nobody else may have it open
        const int left = e2e::run({(bin / "kapokd").string(), "move", "--database", "sqlite:" + file.string(),
                                   "--to", place.address()},
                                  file.string() + ".log", std::chrono::hours{1});
        must(left == 0 ? success() : Status(Error{ErrorCode::Internal, "kapokd move failed"}));
        pool = std::make_unique<store::Pool>([&place] { return place.open(); }, 16);
    }

    /// Units of a level: 0 the country, 3 a school.
    [[nodiscard]] std::vector<UnitId> unitsAt(int level)
    {
        static constexpr const char *kKinds[] = {"country", "province", "commune", "school"};
        auto database = pool->take();
        return *(*database)
                    ->query("SELECT uuid FROM unit WHERE kind = ? ORDER BY id", {kKinds[level]})
                    .all([](const store::Query &row) { return UnitId{row.text(0)}; });
    }
    [[nodiscard]] std::int64_t rowsOf(const std::string &table)
    {
        auto database = pool->take();
        const auto count =
            (*database)->query("SELECT count(*) FROM " + table).one([](const store::Query &row) {
                return row.integer(0);
            });
        return **count;
    }

    const SystemClock clock;
    std::unique_ptr<store::Pool> pool;
    double counted = 0; ///< seconds for all sums

private:
    void addUnits(store::Database &database)
    {
        const auto communes = (m_schools + kSchoolsPerCommune - 1) / kSchoolsPerCommune;
        const auto provinces = (communes + kCommunesPerProvince - 1) / kCommunesPerProvince;
        const auto level = [&](const char *kind, std::size_t first, std::size_t count, std::size_t parents,
                               std::size_t perParent) {
            must(database
                     .query(numbered("INSERT INTO unit (id, uuid, kind, parent, names, codes)",
                                     "SELECT n, 'unit-' || n, ?3, CASE WHEN ?5 = 0 THEN NULL ELSE"
                                     " ?4 + (n - ?1) / ?5 END, '{}', '{}' FROM number"),
                            std::vector<store::Value>{first, first + count - 1, kind, parents, perParent})
                     .run());
        };
        level("country", 1, 1, 0, 0);
        level("province", 2, provinces, 1, provinces);
        level("commune", 2 + provinces, communes, 2, kCommunesPerProvince);
        m_firstSchool = 2 + provinces + communes;
        level("school", m_firstSchool, m_schools, 2 + provinces, kSchoolsPerCommune);
    }

    void addPeople(store::Database &database)
    {
        const std::size_t people = m_schools * kPerSchool;
        must(database.run("INSERT INTO node (id, home_page, names, country, utc_offset, credential_key)"
                          " VALUES (1, 'https://kapok.example/bench', '{}', 'VN', 420, x'00')"));
        must(database
                 .query(numbered(
                            "INSERT INTO person (id, uuid, account, name, name_language, sort_key,"
                            " form_of_address, unit, password)",
                            "SELECT n, 'person-' || n, 'p' || n, 'Name', 'vi', 'name', '', ?3 + (n - 1) / ?4,"
                            " '' FROM number"),
                        std::vector<store::Value>{1, people, m_firstSchool, kPerSchool})
                 .run());
        must(database.run(
            "INSERT INTO person_role (person, role, unit) SELECT id, 'learner', unit FROM person"));
        must(database.run(
            "INSERT INTO agent (id, ifi) SELECT p.id, 'account ' || n.home_page || ' ' || p.account"
            " FROM person p, node n"));
    }

    /// One of six has not begun a course and one of six has not completed it; the others did so on any day.
    void addFigures(store::Database &database)
    {
        const lrs::Micros first = lrs::toMicros(clock.now() - std::chrono::days(kDays));
        constexpr std::int64_t kDay = 86'400'000'000;
        for (int course = 1; course <= kCourses; ++course) {
            must(database.run("INSERT INTO activity (id, iri) VALUES (?1, 'https://kapok.example/c' || ?1)",
                              {course}));
            must(database.run(
                "INSERT INTO course_version (course, version, iri, lessons, newest, published, entry,"
                " manifest_sha256, manifest, signature) VALUES ('course-' || ?1, '1.0.0',"
                " 'https://kapok.example/c' || ?1, 5, 1, 0, '{}', '', x'00', x'00')",
                {course}));
            must(database.run("INSERT INTO assignment (uuid, course, unit, due, assigned, programme)"
                              " VALUES (?1, 'course-' || ?1, 1, ?2, 0, '{}')",
                              {course, (first + course * 30 * kDay) / 1000}));
            must(database.run(
                "INSERT INTO figure (agent, course, started, completed, last_seen, lessons_done)"
                " SELECT id, ?1, ?2 + day * ?3, CASE WHEN state > 1 THEN ?2 + (day + 7) * ?3 END,"
                " ?2 + (day + 7) * ?3, 5 FROM (SELECT id, (id * 12 + ?1) * (id * 12 + ?1) % 1000003 % ?4 AS "
                "day,"
                " (id * 31 + ?1 * 17) % 6 AS state FROM agent) WHERE state > 0",
                {course, first, kDay, kDays - 10}));
        }
    }

    std::size_t m_schools;
    std::size_t m_firstSchool = 0;
};

void ask(Country &country, const std::string &what, const std::vector<UnitId> &units, std::size_t learners,
         const std::function<report::Question(std::mt19937 &)> &question)
{
    report::Report report(*country.pool, country.clock);
    std::mt19937 random(20'261'123); // the same questions in every run
    std::vector<double> took;
    long people = 0;
    for (int i = 0; i < kAsked; ++i) {
        const UnitId &unit = units.at(random() % units.size());
        const auto asked = question(random);
        took.push_back(1000 * timed([&] {
                           const auto figures = report.figures({unit}, asked);
                           must(figures.ok() ? success() : Status(figures.error()));
                           people += figures->front().people;
                       }));
    }
    const nlohmann::json line = {{"figure", "figures of " + what},  {"unit", "ms"},
                                 {"median", percentile(took, 0.5)}, {"p99", percentile(took, 0.99)},
                                 {"max", percentile(took, 1)},      {"learners there", learners},
                                 {"people in it", people / kAsked}, {"goal", "p99 <= 50"}};
    std::printf("%s\n", line.dump().c_str());
    std::fflush(stdout);
}

/// One course is assigned to all of the country by another date: how long others cannot write.
void assignToAll(Country &country, std::size_t learners)
{
    auto database = country.pool->take();
    must(database.ok() ? success() : Status(database.error()));
    std::vector<double> took;
    took.push_back(1000 * timed([&] {
                       auto transaction = store::Transaction::begin(**database);
                       must(transaction.ok() ? success() : Status(transaction.error()));
                       must(
                           (*database)->run("UPDATE assignment SET due = due + 1 WHERE course = 'course-3'"));
                       must(tally::markBranch(**database, 1, "course-3"));
                       must(transaction->commit());
                   }));
    double all = 0;
    for (bool isMore = true; isMore;) {
        took.push_back(1000 * timed([&] {
                           const auto counted = tally::countSome(**database);
                           must(counted.ok() ? success() : Status(counted.error()));
                           isMore = *counted;
                       }));
        all += took.back() / 1000;
    }
    const nlohmann::json line = {{"figure", "a course assigned to the country, transactions"},
                                 {"unit", "ms"},
                                 {"median", percentile(took, 0.5)},
                                 {"p99", percentile(took, 0.99)},
                                 {"max", percentile(took, 1)},
                                 {"transactions", took.size()},
                                 {"seconds for all, without pauses", all},
                                 {"learners there", learners}};
    std::printf("%s\n", line.dump().c_str());
    std::fflush(stdout);
}

/// The first page of a list of people.
void listPeople(Country &country, const std::string &what, const UnitId &unit, std::size_t learners)
{
    report::Report report(*country.pool, country.clock);
    std::vector<double> took;
    for (int i = 0; i < kAskedForPeople; ++i)
        took.push_back(1000 * timed([&] {
                           const auto page = report.progress(unit, {}, {500, {}});
                           must(page.ok() ? success() : Status(page.error()));
                       }));
    const nlohmann::json line = {{"figure", "the first 500 rows of people of " + what},
                                 {"unit", "ms"},
                                 {"median", percentile(took, 0.5)},
                                 {"max", percentile(took, 1)},
                                 {"learners there", learners}};
    std::printf("%s\n", line.dump().c_str());
    std::fflush(stdout);
}

} // namespace

void benchBranches(const std::filesystem::path &bin, std::size_t learners, bool onPostgres)
{
    const test::TemporaryFolder folder;
    const Place place(onPostgres);
    const auto file = folder.path() / "node.db";
    double filled = 0;
    std::unique_ptr<Country> country;
    filled = timed([&] { country = std::make_unique<Country>(file, learners); });
    nlohmann::json built = {{"figure", "a country"},     {"learners", country->rowsOf("person")},
                            {"courses", kCourses},       {"seconds to count all sums", country->counted},
                            {"seconds for all", filled}, {"bytes", std::filesystem::file_size(file)}};
    for (const char *table : {"unit", "figure", "branch_total", "branch_day", "branch_again", "branch_due"})
        built[std::string("rows of ") + table] = country->rowsOf(table);
    if (onPostgres)
        built["seconds to move"] = timed([&] { country->moveTo(place, file, bin); });
    std::printf("%s\n", built.dump().c_str());

    const auto always = [](std::mt19937 &) { return report::Question{}; };
    const auto anyDays = [&](std::mt19937 &random) {
        report::Question question;
        question.to = country->clock.now() - std::chrono::days(random() % 200);
        question.from = *question.to - std::chrono::days(random() % 300);
        return question;
    };
    const auto oneCourse = [&](std::mt19937 &random) {
        auto question = anyDays(random);
        question.course = "course-" + std::to_string(1 + random() % kCourses);
        return question;
    };
    const char *kLevels[] = {"the country", "a province", "a commune", "a school"};
    for (int level = 0; level < 4; ++level) {
        const auto units = country->unitsAt(level);
        ask(*country, std::string(kLevels[level]), units, learners, always);
        ask(*country, std::string(kLevels[level]) + ", any days", units, learners, anyDays);
        ask(*country, std::string(kLevels[level]) + ", one course, any days", units, learners, oneCourse);
        listPeople(*country, kLevels[level], units.front(), learners);
    }
    assignToAll(*country, learners);
}

} // namespace kapok::bench
