// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Kapok.Models
import Kapok.Ui

TestCase {
    id: testCase

    name: "PlayerOptions"
    when: windowShown
    visible: true
    width: 700
    height: 700

    Component {
        id: modelComponent

        ListModel {}
    }

    Component {
        id: feedbackComponent

        Item {
            objectName: "feedbackHere"
            implicitHeight: 40
        }
    }

    Component {
        id: listComponent

        OptionList {
            width: 600
        }
    }

    SignalSpy {
        id: picks

        signalName: "picked"
    }

    function init() {
        failOnWarning(/.?/);
        picks.clear();
    }

    function makeList(marks, more) {
        const model = createTemporaryObject(modelComponent, testCase);
        for (let i = 0; i < marks.length; ++i)
            model.append({optionId: "o" + i, letter: "ABCD"[i], text: "Option " + i, textSecond: "", chosen: i === 1, mark: marks[i], markText: "", accessibleText: "ABCD"[i] + ", Option " + i});
        const list = createTemporaryObject(listComponent, testCase, Object.assign({options: model}, more));
        picks.target = list;
        return list;
    }

    function test_aTapPicksTheOptionByItsId() {
        const list = makeList([OptionListModel.Plain, OptionListModel.Plain, OptionListModel.Plain]);
        mouseClick(findChild(list, "option-o2"));
        compare(picks.count, 1);
        compare(picks.signalArguments[0][0], "o2");
    }

    function test_aNumberPicksTheOptionInThatPlace() {
        const list = makeList([OptionListModel.Plain, OptionListModel.Plain]);
        list.pickAt(1);
        compare(picks.signalArguments[0][0], "o1");
        list.pickAt(7);
        compare(picks.count, 1);
    }

    function test_aClosedOptionCannotBePicked() {
        const list = makeList([OptionListModel.Closed, OptionListModel.Plain]);
        list.pickAt(0);
        mouseClick(findChild(list, "option-o0"));
        compare(picks.count, 0);
    }

    function test_arrowsMoveTheFocusAndReturnPicks() {
        const list = makeList([OptionListModel.Plain, OptionListModel.Plain, OptionListModel.Plain]);
        list.focusAt(0);
        keyClick(Qt.Key_Down);
        verify(findChild(list, "option-o1").activeFocus);
        keyClick(Qt.Key_Up);
        verify(findChild(list, "option-o0").activeFocus);
        keyClick(Qt.Key_Return);
        compare(picks.signalArguments[0][0], "o0");
    }

    function test_feedbackStandsBelowTheChosenOption() {
        const list = makeList([OptionListModel.Plain, OptionListModel.NotRight, OptionListModel.Plain], {feedback: feedbackComponent});
        const panel = findChild(list, "feedbackHere");
        verify(panel !== null);
        const above = findChild(list, "option-o1");
        const below = findChild(list, "option-o2");
        const y = panel.mapToItem(list, 0, 0).y;
        verify(y >= above.mapToItem(list, 0, above.height).y);
        verify(y + panel.height <= below.mapToItem(list, 0, 0).y);
    }

    function test_aScreenReaderHearsTheWholeState() {
        const list = makeList([OptionListModel.Plain]);
        compare(findChild(list, "option-o0").Accessible.name, "A, Option 0");
    }
}
