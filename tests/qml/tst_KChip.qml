// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Kapok.Ui

TestCase {
    id: testCase

    name: "KChip"
    when: windowShown
    visible: true
    width: 300
    height: 100

    Component {
        id: chipComponent

        KChip {
            text: "Toán"
        }
    }

    function init() {
        failOnWarning(/.?/);
    }

    function test_looksSmallButTakesTapsOverAFingersHeight() {
        const chip = createTemporaryObject(chipComponent, testCase);
        verify(chip.height >= Theme.touch);
        verify(chip.background.height < Theme.touch);
        mouseClick(chip, chip.width / 2, 2);
        compare(chip.checked, true);
    }

    function test_saysWhetherItIsOn() {
        const chip = createTemporaryObject(chipComponent, testCase);
        chip.forceActiveFocus();
        keyClick(Qt.Key_Space);
        compare(chip.Accessible.checked, true);
    }
}
