// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Controls
import Kapok.Models
import Kapok.Ui

/** The window. Gets every view-model from main.cpp and hands each page the ones it needs. */
ApplicationWindow {
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

    TroublePage {
        anchors.fill: parent
        visible: root.app.problemTitle.length > 0
        title: root.app.problemTitle
        text: root.app.problemText
    }

    // A Loader of Qt 6.4 cannot create bound components, so qmllint has to trust these about root.
    // qmllint disable unqualified
    Loader {
        anchors.fill: parent
        active: !root.signedIn && root.app.problemTitle.length === 0
        focus: active
        sourceComponent: StartPage {
            people: root.people
            settings: root.settings
        }
    }

    Loader {
        id: shell

        anchors.fill: parent
        active: root.signedIn && root.app.problemTitle.length === 0
        focus: active
        sourceComponent: Shell {
            enabled: !root.learning
            app: root.app
            people: root.people
            home: root.home
            course: root.course
            sync: root.sync
            review: root.review
            settings: root.settings
            onOpenLesson: (courseId, lessonId) => {
                root.lesson.open(courseId, lessonId);
                root.learning = true;
            }
        }
    }

    Loader {
        anchors.fill: parent
        active: root.learning
        focus: active
        sourceComponent: Rectangle {
            color: Theme.colors.paper

            Player {
                anchors.fill: parent
                focus: true
                lesson: root.lesson
                settings: root.settings
                offline: root.sync.state === SyncModel.Offline
                onClosed: root.learning = false
                onHomeRequested: {
                    root.learning = false;
                    (shell.item as Shell).goHome();
                }
                onCourseRequested: courseId => {
                    root.learning = false;
                    (shell.item as Shell).goHome();
                    (shell.item as Shell).openCourse(courseId);
                }
            }
        }
    }
}
