// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/csv.h"
#include "app/viewmodels/review_data.h"
#include "app/viewmodels/review_export.h"
#include "app/viewmodels/review_rules.h"
#include "app/viewmodels/unit_tree_model.h"
#include "tests/support/temporary_folder.h"

#include <QFile>
#include <gtest/gtest.h>

namespace kapok::viewmodels {
namespace {

using namespace std::chrono_literals;

const Time kNow = parseIso8601("2026-11-22T08:00:00Z").value();

sync::Unit unit(const std::string &id, const std::string &parent, const std::string &vi,
                const std::string &zh = "")
{
    sync::Unit made;
    made.id.value = id;
    made.parent.value = parent;
    made.kind = parent.empty() ? "province" : "commune";
    made.names.byLanguage["vi"] = vi;
    if (!zh.empty())
        made.names.byLanguage["zh"] = zh;
    return made;
}

std::vector<sync::Unit> province()
{
    return {unit("p", "above-my-branch", "Cao Bằng", "高平省"), unit("q", "p", "Quảng Uyên", "广渊乡"),
            unit("b", "p", "Bảo Lạc"), unit("s", "q", "Tiểu học Độc Lập", "独立小学")};
}

sync::PersonProgress row(const std::string &account, const std::string &name, const std::string &unit,
                         const std::string &course, const std::string &state)
{
    sync::PersonProgress made;
    made.account = account;
    made.person.value = account;
    made.name = name;
    made.nameLanguage = "vi";
    made.unit.value = unit;
    made.course.value = course;
    made.state = state;
    return made;
}

std::vector<sync::PersonProgress> people()
{
    std::vector<sync::PersonProgress> rows{
        row("sen", "Lý Thị Sen", "s", "c1", "started"), row("viet", "Đặng Quốc An", "q", "c1", "not_started"),
        row("mai", "Hoàng Thị Mai", "s", "c1", "completed"),
        row("mai", "Hoàng Thị Mai", "s", "c2", "not_started"), row("pao", "Lục Páo", "b", "c1", "completed")};
    rows[1].due = kNow - 48h - 1h;
    rows[2].due = kNow - 48h;
    rows[2].date = kNow - 72h;
    rows[2].mark = 9;
    rows[4].date = kNow - 1h;
    return rows;
}

std::vector<std::string> accounts(const std::vector<const sync::PersonProgress *> &rows)
{
    std::vector<std::string> found;
    for (const auto *each : rows)
        found.push_back(each->account + "/" + each->course.value);
    return found;
}

PeopleFilter everybody()
{
    PeopleFilter filter;
    filter.branch = branchOf(province(), UnitId{"p"});
    filter.now = kNow;
    return filter;
}

using Names = std::vector<std::string>;

Names shownUnits(const std::vector<sync::Unit> &units, const std::set<UnitId> &open,
                 const std::string &search)
{
    Names names;
    for (const UnitRow &each : unitRows(units, open, search))
        names.push_back(std::string(static_cast<std::size_t>(each.depth), '>') + each.unit->id.value);
    return names;
}

TEST(ReviewTree, ShowsTheTopOfTheBranchAndWhatIsOpen)
{
    EXPECT_EQ(shownUnits(province(), {}, ""), Names{"p"});
    EXPECT_EQ(shownUnits(province(), {UnitId{"p"}}, ""), (Names{"p", ">q", ">b"}));
    EXPECT_EQ(shownUnits(province(), {UnitId{"p"}, UnitId{"q"}}, ""), (Names{"p", ">q", ">>s", ">b"}));
}

TEST(ReviewTree, FindsUnitsWithoutAccentsAndInEveryLanguageWithTheWayToThem)
{
    EXPECT_EQ(shownUnits(province(), {}, "doc lap"), (Names{"p", ">q", ">>s"}));
    EXPECT_EQ(shownUnits(province(), {}, "广渊"), (Names{"p", ">q"}));
    EXPECT_EQ(shownUnits(province(), {}, "Hà Nội"), Names{});
}

TEST(ReviewTree, LeavesOutUnitsThatFormARing)
{
    const std::vector<sync::Unit> ring{unit("a", "b", "A"), unit("b", "a", "B"), unit("c", "", "C")};
    EXPECT_EQ(shownUnits(ring, {UnitId{"a"}, UnitId{"b"}}, ""), Names{"c"});
    EXPECT_EQ(branchOf(ring, UnitId{"a"}).size(), 2U);
}

TEST(ReviewTree, KnowsWhatBelongsToABranch)
{
    EXPECT_EQ(branchOf(province(), UnitId{"q"}), (std::set<UnitId>{UnitId{"q"}, UnitId{"s"}}));
    EXPECT_EQ(topUnits(province()), std::vector<UnitId>{UnitId{"p"}});
    EXPECT_EQ(childrenOf(province(), UnitId{"p"}).size(), 2U);
}

TEST(ReviewFigures, SayNothingWhereNothingIsAssigned)
{
    EXPECT_EQ(completedShare(nullptr), std::nullopt);
    sync::UnitFigures figures;
    EXPECT_EQ(completedShare(&figures), std::nullopt);
    figures.assigned = 4;
    EXPECT_EQ(completedShare(&figures), 0.0);
    figures.completed = 3;
    EXPECT_EQ(completedShare(&figures), 0.75);
}

TEST(ReviewFigures, CountPeopleOnceAndOnlyOfTheBranch)
{
    const PeopleCounts all = countPeople(people(), branchOf(province(), UnitId{"p"}), kNow);
    EXPECT_EQ(all.listed, 4);
    EXPECT_EQ(all.finished, 2);
    EXPECT_EQ(all.late, 1);
    EXPECT_EQ(all.longestLate, 2);
    EXPECT_EQ(countPeople(people(), branchOf(province(), UnitId{"s"}), kNow).listed, 2);
}

TEST(ReviewPeople, AreSortedByGivenName)
{
    EXPECT_EQ(accounts(listedPeople(people(), everybody())),
              (Names{"viet/c1", "mai/c1", "mai/c2", "pao/c1", "sen/c1"}));
}

TEST(ReviewPeople, AreFoundWithoutAccents)
{
    PeopleFilter filter = everybody();
    filter.search = "dang";
    EXPECT_EQ(accounts(listedPeople(people(), filter)), Names{"viet/c1"});
}

TEST(ReviewPeople, ByStateBeginWithTheLateOnes)
{
    PeopleFilter filter = everybody();
    filter.sort = PeopleFilter::Sort::State;
    EXPECT_EQ(accounts(listedPeople(people(), filter)),
              (Names{"viet/c1", "mai/c2", "sen/c1", "mai/c1", "pao/c1"}));
}

TEST(ReviewPeople, WithoutADateStandLastWhicheverWayTheyAreSorted)
{
    PeopleFilter filter = everybody();
    filter.sort = PeopleFilter::Sort::Date;
    EXPECT_EQ(accounts(listedPeople(people(), filter)).front(), "mai/c1");
    filter.descending = true;
    EXPECT_EQ(accounts(listedPeople(people(), filter)),
              (Names{"pao/c1", "mai/c1", "viet/c1", "mai/c2", "sen/c1"}));
}

TEST(ReviewPeople, CanBeNarrowedToABranchAndAState)
{
    PeopleFilter filter = everybody();
    filter.branch = branchOf(province(), UnitId{"q"});
    filter.show = PeopleFilter::Show::Late;
    EXPECT_EQ(accounts(listedPeople(people(), filter)), Names{"viet/c1"});
    filter.show = PeopleFilter::Show::Completed;
    EXPECT_EQ(accounts(listedPeople(people(), filter)), Names{"mai/c1"});
}

TEST(ReviewPeople, AreStoodForByTheirFurthestCourse)
{
    const std::vector<sync::PersonProgress> all = people();
    const auto rows = listedPeople(all, everybody());
    const auto furthest = furthestRows(rows);
    EXPECT_EQ(furthest.size(), 4U);
    EXPECT_TRUE(furthest.contains(&all[2]));
    EXPECT_FALSE(furthest.contains(&all[3]));
}

TEST(ReviewPeople, AreNotLateOnceTheyFinished)
{
    EXPECT_EQ(daysLate(people()[2], kNow), 0);
    EXPECT_EQ(daysLate(people()[1], kNow), 2);
    EXPECT_EQ(daysLate(people()[0], kNow), 0);
}

TEST(ReviewPeriods, FollowTheSchoolYearOfTheCountry)
{
    const QDate autumn(2026, 11, 22);
    const QDate january(2027, 1, 20);
    EXPECT_EQ(daysOf(Period::SchoolYear, autumn, "VN"), (DateSpan{{2026, 9, 1}, {2027, 8, 31}}));
    EXPECT_EQ(daysOf(Period::SchoolYear, QDate(2027, 8, 31), "VN").from, QDate(2026, 9, 1));
    EXPECT_EQ(daysOf(Period::Semester, autumn, "VN"), (DateSpan{{2026, 9, 1}, {2027, 1, 17}}));
    EXPECT_EQ(daysOf(Period::Semester, january, "VN").from, QDate(2027, 1, 18));
    EXPECT_EQ(daysOf(Period::Semester, january, "CN").to, QDate(2027, 1, 31));
    EXPECT_EQ(daysOf(Period::Month, autumn, "VN"), (DateSpan{{2026, 10, 24}, {}}));
    EXPECT_EQ(daysOf(Period::All, autumn, "VN"), DateSpan{});
}

TEST(ReviewData, ComesBackAsItWasKept)
{
    ReviewData data;
    data.units = province();
    data.country = "VN";
    ReviewAnswer answer;
    answer.figures.asOf = kNow;
    answer.figures.devicesKnown = 5;
    answer.figures.devicesSilent = 2;
    answer.figures.isCounting = true;
    answer.figures.units = {{UnitId{"p"}, 10, 8, 6, 4, 1}};
    answer.figures.units.front().finished = 3;
    data.keep("c1|year", answer);
    data.keepPeople("c1|year", UnitId{"p"}, {kNow, people(), false});

    const test::TemporaryFolder folder;
    ASSERT_TRUE(saveReviewData(folder.path(), data).ok());
    const ReviewData read = loadReviewData(folder.path());

    EXPECT_EQ(read.units, data.units);
    EXPECT_EQ(read.country, "VN");
    ASSERT_TRUE(read.answers.contains("c1|year"));
    const ReviewAnswer &kept = read.answers.at("c1|year");
    EXPECT_EQ(kept.figures.asOf, kNow);
    EXPECT_EQ(kept.figures.devicesSilent, 2);
    EXPECT_TRUE(kept.figures.isCounting);
    EXPECT_EQ(kept.figures.units.front().completed, 4);
    EXPECT_EQ(kept.figures.units.front().finished, 3);
    EXPECT_EQ(kept.figures.units.front().latePeople, std::nullopt);
    ASSERT_TRUE(kept.lists.contains(UnitId{"p"}));
    const PeopleList &list = kept.lists.at(UnitId{"p"});
    EXPECT_FALSE(list.isWhole);
    EXPECT_EQ(list.asOf, kNow);
    EXPECT_EQ(list.rows, people());
}

TEST(ReviewData, KnowsBelowWhichOpenedUnitsFiguresAreMissing)
{
    const auto unit = [](const char *id, const char *parent) {
        return sync::Unit{UnitId{id}, "unit", UnitId{parent}, {}, "", ""};
    };
    const std::vector<sync::Unit> units = {unit("top", "not hers"), unit("a", "top"), unit("b", "top"),
                                           unit("a1", "a"), unit("b1", "b")};
    sync::Figures figures;
    figures.units = {{UnitId{"top"}}, {UnitId{"a"}}, {UnitId{"b"}}};
    const std::set<UnitId> opened = {UnitId{"not hers"}, UnitId{"top"}, UnitId{"a"}, UnitId{"a1"}};
    EXPECT_EQ(openedWithoutFigures(units, opened, figures), std::vector{UnitId{"a"}});

    sync::Figures below;
    below.units = {{UnitId{"a"}, 7}, {UnitId{"a1"}, 6}};
    addFigures(figures, below);
    ASSERT_EQ(figures.units.size(), 4u);
    EXPECT_EQ(figures.units.at(1).people, 7);
    EXPECT_EQ(figures.units.at(3).people, 6);
    EXPECT_TRUE(openedWithoutFigures(units, opened, figures).empty());
}

TEST(ReviewData, IsEmptyWhenTheFileIsDamaged)
{
    EXPECT_TRUE(reviewDataFromJson("{\"units\":[{\"id\"").units.empty());
    EXPECT_TRUE(reviewDataFromJson("{\"format\":99,\"units\":[{\"id\":\"a\"}]}").units.empty());
}

TEST(ReviewData, KeepsOnlyTheLatestAnswers)
{
    ReviewData data;
    for (std::size_t i = 0; i <= ReviewData::kKept; ++i) {
        ReviewAnswer answer;
        answer.figures.asOf = kNow + std::chrono::hours(i);
        data.keep(std::to_string(i), answer);
    }
    EXPECT_EQ(data.answers.size(), ReviewData::kKept);
    EXPECT_FALSE(data.answers.contains("0"));
}

TEST(ReviewData, TellsThePeopleOfAUnitFromAWholeListAboveIt)
{
    ReviewData data;
    data.units = province();
    const UnitId school = data.units.back().id;
    const UnitId top = data.units.front().id;
    data.keep("all", {});
    EXPECT_EQ(data.peopleOf("all", school), nullptr);
    data.keepPeople("all", top, {kNow, people(), false});
    EXPECT_EQ(data.peopleOf("all", school), nullptr); // she may not be among the first
    EXPECT_NE(data.peopleOf("all", top), nullptr);
    data.keepPeople("all", top, {kNow, people(), true});
    ASSERT_NE(data.peopleOf("all", school), nullptr);
    data.keepPeople("all", school, {kNow + std::chrono::hours(1), {}, true});
    EXPECT_TRUE(data.peopleOf("all", school)->rows.empty());
    EXPECT_EQ(data.peopleOf("month", school), nullptr);
}

TEST(ReviewData, LetsTheOldestListsGoBeforeTheyBecomeTooMany)
{
    ReviewData data;
    data.keep("all", {});
    const std::vector<sync::PersonProgress> many(ReviewData::kKeptRows / 2 + 1);
    for (int i = 0; i < 3; ++i)
        data.keepPeople("all", UnitId{std::to_string(i)}, {kNow + std::chrono::hours(i), many, true});
    EXPECT_EQ(data.answers.at("all").lists.size(), 1u);
    EXPECT_TRUE(data.answers.at("all").lists.contains(UnitId{"2"}));
}

TEST(ReviewCsv, IsReadAsUtf8BySpreadsheetsAndQuotesWhatNeedsIt)
{
    EXPECT_EQ(toCsv({{"Đặng", "a,b", "say \"yes\""}, {"two\nlines", "8,5", ""}}),
              QByteArray("\xEF\xBB\xBF"
                         "Đặng,\"a,b\",\"say \"\"yes\"\"\"\r\n\"two\nlines\",\"8,5\",\r\n"));
}

TEST(ReviewCsv, NeverStartsAFormula)
{
    EXPECT_EQ(toCsv({{"=1+1", "+84 912", "-x", "@SUM(A1)", "\ttab", "-5"}}),
              QByteArray("\xEF\xBB\xBF'=1+1,'+84 912,'-x,'@SUM(A1),'\ttab,-5\r\n"));
}

TEST(ReviewExport, NamesTheFileAfterTheUnitAndReplacesNothing)
{
    EXPECT_EQ(exportName("Trường Tiểu học Quảng Uyên (2)", QDate(2026, 11, 22)),
              "kapok-truong-tieu-hoc-quang-uyen-2-2026-11-22");
    EXPECT_EQ(exportName("../", QDate(2026, 11, 22)), "kapok-2026-11-22");
    const test::TemporaryFolder folder;
    const QString place = QString::fromStdString(folder.path().string());
    const auto first = writeExport(place, "kapok", "one");
    const auto second = writeExport(place, "kapok", "two");
    ASSERT_TRUE(first.ok() && second.ok());
    EXPECT_TRUE(first->endsWith("/kapok.csv"));
    EXPECT_TRUE(second->endsWith("/kapok-2.csv"));
    QFile kept(*first);
    ASSERT_TRUE(kept.open(QIODevice::ReadOnly));
    EXPECT_EQ(kept.readAll(), "one");
}

TEST(UnitTreeModel, KnowsTheRowAbove)
{
    UnitTreeModel model;
    const auto rowAt = [](const char *id, int depth) { return ListRow{id, {id, "", "", "", depth}}; };
    model.setRows({rowAt("p", 0), rowAt("q", 1), rowAt("s", 2), rowAt("b", 1)});
    EXPECT_EQ(model.parentRow(2), 1);
    EXPECT_EQ(model.parentRow(3), 0);
    EXPECT_EQ(model.parentRow(0), -1);
    EXPECT_EQ(model.rowOfUnit("b"), 3);
}

} // namespace
} // namespace kapok::viewmodels
