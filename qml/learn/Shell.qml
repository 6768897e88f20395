// SPDX-License-Identifier: Apache-2.0
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
            pages.reviewBack();
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
        pages.focusSearch();
    }

    onCourseIdChanged: if (root.courseId.length > 0) root.course.load(root.courseId)

    ShellKeys {
        onBack: root.goBack()
        onSearch: root.searchLibrary()
    }

    // Tab follows the order of items: beside a page the areas come before it, below one after it.
    Item {
        id: beforePages

        anchors.fill: parent
    }

    ShellPages {
        id: pages

        x: root.phone ? 0 : nav.width
        width: root.width - x
        height: root.height - (root.phone ? nav.height : 0)
        app: root.app
        people: root.people
        home: root.home
        course: root.course
        sync: root.sync
        review: root.review
        settings: root.settings
        area: root.area
        learnCourse: root.learnCourse
        libraryCourse: root.libraryCourse
        assignedOpen: root.assignedOpen
        courseId: root.courseId
        onOpenCourse: courseId => root.openCourse(courseId)
        onOpenLesson: (courseId, lessonId) => root.openLesson(courseId, lessonId)
        onOpenAssigned: root.assignedOpen = true
        onOpenRecord: root.area = "record"
        onOpenLibrary: root.searchLibrary()
        onOpenSync: syncSheet.open()
        onBack: root.goBack()
        //: Said once after a new PIN was chosen.
        onPinChanged: messages.say(qsTr("The new PIN is set."), "check")
    }

    Item {
        id: afterPages

        anchors.fill: parent
    }

    NavPane {
        id: nav

        parent: root.phone ? afterPages : beforePages
        y: root.height - height
        width: root.phone ? root.width : implicitWidth
        height: root.phone ? implicitHeight : root.height
        shape: root.phone ? NavButton.Bottom : root.drawer ? NavButton.Drawer : NavButton.Rail
        area: root.area
        hasReview: root.app.hasReview
        personName: root.app.personName
        initials: root.app.initials
        tint: root.app.tint
        onChosen: area => root.choose(area)
        onSwitchUser: root.app.signOut()
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
