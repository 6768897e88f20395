// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/sql_statement_store.h"
#include "core/roster/credentials.h"
#include "core/roster/secrets.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temporary_folder.h"

#include <algorithm>
#include <atomic>
#include <gtest/gtest.h>
#include <thread>
#include <vector>

namespace kapok::roster {
namespace {

constexpr const char *kPassword = "right-password";

class CredentialCache : public testing::Test {
protected:
    void SetUp() override
    {
        Roster roster(pool, clock);
        Node node;
        node.homePage = "https://kapok.example/nodes/test";
        node.names.byLanguage = {{"vi", "Kapok"}};
        ASSERT_TRUE(roster.prepareNode(node, true).ok());
        const auto unit = roster.addUnit({{}, "school", {}, {{{"vi", "Trường"}}}, {}, {}});
        ASSERT_TRUE(unit.ok()) << unit.error().detail;
        ASSERT_TRUE(roster.addPerson({"mai", "Mai", {}, "cô", *unit, {{"learner", {}}}, kPassword}).ok());
    }

    Issued signIn(Credentials &credentials, const std::string &device)
    {
        const auto in = credentials.signIn("mai", kPassword, {device, "Tablet", "Linux"}, "address");
        EXPECT_TRUE(in.ok() && in->outcome == SignIn::Outcome::SignedIn);
        return in->issued;
    }

    static bool isLetIn(Credentials &credentials, const Issued &issued)
    {
        const auto principal = credentials.authenticate(issued.key, issued.secret);
        EXPECT_TRUE(principal.ok());
        return principal.ok() && principal->has_value();
    }

    test::TemporaryFolder folder;
    test::ManualClock clock;
    store::Pool pool{folder.path() / "kapok.db", lrs::migrations()};
    store::Pool otherPool{folder.path() / "kapok.db", lrs::migrations()}; ///< of another process
    Credentials here{pool, clock};
    Credentials elsewhere{otherPool, clock};
};

TEST_F(CredentialCache, LetsNobodyInAfterAnotherProcessRevoked)
{
    const Issued issued = signIn(here, "a");
    EXPECT_TRUE(isLetIn(here, issued));
    EXPECT_TRUE(isLetIn(here, issued)); // from memory
    ASSERT_TRUE(elsewhere.revoke(issued.key).ok());
    EXPECT_FALSE(isLetIn(here, issued));
}

TEST_F(CredentialCache, LetsNobodyInWithTheSecretBeforeTheLastSignIn)
{
    const Issued first = signIn(here, "a");
    EXPECT_TRUE(isLetIn(here, first));
    const Issued second = signIn(elsewhere, "a"); // the same device
    EXPECT_FALSE(isLetIn(here, first));
    EXPECT_TRUE(isLetIn(here, second));
}

TEST_F(CredentialCache, LetsNobodyInWhoWasDeletedElsewhere)
{
    const Issued issued = signIn(here, "a");
    EXPECT_TRUE(isLetIn(here, issued));
    ASSERT_TRUE(Roster(otherPool, clock).removePerson("mai").ok());
    EXPECT_FALSE(isLetIn(here, issued));
}

TEST_F(CredentialCache, RefusesAWrongSecretOfAKeyThatItKnows)
{
    const Issued issued = signIn(here, "a");
    EXPECT_TRUE(isLetIn(here, issued));
    EXPECT_FALSE(isLetIn(here, {issued.key, issued.secret + "x"}));
    EXPECT_FALSE(isLetIn(here, {issued.key, ""}));
    EXPECT_TRUE(isLetIn(here, issued));
}

TEST_F(CredentialCache, KeepsWhoSomebodyIsAndOthersStayWhenOneIsRevoked)
{
    const Issued first = signIn(here, "a");
    const Issued second = signIn(here, "b");
    EXPECT_TRUE(isLetIn(here, first));
    ASSERT_TRUE(elsewhere.revoke(second.key).ok());
    const auto principal = here.authenticate(first.key, first.secret);
    ASSERT_TRUE(principal.ok() && *principal);
    ASSERT_TRUE((*principal)->person.has_value());
    EXPECT_EQ((*principal)->person->account, "mai");
    EXPECT_TRUE((*principal)->person->hasRole("learner"));
}

TEST_F(CredentialCache, WritesTheLastUseOnceAnHour)
{
    const Issued issued = signIn(here, "a");
    EXPECT_TRUE(isLetIn(here, issued));
    clock.advance(std::chrono::hours{2});
    const Time later = clock.now();
    EXPECT_TRUE(isLetIn(here, issued));
    clock.advance(std::chrono::minutes{5});
    EXPECT_TRUE(isLetIn(here, issued));
    const auto person = Roster(pool, clock).personByAccount("mai");
    const auto known = here.of(person->id);
    ASSERT_TRUE(known.ok());
    ASSERT_EQ(known->size(), 1u);
    EXPECT_EQ(known->front().lastUsed, later);
}

TEST_F(CredentialCache, LetsHerInWhenItsUseCannotBeNoted)
{
    const Issued issued = signIn(here, "a");
    store::Pool readOnly([&]() -> Result<store::Database> {
        KAPOK_TRY_ASSIGN(auto database, store::Database::open(folder.path() / "kapok.db", lrs::migrations()));
        KAPOK_TRY(database.run("PRAGMA query_only=ON"));
        return database;
    });
    Credentials reading(readOnly, clock);
    clock.advance(std::chrono::hours{2});
    EXPECT_TRUE(isLetIn(reading, issued));
}

TEST_F(CredentialCache, ReadsEverythingAnewOfAnotherDatabase)
{
    const Issued issued = signIn(here, "a");
    EXPECT_TRUE(isLetIn(here, issued));
    auto database = *pool.take();
    ASSERT_TRUE(database->run("DELETE FROM credential").ok()); // without the counter, as a restored backup
    EXPECT_TRUE(isLetIn(here, issued));
    here.forget();
    EXPECT_FALSE(isLetIn(here, issued));
}

TEST_F(CredentialCache, NeverLetsARevokedOneInWhileManyThreadsAsk)
{
    std::vector<Issued> all;
    for (int i = 0; i < 8; ++i)
        all.push_back(*here.addClient("tool", {"all"}));
    std::atomic<std::size_t> revoked = 0;
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 3; ++t)
        threads.emplace_back([&] {
            while (revoked < all.size()) {
                for (std::size_t i = 0; i < all.size(); ++i) {
                    const bool wasGone = i < revoked;
                    const auto principal = here.authenticate(all[i].key, all[i].secret);
                    if (wasGone && (!principal.ok() || principal->has_value()))
                        ++wrong;
                }
            }
        });
    for (const Issued &one : all) {
        EXPECT_TRUE(elsewhere.revoke(one.key).ok());
        ++revoked;
    }
    for (auto &thread : threads)
        thread.join();
    EXPECT_EQ(wrong, 0);
}

TEST(CredentialKeys, AreNoOptionsOfTheCommandThatRevokesThem)
{
    for (int i = 0; i < 2000; ++i) // one of 64 would be
        ASSERT_NE(newKey().front(), '-');
}

} // namespace
} // namespace kapok::roster
