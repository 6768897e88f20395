// SPDX-License-Identifier: Apache-2.0
#include "tests/core/report/branch_world.h"

#include "core/lrs/agents.h"
#include "core/lrs/removal.h"
#include "core/tally/tally.h"
#include "tests/core/lrs/statements.h"
#include "tests/core/report/counted.h"

#include <algorithm>
#include <chrono>
#include <rapidcheck.h>

namespace kapok::test {
namespace {

using namespace std::chrono_literals;

constexpr int kCourses = 3;
constexpr int kDays = 6; ///< in which everything happens

std::string courseName(int index)
{
    return "c" + std::to_string(index % kCourses);
}

std::string iriOf(int index)
{
    return "https://kapok.example/courses/" + std::to_string(index % 4);
}

} // namespace

BranchWorld::BranchWorld(Backend backend)
    : postgres(backend == Backend::Postgres ? std::make_unique<PostgresDatabase>() : nullptr)
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

void BranchWorld::addLearner(const std::string &account, const UnitId &unit)
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

void BranchWorld::publish(int course, int iri)
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

void BranchWorld::send(const std::string &account, const std::string &verb, int course, Time when)
{
    const std::string id = uuidV7(when.time_since_epoch().count());
    const bool isSatisfied = verb == "satisfied";
    const std::string home =
        isSatisfied ? "https://w3id.org/xapi/adl/verbs/" : "http://adlnet.gov/expapi/verbs/";
    const std::string object = isSatisfied ? iriOf(course) : iriOf(course) + "/lessons/one";
    const std::string body = R"({"id":")" + id + R"(","actor":)" + agentJson(account) + R"(,"verb":{"id":")" +
                             home + verb + R"("},"object":{"id":")" + object +
                             R"("},"context":{"contextActivities":{"grouping":[{"id":")" + iriOf(course) +
                             R"("}]}},"timestamp":")" + toIso8601(when) + R"("})";
    const auto added = statements.add({body, {}, xapi::Version::V1_0_3, kAuthority, {}});
    EXPECT_TRUE(added.ok()) << added.error().detail;
    sent.push_back(id);
}

void BranchWorld::removePerson(const std::string &account)
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

void BranchWorld::assignWithoutCounting(const std::string &course, const UnitId &unit,
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

void BranchWorld::countOneUnit()
{
    auto database = pool.take();
    ASSERT_TRUE(database.ok());
    const auto counted = tally::countSome(**database, {1, 1});
    EXPECT_TRUE(counted.ok()) << counted.error().detail;
}

void BranchWorld::countMarked()
{
    auto database = pool.take();
    ASSERT_TRUE(database.ok());
    const Status counted = tally::countMarked(**database);
    EXPECT_TRUE(counted.ok()) << counted.error().detail;
}

void BranchWorld::actOnRoster(const Deed &deed)
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

void BranchWorld::act(const Deed &deed)
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
            const auto voided = voiding(uuidV7(1), target);
            EXPECT_TRUE(statements.add({voided, {}, xapi::Version::V1_0_3, kAuthority, {}}).ok());
        }
        return;
    default:
        actOnRoster(deed);
    }
}

void BranchWorld::recount()
{
    auto database = pool.take();
    ASSERT_TRUE(database.ok());
    auto transaction = store::Transaction::begin(**database);
    ASSERT_TRUE(transaction.ok());
    const auto counted = tally::recountEverything(**database);
    ASSERT_TRUE(counted.ok()) << counted.error().detail;
    ASSERT_TRUE(transaction->commit().ok());
}

std::vector<std::string> BranchWorld::rows()
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

void BranchWorld::expectWhatIsCounted()
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
            const auto counted = countUnit(**database, units.at(i), question, clock.now());
            ASSERT_TRUE(counted.ok()) << counted.error().detail;
            RC_ASSERT(figures->at(i) == *counted);
        }
    }
}

std::int64_t BranchWorld::lowest()
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

} // namespace kapok::test
