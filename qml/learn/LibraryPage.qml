// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Kapok.Models
import Kapok.Ui

/** All courses: search, subjects, tiles. */
Item {
    id: root

    required property HomeModel home
    required property SyncModel sync
    signal openCourse(string courseId)
    signal openSync

    function focusSearch() {
        (grid.headerItem as LibraryHead).focusSearch();
    }

    CourseGrid {
        id: grid

        anchors.fill: parent
        model: root.home.library
        onOpened: courseId => root.openCourse(courseId)

        header: LibraryHead {
            width: grid.room
            home: root.home
            sync: root.sync
            onOpenSync: root.openSync()
        }
    }
}
