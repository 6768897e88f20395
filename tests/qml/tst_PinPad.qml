// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Kapok.Ui

TestCase {
    id: testCase

    name: "PinPad"
    when: windowShown
    visible: true
    width: 400
    height: 500

    Component {
        id: padComponent

        PinPad {
            helpText: "Forgot?"
        }
    }

    SignalSpy {
        id: completed

        signalName: "completed"
    }

    function init() {
        failOnWarning(/.?/);
        completed.clear();
    }

    function test_typingFourDigitsCompletesOnce() {
        const pad = createTemporaryObject(padComponent, testCase);
        completed.target = pad;
        pad.forceActiveFocus();
        for (const key of [Qt.Key_1, Qt.Key_9, Qt.Key_0, Qt.Key_4])
            keyClick(key);
        compare(completed.count, 1);
        compare(completed.signalArguments[0][0], "1904");
        keyClick(Qt.Key_5);
        compare(completed.count, 1);
        compare(pad.pin, "1904");
    }

    function test_backspaceTakesTheLastDigitBack() {
        const pad = createTemporaryObject(padComponent, testCase);
        pad.forceActiveFocus();
        keyClick(Qt.Key_1);
        keyClick(Qt.Key_2);
        keyClick(Qt.Key_Backspace);
        compare(pad.pin, "1");
        compare(pad.Accessible.name, "PIN, 1 of 4 digits");
    }

    function test_aWrongPinIsForgotten() {
        const pad = createTemporaryObject(padComponent, testCase);
        pad.pin = "1234";
        pad.reject();
        compare(pad.pin, "");
    }

    function test_takesNothingWhileItIsChecked() {
        const pad = createTemporaryObject(padComponent, testCase, {
            busy: true
        });
        pad.forceActiveFocus();
        keyClick(Qt.Key_1);
        compare(pad.pin, "");
    }
}
