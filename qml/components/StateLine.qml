// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** Where a course is, in one line: an icon or a ring, and words ("On this tablet", "9.4 MB", "Downloading 62%"). */
Row {
    id: root

    property string icon: ""
    property int tone: Tone.Neutral
    property string text: ""
    property bool bold: false
    /** 0 to 1 shows a ring instead of the icon; below 0 the icon. */
    property real progress: -1

    /** The width there is; 0: as wide as the words. */
    property real room: 0
    /** Long words may take a second line. */
    property bool wraps: false

    spacing: 5

    ProgressRing {
        anchors.verticalCenter: parent.verticalCenter
        size: 18
        thickness: 3
        value: root.progress
        color: Theme.colors.indigo
        track: Theme.highContrast ? Theme.colors.track : Theme.colors.line
        visible: root.progress >= 0
    }

    KIcon {
        anchors.verticalCenter: parent.verticalCenter
        icon: root.icon
        size: 18
        color: Theme.strong(root.tone)
        visible: root.progress < 0 && root.icon.length > 0
    }

    FitText {
        anchors.verticalCenter: parent.verticalCenter
        room: root.room > 0 ? root.room - Theme.iconSize(18) - root.spacing : 10000
        text: root.text
        style: KText.Caption
        bold: root.bold
        elide: Text.ElideRight
        maximumLineCount: root.wraps ? 3 : 1
        wrapMode: root.wraps ? Text.Wrap : Text.NoWrap
        color: root.bold ? Theme.strong(root.tone) : Theme.colors.ink2
        Accessible.ignored: true
    }
}
