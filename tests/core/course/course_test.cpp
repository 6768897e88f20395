// SPDX-License-Identifier: Apache-2.0
#include "core/course/course.h"
#include "core/course/languages.h"
#include "core/course/media_types.h"
#include "core/course/text_check.h"

#include <gtest/gtest.h>

namespace kapok::course {
namespace {

TEST(Versions, AreComparedNumberByNumber)
{
    EXPECT_LT(compareVersions("1.9.0", "1.10.0"), 0);
    EXPECT_GT(compareVersions("2.0.0", "1.99.99"), 0);
    EXPECT_EQ(compareVersions("1.2.0", "1.2.0"), 0);
    EXPECT_EQ(compareVersions("1.2", "1.2.0"), 0);
    EXPECT_LT(compareVersions("1.0.0", "1.0.99999999999999999999"), 0);
    EXPECT_TRUE(isVersion("1.2.0"));
    for (const char *bad : {"", "1", "1.2", "1.2.", "1.2.3.4", "v1.2.3", "1.2.-3", "1..3", "1.2.3 "})
        EXPECT_FALSE(isVersion(bad)) << bad;
}

TEST(CourseIds, AreSmallLettersDigitsAndHyphens)
{
    for (const char *good : {"a", "01-aim", "c03-planning-with-ai"})
        EXPECT_TRUE(isCourseId(good)) << good;
    for (const char *bad : {"", "-a", "a-", "A", "a b", "a/b", "..", "á"})
        EXPECT_FALSE(isCourseId(bad)) << bad;
    EXPECT_FALSE(isCourseId(std::string(65, 'a')));
}

TEST(Course, NamesItsPartsForStatements)
{
    Course course;
    course.iri = "https://example.org/courses/c";
    course.lessons.push_back({LessonId{"l"}, {}, {}, 5, {}, {Page{PageId{"p"}, "text", {}, TextBody{}}}});
    EXPECT_EQ(course.activityId(), "https://example.org/courses/c");
    EXPECT_EQ(course.activityId(LessonId{"l"}, PageId{"p"}),
              "https://example.org/courses/c/lessons/l/pages/p");
    ASSERT_NE(course.find(LessonId{"l"}), nullptr);
    EXPECT_NE(course.find(LessonId{"l"})->find(PageId{"p"}), nullptr);
    EXPECT_EQ(course.find(LessonId{"l"})->find(PageId{"q"}), nullptr);
    EXPECT_EQ(course.find(LessonId{"m"}), nullptr);
    EXPECT_EQ(course.lessons.front().questionCount(), 0);
}

TEST(Languages, KnowSmallOnesAndSuggestForMistakes)
{
    for (const char *good : {"vi", "zh", "zh-Hans", "za", "tyz", "km"})
        EXPECT_TRUE(isKnownLanguage(good)) << good;
    for (const char *bad : {"", "v", "xx", "vn", "VI", "vi-", "vi_VN", "vietnamese"})
        EXPECT_FALSE(isKnownLanguage(bad)) << bad;
    EXPECT_EQ(likelyLanguage("vn"), "vi");
    EXPECT_EQ(languageName("zh"), "Chinese (zh)");
    EXPECT_EQ(languageName("tyz"), "\"tyz\"");
}

TEST(MediaTypes, ComeFromTheEndingAndTheFirstBytes)
{
    EXPECT_EQ(mediaTypeOf("media/A.WEBM"), "video/webm");
    EXPECT_EQ(mediaTypeOf("media/a.exe"), "");
    EXPECT_TRUE(isAllowed("audio/ogg", FileUse::Audio));
    EXPECT_FALSE(isAllowed("audio/ogg", FileUse::Video));
    EXPECT_TRUE(startsLike("\x89PNG\r\n\x1a\nrest", "image/png"));
    EXPECT_FALSE(startsLike("GIF89a", "image/png"));
    EXPECT_FALSE(startsLike("", "audio/mpeg"));
    EXPECT_EQ(allowedEndings(FileUse::Image), ".svg, .png, .jpg, .jpeg or .webp");
    EXPECT_FALSE(isMediaType("image/../x"));
}

TEST(MarkdownCheck, FindsHtmlOutsideOfCodeOnly)
{
    EXPECT_EQ(findRawHtml("a <b>bold</b>"), "<b>");
    EXPECT_EQ(findRawHtml("x <!-- note -->"), "<!--");
    EXPECT_EQ(findRawHtml("`<topic>` and ``<a `b`>``"), "");
    EXPECT_EQ(findRawHtml("3 < 4 and <https://example.org>"), "");
    EXPECT_TRUE(hasMarkdownPicture("see ![x](y.png)"));
    EXPECT_FALSE(hasMarkdownPicture("wow![1] and `![x](y)`"));
}

} // namespace
} // namespace kapok::course
