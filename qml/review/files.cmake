# SPDX-License-Identifier: Apache-2.0
# The review area: figures of the units somebody answers for. Paths from qml/.
set(KAPOK_REVIEW_QML
    review/BranchList.qml
    review/FilterMenu.qml
    review/FilterMenuItem.qml
    review/FilterPicker.qml
    review/FreshnessLine.qml
    review/KpiCard.qml
    review/KpiCards.qml
    review/PeopleColumns.qml
    review/PeopleFilters.qml
    review/PeopleHead.qml
    review/PersonRow.qml
    review/ReviewFooter.qml
    review/ReviewHead.qml
    review/ReviewNotice.qml
    review/ReviewPage.qml
    review/ReviewTop.qml
    review/SortButton.qml
    review/TableFrame.qml
    review/UnitBar.qml
    review/UnitTree.qml
    review/UnitTreeRow.qml
    review/WorkStateLine.qml)
