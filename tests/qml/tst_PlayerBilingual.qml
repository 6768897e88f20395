// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kapok.Models
import Kapok.Ui

TestCase {
    id: testCase

    name: "PlayerBilingual"
    when: windowShown
    visible: true
    width: 1000
    height: 600

    ListModel {
        id: pairs

        ListElement {
            kind: 0
            first: "Hãy thêm <b>bối cảnh</b>."
            second: "请加上<b>背景</b>。"
            marker: ""
            level: 0
            firstLanguage: "vi"
            secondLanguage: "zh"
            plain: "Hãy thêm bối cảnh."
            plainSecond: "请加上背景。"
        }
        ListElement {
            kind: 3
            first: "Ai học"
            second: "谁在学"
            marker: "1"
            level: 0
            firstLanguage: "vi"
            secondLanguage: "zh"
            plain: "Ai học"
            plainSecond: "谁在学"
        }
    }

    Component {
        id: pageComponent

        PlayerScroll {
            id: page

            property alias text: text

            width: 1000
            height: 600
            bilingual: true

            BilingualText {
                id: text

                width: parent.width
                blocks: pairs
                beside: page.beside
            }
        }
    }

    Component {
        id: blockComponent

        BlockText {
            width: 400
            height: implicitHeight
            kind: BlockListModel.Paragraph
            text: "Ai học"
            plainText: "Ai học"
            language: "vi"
            marker: ""
            level: 0
        }
    }

    function init() {
        failOnWarning(/.?/);
    }

    function cleanup() {
        Theme.textScale = 1;
    }

    function test_twoLanguagesStandSideBySideWhereBothHaveRoom() {
        const page = createTemporaryObject(pageComponent, testCase);
        verify(page.beside);
        waitForRendering(page);
        const pairHeight = page.text.height;
        page.width = 600;
        verify(!page.beside);
        tryVerify(() => page.text.height > pairHeight);
    }

    function test_largeTextPutsTheLanguagesUnderEachOther() {
        const page = createTemporaryObject(pageComponent, testCase);
        Theme.textScale = 2;
        verify(!page.beside);
    }

    function test_linesBesideChineseAreAsHighAsChineseLines() {
        const block = createTemporaryObject(blockComponent, testCase);
        compare(block.lineHeight, Theme.lineHeight(KText.Read, "vi"));
        block.levelWith = "zh";
        compare(block.lineHeight, Theme.lineHeight(KText.Read, "zh"));
    }

    function test_oneLanguageIsNeverWiderThanItReadsWell() {
        const page = createTemporaryObject(pageComponent, testCase, {bilingual: false});
        compare(page.columnWidth, Theme.readingWidth);
    }
}
