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
        id: app
    }

    PeopleModel {
        id: people
    }

    HomeModel {
        id: home
    }

    CourseModel {
        id: course
    }

    SyncModel {
        id: sync
    }

    ReviewModel {
        id: review
    }

    SettingsModel {
        id: settings
    }

    Component {
        id: shellComponent

        Shell {
            app: app
            people: people
            home: home
            course: course
            sync: sync
            review: review
            settings: settings
        }
    }

    Component {
        id: startComponent

        StartPage {
            people: people
            settings: settings
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
        shell.openCourse("any");
        waitForRendering(shell);
        compare(shell.area, "learn");
        shell.goBack();
        compare(shell.courseId, "");
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
