// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Kapok.Ui

TestCase {
    id: testCase

    name: "PersonForm"
    when: windowShown
    visible: true
    width: 420
    height: 700

    Component {
        id: formComponent

        PersonForm {
            width: 400
            title: "Add a person"
        }
    }

    SignalSpy {
        id: submitted

        signalName: "submitted"
    }

    function init() {
        failOnWarning(/.?/);
        submitted.clear();
    }

    function type(text: string) {
        for (const letter of text)
            keyClick(letter);
    }

    function test_fillingItInWithTheKeyboardSubmitsOnce() {
        const form = createTemporaryObject(formComponent, testCase);
        submitted.target = form;
        form.focusFirst();
        for (const word of ["kapok.example", "mai", "secret", "1904", "1904"]) {
            type(word);
            keyClick(Qt.Key_Return);
        }
        compare(submitted.count, 1);
        compare(submitted.signalArguments[0][1], "mai");
        compare(submitted.signalArguments[0][3], "1904");
    }

    function test_twoDifferentPinsAreNotSubmitted() {
        const form = createTemporaryObject(formComponent, testCase);
        submitted.target = form;
        form.focusFirst();
        for (const word of ["kapok.example", "mai", "secret", "1904", "1905"]) {
            type(word);
            keyClick(Qt.Key_Return);
        }
        compare(submitted.count, 0);
        compare(form.complete, false);
    }
}
