// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/language_switch.h"
#include "app/viewmodels/wording.h"

#include <gtest/gtest.h>

namespace kapok::viewmodels {
namespace {

learner::Person person(const std::string &name, const std::string &language, const std::string &address)
{
    learner::Person made;
    made.name = name;
    made.nameLanguage = language;
    made.formOfAddress = address;
    return made;
}

TEST(Wording, SaysWhatHappenedWhatIsSafeAndWhatToDoForEveryFailure)
{
    for (int situation = 0; situation <= static_cast<int>(Situation::ExportFile); ++situation) {
        for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
            const Problem words =
                Wording::problem(static_cast<Situation>(situation), static_cast<ErrorCode>(code));
            EXPECT_FALSE(words.happened.isEmpty()) << situation << " " << code;
            EXPECT_FALSE(words.safe.isEmpty()) << situation << " " << code;
            EXPECT_FALSE(words.todo.isEmpty()) << situation << " " << code;
        }
    }
    const Problem full = Wording::problem(Situation::SaveAnswer, ErrorCode::StorageFull);
    EXPECT_TRUE(full.happened.contains("full")) << full.happened.toStdString();
}

TEST(Wording, GreetsPeopleAsTheyAreAddressed)
{
    LanguageSwitch language;
    const auto mai = person("Hoàng Thị Mai", "vi", "Cô");
    const auto wei = person("韦秀兰", "zh", "老师");
    language.setLanguage("en");
    EXPECT_EQ(Wording::greeting(mai), QString("Hello, Mai"));
    EXPECT_EQ(Wording::greeting(wei), QString("Hello, 韦秀兰"));
    language.setLanguage("zh");
    EXPECT_EQ(Wording::greeting(wei), QString("韦老师，您好"));
    language.setLanguage("vi");
    EXPECT_EQ(Wording::greeting(mai), QString("Chào cô Mai"));
    EXPECT_EQ(Wording::formOfAddress(mai), QString("cô"));
    EXPECT_EQ(Wording::formOfAddress(wei), QString("thầy cô"));
    EXPECT_EQ(Wording::formOfAddress(std::nullopt), QString("thầy cô"));
}

TEST(LanguageSwitch, SpeaksToThePersonWhoIsSignedInAsSheIsAddressed)
{
    LanguageSwitch language;
    language.setLanguage("vi");
    const auto result = [] { return QCoreApplication::translate("FinishedPage", "Your result"); };
    const auto told = [] {
        return QCoreApplication::translate("kapok::viewmodels::LessonSession", "You have finished!");
    };
    EXPECT_EQ(result(), QString("Kết quả của thầy cô"));
    int switched = 0;
    QObject::connect(&language, &LanguageSwitch::switched, &language, [&switched] { ++switched; });
    language.setAddress("cô");
    EXPECT_EQ(result(), QString("Kết quả của cô"));
    EXPECT_EQ(told(), QString("Cô đã hoàn thành!"));
    language.setAddress("cô");
    EXPECT_EQ(switched, 1);
    language.setAddress("thầy");
    EXPECT_EQ(result(), QString("Kết quả của thầy"));
    language.setLanguage("zh");
    EXPECT_EQ(result(), QString("您的成绩"));
}

TEST(LanguageSwitch, LeavesNoPlaceholderOfAFormOfAddress)
{
    LanguageSwitch language;
    language.setLanguage("vi");
    language.setAddress("thầy");
    EXPECT_EQ(QCoreApplication::translate("UnknownPage",
                                          "Everything you have done is kept. You can go on with the other "
                                          "pages, and come back here after Kapok has been updated.")
                  .count(QLatin1Char('{')),
              0);
}

TEST(Wording, TakesTheLetterPeopleAreKnownBy)
{
    EXPECT_EQ(Wording::initials("Hoàng Thị Mai", "vi"), QString("M"));
    EXPECT_EQ(Wording::initials("韦秀兰", "zh"), QString("韦"));
    EXPECT_EQ(Wording::initials("𠮷田", "zh"), QString("𠮷"));
    EXPECT_EQ(Wording::initials("", "vi"), QString());
}

TEST(Wording, WritesNumbersAsTheLanguageDoes)
{
    LanguageSwitch language;
    language.setLanguage("vi");
    EXPECT_EQ(Wording::number(13.5), QString("13,5"));
    EXPECT_EQ(Wording::number(9), QString("9"));
    language.setLanguage("zh");
    EXPECT_EQ(Wording::number(13.5), QString("13.5"));
    language.setLanguage("en");
    EXPECT_EQ(Wording::bytes(2'100'000), QString("2.1 MB"));
    EXPECT_EQ(Wording::bytes(400), QString("1 KB"));
    EXPECT_EQ(Wording::percent(0.999), QString("99%"));
    EXPECT_EQ(Wording::position(131'000), QString("2:11"));
    EXPECT_EQ(Wording::position(3'723'000), QString("1:02:03"));
}

TEST(Wording, JoinsWithoutBlanksInChinese)
{
    LanguageSwitch language;
    language.setLanguage("zh");
    EXPECT_EQ(Wording::line({"数学", "", "25 分钟"}), QString("数学·25 分钟"));
    EXPECT_EQ(Wording::sentences({"一。", "二。"}), QString("一。二。"));
    language.setLanguage("en");
    EXPECT_EQ(Wording::line({"Maths", "25 min"}), QString("Maths · 25 min"));
}

} // namespace
} // namespace kapok::viewmodels
