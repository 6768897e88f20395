// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** All assigned courses, the most urgent first. */
Item {
    id: root

    required property HomeModel home
    required property SyncModel sync
    signal openCourse(string courseId)
    signal back
    signal openSync

    KScroll {
        id: scroll

        anchors.fill: parent
        spacing: Theme.s3

        PageHeader {
            width: parent.width
            sync: root.sync
            backText: qsTr("Learn")
            onBack: root.back()
            onOpenSync: root.openSync()
        }

        SectionTitle {
            width: parent.width
            //: Title: courses an authority asks the teacher to take.
            text: qsTr("Assigned to you")
        }

        AssignedList {
            width: parent.width
            courses: root.home.assigned
            onOpened: courseId => root.openCourse(courseId)
        }
    }
}
