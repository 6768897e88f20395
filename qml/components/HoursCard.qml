// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** Training hours earned and wanted: a card with a large ring, or one strip on phones. A tap opens My record. */
KCardButton {
    id: root

    /** "13.5" */
    property string earned: ""
    /** "/ 20 hours" */
    property string outOf: ""
    /** "6.5 hours to go" */
    property string leftText: ""
    /** "by 31 May 2026" */
    property string untilText: ""
    property real share: 0
    property bool strip: false
    property string caption: ""
    property string linkText: ""

    text: root.caption + ", " + root.earned + " " + root.outOf + ", " + root.leftText
    padding: 0
    implicitHeight: root.strip ? Math.max(80, stripWords.height + Theme.s6) : Math.max(212, inside.implicitHeight + 32)

    contentItem: Item {
        TextMetrics {
            id: outOfWidth

            font.family: outOfLabel.font.family
            font.pixelSize: Theme.iconSize(13)
            text: root.outOf
        }

        Column {
            id: inside

            x: Theme.s5
            y: 18
            width: parent.width - 2 * Theme.s5
            spacing: Theme.s3
            visible: !root.strip

            KText {
                width: parent.width
                text: root.caption
                style: KText.Small
                color: Theme.colors.ink2
                Accessible.ignored: true
            }

            Row {
                spacing: Theme.s4

                ProgressRing {
                    id: ring

                    size: 112
                    value: root.share
                    color: Theme.colors.leaf

                    Column {
                        anchors.centerIn: parent

                        KText {
                            anchors.horizontalCenter: parent.horizontalCenter
                            text: root.earned
                            style: KText.H1
                            lineHeight: Theme.iconSize(30)
                            wrapMode: Text.NoWrap
                            Accessible.ignored: true
                        }

                        KText {
                            id: outOfLabel
                            anchors.horizontalCenter: parent.horizontalCenter
                            text: root.outOf
                            style: KText.Caption
                            font.pixelSize: Theme.iconSize(outOfWidth.advanceWidth > ring.width * 0.6 ? 12 : 13)
                            lineHeight: Theme.iconSize(18)
                            color: Theme.colors.ink3
                            wrapMode: Text.NoWrap
                            Accessible.ignored: true
                        }
                    }
                }

                Column {
                    anchors.verticalCenter: parent.verticalCenter
                    width: inside.width - ring.width - Theme.s4

                    KText {
                        width: parent.width
                        text: root.leftText
                        style: KText.Label
                        Accessible.ignored: true
                    }

                    KText {
                        width: parent.width
                        text: root.untilText
                        style: KText.Small
                        color: Theme.colors.ink2
                        visible: text.length > 0
                        Accessible.ignored: true
                    }
                }
            }
        }

        Divider {
            x: Theme.s5
            y: foot.y - Theme.s3
            width: parent.width - 2 * Theme.s5
            visible: foot.visible
        }

        Row {
            id: foot

            x: Theme.s5 + 2
            y: parent.height - height - 14
            spacing: Theme.s2
            visible: !root.strip && root.linkText.length > 0

            KIcon {
                anchors.verticalCenter: parent.verticalCenter
                icon: "record"
                size: 20
            }

            KText {
                anchors.verticalCenter: parent.verticalCenter
                text: root.linkText
                style: KText.Small
                bold: true
                Accessible.ignored: true
            }
        }

        ProgressRing {
            x: Theme.s4
            anchors.verticalCenter: parent.verticalCenter
            size: 56
            thickness: 7
            value: root.share
            color: Theme.colors.leaf
            visible: root.strip

            KIcon {
                anchors.centerIn: parent
                icon: "record"
                size: 22
                color: Theme.colors.leaf
            }
        }

        Column {
            id: stripWords

            x: Theme.s8 + Theme.iconSize(56)
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - x - Theme.s12
            visible: root.strip

            KText {
                width: parent.width
                text: root.earned + " " + root.outOf
                style: KText.Label
                Accessible.ignored: true
            }

            KText {
                width: parent.width
                text: root.leftText
                style: KText.Caption
                color: Theme.colors.ink2
                Accessible.ignored: true
            }

            KText {
                width: parent.width
                text: root.untilText
                style: KText.Caption
                color: Theme.colors.ink2
                visible: text.length > 0
                Accessible.ignored: true
            }
        }

        KIcon {
            anchors.right: parent.right
            anchors.rightMargin: Theme.s5
            y: root.strip ? (parent.height - height) / 2 : foot.y + (foot.height - height) / 2
            icon: "right"
            size: root.strip ? 20 : 18
            color: Theme.colors.ink3
        }
    }
}
