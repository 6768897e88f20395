// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/block_list_model.h"
#include "app/viewmodels/choice_list_model.h"
#include "app/viewmodels/course_list_model.h"
#include "app/viewmodels/cue_list_model.h"
#include "app/viewmodels/option_list_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>
#include <random>

namespace kapok::viewmodels {
namespace {

using Mode = QAbstractItemModelTester::FailureReportingMode;

ListRow choice(const QString &id, bool chosen = false)
{
    return {id, {id, QStringLiteral("label of ") + id, chosen}};
}

TEST(ListModel, BecomesAnyListWhateverItWasBefore)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    ChoiceListModel model;
    const QAbstractItemModelTester tester(&model, Mode::Fatal);
    for (int round = 0; round < 300; ++round) {
        std::vector<ListRow> rows;
        for (int id = 0; id < 12; ++id) {
            if (random() % 2 == 0)
                rows.push_back(choice(QString::number(id), random() % 2 == 0));
        }
        std::shuffle(rows.begin(), rows.end(), random);
        model.setRows(rows);
        ASSERT_EQ(model.count(), static_cast<int>(rows.size()));
        for (int row = 0; row < model.count(); ++row) {
            const ListRow &wanted = rows[static_cast<std::size_t>(row)];
            EXPECT_EQ(model.keyOf(row), wanted.key);
            EXPECT_EQ(model.value(row, ChoiceListModel::ChosenRole), wanted.values.at(2));
        }
    }
}

TEST(ListModel, TellsRowsWithTheSameKeyApartByTheirOrder)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    ChoiceListModel model;
    const QAbstractItemModelTester tester(&model, Mode::Fatal);
    QSignalSpy counts(&model, &ListModel::countChanged);
    for (int round = 0; round < 300; ++round) {
        std::vector<ListRow> rows(random() % 9);
        for (ListRow &row : rows)
            row = choice(QString::number(random() % 3), random() % 2 == 0);
        const int before = model.count();
        counts.clear();
        model.setRows(rows);
        ASSERT_EQ(model.count(), static_cast<int>(rows.size()));
        EXPECT_EQ(counts.count(), before == model.count() ? 0 : 1);
        for (int row = 0; row < model.count(); ++row) {
            const ListRow &wanted = rows[static_cast<std::size_t>(row)];
            EXPECT_EQ(model.keyOf(row), wanted.key);
            EXPECT_EQ(model.value(row, ChoiceListModel::ChosenRole), wanted.values.at(2));
        }
    }
}

TEST(ListModel, TellsOnlyWhatIsDifferent)
{
    ChoiceListModel model;
    model.setRows({choice("a"), choice("b"), choice("c")});
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setRows({choice("a"), choice("b", true), choice("c")});
    ASSERT_EQ(changes.count(), 1);
    EXPECT_EQ(changes.at(0).at(0).toModelIndex().row(), 1);
    EXPECT_EQ(changes.at(0).at(2).value<QList<int>>(), QList<int>{ChoiceListModel::ChosenRole});
    EXPECT_EQ(resets.count(), 0);
}

TEST(ListModel, MovesARowTheWayADragDoes)
{
    ChoiceListModel model;
    const QAbstractItemModelTester tester(&model, Mode::Fatal);
    model.setRows({choice("a"), choice("b"), choice("c")});
    model.moveRow(0, 2);
    EXPECT_EQ(model.keyOf(2), QString("a"));
    model.moveRow(2, 0);
    EXPECT_EQ(model.keyOf(0), QString("a"));
    model.moveRow(0, 7);
    EXPECT_EQ(model.keyOf(0), QString("a"));
}

TEST(ListModel, NamesARoleForEachOfItsEnum)
{
    EXPECT_EQ(CourseListModel().roleNames().value(CourseListModel::AccessibleTextRole), "accessibleText");
    EXPECT_EQ(OptionListModel().roleNames().value(OptionListModel::AccessibleTextRole), "accessibleText");
    EXPECT_EQ(BlockListModel().roleNames().value(BlockListModel::PlainSecondRole), "plainSecond");
}

TEST(CueListModel, MarksTheRowThatIsShown)
{
    CueListModel cues;
    cues.setRows({{"0", {0, "0:00", "eins", "", false}}, {"1", {1000, "0:01", "zwei", "", false}}});
    cues.setCurrent(1);
    EXPECT_EQ(cues.value(1, CueListModel::IsCurrentRole), QVariant(true));
    cues.setCurrent(-1);
    EXPECT_EQ(cues.value(1, CueListModel::IsCurrentRole), QVariant(false));
}

} // namespace
} // namespace kapok::viewmodels
