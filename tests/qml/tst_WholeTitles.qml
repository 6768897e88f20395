// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Kapok.Models
import Kapok.Tests
import Kapok.Ui

/** Titles as long as those of real courses are read whole, in every language and window. */
TestCase {
    id: testCase

    readonly property var titles: ({
            vi: "Soạn bài cùng AI: nêu yêu cầu, kiểm chứng, chỉnh sửa",
            zh: "与AI一起备课：提出要求、核实、修改，再改成适合自己班级的课",
            en: "Planning with AI: ask, check and revise until it fits your own class"
        })

    name: "WholeTitles"
    when: windowShown
    visible: true
    width: 1440
    height: 900

    Component {
        id: topComponent

        PlayerTopBar {
            height: implicitHeight
            lessonNumber: 2
            lessonCount: 5
            savedState: LessonSession.Saved
            offline: true
            pageText: "6 / 9"
        }
    }

    Component {
        id: gridComponent

        CourseGrid {
            height: 800
        }
    }

    Component {
        id: titleComponent

        FitTitle {}
    }

    Component {
        id: orderComponent

        OrderRow {
            width: 358
            height: implicitHeight
            index: 0
            optionId: "aim"
            letter: "1"
            text: testCase.titles.vi
            textSecond: ""
            markText: ""
            accessibleText: "1"
            count: 3
        }
    }

    Component {
        id: optionComponent

        OptionRow {
            width: 358
            letter: "A"
            text: "Mục tiêu"
            optionState: OptionRow.NotRight
            stateText: "Cô đã chọn · chưa đúng"
            language: "vi"
        }
    }

    Component {
        id: columnComponent

        StartColumn {
            people: PeopleModel {}
            settings: SettingsModel {}
        }
    }

    function init() {
        failOnWarning(/.?/);
    }

    function cleanup() {
        Theme.textScale = 1;
        Theme.language = "en";
    }

    /** The words of every visible text in \a item that ends in "…" or reaches beyond its place. */
    function cutWords(item): var {
        let cut = [];
        if (!item || !item.visible)
            return cut;
        if (item instanceof Text && item.width > 1 && (item.truncated || item.contentWidth > item.width + 1))
            cut.push(item.text);
        for (let i = 0; i < item.children.length; ++i)
            cut = cut.concat(cutWords(item.children[i]));
        return cut;
    }

    /** Where the visible texts in \a item end at the right, as \a row sees it. */
    function furthest(item, row): real {
        if (!item || !item.visible)
            return 0;
        let end = item instanceof Text ? item.mapToItem(row, item.width, 0).x : 0;
        for (let i = 0; i < item.children.length; ++i)
            end = Math.max(end, furthest(item.children[i], row));
        return end;
    }

    function windows(): var {
        const all = [];
        for (const width of [320, 390, 800, 1280])
            for (const language of ["vi", "zh", "en"])
                for (const scale of [1, 1.15, 1.5, 2])
                    all.push({
                        tag: width + " " + language + " " + scale,
                        width: width,
                        language: language,
                        scale: scale
                    });
        return all;
    }

    function test_theTopOfALesson_data() {
        return windows();
    }

    function test_theTopOfALesson(data) {
        Theme.textScale = data.scale;
        Theme.language = data.language;
        const bar = createTemporaryObject(topComponent, testCase, {
            width: data.width,
            courseTitle: titles[data.language],
            lessonTitle: titles[data.language],
            contentLanguage: data.language
        });
        compare(cutWords(bar), []);
        const title = findChild(bar, "playerTitle");
        verify(title.mapToItem(bar, 0, 0).y >= 0);
        verify(title.mapToItem(bar, 0, title.height).y <= bar.height);
        verify(title.Accessible.name.includes(titles[data.language]));
    }

    function test_theTilesOfTheLibrary_data() {
        return windows();
    }

    function test_theTilesOfTheLibrary(data) {
        Theme.textScale = data.scale;
        Theme.language = data.language;
        const grid = createTemporaryObject(gridComponent, testCase, {
            width: data.width,
            model: Samples.courses([
                {
                    courseId: "c1",
                    title: titles[data.language],
                    metaText: "Mọi môn học · 85 phút",
                    courseState: CourseListModel.OnDevice,
                    statusText: "Trên máy"
                }
            ])
        });
        tryVerify(() => grid.itemAtIndex(0) !== null);
        const tile = grid.itemAtIndex(0);
        tile.language = data.language;
        compare(cutWords(tile), []);
        const title = findChild(tile, "title");
        verify(title.mapToItem(tile, 0, title.height).y < tile.height);
    }

    function test_aTitleThatFitsKeepsItsStep() {
        const title = createTemporaryObject(titleComponent, testCase, {
            width: 400,
            text: "Ra đề Toán"
        });
        compare(title.style, KText.Label);
        title.width = 150;
        title.text = titles.vi;
        compare(title.style, KText.Caption);
        verify(!title.truncated);
    }

    function test_theStateOfAnOptionStaysInItsRow() {
        const row = createTemporaryObject(optionComponent, testCase);
        for (const scale of [1, 1.5, 2])
            for (const width of [288, 358, 700]) {
                Theme.textScale = scale;
                row.width = width;
                compare(cutWords(row), []);
                verify(furthest(row, row) <= width + 1, scale + " in " + width);
            }
    }

    function test_theLastTwoChineseCharactersStayTogether() {
        compare(Theme.unbroken("核实、修改"), "核实、修\u2060改");
        compare(Theme.unbroken("再改成适合自己班级的课。"), "再改成适合自己班级的\u2060课。");
        compare(Theme.unbroken("chỉnh sửa"), "chỉnh sửa");
        compare(Theme.unbroken(""), "");
    }

    function test_aRowThatIsCheckedLooksLikeAnOption() {
        const open = createTemporaryObject(orderComponent, testCase, {
            mark: OptionListModel.Plain
        });
        const checked = createTemporaryObject(orderComponent, testCase, {
            mark: OptionListModel.Right
        });
        verify(checked.implicitHeight < open.implicitHeight); // the words have the room of the buttons
        verify(!findChild(checked, "orderUp-aim").visible);
        checked.destroy();
    }

    function test_onAPhoneTheLanguageStandsAboveThePeople() {
        const column = createTemporaryObject(columnComponent, testCase, {
            width: 390,
            height: 844
        });
        const shown = [];
        const walk = item => {
            if (item.visible && item.objectName === "startLanguage")
                shown.push(item.mapToItem(column, 0, 0).y);
            for (let i = 0; i < item.children.length; ++i)
                walk(item.children[i]);
        };
        walk(column);
        compare(shown.length, 1);
        verify(shown[0] < 422);
    }
}
