// SPDX-License-Identifier: Apache-2.0
// Sums of branches against counting everybody, after random histories, on both databases.
#include "core/lrs/agents.h"
#include "core/lrs/commit_queue.h"
#include "core/lrs/removal.h"
#include "core/lrs/sql_statement_store.h"
#include "core/roster/roster.h"
#include "core/store/postgres.h"
#include "core/tally/tally.h"
#include "tests/core/lrs/statements.h"
#include "tests/core/report/counted.h"
#include "tests/support/manual_clock.h"
#include "tests/support/postgres.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace kapok {
namespace {

using namespace std::chrono_literals;
using test::kHome;

constexpr int kCourses = 3;
constexpr int kDays = 6; ///< in which everything happens
constexpr auto kOffset = 420min;

enum class Backend { Sqlite, Postgres };

/// What is done to a World; `a` to `c` choose of what there is.
struct Deed {
    int kind = 0;
    int a = 0, b = 0, c = 0;
};

void showValue(const Deed &deed, std::ostream &out)
{
    out << "{" << deed.kind << ", " << deed.a << ", " << deed.b << ", " << deed.c << "}";
}

/// A server without HTTP: three levels of units, and a few learners.
class World {
public:
    explicit World(Backend backend)
        : postgres(backend == Backend::Postgres ? std::make_unique<test::PostgresDatabase>() : nullptr)
    {
        EXPECT_TRUE(roster.prepareNode({kHome, {}, "VN", 420}, true).ok());
        addUnit({});
        for (const std::size_t parent : {0u, 0u, 1u, 1u, 2u})
            addUnit(units.at(parent));
        for (const std::size_t unit : {0u, 1u, 2u, 3u, 4u, 5u, 5u})
            addLearner("p" + std::to_string(accounts.size()), units.at(unit));
        for (int course = 0; course < 2; ++course)
            publish(course, course);
        recount();
    }

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

    std::unique_ptr<test::PostgresDatabase> postgres; ///< before all that connects to it
    test::TemporaryFolder folder;
    test::ManualClock clock;
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
    static std::string courseName(int index) { return "c" + std::to_string(index % kCourses); }
    static std::string iriOf(int index)
    {
        return "https://kapok.example/courses/" + std::to_string(index % 4);
    }

    int m_versions = 0;
};

void World::addLearner(const std::string &account, const UnitId &unit)
{
    auto database = pool.take();
    ASSERT_TRUE(database.ok());
    ASSERT_TRUE((*database)
                    ->run("INSERT INTO person (uuid, account, name, name_language, sort_key, form_of_address,"
                          " unit, password) VALUES (?1, ?1, 'N', 'en', 'n', '',"
                          " (SELECT id FROM unit WHERE uuid = ?2), '')",
                          {account, unit.value})
                    .ok());
    ASSERT_TRUE((*database)
                    ->run("INSERT INTO person_role (person, role, unit)"
                          " SELECT id, 'learner', unit FROM person WHERE account = ?",
                          {account})
                    .ok());
    accounts.push_back(account);
}

void World::publish(int course, int iri)
{
    const roster::CourseVersion version{courseName(course),
                                        "1.0." + std::to_string(++m_versions),
                                        iriOf(iri),
                                        2,
                                        clock.now(),
                                        "{}",
                                        "aa",
                                        "m",
                                        "s"};
    const auto published = roster.publish(version, {}, true);
    EXPECT_TRUE(published.ok()) << published.error().detail;
}

void World::send(const std::string &account, const std::string &verb, int course, Time when)
{
    const std::string id = uuidV7(when.time_since_epoch().count());
    const bool isSatisfied = verb == "satisfied";
    const std::string home =
        isSatisfied ? "https://w3id.org/xapi/adl/verbs/" : "http://adlnet.gov/expapi/verbs/";
    const std::string object = isSatisfied ? iriOf(course) : iriOf(course) + "/lessons/one";
    const std::string body = R"({"id":")" + id + R"(","actor":)" + test::agentJson(account) +
                             R"(,"verb":{"id":")" + home + verb + R"("},"object":{"id":")" + object +
                             R"("},"context":{"contextActivities":{"grouping":[{"id":")" + iriOf(course) +
                             R"("}]}},"timestamp":")" + toIso8601(when) + R"("})";
    const auto added = statements.add({body, {}, xapi::Version::V1_0_3, test::kAuthority, {}});
    EXPECT_TRUE(added.ok()) << added.error().detail;
    sent.push_back(id);
}

void World::removePerson(const std::string &account)
{
    const std::string ifi = lrs::ifiOf(xapi::Account{kHome, account});
    EXPECT_TRUE(writer
                    .run([&](store::Database &database, const auto &) -> Status {
                        KAPOK_TRY(lrs::forgetAgent(database, ifi, clock.now()));
                        return success();
                    })
                    .ok());
    EXPECT_TRUE(roster.removePerson(account).ok());
    std::erase(accounts, account);
}

void World::assignWithoutCounting(const std::string &course, const UnitId &unit,
                                  const std::optional<Time> &due)
{
    auto database = pool.take();
    ASSERT_TRUE(database.ok());
    auto transaction = store::Transaction::begin(**database);
    ASSERT_TRUE(transaction.ok());
    const auto number =
        (*database)->query("SELECT id FROM unit WHERE uuid = ?", {unit.value}).one([](const auto &row) {
            return row.integer(0);
        });
    ASSERT_TRUE(number.ok() && number->has_value());
    ASSERT_TRUE((*database)
                    ->run("INSERT INTO assignment (uuid, course, unit, due, assigned, programme)"
                          " VALUES (?, ?, ?, ?, 0, '{}') ON CONFLICT DO NOTHING",
                          {uuidV7(1), course, **number,
                           due ? store::Value(due->time_since_epoch().count()) : store::Value(nullptr)})
                    .ok());
    ASSERT_TRUE(tally::markBranch(**database, **number, course).ok());
    ASSERT_TRUE(transaction->commit().ok());
}

void World::countOneUnit()
{
    auto database = pool.take();
    ASSERT_TRUE(database.ok());
    const auto counted = tally::countSome(**database, {1, 1});
    EXPECT_TRUE(counted.ok()) << counted.error().detail;
}

void World::countMarked()
{
    auto database = pool.take();
    ASSERT_TRUE(database.ok());
    const Status counted = tally::countMarked(**database);
    EXPECT_TRUE(counted.ok()) << counted.error().detail;
}

void World::actOnRoster(const Deed &deed)
{
    const auto due = deed.c % 3 == 0 ? std::nullopt : std::optional(clock.now() + 24h * (deed.c % kDays - 3));
    switch (deed.kind) {
    case 6:
        EXPECT_TRUE(roster.assign({courseName(deed.b), unitAt(deed.a), {}, due, {}}).ok());
        break;
    case 7: {
        const auto person = roster.personByAccount(accountAt(deed.a));
        ASSERT_TRUE(person.ok());
        EXPECT_TRUE(roster.assign({courseName(deed.b), {}, person->id, due, {}}).ok());
        break;
    }
    case 8:
        EXPECT_TRUE(roster.movePerson(accountAt(deed.a), unitAt(deed.b)).ok());
        break;
    case 9:
        if (accounts.size() > 3)
            removePerson(accountAt(deed.a));
        break;
    case 10:
        publish(deed.a, deed.b);
        break;
    case 11:
        addUnit(unitAt(deed.a));
        break;
    case 12:
        assignWithoutCounting(courseName(deed.b), unitAt(deed.a), due);
        break;
    case 13:
        countOneUnit();
        break;
    default:
        EXPECT_TRUE(roster.describeNode({kHome, {}, "VN", deed.a % 2 == 0 ? 420 : -180}).ok());
    }
}

void World::act(const Deed &deed)
{
    const Time when = clock.now() - 24h * kDays + 7h * (deed.c % (kDays * 3));
    switch (deed.kind) {
    case 0:
    case 1:
        return send(accountAt(deed.a), "initialized", deed.b, when);
    case 2:
    case 3:
        return send(accountAt(deed.a), "satisfied", deed.b, when);
    case 4:
        return send("stranger", "satisfied", deed.b, when);
    case 5:
        if (!sent.empty()) {
            const auto &target = sent.at(static_cast<std::size_t>(deed.a) % sent.size());
            const auto voided = test::voiding(uuidV7(1), target);
            EXPECT_TRUE(statements.add({voided, {}, xapi::Version::V1_0_3, test::kAuthority, {}}).ok());
        }
        return;
    default:
        actOnRoster(deed);
    }
}

void World::recount()
{
    auto database = pool.take();
    ASSERT_TRUE(database.ok());
    auto transaction = store::Transaction::begin(**database);
    ASSERT_TRUE(transaction.ok());
    const auto counted = tally::recountEverything(**database);
    ASSERT_TRUE(counted.ok()) << counted.error().detail;
    ASSERT_TRUE(transaction->commit().ok());
}

std::vector<std::string> World::rows()
{
    std::vector<std::string> all;
    auto database = pool.take();
    for (const std::string table :
         {"branch_total", "branch_day", "branch_again", "branch_due", "branch_device"}) {
        auto query = (*database)->query("SELECT * FROM " + table);
        auto some = query.all([&](const store::Query &row) {
            std::string text = table;
            for (int column = 0; column < row.columnCount(); ++column)
                text += " " + row.text(column);
            return text;
        });
        EXPECT_TRUE(some.ok());
        std::sort(some->begin(), some->end());
        all.insert(all.end(), some->begin(), some->end());
    }
    return all;
}

void World::expectWhatIsCounted()
{
    const auto node = roster.node();
    const Time today =
        std::chrono::floor<std::chrono::days>(clock.now()) - std::chrono::minutes{node->utcOffsetMinutes};
    std::vector<report::Question> questions;
    for (const std::string course : {"", "c0", "c2"})
        for (const int length : {0, 2})
            questions.push_back(
                {course, today - 24h * 4, length > 0 ? std::optional(today - 24h * 2) : std::nullopt});
    questions.push_back({});
    questions.push_back({"", {}, today - 24h * 3});
    auto database = pool.take();
    for (const auto &question : questions) {
        const auto figures = report.figures(units, question);
        ASSERT_TRUE(figures.ok()) << figures.error().detail;
        for (std::size_t i = 0; i < units.size(); ++i) {
            const auto counted = test::countUnit(**database, units.at(i), question, clock.now());
            ASSERT_TRUE(counted.ok()) << counted.error().detail;
            RC_ASSERT(figures->at(i) == *counted);
        }
    }
}

std::int64_t World::lowest()
{
    std::int64_t least = 0;
    auto database = pool.take();
    for (const std::string sql : {"SELECT min(people), min(assigned), 0 FROM branch_total",
                                  "SELECT min(started), min(completed), min(finished) FROM branch_day",
                                  "SELECT min(open), min(people), 0 FROM branch_due"}) {
        auto query = (*database)->query(sql);
        const auto found = query.one([](const store::Query &row) {
            return std::min({row.integer(0), row.integer(1), row.integer(2)});
        });
        EXPECT_TRUE(found.ok() && found->has_value());
        if (found.ok())
            least = std::min(least, found->value_or(-1));
    }
    return least;
}

/// After each history: every row is as if everything were counted anew, and the figures are those of
/// everybody.
void checkHistory(Backend backend)
{
    const auto deeds = *rc::gen::container<std::vector<Deed>>(rc::gen::build<Deed>(
        rc::gen::set(&Deed::kind, rc::gen::inRange(0, 15)), rc::gen::set(&Deed::a, rc::gen::inRange(0, 100)),
        rc::gen::set(&Deed::b, rc::gen::inRange(0, 100)), rc::gen::set(&Deed::c, rc::gen::inRange(0, 100))));
    World world(backend);
    for (const Deed &deed : deeds) {
        world.act(deed);
        RC_ASSERT(world.lowest() >= 0);
    }
    world.countMarked();
    const auto kept = world.rows();
    world.expectWhatIsCounted();
    world.recount();
    RC_ASSERT(kept == world.rows());
    RC_ASSERT(world.statements.rebuildFigures().ok());
    RC_ASSERT(kept == world.rows());
}

/// Learner 4 completes a course that was just assigned to her with a date that is past, and of which nobody
/// has counted anything yet.
void checkWhileBeingCounted(Backend backend)
{
    World world(backend);
    const Time due = world.clock.now() - 48h;
    world.assignWithoutCounting("c0", world.units.at(0), due);
    const auto before = world.report.figures(world.units, {});
    ASSERT_TRUE(before.ok());
    EXPECT_EQ(before->at(0).assigned, 0);
    EXPECT_TRUE(*world.report.isCounting({world.units.at(0)}));

    world.send(world.accounts.at(4), "satisfied", 0, world.clock.now() - 24h);
    EXPECT_GE(world.lowest(), 0);
    const auto between = world.report.figures(world.units, {});
    ASSERT_TRUE(between.ok());
    EXPECT_EQ(between->at(4).assigned, 1); // her unit was counted first
    EXPECT_EQ(between->at(4).completed, 1);
    EXPECT_FALSE(*world.report.isCounting({world.units.at(4)}));
    EXPECT_TRUE(*world.report.isCounting({world.units.at(0)}));

    world.countMarked();
    EXPECT_FALSE(*world.report.isCounting({world.units.at(0)}));
    const auto after = world.report.figures(world.units, {});
    ASSERT_TRUE(after.ok());
    EXPECT_EQ(after->at(0).assigned, 7);
    EXPECT_EQ(after->at(0).late, 6);
}

/// So many random histories; each makes a database.
bool holds(Backend backend, int histories)
{
    auto params = rc::detail::configuration().testParams;
    params.maxSuccess = histories;
    params.maxSize = 60;
    const auto result =
        rc::detail::checkTestable([=] { checkHistory(backend); }, rc::detail::TestMetadata{}, params);
    rc::detail::printResultMessage(result, std::cerr);
    std::cerr << "\nseed " << params.seed << "\n";
    return result.is<rc::detail::SuccessResult>();
}

} // namespace

TEST(BranchFigures, AreWhatCountingEverybodyGivesAfterAnyHistory)
{
    EXPECT_TRUE(holds(Backend::Sqlite, 40));
}

TEST(BranchFigures, AreTheSameOnPostgres)
{
    KAPOK_NEEDS_POSTGRES();
    EXPECT_TRUE(holds(Backend::Postgres, 15));
}

TEST(BranchFigures, CountAUnitWhoseAssignmentIsNotCountedYetBeforeAnybodyInItChanges)
{
    checkWhileBeingCounted(Backend::Sqlite);
}

TEST(BranchFigures, DoSoOnPostgres)
{
    KAPOK_NEEDS_POSTGRES();
    checkWhileBeingCounted(Backend::Postgres);
}

} // namespace kapok
