// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** A square-cornered label of one or two words: a language, a subject. */
Rectangle {
    id: root

    property string text: ""
    property string language: Theme.language

    implicitWidth: label.implicitWidth + 14
    implicitHeight: Math.max(Theme.scaled(22), label.implicitHeight)
    radius: Theme.radiusTag
    color: Theme.colors.sunken
    border.width: Theme.highContrast ? Theme.hairline : 0
    border.color: Theme.colors.ink2

    KText {
        id: label

        anchors.centerIn: parent
        text: root.text
        language: root.language
        style: KText.Micro
        bold: true
        wrapMode: Text.NoWrap
        color: Theme.colors.ink2
    }
}
