// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/enrolment.h"

#include "tests/viewmodels/tablet.h"

#include <gtest/gtest.h>

namespace kapok::viewmodels {
namespace {

TEST(Enrolment, ReadsWhatTheFileSays)
{
    const auto enrolment =
        readEnrolment(R"({"server": "https://kapok.example", "device": {"name": "Tablet 04"},
        "people": [{"account": "mai", "password": "p", "pin": "1234", "note": "4A"}], "courses": ["c02"]})");
    ASSERT_TRUE(enrolment.ok());
    EXPECT_EQ(enrolment->server, "https://kapok.example");
    EXPECT_EQ(enrolment->deviceName, "Tablet 04");
    ASSERT_EQ(enrolment->people.size(), 1u);
    EXPECT_EQ(enrolment->people.front().pin, "1234");
    EXPECT_EQ(enrolment->courses, std::vector<std::string>{"c02"});
}

TEST(Enrolment, SaysWhatIsWrongWithAFile)
{
    for (const char *bad : {"", "[]", "{", "{\"people\": []}", "{\"people\": [{\"password\": \"p\"}]}"}) {
        const auto enrolment = readEnrolment(bad);
        ASSERT_FALSE(enrolment.ok()) << bad;
        EXPECT_EQ(enrolment.error().code, ErrorCode::InvalidInput) << bad;
        EXPECT_FALSE(enrolment.error().detail.empty()) << bad;
    }
}

TEST(Enrolment, StopsWithASentenceWithoutAServer)
{
    Enrolment enrolment;
    enrolment.people.push_back({"mai", "p", "1234", ""});
    const QTemporaryDir folder;
    const Status status = enrol(folder.path().toStdString(), enrolment);
    ASSERT_FALSE(status.ok());
    EXPECT_EQ(status.error().code, ErrorCode::InvalidInput);
}

TEST(Enrolment, MovesEverybodyToTheServersNewAddress)
{
    Tablet tablet;
    (void)tablet.start();
    const SystemClock clock;
    Desk desk;
    auto people = learner::People::open(tablet.folder(), clock);
    auto library = library::Library::open(tablet.folder());
    ASSERT_TRUE(people.ok() && library.ok());
    desk.people.emplace(std::move(*people));
    desk.library.emplace(std::move(*library));
    ASSERT_TRUE(moveToServer(desk, "http://127.0.0.1:5").ok());
    const auto everybody = desk.people->all();
    ASSERT_TRUE(everybody.ok());
    for (const learner::Person &person : *everybody) {
        EXPECT_EQ(person.server, "http://127.0.0.1:5");
        EXPECT_FALSE(person.name.empty());
    }
    EXPECT_TRUE(desk.people->find(PersonId{Tablet::kMai})->hasPin);
}

TEST(Enrolment, SendsToAnEndpointOfHerOwnWhenSheChoseOne)
{
    Tablet tablet;
    const SystemClock clock;
    auto people = learner::People::open(tablet.folder(), clock);
    ASSERT_TRUE(people.ok());
    ASSERT_TRUE(people->setCredential(PersonId{Tablet::kMai}, {"key", "secret"}).ok());
    auto accounts = syncAccounts(*people);
    ASSERT_TRUE(accounts.ok());
    ASSERT_EQ(accounts->size(), 1u);
    EXPECT_EQ(accounts->front().serverUrl, "https://kapok.example");
    ASSERT_TRUE(
        people->setSetting(PersonId{Tablet::kMai}, keys::kLrsEndpoint, "https://lrs.example/xapi").ok());
    ASSERT_TRUE(people->setSetting(PersonId{Tablet::kMai}, keys::kLrsKey, "other").ok());
    accounts = syncAccounts(*people);
    ASSERT_TRUE(accounts.ok());
    EXPECT_EQ(accounts->front().xapiUrl, "https://lrs.example/xapi");
    ASSERT_TRUE(accounts->front().xapiCredential.has_value());
    EXPECT_EQ(accounts->front().xapiCredential->key, "other");
    EXPECT_EQ(accounts->front().serverUrl, "https://kapok.example"); // courses still come from there
    EXPECT_EQ(accounts->front().credential.key, "key");
}

TEST(Enrolment, MovesOnlyThePeopleOfTheNodeThatMoved)
{
    Tablet tablet;
    const SystemClock clock;
    auto people = learner::People::open(tablet.folder(), clock);
    ASSERT_TRUE(people.ok());
    auto library = library::Library::open(tablet.folder());
    ASSERT_TRUE(library.ok());
    auto wei = people->find(PersonId{Tablet::kWei});
    wei->server = "https://other.example";
    ASSERT_TRUE(people->add(*wei).ok());
    Desk desk;
    desk.people = std::move(*people);
    desk.library = std::move(*library);
    const auto serverOf = [&](const char *person) { return desk.people->find(PersonId{person})->server; };
    ASSERT_TRUE(moveToServer(desk, "http://127.0.0.1:5").ok()); // which of the two?
    EXPECT_EQ(serverOf(Tablet::kMai), "https://kapok.example");
    EXPECT_EQ(serverOf(Tablet::kWei), "https://other.example");
    ASSERT_TRUE(moveToServer(desk, "https://other.example").ok()); // it is there already
    EXPECT_EQ(serverOf(Tablet::kMai), "https://kapok.example");
    ASSERT_TRUE(moveToServer(desk, "http://127.0.0.1:5", "https://kapok.example").ok());
    EXPECT_EQ(serverOf(Tablet::kMai), "http://127.0.0.1:5");
    EXPECT_EQ(serverOf(Tablet::kWei), "https://other.example");
}

} // namespace
} // namespace kapok::viewmodels
