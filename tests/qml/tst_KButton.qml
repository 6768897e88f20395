// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Kapok.Ui

TestCase {
    id: testCase

    name: "KButton"
    when: windowShown
    visible: true
    width: 480
    height: 240

    Component {
        id: buttonComponent

        KButton {
            text: "Continue"
        }
    }

    SignalSpy {
        id: clicks

        signalName: "clicked"
    }

    function init() {
        failOnWarning(/.?/);
        Theme.textScale = 1;
        clicks.clear();
    }

    function test_takesTapsReturnAndSpace() {
        const button = createTemporaryObject(buttonComponent, testCase);
        clicks.target = button;
        mouseClick(button);
        button.forceActiveFocus();
        keyClick(Qt.Key_Return);
        keyClick(Qt.Key_Space);
        compare(clicks.count, 3);
    }

    function test_everySizeIsLargeEnoughForAFinger() {
        for (const size of [KButton.Normal, KButton.Large, KButton.Dense]) {
            const button = createTemporaryObject(buttonComponent, testCase, {
                size: size,
                text: "A"
            });
            verify(button.height >= Theme.touch, "height of size " + size);
            verify(button.width >= Theme.touch, "width of size " + size);
        }
    }

    function test_busyKeepsItsWidthAndTakesNoTaps() {
        const button = createTemporaryObject(buttonComponent, testCase, {
            text: "Continue to the next lesson",
            busyText: "Saving"
        });
        const width = button.width;
        clicks.target = button;
        button.busy = true;
        compare(button.width, width);
        mouseClick(button);
        button.forceActiveFocus();
        keyClick(Qt.Key_Return);
        compare(clicks.count, 0);
        compare(button.Accessible.name, "Saving");
    }

    function test_longTextWrapsInsteadOfBeingCut() {
        Theme.textScale = 2;
        const button = createTemporaryObject(buttonComponent, testCase, {
            text: "Tải xuống khoá học này, 21 MB, khi có Wi-Fi",
            width: 240
        });
        verify(button.implicitHeight > Theme.controlHeight);
        Theme.textScale = 1;
    }
}
