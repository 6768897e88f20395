// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** A few sentences inside a feedback panel, in one language or two, under a title where there is one. */
Column {
    id: root

    property string title: ""
    property bool divided: false
    required property string first
    required property string second
    required property string firstLanguage
    required property string secondLanguage
    required property color color

    spacing: Theme.s1

    Item {
        width: parent.width
        height: Theme.s5
        visible: root.divided

        Rectangle {
            y: Theme.s1
            width: parent.width
            height: Theme.hairline
            color: root.color
            opacity: 0.2
        }
    }

    KText {
        width: parent.width
        text: root.title
        style: KText.Label
        color: root.color
        visible: text.length > 0
    }

    KText {
        width: parent.width
        text: Theme.unbroken(root.first)
        language: root.firstLanguage
        color: root.color
        visible: text.length > 0
    }

    KText {
        width: parent.width
        text: Theme.unbroken(root.second)
        language: root.secondLanguage
        style: KText.Small
        color: root.color
        visible: text.length > 0
    }
}
