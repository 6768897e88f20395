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
            emptyText: "Everything has been sent."
        }
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
}
