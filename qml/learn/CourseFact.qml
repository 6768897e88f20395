// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** One fact about a course: an icon and a few words. */
Row {
    id: root

    property string icon: ""
    property string text: ""

    spacing: Theme.s2
    visible: root.text.length > 0

    KIcon {
        anchors.verticalCenter: parent.verticalCenter
        icon: root.icon
        size: 20
    }

    KText {
        text: root.text
        style: KText.Small
        color: Theme.colors.ink2
    }
}
