// SPDX-License-Identifier: Apache-2.0
#include "tests/core/sync/exchange_test.h"

#include "core/sync/tuning.h"
#include "core/xapi/equality.h"

namespace kapok::sync {
namespace {

using testing::account;
using testing::Device;
using testing::Fault;
using ::testing::HasSubstr;
using namespace std::chrono_literals;

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
    const int recorded = device.studyOften(m_course, 60);
    ASSERT_GT(recorded, 150);
    device.run();
    EXPECT_EQ(m_server.statements.size(), static_cast<std::size_t>(recorded));
    for (const auto size : m_server.batchSizes)
        EXPECT_LE(size, tuning::kBatchStatements);
}

TEST_F(ExchangeTest, PacksWithGzipForAServerThatNamesNoDictionary)
{
    Device device(m_server, m_clock, m_mai);
    device.studyOften(m_course, 60);
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
    device.studyOften(m_course, 100);
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
    device.studyOften(m_course, 90);
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
    const int recorded = device.studyOften(m_course, 5);
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
    const int recorded = device.studyOften(m_course, 5);
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
