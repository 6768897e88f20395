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

    function cleanup() {
        Theme.textScale = 1;
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

    function test_rowsWithLargeTextAreAsHighAsTheHighestNeeds() {
        const plain = grid(390).itemAtIndex(0).height;
        Theme.textScale = 2;
        const made = grid(390);
        const rows = [made.itemAtIndex(0), made.itemAtIndex(1)];
        tryVerify(() => rows[0].height === Math.max(rows[0].neededHeight, rows[1].neededHeight));
        compare(rows[1].height, rows[0].height);
        verify(rows[0].height > plain);
        made.model = Samples.courses([
            {
                courseId: "c3",
                title: "Viết câu lệnh rõ ràng cho AI, hỏi lại từng bước, đối chiếu với sách giáo khoa rồi sửa cho hợp với lớp",
                metaText: "Tiếng Việt, Toán, Tự nhiên và Xã hội · 85 phút",
                statusText: "Đang học · 2 trên 4 bài học"
            }
        ]);
        tryVerify(() => made.itemAtIndex(0)?.courseId === "c3" && made.itemAtIndex(0).height === made.itemAtIndex(0).neededHeight);
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
