// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Kapok.Ui

TestCase {
    id: testCase

    name: "OptionRow"
    when: windowShown
    visible: true
    width: 640
    height: 480

    Component {
        id: rowComponent

        OptionRow {
            width: 600
            letter: "B"
            text: "Hỏi lại AI"
        }
    }

    SignalSpy {
        id: clicks

        signalName: "clicked"
    }

    function init() {
        failOnWarning(/.?/);
        clicks.clear();
    }

    function test_tapAndReturnChoose() {
        const row = createTemporaryObject(rowComponent, testCase);
        clicks.target = row;
        mouseClick(row);
        row.forceActiveFocus();
        keyClick(Qt.Key_Return);
        compare(clicks.count, 2);
    }

    function test_aClosedOptionTakesNoTaps() {
        const row = createTemporaryObject(rowComponent, testCase, {
            optionState: OptionRow.Off
        });
        clicks.target = row;
        mouseClick(row);
        compare(clicks.count, 0);
    }

    function test_aMarkedRowSaysItsStateToAScreenReader() {
        const row = createTemporaryObject(rowComponent, testCase, {
            optionState: OptionRow.NotRight,
            stateText: "chưa đúng"
        });
        compare(row.Accessible.name, "Hỏi lại AI");
        compare(row.Accessible.description, "chưa đúng");
        verify(row.Accessible.checked);
    }

    function test_aRightAnswerIsGreen() {
        const row = createTemporaryObject(rowComponent, testCase, {
            optionState: OptionRow.Correct
        });
        compare(row.lineColor, Theme.colors.leaf);
    }

    function test_growsWithLongTextAndLargeLetters() {
        const row = createTemporaryObject(rowComponent, testCase, {
            width: 320,
            text: "Đối chiếu với sách giáo khoa hoặc một nguồn ở địa phương mà mình tin được"
        });
        tryVerify(() => row.implicitHeight > 100);
        const height = row.implicitHeight;
        Theme.textScale = 2;
        tryVerify(() => row.implicitHeight > 1.5 * height);
        Theme.textScale = 1;
    }
}
