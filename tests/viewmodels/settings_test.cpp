// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/language_switch.h"
#include "app/viewmodels/settings_model.h"
#include "tests/viewmodels/tablet.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace kapok::viewmodels {
namespace {

TEST(SettingsModel, KeepsWhatAPersonChoseForHerOnly)
{
    Tablet tablet;
    {
        const auto device = tablet.start();
        SettingsModel settings;
        settings.start(device.get());
        Tablet::signIn(*device);
        settings.setTheme("dark");
        settings.setTextScale(1.5);
        settings.setLanguage("zh");
        settings.setSecondLanguage("vi");
        EXPECT_EQ(device->reading(), (Reading{"zh", "vi"}));
    }
    const auto device = tablet.start();
    SettingsModel settings;
    settings.start(device.get());
    Tablet::signIn(*device);
    ASSERT_TRUE(comes([&] { return settings.theme() == "dark"; }));
    EXPECT_DOUBLE_EQ(settings.textScale(), 1.5);
    EXPECT_EQ(settings.language(), QString("zh"));
    EXPECT_EQ(device->reading(), (Reading{"zh", "vi"}));
    device->signOut();
    Tablet::signIn(*device, Tablet::kWei);
    ASSERT_TRUE(comes([&] { return settings.theme() == "system"; }));
    EXPECT_EQ(settings.language(), QString("en"));
}

TEST(SettingsModel, TakesOnlyWhatThereIs)
{
    Tablet tablet;
    const auto device = tablet.start();
    SettingsModel settings;
    settings.start(device.get());
    settings.setLanguage("xx");
    settings.setTheme("pink");
    settings.setTextScale(9);
    EXPECT_EQ(settings.language(), QString("en"));
    EXPECT_EQ(settings.theme(), QString("system"));
    EXPECT_DOUBLE_EQ(settings.textScale(), 2.0);
}

TEST(SettingsModel, ReadsLessonsInTheInterfaceLanguageUntilAnotherIsChosen)
{
    Tablet tablet;
    const auto device = tablet.start();
    SettingsModel settings;
    settings.start(device.get());
    settings.setLanguage("zh");
    EXPECT_EQ(settings.contentLanguage(), QString("zh"));
    settings.setContentLanguage("vi");
    settings.setLanguage("en");
    EXPECT_EQ(settings.contentLanguage(), QString("vi"));
    settings.setSecondLanguage("vi");
    EXPECT_EQ(settings.secondLanguage(), QString());
}

TEST(LanguageSwitch, TellsOnceForEachChange)
{
    LanguageSwitch language;
    QSignalSpy switched(&language, &LanguageSwitch::switched);
    language.setLanguage("vi");
    language.setLanguage("vi");
    language.setLanguage("nothing");
    EXPECT_EQ(switched.count(), 1);
    EXPECT_EQ(language.language(), QString("vi"));
}

} // namespace
} // namespace kapok::viewmodels
