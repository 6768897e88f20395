// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** The training hours of the year after a course: what there was, what came now, what is left. */
KCard {
    id: root

    required property string title
    /** "15 / 20 hours" */
    required property string figure
    required property real beforeShare
    required property real addedShare
    required property string beforeText
    required property string addedText
    required property string leftText

    implicitHeight: column.implicitHeight + 2 * column.y
    Accessible.role: Accessible.ProgressBar
    Accessible.name: root.title + ", " + root.figure
    Accessible.description: root.beforeText + ", " + root.addedText + ", " + root.leftText

    Column {
        id: column

        x: 22
        y: Theme.s5
        width: parent.width - 2 * x
        spacing: Theme.s3

        SplitLine {
            width: parent.width
            first: root.title
            second: root.figure
        }

        Rectangle {
            width: parent.width
            height: 14
            radius: height / 2
            color: Theme.colors.track
            border.width: Theme.highContrast ? 1 : 0
            border.color: Theme.colors.line

            Rectangle {
                width: parent.width * Math.min(1, root.beforeShare + root.addedShare)
                height: parent.height
                radius: height / 2
                color: Theme.colors.turmericFill
            }

            Rectangle {
                width: parent.width * Math.min(1, root.beforeShare)
                height: parent.height
                radius: height / 2
                color: Theme.colors.leaf
            }
        }

        Flow {
            id: legend

            width: parent.width
            spacing: Theme.radiusTag

            HoursLegend {
                rightPadding: Theme.s3
                visible: root.beforeShare > 0
                text: root.beforeText
                color: Theme.colors.leaf
            }

            HoursLegend {
                rightPadding: Theme.s3
                text: root.addedText
                color: Theme.colors.turmericFill
            }

            KText {
                width: Math.min(Math.ceil(implicitWidth), legend.width)
                text: root.leftText
                style: KText.Caption
                color: Theme.colors.ink2
                Accessible.ignored: true
            }
        }
    }
}
