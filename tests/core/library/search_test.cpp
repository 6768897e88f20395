// SPDX-License-Identifier: Apache-2.0
#include "core/library/library.h"
#include "core/library/search.h"
#include "tests/core/library/course_fixture.h"

#include <algorithm>
#include <gmock/gmock.h>

namespace kapok::library {
namespace {

using ::testing::HasSubstr;

TEST(SearchTokens, FoldsWordsAndSplitsChineseIntoCharactersAndPairs)
{
    EXPECT_EQ(searchTokens("Đặng Hoà, AI教学!"), "dang hoa ai 教 教学 学");
    EXPECT_EQ(searchTokens("人工智能"), "人 人工 工 工智 智 智能 能");
    EXPECT_EQ(searchTokens(" …!? "), "");
}

TEST(SearchExpression, AsksForEveryWordAndTheBeginningOfTheLast)
{
    EXPECT_EQ(searchExpression("Dạy họ"), "\"day\" \"ho\"*");
    EXPECT_EQ(searchExpression("Dạy học "), "\"day\" \"hoc\"");
    EXPECT_EQ(searchExpression("a"), "\"a\"");
    EXPECT_EQ(searchExpression("学"), "\"学\"");
    EXPECT_EQ(searchExpression("工智能"), "\"工智 智 智能\"");
    EXPECT_EQ(searchExpression("\" OR 1 *"), "\"or\" \"1\"");
    EXPECT_EQ(searchExpression("--- \"\" "), "");
}

TEST(PlainText, DropsMarkdownMarks)
{
    EXPECT_EQ(plainText("## Title\n\n- **bold** and `code`\n- [a link](https://x.example/y)\n> said"),
              "Title bold and code a link said");
    EXPECT_EQ(plainText("self-made #1"), "self-made #1");
}

class SearchTest : public ::testing::Test {
protected:
    SearchTest()
    {
        const auto key = testing::makeKey();
        LibraryOptions options;
        options.builtInKeys = {key.publicKey()};
        auto opened = Library::open(m_folder.path() / "data", options);
        EXPECT_TRUE(opened.ok());
        m_library.emplace(*std::move(opened));
        EXPECT_TRUE(m_library->installFile(testing::makePackage(m_folder.path(), key)).ok());
    }

    std::vector<SearchHit> find(std::string_view query)
    {
        const auto hits = m_library->search(query);
        EXPECT_TRUE(hits.ok()) << (hits.ok() ? "" : hits.error().detail);
        return hits.ok() ? *hits : std::vector<SearchHit>{};
    }

    testing::TemporaryFolder m_folder;
    std::optional<Library> m_library;
};

TEST_F(SearchTest, FindsVietnameseWithoutAccents)
{
    ASSERT_FALSE(find("dang").empty());
    EXPECT_EQ(find("dang").front().course.value, "c01-test");
    EXPECT_FALSE(find("day hoc").empty());
    EXPECT_TRUE(find("dang khong").empty());
}

TEST_F(SearchTest, FindsTwoChineseCharactersAnywhereInARun)
{
    for (const char *query : {"教学", "人工智能", "智能", "学", "五个部分"})
        EXPECT_FALSE(find(query).empty()) << query;
    EXPECT_TRUE(find("工人").empty()); // the characters are there, but not in this order
}

TEST_F(SearchTest, FindsAPageWithASnippetOfWhatIsWritten)
{
    const auto hits = find("nam phan");
    ASSERT_EQ(hits.size(), 1U);
    EXPECT_EQ(hits.front().lesson.value, "one");
    EXPECT_EQ(hits.front().page.value, "aim");
    EXPECT_EQ(hits.front().title.in("zh"), "目标");
    EXPECT_EQ(hits.front().language, "vi");
    EXPECT_THAT(hits.front().snippet, HasSubstr("năm phần"));
    EXPECT_FALSE(hits.front().exactAccents);
    EXPECT_TRUE(find("năm phần").front().exactAccents);
}

TEST_F(SearchTest, PutsHitsWrittenWithTheAccentsAskedForFirst)
{
    const auto hits = find("dê");
    ASSERT_FALSE(hits.empty());
    EXPECT_EQ(hits.front().page.value, "more");
    EXPECT_TRUE(hits.front().exactAccents);
}

TEST_F(SearchTest, AWordThatIsEverywhereIsFoundInTitlesFirst)
{
    Catalogue catalogue;
    for (int i = 0; i < 2100; ++i) {
        CatalogueEntry entry;
        entry.id = {"c" + std::to_string(i)};
        entry.version = "1.0.0";
        entry.title = {{{"en", i == 2050 ? "Everywhere" : "Course"}}};
        entry.summary = {{{"en", "This word is everywhere."}}};
        catalogue.courses.push_back(entry);
    }
    ASSERT_TRUE(m_library->setCatalogue(catalogue).ok());
    const auto hits = find("everywhere");
    ASSERT_EQ(hits.size(), 50U);
    EXPECT_EQ(hits.front().course.value, "c2050");
}

TEST_F(SearchTest, TellsNoAnswers)
{
    EXPECT_TRUE(find("Because of one").empty());
    EXPECT_FALSE(find("Which one is right").empty());
}

TEST_F(SearchTest, HoldsOddQueries)
{
    for (const std::string &query :
         {std::string("\""), std::string("AND OR NOT"), std::string("col:x"), std::string("*"),
          std::string("\xff\xfe"), std::string(5000, 'x'), std::string("a^b(c)")})
        EXPECT_TRUE(m_library->search(query).ok()) << query;
}

} // namespace
} // namespace kapok::library
