// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Kapok.Models
import Kapok.Ui

TestCase {
    id: testCase

    name: "PlayerFrame"
    when: windowShown
    visible: true
    width: 1280
    height: 800

    Component {
        id: topComponent

        PlayerTopBar {
            width: 1280
            height: implicitHeight
            courseTitle: "Kiểm chứng câu trả lời của AI"
            lessonTitle: "Ba câu hỏi trước khi tin"
            contentLanguage: "vi"
            lessonNumber: 2
            lessonCount: 5
            savedState: LessonSession.Saved
            pageText: "6 / 9"
        }
    }

    Component {
        id: lineComponent

        SavedLine {
            savedState: LessonSession.Saved
            offline: false
        }
    }

    Component {
        id: bannerComponent

        NotSavedBanner {
            width: 390
            height: implicitHeight
            text: "This device is full. Everything saved before is safe."
        }
    }

    Component {
        id: hoursComponent

        HoursResult {
            width: 600
            height: implicitHeight
            title: "Training hours 2025–2026"
            figure: "15 / 20 hours"
            beforeShare: 0.675
            addedShare: 0.075
            beforeText: "13.5 before"
            addedText: "1.5 added now"
            leftText: "5 to go"
        }
    }

    Component {
        id: savedComponent

        SavedCard {
            width: 600
            height: implicitHeight
            saved: true
            problem: ""
            waiting: 4
        }
    }

    Component {
        id: artComponent

        FinishedArt {
            width: 520
            height: 800
            greeting: "You have finished!"
            courseTitle: "Check what AI tells you"
        }
    }

    Component {
        id: namesComponent

        LanguageNames {}
    }

    SignalSpy {
        id: spy
    }

    function init() {
        failOnWarning(/.?/);
        spy.clear();
    }

    function cleanup() {
        Theme.reducedMotion = false;
        Theme.textScale = 1;
    }

    function test_theTopBarOffersCloseLanguageAndTextSize() {
        const bar = createTemporaryObject(topComponent, testCase);
        for (const [name, signal] of [["playerClose", "closeClicked"], ["playerLanguage", "languageClicked"], ["playerTextSize", "textSizeClicked"]]) {
            spy.target = null;
            spy.signalName = signal;
            spy.target = bar;
            spy.clear();
            const button = findChild(bar, name);
            verify(button.width >= 48 && button.height >= 48);
            verify(button.Accessible.name.length > 0);
            mouseClick(button);
            compare(spy.count, 1);
        }
    }

    function test_theTopBarShowsThePageNumberWhereTitlesDoNotFit() {
        const bar = createTemporaryObject(topComponent, testCase, {width: 390});
        verify(!bar.brief);
        Theme.textScale = 2;
        verify(bar.brief);
    }

    function test_savedIsSaidOnlyWhenItIs() {
        const line = createTemporaryObject(lineComponent, testCase);
        compare(line.text, line.savedText);
        line.offline = true;
        compare(line.text, line.offlineText);
        line.savedState = LessonSession.Saving;
        compare(line.text, line.savingText);
        line.savedState = LessonSession.NotSaved;
        compare(line.text, line.brokenText);
        compare(line.Accessible.role, Accessible.AlertMessage);
    }

    function test_whatIsNotSavedCanBeSavedAgain() {
        const banner = createTemporaryObject(bannerComponent, testCase);
        spy.target = null;
        spy.signalName = "retryClicked";
        spy.target = banner;
        mouseClick(findChild(banner, "saveAgain"));
        compare(spy.count, 1);
    }

    function test_theHoursAreReadAloudInOneSentence() {
        const hours = createTemporaryObject(hoursComponent, testCase);
        for (const part of ["15 / 20 hours", "13.5 before", "1.5 added now", "5 to go"])
            verify((hours.Accessible.name + hours.Accessible.description).includes(part), part);
    }

    function test_aResultThatIsNotSavedDoesNotLookSaved() {
        const card = createTemporaryObject(savedComponent, testCase);
        const savedName = card.Accessible.name;
        card.saved = false;
        verify(card.Accessible.name !== savedName);
        compare(card.Accessible.role, Accessible.AlertMessage);
    }

    function test_theBlossomOpensOnceAndStandsStillWithReducedMotion() {
        const art = createTemporaryObject(artComponent, testCase);
        tryCompare(art, "bloom", 1);
        Theme.reducedMotion = true;
        const still = createTemporaryObject(artComponent, testCase);
        compare(still.bloom, 1);
    }

    function test_languagesAreNamedInThemselves() {
        const names = createTemporaryObject(namesComponent, testCase);
        compare(names.modeName("vi+zh"), "Tiếng Việt + 中文");
        compare(names.modeShortName("vi+zh"), "Việt + 中");
        compare(names.modeShortName("off"), "");
    }
}
