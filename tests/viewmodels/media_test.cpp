// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/lesson_media.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace kapok::viewmodels {
namespace {

LessonMedia::Captions captions()
{
    return {{"vi", {{0, 1000, "một"}, {2000, 4000, "hai"}, {4000, 5000, "ba"}}},
            {"zh", {{0, 1000, "一"}, {2000, 5000, "二"}}},
            {"en", {{0, 5000, "one"}}}};
}

course::MediaBody body()
{
    course::MediaBody media;
    media.seconds = 70;
    media.chapters = {{"0:04", {{{"vi", "Sau"}, {"zh", "后"}}}}, {"0:00", {{{"vi", "Đầu"}, {"zh", "前"}}}}};
    return media;
}

/// A film that is read in Vietnamese and Chinese, from its beginning.
class MediaTest : public testing::Test {
protected:
    void SetUp() override { m_media.show(body(), captions(), {}, {}, 0, {"vi", "zh"}); }

    LessonMedia m_media;
};

TEST_F(MediaTest, ShowsTheCaptionsOfBothLanguagesAtFirstUse)
{
    EXPECT_EQ(m_media.mode(), QString("vi+zh"));
    m_media.moveTo(2500);
    EXPECT_EQ(m_media.captionText(), QString("hai"));
    EXPECT_EQ(m_media.captionTextSecond(), QString("二"));
    EXPECT_EQ(m_media.cueIndex(), 1);
}

TEST_F(MediaTest, ShowsNothingBetweenTwoCaptions)
{
    m_media.moveTo(1500);
    EXPECT_EQ(m_media.captionText(), QString());
    EXPECT_EQ(m_media.cueIndex(), -1);
}

TEST_F(MediaTest, OffersEveryLanguageAndPairsWithHersInFront)
{
    EXPECT_EQ(m_media.modes(), (QStringList{"off", "vi", "en", "zh", "vi+en", "vi+zh"}));
    m_media.setChosenMode("en");
    m_media.moveTo(100);
    EXPECT_EQ(m_media.captionText(), QString("one"));
    EXPECT_EQ(m_media.captionTextSecond(), QString());
    m_media.setChosenMode("off");
    EXPECT_EQ(m_media.captionText(), QString());
    EXPECT_EQ(m_media.cues()->count(), 3) << "the transcript stays without captions";
}

TEST_F(MediaTest, FollowsTheChaptersInTheirOrderOfTime)
{
    const QAbstractItemModelTester chapters(m_media.chapters(),
                                            QAbstractItemModelTester::FailureReportingMode::Fatal);
    EXPECT_EQ(m_media.chapters()->value(0, ChapterListModel::StartMsRole), QVariant(0));
    m_media.moveTo(3999);
    EXPECT_EQ(m_media.chapterTitle(), QString("Đầu"));
    m_media.moveTo(4000);
    EXPECT_EQ(m_media.chapterTitle(), QString("Sau"));
    m_media.setReading({"zh", ""});
    EXPECT_EQ(m_media.chapterTitle(), QString("后"));
    EXPECT_EQ(m_media.mode(), QString("zh"));
}

TEST_F(MediaTest, TellsOnlyWhenSomethingElseIsSaid)
{
    QSignalSpy changes(&m_media, &LessonMedia::cueChanged);
    m_media.moveTo(2100);
    m_media.moveTo(2200);
    m_media.moveTo(2300);
    EXPECT_EQ(changes.count(), 1);
}

TEST_F(MediaTest, IsEmptyAfterTheNextPage)
{
    m_media.moveTo(2100);
    m_media.clear();
    EXPECT_EQ(m_media.cues()->count(), 0);
    EXPECT_EQ(m_media.captionText(), QString());
    EXPECT_EQ(m_media.mode(), QString("off"));
}

} // namespace
} // namespace kapok::viewmodels
