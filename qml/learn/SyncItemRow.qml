// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** One thing that waits to be sent or received, or was sent. */
Item {
    id: root

    required property int index
    required property string title
    required property string detail
    required property string iconName
    required property string statusText
    required property real progress
    required property string courseId
    /** The course of the lesson, when lessons of several courses are listed. */
    required property string section
    /** It is on its way right now. */
    required property bool sending
    signal receive(string courseId)

    readonly property bool moving: root.progress >= 0
    readonly property bool stacked: Theme.textScale > 1.4

    implicitWidth: 320
    implicitHeight: Math.max(64, words.height + (!root.stacked ? 0 : get.visible ? get.height : status.visible ? status.height : 0) + Theme.s5)
    Accessible.role: Accessible.ListItem
    Accessible.name: root.title
    Accessible.description: root.section.length > 0 ? root.section + ", " + root.detail + ", " + root.statusText : root.detail + ", " + root.statusText

    Divider {
        x: words.x
        width: parent.width - x
        visible: root.index > 0
    }

    KIcon {
        id: glyph

        x: 18
        y: root.stacked ? Theme.s3 : (parent.height - height) / 2
        icon: root.iconName
        size: 22
    }

    Column {
        id: words

        x: glyph.x + glyph.width + 14
        y: root.stacked ? 10 : (parent.height - height) / 2
        width: parent.width - x - Theme.s4 - (root.stacked ? 0 : get.visible ? get.width + Theme.s3 : ring.visible || busy.visible ? ring.width + Theme.s3 : status.width + Theme.s3)

        KText {
            width: parent.width
            text: root.title
            style: KText.Small
            bold: true
            Accessible.ignored: true
        }

        KText {
            width: parent.width
            text: root.section
            style: KText.Caption
            color: Theme.colors.ink2
            visible: text.length > 0
            Accessible.ignored: true
        }

        KText {
            width: parent.width
            text: root.detail
            style: KText.Caption
            color: Theme.colors.ink2
            visible: text.length > 0
            Accessible.ignored: true
        }
    }

    KButton {
        id: get

        x: root.stacked ? words.x : parent.width - width - Theme.s4
        y: root.stacked ? words.y + words.height : (parent.height - height) / 2
        size: KButton.Dense
        kind: KButton.Tonal
        //: Button in the sync sheet: fetch this course at once.
        text: qsTr("Get now")
        Accessible.description: root.title
        visible: root.courseId.length > 0 && !root.moving
        onClicked: root.receive(root.courseId)
    }

    ProgressRing {
        id: ring

        anchors.right: parent.right
        anchors.rightMargin: Theme.s4
        anchors.verticalCenter: parent.verticalCenter
        size: 22
        thickness: 4
        value: root.progress
        color: Theme.colors.indigo
        visible: root.moving && !root.stacked
    }

    BusyRing {
        id: busy

        anchors.right: parent.right
        anchors.rightMargin: Theme.s4
        anchors.verticalCenter: parent.verticalCenter
        size: 22
        visible: root.sending && !root.stacked
        Accessible.ignored: true
    }

    KText {
        id: status

        x: root.stacked ? words.x : parent.width - width - Theme.s4
        y: root.stacked ? words.y + words.height : (parent.height - height) / 2
        text: root.statusText
        style: KText.Caption
        color: Theme.colors.ink3
        wrapMode: Text.NoWrap
        visible: text.length > 0 && !get.visible && (!(root.moving || root.sending) || root.stacked)
        Accessible.ignored: true
    }
}
