// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/language_switch.h"
#include "app/viewmodels/settings_model.h"
#include "tests/viewmodels/tablet.h"

#include <QAbstractItemModelTester>
#include <QFile>
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

TEST(SettingsModel, ListsTheCoursesHereAndRemovesOneWithoutItsResults)
{
    Tablet tablet;
    tablet.install();
    const auto device = tablet.start();
    SettingsModel settings;
    const QAbstractItemModelTester courses(settings.storedCourses(),
                                           QAbstractItemModelTester::FailureReportingMode::Fatal);
    settings.start(device.get());
    device->setReading({"en", ""});
    Tablet::signIn(*device);
    ASSERT_TRUE(comes([&] { return settings.storedCourses()->count() == 1; }));
    const auto text = [&](int role) { return settings.storedCourses()->value(0, role).toString(); };
    EXPECT_EQ(text(StoredCourseListModel::TitleRole), QString("What must never be typed in"));
    EXPECT_TRUE(text(StoredCourseListModel::RemoveTextRole).startsWith("Remove, "));
    EXPECT_TRUE(text(StoredCourseListModel::KeptTextRole).contains("results stay"));
    EXPECT_TRUE(text(StoredCourseListModel::KeptTextRole).contains("course file")); // nobody offers it
    settings.removeCourse(Tablet::kCourse);
    ASSERT_TRUE(comes([&] { return settings.storedCourses()->count() == 0; }));
    EXPECT_TRUE(settings.storageProblem().isEmpty());
    settings.removeCourse(Tablet::kCourse);
    EXPECT_TRUE(comes([&] { return !settings.storageProblem().isEmpty(); }));
}

TEST(SettingsModel, NamesWhoseCoursesThisDeviceAccepts)
{
    Tablet tablet;
    const auto device = tablet.start();
    SettingsModel settings;
    settings.start(device.get());
    Tablet::signIn(*device);
    ASSERT_TRUE(comes([&] { return settings.signers()->count() == 1; }));
    EXPECT_EQ(settings.signers()->value(0, SignerListModel::NameRole), QVariant("Test centre"));
    EXPECT_EQ(settings.signers()->value(0, SignerListModel::SourceTextRole), QVariant("Comes with Kapok"));
    const QString fingerprint = settings.signers()->value(0, SignerListModel::FingerprintRole).toString();
    EXPECT_EQ(fingerprint.size(), 19) << fingerprint.toStdString();
    EXPECT_EQ(QString(fingerprint).remove(' '), settings.signers()->keyOf(0));
}

TEST(SettingsModel, MakesASupportFileWithoutNamesOrSecrets)
{
    const QByteArray home = qgetenv("HOME");
    Tablet tablet;
    qputenv("HOME", tablet.folder().c_str());
    tablet.install();
    {
        const SystemClock clock;
        auto people = learner::People::open(tablet.folder(), clock);
        ASSERT_TRUE(people.ok());
        ASSERT_TRUE(people->setCredential(PersonId{Tablet::kMai}, {"the-key", "the-secret"}).ok());
        auto wei = people->find(PersonId{Tablet::kWei});
        wei->server = "https://wei:hidden@node.example:8443/kapok";
        ASSERT_TRUE(people->add(*wei).ok());
    }
    const auto device = tablet.start();
    SettingsModel settings;
    settings.start(device.get());
    Tablet::signIn(*device);
    settings.setDeviceName("Tablet of Mai");
    settings.saveSupportFile("1280x800");
    ASSERT_TRUE(comes([&] { return !settings.supportText().isEmpty(); }));
    EXPECT_FALSE(settings.supportFailed()) << settings.supportText().toStdString();
    QFile file(settings.supportText().mid(QString("Saved: ").size()));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly)) << file.fileName().toStdString();
    const QString text = QString::fromUtf8(file.readAll());
    for (const char *told :
         {"c02-safe-use", "1280x800", "kapok.example", "node.example", "people on this device: 2"})
        EXPECT_TRUE(text.contains(QLatin1String(told))) << told << " is not in\n" << text.toStdString();
    for (const char *secret :
         {"Mai", "韦秀兰", "Quảng Uyên", "the-key", "the-secret", "hidden", Tablet::kMai, "Tablet of"})
        EXPECT_FALSE(text.contains(QString::fromUtf8(secret))) << secret << " is in\n" << text.toStdString();
    EXPECT_FALSE(text.contains(QString::fromStdString(tablet.folder().string())));
    qputenv("HOME", home);
}

} // namespace
} // namespace kapok::viewmodels
