// SPDX-License-Identifier: Apache-2.0
#include "core/base/hash.h"
#include "core/lrs/sql_statement_store.h"
#include "core/roster/credentials.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

namespace kapok {
namespace {

using namespace std::chrono_literals;
using roster::SignIn;

/// A province with one school and one teacher, "mai", whose password is "right-password".
class Roster : public testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_TRUE(people.prepareNode({"https://kapok.example/a", {{{"vi", "Sở"}}}, "VN", 420}, true).ok());
        province = add({}, "province", "Cao Bằng");
        school = add(province, "school", "Trường");
        mai = *people.addPerson(person("mai"));
    }

    UnitId add(const UnitId &parent, const char *kind, const char *name)
    {
        const auto id = people.addUnit({{}, kind, parent, {{{"vi", name}}}, {}, {}});
        EXPECT_TRUE(id.ok());
        return *id;
    }

    [[nodiscard]] roster::NewPerson person(const std::string &account) const
    {
        return {account, "Hoàng Thị Mai", {}, "cô", school, {{"learner", {}}}, "right-password"};
    }

    Result<SignIn> signIn(const std::string &password, const std::string &account = "mai",
                          const std::string &address = "192.0.2.1")
    {
        return credentials.signIn(account, password, {"device-1", "Tablet", "Linux"}, address);
    }

    test::TemporaryFolder folder;
    test::ManualClock clock;
    store::Pool pool{folder.path() / "kapok.db", lrs::migrations()};
    roster::Roster people{pool, clock};
    roster::Credentials credentials{pool, clock};
    UnitId province;
    UnitId school;
    PersonId mai;
};

TEST_F(Roster, SignsInWithTheRightPasswordOnly)
{
    EXPECT_EQ(signIn("wrong-password")->outcome, SignIn::Outcome::Wrong);
    EXPECT_EQ(signIn("right-password", "nobody")->outcome, SignIn::Outcome::Wrong);
    const auto in = signIn("right-password");
    ASSERT_TRUE(in.ok());
    ASSERT_EQ(in->outcome, SignIn::Outcome::SignedIn);
    const auto known = credentials.authenticate(in->issued.key, in->issued.secret);
    ASSERT_TRUE(known.ok() && *known);
    EXPECT_EQ((*known)->person->id, mai);
    EXPECT_FALSE(credentials.authenticate(in->issued.key, "guess")->has_value());
    EXPECT_FALSE(credentials.authenticate("guess", in->issued.secret)->has_value());
}

TEST_F(Roster, KeepsNeitherPasswordsNorSecretsInTheDatabase)
{
    const auto in = signIn("right-password");
    auto database = pool.take();
    const auto rows = (*database)
                          ->query("SELECT password FROM person UNION ALL SELECT hex(digest) FROM credential")
                          .all([](const store::Query &row) { return row.text(0); });
    ASSERT_EQ(rows->size(), 2u);
    EXPECT_TRUE(rows->at(0).starts_with("$argon2id$")) << rows->at(0);
    EXPECT_EQ(rows->at(1).find(in->issued.secret), std::string::npos);
}

TEST_F(Roster, LetsAnAccountWaitAfterFiveWrongPasswordsAlsoFromElsewhere)
{
    for (int i = 0; i < roster::Credentials::kAccountTries; ++i)
        EXPECT_EQ(signIn("wrong-password", "mai", "192.0.2." + std::to_string(i))->outcome,
                  SignIn::Outcome::Wrong);
    const auto waiting = signIn("right-password", "mai", "192.0.2.99");
    EXPECT_EQ(waiting->outcome, SignIn::Outcome::Throttled);
    EXPECT_EQ(waiting->wait, 60s);
    clock.advance(61s);
    EXPECT_EQ(signIn("right-password")->outcome, SignIn::Outcome::SignedIn);
    EXPECT_EQ(signIn("wrong-password")->outcome, SignIn::Outcome::Wrong); // forgiven
}

TEST_F(Roster, LetsAnAddressWaitWhenItGuessesAtManyAccounts)
{
    // As after that many tries but one; each takes as long as hashing a password.
    auto database = pool.take();
    ASSERT_TRUE(
        (*database)
            ->run("INSERT INTO throttle (subject, failures, blocked_until, changed) VALUES (?, ?, 0, ?)",
                  {sha256("address 192.0.2.1"), roster::Credentials::kAddressTries - 1,
                   clock.now().time_since_epoch().count()})
            .ok());
    EXPECT_EQ(signIn("wrong-password", "somebody")->outcome, SignIn::Outcome::Wrong);
    EXPECT_EQ(signIn("right-password")->outcome, SignIn::Outcome::Throttled);
    EXPECT_EQ(signIn("right-password", "mai", "192.0.2.2")->outcome, SignIn::Outcome::SignedIn);
    clock.advance(61s);
    EXPECT_EQ(signIn("right-password")->outcome, SignIn::Outcome::SignedIn);
}

TEST_F(Roster, DoublesTheWaitWhenGuessingGoesOn)
{
    for (int i = 0; i < roster::Credentials::kAccountTries; ++i)
        ASSERT_TRUE(signIn("wrong-password").ok());
    clock.advance(61s);
    EXPECT_EQ(signIn("wrong-password")->outcome, SignIn::Outcome::Wrong);
    EXPECT_EQ(signIn("wrong-password")->wait, 120s);
}

TEST_F(Roster, RefusesARevokedCredentialAtTheNextRequest)
{
    const auto in = signIn("right-password");
    ASSERT_TRUE(credentials.revoke(in->issued.key).ok());
    EXPECT_FALSE(credentials.authenticate(in->issued.key, in->issued.secret)->has_value());
    EXPECT_EQ(credentials.revoke(in->issued.key).error().code, ErrorCode::NotFound);
}

TEST_F(Roster, ReplacesTheCredentialOfTheSamePersonAndDevice)
{
    const auto first = signIn("right-password");
    const auto second = signIn("right-password");
    EXPECT_FALSE(credentials.authenticate(first->issued.key, first->issued.secret)->has_value());
    EXPECT_TRUE(credentials.authenticate(second->issued.key, second->issued.secret)->has_value());
    EXPECT_EQ(credentials.of(mai)->size(), 1u);
}

TEST_F(Roster, GivesClientsOnlyScopesThatExist)
{
    EXPECT_EQ(credentials.addClient("tool", {"everything"}).error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(credentials.addClient("t\xff", {"all"}).error().code, ErrorCode::InvalidInput);
    const auto client = credentials.addClient("tool", {"statements/read", "state"});
    ASSERT_TRUE(client.ok());
    const auto known = credentials.authenticate(client->key, client->secret);
    ASSERT_TRUE(known.ok() && *known);
    EXPECT_FALSE((*known)->person.has_value());
    EXPECT_EQ((*known)->scopes, (std::vector<std::string>{"statements/read", "state"}));
}

TEST_F(Roster, AssignsToABranchOrAPersonAndTellsTheEarliestDue)
{
    const Time now = clock.now();
    const auto first = people.assign({"c1", province, {}, now + 24h, {}});
    ASSERT_TRUE(first.ok());
    ASSERT_TRUE(people.assign({"c1", {}, mai, now + 1h, {}}).ok());
    ASSERT_TRUE(people.assign({"c2", school, {}, {}, {}}).ok());
    EXPECT_EQ(*people.assign({"c1", province, {}, now + 48h, {}}), *first); // the same one, changed
    const auto hers = people.assignmentsOf(mai);
    ASSERT_EQ(hers->size(), 2u);
    EXPECT_EQ(hers->at(0).course, "c1");
    EXPECT_EQ(hers->at(0).due, now + 1h);
    EXPECT_EQ(hers->at(1).unit, school);
    EXPECT_EQ(people.assign({"c1", {}, {}, {}, {}}).error().code, ErrorCode::InvalidInput);
}

TEST_F(Roster, ListsABranchWithParentsFirst)
{
    const auto other = add({}, "province", "Khác");
    const auto classroom = add(school, "class", "Lớp");
    const auto branch = people.branches({province, school});
    ASSERT_EQ(branch->size(), 3u);
    EXPECT_EQ(branch->at(0).id, province);
    EXPECT_EQ(branch->at(1).id, school);
    EXPECT_EQ(branch->at(2).id, classroom);
    EXPECT_EQ(people.branches({other})->size(), 1u);
}

TEST_F(Roster, MovesAPersonWithHerRoleOfLearnerOnly)
{
    const UnitId other = add(province, "school", "Trường khác");
    auto head = person("head");
    head.roles = {{"learner", {}}, {"reviewer", {}}, {"author", province}};
    ASSERT_TRUE(people.addPerson(head).ok());
    ASSERT_TRUE(people.movePerson("head", other).ok());
    const auto moved = people.personByAccount("head");
    EXPECT_EQ(moved->unit, other);
    const std::vector<roster::Role> left{{"author", province}, {"learner", other}};
    EXPECT_EQ(moved->roles, left);
    EXPECT_EQ(people.movePerson("nobody", other).error().code, ErrorCode::NotFound);
    EXPECT_EQ(people.movePerson("head", {"nowhere"}).error().code, ErrorCode::NotFound);
}

TEST_F(Roster, KnowsTheWayUpFromAUnitAndHowDeepToGo)
{
    const UnitId klass = add(school, "class", "Lớp");
    const std::vector<UnitId> up{klass, school, province};
    EXPECT_EQ(*people.path(klass), up);
    EXPECT_TRUE(people.path({"nowhere"})->empty());
    EXPECT_EQ(people.branches({province}, 1)->size(), 2u);
    EXPECT_EQ(people.branches({province, school})->size(), 3u);
}

TEST_F(Roster, GoesOnlyAsDeepAsSoManyUnitsAllow)
{
    for (int i = 0; i < 3; ++i)
        add(school, "class", "Lớp"); // the province, its school, three classes
    EXPECT_EQ(people.depthOf({province}, 5).value(), 2);
    EXPECT_EQ(people.depthOf({province}, 4).value(), 1);
    EXPECT_EQ(people.depthOf({province}, 1).value(), 1); // one level in any case
    EXPECT_EQ(people.depthOf({school}, 4).value(), 1);
    EXPECT_EQ(people.depthOf({province, school}, 9).value(), 2); // counted twice, listed once
    EXPECT_EQ(people.depthOf({province, school}, 8).value(), 1);
    EXPECT_EQ(people.depthOf({}, 5).value(), 1);
}

TEST_F(Roster, RefusesABadAccountAShortPasswordAndATakenAccount)
{
    auto bad = person("Mai Hoang");
    EXPECT_EQ(people.addPerson(bad).error().code, ErrorCode::InvalidInput);
    bad = person("other");
    bad.password = "short";
    EXPECT_EQ(people.addPerson(bad).error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(people.addPerson(person("mai")).error().code, ErrorCode::Conflict);
}

TEST_F(Roster, KeepsTheHomePageOnceThereArePeople)
{
    const roster::Node other{"https://kapok.example/b", {}, "VN", 420};
    EXPECT_EQ(people.prepareNode(other, true).error().code, ErrorCode::Conflict);
    EXPECT_TRUE(people.prepareNode(other, false).ok());
    EXPECT_EQ(people.node()->homePage, "https://kapok.example/a");
}

TEST_F(Roster, OffersTheNewestVersionAndRefusesOtherContentUnderTheSameVersion)
{
    roster::CourseVersion version{"c1", "1.0.0", "https://e.org/c1", 2, clock.now(), "{\"v\":1}", "aa",
                                  "m",  "s"};
    EXPECT_TRUE(*people.publish(version, {{"ff", 3, "text/plain"}}, true));
    EXPECT_FALSE(*people.publish(version, {}, true));
    version.manifestSha256 = "bb";
    EXPECT_EQ(people.publish(version, {}, true).error().code, ErrorCode::Conflict);
    version.version = "1.1.0";
    EXPECT_TRUE(*people.publish(version, {}, true));
    EXPECT_EQ(people.offered("c1")->version, "1.1.0");
    EXPECT_EQ(people.catalogue()->size(), 1u);
    EXPECT_EQ(people.blob("ff")->size, 3u);
}

} // namespace
} // namespace kapok
