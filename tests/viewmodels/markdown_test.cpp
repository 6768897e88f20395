// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/block_list_model.h"
#include "app/viewmodels/markdown.h"

#include <gtest/gtest.h>

namespace kapok::viewmodels {
namespace {

std::string styled(const char *markdown)
{
    std::string all;
    for (const MarkdownBlock &block : markdownBlocks(QString::fromUtf8(markdown)))
        all += block.styled.toStdString() + "\n";
    return all;
}

TEST(Markdown, KeepsBoldItalicAndLines)
{
    EXPECT_EQ(styled("Hãy thêm **bối cảnh** và *ví dụ*."), "Hãy thêm <b>bối cảnh</b> và <i>ví dụ</i>.\n");
    EXPECT_EQ(styled("Một.\n\nHai."), "Một.\nHai.\n");
}

TEST(Markdown, CutsListsIntoItemsWithTheirNumbers)
{
    const auto blocks = markdownBlocks("Intro:\n\n1. eins\n2. zwei\n\n- drei\n\n# Titel");
    ASSERT_EQ(blocks.size(), 5u);
    EXPECT_EQ(blocks[0].kind, BlockListModel::Paragraph);
    EXPECT_EQ(blocks[1].kind, BlockListModel::Numbered);
    EXPECT_EQ(blocks[2].marker, QString("2"));
    EXPECT_EQ(blocks[3].kind, BlockListModel::Bullet);
    EXPECT_EQ(blocks[4].kind, BlockListModel::Heading);
    EXPECT_EQ(blocks[4].level, 1);
}

TEST(Markdown, ShowsRawHtmlAsTheTextItIs)
{
    const std::string text =
        styled("<img src=\"https://evil.example/x.png\"> <script>alert(1)</script> <b>x</b>");
    EXPECT_EQ(text.find("<img"), std::string::npos) << text;
    EXPECT_EQ(text.find("<script"), std::string::npos) << text;
    EXPECT_NE(text.find("&lt;script&gt;"), std::string::npos) << text;
}

TEST(Markdown, LoadsNoPictureAndFollowsNoLink)
{
    const std::string text =
        styled("![x](file:///etc/passwd) [click](javascript:alert(1)) [web](https://a.example)");
    EXPECT_EQ(text.find("<a"), std::string::npos) << text;
    EXPECT_EQ(text.find("passwd"), std::string::npos) << text;
    EXPECT_NE(text.find("web"), std::string::npos) << text;
}

TEST(Markdown, EscapesWhatTheAuthorTyped)
{
    EXPECT_EQ(styled("5 < 6 & 7"), "5 &lt; 6 &amp; 7\n");
    EXPECT_EQ(styled("`<b>`"), "&lt;b&gt;\n");
}

TEST(Markdown, PairsTheLanguagesBlockByBlock)
{
    const auto rows = pairedBlocks("Một.\n\nHai.", "vi", "一。", "zh");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].values.at(1).toString(), QString("Một."));
    EXPECT_EQ(rows[0].values.at(2).toString(), QString("一。"));
    EXPECT_EQ(rows[1].values.at(2).toString(), QString());
}

TEST(Markdown, GivesNothingForNothing)
{
    EXPECT_TRUE(markdownBlocks("").empty());
    EXPECT_TRUE(markdownBlocks(" \n \n").empty());
}

} // namespace
} // namespace kapok::viewmodels
