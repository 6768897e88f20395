// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Kapok.Models
import Kapok.Ui

TestCase {
    id: testCase

    name: "PlayerOrder"
    when: windowShown
    visible: true
    width: 700
    height: 700

    Component {
        id: modelComponent

        ListModel {}
    }

    Component {
        id: listComponent

        OrderList {
            width: 600
            height: implicitHeight
            onMoved: (from, to) => model.move(from, to, 1)
        }
    }

    SignalSpy {
        id: moves

        signalName: "moved"
    }

    function init() {
        failOnWarning(/.?/);
        Theme.reducedMotion = true;
        moves.clear();
    }

    function cleanup() {
        Theme.reducedMotion = false;
    }

    function makeList(mark) {
        const model = createTemporaryObject(modelComponent, testCase);
        for (let i = 0; i < 4; ++i)
            model.append({optionId: "s" + i, letter: String(i + 1), text: "Step " + i, textSecond: "", mark: mark, markText: "", accessibleText: (i + 1) + ", Step " + i});
        const list = createTemporaryObject(listComponent, testCase, {model: model});
        moves.target = list;
        waitForRendering(list);
        return list;
    }

    function order(list) {
        const ids = [];
        for (let i = 0; i < list.model.count; ++i)
            ids.push(list.model.get(i).optionId);
        return ids.join(" ");
    }

    function test_buttonsMoveAnItemByOne() {
        const list = makeList(OptionListModel.Plain);
        mouseClick(findChild(list, "orderDown-s0"));
        compare(order(list), "s1 s0 s2 s3");
        mouseClick(findChild(list, "orderUp-s3"));
        compare(order(list), "s1 s0 s3 s2");
    }

    function test_theFirstCannotRiseAndTheLastCannotSink() {
        const list = makeList(OptionListModel.Plain);
        verify(!findChild(list, "orderUp-s0").enabled);
        verify(!findChild(list, "orderDown-s3").enabled);
    }

    function test_altAndArrowsMoveTheItemThatHasTheFocus() {
        const list = makeList(OptionListModel.Plain);
        findChild(list, "orderDown-s1").forceActiveFocus();
        keyClick(Qt.Key_Down, Qt.AltModifier);
        compare(order(list), "s0 s2 s1 s3");
        keyClick(Qt.Key_Up, Qt.AltModifier);
        compare(order(list), "s0 s1 s2 s3");
    }

    function test_draggingByTheHandleTakesAnItemElsewhere() {
        const list = makeList(OptionListModel.Plain);
        const row = findChild(list, "orderItem-s0");
        const target = findChild(list, "orderItem-s2");
        const y = target.y + target.height / 2;
        mousePress(row, 20, row.height / 2);
        for (let step = 1; step <= 8; ++step)
            mouseMove(list, 20, row.height / 2 + (y - row.height / 2) * step / 8);
        mouseRelease(list, 20, y);
        compare(order(list), "s1 s2 s0 s3");
    }

    function test_anAnsweredOrderStaysAsItIs() {
        const list = makeList(OptionListModel.Right);
        verify(!findChild(list, "orderDown-s0").enabled);
        const row = findChild(list, "orderItem-s0");
        mouseDrag(row, 20, row.height / 2, 0, 200);
        compare(moves.count, 0);
    }

    function test_aScreenReaderHearsWhatTheButtonsMove() {
        const list = makeList(OptionListModel.Plain);
        verify(findChild(list, "orderDown-s1").Accessible.name.includes("Step 1"));
    }
}
