// SPDX-License-Identifier: Apache-2.0
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace kapok {
namespace {

std::vector<std::string> sorted(std::vector<std::string> names, std::string_view language)
{
    std::sort(names.begin(), names.end(), [&](const std::string &a, const std::string &b) {
        return nameSortKey(a, language) < nameSortKey(b, language);
    });
    return names;
}

TEST(Search, FindsVietnameseWithoutMarks)
{
    EXPECT_TRUE(matchesSearch("Đặng Thị Hoa", "dang"));
    EXPECT_TRUE(matchesSearch("Đặng Thị Hoa", "HOA dặng")); // words in any order
    EXPECT_TRUE(matchesSearch("trí tuệ nhân tạo", "tri tue"));
    EXPECT_FALSE(matchesSearch("Đặng Thị Hoa", "hoang"));
    EXPECT_TRUE(matchesSearch("anything", ""));
}

TEST(Search, TreatsBothSpellingsOfAToneAlike)
{
    EXPECT_EQ(foldForSearch("hoà"), foldForSearch("hòa"));
    EXPECT_EQ(foldForSearch("thuỷ"), foldForSearch("thủy"));
    EXPECT_EQ(foldForSearch("tiếng Việt"), foldForSearch("tie\u0302\u0301ng Vie\u0323\u0302t"));
}

TEST(Search, FindsChineseWithinText)
{
    EXPECT_TRUE(matchesSearch("与人工智能一起备课", "智能"));
    EXPECT_TRUE(matchesSearch("与人工智能一起备课", "备"));
    EXPECT_FALSE(matchesSearch("与人工智能一起备课", "智备"));
}

RC_GTEST_PROP(Search, FoldingTwiceChangesNothing, (const std::string &bytes))
{
    const auto once = foldForSearch(bytes);
    RC_ASSERT(foldForSearch(once) == once);
}

TEST(Names, SortVietnameseByGivenNameThenMiddleThenFamily)
{
    const std::vector<std::string> expected{"Nguyễn Văn An", "Trần Văn An",  "Lê Thị Ánh", "Hoàng Thị Bình",
                                            "Đặng Thị Hoa",  "Nông Văn Hoà", "Lò Thị Mai", "Vi Văn Mùi"};
    auto shuffled = expected;
    std::reverse(shuffled.begin(), shuffled.end());
    EXPECT_EQ(sorted(shuffled, "vi"), expected);
}

TEST(Names, SortVietnameseTonesInTheirOrder)
{
    const std::vector<std::string> tones{"Ma", "Mà", "Mả", "Mã", "Má", "Mạ"};
    auto shuffled = tones;
    std::reverse(shuffled.begin(), shuffled.end());
    EXPECT_EQ(sorted(shuffled, "vi"), tones);
    EXPECT_EQ(sorted({"Đào", "Dung", "Âu", "Ăn", "An"}, "vi"),
              (std::vector<std::string>{"An", "Ăn", "Âu", "Dung", "Đào"}));
}

TEST(Names, SortChineseByTheReadingSurnamesHave)
{
    // 曾 reads Zēng as a surname, 覃 Qín in Guangxi, 黄 Huáng, 韦 Wéi.
    EXPECT_EQ(sorted({"曾丽", "韦建国", "覃小明", "黄志"}, "zh"),
              (std::vector<std::string>{"黄志", "覃小明", "韦建国", "曾丽"}));
}

TEST(Names, TellTheirLanguageByTheirScript)
{
    EXPECT_EQ(languageOfName("覃小明"), "zh");
    EXPECT_EQ(languageOfName("Đặng Thị Hoa"), "vi");
}

TEST(Localized, TakesTheFirstPreferredLanguageThereIs)
{
    const LocalizedText text{{{"vi", "một"}, {"zh", "一"}}};
    const std::array<std::string, 2> preferred{"en", "zh"};
    EXPECT_EQ(text.in(preferred), "一");
    EXPECT_EQ(text.in("fr"), "một"); // any is better than none
    EXPECT_EQ(LocalizedText{}.in("vi"), "");
}

TEST(Utf8, RefusesIllFormedBytes)
{
    EXPECT_TRUE(isUtf8("Đặng 覃 𠮷"));
    for (const char *bytes : {"\xff", "\xc0\x80", "\xed\xa0\x80", "\xf5\x80\x80\x80", "abc\xe1\xba"})
        EXPECT_FALSE(isUtf8(bytes));
}

} // namespace
} // namespace kapok
