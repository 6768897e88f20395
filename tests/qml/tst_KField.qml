// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Kapok.Ui

TestCase {
    id: testCase

    name: "KField"
    when: windowShown
    visible: true
    width: 400
    height: 200

    Component {
        id: fieldComponent

        KField {
            width: 300
            label: "School code"
            help: "On your card"
        }
    }

    function init() {
        failOnWarning(/.?/);
    }

    function test_anErrorKeepsWhatWasTyped() {
        const field = createTemporaryObject(fieldComponent, testCase);
        field.focusInput();
        keyClick(Qt.Key_C);
        keyClick(Qt.Key_B);
        field.error = "Code not found.";
        compare(field.text, "cb");
    }

    function test_enterIsAccepted() {
        const field = createTemporaryObject(fieldComponent, testCase);
        let count = 0;
        field.accepted.connect(() => ++count);
        field.focusInput();
        keyClick(Qt.Key_Return);
        compare(count, 1);
    }
}
