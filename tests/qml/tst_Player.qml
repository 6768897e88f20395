// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Kapok.Models
import Kapok.Ui

TestCase {
    id: testCase

    name: "Player"
    when: windowShown
    visible: true
    width: 800
    height: 600

    Component {
        id: playerComponent

        Player {
            width: 800
            height: 600
            lesson: LessonSession {}
            settings: SettingsModel {}
        }
    }

    SignalSpy {
        id: closings

        signalName: "closed"
    }

    function init() {
        failOnWarning(/.?/);
        closings.clear();
    }

    function test_escapeLeavesTheLesson() {
        const player = createTemporaryObject(playerComponent, testCase);
        closings.target = player;
        player.forceActiveFocus();
        keyClick(Qt.Key_Escape);
        compare(closings.count, 1);
    }

    function test_nothingCanBeAnsweredWhileTheLessonOpens() {
        const player = createTemporaryObject(playerComponent, testCase);
        compare(player.lesson.step, LessonSession.Opening);
        for (const name of ["playerNext", "playerBack", "checkButton"]) {
            const button = findChild(player, name);
            verify(button === null || !button.visible, name);
        }
        verify(findChild(player, "playerClose").visible);
    }

    function test_theTextSizeSheetOpensAndGivesTheKeyboardBack() {
        const player = createTemporaryObject(playerComponent, testCase);
        const sheet = findChild(player, "textSizeSheet");
        mouseClick(findChild(player, "playerTextSize"));
        tryVerify(() => sheet.opened);
        keyClick(Qt.Key_Escape);
        tryVerify(() => !sheet.visible);
        verify(player.activeFocus);
        compare(closings.count, 0);
    }

    function test_theProgramThatDrivesTheAppCanReadWhereItIs() {
        const player = createTemporaryObject(playerComponent, testCase);
        compare(player.objectName, "player");
        compare(player.pageIndex, player.lesson.pageIndex);
        compare(player.pageCount, player.lesson.pageCount);
        compare(player.savedState, LessonSession.Saved);
    }
}
