// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/http/intake.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kapok::kapokd {
namespace {

const IntakeRules kRules{[](std::string_view method, std::string_view path) -> std::uint64_t {
                             return method == "PUT" && path == "/small" ? 4 : 100;
                         },
                         "x-refused", 50};

std::string takeAll(Intake &intake)
{
    std::string all;
    char piece[7];
    while (const auto size = intake.take(piece, sizeof piece))
        all.append(piece, size);
    return all;
}

const std::string kGet = "GET /a?b HTTP/1.1\r\nHost: x\r\n\r\n";
const std::string kPost = "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello";

TEST(Intake, LetsRequestsThroughAsTheyCame)
{
    MemoryBudget budget(1000);
    Intake intake(kRules, budget);
    intake.receive(kGet + kPost + kPost);
    EXPECT_EQ(takeAll(intake), kGet + kPost + kPost);
    EXPECT_EQ(intake.phase(), Intake::Phase::Idle);
    EXPECT_EQ(budget.used(), 0u);
}

TEST(Intake, GivesNoMoreThanOneRequestBeforeItIsAskedAgain)
{
    MemoryBudget budget(1000);
    Intake intake(kRules, budget);
    intake.receive(kPost + kGet);
    char large[1000];
    std::string first;
    while (first.size() < kPost.size())
        first.append(large, intake.take(large, sizeof large));
    EXPECT_EQ(first, kPost);
    EXPECT_EQ(budget.used(), 5u); // until the next request is wanted, this one is at work
    EXPECT_EQ(takeAll(intake), kGet);
    EXPECT_EQ(budget.used(), 0u);
}

TEST(Intake, LeavesOutABodyThatIsTooLargeAndGoesOn)
{
    MemoryBudget budget(1000);
    Intake intake(kRules, budget);
    intake.receive(
        "PUT /small?q HTTP/1.1\r\nHost: x\r\nA: b\r\nContent-Length:\r\n  5\r\nX-Expect: x\r\n\r\nhello" +
        kGet);
    EXPECT_EQ(takeAll(intake), "PUT /small?q HTTP/1.1\r\nHost: x\r\nA: b\r\nX-Expect: x\r\nx-refused: 413\r\n"
                               "Content-Length: 0\r\n\r\n" +
                                   kGet);
}

TEST(Intake, WaitsForTheEndOfWhatItLeavesOutBeforeTheConnectionIsClosed)
{
    MemoryBudget budget(1000);
    Intake intake(kRules, budget);
    intake.receive("PUT /small HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\nConnection: close\r\n\r\n12345");
    EXPECT_EQ(takeAll(intake), "");
    intake.receive("6789");
    EXPECT_EQ(
        takeAll(intake),
        "PUT /small HTTP/1.1\r\nHost: x\r\nConnection: close\r\nx-refused: 413\r\nContent-Length: 0\r\n\r\n");
}

TEST(Intake, LeavesOutABodyThatThereIsNoMemoryFor)
{
    MemoryBudget budget(8);
    Intake first(kRules, budget);
    first.receive(kPost.substr(0, kPost.size() - 1));
    EXPECT_EQ(takeAll(first), kPost.substr(0, kPost.size() - 1));
    Intake second(kRules, budget);
    second.receive(kPost);
    EXPECT_EQ(takeAll(second), "POST /a HTTP/1.1\r\nHost: x\r\nx-refused: 503\r\nContent-Length: 0\r\n\r\n");
    first.receive("o");
    EXPECT_EQ(takeAll(first), "o");
    second.receive(kPost);
    EXPECT_EQ(takeAll(second), kPost);
}

TEST(Intake, TakesMemoryForABodyAsItComes)
{
    MemoryBudget budget(8);
    const std::string head = kPost.substr(0, kPost.size() - 5);
    Intake announcing(kRules, budget);
    announcing.receive(head);
    EXPECT_EQ(takeAll(announcing), head);
    Intake other(kRules, budget);
    other.receive(head + "hell");
    EXPECT_EQ(takeAll(other), head + "hell"); // nobody is kept out by what has not come
    announcing.receive("hello");
    EXPECT_EQ(takeAll(announcing), "");
    EXPECT_EQ(announcing.problem(), 503);
    announcing.receive(kGet);
    EXPECT_EQ(takeAll(announcing), "");
    other.receive("o" + kGet);
    EXPECT_EQ(takeAll(other), "o" + kGet);
}

TEST(Intake, GivesBackItsMemoryWhenTheConnectionEnds)
{
    MemoryBudget budget(8);
    {
        Intake intake(kRules, budget);
        intake.receive(kPost.substr(0, kPost.size() - 1));
        static_cast<void>(takeAll(intake));
        EXPECT_EQ(budget.used(), 4u);
        EXPECT_EQ(intake.phase(), Intake::Phase::Body);
    }
    EXPECT_EQ(budget.used(), 0u);
}

TEST(Intake, GivesChunkedBodiesALength)
{
    MemoryBudget budget(1000);
    Intake intake(kRules, budget);
    intake.receive("POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nB: "
                   "c\r\n\r\n2\r\nhe\r\n3;x\r\nllo\r\n0\r\nT: r\r\n\r\n" +
                   kGet);
    EXPECT_EQ(takeAll(intake),
              "POST /a HTTP/1.1\r\nHost: x\r\nB: c\r\nContent-Length: 5\r\n\r\nhello" + kGet);
    intake.receive("PUT /small HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: "
                   "chunked\r\n\r\n5\r\nhello\r\n1\r\nx\r\n0\r\n\r\n" +
                   kGet);
    EXPECT_EQ(takeAll(intake),
              "PUT /small HTTP/1.1\r\nHost: x\r\nx-refused: 413\r\nContent-Length: 0\r\n\r\n" + kGet);
}

TEST(Intake, EndsAConnectionThatSendsOnWhatWasRefused)
{
    MemoryBudget budget(1000);
    Intake intake(kRules, budget);
    intake.receive("PUT /small HTTP/1.1\r\nHost: x\r\nContent-Length: 90\r\n\r\n");
    EXPECT_FALSE(takeAll(intake).empty());
    intake.receive(std::string(51, 'x'));
    EXPECT_EQ(takeAll(intake), "");
    EXPECT_TRUE(intake.isOver());
}

TEST(Intake, KnowsWhoWaitsForContinue)
{
    MemoryBudget budget(1000);
    Intake intake(kRules, budget);
    intake.receive("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    static_cast<void>(takeAll(intake));
    EXPECT_TRUE(intake.takeContinue());
    EXPECT_FALSE(intake.takeContinue());
    intake.receive("hello" + kPost);
    static_cast<void>(takeAll(intake));
    EXPECT_FALSE(intake.takeContinue());
    intake.receive("PUT /small HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(
        takeAll(intake),
        "PUT /small HTTP/1.1\r\nHost: x\r\nx-refused: 413\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    EXPECT_FALSE(intake.takeContinue());
}

TEST(Intake, KnowsWhatIsNoHttp)
{
    for (const std::string &nonsense :
         {std::string("nonsense\r\n\r\n"), std::string("\x16\x03\x01"),
          std::string("GET / HTTP/1.1\r\nHost: x\r\nno field\r\n\r\n"),
          std::string("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nmany\r\n"),
          std::string("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx")}) {
        MemoryBudget budget(1000);
        Intake intake(kRules, budget);
        intake.receive(kGet + nonsense);
        EXPECT_EQ(takeAll(intake), kGet) << nonsense;
        EXPECT_EQ(intake.problem(), 400) << nonsense;
        intake.receive(kGet);
        EXPECT_EQ(takeAll(intake), "") << nonsense;
        EXPECT_EQ(budget.used(), 0u) << nonsense;
    }
}

TEST(Intake, RefusesWhatCanBeReadInTwoWays) // RFC 9112, 3.2, 5.1, 5.2, 6.1
{
    const auto problemOf = [](const std::string &head) {
        MemoryBudget budget(1000);
        Intake intake(kRules, budget);
        intake.receive(head + "\r\n5\r\nhello\r\n0\r\n\r\n");
        const std::string out = takeAll(intake);
        EXPECT_EQ(out.empty(), intake.problem() != 0) << head;
        return intake.problem();
    };
    const std::string post = "POST /a HTTP/1.1\r\nHost: x\r\n";
    EXPECT_EQ(problemOf(post + "Transfer-Encoding:\t Chunked \r\n"), 0);
    for (const char *fields :
         {"Transfer-Encoding : chunked\r\n", "Transfer-Encoding: gzip, chunked\r\n",
          "Transfer-Encoding: xchunked\r\n", "Transfer-Encoding: chunked, identity\r\n",
          "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
          "Transfer-Encoding:\r\n chunked\r\n", "Transfer-Encoding: chunked\r\n\t, x\r\n",
          "Content-Length : 5\r\n", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
          "Content-Length: 5\r\nContent-Length: 5\r\n", "A : b\r\n", "Host: x\r\n"})
        EXPECT_EQ(problemOf(post + fields), 400) << fields;
    for (const char *head : {"POST /a HTTP/1.1\r\n", "POST /a HTTP/2.0\r\nHost: x\r\n", "GET /a\r\n",
                             "POST /a HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"})
        EXPECT_EQ(problemOf(head), 400) << head;
}

TEST(Intake, TakesRequestsOfHttp10)
{
    MemoryBudget budget(1000);
    Intake intake(kRules, budget);
    const std::string post =
        "POST /a HTTP/1.0\r\nConnection: keep-alive\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n";
    intake.receive(post);
    EXPECT_EQ(takeAll(intake), post);
    EXPECT_FALSE(intake.takeContinue()); // RFC 9110, 10.1.1: it does not know what that is
    intake.receive("hello");
    EXPECT_EQ(takeAll(intake), "hello");
}

TEST(Intake, SkipsEmptyLinesBeforeARequest) // RFC 9112, 2.2
{
    MemoryBudget budget(1000);
    Intake intake(kRules, budget);
    intake.receive("\r\n" + kPost + "\r\n");
    EXPECT_EQ(takeAll(intake), kPost);
    EXPECT_EQ(intake.phase(), Intake::Phase::Idle);
    intake.receive("\nPUT /small HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello\r\n\r\n" + kGet);
    EXPECT_EQ(takeAll(intake),
              "PUT /small HTTP/1.1\r\nHost: x\r\nx-refused: 413\r\nContent-Length: 0\r\n\r\n" + kGet);
}

TEST(Intake, RefusesAHeadThatIsTooLarge)
{
    const auto problemOf = [](const std::string &fields) {
        MemoryBudget budget(1000);
        Intake intake(kRules, budget);
        intake.receive("GET /x HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n");
        static_cast<void>(takeAll(intake));
        return intake.problem();
    };
    std::string fields;
    for (int i = 0; i < 99; ++i) // and Host
        fields += "A" + std::to_string(i) + ": b\r\n";
    EXPECT_EQ(problemOf(fields), 0);
    EXPECT_EQ(problemOf(fields + "B: c\r\n"), 431);
    EXPECT_EQ(problemOf("A: " + std::string(16'000, 'a') + "\r\n"), 0);
    EXPECT_EQ(problemOf("A: " + std::string(17'000, 'a') + "\r\n"), 431);
    EXPECT_EQ(problemOf("A: " + std::string(9'000, 'a') + "\r\n " + std::string(9'000, 'a') + "\r\n"), 431);
    EXPECT_EQ(problemOf(std::string(300, 'a') + ": b\r\n"), 431);
    std::string large;
    for (int i = 0; i < 5; ++i)
        large += "A: " + std::string(14'000, 'a') + "\r\n";
    EXPECT_EQ(problemOf(large), 431);
}

RC_GTEST_PROP(IntakeProperty, DoesNotMindHowTheBytesComeIn, (const std::vector<std::uint8_t> &cuts))
{
    const std::string all =
        kGet + kPost + "PUT /small HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n123456789" +
        "POST /b HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n" + kPost;
    MemoryBudget budget(1000);
    Intake whole(kRules, budget);
    whole.receive(all);
    const std::string wanted = takeAll(whole);
    Intake pieces(kRules, budget);
    std::string got;
    std::size_t at = 0;
    for (const std::uint8_t cut : cuts) {
        const auto size = std::min<std::size_t>(cut % 30, all.size() - at);
        pieces.receive(std::string_view(all).substr(at, size));
        at += size;
        got += takeAll(pieces);
    }
    pieces.receive(std::string_view(all).substr(at));
    got += takeAll(pieces);
    RC_ASSERT(got == wanted);
}

} // namespace
} // namespace kapok::kapokd
