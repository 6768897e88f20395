// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** Everything above the library on the home page: greeting, continue, hours, assigned, subjects. */
Column {
    id: root

    required property AppModel app
    required property HomeModel home
    required property SyncModel sync
    signal openCourse(string courseId)
    signal openLesson(string courseId, string lessonId)
    signal openAssigned
    signal openRecord
    signal openLibrary
    signal openSync

    readonly property bool beside: root.width >= 760 * Math.min(Theme.textScale, 1.3)

    readonly property real firstHeight: root.home.hasContinue ? goOn.implicitHeight : nothing.implicitHeight

    topPadding: Theme.s5
    bottomPadding: Theme.s3
    spacing: root.width < 520 ? Theme.s3 : Theme.s4

    PageHeader {
        width: parent.width
        sync: root.sync
        title: root.app.greeting
        subtitle: narrow ? root.app.today : root.app.todayAndUnit
        searchable: true
        onSearch: root.openLibrary()
        onOpenSync: root.openSync()
    }

    Item {
        width: parent.width
        height: root.beside ? Math.max(212, root.firstHeight, hours.implicitHeight) : root.firstHeight + (hours.visible ? Theme.s3 + hours.implicitHeight : 0)

        Item {
            id: first

            width: root.beside && hours.visible ? Math.round((root.width - Theme.s6) * 0.675) : root.width
            height: root.beside ? parent.height : root.firstHeight

            ContinueCard {
                id: goOn

                anchors.fill: parent
                visible: root.home.hasContinue
                //: Above the course that was left unfinished, on the home page.
                caption: qsTr("Pick up where you left off")
                title: root.home.continueTitle
                language: root.home.continueLanguage
                lessonText: root.home.continueLessonText
                leftText: root.home.continueLeftText
                buttonText: root.home.continueButtonText
                progress: root.home.continueProgress
                cover: root.home.continueCover
                coverDark: root.home.continueCoverDark
                onGo: root.openLesson(root.home.continueCourseId, root.home.continueLessonId)
            }

            EmptyState {
                id: nothing

                anchors.fill: parent
                visible: root.home.isLoaded && !root.home.hasContinue
                //: On the home page when no course is half done: before the first lesson, and after every finished course.
                title: qsTr("No course under way")
                text: qsTr("Choose a course below. You can stop at any time and go on from there later.")
            }
        }

        HoursCard {
            id: hours

            x: root.beside ? first.width + Theme.s6 : 0
            y: root.beside ? 0 : first.height + Theme.s3
            width: root.width - x
            height: root.beside ? parent.height : implicitHeight
            strip: !root.beside
            visible: root.home.hasHours
            caption: root.home.hoursCaption
            earned: root.home.hoursEarnedText
            outOf: root.home.hoursOutOfText
            leftText: root.home.hoursLeftText
            untilText: root.home.hoursUntilText
            share: root.home.hoursShare
            linkText: qsTr("My record")
            onClicked: root.openRecord()
        }
    }

    SectionTitle {
        width: parent.width
        text: qsTr("Assigned to you")
        //: Link beside "Assigned to you". %1 is the number of assigned courses.
        linkText: root.home.assigned.count > 3 ? qsTr("See all (%1)").arg(root.home.assigned.count) : ""
        visible: root.home.assigned.count > 0
        onLinkClicked: root.openAssigned()
    }

    AssignedList {
        width: parent.width
        limit: 3
        courses: root.home.assigned
        visible: root.home.assigned.count > 0
        onOpened: courseId => root.openCourse(courseId)
    }

    Item {
        readonly property bool inline: root.beside && title.implicitWidth + chips.implicitWidth + Theme.s6 <= root.width

        width: parent.width
        height: inline ? Math.max(title.height, chips.height) : title.height + (chips.visible ? Theme.s2 + chips.height : 0)

        KText {
            id: title

            y: parent.inline ? (parent.height - height) / 2 : 0
            text: qsTr("Library")
            style: KText.H3
            Accessible.role: Accessible.Heading
        }

        ChipRow {
            id: chips

            x: parent.inline ? title.width + Theme.s6 : 0
            y: parent.inline ? 0 : title.height + Theme.s2
            width: parent.width - x
            choices: root.home.subjects
            onPicked: choiceId => root.home.subject = choiceId
        }
    }

    EmptyState {
        width: parent.width
        visible: root.home.isLoaded && root.home.library.count === 0
        title: qsTr("No courses here yet")
        text: qsTr("Courses appear here after the next connection.")
    }
}
