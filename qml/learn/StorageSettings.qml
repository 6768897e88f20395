// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Kapok.Models
import Kapok.Ui

/** What takes room on this device: altogether, and course by course with a way to remove each. */
Column {
    id: root

    required property SettingsModel settings

    width: parent ? parent.width : 0

    SettingsRow {
        width: parent.width
        divided: true
        iconName: "on-device"
        //: Setting: what the app takes of the device's storage.
        text: qsTr("Storage on this device")
        detail: root.settings.freeText

        KText {
            text: root.settings.usedText
            style: KText.Label
            wrapMode: Text.NoWrap
        }
    }

    Item {
        width: parent.width
        height: Theme.s6

        KProgressBar {
            x: Theme.s5
            width: parent.width - 2 * Theme.s5
            barColor: Theme.colors.indigo
            value: root.settings.usedShare
        }
    }

    FeedbackPanel {
        x: Theme.s5
        width: parent.width - 2 * Theme.s5
        tone: Tone.Berry
        title: root.settings.storageProblem
        visible: title.length > 0
    }

    Repeater {
        model: root.settings.storedCourses
        delegate: StoredCourseRow {
            width: root.width
            onRemove: (courseId, title, removeText, keptText) => {
                removeDialog.courseId = courseId;
                removeDialog.text = keptText;
                removeDialog.acceptText = removeText;
                //: Question before a course is removed. %1 is the title of the course.
                removeDialog.title = qsTr("Remove “%1” from this device?").arg(title);
                removeDialog.open();
            }
        }
    }

    KDialog {
        id: removeDialog

        property string courseId: ""

        objectName: "removeCourseDialog"
        rejectText: qsTr("Keep it")
        danger: true
        onAccepted: root.settings.removeCourse(removeDialog.courseId)
    }
}
