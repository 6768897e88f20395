// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** What is said once over the pages: a toast when something was done, a message when a course file could not be used. */
Item {
    id: root

    required property AppModel app
    required property CourseModel course
    signal courseAdded(string courseId)

    function say(text: string, icon: string) {
        toast.show(text, icon, "");
    }

    // A course file dropped on the window, e.g. from a USB stick.
    DropArea {
        anchors.fill: parent
        keys: ["text/uri-list"]
        onDropped: drop => root.app.openFile(drop.urls[0])
    }

    Connections {
        target: root.app

        function onCourseAdded(courseId: string) {
            root.courseAdded(courseId);
            //: Said once after a course file was opened.
            root.say(qsTr("The course is on this device now."), "on-device");
        }

        function onProblem(title: string, text: string) {
            message.title = title;
            message.text = text;
            message.open();
        }
    }

    Connections {
        target: root.course

        function onRemoved() {
            //: Said once after a course was removed from the device.
            root.say(qsTr("Removed. Your results are kept."), "on-device");
        }
    }

    KDialog {
        id: message

        //: Button that closes a message.
        rejectText: qsTr("Close")
    }

    KToast {
        id: toast

        x: (root.width - width) / 2
        y: root.height - height - Theme.s4
        width: Math.min(root.width - Theme.s8, 480 * Theme.textScale)
    }
}
