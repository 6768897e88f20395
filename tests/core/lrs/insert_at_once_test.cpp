// SPDX-License-Identifier: Apache-2.0
// What PostgreSQL stores without being asked first is what it would have stored otherwise.
#include "core/lrs/figures.h"
#include "core/lrs/removal.h"
#include "tests/core/lrs/postgres_writer.h"
#include "tests/core/lrs/records.h"

#include <map>
#include <random>

namespace kapok {
namespace {

using lrs::Micros;
using test::Writer;

constexpr const char *kAnswered = "http://adlnet.gov/expapi/verbs/answered";
constexpr const char *kCompleted = "http://adlnet.gov/expapi/verbs/completed";
constexpr const char *kSatisfied = "https://w3id.org/xapi/adl/verbs/satisfied";
constexpr const char *kToCome = "2026-11-24T00:00:00Z";
constexpr const char *kNoon = "2026-11-22T12:00:00Z";

std::string id(int number)
{
    return "01890000-0000-7000-8000-0000000000" + std::to_string(number);
}

/// Of a learner, whose first answer was given at noon.
std::string answer(int number, const std::string &timestamp = kNoon)
{
    return test::answered(id(number), "learner", timestamp);
}

std::string withObject(const std::string &statement, const std::string &activity)
{
    auto json = nlohmann::json::parse(statement);
    json["object"]["id"] = activity;
    return json.dump();
}

class InsertAtOnceTest : public testing::Test {
protected:
    void SetUp() override
    {
        KAPOK_NEEDS_POSTGRES();
        writer.emplace();
        ASSERT_EQ(writer->insertAtOnce({answer(10)}), std::nullopt); // nothing is known yet
        ASSERT_TRUE(writer->insert({answer(10)}).ok());
        before = writer->everything();
    }

    void expectNothingIsStoredOf(const std::vector<std::string> &bodies)
    {
        EXPECT_EQ(writer->insertAtOnce(bodies), std::nullopt);
        EXPECT_EQ(writer->everything(), before);
    }

    std::optional<Writer> writer;
    std::string before;
};

TEST_F(InsertAtOnceTest, StoresWhatIsNewAndNamesWhatIsKnown)
{
    EXPECT_EQ(writer->insertAtOnce({"[" + answer(11) + "," + answer(12, "2026-11-22T13:00:00Z") + "]",
                                    answer(13, "2026-11-22T12:30:00Z")}),
              0);
    Writer asked;
    ASSERT_TRUE(asked
                    .insert({answer(10), answer(11), answer(12, "2026-11-22T13:00:00Z"),
                             answer(13, "2026-11-22T12:30:00Z")})
                    .ok());
    EXPECT_EQ(writer->everything(), asked.everything());
}

TEST_F(InsertAtOnceTest, StoresLaterThanAnybodyWasTold)
{
    const Micros told = *lrs::parseMicros("2026-11-23T10:00:00Z");
    writer->rows("SELECT setval('statement_told', " + std::to_string(told) + ")");
    const auto shift = writer->insertAtOnce({"[" + answer(11) + "," + answer(12) + "]"});
    ASSERT_TRUE(shift);
    EXPECT_EQ(
        writer->rows("SELECT max(stored), count(*) FROM statement WHERE stored > " + std::to_string(told)),
        std::to_string(told + 2) + "|2\n");
    for (const char *link : {"statement_id", "statement_agent", "statement_activity"})
        EXPECT_EQ(writer->rows("SELECT count(*) FROM " + std::string(link) +
                               " x WHERE NOT EXISTS (SELECT 1 FROM statement s WHERE s.stored = x.stored)"),
                  "0\n")
            << link;
}

TEST_F(InsertAtOnceTest, StoresLaterThanWhatAnotherWriterStored)
{
    const Micros last = *lrs::parseMicros("2026-11-23T10:00:00Z");
    writer->rows("UPDATE statement SET stored = " + std::to_string(last));
    ASSERT_TRUE(writer->insertAtOnce({answer(11)}));
    EXPECT_EQ(writer->rows("SELECT max(stored) FROM statement"), std::to_string(last + 1) + "\n");
}

TEST_F(InsertAtOnceTest, LeavesWhatIsThereToWhoeverLooks)
{
    expectNothingIsStoredOf({"[" + answer(11) + "," + answer(10) + "]"});
    expectNothingIsStoredOf({answer(11), answer(11)});
}

TEST_F(InsertAtOnceTest, LeavesWhatIsRetired)
{
    ASSERT_TRUE(writer->insertAtOnce({answer(11)}));
    ASSERT_TRUE(writer
                    ->inTransaction([](store::Database &database) -> Status {
                        KAPOK_TRY_ASSIGN(const int retired,
                                         lrs::retireStatements(database, *lrs::parseMicros(kToCome), 500));
                        EXPECT_EQ(retired, 2);
                        return success();
                    })
                    .ok());
    before = writer->everything();
    expectNothingIsStoredOf({answer(11)});
    EXPECT_TRUE(writer->insertAtOnce({answer(12)}));
}

TEST_F(InsertAtOnceTest, LeavesWhatIsVoidedAlready)
{
    ASSERT_TRUE(writer->insert({test::voiding(id(20), id(11))}).ok());
    before = writer->everything();
    expectNothingIsStoredOf({answer(11)});
}

TEST_F(InsertAtOnceTest, LeavesWhatRefersToAnotherStatement)
{
    ASSERT_TRUE(writer->insert({test::about(id(20), id(10), "learner")}).ok());
    before = writer->everything();
    expectNothingIsStoredOf({test::about(id(21), id(10), "learner")});
}

TEST_F(InsertAtOnceTest, LeavesWhatIsOfSomebodyForgotten)
{
    ASSERT_TRUE(writer->insert({test::plain(id(20), "other"), test::plain(id(21), "third")}).ok());
    ASSERT_TRUE(writer
                    ->inTransaction([](store::Database &database) -> Status {
                        KAPOK_TRY(lrs::forgetAgent(database, lrs::ifiOf({test::kHome, "other"}), Time()));
                        return success();
                    })
                    .ok());
    before = writer->everything();
    expectNothingIsStoredOf({test::plain(id(22), "other")});
    EXPECT_EQ(writer->insertAtOnce({test::plain(id(23), "third")}), 0);
}

TEST_F(InsertAtOnceTest, LeavesWhatMovesAFigure)
{
    expectNothingIsStoredOf({answer(11, "2026-11-22T11:59:59Z")});
    ASSERT_TRUE(writer
                    ->insert({test::plain(id(20), "new"), test::plain(id(21), "third", kCompleted),
                              test::plain(id(22), "third", kSatisfied, test::kCourse)})
                    .ok());
    before = writer->everything();
    expectNothingIsStoredOf({test::answered(id(11), "learner", kNoon, kCompleted)});
    expectNothingIsStoredOf(
        {withObject(test::answered(id(11), "learner", kNoon, kSatisfied), test::kCourse)});
    expectNothingIsStoredOf({test::answered(id(11), "new", kNoon)});
}

TEST_F(InsertAtOnceTest, LeavesWhatIsOfATimeToComeWhenItWouldBeStoredLaterThanItsFigureSays)
{
    ASSERT_TRUE(writer->insert({test::plain(id(20), "new"), test::answered(id(21), "new", kToCome)}).ok());
    const std::string told = "SELECT setval('statement_told', ";
    writer->rows(told + std::to_string(*lrs::parseMicros("2026-11-23T01:00:00Z")) + ")");
    before = writer->everything();
    expectNothingIsStoredOf({answer(11, kToCome)});
    writer->rows(told + "0)");
    EXPECT_EQ(writer->insertAtOnce({answer(11, kToCome)}), 0);
    const std::string folded = writer->figures();
    ASSERT_TRUE(writer->inTransaction(lrs::refoldEverybody).ok());
    EXPECT_EQ(writer->figures(), folded);
}

TEST_F(InsertAtOnceTest, LeavesWhatNamesAnythingNew)
{
    expectNothingIsStoredOf({test::plain(id(11), "nobody-yet", kAnswered)});
    expectNothingIsStoredOf({test::plain(id(11), "learner", "http://example.org/new-verb")});
    expectNothingIsStoredOf({test::plain(id(11), "learner", kAnswered, "http://example.org/new")});
    auto statement = nlohmann::json::parse(answer(11));
    statement["actor"]["name"] = "Lan";
    expectNothingIsStoredOf({statement.dump()});
    statement["actor"].erase("name");
    statement["object"]["definition"]["type"] = "http://example.org/type";
    expectNothingIsStoredOf({statement.dump()});
    statement["object"].erase("definition");
    statement["context"]["registration"] = id(99);
    expectNothingIsStoredOf({statement.dump()});
    statement["context"].erase("registration");
    EXPECT_EQ(writer->insertAtOnce({statement.dump()}), 0);
}

TEST_F(InsertAtOnceTest, LeavesWhatGetsItsTimestampFromTheServer)
{
    auto statement = nlohmann::json::parse(answer(11));
    statement.erase("timestamp");
    expectNothingIsStoredOf({statement.dump()});
}

TEST_F(InsertAtOnceTest, LeavesWhatHasAttachmentsOrAnotherAuthority)
{
    const std::string other = // the same agent, said in another way
        R"({"account":{"homePage":"https://kapok.example","name":"test"}})";
    EXPECT_EQ(writer->insertRequestAtOnce({answer(11), {}, {}, other, {}, {}}), std::nullopt);
    EXPECT_EQ(writer->insertRequestAtOnce({answer(11), {}, {}, test::kAuthority, {}, {{"00", "bytes"}}}),
              std::nullopt);
    EXPECT_EQ(writer->everything(), before);
}

TEST_F(InsertAtOnceTest, LeavesTheFirstOfAMonth)
{
    writer->setTime("2026-12-01T00:00:00Z");
    expectNothingIsStoredOf({answer(11)});
    ASSERT_TRUE(writer->insert({answer(11)}).ok());
    EXPECT_EQ(writer->insertAtOnce({answer(12)}), 0);
}

/// Without one it would say when it was stored.
std::string withTimestamp(const std::string &statement, const std::string &timestamp)
{
    return statement.substr(0, statement.size() - 1) + R"(,"timestamp":")" + timestamp + R"("})";
}

/// A request of one to four statements: of few learners, at any minute, sometimes a repeat, something
/// reached, or the voiding of another.
std::string anyRequest(std::mt19937 &random)
{
    const auto upTo = [&](int most) { return std::uniform_int_distribution(0, most)(random); };
    std::map<int, std::string> statements;
    for (int i = upTo(3); i >= 0; --i) {
        const int number = 10 + upTo(89);
        const std::string learner = "learner-" + std::to_string(number % 3); // a repeat says the same
        const std::string timestamp = "2026-11-22T1" + std::to_string(number % 10) + ":00:00Z";
        if (number % 17 == 0)
            statements[number] = withTimestamp(test::voiding(id(number), id(10 + number / 2)), timestamp);
        else if (number % 5 == 0)
            statements[number] = test::answered(id(number), learner, timestamp, kCompleted);
        else
            statements[number] = test::answered(id(number), learner, timestamp);
    }
    std::string body = "[";
    for (const auto &[number, statement] : statements)
        body += (body.size() > 1 ? "," : "") + statement;
    return body + "]";
}

TEST(InsertAtOnce, LeavesTheSameAsLookingFirst)
{
    KAPOK_NEEDS_POSTGRES();
    const auto seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    Writer writer, asked;
    int atOnce = 0;
    constexpr int kRequests = 200;
    for (int i = 0; i < kRequests; ++i) {
        const std::string body = anyRequest(random);
        ASSERT_TRUE(asked.insert({body}).ok()) << body;
        if (writer.insertAtOnce({body}))
            ++atOnce;
        else
            ASSERT_TRUE(writer.insert({body}).ok()) << body;
    }
    EXPECT_EQ(writer.everything(), asked.everything());
    const std::string folded = writer.figures();
    ASSERT_TRUE(writer.inTransaction(lrs::refoldEverybody).ok());
    EXPECT_EQ(writer.figures(), folded);
    EXPECT_GT(atOnce, 0);
    EXPECT_LT(atOnce, kRequests);
}

} // namespace
} // namespace kapok
