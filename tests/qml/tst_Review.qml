// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Kapok.Models
import Kapok.Tests
import Kapok.Ui

TestCase {
    id: testCase

    name: "Review"
    when: windowShown
    visible: true
    width: 1280
    height: 800

    Component {
        id: pickerComponent

        FilterPicker {}
    }

    Component {
        id: pageComponent

        ReviewPage {
            review: ReviewModel {}
            sync: SyncModel {}
        }
    }

    SignalSpy {
        id: picked

        signalName: "picked"
    }

    function init() {
        failOnWarning(/.?/);
        picked.clear();
    }

    function test_aPickerSaysWhatIsChosenAndPicksWithTheKeyboard() {
        const picker = createTemporaryObject(pickerComponent, testCase, {
            title: "Time",
            choices: Samples.choices([{
                    choiceId: "year",
                    label: "This school year",
                    chosen: true
                }, {
                    choiceId: "all",
                    label: "All time"
                }])
        });
        picked.target = picker;
        compare(picker.text, "This school year");
        picker.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Down);
        wait(0);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Return);
        compare(picked.count, 1);
        compare(picked.signalArguments[0][0], "all");
    }

    function test_thePageStandsInEveryWidthBeforeAnythingIsKnown_data() {
        return [{ tag: "phone", width: 390, drill: true }, { tag: "tablet", width: 944, drill: false }, { tag: "desktop", width: 1200, drill: false }];
    }

    function test_thePageStandsInEveryWidthBeforeAnythingIsKnown(row) {
        const page = createTemporaryObject(pageComponent, testCase, {
            width: row.width,
            height: 800
        });
        compare(page.objectName, "review");
        compare(page.busy, false);
        compare(page.drill, row.drill);
        verify(!findChild(page, "exportCsv").enabled);
    }
}
