// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import QtTest
import QtQuick.Templates as T
import Kapok.Models
import Kapok.Tests
import Kapok.Ui

/**
 * Every screen with the keyboard alone: Tab comes to each control that is shown, Shift+Tab goes back the same way, each
 * says its name and what it is, and shows its ring. Inside lists the arrows go on. Sheets and dialogs keep the focus
 * and give it back.
 */
TestCase {
    id: testCase

    name: "Keyboard"
    when: windowShown
    visible: true
    width: 1440
    height: 900

    readonly property Item focused: testCase.Window.activeFocusItem

    property TabletModels tablet: null
    property Item screen: null

    Component {
        id: tabletComponent

        TabletModels {}
    }

    Component {
        id: startComponent

        StartPage {
            people: testCase.tablet.people
            settings: testCase.tablet.settings
        }
    }

    Component {
        id: shellComponent

        Shell {
            app: testCase.tablet.app
            people: testCase.tablet.people
            home: testCase.tablet.home
            course: testCase.tablet.course
            sync: testCase.tablet.sync
            review: testCase.tablet.review
            settings: testCase.tablet.settings
        }
    }

    Component {
        id: playerComponent

        Player {
            lesson: testCase.tablet.lesson
            settings: testCase.tablet.settings
        }
    }

    Component {
        id: troubleComponent

        TroublePage {
            title: "The data folder cannot be opened"
            text: "Nothing is lost."
        }
    }

    function init() {
        // A machine without a sound server says so when a film is shown; every other warning is a mistake.
        failOnWarning(/^(?!.*(Failed to connect|PulseAudio|paused state)).*/);
        Theme.reducedMotion = true;
    }

    function cleanup() {
        if (testCase.screen)
            testCase.screen.destroy();
        testCase.screen = null;
        wait(0); // destroyed when control returns
        if (testCase.tablet)
            testCase.tablet.destroy();
        testCase.tablet = null;
        wait(0);
        testCase.width = 1440;
        testCase.height = 900;
        Theme.reducedMotion = false;
    }

    function sizes(): var {
        return [
            {
                tag: "phone",
                width: 390,
                height: 844
            },
            {
                tag: "tablet",
                width: 800,
                height: 1280
            },
            {
                tag: "desktop",
                width: 1440,
                height: 900
            }
        ];
    }

    function show(component: Component, size: var, signedIn: bool) {
        testCase.width = size.width;
        testCase.height = size.height;
        testCase.tablet = tabletComponent.createObject(testCase);
        if (signedIn)
            verify(testCase.tablet.signIn());
        testCase.screen = component.createObject(testCase, {
            width: size.width,
            height: size.height
        });
        waitForRendering(testCase.screen);
        testCase.screen.forceActiveFocus();
    }

    /** What Tab (or Shift+Tab) comes to, from where the focus is until it is there again. */
    function walk(backwards: bool): var {
        const met = [];
        for (let i = 0; i < 120; ++i) {
            keyClick(Qt.Key_Tab, backwards ? Qt.ShiftModifier : Qt.NoModifier);
            if (met.includes(testCase.focused))
                return met;
            met.push(testCase.focused);
        }
        fail("Tab never comes round: " + met.map(item => Access.describe(item)).join(", "));
        return met;
    }

    /** The list that made \a item, or what it is in, as one of its rows. */
    function viewOf(item: Item): Item {
        for (let up = item; up; up = up.parent)
            if (up.ListView.view || up.GridView.view)
                return up.ListView.view || up.GridView.view;
        return null;
    }

    /** Those of \a controls that the arrows come to in \a view from its \a row on; a view drops rows it has scrolled away. */
    function goThrough(view: Item, row: Item, controls: var): var {
        const reached = new Set();
        const keys = view instanceof GridView ? [Qt.Key_Up, Qt.Key_Down, Qt.Key_Right] : [Qt.Key_Up, Qt.Key_Down];
        row.forceActiveFocus(Qt.TabFocusReason);
        for (const key of keys)
            for (let i = 0; i <= view.count; ++i) { // qmllint disable missing-property
                controls.filter(control => Access.isInside(testCase.focused, control)).forEach(control => reached.add(control));
                keyClick(key);
            }
        return reached;
    }

    function checkKeyboard(root: Item, where: string) {
        const controls = Access.controls(root);
        verify(controls.length > 0, where + " has controls");
        const met = walk(false);
        for (const item of met) {
            const what = where + ": " + Access.describe(item);
            verify(Access.isInside(item, root), what + " is inside");
            verify(Access.nameOf(item).length > 0, what + " has a name");
            verify(Access.hasRole(item), what + " has a role");
        }
        met[met.length - 1].forceActiveFocus(Qt.TabFocusReason);
        compare(walk(true).map(item => Access.describe(item)), met.slice(0, -1).reverse().concat(met.slice(-1)).map(item => Access.describe(item)), where + ": the same way backwards");
        for (const item of met) {
            keyClick(Qt.Key_Tab);
            verify(Access.hasRing(testCase.focused), where + ": " + Access.describe(testCase.focused) + " shows its ring");
        }
        const byArrows = controls.filter(control => !met.some(item => Access.isInside(item, control)));
        for (const view of new Set(byArrows.map(control => viewOf(control)))) {
            const rows = byArrows.filter(control => viewOf(control) === view);
            const names = rows.map(row => where + ": " + Access.describe(row));
            const stop = view ? met.find(item => viewOf(item) === view) : null;
            verify(stop, names.join(", ") + " is reached by Tab, or in a list that Tab comes to");
            const reached = goThrough(view, stop, rows);
            rows.forEach((row, i) => verify(reached.has(row), names[i] + " is reached by arrows"));
        }
    }

    /** The place of the control with that objectName or name in the order of Tab. */
    function placeOf(met: var, name: string): int {
        return met.findIndex(item => item.objectName === name || Access.nameOf(item) === name);
    }

    function test_firstPage_data() {
        return sizes();
    }

    function test_firstPage(size) {
        show(startComponent, size, false);
        checkKeyboard(testCase.screen, "people");
        keyClick(Qt.Key_Tab);
        while (!testCase.focused.objectName.startsWith("person-"))
            keyClick(Qt.Key_Tab);
        keyClick(Qt.Key_Return);
        tryVerify(() => testCase.screen.asked);
        checkKeyboard(testCase.screen, "PIN");
        for (const key of [Qt.Key_2, Qt.Key_4, Qt.Key_6])
            keyClick(key);
        keyClick(Qt.Key_Escape);
        tryCompare(testCase.screen, "asked", false);
        tryVerify(() => testCase.focused.objectName.startsWith("person-"), 5000, "the focus is where it came from");
        testCase.screen.add();
        waitForRendering(testCase.screen);
        checkKeyboard(testCase.screen, "new person");
    }

    function test_areas_data() {
        return sizes();
    }

    function test_areas(size) {
        show(shellComponent, size, true);
        for (const area of ["learn", "library", "record", "review", "settings"]) {
            testCase.screen.choose(area);
            waitForRendering(testCase.screen);
            checkKeyboard(testCase.screen, area);
        }
        testCase.screen.choose("library");
        waitForRendering(testCase.screen);
        keyClick(Qt.Key_Tab);
        const met = walk(false);
        const search = placeOf(met, "Search for a course or a word in it");
        compare(placeOf(met, "course-c02-safe-use"), search + 1); // what is found comes after the search
        testCase.screen.openCourse("c02-safe-use");
        tryVerify(() => testCase.tablet.course.lessons.count > 0);
        waitForRendering(testCase.screen);
        checkKeyboard(testCase.screen, "course");
    }

    function test_sheetsAndDialogs_data() {
        return sizes();
    }


    function test_sheetsAndDialogs(size) {
        show(shellComponent, size, true);
        testCase.screen.sheet.open();
        tryCompare(testCase.screen.sheet, "opened", true);
        checkKeyboard(testCase.screen.sheet.contentItem, "sync sheet");
        keyClick(Qt.Key_Escape);
        tryCompare(testCase.screen.sheet, "visible", false);
        testCase.screen.choose("settings");
        waitForRendering(testCase.screen);
        for (const name of ["showSigners", "supportFile", "Change", "Change PIN", "removeStoredCourse"])
            checkPopup(name);
    }

    function test_sheetsOfALesson_data() {
        return sizes();
    }

    function test_sheetsOfALesson(size) {
        show(playerComponent, size, true);
        verify(testCase.tablet.openLesson());
        waitForRendering(testCase.screen);
        for (const name of ["playerLanguage", "playerTextSize"])
            checkPopup(name);
    }

    /** Opens what the control called \a name opens, walks through it and closes it with Escape. */
    function checkPopup(name: string) {
        const opener = Access.controls(testCase.screen).find(item => item.objectName === name || Access.nameOf(item) === name);
        verify(opener, name);
        opener.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        tryVerify(() => !Access.isInside(testCase.focused, testCase.screen), 5000, name + " takes the focus");
        let root = testCase.focused;
        while (root.parent && root.parent !== testCase.T.Overlay.overlay)
            root = root.parent;
        tryCompare(root, "opacity", 1);
        checkKeyboard(root, name);
        keyClick(Qt.Key_Escape);
        tryVerify(() => testCase.focused === opener, 5000, name + " gives the focus back, not to " + Access.describe(testCase.focused));
    }

    function test_lesson_data() {
        return sizes().filter(size => size.tag !== "tablet");
    }

    function test_lesson(size) {
        show(playerComponent, size, true);
        verify(testCase.tablet.openLesson());
        for (let page = 0; page < testCase.tablet.lesson.pageCount; ++page) {
            testCase.tablet.lesson.goTo(page);
            tryCompare(testCase.tablet.lesson, "pageIndex", page);
            waitForRendering(testCase.screen);
            checkKeyboard(testCase.screen, "page " + (page + 1));
        }
    }

    function test_film_data() {
        return sizes();
    }

    function test_film(size) {
        show(playerComponent, size, true);
        verify(testCase.tablet.openFilm());
        waitForRendering(testCase.screen);
        checkKeyboard(testCase.screen, "film");
        const met = walk(false);
        verify(placeOf(met, "mediaSeek") >= 0);
        verify(placeOf(met, "mediaPlay") > placeOf(met, "mediaSeek")); // it stands above the buttons
        verify(met.some(item => viewOf(item)), "the transcript is reached");
    }

    function test_finished_data() {
        return sizes();
    }

    function test_finished(size) {
        show(playerComponent, size, true);
        verify(testCase.tablet.openLesson());
        verify(testCase.tablet.finishCourse());
        waitForRendering(testCase.screen);
        compare(testCase.focused.objectName, "finishedHome"); // Return leads home at once
        checkKeyboard(testCase.screen, "finished");
    }

    function test_theAreasComeBesideThePageBeforeItAndBelowItAfterIt_data() {
        return sizes();
    }

    function test_theAreasComeBesideThePageBeforeItAndBelowItAfterIt(size) {
        show(shellComponent, size, true);
        for (const area of ["learn", "library", "settings"]) {
            testCase.screen.choose(area);
            waitForRendering(testCase.screen);
            testCase.screen.forceActiveFocus();
            const met = walk(false);
            const names = met.map(item => Access.describe(item)).join(", ");
            const areas = met.filter(item => item.objectName.startsWith("nav-"));
            verify(areas.length >= 5, area + " has areas: " + names);
            compare(met.indexOf(areas[0]), size.tag === "phone" ? met.length - areas.length : 0, area + ": " + names);
        }
    }

    function test_trouble() {
        testCase.screen = troubleComponent.createObject(testCase, {
            width: 800,
            height: 600
        });
        testCase.screen.forceActiveFocus();
        checkKeyboard(testCase.screen, "trouble");
    }
}
