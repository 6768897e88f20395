// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** Name of a unit, its name in the other language, and the bar of what is completed. The percentage stands beside it. */
Column {
    id: root

    required property string name
    required property string nameLanguage
    required property string nameSecond
    required property string nameSecondLanguage
    required property real share
    property bool bold: false

    readonly property bool beside: first.implicitWidth + second.implicitWidth + Theme.radiusTag <= root.width

    spacing: Theme.s1

    Item {
        width: parent.width
        height: root.beside ? first.height : first.height + (second.visible ? second.height : 0)

        KText {
            id: first

            width: root.beside ? implicitWidth : parent.width
            text: root.name
            language: root.nameLanguage
            style: KText.Small
            bold: root.bold
            Accessible.ignored: true
        }

        KText {
            id: second

            x: root.beside ? first.width + Theme.radiusTag : 0
            y: root.beside ? first.height - height : first.height
            width: root.beside ? implicitWidth : parent.width
            text: root.nameSecond
            language: root.nameSecondLanguage
            style: KText.Micro
            color: Theme.colors.ink3
            visible: text.length > 0
            Accessible.ignored: true
        }
    }

    KProgressBar {
        width: parent.width
        height: Theme.s1
        value: root.share
        barColor: Theme.colors.indigo
    }
}
