// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/app_model.h"
#include "app/viewmodels/course_model.h"
#include "app/viewmodels/home_model.h"
#include "core/learner/record.h"
#include "tests/viewmodels/tablet.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace kapok::viewmodels {
namespace {

using Mode = QAbstractItemModelTester::FailureReportingMode;

TEST(HomeModel, ShowsTheCoursesThatAreHereInTheLanguageSheReads)
{
    Tablet tablet;
    tablet.install();
    const auto device = tablet.start();
    HomeModel home;
    const QAbstractItemModelTester library(home.library(), Mode::Fatal);
    const QAbstractItemModelTester subjects(home.subjects(), Mode::Fatal);
    home.start(device.get());
    device->setReading({"zh", "vi"});
    Tablet::signIn(*device);
    ASSERT_TRUE(comes([&] { return home.library()->count() == 1; }));
    EXPECT_EQ(home.library()->value(0, CourseListModel::TitleRole), QVariant("绝不能输入AI的内容"));
    EXPECT_EQ(home.library()->value(0, CourseListModel::TitleSecondRole),
              QVariant("Điều không bao giờ được gõ vào AI"));
    EXPECT_EQ(home.library()->value(0, CourseListModel::CourseStateRole),
              QVariant(CourseListModel::OnDevice));
    const QUrl cover = home.library()->value(0, CourseListModel::CoverRole).toUrl();
    EXPECT_TRUE(QFile::exists(cover.toLocalFile())) << cover.toString().toStdString();
    EXPECT_TRUE(home.isLoaded());
    EXPECT_FALSE(home.hasContinue());
}

TEST(HomeModel, SendsThatACourseIsFinishedWhenNoLessonSaidSo)
{
    Tablet tablet;
    tablet.install();
    const SystemClock clock;
    auto record = learner::Record::open(
        tablet.folder(),
        {PersonId{Tablet::kMai}, {"https://kapok.example", "Hoàng Thị Mai"}, DeviceId{Tablet::kWei}}, clock);
    ASSERT_TRUE(record.ok()) << record.error().detail;
    std::vector<std::string> elsewhere; // every lesson was finished on other devices
    for (const auto &lesson : tablet.course().lessons) {
        const xapi::SessionContext context{{"https://kapok.example", "Hoàng Thị Mai"},
                                           {tablet.course().iri, tablet.course().title},
                                           {tablet.course().activityId(lesson.id), lesson.title},
                                           SessionId{uuidV7(1)},
                                           "vi",
                                           {},
                                           {}};
        elsewhere.push_back(xapi::passed(context, 1, 1, {}, clock.now()).json);
        elsewhere.push_back(xapi::completed(context, {}, clock.now()).json);
    }
    ASSERT_EQ(*record->receive(elsewhere, "x"), static_cast<int>(elsewhere.size()));
    const auto device = tablet.start();
    HomeModel home;
    home.start(device.get());
    int after = 0; // what was told once it was in the record
    QObject::connect(device.get(), &Device::recordChanged, device.get(),
                     [&] { after += record->outbox().counts()->queued; });
    Tablet::signIn(*device);
    ASSERT_TRUE(comes([&] { return after == 1; })) << "nothing wakes the sending";
    EXPECT_TRUE(record->progress(tablet.course().iri)->satisfiedAt.has_value());
}

TEST(HomeModel, FindsACourseByAWordWithoutAccents)
{
    Tablet tablet;
    tablet.install();
    const auto device = tablet.start();
    HomeModel home;
    home.start(device.get());
    Tablet::signIn(*device);
    ASSERT_TRUE(comes([&] { return home.library()->count() == 1; }));
    home.setSearchText("nothing like this");
    ASSERT_TRUE(comes([&] { return home.library()->count() == 0; }));
    home.setSearchText("khong bao gio");
    ASSERT_TRUE(comes([&] { return home.library()->count() == 1; }));
    home.setSearchText("");
    home.setSubject("maths");
    EXPECT_EQ(home.library()->count(), 1) << "a course for all subjects is one for maths, too";
}

TEST(AppModel, AddsACourseFromItsFile)
{
    Tablet tablet;
    const auto device = tablet.start();
    AppModel app;
    HomeModel home;
    app.start(device.get());
    home.start(device.get());
    Tablet::signIn(*device);
    QSignalSpy added(&app, &AppModel::courseAdded);
    app.openFile(QUrl::fromLocalFile(QString::fromStdString(tablet.package().string())));
    ASSERT_TRUE(comes([&] { return added.count() == 1; }));
    EXPECT_EQ(added.at(0).at(0), QVariant(Tablet::kCourse));
    EXPECT_TRUE(comes([&] { return home.library()->count() == 1; }));
}

TEST(AppModel, SaysWhyAFileIsNotACourse)
{
    Tablet tablet;
    const auto device = tablet.start();
    AppModel app;
    app.start(device.get());
    QSignalSpy problem(&app, &AppModel::problem);
    app.openFile(QUrl::fromLocalFile("/nowhere/at/all.kapok"));
    ASSERT_TRUE(comes([&] { return problem.count() == 1; }));
    EXPECT_FALSE(problem.at(0).at(0).toString().isEmpty());
    EXPECT_FALSE(problem.at(0).at(1).toString().isEmpty());
    EXPECT_FALSE(app.installing());
}

TEST(CourseModel, ShowsTheWholeCourseAndRemovesIt)
{
    Tablet tablet;
    tablet.install();
    const auto device = tablet.start();
    CourseModel course;
    const QAbstractItemModelTester lessons(course.lessons(), Mode::Fatal);
    course.start(device.get());
    device->setReading({"en", ""});
    Tablet::signIn(*device);
    course.load(Tablet::kCourse);
    ASSERT_TRUE(comes([&] { return course.isHere(); }));
    EXPECT_EQ(course.title(), QString("What must never be typed in"));
    EXPECT_EQ(course.titleSecond(), QString());
    EXPECT_EQ(course.lessons()->count(), static_cast<int>(tablet.course().lessons.size()));
    EXPECT_EQ(course.outcomes().size(), 3);
    EXPECT_EQ(course.competencyLevels().size(), 5);
    EXPECT_EQ(course.competencyLevels().at(1), 1);
    EXPECT_TRUE(course.isSignatureValid());
    EXPECT_EQ(course.actionText(), QString("Start"));
    QSignalSpy removed(&course, &CourseModel::removed);
    course.remove();
    ASSERT_TRUE(comes([&] { return removed.count() == 1; }));
}

} // namespace
} // namespace kapok::viewmodels
