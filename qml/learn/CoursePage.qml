// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Kapok.Models
import Kapok.Ui

/** One course: what it is, where it is, what one can do afterwards, its lessons, and its place on this device. */
Item {
    id: root

    objectName: "coursePage"

    required property CourseModel course
    required property SyncModel sync
    property string backText: ""
    signal openLesson(string lessonId)
    signal back
    signal openSync

    KScroll {
        id: scroll

        anchors.fill: parent
        maximumWidth: 960
        topSpace: Theme.s3
        spacing: 0

        PageHeader {
            width: parent.width
            sync: root.sync
            backText: root.backText
            onBack: root.back()
            onOpenSync: root.openSync()
        }

        CourseHead {
            width: parent.width
            course: root.course
        }

        Item {
            width: 1
            height: Theme.s6
        }

        CourseAction {
            width: parent.width
            course: root.course
            onOpenLesson: lessonId => root.openLesson(lessonId)
        }

        FeedbackPanel {
            width: parent.width
            tone: Tone.Berry
            title: root.course.problemTitle
            text: root.course.problemText
            visible: title.length > 0
        }

        Item {
            width: 1
            height: 28
        }

        CourseGoals {
            width: parent.width
            course: root.course
        }

        SectionTitle {
            width: parent.width
            //: Title of the list of lessons on a course page.
            text: qsTr("Lessons")
            figure: root.course.doneText
            visible: root.course.lessons.count > 0
        }

        Item {
            width: 1
            height: Theme.s2
        }

        KCard {
            width: parent.width
            height: rows.height
            visible: root.course.lessons.count > 0

            Column {
                id: rows

                width: parent.width

                Repeater {
                    model: root.course.lessons
                    delegate: LessonRow {
                        width: rows.width
                        language: root.course.contentLanguage
                        enabled: root.course.isHere
                        next: lessonId === root.course.actionLessonId
                        onClicked: root.openLesson(lessonId)
                    }
                }
            }
        }

        Item {
            width: 1
            height: 28
            visible: root.course.isHere
        }

        KCard {
            width: parent.width
            height: place.height
            visible: root.course.isHere

            SettingsRow {
                id: place

                width: parent.width
                iconName: "on-device"
                //: On the course page: what of the course is stored here.
                text: qsTr("On this device")
                detail: root.course.sizeText

                KButton {
                    kind: KButton.Danger
                    text: root.course.removeText
                    onClicked: removeDialog.open()
                }
            }
        }

        Row {
            topPadding: Theme.s4
            width: parent.width
            spacing: Theme.s3
            visible: root.course.versionText.length > 0

            KIcon {
                icon: root.course.isSignatureValid ? "shield" : "alert"
                size: 20
                color: root.course.isSignatureValid ? Theme.colors.leaf : Theme.colors.berry
            }

            KText {
                width: parent.width - Theme.iconSize(20) - Theme.s3
                text: root.course.versionText
                style: KText.Caption
                color: Theme.colors.ink2
            }
        }
    }

    KDialog {
        id: removeDialog

        //: Question before a course is removed from the device.
        title: qsTr("Remove this course from the device?")
        //: Text of the question before a course is removed.
        text: qsTr("Your results stay. You need a connection to get the course again.")
        acceptText: root.course.removeText
        rejectText: qsTr("Keep it")
        danger: true
        onAccepted: root.course.remove()
    }
}
