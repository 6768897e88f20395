// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** Where a teacher is with a course: an icon and a word; late ones in berry. */
Item {
    id: root

    required property int workState
    required property bool isLate
    required property string text
    /** The most it may take; longer words wrap. */
    required property real room

    readonly property string iconName: root.isLate ? "alert" : ["circle", "half", "check-circle"][root.workState]
    readonly property color iconColor: root.isLate ? Theme.colors.berry : [Theme.colors.ink3, Theme.colors.indigo, Theme.colors.leaf][root.workState]

    implicitWidth: words.x + words.width
    implicitHeight: words.height

    KIcon {
        id: glyph

        y: (words.lineHeight - height) / 2
        icon: root.iconName
        size: 18
        color: root.iconColor
    }

    FitText {
        id: words

        x: glyph.width + Theme.radiusTag
        room: root.room - x
        text: root.text
        style: KText.Small
        color: root.isLate ? Theme.colors.berry : Theme.colors.ink
        Accessible.ignored: true
    }
}
