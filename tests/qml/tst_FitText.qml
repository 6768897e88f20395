// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Kapok.Ui

TestCase {
    id: testCase

    name: "FitText"
    when: windowShown
    visible: true
    width: 800
    height: 200

    FitText {
        id: words

        style: KText.Label
        bold: true
    }

    KButton {
        id: button

        text: words.text
    }

    function init() {
        failOnWarning(/.?/);
    }

    function cleanup() {
        Theme.textScale = 1;
        Theme.language = "en";
    }

    function test_wordsWithRoomStayInOneLine_data() {
        return ["Tệp hỗ trợ", "Gửi ngay", "Đổi PIN", "支持文件", "Support file", "Ghi lại ·"].map(text => ({
                    tag: text,
                    text: text
                }));
    }

    function test_wordsWithRoomStayInOneLine(data) {
        words.text = data.text;
        for (const language of ["vi", "zh", "en"])
            for (const scale of [1, 1.15, 1.3, 1.5, 1.75, 2]) {
                Theme.language = language;
                Theme.textScale = scale;
                waitForRendering(words);
                compare(words.lineCount, 1, language + " " + scale);
                verify(button.implicitHeight <= button.visualHeight + 1, language + " " + scale);
            }
    }
}
