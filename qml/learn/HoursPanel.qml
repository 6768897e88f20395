// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** Training hours of the year as a ring with its numbers. */
KCard {
    id: root

    required property HomeModel home

    readonly property bool stacked: root.width < 440 * Math.min(Theme.textScale, 1.5)

    implicitHeight: root.stacked ? ring.height + words.height + 3 * Theme.s5 : Math.max(ring.height, words.height) + 2 * Theme.s5

    ProgressRing {
        id: ring

        x: root.stacked ? (parent.width - width) / 2 : Theme.s6
        y: Theme.s5
        size: 120
        thickness: 12
        value: root.home.hoursShare
        color: Theme.colors.leaf
        name: root.home.hoursCaption + ", " + root.home.hoursEarnedText + " " + root.home.hoursOutOfText

        Column {
            anchors.centerIn: parent

            KText {
                anchors.horizontalCenter: parent.horizontalCenter
                text: root.home.hoursEarnedText
                style: KText.H1
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }

            KText {
                anchors.horizontalCenter: parent.horizontalCenter
                text: root.home.hoursOutOfText
                style: KText.Caption
                font.pixelSize: Theme.iconSize(13)
                color: Theme.colors.ink3
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
    }

    Column {
        id: words

        x: root.stacked ? Theme.s5 : ring.x + ring.width + Theme.s6
        y: root.stacked ? ring.y + ring.height + Theme.s5 : (parent.height - height) / 2
        width: parent.width - x - Theme.s5
        spacing: 2

        KText {
            width: parent.width
            horizontalAlignment: root.stacked ? Text.AlignHCenter : Text.AlignLeft
            text: root.home.hoursCaption
            style: KText.Small
            color: Theme.colors.ink2
        }

        KText {
            width: parent.width
            horizontalAlignment: root.stacked ? Text.AlignHCenter : Text.AlignLeft
            text: root.home.hoursLeftText
            style: KText.H2
        }

        KText {
            width: parent.width
            horizontalAlignment: root.stacked ? Text.AlignHCenter : Text.AlignLeft
            text: root.home.hoursUntilText
            style: KText.Body
            color: Theme.colors.ink2
            visible: text.length > 0
        }
    }
}
