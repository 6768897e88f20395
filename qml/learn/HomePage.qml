// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** The home page: continue, hours, assigned, library, always in this order. */
Item {
    id: root

    objectName: "home"

    required property AppModel app
    required property HomeModel home
    required property SyncModel sync
    signal openCourse(string courseId)
    signal openLesson(string courseId, string lessonId)
    signal openAssigned
    signal openRecord
    signal openLibrary
    signal openSync

    CourseGrid {
        id: grid

        anchors.fill: parent
        model: root.home.library
        head: head
        onOpened: courseId => root.openCourse(courseId)

        HomeHead {
            id: head

            parent: grid.contentItem
            y: -height
            width: grid.room
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
    }
}
