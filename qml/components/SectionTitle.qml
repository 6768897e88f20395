// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** The title of a section, with one link or figure at the right. */
Item {
    id: root

    property string text: ""
    property string linkText: ""
    property string figure: ""
    signal linkClicked

    implicitWidth: 320
    implicitHeight: Math.max(Theme.s8, title.height, link.visible ? link.height - Theme.s4 : 0)

    KText {
        id: title

        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - (link.visible ? link.width : figure.visible ? figure.width + Theme.s3 : 0)
        text: root.text
        style: KText.H3
        Accessible.role: Accessible.Heading
    }

    KText {
        id: figure

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        text: root.figure
        style: KText.Small
        color: Theme.colors.ink2
        wrapMode: Text.NoWrap
        visible: text.length > 0
    }

    KButton {
        id: link

        anchors.right: parent.right
        anchors.rightMargin: -Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        kind: KButton.Plain
        size: KButton.Dense
        text: root.linkText
        visible: root.linkText.length > 0
        onClicked: root.linkClicked()
    }
}
