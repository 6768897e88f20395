// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQml
import Kapok.Models
import Kapok.Ui

/** The pages of all areas, one of them shown; each is made when it is first opened. Says what its pages ask for. */
Item {
    id: root

    required property AppModel app
    required property PeopleModel people
    required property HomeModel home
    required property CourseModel course
    required property SyncModel sync
    required property ReviewModel review
    required property SettingsModel settings
    required property string area
    required property string learnCourse
    required property string libraryCourse
    required property bool assignedOpen
    /** The course that is open in this area. */
    required property string courseId

    signal openCourse(string courseId)
    signal openLesson(string courseId, string lessonId)
    signal openAssigned
    signal openRecord
    signal openLibrary
    signal openSync
    signal back
    signal pinChanged

    /** One step back inside the review area. */
    function reviewBack() {
        (overview.item as ReviewPage).goBack();
    }

    function focusSearch() {
        (library.item as LibraryPage).focusSearch();
    }

    HomePage {
        anchors.fill: parent
        visible: root.area === "learn" && root.learnCourse.length === 0 && !root.assignedOpen
        app: root.app
        home: root.home
        sync: root.sync
        onOpenCourse: courseId => root.openCourse(courseId)
        onOpenLesson: (courseId, lessonId) => root.openLesson(courseId, lessonId)
        onOpenAssigned: root.openAssigned()
        onOpenRecord: root.openRecord()
        onOpenLibrary: root.openLibrary()
        onOpenSync: root.openSync()
    }

    KLater {
        id: assigned

        anchors.fill: parent
        url: Qt.resolvedUrl("AssignedPage.qml")
        given: ({
                home: root.home,
                sync: root.sync
            })
        shown: root.area === "learn" && root.learnCourse.length === 0 && root.assignedOpen
    }

    KLater {
        id: library

        anchors.fill: parent
        url: Qt.resolvedUrl("LibraryPage.qml")
        given: assigned.given
        shown: root.area === "library" && root.libraryCourse.length === 0
    }

    KLater {
        id: coursePage

        anchors.fill: parent
        url: Qt.resolvedUrl("CoursePage.qml")
        given: ({
                course: root.course,
                sync: root.sync
            })
        shown: root.courseId.length > 0
    }

    Binding {
        target: coursePage.item
        property: "backText"
        value: root.area === "library" ? qsTr("Library") : root.assignedOpen ? qsTr("Assigned to you") : qsTr("Learn")
    }

    KLater {
        id: record

        anchors.fill: parent
        url: Qt.resolvedUrl("RecordPage.qml")
        given: assigned.given
        shown: root.area === "record"
    }

    KLater {
        id: overview

        anchors.fill: parent
        url: Qt.resolvedUrl("../review/ReviewPage.qml")
        given: ({
                review: root.review,
                sync: root.sync
            })
        shown: root.area === "review"
    }

    KLater {
        id: settingsPage

        anchors.fill: parent
        url: Qt.resolvedUrl("SettingsPage.qml")
        given: ({
                app: root.app,
                settings: root.settings,
                sync: root.sync,
                people: root.people
            })
        shown: root.area === "settings"
    }

    Instantiator {
        model: [assigned, library, coursePage, record, overview, settingsPage]

        Connections {
            required property KLater modelData

            target: modelData.item
            ignoreUnknownSignals: true

            function onOpenCourse(courseId: string) {
                root.openCourse(courseId);
            }

            function onOpenLesson(lessonId: string) {
                root.openLesson(root.courseId, lessonId);
            }

            function onBack() {
                root.back();
            }

            function onOpenSync() {
                root.openSync();
            }

            function onSwitchUser() {
                root.app.signOut();
            }

            function onPinChanged() {
                root.pinChanged();
            }
        }
    }
}
