// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** The four figures of the chosen unit: four in a row, two by two, or one below the other, as there is room. */
Grid {
    id: root

    required property ReviewModel review

    readonly property real least: 190 * Math.min(Theme.textScale, 1.6)
    readonly property real slot: (root.width - (root.columns - 1) * root.columnSpacing) / root.columns
    readonly property real tallest: Math.max(completed.implicitHeight, finished.implicitHeight, late.implicitHeight, silent.implicitHeight)

    columns: root.width >= 4 * root.least + 48 ? 4 : root.width >= 2 * Math.min(root.least, 160 * Theme.textScale) + 12 ? 2 : 1
    columnSpacing: root.columns === 4 ? Theme.s4 : Theme.s3
    rowSpacing: Theme.s3

    KpiCard {
        id: completed

        width: root.slot
        height: root.columns > 1 ? root.tallest : implicitHeight
        //: Figure: how much of what was assigned is completed, in percent.
        caption: qsTr("Assigned courses finished")
        value: root.review.completedText
        note: root.review.completedNote
        share: root.review.completedShare
    }

    KpiCard {
        id: finished

        width: root.slot
        height: root.columns > 1 ? root.tallest : implicitHeight
        //: Figure: how many teachers finished at least one course, or the chosen course.
        caption: root.review.course.length > 0 ? qsTr("Teachers who finished it") : qsTr("Teachers with a finished course")
        value: root.review.finishedText
        note: root.review.finishedNote
        share: root.review.finishedShare
        barColor: Theme.colors.leaf
    }

    KpiCard {
        id: late

        width: root.slot
        height: root.columns > 1 ? root.tallest : implicitHeight
        //: Figure: how many teachers are past a due date.
        caption: qsTr("Teachers who are late")
        value: root.review.lateText
        note: root.review.lateNote
        tone: root.review.hasLate ? Tone.Berry : Tone.Neutral
    }

    KpiCard {
        id: silent

        width: root.slot
        height: root.columns > 1 ? root.tallest : implicitHeight
        //: Figure: how many devices did not connect for two weeks; their figures may be old.
        caption: qsTr("Silent for more than 14 days")
        value: root.review.silentText
        note: root.review.silentNote
        tone: root.review.hasSilent ? Tone.Turmeric : Tone.Neutral
    }
}
