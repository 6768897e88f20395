// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** The names of the columns of the list of teachers; those that sort are buttons. */
Rectangle {
    id: root

    required property ReviewModel review
    required property PeopleColumns columns

    implicitHeight: Math.max(Theme.touch, name.implicitHeight, state.implicitHeight, date.implicitHeight)
    color: Theme.colors.sunken

    SortButton {
        id: name

        x: root.columns.columnX(0)
        room: root.columns.columnWidth(0)
        height: parent.height
        //: Column of the list: name of a teacher.
        text: qsTr("Teacher")
        sorted: root.review.sortedBy === "name"
        backwards: root.review.sortedDown
        onClicked: root.review.sortBy("name")
    }

    KText {
        x: root.columns.columnX(1)
        anchors.verticalCenter: parent.verticalCenter
        width: root.columns.columnWidth(1)
        //: Column of the list: title of a course.
        text: qsTr("Course")
        style: KText.Caption
        color: Theme.colors.ink2
        visible: root.columns.hasCourse
    }

    SortButton {
        id: state

        x: root.columns.columnX(2)
        room: root.columns.columnWidth(2)
        height: parent.height
        //: Column of the list: finished, started, late.
        text: qsTr("State")
        sorted: root.review.sortedBy === "state"
        backwards: root.review.sortedDown
        onClicked: root.review.sortBy("state")
    }

    KText {
        x: root.columns.columnX(3)
        anchors.verticalCenter: parent.verticalCenter
        width: root.columns.columnWidth(3)
        horizontalAlignment: Text.AlignRight
        //: Column of the list: mark out of 10.
        text: qsTr("Mark")
        style: KText.Caption
        color: Theme.colors.ink2
    }

    SortButton {
        id: date

        x: root.columns.columnX(4)
        room: root.columns.columnWidth(4)
        height: parent.height
        //: Column of the list: day a course was finished, or is due.
        text: qsTr("Date")
        sorted: root.review.sortedBy === "date"
        backwards: root.review.sortedDown
        onClicked: root.review.sortBy("date")
    }

    TableFrame {
        anchors.fill: parent
        topLine: true
    }
}
