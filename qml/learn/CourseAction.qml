// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** The card with the main action of a course page: where the course is, and the one red button. */
KCard {
    id: root

    required property CourseModel course
    signal openLesson(string lessonId)

    readonly property int courseState: root.course.courseState
    readonly property bool loading: root.courseState === CourseListModel.Downloading
    readonly property bool halted: root.courseState === CourseListModel.Paused
    readonly property bool narrow: root.width < 480 * Math.min(Theme.textScale, 1.5)

    implicitHeight: column.height + 2 * Theme.s5

    Column {
        id: column

        x: Theme.s5
        y: Theme.s5
        width: parent.width - 2 * Theme.s5
        spacing: Theme.s4

        Row {
            width: parent.width
            spacing: Theme.s4

            KIcon {
                id: glyph

                anchors.verticalCenter: parent.verticalCenter
                icon: root.courseState === CourseListModel.NewerApp ? "info" : root.course.isHere ? "on-device" : "download"
                size: 28
                color: root.course.isHere ? Theme.colors.leaf : Theme.colors.ink2
            }

            Column {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - glyph.width - parent.spacing

                KText {
                    width: parent.width
                    text: root.course.placeTitle
                    style: KText.Label
                }

                KText {
                    width: parent.width
                    text: root.course.placeText
                    style: KText.Small
                    color: Theme.colors.ink2
                    visible: text.length > 0
                }
            }
        }

        KProgressBar {
            width: parent.width
            value: root.course.downloadProgress
            barColor: Theme.colors.indigo
            name: root.course.placeTitle
            visible: root.loading || root.halted
        }

        Flow {
            id: buttons

            readonly property bool two: main.visible && (get.visible || stop.visible)

            width: parent.width
            spacing: Theme.s3

            KButton {
                id: main

                objectName: "coursePrimary"

                width: root.narrow || !buttons.two ? parent.width : parent.width - (get.visible ? get.implicitWidth : stop.implicitWidth) - Theme.s3
                size: KButton.Large
                kind: KButton.Primary
                text: root.course.actionText
                trailingIcon: "arrow-r"
                visible: root.course.actionLessonId.length > 0
                onClicked: root.openLesson(root.course.actionLessonId)
            }

            KButton {
                id: get

                objectName: "courseDownload"

                width: root.narrow || !buttons.two ? parent.width : implicitWidth
                size: KButton.Large
                kind: main.visible ? KButton.Secondary : KButton.Primary
                leadingIcon: root.courseState === CourseListModel.Update ? "refresh" : "download"
                text: root.course.downloadText
                visible: text.length > 0 && !root.loading
                onClicked: root.course.download()
            }

            KButton {
                id: stop

                objectName: "courseStop"

                width: root.narrow ? parent.width : implicitWidth
                size: KButton.Large
                //: Button: stop a download. What has arrived is kept.
                text: qsTr("Stop the download")
                visible: root.loading
                onClicked: root.course.cancelDownload()
            }
        }
    }
}
