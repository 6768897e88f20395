// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Kapok.Ui

/** A few choices above a button of the media bar. Emits chosen with the index; arrows move, Esc closes. */
T.Popup {
    id: root

    required property string title
    required property var words
    property var languages: []
    property int current: 0

    signal chosen(int index)

    width: Math.max(180, column.implicitWidth) + 2 * root.padding
    height: Math.min(column.implicitHeight + 2 * root.padding, T.Overlay.overlay ? T.Overlay.overlay.height - Theme.s8 : column.implicitHeight)
    margins: Theme.s4
    padding: Theme.s2
    focus: true
    modal: false
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    onOpened: choices.itemAt(Math.max(0, root.current)).forceActiveFocus(Qt.TabFocusReason)

    background: Item {
        KShadow {
            anchors.fill: parent
        }

        Rectangle {
            anchors.fill: parent
            radius: Theme.radiusCard
            color: Theme.mediaColors.raised
            border.width: Theme.hairline
            border.color: Theme.mediaColors.line
        }
    }

    contentItem: Flickable {
        contentHeight: column.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.PopupMenu
        Accessible.name: root.title

        Column {
            id: column

            width: Math.max(implicitWidth, parent.width)

            Repeater {
                id: choices

                model: root.words

                delegate: MediaMenuItem {
                    id: entry

                    required property int index
                    required property string modelData

                    width: column.width
                    text: entry.modelData
                    language: entry.index < root.languages.length ? root.languages[entry.index] : Theme.language
                    checked: entry.index === root.current
                    onStepped: step => choices.itemAt(Math.max(0, Math.min(choices.count - 1, entry.index + step))).forceActiveFocus(Qt.TabFocusReason)
                    onClicked: {
                        root.chosen(entry.index);
                        root.close();
                    }
                }
            }
        }
    }
}
