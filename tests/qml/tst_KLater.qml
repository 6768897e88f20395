// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Kapok.Ui

TestCase {
    id: testCase

    name: "KLater"
    when: windowShown
    visible: true
    width: 300
    height: 100

    Component {
        id: keptComponent

        KLater {
            url: "qrc:/qt/qml/Kapok/Ui/controls/KTag.qml"
            given: ({
                    text: "Toán"
                })
        }
    }

    Component {
        id: passingComponent

        KLater {
            url: "qrc:/qt/qml/Kapok/Ui/controls/KTag.qml"
            kept: false
        }
    }

    function init() {
        failOnWarning(/.?/);
    }

    function test_makesThePageWhenItIsFirstShownAndKeepsIt() {
        const later = createTemporaryObject(keptComponent, testCase);
        compare(later.item, null);
        later.shown = true;
        const page = later.item;
        verify(page);
        compare(page.text, "Toán");
        verify(page.visible);
        later.shown = false;
        compare(later.item, page);
        verify(!page.visible);
        later.shown = true;
        compare(later.item, page);
    }

    function test_dropsAPageThatIsNotKept() {
        const later = createTemporaryObject(passingComponent, testCase, {
            shown: true
        });
        verify(later.item);
        later.shown = false;
        compare(later.item, null);
    }
}
