// SPDX-License-Identifier: Apache-2.0
#include "tests/core/sync/exchange_test.h"

#include "core/sync/tuning.h"

namespace kapok::sync {
namespace {

using testing::account;
using testing::Device;
using testing::Fault;
using namespace std::chrono_literals;

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
    const int recorded = device.studyOften(m_course, 30);
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
    expectAllSentWhenAsked(device);
}

} // namespace
} // namespace kapok::sync
