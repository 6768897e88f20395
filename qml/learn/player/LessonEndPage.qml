// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Kapok.Models
import Kapok.Ui

/** The end of a lesson: the mark, what is missing, the lesson again, the next one. */
PlayerScroll {
    id: root

    required property LessonSession lesson

    readonly property bool marked: root.lesson.lessonMarkText.length > 0
    readonly property bool complete: root.lesson.lessonPassed && root.lesson.missing.count === 0
    //: Title at the end of a lesson when everything is done.
    readonly property string doneTitle: qsTr("Lesson finished")
    //: Title at the end of a lesson when something is left to do.
    readonly property string openTitle: qsTr("Not finished yet")

    signal pageWanted(int index)

    KCard {
        width: parent.width
        implicitHeight: top.height + 2 * Theme.s6

        Row {
            id: top

            x: Theme.s6
            y: Theme.s6
            width: parent.width - 2 * x
            spacing: Theme.s5

            Rectangle {
                id: disc

                width: Theme.iconSize(56)
                height: width
                radius: width / 2
                color: root.complete ? Theme.colors.leafSoft : Theme.colors.turmericSoft
                border.width: Theme.highContrast ? Theme.hairline : 0
                border.color: root.complete ? Theme.colors.leaf : Theme.colors.turmeric

                KIcon {
                    anchors.centerIn: parent
                    icon: root.complete ? "check" : "flag"
                    size: 28
                    color: root.complete ? Theme.colors.leaf : Theme.colors.turmeric
                }
            }

            Column {
                width: parent.width - disc.width - parent.spacing
                spacing: Theme.s1

                KText {
                    objectName: "pageTitle"
                    width: parent.width
                    text: root.complete ? root.doneTitle : root.openTitle
                    style: KText.H1
                    Accessible.role: Accessible.Heading
                }

                KText {
                    width: parent.width
                    text: root.lesson.lessonTitle
                    language: root.lesson.language
                    color: Theme.colors.ink2
                }
            }
        }
    }

    KCard {
        width: parent.width
        visible: root.marked
        implicitHeight: figure.implicitHeight

        ResultFigure {
            id: figure

            objectName: "lessonMark"
            width: parent.width
            //: Above the mark of a lesson.
            title: qsTr("Your best mark")
            value: root.lesson.lessonMarkText
            note: root.lesson.lessonNeededText
            good: root.lesson.lessonPassed
            icon: root.lesson.lessonPassed ? "check-circle" : "redo"
        }
    }

    Column {
        width: parent.width
        spacing: Theme.s2
        visible: root.lesson.missing.count > 0

        SectionTitle {
            width: parent.width
            //: Above the list of pages that are still to be done.
            text: qsTr("Still to do")
        }

        Repeater {
            model: root.lesson.missing

            delegate: ReviewLink {
                id: entry

                required property string reason
                required property int pageIndex

                width: parent ? parent.width : 0
                detail: entry.reason
                onClicked: root.pageWanted(entry.pageIndex)
            }
        }
    }

    NextCard {
        objectName: "lessonEndNextCard"
        width: parent.width
        visible: root.complete && root.lesson.hasNextLesson
        //: Above the title of the lesson that follows.
        caption: qsTr("Next lesson")
        title: root.lesson.nextLessonTitle
        titleLanguage: root.lesson.language
        onClicked: root.lesson.nextLesson()
    }
}
