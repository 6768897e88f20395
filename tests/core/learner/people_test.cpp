// SPDX-License-Identifier: Apache-2.0
#include "core/learner/people.h"

#include "core/base/files.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

namespace kapok::learner {
namespace {

using std::chrono::seconds;
using Outcome = PinCheck::Outcome;

Person mai()
{
    Person person;
    person.id.value = "0190a000-0000-7000-8000-000000000001";
    person.server = "https://node.example";
    person.account = "mai";
    person.homePage = "https://node.example";
    person.name = "Hoàng Thị Mai";
    person.nameLanguage = "vi";
    person.formOfAddress = "Cô";
    person.unit.value = "0190a000-0000-7000-8000-0000000000b1";
    person.unitNames.byLanguage = {{"vi", "Trường Quảng Uyên"}};
    person.roles = {{"learner", person.unit}, {"reviewer", person.unit}};
    return person;
}

class PeopleTest : public ::testing::Test {
protected:
    People open()
    {
        auto people = People::open(folder.path(), clock);
        EXPECT_TRUE(people.ok()) << (people.ok() ? "" : people.error().detail);
        return *std::move(people);
    }

    /// Uses up all tries.
    void lock(People &people)
    {
        for (int i = 0; i < People::kPinTries; ++i)
            ASSERT_TRUE(people.check(mai().id, "0000").ok());
    }

    test::TemporaryFolder folder;
    test::ManualClock clock;
};

TEST_F(PeopleTest, KeepsPeopleInTheOrderTheyCame)
{
    auto second = mai();
    second.id.value = "0190a000-0000-7000-8000-000000000002";
    second.name = "覃 建国";
    {
        auto people = open();
        ASSERT_TRUE(people.add(mai()).ok());
        ASSERT_TRUE(people.add(second).ok());
    }
    auto people = open();
    EXPECT_EQ(*people.all(), (std::vector{mai(), second}));
    EXPECT_TRUE(people.find(mai().id)->hasRole("reviewer"));
    EXPECT_EQ(people.find({"0190a000-0000-7000-8000-00000000000f"}).error().code, ErrorCode::NotFound);
}

TEST_F(PeopleTest, UpdatesDetailsAndKeepsThePin)
{
    auto people = open();
    ASSERT_TRUE(people.add(mai()).ok());
    ASSERT_TRUE(people.setPin(mai().id, "2580").ok());
    auto changed = mai();
    changed.note = "Lớp 4A";
    ASSERT_TRUE(people.add(changed).ok());
    EXPECT_EQ(people.find(mai().id)->note, "Lớp 4A");
    EXPECT_TRUE(people.find(mai().id)->hasPin);
    EXPECT_EQ(people.check(mai().id, "2580")->outcome, Outcome::Unlocked);
}

TEST_F(PeopleTest, RefusesAnIdThatCouldEscapeTheProfilesFolder)
{
    auto people = open();
    auto bad = mai();
    bad.id.value = "../../etc";
    EXPECT_EQ(people.add(bad).error().code, ErrorCode::InvalidInput);
}

TEST_F(PeopleTest, TakesOnlyDigitsAsAPin)
{
    auto people = open();
    ASSERT_TRUE(people.add(mai()).ok());
    for (const char *pin : {"", "123", "123456789", "12a4", "１２３４"})
        EXPECT_EQ(people.setPin(mai().id, pin).error().code, ErrorCode::InvalidInput) << pin;
    EXPECT_EQ(people.check(mai().id, "1234").error().code, ErrorCode::InvalidInput); // none set
}

TEST_F(PeopleTest, PausesAfterFiveWrongTriesAndStartsAnewAfterwards)
{
    auto people = open();
    ASSERT_TRUE(people.add(mai()).ok());
    ASSERT_TRUE(people.setPin(mai().id, "2580").ok());
    for (int left = 4; left >= 1; --left) {
        const auto wrong = *people.check(mai().id, "0000");
        EXPECT_EQ(wrong.outcome, Outcome::Wrong);
        EXPECT_EQ(wrong.triesLeft, left);
    }
    const auto fifth = *people.check(mai().id, "0000");
    EXPECT_EQ(fifth.outcome, Outcome::Locked);
    EXPECT_EQ(fifth.wait, seconds{60});
    EXPECT_EQ(people.check(mai().id, "2580")->outcome, Outcome::Locked); // even the right one
    clock.advance(seconds{59});
    EXPECT_EQ(*people.pause(mai().id), seconds{1});
    clock.advance(seconds{1});
    EXPECT_EQ(people.check(mai().id, "0000")->triesLeft, 4);
    EXPECT_EQ(people.check(mai().id, "2580")->outcome, Outcome::Unlocked);
    EXPECT_EQ(people.check(mai().id, "0000")->triesLeft, 4);
}

TEST_F(PeopleTest, KeepsThePauseOverARestartAndAClockTurnedBack)
{
    {
        auto people = open();
        ASSERT_TRUE(people.add(mai()).ok());
        ASSERT_TRUE(people.setPin(mai().id, "2580").ok());
        lock(people);
    }
    clock.advance(-std::chrono::hours{48});
    auto people = open();
    EXPECT_EQ(people.check(mai().id, "2580")->wait, seconds{60});
    clock.advance(seconds{30});
    EXPECT_EQ(people.check(mai().id, "2580")->wait, seconds{30}); // it still ends after a minute
    clock.advance(seconds{30});
    EXPECT_EQ(people.check(mai().id, "2580")->outcome, Outcome::Unlocked);
}

TEST_F(PeopleTest, KeepsNoPinReadable)
{
    {
        auto people = open();
        ASSERT_TRUE(people.add(mai()).ok());
        ASSERT_TRUE(people.setPin(mai().id, "25802580").ok());
    }
    const auto bytes = *readFile(folder.path() / "device.db");
    EXPECT_EQ(bytes.find("25802580"), std::string::npos);
    EXPECT_NE(bytes.find("$argon2id$"), std::string::npos);
}

TEST_F(PeopleTest, KeepsCredentialsAndSettings)
{
    auto people = open();
    ASSERT_TRUE(people.add(mai()).ok());
    EXPECT_EQ(*people.credential(mai().id), std::nullopt);
    ASSERT_TRUE(people.setCredential(mai().id, {"key", "secret"}).ok());
    EXPECT_EQ(*people.credential(mai().id), (StoredCredential{"key", "secret"}));
    ASSERT_TRUE(people.forgetCredential(mai().id).ok());
    EXPECT_EQ(*people.credential(mai().id), std::nullopt);
    EXPECT_EQ(*people.setting(mai().id, "language"), std::nullopt);
    ASSERT_TRUE(people.setSetting(mai().id, "language", "vi").ok());
    ASSERT_TRUE(people.setSetting(mai().id, "language", "zh").ok());
    EXPECT_EQ(*people.setting(mai().id, "language"), "zh");
    EXPECT_EQ(people.setSetting({"0190a000-0000-7000-8000-00000000000f"}, "language", "vi").error().code,
              ErrorCode::NotFound);
    ASSERT_TRUE(people.setDeviceSetting("name", "Tablet 3").ok());
    EXPECT_EQ(*people.deviceSetting("name"), "Tablet 3");
}

TEST_F(PeopleTest, KeepsNodesAndItsOwnId)
{
    const Node node{"https://node.example", "Cao Bằng",
                    {{{"vi", "Cao Bằng"}}}, "VN",
                    "https://node.example", {{"k1", "AAAA", "Centre"}}};
    DeviceId id;
    {
        auto people = open();
        ASSERT_TRUE(people.setNode(node).ok());
        id = people.deviceId();
    }
    auto people = open();
    EXPECT_TRUE(isUuid(id.value));
    EXPECT_EQ(people.deviceId(), id);
    EXPECT_EQ(*people.node(node.server), node);
    EXPECT_EQ(*people.node("https://other.example"), std::nullopt);
    EXPECT_EQ(people.nodes()->size(), 1U);
}

TEST_F(PeopleTest, RemovesAPersonWithTheRecord)
{
    auto people = open();
    ASSERT_TRUE(people.add(mai()).ok());
    ASSERT_TRUE(people.setSetting(mai().id, "language", "vi").ok());
    const auto profile = profileFolder(folder.path(), mai().id);
    std::filesystem::create_directories(profile);
    ASSERT_TRUE(writeFileAtomically(profile / "learner.db", "x").ok());
    ASSERT_TRUE(people.remove(mai().id).ok());
    EXPECT_FALSE(std::filesystem::exists(profile));
    EXPECT_TRUE(people.all()->empty());
    EXPECT_EQ(people.remove(mai().id).error().code, ErrorCode::NotFound);
}

} // namespace
} // namespace kapok::learner
