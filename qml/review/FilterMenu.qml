// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Kapok.Models
import Kapok.Ui

/** The choices of a FilterPicker. Emits picked with the id of the choice; arrows move, Esc closes. */
T.Popup {
    id: root

    required property ChoiceListModel choices
    required property string title
    signal picked(string choiceId)

    readonly property real roomWidth: T.Overlay.overlay ? T.Overlay.overlay.width - Theme.s8 : 320
    readonly property real roomHeight: T.Overlay.overlay ? T.Overlay.overlay.height - Theme.s8 : 480

    width: Math.min(Theme.scaled(320), root.roomWidth)
    height: Math.min(column.implicitHeight + 2 * root.padding, root.roomHeight)
    margins: Theme.s4
    padding: Theme.s2
    focus: true
    modal: false
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    onOpened: items.focusChosen()

    background: Item {
        KShadow {
            anchors.fill: parent
        }

        Rectangle {
            anchors.fill: parent
            radius: Theme.radiusCard
            color: Theme.colors.raised
            border.width: Theme.hairline
            border.color: Theme.colors.line
        }
    }

    contentItem: Flickable {
        id: flick

        contentHeight: column.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.PopupMenu
        Accessible.name: root.title
        T.ScrollBar.vertical: KScrollBar {}

        Column {
            id: column

            width: flick.width

            Repeater {
                id: items

                model: root.choices

                function focusAt(index: int) {
                    const item = items.itemAt(Math.max(0, Math.min(items.count - 1, index)));
                    if (!item)
                        return;
                    item.forceActiveFocus(Qt.TabFocusReason);
                    if (item.y < flick.contentY)
                        flick.contentY = item.y;
                    else if (item.y + item.height > flick.contentY + flick.height)
                        flick.contentY = item.y + item.height - flick.height;
                }

                function focusChosen() {
                    for (let i = 0; i < items.count; ++i)
                        if ((items.itemAt(i) as FilterMenuItem).chosen)
                            return items.focusAt(i);
                    items.focusAt(0);
                }

                delegate: FilterMenuItem {
                    width: column.width
                    onStepped: step => items.focusAt(index + step)
                    onClicked: {
                        root.picked(choiceId);
                        root.close();
                    }
                }
            }
        }
    }
}
