// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Kapok.Models
import Kapok.Ui

/**
 * Navigation and the areas of one signed-in person. Each area stays where it was left; Back returns to where one came
 * from. The sync sheet opens over everything.
 */
FocusScope {
    id: root

    required property AppModel app
    required property PeopleModel people
    required property HomeModel home
    required property CourseModel course
    required property SyncModel sync
    required property ReviewModel review
    required property SettingsModel settings
    signal openLesson(string courseId, string lessonId)

    property string area: "learn"
    property string learnCourse: ""
    property string libraryCourse: ""
    property bool assignedOpen: false

    property alias sheet: syncSheet
    readonly property bool phone: root.width < Theme.tabletWidth
    readonly property bool drawer: root.width >= Theme.desktopWidth && root.area !== "review"
    readonly property string courseId: root.area === "learn" ? root.learnCourse : root.area === "library" ? root.libraryCourse : ""

    function openCourse(courseId: string) {
        if (root.area === "library")
            root.libraryCourse = courseId;
        else {
            root.area = "learn";
            root.learnCourse = courseId;
        }
    }

    function goHome() {
        root.libraryCourse = "";
        root.learnCourse = "";
        root.assignedOpen = false;
        root.area = "learn";
    }

    function goBack() {
        if (root.area === "review")
            (overview.item as ReviewPage).goBack();
        else if (root.area === "library")
            root.libraryCourse = "";
        else if (root.area === "learn" && root.learnCourse.length > 0)
            root.learnCourse = "";
        else
            root.assignedOpen = false;
    }

    /** Choosing the area one is in goes to its first page. */
    function choose(area: string) {
        if (area === root.area && area === "library")
            root.libraryCourse = "";
        else if (area === root.area && area === "learn")
            root.learnCourse = "";
        root.assignedOpen = root.assignedOpen && area !== root.area;
        root.area = area;
    }

    function searchLibrary() {
        root.libraryCourse = "";
        root.area = "library";
        (library.item as LibraryPage).focusSearch();
    }

    onCourseIdChanged: if (root.courseId.length > 0) root.course.load(root.courseId)

    ShellKeys {
        onBack: root.goBack()
        onSearch: root.searchLibrary()
    }

    NavPane {
        id: nav

        anchors.left: parent.left
        anchors.bottom: parent.bottom
        width: root.phone ? parent.width : implicitWidth
        height: root.phone ? implicitHeight : parent.height
        shape: root.phone ? NavButton.Bottom : root.drawer ? NavButton.Drawer : NavButton.Rail
        area: root.area
        hasReview: root.app.hasReview
        personName: root.app.personName
        initials: root.app.initials
        tint: root.app.tint
        onChosen: area => root.choose(area)
        onSwitchUser: root.app.signOut()
    }

    Item {
        id: pages

        anchors.top: parent.top
        anchors.right: parent.right
        anchors.left: root.phone ? parent.left : nav.right
        anchors.bottom: root.phone ? nav.top : parent.bottom

        HomePage {
            anchors.fill: parent
            visible: root.area === "learn" && root.learnCourse.length === 0 && !root.assignedOpen
            app: root.app
            home: root.home
            sync: root.sync
            onOpenCourse: courseId => root.openCourse(courseId)
            onOpenLesson: (courseId, lessonId) => root.openLesson(courseId, lessonId)
            onOpenAssigned: root.assignedOpen = true
            onOpenRecord: root.area = "record"
            onOpenLibrary: root.searchLibrary()
            onOpenSync: syncSheet.open()
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
                    root.goBack();
                }

                function onOpenSync() {
                    syncSheet.open();
                }

                function onSwitchUser() {
                    root.app.signOut();
                }

                function onPinChanged() {
                    //: Said once after a new PIN was chosen.
                    messages.say(qsTr("The new PIN is set."), "check");
                }
            }
        }
    }

    ShellMessages {
        id: messages

        anchors.fill: pages
        app: root.app
        course: root.course
        onCourseAdded: courseId => {
            root.area = "library";
            root.libraryCourse = courseId;
        }
    }

    SyncSheet {
        id: syncSheet

        sync: root.sync
        settings: root.settings
    }
}
