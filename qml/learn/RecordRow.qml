// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** One course in the teacher's own record: finished with mark and hours, or how far she is. */
KCardButton {
    id: root

    required property int index
    required property string courseId
    required property string title
    required property url cover
    required property url coverDark
    required property bool isDone
    required property string stateText
    required property string markText
    required property string periodsText
    required property real progress
    required property string accessibleText
    /** False: only the record knows this course any more. */
    required property bool canOpen
    property string language: Theme.language

    readonly property bool stacked: root.width < 520 * Math.min(Theme.textScale, 1.5)

    enabled: root.canOpen
    text: root.accessibleText
    padding: Theme.s3
    implicitHeight: Math.max(picture.height, words.height) + 2 * root.padding

    contentItem: Item {
        CourseCover {
            id: picture

            width: root.stacked ? 68 : 104
            height: root.stacked ? 68 : 72
            cover: root.cover
            coverDark: root.coverDark
            behind: root.down ? Theme.colors.sunken : Theme.colors.surface
        }

        Column {
            id: words

            x: picture.width + 14
            y: Math.max(0, (parent.height - height) / 2)
            width: parent.width - x - (root.stacked ? 0 : figures.width + Theme.s4)
            spacing: Theme.s1

            KText {
                width: parent.width
                text: Theme.unbroken(root.title)
                language: root.language
                style: KText.Label
                Accessible.ignored: true
            }

            StateLine {
                room: parent.width
                icon: root.isDone ? "check-circle" : ""
                tone: root.isDone ? Tone.Leaf : Tone.Neutral
                bold: root.isDone
                text: root.stateText
                wraps: true
            }

            KProgressBar {
                width: Math.min(parent.width, 240)
                height: 6
                value: root.progress
                visible: !root.isDone && root.canOpen
            }

            KText {
                width: parent.width
                text: root.markText
                style: KText.Small
                bold: true
                visible: root.stacked && text.length > 0
                Accessible.ignored: true
            }

            KText {
                width: parent.width
                text: root.periodsText
                style: KText.Small
                color: Theme.colors.ink2
                visible: root.stacked && text.length > 0
                Accessible.ignored: true
            }
        }

        Column {
            id: figures

            x: parent.width - width - Theme.s2
            y: (parent.height - height) / 2
            visible: !root.stacked

            KText {
                anchors.right: parent.right
                text: root.markText
                style: KText.Label
                wrapMode: Text.NoWrap
                visible: text.length > 0
                Accessible.ignored: true
            }

            KText {
                anchors.right: parent.right
                text: root.periodsText
                style: KText.Small
                color: Theme.colors.ink2
                wrapMode: Text.NoWrap
                visible: text.length > 0
                Accessible.ignored: true
            }
        }
    }
}
