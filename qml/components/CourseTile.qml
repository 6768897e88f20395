// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/**
 * One course of the library: cover, title, subject and minutes, where it stands. As a tile, or as a row on phones. A long
 * title takes a smaller step and a third line; in a tile what stands below it keeps to the foot, level with its neighbours.
 */
KCardButton {
    id: root

    required property string courseId
    required property string title
    required property url cover
    required property url coverDark
    required property string metaText
    required property int courseState
    required property real progress
    required property string statusText
    required property string accessibleText
    property bool asRow: false
    /** Lines of title before it takes a smaller step. */
    property int titleLines: 2
    property string language: Theme.language

    /** What a row needs to show everything. */
    readonly property real neededHeight: Math.max(picture.height, words.height + below.height) + root.topPadding + root.bottomPadding

    objectName: "course-" + root.courseId
    text: root.accessibleText
    padding: root.asRow ? Theme.s3 : Theme.s2

    contentItem: Item {
        CourseCover {
            id: picture

            width: root.asRow ? Math.min(96, root.width / 4) : parent.width
            height: root.asRow ? Math.round(width * 0.75) : Math.round(width * 0.48)
            cover: root.cover
            coverDark: root.coverDark
            behind: root.down ? Theme.colors.sunken : Theme.colors.surface
        }

        Column {
            id: words

            x: root.asRow ? picture.width + Theme.s3 : Theme.s2
            y: root.asRow ? 0 : picture.height + 10
            width: parent.width - x - (root.asRow ? 0 : Theme.s2)

            FitTitle {
                objectName: "title"
                width: parent.width
                lines: root.titleLines
                text: Theme.unbroken(root.title)
                language: root.language
                Accessible.ignored: true
            }
        }

        Column {
            id: below

            x: words.x
            y: root.asRow ? words.height : parent.height - height
            width: words.width

            KText {
                topPadding: root.asRow ? 2 : 0
                width: parent.width
                text: root.metaText
                style: KText.Caption
                color: Theme.colors.ink2
                maximumLineCount: root.asRow && Theme.textScale <= 1.2 ? 1 : 2
                elide: Text.ElideRight
                Accessible.ignored: true
            }

            Item {
                width: 1
                height: Theme.s1
            }

            CourseStateLine {
                room: parent.width
                courseState: root.courseState
                share: root.progress
                words: root.statusText
                wraps: root.asRow && Theme.textScale > 1.2
            }
        }
    }
}
