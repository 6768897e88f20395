// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Kapok.Ui

TestCase {
    id: testCase

    name: "PlayerMedia"
    when: windowShown
    visible: true
    width: 1000
    height: 700

    readonly property url sound: Qt.resolvedUrl("../../content/c03-planning-with-ai/media/listening.ogg")
    readonly property url missing: Qt.resolvedUrl("there-is-no-such-file.webm")

    Component {
        id: barComponent

        MediaBar {
            width: 900
            height: implicitHeight
            y: 400
            position: 134000
            length: 308000
            playing: false
            ended: false
            rate: 1.25
            volume: 0.8
            muted: false
            captionWords: ["Off", "中文", "Tiếng Việt"]
            captionIndex: 1
            captionText: "中"
        }
    }

    Component {
        id: stageComponent

        MediaStage {
            width: 800
            height: 500
            video: false
        }
    }

    Component {
        id: cuesComponent

        ListModel {}
    }

    Component {
        id: transcriptComponent

        TranscriptPanel {
            width: 360
            height: 300
            current: -1
        }
    }

    SignalSpy {
        id: spy
    }

    function init() {
        // A machine without a sound server says so each time; everything else is a mistake.
        failOnWarning(/^(?!.*(Failed to connect|PulseAudio|resource not found|Resource not found|does not exist|paused state)).+/);
        spy.clear();
    }

    function watch(object, signal) {
        spy.target = null;
        spy.signalName = signal;
        spy.target = object;
        spy.clear();
    }

    function test_playAndTenSecondsSayWhatIsWanted() {
        const bar = createTemporaryObject(barComponent, testCase);
        watch(bar, "playClicked");
        mouseClick(findChild(bar, "mediaPlay"));
        compare(spy.count, 1);
        watch(bar, "stepped");
        mouseClick(findChild(bar, "mediaBack10"));
        mouseClick(findChild(bar, "mediaForward10"));
        compare(spy.signalArguments[0][0], -10000);
        compare(spy.signalArguments[1][0], 10000);
    }

    function test_theTimeLineMovesByFiveSecondsOnTheKeyboard() {
        const bar = createTemporaryObject(barComponent, testCase);
        const seek = findChild(bar, "mediaSeek");
        watch(bar, "sought");
        seek.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Right);
        compare(spy.signalArguments[0][0], 139000);
        verify(seek.Accessible.description.includes("2:14"));
        verify(seek.Accessible.description.includes("5:08"));
    }

    function test_aTapOnTheTimeLineGoesThere() {
        const bar = createTemporaryObject(barComponent, testCase);
        watch(bar, "sought");
        const seek = findChild(bar, "mediaSeek");
        mouseClick(seek, seek.width / 2, seek.height / 2);
        verify(spy.count > 0);
        fuzzyCompare(spy.signalArguments[spy.count - 1][0], 154000, 8000);
    }

    function test_captionsAreChosenFromAMenu() {
        const bar = createTemporaryObject(barComponent, testCase);
        watch(bar, "captionChosen");
        mouseClick(findChild(bar, "mediaCaptions"));
        const menu = findChild(bar, "mediaCaptionMenu");
        tryVerify(() => menu.opened);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Return);
        compare(spy.signalArguments[0][0], 2);
        tryVerify(() => !menu.visible);
    }

    function test_theBarTakesTwoRowsWhereItIsNarrow() {
        const bar = createTemporaryObject(barComponent, testCase);
        verify(!bar.twoRows);
        const low = bar.implicitHeight;
        bar.width = 380;
        verify(bar.twoRows);
        tryVerify(() => bar.implicitHeight > low);
        for (const name of ["mediaPlay", "mediaCaptions", "mediaSpeed", "mediaVolume", "mediaFull"]) {
            const button = findChild(bar, name);
            const right = button.mapToItem(bar, button.width, 0).x;
            verify(right <= bar.width, name + " is inside");
            verify(button.height >= 48 && button.width >= 48, name + " is large enough");
        }
    }

    function test_aSoundPlays() {
        const stage = createTemporaryObject(stageComponent, testCase, {source: testCase.sound, expectedLength: 1000});
        tryVerify(() => stage.length > 10000);
        stage.toggle();
        tryVerify(() => stage.position > 0);
        verify(stage.playing);
        stage.toggle();
        tryVerify(() => !stage.playing);
    }

    function test_aSoundBeginsWhereItWasLeft() {
        const stage = createTemporaryObject(stageComponent, testCase, {source: testCase.sound, startAt: 20000});
        stage.toggle();
        tryVerify(() => stage.position >= 20000);
    }

    function test_whatCannotBePlayedSaysSoAndKeepsTheWords() {
        const stage = createTemporaryObject(stageComponent, testCase, {source: testCase.missing, video: true});
        tryVerify(() => stage.failed);
        verify(findChild(stage, "mediaTrouble").visible);
        verify(!stage.bar.enabled);
    }

    function test_theTranscriptFollowsAndGoesWhereItIsTapped() {
        const cues = createTemporaryObject(cuesComponent, testCase);
        for (let i = 0; i < 20; ++i)
            cues.append({startMs: i * 5000, timeText: "0:" + i, text: "Line " + i, textSecond: "第 " + i + " 句", isCurrent: i === 15});
        const panel = createTemporaryObject(transcriptComponent, testCase, {cues: cues});
        const list = findChild(panel, "transcript");
        panel.current = 15;
        tryVerify(() => list.contentY > 0);
        watch(panel, "sought");
        tryVerify(() => list.itemAtIndex(15) !== null);
        mouseClick(list.itemAtIndex(15));
        compare(spy.signalArguments[0][0], 75000);
        panel.current = 0;
        compare(list.contentY, 0); // it follows after a tap, too
    }

    function test_theTranscriptIsOneStopForTabAndArrowsGoThroughIt() {
        const cues = createTemporaryObject(cuesComponent, testCase);
        for (let i = 0; i < 60; ++i)
            cues.append({startMs: i * 5000, timeText: "0:" + i, text: "Line " + i, textSecond: "", isCurrent: i === 40});
        const panel = createTemporaryObject(transcriptComponent, testCase, {cues: cues});
        const list = findChild(panel, "transcript");
        panel.current = 40;
        list.positionViewAtBeginning(); // as if moved by hand
        keyClick(Qt.Key_Tab);
        verify(list.itemAtIndex(40).visualFocus, "Tab comes to the line spoken now");
        verify(list.contentY > 0, "and it is seen");
        for (let i = 0; i < 15; ++i)
            keyClick(Qt.Key_Down);
        const line = list.itemAtIndex(55);
        verify(line.visualFocus);
        verify(line.y >= list.contentY && line.y + line.height <= list.contentY + list.height, "the line is seen whole");
        panel.current = 41;
        verify(line.activeFocus, "what is spoken does not take the keyboard away");
        watch(panel, "sought");
        keyClick(Qt.Key_Return);
        compare(spy.signalArguments[0][0], 275000);
        for (let i = 0; i < 10; ++i)
            keyClick(Qt.Key_Down);
        verify(list.itemAtIndex(59).visualFocus, "the last line is the end");
        keyClick(Qt.Key_Tab, Qt.ShiftModifier);
        verify(list.itemAtIndex(59).activeFocus, "no other line is a stop for Tab");
    }
}
