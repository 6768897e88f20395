// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** Everything above the rows of the list: the unit, filters by course and time, figures, the units below, the list's head. */
Column {
    id: root

    required property ReviewModel review
    required property SyncModel sync
    required property PeopleColumns columns
    required property bool drill
    signal openSync

    topPadding: 18
    spacing: Theme.s4

    ReviewHead {
        width: parent.width
        review: root.review
        sync: root.sync
        drill: root.drill
        onOpenSync: root.openSync()
    }

    ReviewNotice {
        width: parent.width
        title: root.review.problemTitle
        text: root.review.problemText
        visible: root.review.problemTitle.length > 0
    }

    Flow {
        width: parent.width
        spacing: Theme.s2
        visible: root.review.hasUnits

        FilterPicker {
            objectName: "filterCourse"
            width: Math.min(implicitWidth, root.width)
            leadingIcon: "library"
            choices: root.review.courses
            title: qsTr("Course")
            onPicked: choiceId => root.review.course = choiceId
        }

        FilterPicker {
            objectName: "filterPeriod"
            width: Math.min(implicitWidth, root.width)
            leadingIcon: "calendar"
            choices: root.review.periods
            //: Filter: which time the figures count.
            title: qsTr("Time")
            onPicked: choiceId => root.review.period = choiceId
        }
    }

    KpiCards {
        width: parent.width
        review: root.review
        visible: root.review.hasUnits
    }

    SectionTitle {
        width: parent.width
        //: Title above the list of units that belong to the chosen one.
        text: qsTr("Units")
        visible: branches.visible
    }

    BranchList {
        id: branches

        width: parent.width
        units: root.review.branches
        visible: root.drill && units.count > 0
        onChosen: unitId => root.review.selectUnit(unitId)
    }

    // The card of the list: its head here, its rows in the list view, its end in the footer.
    Item {
        width: parent.width
        height: filters.height + Theme.s5 + (head.visible ? head.height : Theme.s2)
        visible: root.review.hasFigures

        KCard {
            width: parent.width
            height: parent.height + Theme.radiusCard
        }

        PeopleFilters {
            id: filters

            x: root.columns.stacked ? Theme.s4 : Theme.s5
            y: Theme.s3
            width: parent.width - 2 * x
            review: root.review
            sortable: root.columns.stacked
        }

        PeopleHead {
            id: head

            y: parent.height - height
            width: parent.width
            review: root.review
            columns: root.columns
            visible: !root.columns.stacked
        }
    }
}
