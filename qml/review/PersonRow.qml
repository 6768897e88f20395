// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** One teacher and one course: state, mark and date, in columns or one below the other. */
Rectangle {
    id: root

    required property int index
    required property string account
    required property string courseId
    required property bool isMain
    required property string name
    required property string initials
    required property int tint
    required property string nameLanguage
    required property string unitName
    required property string courseTitle
    required property int workState
    required property string stateName
    required property string stateText
    required property string markText
    required property string dateText
    required property bool isLate
    required property string accessibleText
    property PeopleColumns columns: PeopleColumns {}
    property bool focusShown: false

    readonly property bool stacked: root.columns.stacked
    readonly property real textX: root.columns.side + avatar.width + Theme.s3
    /** Height of all lines when they stand one below the other; made of heights only, since places follow from it. */
    readonly property real stackedHeight: Theme.s2 + words.height + (course.visible ? Theme.s1 + course.height : 0) + Theme.s1 + details.height

    objectName: root.isMain ? "person-state-" + root.account : "person-row-" + root.account + "-" + root.courseId
    implicitHeight: Math.max(Theme.scaled(56), (root.stacked ? root.stackedHeight : Math.max(words.height, course.height, state.height)) + Theme.s4)
    color: hover.hovered ? Qt.tint(Theme.colors.surface, Theme.hover) : Theme.colors.surface
    Accessible.role: Accessible.ListItem
    Accessible.name: root.accessibleText

    HoverHandler {
        id: hover
    }

    Avatar {
        id: avatar

        x: root.columns.side
        y: root.stacked ? Theme.s3 : (parent.height - height) / 2
        size: Theme.iconSize(34)
        initials: root.initials
        tint: root.tint
        language: root.nameLanguage
    }

    Column {
        id: words

        x: root.textX
        y: root.stacked ? Theme.s2 : (parent.height - height) / 2
        width: root.stacked ? root.width - x - root.columns.side : root.columns.columnX(0) + root.columns.columnWidth(0) - x

        KText {
            width: parent.width
            text: root.name
            language: root.nameLanguage
            style: KText.Small
            bold: true
            Accessible.ignored: true
        }

        KText {
            width: parent.width
            text: root.unitName
            style: KText.Caption
            color: Theme.colors.ink2
            Accessible.ignored: true
        }
    }

    KText {
        id: course

        x: root.stacked ? root.textX : root.columns.columnX(1)
        y: root.stacked ? words.y + words.height + Theme.s1 : (parent.height - height) / 2
        width: root.stacked ? words.width : root.columns.columnWidth(1)
        text: root.courseTitle
        style: KText.Small
        visible: root.columns.hasCourse
        Accessible.ignored: true
    }

    Flow {
        id: details

        x: root.textX
        y: (course.visible ? course.y + course.height : words.y + words.height) + Theme.s1
        width: words.width
        spacing: Theme.s3
        visible: root.stacked

        WorkStateLine {
            room: details.width
            workState: root.workState
            isLate: root.isLate
            text: root.stateText
        }

        KText {
            //: Beside a teacher's name in a narrow list. %1 is a mark out of 10.
            text: qsTr("Mark %1").arg(root.markText)
            style: KText.Small
            color: Theme.colors.ink2
            visible: root.markText !== "–"
            Accessible.ignored: true
        }

        KText {
            text: root.dateText
            style: KText.Small
            color: Theme.colors.ink2
            visible: root.dateText !== "–"
            Accessible.ignored: true
        }
    }

    WorkStateLine {
        id: state

        x: root.columns.columnX(2)
        y: (parent.height - height) / 2
        room: root.columns.columnWidth(2)
        workState: root.workState
        isLate: root.isLate
        text: root.stateText
        visible: !root.stacked
    }

    KText {
        x: root.columns.columnX(3)
        y: (parent.height - height) / 2
        width: root.columns.columnWidth(3)
        horizontalAlignment: Text.AlignRight
        text: root.markText
        style: KText.Small
        wrapMode: Text.NoWrap
        visible: !root.stacked
        Accessible.ignored: true
    }

    KText {
        x: root.columns.columnX(4)
        y: (parent.height - height) / 2
        width: root.columns.columnWidth(4)
        text: root.dateText
        style: KText.Small
        color: Theme.colors.ink2
        visible: !root.stacked
        Accessible.ignored: true
    }

    TableFrame {
        anchors.fill: parent
        topLine: true
    }

    FocusRing {
        anchors.margins: Theme.s1
        shown: root.focusShown
        around: Theme.radiusTag
    }
}
