// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Kapok.Models
import Kapok.Ui

TestCase {
    id: testCase

    name: "SyncChip"
    when: windowShown
    visible: true
    width: 400
    height: 100

    Component {
        id: chipComponent

        SyncChip {
            syncState: SyncChip.Offline
            text: "Ngoại tuyến"
            detail: "3 mục chờ gửi"
            count: 3
        }
    }

    function init() {
        failOnWarning(/.?/);
    }

    function test_saysItsStateInWords() {
        const chip = createTemporaryObject(chipComponent, testCase);
        compare(chip.Accessible.name, "Ngoại tuyến, 3 mục chờ gửi");
    }

    function test_compactIsSmallButStillAFingersSize() {
        const wide = createTemporaryObject(chipComponent, testCase);
        const narrow = createTemporaryObject(chipComponent, testCase, {
            compact: true
        });
        verify(narrow.width < wide.width);
        verify(narrow.width >= Theme.touch);
        verify(narrow.height >= Theme.touch);
    }

    function test_statesAreThoseOfTheModelInTheSameOrder() {
        compare(SyncChip.Problem, SyncModel.Problem);
        compare(SyncChip.Sending, SyncModel.Sending);
        compare(SyncChip.Paused, SyncModel.Paused);
        compare(SyncChip.Offline, SyncModel.Offline);
        compare(SyncChip.Waiting, SyncModel.Waiting);
        compare(SyncChip.UpToDate, SyncModel.UpToDate);
    }
}
