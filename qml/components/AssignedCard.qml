// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** One assigned course: small cover, title, how far, where it is, when it is due. */
KCardButton {
    id: root

    required property string courseId
    required property string title
    required property url cover
    required property url coverDark
    required property string lessonsText
    required property int courseState
    required property real progress
    required property string statusText
    required property string dueText
    required property int dueState
    required property string accessibleText
    /** Small cover and no "3 of 4 lessons", inside a list on a phone. */
    property bool compact: false
    property string language: Theme.language

    text: root.accessibleText
    padding: Theme.s3
    implicitHeight: Math.max(picture.height, words.height) + 2 * root.padding

    contentItem: Item {
        CourseCover {
            id: picture

            width: root.compact ? 68 : 96
            height: root.compact ? 68 : 102
            cover: root.cover
            coverDark: root.coverDark
            behind: root.down ? Theme.colors.sunken : root.fill.a > 0 ? root.fill : Theme.colors.surface
        }

        Column {
            id: words

            x: picture.width + (root.compact ? Theme.s3 : 14)
            y: root.compact ? (parent.height - height) / 2 : 0
            width: parent.width - x
            spacing: root.compact ? Theme.s2 : Theme.radiusTag

            KText {
                width: parent.width
                height: root.compact || Theme.textScale > 1.3 ? implicitHeight : Math.max(implicitHeight, 2 * lineHeight)
                text: Theme.unbroken(root.title)
                language: root.language
                style: KText.Label
                Accessible.ignored: true
            }

            Flow {
                width: parent.width
                spacing: Theme.s2

                KText {
                    text: root.lessonsText
                    style: KText.Caption
                    color: Theme.colors.ink2
                    visible: !root.compact && text.length > 0
                    Accessible.ignored: true
                }

                DueBadge {
                    room: words.width
                    text: root.dueText
                    dueState: root.dueState
                    visible: root.compact && root.dueText.length > 0
                }

                CourseStateLine {
                    room: words.width
                    height: root.compact ? Math.max(Theme.scaled(26), implicitHeight) : implicitHeight
                    wraps: Theme.textScale > 1.2
                    courseState: root.courseState
                    share: root.progress
                    words: root.statusText
                }
            }

            DueBadge {
                room: words.width
                text: root.dueText
                dueState: root.dueState
                visible: !root.compact && root.dueText.length > 0
            }
        }
    }
}
