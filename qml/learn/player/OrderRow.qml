// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/**
 * One item to bring into order: a handle to drag it by, its place, its words, and two buttons that do the same.
 * Alt+Up and Alt+Down move it too. Emits moved with the way to go, dragged with the centre it is held at, in the list.
 */
FocusScope {
    id: root

    required property int index
    required property string optionId
    required property string letter
    required property string text
    required property string textSecond
    required property int mark
    required property string markText
    required property string accessibleText

    property string firstLanguage: Theme.language
    property string secondLanguage: ""
    property int count: 0
    property bool locked: false
    readonly property bool fixed: root.locked || root.mark === OptionListModel.Right || root.mark === OptionListModel.Closed
    readonly property bool marked: root.mark === OptionListModel.Right || root.mark === OptionListModel.NotRight
    readonly property color accent: root.mark === OptionListModel.Right ? Theme.colors.leaf : root.mark === OptionListModel.NotRight ? Theme.colors.turmeric : Theme.colors.lineStrong
    readonly property bool narrow: root.width < Theme.scaled(460)
    readonly property bool held: grip.pressed
    /** Of a row that can no longer be moved: it looks like an option, without the room of grip and buttons. */
    readonly property int padding: root.width < 520 ? Theme.s4 : Theme.s5

    signal moved(int step)
    signal dragged(real centerY)

    objectName: "orderItem-" + root.optionId
    implicitHeight: Math.max(Theme.scaled(72), Math.max(words.height, buttons.visible ? buttons.height : 0) + 2 * Theme.s3)
    z: root.held ? 1 : 0
    Accessible.role: Accessible.ListItem
    Accessible.name: root.accessibleText
    Accessible.focusable: true

    Keys.onPressed: event => {
        const step = event.key === Qt.Key_Up ? -1 : event.key === Qt.Key_Down ? 1 : 0;
        if (step === 0 || !(event.modifiers & Qt.AltModifier) || root.fixed)
            return;
        root.moved(step);
        event.accepted = true;
    }

    Rectangle {
        id: card

        width: root.width
        height: root.height
        y: root.held ? grip.listY - grip.grabY - root.y : 0
        radius: Theme.radiusOption
        color: root.mark === OptionListModel.Right ? Theme.colors.leafSoft : root.mark === OptionListModel.NotRight ? Theme.colors.turmericSoft : Theme.colors.surface
        border.width: root.marked || root.held ? Theme.strongLine : Theme.hairline
        border.color: root.held ? Theme.colors.ink : root.marked ? root.accent : Theme.colors.line

        KShadow {
            anchors.fill: parent
            z: -1
            visible: root.held && !Theme.highContrast
        }

        KIcon {
            id: handle

            x: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            icon: "grip"
            color: Theme.colors.ink3
            visible: !root.fixed
        }

        Rectangle {
            id: disc

            x: root.fixed ? root.padding : handle.x + handle.width + Theme.s2
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.iconSize(36)
            height: width
            radius: width / 2
            color: root.marked ? root.accent : Theme.transparent
            border.width: 1.5
            border.color: root.accent

            KText {
                anchors.centerIn: parent
                text: root.letter
                style: KText.Label
                font.pixelSize: Theme.iconSize(15)
                color: root.marked ? Theme.colors.surface : Theme.colors.ink2
                Accessible.ignored: true
            }
        }

        Column {
            id: words

            anchors.left: disc.right
            anchors.leftMargin: root.fixed ? Theme.s4 : Theme.s3
            anchors.right: root.fixed ? parent.right : buttons.left
            anchors.rightMargin: root.fixed ? root.padding : Theme.s2
            anchors.verticalCenter: parent.verticalCenter

            KText {
                width: parent.width
                text: Theme.unbroken(root.text)
                language: root.firstLanguage
                style: KText.Read
                bold: root.marked
                Accessible.ignored: true
            }

            KText {
                width: parent.width
                text: Theme.unbroken(root.textSecond)
                language: root.secondLanguage
                style: KText.Body
                color: Theme.colors.ink2
                visible: text.length > 0
                Accessible.ignored: true
            }

            OptionStatus {
                room: parent.width
                optionState: root.mark
                text: root.markText
                color: root.accent
                visible: root.marked && root.markText.length > 0
            }
        }

        OrderButtons {
            id: buttons

            anchors.right: parent.right
            anchors.rightMargin: Theme.s2
            anchors.verticalCenter: parent.verticalCenter
            itemId: root.optionId
            itemText: root.text
            stacked: root.narrow
            visible: !root.fixed
            enabled: !root.fixed
            canRise: root.index > 0
            canSink: root.index < root.count - 1
            onMoved: step => root.moved(step)
        }

        MouseArea {
            id: grip

            /** Where in the row the pointer took hold, and the pointer now in the list. */
            property real grabY: 0
            property real listY: 0

            width: disc.x
            height: parent.height
            enabled: !root.fixed
            preventStealing: true
            cursorShape: grip.pressed ? Qt.ClosedHandCursor : Qt.OpenHandCursor
            onPressed: mouse => {
                grip.grabY = mouse.y;
                grip.listY = root.y + mouse.y;
            }
            onPositionChanged: mouse => {
                grip.listY = grip.mapToItem(root.parent, mouse.x, mouse.y).y;
                root.dragged(grip.listY - grip.grabY + root.height / 2);
            }
        }
    }
}
