// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Kapok.Ui

/**
 * One choice out of a few, all visible. model is a list of words; languages (optional) says what each is written in.
 * Emits activated with the index that was chosen; the owner changes currentIndex.
 */
Rectangle {
    id: root

    required property list<string> model
    property list<string> languages: []
    property int currentIndex: 0
    /** Transparent over drawings: the chosen one is sunken, with a check. */
    property bool outlined: false
    /** What a screen reader says the choice is about. */
    property string name: ""
    /** When the choices need more room than this they stand one below the other. */
    property real maximumWidth: 10000

    readonly property bool stacked: root.naturalWidth > root.maximumWidth
    readonly property real naturalWidth: {
        let sum = 2 * Theme.s1;
        for (let i = 0; i < segments.count; ++i)
            sum += segments.itemAt(i) ? segments.itemAt(i).implicitWidth + 2 : 0;
        return sum;
    }

    signal activated(int index)

    implicitWidth: row.implicitWidth + 2 * Theme.s1
    implicitHeight: row.implicitHeight
    radius: Theme.radiusControl
    color: root.outlined ? Theme.colors.surface : Theme.colors.sunken
    border.width: root.outlined || Theme.highContrast ? Theme.hairline : 0
    border.color: Theme.colors.line
    Accessible.role: Accessible.Grouping
    Accessible.name: root.name

    Grid {
        id: row

        columns: root.stacked ? 1 : Math.max(1, root.model.length)

        x: Theme.s1
        columnSpacing: 2

        Repeater {
            id: segments

            model: root.model

            SegmentButton {
                required property int index
                required property string modelData

                width: root.stacked ? Math.max(implicitWidth, Math.min(root.maximumWidth - 2 * Theme.s1, 320)) : implicitWidth
                text: modelData
                language: index < root.languages.length ? root.languages[index] : Theme.language
                checked: index === root.currentIndex
                outlined: root.outlined
                onClicked: root.activated(index)
                onStepped: step => {
                    const next = Math.max(0, Math.min(root.model.length - 1, index + step));
                    segments.itemAt(next).forceActiveFocus(Qt.TabFocusReason);
                    root.activated(next);
                }
            }
        }
    }
}
