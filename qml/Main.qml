// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Kapok.Models
import Kapok.Ui

/** The window. Gets every view-model from main.cpp and hands each page the ones it needs. */
T.ApplicationWindow {
    id: root

    required property AppModel app
    required property PeopleModel people
    required property HomeModel home
    required property CourseModel course
    required property LessonSession lesson
    required property SyncModel sync
    required property ReviewModel review
    required property SettingsModel settings

    readonly property bool signedIn: root.app.personId.length > 0
    /** A lesson is open, full screen. */
    property bool learning: false

    onSignedInChanged: root.learning = false

    width: 1280
    height: 800
    minimumWidth: 320
    minimumHeight: 480
    visible: true
    title: "Kapok"
    color: Theme.colors.paper

    Binding {
        target: Theme
        property: "scheme"
        value: root.settings.theme
    }

    Binding {
        target: Theme
        property: "textScale"
        value: root.settings.textScale
    }

    Binding {
        target: Theme
        property: "reducedMotion"
        value: root.settings.reducedMotion
    }

    Binding {
        target: Theme
        property: "language"
        value: root.settings.language
    }

    KLater {
        id: trouble

        anchors.fill: parent
        url: Qt.resolvedUrl("learn/TroublePage.qml")
        given: ({
                title: root.app.problemTitle,
                text: root.app.problemText
            })
        shown: root.app.problemTitle.length > 0
        kept: false
    }

    Connections {
        target: trouble.item

        function onRetryClicked() {
            root.app.openAgain();
        }
    }

    KLater {
        anchors.fill: parent
        url: Qt.resolvedUrl("learn/StartPage.qml")
        given: ({
                people: root.people,
                settings: root.settings
            })
        focus: shown
        shown: root.app.isReady && !root.signedIn && root.app.problemTitle.length === 0
        kept: false
    }

    KLater {
        id: shell

        anchors.fill: parent
        enabled: !root.learning
        url: Qt.resolvedUrl("learn/Shell.qml")
        given: ({
                app: root.app,
                people: root.people,
                home: root.home,
                course: root.course,
                sync: root.sync,
                review: root.review,
                settings: root.settings
            })
        focus: shown
        shown: root.signedIn && root.app.problemTitle.length === 0
        kept: false
    }

    Connections {
        target: shell.item

        function onOpenLesson(courseId: string, lessonId: string) {
            root.lesson.open(courseId, lessonId);
            root.learning = true;
        }
    }

    KLater {
        id: player

        anchors.fill: parent
        url: Qt.resolvedUrl("learn/player/Player.qml")
        given: ({
                lesson: root.lesson,
                settings: root.settings
            })
        focus: shown
        shown: root.learning
        kept: false
    }

    Binding {
        target: player.item
        property: "offline"
        value: root.sync.state === SyncModel.Offline
    }

    Connections {
        target: player.item

        function onClosed() {
            root.learning = false;
        }

        function onHomeRequested() {
            root.learning = false;
            (shell.item as Shell).goHome();
        }

        function onCourseRequested(courseId: string) {
            root.learning = false;
            (shell.item as Shell).goHome();
            (shell.item as Shell).openCourse(courseId);
        }
    }
}
