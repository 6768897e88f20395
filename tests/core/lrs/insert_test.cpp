// SPDX-License-Identifier: Apache-2.0
// Statements of several requests stored together end as if one request had come after the other.
#include "core/lrs/insert.h"
#include "core/lrs/interning.h"
#include "core/lrs/memory.h"
#include "core/lrs/removal.h"
#include "core/store/postgres.h"
#include "tests/core/lrs/records.h"
#include "tests/core/lrs/requests.h"
#include "tests/support/postgres.h"

namespace kapok {
namespace {

using lrs::Micros;
using store::Query;

class InsertTest : public testing::TestWithParam<const char *> {
protected:
    void SetUp() override
    {
        if (GetParam() == std::string("sqlite")) {
            database.emplace(test::openDatabase(folder.path() / "kapok.db"));
            return;
        }
        KAPOK_NEEDS_POSTGRES();
        place.emplace();
        auto opened = store::openPostgres(place->address(), lrs::postgresMigrations());
        ASSERT_TRUE(opened.ok()) << opened.error().detail;
        database.emplace(*std::move(opened));
    }

    /// Each of \p bodies is a request; nothing is kept when this fails.
    Status insert(const std::vector<std::string> &bodies) { return insert(test::Requests(bodies, m_last)); }
    /// One request of somebody who may only speak of herself.
    Status insertAs(const std::string &agent, const std::string &body)
    {
        return insert(test::Requests({body, {}, xapi::Version::V1_0_3, test::kAuthority, agent}, m_last));
    }

    Status retireAll()
    {
        auto transaction = *store::Transaction::begin(*database);
        KAPOK_TRY_ASSIGN(const int retired, lrs::retireStatements(*database, m_last + 1, 500));
        EXPECT_GT(retired, 0);
        return transaction.commit();
    }

    Status insert(const test::Requests &requests)
    {
        auto transaction = *store::Transaction::begin(*database);
        KAPOK_TRY(lrs::insertStatements(*database, requests.insertions(), [this] { return ++m_last; }));
        return transaction.commit();
    }

    /// Of each statement, in the order of `stored`: its id's last digit and whether it is voided.
    std::string rows()
    {
        std::string text;
        auto query = database->query("SELECT id, voided FROM statement ORDER BY stored");
        while (*query.step())
            text += lrs::uuidText(query.blob(0)).substr(35) + (query.integer(1) != 0 ? "x " : " ");
        return text;
    }

    /// Of each learner in each course: when she began and when she was last there.
    std::vector<std::pair<Micros, Micros>> figures()
    {
        return *database->query("SELECT started, last_seen FROM figure ORDER BY agent, course")
                    .all([](const Query &row) { return std::pair(row.integer(0), row.integer(1)); });
    }

    static std::string answer(int digit, const std::string &hour)
    {
        return test::answered(id(digit), "learner", "2026-11-22T" + hour + ":00:00Z");
    }
    static Micros at(const std::string &hour) { return *lrs::parseMicros("2026-11-22T" + hour + ":00:00Z"); }

    static std::string id(int digit) { return "01890000-0000-7000-8000-00000000000" + std::to_string(digit); }

    const test::TemporaryFolder folder;
    std::optional<test::PostgresDatabase> place;
    std::optional<store::Database> database;

private:
    Micros m_last = 1'796'000'000'000'000;
};

TEST_P(InsertTest, TakesAStatementThatTwoRequestsBringOnce)
{
    const Status done =
        insert({"[" + test::plain(id(1)) + "," + test::plain(id(2)) + "]",
                "[" + test::plain(id(3)) + "," + test::plain(id(2)) + "]", test::plain(id(1))});
    ASSERT_TRUE(done.ok()) << done.error().detail;
    EXPECT_EQ(rows(), "1 2 3 ");
}

TEST_P(InsertTest, RefusesADifferentStatementOfARequestBesideIt)
{
    const Status done = insert({test::plain(id(1)), test::plain(id(2)), test::plain(id(1), "other")});
    ASSERT_FALSE(done.ok());
    EXPECT_EQ(done.error().code, ErrorCode::Conflict);
    EXPECT_EQ(rows(), "");
}

TEST_P(InsertTest, VoidsWhatARequestBesideItBringsBeforeOrAfter)
{
    const Status done = insert({test::plain(id(1)), test::voiding(id(2), id(1)), test::voiding(id(3), id(4)),
                                test::plain(id(4)), test::plain(id(5))});
    ASSERT_TRUE(done.ok()) << done.error().detail;
    EXPECT_EQ(rows(), "1x 2 3 4x 5 ");
}

TEST_P(InsertTest, FoldsWhatComesAfterAVoidingIntoTheFiguresThatItLeft)
{
    lrs::Memory memory; // with it figures are asked for ahead
    const lrs::Memory::Use use(memory);
    ASSERT_TRUE(insert({answer(1, "07")}).ok());
    EXPECT_EQ(figures(), (std::vector{std::pair(at("07"), at("07"))}));
    const Status done = insert({answer(2, "09"), test::voiding(id(3), id(1)), answer(4, "08")});
    ASSERT_TRUE(done.ok()) << done.error().detail;
    EXPECT_EQ(figures(), (std::vector{std::pair(at("08"), at("09"))}));
}

TEST_P(InsertTest, KeepsNothingOfARetiredStatementThatComesAgain)
{
    ASSERT_TRUE(insert({answer(1, "07"), test::plain(id(2))}).ok());
    const auto before = figures();
    ASSERT_TRUE(retireAll().ok());
    const Status done = insert({"[" + answer(1, "09") + "," + test::plain(id(4)) + "]", test::plain(id(2))});
    ASSERT_TRUE(done.ok()) << done.error().detail;
    EXPECT_EQ(rows(), "4 ");
    EXPECT_EQ(figures(), before);
}

TEST_P(InsertTest, KeepsNothingThatARetiredStatementVoidsBeforeItComes)
{
    ASSERT_TRUE(insert({test::voiding(id(2), id(1)), test::plain(id(3))}).ok());
    ASSERT_TRUE(retireAll().ok());
    ASSERT_TRUE(insert({answer(1, "07"), test::plain(id(3)), test::plain(id(4))}).ok());
    EXPECT_EQ(rows(), "4 ");
    EXPECT_TRUE(figures().empty());
}

TEST_P(InsertTest, TakesWhatVoidsARetiredStatementFromWhoeverMayHaveStoredIt)
{
    ASSERT_TRUE(insert({answer(1, "07")}).ok());
    const auto before = figures();
    ASSERT_TRUE(retireAll().ok());
    const std::string learner = lrs::ifiOf({test::kHome, "learner"});
    const Status done = insertAs(learner, test::voiding(id(2), id(1), "learner"));
    ASSERT_TRUE(done.ok()) << done.error().detail;
    EXPECT_EQ(rows(), "2 ");
    EXPECT_EQ(figures(), before); // what it said cannot be taken out any more
    EXPECT_EQ(insertAs(learner, test::voiding(id(3), id(5), "learner")).error().code, ErrorCode::Forbidden);
}

INSTANTIATE_TEST_SUITE_P(Both, InsertTest, testing::Values("sqlite", "postgres"),
                         [](const auto &which) { return std::string(which.param); });

} // namespace
} // namespace kapok
