// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** One dot of PageDots. */
Rectangle {
    id: root

    required property string pageId
    required property int pageState
    required property bool isCurrent

    readonly property bool done: root.pageState === PageListModel.Seen || root.pageState === PageListModel.Answered

    objectName: "pageDot-" + root.pageId

    width: root.isCurrent ? 30 : 10
    height: 10
    radius: 5
    color: root.isCurrent ? Theme.colors.kapok : root.done ? Theme.colors.leaf : Theme.transparent
    border.width: root.isCurrent || root.done ? 0 : 1.5
    border.color: Theme.colors.lineStrong
    Accessible.ignored: true

    Rectangle {
        anchors.centerIn: parent
        width: 14
        height: 1.5
        rotation: -45
        color: Theme.colors.lineStrong
        visible: !root.isCurrent && root.pageState === PageListModel.Skipped
    }

    Behavior on width {
        NumberAnimation {
            duration: Theme.base
        }
    }
}
