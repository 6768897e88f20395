// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Kapok.Ui

/** Head of a column that sorts: an arrow says which way. */
T.AbstractButton {
    id: root

    required property bool sorted
    required property bool backwards

    /** No wider than this; then the words wrap. */
    property real room: 10000

    implicitWidth: label.width + (glyph.visible ? glyph.width + 3 : 0)
    implicitHeight: Math.max(Theme.touch, label.height)
    padding: 0
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.ColumnHeader
    //: Read aloud for the head of a column. %1 is its title.
    Accessible.name: !root.sorted ? qsTr("Sort by %1").arg(root.text) : root.backwards ? qsTr("%1, sorted from last to first").arg(root.text) : qsTr("%1, sorted from first to last").arg(root.text)
    Accessible.onPressAction: root.clicked()

    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: Item {
        FitText {
            id: label

            anchors.verticalCenter: parent.verticalCenter
            room: root.room - (glyph.visible ? glyph.width + 3 : 0)
            text: root.text
            style: KText.Caption
            bold: root.sorted
            color: root.sorted || root.hovered ? Theme.colors.ink : Theme.colors.ink2
            Accessible.ignored: true
        }

        KIcon {
            id: glyph

            x: label.width + 3
            anchors.verticalCenter: parent.verticalCenter
            icon: root.backwards ? "arrow-down" : "arrow-up"
            size: 16
            color: Theme.colors.ink
            visible: root.sorted
        }
    }

    background: Item {
        FocusRing {
            anchors.margins: Theme.s1
            shown: root.visualFocus
            around: Theme.radiusTag
        }
    }
}
