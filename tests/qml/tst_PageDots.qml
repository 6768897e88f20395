// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Kapok.Models
import Kapok.Tests
import Kapok.Ui

TestCase {
    id: testCase

    name: "PageDots"
    when: windowShown
    visible: true
    width: 600
    height: 100

    Component {
        id: dotsComponent

        PageDots {}
    }

    function init() {
        failOnWarning(/.?/);
    }

    function pages(count: int): PageListModel {
        const rows = [];
        for (let i = 0; i < count; ++i)
            rows.push({
                pageState: i < 2 ? PageListModel.Seen : PageListModel.ToCome,
                isCurrent: i === 2
            });
        return Samples.pages(rows);
    }

    function test_aShortLessonHasDots() {
        const dots = createTemporaryObject(dotsComponent, testCase, {
            pages: pages(8),
            current: 2
        });
        compare(dots.asBar, false);
        compare(dots.Accessible.name, "Page 3 of 8");
    }

    function test_aLongLessonHasABar() {
        const dots = createTemporaryObject(dotsComponent, testCase, {
            pages: pages(18),
            current: 2
        });
        compare(dots.asBar, true);
    }
}
