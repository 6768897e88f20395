// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** One competency: its name and the level it reaches. */
Column {
    id: root

    required property string name
    required property int level
    required property string levelText

    visible: root.level > 0

    KText {
        width: parent.width
        text: root.name
        style: KText.Small
        bold: true
    }

    KText {
        width: parent.width
        text: root.levelText
        style: KText.Caption
        color: Theme.colors.ink2
    }
}
