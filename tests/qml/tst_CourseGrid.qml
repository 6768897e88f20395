// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Kapok.Models
import Kapok.Tests
import Kapok.Ui

TestCase {
    id: testCase

    name: "CourseGrid"
    when: windowShown
    visible: true
    width: 1000
    height: 700

    Component {
        id: gridComponent

        CourseGrid {
            width: 1000
            height: 700
        }
    }

    SignalSpy {
        id: opened

        signalName: "opened"
    }

    function init() {
        failOnWarning(/.?/);
        opened.clear();
    }

    function grid(width: int): CourseGrid {
        const courses = Samples.courses([
            {
                courseId: "c1",
                title: "Viết câu lệnh rõ ràng cho AI",
                accessibleText: "Viết câu lệnh, trên máy",
                courseState: CourseListModel.OnDevice
            },
            {
                courseId: "c2",
                title: "Ra đề Toán",
                courseState: CourseListModel.Downloading,
                progress: 0.62
            }
        ]);
        const made = createTemporaryObject(gridComponent, testCase, {
            width: width,
            model: courses
        });
        tryVerify(() => made.itemAtIndex(1) !== null);
        opened.target = made;
        return made;
    }

    function test_tapOpensTheCourse() {
        const made = grid(1000);
        mouseClick(made.itemAtIndex(1));
        compare(opened.count, 1);
        compare(opened.signalArguments[0][0], "c2");
    }

    function test_isAListOnPhonesAndFourTilesOnDesktops() {
        compare(grid(390).columns, 1);
        compare(grid(800).columns, 3);
        compare(grid(1208).columns, 4);
    }

    function test_aTileSaysEverythingInOneSentence() {
        compare(grid(1000).itemAtIndex(0).Accessible.name, "Viết câu lệnh, trên máy");
    }

    function test_arrowsAndReturnOpenATile() {
        const made = grid(1000);
        testCase.forceActiveFocus();
        keyClick(Qt.Key_Tab);
        verify(made.itemAtIndex(0).activeFocus);
        keyClick(Qt.Key_Right);
        keyClick(Qt.Key_Return);
        compare(opened.count, 1);
        compare(opened.signalArguments[0][0], "c2");
    }

    function test_largeTextMakesFewerColumns() {
        const made = grid(1000);
        const columns = made.columns;
        Theme.textScale = 2;
        verify(made.columns < columns);
        Theme.textScale = 1;
    }
}
