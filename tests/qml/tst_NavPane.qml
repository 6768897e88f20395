// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Kapok.Ui

TestCase {
    id: testCase

    name: "NavPane"
    when: windowShown
    visible: true
    width: 500
    height: 800

    Component {
        id: paneComponent

        NavPane {
            area: "learn"
            hasReview: false
            personName: "Hoàng Thị Mai"
            initials: "M"
            tint: 0
        }
    }

    SignalSpy {
        id: chosen

        signalName: "chosen"
    }

    function init() {
        failOnWarning(/.?/);
        chosen.clear();
    }

    function buttons(item: Item): var {
        let all = [];
        for (let i = 0; i < item.children.length; ++i) {
            const child = item.children[i];
            if (child instanceof NavButton && child.visible)
                all.push(child);
            all = all.concat(buttons(child));
        }
        return all;
    }

    function pane(shape: int, review: bool): NavPane {
        const made = createTemporaryObject(paneComponent, testCase, {
            shape: shape,
            hasReview: review,
            width: shape === NavButton.Bottom ? 390 : 232,
            height: shape === NavButton.Bottom ? 72 : 800
        });
        chosen.target = made;
        waitForRendering(made);
        return made;
    }

    function test_everyAreaIsOneTapAway() {
        for (const shape of [NavButton.Drawer, NavButton.Rail, NavButton.Bottom]) {
            chosen.clear();
            for (const button of buttons(pane(shape, true)))
                mouseClick(button);
            const areas = chosen.signalArguments.map(one => one[0]).sort();
            compare(areas, ["learn", "library", "record", "review", "settings"]);
        }
    }

    function test_overviewIsOnlyForThoseWhoAnswerForAUnit() {
        compare(buttons(pane(NavButton.Drawer, false)).length, 4);
    }

    function test_buttonsAreLargeEnoughForAFinger() {
        for (const shape of [NavButton.Drawer, NavButton.Rail, NavButton.Bottom])
            for (const button of buttons(pane(shape, true)))
                verify(button.height >= Theme.touch && button.width >= Theme.touch);
    }
}
