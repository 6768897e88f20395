// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Kapok.Ui

TestCase {
    id: testCase

    name: "KSegmented"
    when: windowShown
    visible: true
    width: 480
    height: 100

    Component {
        id: segmentedComponent

        KSegmented {
            id: segmented

            model: ["Tiếng Việt", "中文", "English"]
            languages: ["vi", "zh", "en"]
            onActivated: index => segmented.currentIndex = index
        }
    }

    function init() {
        failOnWarning(/.?/);
    }

    function test_tapChooses() {
        const segmented = createTemporaryObject(segmentedComponent, testCase);
        mouseClick(segmented, segmented.width - 20, segmented.height / 2);
        compare(segmented.currentIndex, 2);
    }

    function test_arrowsMoveTheChoiceAndStopAtTheEnds() {
        const segmented = createTemporaryObject(segmentedComponent, testCase);
        mouseClick(segmented, 20, segmented.height / 2);
        keyClick(Qt.Key_Right);
        compare(segmented.currentIndex, 1);
        keyClick(Qt.Key_Right);
        keyClick(Qt.Key_Right);
        compare(segmented.currentIndex, 2);
        keyClick(Qt.Key_Left);
        compare(segmented.currentIndex, 1);
    }
}
