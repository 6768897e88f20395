// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Kapok.Ui

/** All that is said, line by line. Follows what is spoken unless motion is reduced or the list was moved by hand; a tap emits sought. */
KCard {
    id: root

    /** CueListModel, or a list with the same roles. */
    required property QtObject cues
    /** Row spoken now, -1 for none. */
    required property int current
    property string firstLanguage: Theme.language
    property string secondLanguage: ""

    signal sought(int position)

    onCurrentChanged: {
        if (root.current >= 0 && !list.moving && !Theme.reducedMotion)
            list.positionViewAtIndex(root.current, ListView.Contain);
    }

    KText {
        id: heading

        x: Theme.s5
        y: Theme.s4
        width: parent.width - 2 * x
        //: Title of the words of a video or sound.
        text: qsTr("Transcript")
        style: KText.H3
        Accessible.role: Accessible.Heading
    }

    Divider {
        id: rule

        y: heading.y + heading.height + Theme.s3
        width: parent.width
    }

    ListView {
        id: list

        objectName: "transcript"
        anchors.top: rule.bottom
        anchors.topMargin: Theme.s1
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s3
        width: parent.width
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.cues
        currentIndex: -1
        keyNavigationEnabled: false
        Accessible.role: Accessible.List
        Accessible.name: heading.text
        T.ScrollBar.vertical: KScrollBar {}

        delegate: TranscriptLine {
            id: line

            readonly property TranscriptPanel panel: line.ListView.view ? line.ListView.view.parent as TranscriptPanel : null

            width: line.ListView.view ? line.ListView.view.width : 0
            firstLanguage: line.panel ? line.panel.firstLanguage : ""
            secondLanguage: line.panel ? line.panel.secondLanguage : ""
            onClicked: line.panel.sought(line.startMs)
        }
    }
}
