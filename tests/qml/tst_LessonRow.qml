// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Kapok.Models
import Kapok.Tests
import Kapok.Ui

TestCase {
    id: testCase

    name: "LessonRow"
    when: windowShown
    visible: true
    width: 700
    height: 300

    Component {
        id: listComponent

        Column {
            id: column

            property alias model: rows.model
            property string opened: ""

            width: 640

            Repeater {
                id: rows

                delegate: LessonRow {
                    width: 640
                    next: number === 2
                    onClicked: column.opened = lessonId
                }
            }
        }
    }

    function init() {
        failOnWarning(/.?/);
    }

    function list(): Column {
        const made = createTemporaryObject(listComponent, testCase, {
            model: Samples.lessons([
                {
                    lessonId: "l1",
                    number: 1,
                    title: "Why AI makes things up",
                    lessonState: LessonListModel.Done,
                    stateText: "Done",
                    accessibleText: "Lesson 1, Why AI makes things up, done"
                },
                {
                    lessonId: "l2",
                    number: 2,
                    title: "The festival that never was",
                    lessonState: LessonListModel.Started,
                    stateText: "Page 4 of 8"
                }
            ])
        });
        tryVerify(() => made.children[1] && made.children[1].height > 0);
        return made;
    }

    function test_tapAndReturnOpenTheLesson() {
        const made = list();
        mouseClick(made.children[1]);
        compare(made.opened, "l2");
        made.children[0].forceActiveFocus();
        keyClick(Qt.Key_Return);
        compare(made.opened, "l1");
    }

    function test_theNameHoldsTheState() {
        compare(list().children[0].Accessible.name, "Lesson 1, Why AI makes things up, done");
    }
}
