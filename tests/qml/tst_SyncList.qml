// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Kapok.Tests
import Kapok.Ui

TestCase {
    id: testCase

    name: "SyncList"
    when: windowShown
    visible: true
    width: 500
    height: 400

    Component {
        id: listComponent

        SyncList {
            width: 416
            title: "To receive"
            note: "Everything has been sent."
        }
    }

    Component {
        id: problemComponent

        SyncProblemPanel {
            width: 416
            title: "2 results need you"
            itemId: "lesson"
            detail: "They are safe on this device."
            why: "Show this to your school."
            courseId: ""
        }
    }

    SignalSpy {
        id: sentAgain

        signalName: "sendAgain"
    }

    SignalSpy {
        id: received

        signalName: "receive"
    }

    function init() {
        failOnWarning(/.?/);
        received.clear();
    }

    function find(item: Item, text: string): Item {
        for (let i = 0; i < item.children.length; ++i) {
            const child = item.children[i];
            if (child instanceof KButton && child.visible && child.text === text)
                return child;
            const below = find(child, text);
            if (below)
                return below;
        }
        return null;
    }

    function test_aCourseCanBeFetchedAtOnce() {
        const list = createTemporaryObject(listComponent, testCase, {
            items: Samples.syncItems([
                {
                    itemId: "1",
                    title: "New: Multi-grade teaching with AI",
                    detail: "18 MB, waits for Wi-Fi",
                    iconName: "download",
                    progress: -1,
                    courseId: "c9"
                }
            ])
        });
        received.target = list;
        waitForRendering(list);
        mouseClick(find(list, "Get now"));
        compare(received.count, 1);
        compare(received.signalArguments[0][0], "c9");
    }

    function test_whatIsMovingHasNoButton() {
        const list = createTemporaryObject(listComponent, testCase, {
            items: Samples.syncItems([
                {
                    itemId: "1",
                    title: "New",
                    progress: 0.4,
                    courseId: "c9"
                }
            ])
        });
        waitForRendering(list);
        compare(find(list, "Get now"), null);
    }

    function test_eachResultThatWasNotTakenCanBeSentAgain() {
        const panel = createTemporaryObject(problemComponent, testCase, {
            parts: Samples.syncItems([
                {
                    itemId: "s1",
                    title: "Answer: one",
                    detail: "too old"
                },
                {
                    itemId: "s2",
                    title: "Answer: two",
                    detail: "too old"
                }
            ])
        });
        sentAgain.clear();
        sentAgain.target = panel;
        waitForRendering(panel);
        compare(find(panel, "Send this again"), null);
        mouseClick(find(panel, "See why"));
        waitForRendering(panel);
        mouseClick(find(panel, "Send this again"));
        compare(sentAgain.count, 1);
        compare(sentAgain.signalArguments[0][0], "s1");
        mouseClick(find(panel, "Send again"));
        compare(sentAgain.signalArguments[1][0], "lesson");
    }

    function test_aDownloadThatStoppedCanBeTriedAgain() {
        const panel = createTemporaryObject(problemComponent, testCase, {
            itemId: "",
            why: "",
            courseId: "c9",
            parts: null
        });
        received.target = panel;
        waitForRendering(panel);
        compare(find(panel, "Send again"), null);
        mouseClick(find(panel, "Try again"));
        compare(received.count, 1);
    }
}
