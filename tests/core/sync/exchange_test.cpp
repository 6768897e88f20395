// SPDX-License-Identifier: Apache-2.0
#include "core/sync/exchange.h"

#include "core/sync/tuning.h"
#include "core/xapi/equality.h"
#include "tests/core/sync/device.h"

#include <gmock/gmock.h>
#include <set>

namespace kapok::sync {
namespace {

using testing::account;
using testing::Device;
using testing::Fault;
using ::testing::HasSubstr;
using testing::LoopbackServer;
using testing::ManualClock;
using namespace std::chrono_literals;

class ExchangeTest : public ::testing::Test {
protected:
    ExchangeTest() : m_server(m_clock), m_course(testing::makeSmallCourse(m_sources.path()).course) {}

    /// Faults for requests that send statements; the rest passes.
    void faultOnPost(std::function<Fault()> next)
    {
        m_server.fault = [next = std::move(next)](const Request &request) {
            return request.method == Method::Post ? next() : Fault{};
        };
    }

    static Fault failing(int status, const std::string &retryAfter = {})
    {
        return {Fault::Kind::Status, status, retryAfter};
    }

    static bool has(const ExchangeStatus &status, SyncProblem::Kind kind)
    {
        return std::any_of(status.problems.begin(), status.problems.end(),
                           [&](const SyncProblem &problem) { return problem.kind == kind; });
    }

    /// How the requests of statements were packed.
    [[nodiscard]] std::set<Packing> packings() const
    {
        std::set<Packing> out;
        for (const Request &request : m_server.requests)
            if (request.method == Method::Post)
                out.insert(request.packing);
        return out;
    }

    ManualClock m_clock;
    LoopbackServer m_server;
    testing::TemporaryFolder m_sources;
    course::Course m_course;
    std::vector<SyncAccount> m_mai{account("mai", "key-mai")};
};

TEST_F(ExchangeTest, SendsWhatWasRecordedAndSaysSoOnlyAfterTheServersAnswer)
{
    Device device(m_server, m_clock, m_mai);
    device.run();
    device.study(m_course);
    const int recorded = device.waiting();
    ASSERT_GE(recorded, 4);
    device.statuses.clear();
    device.run();
    EXPECT_EQ(m_server.statements.size(), static_cast<std::size_t>(recorded));
    EXPECT_EQ(device.waiting(), 0);
    EXPECT_EQ(device.status.people.at(0).waiting, 0);
    EXPECT_EQ(device.status.people.at(0).lastSent, m_clock.now());
    EXPECT_EQ(device.status.lastSentCounts.at(m_mai[0].person), recorded);
    EXPECT_EQ(device.status.connection, Connection::Reachable);
    const auto sending = std::find_if(device.statuses.begin(), device.statuses.end(),
                                      [](const ExchangeStatus &status) { return status.sendingIndex > 0; });
    ASSERT_NE(sending, device.statuses.end());
    EXPECT_EQ(sending->sendingIndex, 1);
    EXPECT_EQ(sending->sendingTotal, recorded);
    EXPECT_EQ(sending->people.at(0).waiting, recorded); // not yet acknowledged
}

TEST_F(ExchangeTest, SendsTheStoredBytesUnchangedInTheOrderTheyWereRecorded)
{
    Device device(m_server, m_clock, m_mai);
    device.study(m_course);
    std::vector<xapi::Statement> recorded;
    {
        auto record = device.record();
        recorded = *record.outbox().oldest(100);
    }
    device.run();
    std::string expected;
    for (const auto &statement : recorded)
        expected += (expected.empty() ? "[" : ",") + statement.json;
    const auto post = std::find_if(m_server.requests.begin(), m_server.requests.end(),
                                   [](const Request &request) { return request.method == Method::Post; });
    ASSERT_NE(post, m_server.requests.end());
    EXPECT_EQ(post->body, expected + "]");
    EXPECT_EQ(post->packing, Packing::Gzip);
    EXPECT_EQ(post->credential->key, "key-mai");
    EXPECT_EQ(post->url, "https://server.example/xapi/statements"); // nothing secret in a URL
}

TEST_F(ExchangeTest, GathersARunOfAnswersIntoOneRequest)
{
    Device device(m_server, m_clock, m_mai);
    device.run();
    for (int i = 0; i < 3; ++i) {
        device.exchange->recorded(m_mai[0].person);
        EXPECT_EQ(device.exchange->runDue().value(), m_clock.now() + tuning::kGather - i * 500ms);
        m_clock.advance(500ms);
    }
}

TEST_F(ExchangeTest, SendsAtMostFiftyStatementsInARequest)
{
    Device device(m_server, m_clock, m_mai);
    for (int i = 0; i < 60; ++i)
        device.study(m_course);
    const int recorded = device.waiting();
    ASSERT_GT(recorded, 150);
    device.run();
    EXPECT_EQ(m_server.statements.size(), static_cast<std::size_t>(recorded));
    for (const auto size : m_server.batchSizes)
        EXPECT_LE(size, tuning::kBatchStatements);
}

TEST_F(ExchangeTest, PacksWithGzipForAServerThatNamesNoDictionary)
{
    Device device(m_server, m_clock, m_mai);
    for (int i = 0; i < 60; ++i)
        device.study(m_course);
    device.run();
    device.study(m_course);
    device.run();
    EXPECT_EQ(device.waiting(), 0);
    EXPECT_EQ(packings(), std::set{Packing::Gzip});
}

TEST_F(ExchangeTest, UsesTheDictionaryOnceTheServerNamedItAlsoAfterARestart)
{
    m_server.knowsDictionary = true;
    Device device(m_server, m_clock, m_mai);
    device.study(m_course);
    device.run();
    EXPECT_EQ(packings(), std::set{Packing::Gzip});
    m_server.requests.clear();
    device.study(m_course);
    device.run();
    EXPECT_EQ(packings(), std::set{Packing::Dcz});
    m_server.requests.clear();
    device.restart();
    device.study(m_course);
    device.run();
    EXPECT_EQ(packings(), std::set{Packing::Dcz});
    EXPECT_EQ(device.waiting(), 0);
}

TEST_F(ExchangeTest, SendsALongBacklogToAKapokServerInLargerBatchesEachOnceAndInOrder)
{
    m_server.knowsDictionary = true;
    Device device(m_server, m_clock, m_mai);
    for (int i = 0; i < 100; ++i)
        device.study(m_course);
    const auto recorded = *device.record().outbox().oldest(10'000);
    ASSERT_GT(recorded.size(), 250U);
    device.run();
    ASSERT_EQ(m_server.statements.size(), recorded.size());
    for (std::size_t i = 0; i < recorded.size(); ++i)
        EXPECT_EQ(m_server.statements[i].value.at("id"), recorded[i].id.value) << i;
    EXPECT_EQ(m_server.batchSizes.at(0), tuning::kBatchStatements); // nobody had named a dictionary yet
    EXPECT_EQ(m_server.batchSizes.at(1), tuning::kLargeBatchStatements);
    EXPECT_EQ(device.waiting(), 0);
}

TEST_F(ExchangeTest, GoesBackToGzipForAServerThatNoLongerKnowsTheDictionary)
{
    for (const int status : {415, 400}) { // another program at the old address may call the statements wrong
        m_server.knowsDictionary = true;
        m_server.unknownPackingStatus = status;
        Device device(m_server, m_clock, m_mai, "device-" + std::to_string(status));
        device.study(m_course);
        device.run();
        m_server.knowsDictionary = false;
        m_server.requests.clear();
        device.study(m_course);
        device.run();
        EXPECT_EQ(device.waiting(), 0);
        EXPECT_EQ(device.status.people.at(0).setAside, 0) << "a statement was blamed for its packing";
        EXPECT_EQ(packings(), (std::set{Packing::Gzip, Packing::Dcz}));
        m_server.requests.clear();
        device.restart();
        device.study(m_course);
        device.run();
        EXPECT_EQ(packings(), std::set{Packing::Gzip});
    }
}

TEST_F(ExchangeTest, SetsOneRefusedStatementAsideAlsoWhileTheNextBatchIsOnItsWay)
{
    m_server.knowsDictionary = true;
    Device device(m_server, m_clock, m_mai);
    device.study(m_course);
    device.run();
    for (int i = 0; i < 90; ++i)
        device.study(m_course);
    const auto recorded = *device.record().outbox().oldest(10'000);
    m_server.poisoned = {recorded.at(7).id.value, recorded.at(250).id.value};
    device.run();
    EXPECT_EQ(device.waiting(), 0);
    EXPECT_EQ(device.status.people.at(0).setAside, 2);
    for (const auto &statement : recorded) {
        const bool isPoisoned =
            statement.id.value == m_server.poisoned[0] || statement.id.value == m_server.poisoned[1];
        EXPECT_EQ(m_server.find(statement.id.value) == nullptr, isPoisoned);
    }
}

TEST_F(ExchangeTest, SetsOneRefusedStatementAsideWithTheServersReasonAndSendsTheRest)
{
    Device device(m_server, m_clock, m_mai);
    for (int i = 0; i < 5; ++i)
        device.study(m_course);
    const int recorded = device.waiting();
    {
        auto record = device.record();
        m_server.poisoned = {record.outbox().oldest(100)->at(7).id.value};
    }
    device.run();
    EXPECT_EQ(m_server.statements.size(), static_cast<std::size_t>(recorded - 1));
    EXPECT_EQ(device.waiting(), 0);
    EXPECT_EQ(device.status.people.at(0).setAside, 1);
    ASSERT_TRUE(has(device.status, SyncProblem::Kind::StatementSetAside));
    EXPECT_EQ(device.status.problems.front().statement.value, m_server.poisoned.front());
    EXPECT_THAT(device.status.problems.front().reason, HasSubstr("The verb is not known here. ($.verb)"));

    m_server.poisoned.clear(); // the server was mended
    device.exchange->sendAgain(m_mai[0].person, device.status.problems.front().statement);
    device.run();
    EXPECT_EQ(m_server.statements.size(), static_cast<std::size_t>(recorded));
    EXPECT_TRUE(device.status.problems.empty());
}

TEST_F(ExchangeTest, HalvesWhatIsTooLargeForTheServer)
{
    Device device(m_server, m_clock, m_mai);
    for (int i = 0; i < 5; ++i)
        device.study(m_course);
    const int recorded = device.waiting();
    m_server.maxBody = 4'000;
    device.run();
    EXPECT_EQ(m_server.statements.size(), static_cast<std::size_t>(recorded));
    EXPECT_TRUE(device.status.problems.empty());
}

TEST_F(ExchangeTest, AServerThatAnswers409ToEveryRepeatLosesNothing)
{
    m_server.conflictOnRepeat = true;
    int posts = 0;
    faultOnPost([&] { return ++posts == 1 ? Fault{Fault::Kind::DropAfter, 0, {}} : Fault{}; });
    Device device(m_server, m_clock, m_mai);
    device.study(m_course);
    const int recorded = device.waiting();
    device.run();
    EXPECT_EQ(m_server.statements.size(), static_cast<std::size_t>(recorded));
    EXPECT_EQ(device.waiting(), 0);
    EXPECT_EQ(device.status.people.at(0).setAside, 0);
}

TEST_F(ExchangeTest, AnotherStatementUnderTheSameIdIsSetAsideAndKept)
{
    Device device(m_server, m_clock, m_mai);
    device.study(m_course);
    {
        auto record = device.record();
        auto value = nlohmann::json::parse(record.outbox().oldest(1)->front().json);
        value["actor"]["account"]["name"] = "somebody else";
        m_server.statements.push_back({value.dump(), value, "other", m_clock.now()});
    }
    device.run();
    EXPECT_EQ(device.waiting(), 0);
    ASSERT_TRUE(has(device.status, SyncProblem::Kind::StatementSetAside));
    EXPECT_THAT(device.status.problems.front().reason, HasSubstr("another statement under this id"));
}

TEST_F(ExchangeTest, WhatTwoDevicesCompletedOfflineIsDeliveredOnceAndIsNoProblem)
{
    Device tablet(m_server, m_clock, m_mai, "tablet");
    Device phone(m_server, m_clock, m_mai, "phone");
    tablet.study(m_course);
    m_clock.advance(1h);
    phone.study(m_course); // the same page: the same id of "experienced", another time
    tablet.run();
    phone.statuses.clear();
    phone.run();
    for (const auto &status : phone.statuses)
        EXPECT_TRUE(status.problems.empty());
    EXPECT_EQ(phone.waiting(), 0);
    EXPECT_EQ(phone.status.people.at(0).setAside, 0);
}

TEST_F(ExchangeTest, A401AsksToSignInAgainAndLosesNothing)
{
    Device device(m_server, m_clock, m_mai);
    device.study(m_course);
    const int recorded = device.waiting();
    m_server.knownKeys = {"another"};
    device.run();
    EXPECT_TRUE(has(device.status, SyncProblem::Kind::SignInAgain));
    EXPECT_TRUE(device.status.people.at(0).mustSignInAgain);
    EXPECT_EQ(device.waiting(), recorded);
    const auto requests = m_server.requests.size();
    m_clock.advance(24h);
    device.run();
    EXPECT_EQ(m_server.requests.size(), requests); // no hammering with a dead credential

    device.setAccounts({account("mai", "another")});
    device.run();
    EXPECT_EQ(device.waiting(), 0);
    EXPECT_TRUE(device.status.problems.empty());
}

TEST_F(ExchangeTest, RetryAfterIsHonouredAndBounded)
{
    Device device(m_server, m_clock, m_mai);
    device.run();
    device.study(m_course);
    m_clock.advance(tuning::kGather);
    faultOnPost([] { return failing(503, "120"); });
    const auto first = device.exchange->runDue();
    EXPECT_EQ(*first, m_clock.now() + 120s);
    EXPECT_EQ(device.status.connection, Connection::Reachable);
    EXPECT_TRUE(device.status.problems.empty());
    m_clock.set(*first);
    faultOnPost([] { return failing(429, "99999999999999999999"); });
    EXPECT_EQ(*device.exchange->runDue(), m_clock.now() + tuning::kRetryAfterLongest);
    m_server.fault = nullptr;
    m_clock.advance(tuning::kRetryAfterLongest);
    device.run();
    EXPECT_EQ(device.waiting(), 0);
}

TEST_F(ExchangeTest, BacksOffFurtherAfterEachFailureAndStartsOverWhenAsked)
{
    Device device(m_server, m_clock, m_mai);
    m_server.fault = [](const Request &) { return Fault{Fault::Kind::DropBefore, 0, {}}; };
    std::vector<std::chrono::milliseconds> waits;
    for (int i = 0; i < 12; ++i) {
        const auto next = device.exchange->runDue();
        ASSERT_TRUE(next);
        waits.push_back(*next - m_clock.now());
        m_clock.set(*next);
    }
    EXPECT_GE(waits.front(), tuning::kBackoffFirst * 3 / 4);
    EXPECT_LE(waits.front(), tuning::kBackoffFirst);
    EXPECT_GT(waits[3], waits[0] * 4);
    EXPECT_GE(waits.back(), tuning::kBackoffLast * 3 / 4);
    EXPECT_LE(waits.back(), tuning::kBackoffLast);
    EXPECT_EQ(device.status.connection, Connection::NoAnswer);
    EXPECT_TRUE(device.status.problems.empty()); // being offline is no problem of hers
    device.exchange->hurry();
    m_server.fault = nullptr;
    device.run();
    EXPECT_EQ(device.status.connection, Connection::Reachable);
}

TEST_F(ExchangeTest, AClockThatIsSetBackDoesNotStopTheExchange)
{
    Device device(m_server, m_clock, m_mai);
    m_clock.advance(24h * 365);
    device.run();
    device.study(m_course);
    m_server.fault = [](const Request &) { return Fault{Fault::Kind::DropBefore, 0, {}}; };
    m_clock.advance(tuning::kGather);
    device.exchange->runDue(); // its next try is planned for the wrong year
    m_clock.advance(-24h * 365);
    m_server.fault = nullptr;
    EXPECT_LE(device.exchange->runDue().value(), m_clock.now() + tuning::kPlanLongest);
    EXPECT_EQ(device.waiting(), 0);
}

TEST_F(ExchangeTest, APortalsPageIsNotTakenForAnAnswer)
{
    Device device(m_server, m_clock, m_mai);
    device.study(m_course);
    const int recorded = device.waiting();
    for (const int status : {200, 302, 404}) {
        m_server.fault = [status](const Request &) { return Fault{Fault::Kind::Portal, status, {}}; };
        device.exchange->hurry();
        device.exchange->runDue();
        EXPECT_EQ(device.waiting(), recorded);
        EXPECT_FALSE(device.status.people.at(0).lastSent);
        EXPECT_EQ(device.status.connection, Connection::NoAnswer);
    }
}

TEST_F(ExchangeTest, AnswersThatNameOtherIdsCountAsNotSent)
{
    Device device(m_server, m_clock, m_mai);
    device.study(m_course);
    const int recorded = device.waiting();
    faultOnPost([] { return failing(200); }); // an LRS header, but no ids
    device.exchange->runDue();
    EXPECT_EQ(device.waiting(), recorded);
}

TEST_F(ExchangeTest, EverybodysStatementsGoUnderTheirOwnCredential)
{
    Device device(m_server, m_clock,
                  {account("mai", "key-mai"), account("lan", "key-lan"), account("hoa", "key-hoa")});
    for (std::size_t i = 0; i < 3; ++i)
        device.study(m_course, i);
    device.run();
    std::set<std::string> pairs;
    for (const auto &stored : m_server.statements)
        pairs.insert(stored.value.at("actor").at("account").at("name").get<std::string>() + "/" + stored.key);
    EXPECT_EQ(pairs, (std::set<std::string>{"mai/key-mai", "lan/key-lan", "hoa/key-hoa"}));
}

TEST_F(ExchangeTest, OneRevokedPersonDoesNotHoldUpTheOthers)
{
    Device device(m_server, m_clock, {account("mai", "key-mai"), account("lan", "key-lan")});
    m_server.knownKeys = {"key-lan"};
    device.study(m_course, 0);
    device.study(m_course, 1);
    device.run();
    EXPECT_GT(device.waiting(0), 0);
    EXPECT_EQ(device.waiting(1), 0);
}

TEST_F(ExchangeTest, ASilentServerIsAskedOnceARoundNotOncePerPerson)
{
    Device device(m_server, m_clock, {account("mai", "k1"), account("lan", "k2"), account("hoa", "k3")});
    int asked = 0;
    m_server.fault = [&](const Request &) {
        ++asked;
        return Fault{Fault::Kind::DropBefore, 0, {}};
    };
    device.exchange->runDue();
    EXPECT_EQ(asked, 1);
}

TEST_F(ExchangeTest, WithoutANetworkNothingIsTriedUnlessAPersonAsks)
{
    Device device(m_server, m_clock, m_mai);
    device.exchange->setNetwork(NetworkHint::None);
    EXPECT_FALSE(device.exchange->runDue());
    EXPECT_TRUE(m_server.requests.empty());
    EXPECT_EQ(device.status.connection, Connection::None);
    device.exchange->hurry();
    device.exchange->runDue();
    EXPECT_FALSE(m_server.requests.empty());
    EXPECT_EQ(device.status.connection, Connection::Reachable); // the hint was wrong
}

TEST_F(ExchangeTest, ReceivesAssignmentsCatalogueCoversAndKeys)
{
    const auto key = testing::makeKey();
    m_server.publish(testing::makeOffer(m_sources.path(), key, {.darkCover = true}));
    m_server.assignments = {{{"id", "a1"},
                             {"course", "c01-test"},
                             {"due", "2026-12-01T00:00:00Z"},
                             {"assigned", nullptr},
                             {"unit", "u1"},
                             {"programme", nullptr}}};
    m_server.trustedKeys = {
        {{"id", key.publicKey().id()},
         {"public_key", toBase64({reinterpret_cast<const char *>(key.publicKey().bytes.data()), 32})},
         {"name", "Test"}}};
    Device device(m_server, m_clock, m_mai);
    device.run();
    auto library = library::Library::open(device.folder());
    KAPOK_ASSERT_OK(library);
    EXPECT_EQ(library->assignments(m_mai[0].person)->list.at(0).course.value, "c01-test");
    const auto entry = library->entry({"c01-test"});
    KAPOK_ASSERT_OK(entry);
    EXPECT_EQ(entry->offeredVersion, "1.0.0");
    EXPECT_TRUE(std::filesystem::exists(entry->coverFile));
    EXPECT_TRUE(std::filesystem::exists(entry->coverDarkFile));
    EXPECT_NE(entry->coverDarkFile, entry->coverFile);
    EXPECT_NE(library->trustedKeys()->find(key.publicKey().id()), nullptr);
    const auto blobs = m_server.count("/blobs/");
    m_clock.advance(tuning::kPullEvery);
    device.run();
    EXPECT_EQ(m_server.count("/blobs/"), blobs); // the covers are here
    EXPECT_EQ(m_server.count("/catalogue"), 2);
}

TEST_F(ExchangeTest, TwoDevicesOfOnePersonLearnFromEachOther)
{
    Device tablet(m_server, m_clock, m_mai, "tablet");
    Device phone(m_server, m_clock, m_mai, "phone");
    phone.run();
    m_server.pageSize = 2; // several pages
    tablet.study(m_course);
    tablet.run();
    m_clock.advance(tuning::kPullEvery + 1min);
    phone.run();
    auto record = phone.record();
    const auto progress = record.progress(m_course.activityId());
    KAPOK_ASSERT_OK(progress);
    EXPECT_EQ(*progress, *tablet.record().progress(m_course.activityId()));
    EXPECT_FALSE(phone.changes.empty());
    const auto registration = record.registration(m_course.activityId());
    EXPECT_EQ(record.places().page(registration, m_course.activityId({"one"}))->value().value,
              "aim");              // the bookmark
    EXPECT_EQ(phone.waiting(), 0); // what was received is not sent back
    const auto posts = m_server.batchSizes.size();
    m_clock.advance(tuning::kPullEvery + 1min);
    phone.run();
    tablet.run();
    EXPECT_EQ(m_server.batchSizes.size(), posts);
}

TEST_F(ExchangeTest, MeasuresTheServersClock)
{
    Device device(m_server, m_clock, m_mai);
    device.run();
    ASSERT_TRUE(device.clockOffset);
    EXPECT_LE(std::chrono::abs(*device.clockOffset), 1s);
}

TEST_F(ExchangeTest, AnXapiEndpointAloneIsEnough)
{
    SyncAccount other = m_mai[0];
    other.serverUrl.clear();
    other.xapiUrl = "https://lrs.example/xapi/";
    Device device(m_server, m_clock, {other});
    device.study(m_course);
    device.run();
    EXPECT_EQ(device.waiting(), 0);
    EXPECT_EQ(m_server.count("/api/v1"), 0);
    EXPECT_TRUE(device.status.problems.empty());
}

TEST_F(ExchangeTest, CoursesComeFromTheServerWhileStatementsGoToARecordStoreOfHerOwn)
{
    SyncAccount both = m_mai[0];
    both.xapiUrl = "https://lrs.example/xapi";
    both.xapiCredential = Credential{"store-key", "store-secret"};
    Device device(m_server, m_clock, {both});
    device.study(m_course);
    device.run();
    EXPECT_EQ(device.waiting(), 0);
    EXPECT_GT(m_server.count("https://server.example/api/v1/catalogue"), 0);
    EXPECT_EQ(m_server.count("https://server.example/xapi"), 0);
    EXPECT_GT(m_server.count("https://lrs.example/xapi/statements"), 0);
    for (const Request &request : m_server.requests) {
        const bool toStore = request.url.starts_with("https://lrs.example");
        if (request.credential) {
            EXPECT_EQ(request.credential->key == "store-key", toStore) << request.url;
        }
    }
}

TEST_F(ExchangeTest, CoursesStillComeWhenTheRecordStoreOfHerOwnRefusesTheKey)
{
    SyncAccount both = m_mai[0];
    both.xapiUrl = "https://lrs.example/xapi";
    both.xapiCredential = Credential{"store-key", "wrong"};
    Device device(m_server, m_clock, {both});
    device.study(m_course);
    const int recorded = device.waiting();
    m_server.fault = [](const Request &request) {
        return request.url.starts_with("https://lrs.example") ? failing(401) : Fault{};
    };
    device.run();
    EXPECT_EQ(device.waiting(), recorded);
    EXPECT_TRUE(has(device.status, SyncProblem::Kind::RecordStore));
    EXPECT_FALSE(has(device.status, SyncProblem::Kind::SignInAgain));
    EXPECT_GT(m_server.count("https://server.example/api/v1/catalogue"), 0);
    m_server.fault = nullptr;
    device.exchange->hurry();
    device.run();
    EXPECT_EQ(device.waiting(), 0);
    EXPECT_TRUE(device.status.problems.empty());
}

TEST_F(ExchangeTest, AServerThatKeepsAnsweringNonsenseBecomesAProblem)
{
    Device device(m_server, m_clock, m_mai);
    device.study(m_course);
    m_server.fault = [](const Request &) { return failing(500); };
    for (int i = 0; i < tuning::kStrangeAnswers; ++i) {
        EXPECT_TRUE(device.status.problems.empty());
        device.exchange->hurry();
        device.exchange->runDue();
    }
    EXPECT_TRUE(has(device.status, SyncProblem::Kind::ServerTrouble));
    m_server.fault = nullptr;
    device.run();
    EXPECT_TRUE(device.status.problems.empty());
}

TEST_F(ExchangeTest, AStatementThatAServerFailsAtAgainAndAgainDoesNotHoldUpTheOthers)
{
    Device device(m_server, m_clock, m_mai);
    for (int i = 0; i < 30; ++i)
        device.study(m_course);
    const int recorded = device.waiting();
    std::string fatal;
    {
        auto record = device.record();
        fatal = record.outbox().oldest(100)->at(60).id.value;
    }
    m_server.fault = [&](const Request &request) {
        return request.body.find(fatal) == std::string::npos ? Fault{} : failing(500);
    };
    for (int i = 0; i <= tuning::kStrangeAnswers; ++i) {
        device.exchange->hurry();
        device.exchange->runDue();
    }
    EXPECT_EQ(m_server.statements.size(), static_cast<std::size_t>(recorded - 1));
    EXPECT_EQ(device.waiting(), 1); // it stays queued: nobody said that it is wrong
    EXPECT_TRUE(has(device.status, SyncProblem::Kind::ServerTrouble));
    m_server.fault = nullptr;
    device.run();
    device.exchange->hurry();
    device.run();
    EXPECT_EQ(device.waiting(), 0);
    EXPECT_TRUE(device.status.problems.empty());
}

TEST_F(ExchangeTest, ACancelEndsTheRoundAndKeepsEverything)
{
    Device device(m_server, m_clock, m_mai);
    device.study(m_course);
    const int recorded = device.waiting();
    device.cancel.cancel();
    device.exchange->runDue();
    EXPECT_EQ(device.waiting(), recorded);
    EXPECT_TRUE(device.status.problems.empty());
}

} // namespace
} // namespace kapok::sync
