// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Kapok.Ui

TestCase {
    id: testCase

    name: "Theme"

    function init() {
        failOnWarning(/.?/);
    }

    function cleanup() {
        Theme.scheme = "light";
        Theme.textScale = 1;
        Theme.reducedMotion = false;
    }

    function test_schemesChangeEveryColourAtOnce() {
        compare(Theme.colors.paper, "#f8f4ec");
        Theme.scheme = "dark";
        compare(Theme.colors.paper, "#171411");
        Theme.scheme = "highContrast";
        compare(Theme.colors.line, "#000000");
        compare(Theme.hairline, 2);
    }

    function test_lineHeightFollowsTheLanguageOfTheText() {
        compare(Theme.lineHeight(KText.Body, "en"), 24);
        compare(Theme.lineHeight(KText.Body, "vi"), 26);
        compare(Theme.lineHeight(KText.Read, "zh"), 32);
        compare(Theme.fontFamily("zh"), "Noto Sans CJK SC");
        compare(Theme.fontFamily("vi"), "Noto Sans");
    }

    function test_textGrowsToDoubleAndHeadingsByHalf() {
        Theme.textScale = 2;
        compare(Theme.fontSize(KText.Body), 32);
        compare(Theme.fontSize(KText.H1), 39);
        compare(Theme.iconSize(24), 36);
    }

    function test_reducedMotionTakesNoTime() {
        Theme.reducedMotion = true;
        compare(Theme.base, 0);
        compare(Theme.bloom, 0);
    }

    function test_vietnameseLinesNeverGoBelowTheirAccents() {
        for (let style = KText.Display; style <= KText.Micro; ++style)
            verify(Theme.lineHeight(style, "vi") >= 1.35 * Theme.fontSize(style), "style " + style);
    }
}
