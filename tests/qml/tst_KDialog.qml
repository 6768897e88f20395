// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Kapok.Ui

TestCase {
    id: testCase

    name: "KDialog"
    when: windowShown
    visible: true
    width: 600
    height: 480

    Component {
        id: dialogComponent

        KDialog {
            title: "Remove this course from the tablet?"
            text: "Frees 24 MB. Your results stay."
            acceptText: "Remove, 24 MB"
            rejectText: "Keep it"
            danger: true
        }
    }

    Component {
        id: askingComponent

        KDialog {
            property alias field: asked

            title: "Which PIN do you want?"
            acceptText: "Change PIN"

            KField {
                id: asked

                width: parent ? parent.width : 0
                label: "New PIN"
            }
        }
    }

    SignalSpy {
        id: accepted

        signalName: "accepted"
    }

    SignalSpy {
        id: rejected

        signalName: "rejected"
    }

    function init() {
        failOnWarning(/.?/);
        Theme.reducedMotion = true;
        accepted.clear();
        rejected.clear();
    }

    function cleanup() {
        Theme.reducedMotion = false;
    }

    function opened(): KDialog {
        const dialog = createTemporaryObject(dialogComponent, testCase);
        accepted.target = dialog;
        rejected.target = dialog;
        dialog.open();
        tryCompare(dialog, "opened", true);
        return dialog;
    }

    function test_escapeIsTheSafeAnswer() {
        const dialog = opened();
        keyClick(Qt.Key_Escape);
        tryCompare(dialog, "visible", false);
        compare(accepted.count, 0);
        compare(rejected.count, 1);
    }

    function ringIn(item: Item): Item {
        if (item instanceof FocusRing && item.shown)
            return item;
        for (let i = 0; i < item.children.length; ++i) {
            const found = ringIn(item.children[i]);
            if (found)
                return found;
        }
        return null;
    }

    function seenWhole(item: Item): bool {
        for (let up = item.parent; up; up = up.parent) {
            const at = item.mapToItem(up, 0, 0);
            if (up.clip && (at.x < 0 || at.y < 0 || at.x + item.width > up.width || at.y + item.height > up.height))
                return false;
        }
        return true;
    }

    function test_theRingOfAFieldIsSeenWhole() {
        const dialog = createTemporaryObject(askingComponent, testCase);
        dialog.open();
        tryCompare(dialog, "opened", true);
        dialog.field.focusInput();
        const ring = ringIn(dialog.field);
        verify(ring);
        tryVerify(() => seenWhole(ring));
        dialog.close();
        tryCompare(dialog, "visible", false);
    }

    function test_returnDoesNotRemoveByAccident() {
        const dialog = opened();
        keyClick(Qt.Key_Return);
        compare(accepted.count, 0);
        dialog.close();
        tryCompare(dialog, "visible", false);
    }

    function test_theVerbAccepts() {
        const dialog = opened();
        keyClick(Qt.Key_Tab, Qt.ShiftModifier);
        keyClick(Qt.Key_Return);
        tryCompare(dialog, "visible", false);
        compare(accepted.count, 1);
        compare(rejected.count, 0);
    }
}
