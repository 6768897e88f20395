// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** All courses: search, subjects, tiles. */
Item {
    id: root

    objectName: "library"

    required property HomeModel home
    required property SyncModel sync
    signal openCourse(string courseId)
    signal openSync

    function focusSearch() {
        head.focusSearch();
    }

    CourseGrid {
        id: grid

        anchors.fill: parent
        model: root.home.library
        head: head
        onOpened: courseId => root.openCourse(courseId)

        LibraryHead {
            id: head

            parent: grid.contentItem
            y: -height
            width: grid.room
            home: root.home
            sync: root.sync
            onOpenSync: root.openSync()
        }
    }
}
