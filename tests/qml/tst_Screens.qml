// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Kapok.Models
import Kapok.Ui

/** Every page is created in each language's line heights, theme, size and text size without a single warning. */
TestCase {
    id: testCase

    name: "Screens"
    when: windowShown
    visible: true
    width: 1440
    height: 900

    AppModel {
        id: appModel
    }

    PeopleModel {
        id: peopleModel
    }

    HomeModel {
        id: homeModel
    }

    CourseModel {
        id: courseModel
    }

    SyncModel {
        id: syncModel
    }

    ReviewModel {
        id: reviewModel
    }

    SettingsModel {
        id: settingsModel
    }

    Component {
        id: shellComponent

        Shell {
            app: appModel
            people: peopleModel
            home: homeModel
            course: courseModel
            sync: syncModel
            review: reviewModel
            settings: settingsModel
        }
    }

    Component {
        id: startComponent

        StartPage {
            people: peopleModel
            settings: settingsModel
        }
    }

    LessonSession {
        id: lessonModel
    }

    Component {
        id: windowComponent

        Main {
            app: appModel
            people: peopleModel
            home: homeModel
            course: courseModel
            lesson: lessonModel
            sync: syncModel
            review: reviewModel
            settings: settingsModel
        }
    }

    Component {
        id: courseComponent

        CoursePage {
            course: courseModel
            sync: syncModel
            backText: "Library"
        }
    }

    function init() {
        failOnWarning(/.?/);
    }

    function cleanup() {
        Theme.scheme = "light";
        Theme.textScale = 1;
        Theme.language = "en";
    }

    function looks(): var {
        const all = [];
        for (const size of [[390, 844], [1280, 800], [800, 1280], [1440, 900]])
            for (const scheme of ["light", "dark", "highContrast"])
                for (const scale of [1, 2])
                    all.push({
                        tag: size.join("x") + " " + scheme + " " + scale,
                        width: size[0],
                        height: size[1],
                        scheme: scheme,
                        scale: scale
                    });
        return all;
    }

    function test_areas_data() {
        return looks();
    }

    function test_areas(data) {
        Theme.scheme = data.scheme;
        Theme.textScale = data.scale;
        const shell = createTemporaryObject(shellComponent, testCase, {
            width: data.width,
            height: data.height
        });
        for (const area of ["learn", "library", "record", "settings"]) {
            shell.choose(area);
            waitForRendering(shell);
        }
        compare(shell.area, "settings");
    }

    function test_coursePage_data() {
        return looks();
    }

    function test_coursePage(data) {
        Theme.scheme = data.scheme;
        Theme.textScale = data.scale;
        const page = createTemporaryObject(courseComponent, testCase, {
            width: data.width,
            height: data.height
        });
        waitForRendering(page);
        verify(page.visible);
    }

    function test_theWindowShowsTheFirstPageWhileNobodyIsIn() {
        const window = createTemporaryObject(windowComponent, testCase);
        tryCompare(window, "visible", true);
        compare(window.signedIn, false);
        compare(window.learning, false);
    }

    function test_firstPage_data() {
        return looks();
    }

    function test_firstPage(data) {
        Theme.scheme = data.scheme;
        Theme.textScale = data.scale;
        const page = createTemporaryObject(startComponent, testCase, {
            width: data.width,
            height: data.height
        });
        waitForRendering(page);
        compare(page.empty, true);
    }

    function test_syncSheetOpensAndEscapeClosesIt() {
        Theme.reducedMotion = true;
        const shell = createTemporaryObject(shellComponent, testCase, {
            width: 1280,
            height: 800
        });
        shell.sheet.open();
        tryCompare(shell.sheet, "opened", true);
        keyClick(Qt.Key_Escape);
        tryCompare(shell.sheet, "visible", false);
        Theme.reducedMotion = false;
    }
}
