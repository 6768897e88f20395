// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/review_model.h"
#include "tests/viewmodels/tablet.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace kapok::viewmodels {
namespace {

using Mode = QAbstractItemModelTester::FailureReportingMode;

/// The tablet with Mai as head of a commune, and figures of her last visit to this page.
class ReviewTablet : public ::testing::Test {
protected:
    void SetUp() override
    {
        const SystemClock clock;
        auto people = learner::People::open(tablet.folder(), clock);
        ASSERT_TRUE(people.ok());
        auto mai = people->find(PersonId{Tablet::kMai});
        ASSERT_TRUE(mai.ok());
        mai->roles.push_back({"reviewer", UnitId{"q"}});
        ASSERT_TRUE(people->add(*mai).ok());
    }

    void keepFigures() const
    {
        sync::Unit commune{UnitId{"q"}, "commune", UnitId{"above"}, {}, "", ""};
        commune.names.byLanguage = {{"vi", "Quảng Uyên"}, {"zh", "广渊乡"}};
        sync::Unit school{UnitId{"s"}, "school", UnitId{"q"}, {}, "", ""};
        school.names.byLanguage = {{"vi", "Tiểu học Độc Lập"}};
        ReviewData data;
        data.units = {commune, school};
        ReviewAnswer answer;
        answer.figures.asOf = SystemClock().now() - std::chrono::hours(72);
        answer.figures.units = {{UnitId{"q"}, 3, 4, 2, 1, 0}, {UnitId{"s"}, 2, 0, 0, 0, 0}};
        answer.figures.devicesKnown = 5;
        answer.figures.devicesSilent = 2;
        data.keep("|all|", answer);
        data.keepPeople(
            "|all|", UnitId{"q"},
            {answer.figures.asOf,
             {person("sen", "Lý Thị Sen", "s", "started"), person("an", "Đặng Quốc An", "q", "completed")},
             true});
        const auto profile = learner::profileFolder(tablet.folder(), PersonId{Tablet::kMai});
        std::filesystem::create_directories(profile);
        ASSERT_TRUE(saveReviewData(profile, data).ok());
    }

    static sync::PersonProgress person(const std::string &account, const std::string &name,
                                       const std::string &unit, const std::string &state)
    {
        sync::PersonProgress row;
        row.account = account;
        row.name = name;
        row.nameLanguage = "vi";
        row.unit.value = unit;
        row.course.value = "c1";
        row.state = state;
        return row;
    }

    Tablet tablet;
};

TEST_F(ReviewTablet, OpensWithTheLastFiguresAndSaysWhyThereAreNoNewerOnes)
{
    keepFigures();
    const auto device = tablet.start();
    ReviewModel review;
    const QAbstractItemModelTester units(review.units(), Mode::Fatal);
    const QAbstractItemModelTester people(review.people(), Mode::Fatal);
    review.start(device.get());
    review.setPeriod("all");
    Tablet::signIn(*device);
    ASSERT_TRUE(comes([&] { return !review.problemTitle().isEmpty() && !review.busy(); }));
    EXPECT_TRUE(review.hasFigures());
    EXPECT_TRUE(review.isOld());
    EXPECT_EQ(review.unitTitle(), "Quảng Uyên");
    EXPECT_EQ(review.unitTitleSecond(), "广渊乡");
    EXPECT_EQ(review.completedText(), "25%");
    EXPECT_EQ(review.silentText(), "2");
    EXPECT_EQ(review.units()->count(), 2);
    ASSERT_EQ(review.people()->count(), 2);
    EXPECT_EQ(review.people()->value(0, PersonListModel::NameRole), QVariant("Đặng Quốc An"));
    EXPECT_EQ(review.people()->value(0, PersonListModel::StateNameRole), QVariant("completed"));

    review.setSearchText("dang");
    EXPECT_EQ(review.people()->count(), 1);
    review.setSearchText("");
    review.selectUnit("s");
    EXPECT_EQ(review.parentTitle(), "Quảng Uyên");
    EXPECT_EQ(review.completedText(), "–");
    EXPECT_EQ(review.people()->count(), 1);
}

TEST_F(ReviewTablet, NeverSaysZeroForFiguresThatWereNotFetched)
{
    keepFigures();
    const auto device = tablet.start();
    ReviewModel review;
    review.start(device.get());
    Tablet::signIn(*device);
    ASSERT_TRUE(comes([&] { return review.hasUnits(); }));
    review.setPeriod("month");
    EXPECT_FALSE(review.hasFigures());
    EXPECT_EQ(review.completedText(), "–");
    EXPECT_EQ(review.finishedText(), "–");
    EXPECT_EQ(review.lateText(), "–");
    EXPECT_EQ(review.silentText(), "–");
    EXPECT_EQ(review.units()->value(0, UnitTreeModel::PercentTextRole), QVariant("–"));
}

TEST_F(ReviewTablet, ExportsWhatIsShown)
{
    const QByteArray home = qgetenv("HOME");
    qputenv("HOME", tablet.folder().c_str());
    keepFigures();
    const auto device = tablet.start();
    ReviewModel review;
    review.start(device.get());
    review.setPeriod("all");
    Tablet::signIn(*device);
    ASSERT_TRUE(comes([&] { return review.people()->count() == 2; }));
    review.setSearchText("sen");
    QSignalSpy exported(&review, &ReviewModel::exported);
    review.exportCsv();
    ASSERT_TRUE(comes([&] { return exported.count() == 1; }));
    const QString path = exported.first().first().toString();
    EXPECT_TRUE(path.startsWith(QString::fromStdString(tablet.folder().string()))) << path.toStdString();
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray csv = file.readAll();
    EXPECT_TRUE(csv.startsWith("\xEF\xBB\xBF"));
    EXPECT_TRUE(csv.contains("Lý Thị Sen"));
    EXPECT_FALSE(csv.contains("Đặng"));
    qputenv("HOME", home);
}

/// A server of a country: figures of the upper units come at once, those of schools when they are asked for.
Result<sync::Response> country(const sync::Request &request)
{
    const auto has = [&](const char *text) { return request.url.find(text) != std::string::npos; };
    const auto row = [](const std::string &unit, int completed) {
        return R"({"unit":")" + unit + R"(","people":4,"assigned":4,"started":4,"late":0,"completed":)" +
               std::to_string(completed) + "}";
    };
    const auto unit = [](const std::string &id, const std::string &parent) {
        return R"({"id":")" + id + R"(","kind":"unit","parent":)" + parent + R"(,"names":{"en":")" + id +
               "\"}}";
    };
    const std::string asOf = R"("as_of":")" + toIso8601(SystemClock().now()) + "\"";
    sync::Response answer{200, {}, {}};
    if (has("/units"))
        answer.body = "{" + asOf + R"(,"units":[)" + unit("top", "null") + "," + unit("low", "\"top\"") +
                      "," + unit("school", "\"low\"") + "]}";
    else if (has("/figures"))
        answer.body =
            "{" + asOf + R"(,"counting":true,"units":[)" +
            (has("unit=low") ? row("low", 2) + "," + row("school", 1) : row("top", 2) + "," + row("low", 2)) +
            "]}";
    else if (has("/progress"))
        answer.body = "{" + asOf + R"(,"people":[],"next":null})";
    else
        return Error{ErrorCode::Network, "not in this test"};
    return answer;
}

TEST_F(ReviewTablet, FetchesTheFiguresBelowAUnitWhenItIsOpened)
{
    {
        const SystemClock clock;
        auto people = learner::People::open(tablet.folder(), clock);
        ASSERT_TRUE(people.ok() && people->setCredential(PersonId{Tablet::kMai}, {"key", "secret"}).ok());
    }
    tablet.network = country;
    const auto device = tablet.start();
    ReviewModel review;
    review.start(device.get());
    Tablet::signIn(*device);
    ASSERT_TRUE(comes([&] { return review.units()->count() == 2 && review.hasFigures() && !review.busy(); }));
    EXPECT_EQ(review.completedText(), "50%");
    EXPECT_TRUE(review.asOfText().contains("still being counted")) << review.asOfText().toStdString();
    review.setUnitOpen("low", true);
    ASSERT_EQ(review.units()->count(), 3);
    EXPECT_TRUE(comes([&] {
        return review.units()->value(2, UnitTreeModel::PercentTextRole) == QVariant(QStringLiteral("25%"));
    }));
    review.refresh(); // what is open is asked for along with the whole
    ASSERT_TRUE(comes([&] { return !review.busy(); }));
    EXPECT_EQ(review.units()->value(2, UnitTreeModel::PercentTextRole), QVariant("25%"));
}

TEST_F(ReviewTablet, ShowsNothingToSomebodyElse)
{
    keepFigures();
    const auto device = tablet.start();
    ReviewModel review;
    review.start(device.get());
    Tablet::signIn(*device, Tablet::kWei);
    EXPECT_FALSE(review.isLoaded());
    EXPECT_EQ(review.units()->count(), 0);
}

} // namespace
} // namespace kapok::viewmodels
