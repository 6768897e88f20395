// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Kapok.Models
import Kapok.Ui

/** The teacher's own record: hours of the year, courses finished with their marks, and those under way. */
Item {
    id: root

    objectName: "record"

    required property HomeModel home
    required property SyncModel sync
    signal openCourse(string courseId)
    signal openSync

    KScroll {
        anchors.fill: parent
        maximumWidth: 760
        topSpace: Theme.s5
        spacing: Theme.s4

        PageHeader {
            width: parent.width
            sync: root.sync
            title: qsTr("My record")
            onOpenSync: root.openSync()
        }

        HoursPanel {
            width: parent.width
            home: root.home
            visible: root.home.hasHours
        }

        SectionTitle {
            width: parent.width
            //: Title above the list of courses a teacher has started or finished.
            text: qsTr("My courses")
            visible: root.home.record.count > 0
        }

        Repeater {
            model: root.home.record
            delegate: RecordRow {
                width: parent ? parent.width : 0
                onClicked: root.openCourse(courseId)
            }
        }

        EmptyState {
            width: parent.width
            visible: root.home.isLoaded && root.home.record.count === 0
            //: On the page "My record" before the first lesson.
            title: qsTr("No results yet")
            text: qsTr("Marks and hours appear here when you finish lessons. They are kept on this device and sent to your school.")
        }
    }
}
