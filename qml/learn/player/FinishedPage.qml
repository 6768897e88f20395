// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** A course is finished: the blossom, the results, where they are saved, and the way home. Emits homeClicked, or courseClicked for the next course. */
FocusScope {
    id: root

    required property LessonSession lesson

    readonly property bool beside: root.width >= Theme.feedbackBesideWidth && root.width > root.height
    readonly property bool narrow: figures.width < Theme.scaled(340)

    signal homeClicked
    signal courseClicked(string courseId)

    // Nowhere else to go: the ring shows where one is.
    Keys.onTabPressed: home.focusReason = Qt.TabFocusReason
    Keys.onBacktabPressed: home.focusReason = Qt.BacktabFocusReason

    objectName: "finished"
    Accessible.role: Accessible.Pane
    Accessible.name: root.lesson.finishedGreeting

    Rectangle {
        anchors.fill: parent
        color: Theme.colors.paper
    }

    FinishedArt {
        id: art

        width: root.beside ? Math.round(root.width * 0.406) : 0
        height: root.height
        visible: root.beside
        greeting: root.lesson.finishedGreeting
        courseTitle: root.lesson.courseTitle
        courseLanguage: root.lesson.language
    }

    KScroll {
        id: scroll

        readonly property real columnLeft: (scroll.width - scroll.columnWidth) / 2

        anchors.left: art.right
        anchors.right: root.right
        anchors.top: root.top
        anchors.bottom: foot.top
        margin: root.width < Theme.tabletWidth ? Theme.s4 : root.beside ? 56 : Theme.s12
        maximumWidth: 840
        topSpace: root.beside ? 44 : 0
        bottomSpace: Theme.s5
        spacing: Theme.s5

        FinishedArt {
            x: -scroll.columnLeft
            width: scroll.width
            height: implicitHeight
            visible: !root.beside
            band: true
            greeting: root.lesson.finishedGreeting
            courseTitle: root.lesson.courseTitle
            courseLanguage: root.lesson.language
        }

        SplitLine {
            width: parent.width
            //: Title above the results of a course.
            first: qsTr("Your result")
            firstStyle: KText.H1
            role: Accessible.Heading
            second: root.lesson.finishedDateText
            secondStyle: KText.Small
            secondColor: Theme.colors.ink2
        }

        KCard {
            width: parent.width
            implicitHeight: figures.height + (competency.below ? competency.height : 0)

            Grid {
                id: figures

                width: parent.width - (competency.visible && !competency.below ? competency.width : 0)
                columns: root.narrow ? 1 : 2

                ResultFigure {
                    width: figures.width / figures.columns
                    //: Above the mark of a finished course.
                    title: qsTr("Mark")
                    value: root.lesson.finishedMarkText
                    note: root.lesson.finishedMarkNote
                    icon: "check-circle"
                    good: true
                    visible: value.length > 0
                }

                ResultFigure {
                    width: figures.width / figures.columns
                    //: Above the training hours a finished course brings.
                    title: qsTr("Training")
                    value: root.lesson.periodsText
                    note: root.lesson.periodsNote
                    visible: value.length > 0
                }
            }

            CompetencyResult {
                id: competency

                readonly property bool wanted: root.lesson.competencyName.length > 0
                readonly property bool below: competency.wanted && parent.width < Theme.scaled(560)

                x: competency.below ? 0 : figures.width
                y: competency.below ? figures.height : 0
                width: competency.below ? parent.width : Math.round(parent.width * 0.4)
                visible: competency.wanted
                inset: competency.below ? Theme.s4 : 22
                levels: root.lesson.competencyLevels
                name: root.lesson.competencyName
                levelText: root.lesson.competencyText
            }

            Divider {
                x: competency.x
                y: competency.y
                width: competency.below ? parent.width : Theme.hairline
                height: competency.below ? Theme.hairline : parent.height
                visible: competency.visible
            }

            Divider {
                x: figures.width / 2
                width: Theme.hairline
                height: figures.height
                visible: !root.narrow && root.lesson.finishedMarkText.length > 0 && root.lesson.periodsText.length > 0
            }
        }

        HoursResult {
            width: parent.width
            visible: root.lesson.hoursText.length > 0
            title: root.lesson.hoursTitle
            figure: root.lesson.hoursText
            beforeShare: root.lesson.hoursBeforeShare
            addedShare: root.lesson.hoursAddedShare
            beforeText: root.lesson.hoursBeforeText
            addedText: root.lesson.hoursAddedText
            leftText: root.lesson.hoursLeftText
        }

        SavedCard {
            objectName: "savedState"
            width: parent.width
            saved: root.lesson.savedState === LessonSession.Saved
            problem: root.lesson.savedMessage
            waiting: root.lesson.waitingCount
        }

        NextCard {
            objectName: "finishedNextCourse"
            width: parent.width
            visible: root.lesson.nextCourseId.length > 0
            //: On the screen after a finished course: another course that was assigned.
            caption: qsTr("Also assigned to you")
            title: root.lesson.nextCourseTitle
            titleLanguage: root.lesson.language
            onClicked: root.courseClicked(root.lesson.nextCourseId)
        }
    }

    Item {
        id: foot

        anchors.left: scroll.left
        anchors.right: scroll.right
        anchors.bottom: root.bottom
        height: home.height + Theme.s4 + (root.beside ? Theme.s10 : Theme.s4)

        KButton {
            id: home

            objectName: "finishedHome"
            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.s4
            width: scroll.columnWidth
            kind: KButton.Primary
            size: KButton.Large
            trailingIcon: "arrow-r"
            focus: true
            //: Button after a course is finished.
            text: qsTr("Back to my courses")
            onClicked: root.homeClicked()
        }
    }
}
