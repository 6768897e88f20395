// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Kapok.Ui

TestCase {
    id: testCase

    name: "PersonRow"
    when: windowShown
    visible: true
    width: 1400
    height: 900

    PeopleColumns {
        id: tableColumns

        width: list.width
    }

    ListView {
        id: list

        width: testCase.width
        height: testCase.height
        model: ListModel {
            id: people
        }
        delegate: PersonRow {
            width: list.width
            columns: tableColumns
        }
    }

    function init() {
        failOnWarning(/.?/);
        for (let i = 0; i < 8; ++i)
            people.append({
                account: "mai" + i,
                courseId: "c",
                isMain: true,
                name: "Hoàng Thị Mai",
                initials: "M",
                tint: 0,
                nameLanguage: "vi",
                unitName: "Trường Tiểu học Quảng Uyên",
                courseTitle: "Soạn bài cùng AI: nêu yêu cầu, kiểm chứng, chỉnh sửa",
                workState: i % 3,
                stateName: "started",
                stateText: "Đang học",
                markText: "10",
                dateText: "hạn 02/01/2027",
                isLate: i === 0,
                accessibleText: "Hoàng Thị Mai"
            });
        waitForRendering(list);
    }

    function cleanup() {
        people.clear();
        testCase.width = 1400;
        tableColumns.hasCourse = true;
        Theme.textScale = 1;
        Theme.language = "en";
    }

    function test_aWindowThatTurnsMakesNoLoop() {
        for (const width of [390, 1400, 700, 390, 1200]) {
            testCase.width = width;
            for (const scale of [2, 1]) {
                Theme.textScale = scale;
                wait(20);
            }
        }
        verify(list.itemAtIndex(0).height >= 56);
    }

    function test_aRowHoldsAllItsLines() {
        testCase.width = 390;
        Theme.textScale = 2;
        wait(20);
        const stacked = list.itemAtIndex(0);
        verify(stacked.stacked);
        verify(stacked.height >= stacked.childrenRect.height - 2 * 5); // but for the focus ring
        tableColumns.hasCourse = false;
        wait(20);
        verify(list.itemAtIndex(0).height < stacked.height + 1);
    }
}
