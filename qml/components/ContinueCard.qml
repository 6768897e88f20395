// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** Where the teacher left off, with the one main button of the home page. The picture stands beside the words, or above on phones. */
KCard {
    id: root

    property string caption: ""
    property string title: ""
    property string language: Theme.language
    property string lessonText: ""
    property string leftText: ""
    property string buttonText: ""
    property url cover
    property url coverDark
    property real progress: 0
    signal go

    readonly property bool beside: root.width >= 480 * Math.min(Theme.textScale, 1.3)

    readonly property real topCover: Math.round(Math.min(180, (root.width - 20) * 0.38))

    implicitHeight: root.beside ? Math.max(212, words.implicitHeight + 36) : root.topCover + words.implicitHeight + Theme.s8 + Theme.s2

    CourseCover {
        id: picture

        x: root.beside ? Theme.s3 : 10
        y: x
        width: root.beside ? Math.round(Math.min(268, root.width * 0.42)) : root.width - 20
        height: root.beside ? root.height - 2 * Theme.s3 : root.topCover
        cover: root.cover
        coverDark: root.coverDark
    }

    Item {
        id: words

        x: root.beside ? picture.x + picture.width + Theme.s6 : 18
        y: root.beside ? 18 : root.topCover + 22
        width: root.width - x - (root.beside ? Theme.s6 : 18)
        height: root.beside ? root.height - 38 : implicitHeight
        implicitHeight: upper.height + Theme.s3 + lower.height

        Column {
            id: upper

            width: parent.width

            KText {
                width: parent.width
                text: root.caption
                style: KText.Caption
                color: Theme.colors.ink3
                visible: root.beside
            }

            KText {
                topPadding: root.beside ? 2 : 0
                width: parent.width
                text: Theme.unbroken(root.title)
                language: root.language
                style: root.beside ? KText.H2 : KText.H3
                Accessible.role: Accessible.Heading
            }

            KText {
                topPadding: Theme.s1
                width: parent.width
                text: Theme.unbroken(root.lessonText)
                style: KText.Small
                color: Theme.colors.ink2
            }
        }

        Column {
            id: lower

            y: parent.height - height
            width: parent.width
            spacing: Theme.s3

            KProgressBar {
                width: parent.width
                value: root.progress
                name: root.leftText
            }

            Item {
                readonly property bool stacked: leftLabel.implicitWidth + button.implicitWidth + Theme.s3 > width

                width: parent.width
                height: stacked ? leftLabel.height + Theme.s2 + button.height : Math.max(leftLabel.height, button.height)

                KText {
                    id: leftLabel

                    y: parent.stacked ? 0 : (parent.height - height) / 2
                    width: parent.stacked ? parent.width : parent.width - button.width - Theme.s3
                    text: root.leftText
                    style: KText.Small
                    color: Theme.colors.ink2
                }

                KButton {
                    id: button

                    x: parent.width - width
                    y: parent.height - height
                    width: parent.stacked ? parent.width : implicitWidth
                    kind: KButton.Primary
                    text: root.buttonText
                    trailingIcon: "arrow-r"
                    Accessible.description: root.title
                    onClicked: root.go()
                }
            }
        }
    }
}
