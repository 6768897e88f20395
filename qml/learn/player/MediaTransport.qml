// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** The left half of the media bar: play, ten seconds back and on, the time, the chapter. */
Row {
    id: root

    required property bool playing
    required property bool ended
    /** "2:14" */
    required property string position
    /** "5:08" */
    required property string length
    property bool tight: false
    property string chapterTitle: ""
    property string chapterLanguage: Theme.language

    signal playClicked
    signal stepped(int ms)

    spacing: root.tight ? 0 : Theme.s1

    MediaButton {
        objectName: "mediaPlay"
        side: Theme.controlLarge
        round: true
        filled: true
        iconSize: 28
        iconName: root.ended ? "refresh" : root.playing ? "pause" : "play"
        //: Button of a video or sound, read aloud.
        name: root.ended ? qsTr("Play again") : root.playing ? qsTr("Pause") : qsTr("Play")
        onClicked: root.playClicked()
    }

    MediaButton {
        objectName: "mediaBack10"
        anchors.verticalCenter: parent.verticalCenter
        iconName: "back10"
        iconSize: 26
        //: Button of a video or sound, read aloud.
        name: qsTr("10 seconds back")
        onClicked: root.stepped(-10000)
    }

    MediaButton {
        objectName: "mediaForward10"
        anchors.verticalCenter: parent.verticalCenter
        iconName: "fwd10"
        iconSize: 26
        //: Button of a video or sound, read aloud.
        name: qsTr("10 seconds on")
        onClicked: root.stepped(10000)
    }

    KText {
        anchors.verticalCenter: parent.verticalCenter
        leftPadding: Theme.radiusTag
        text: root.position
        language: "en"
        style: KText.Label
        bold: false
        color: Theme.mediaColors.ink
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }

    KText {
        anchors.verticalCenter: parent.verticalCenter
        text: " / " + root.length
        language: "en"
        style: KText.Label
        bold: false
        color: Theme.mediaColors.ink3
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }

    KText {
        anchors.verticalCenter: parent.verticalCenter
        leftPadding: Theme.s3
        width: Math.min(implicitWidth, Theme.scaled(200))
        text: root.chapterTitle
        language: root.chapterLanguage
        style: KText.Small
        color: Theme.mediaColors.ink2
        elide: Text.ElideRight
        wrapMode: Text.NoWrap
        visible: text.length > 0
        Accessible.ignored: true
    }
}
