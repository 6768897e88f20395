// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Kapok.Ui

TestCase {
    id: testCase

    name: "KSheet"
    when: windowShown
    visible: true
    width: 900
    height: 600

    KButton {
        id: opener

        text: "Open"
    }

    Component {
        id: sheetComponent

        KSheet {
            title: "Sending and receiving"

            KButton {
                text: "One"
            }

            KButton {
                text: "Two"
            }
        }
    }

    function init() {
        failOnWarning(/.?/);
        Theme.reducedMotion = true;
    }

    function cleanup() {
        Theme.reducedMotion = false;
    }

    function isInside(item: Item, sheet: KSheet): bool {
        for (let up = item; up; up = up.parent)
            if (up === sheet.contentItem)
                return true;
        return false;
    }

    function test_tabStaysInsideAndClosingGivesTheFocusBack() {
        const sheet = createTemporaryObject(sheetComponent, testCase);
        opener.forceActiveFocus();
        sheet.open();
        tryCompare(sheet, "opened", true);
        for (let i = 0; i < 6; ++i) {
            keyClick(Qt.Key_Tab);
            verify(isInside(testCase.Window.activeFocusItem, sheet), "tab " + i);
        }
        keyClick(Qt.Key_Escape);
        tryCompare(sheet, "visible", false);
        tryVerify(() => opener.activeFocus);
    }

    function test_comesFromTheRightOnTabletsAndFromBelowOnPhones() {
        const sheet = createTemporaryObject(sheetComponent, testCase);
        sheet.open();
        tryCompare(sheet, "opened", true);
        compare(sheet.fromBottom, sheet.parent.width < Theme.tabletWidth);
        compare(sheet.width, Theme.sheetWidth);
        sheet.close();
        tryCompare(sheet, "visible", false);
    }
}
