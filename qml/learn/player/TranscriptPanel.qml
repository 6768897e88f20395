// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Kapok.Ui

/**
 * All that is said, line by line. Follows what is spoken unless motion is reduced, the list is being moved or the keyboard
 * goes through it; a tap emits sought.
 */
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
        if (root.current < 0 || list.moving || list.activeFocus)
            return;
        list.currentIndex = root.current;
        if (!Theme.reducedMotion)
            list.positionViewAtIndex(root.current, ListView.Contain);
    }

    function show(row: int) {
        list.currentIndex = row;
        list.positionViewAtIndex(row, ListView.Contain);
    }

    /** Leads the keyboard to that line, if there is one. */
    function goTo(row: int) {
        if (row < 0 || row >= list.count)
            return;
        list.positionViewAtIndex(row, ListView.Contain);
        list.itemAtIndex(row).forceActiveFocus(Qt.TabFocusReason);
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
        keyNavigationEnabled: false // by goTo(), for the ring
        highlightFollowsCurrentItem: false
        onCountChanged: if (list.currentIndex < 0 && list.count > 0) list.currentIndex = 0
        Accessible.role: Accessible.List
        Accessible.name: heading.text
        T.ScrollBar.vertical: KScrollBar {}

        delegate: TranscriptLine {
            id: line

            readonly property TranscriptPanel panel: line.ListView.view ? line.ListView.view.parent as TranscriptPanel : null

            width: line.ListView.view ? line.ListView.view.width : 0
            firstLanguage: line.panel ? line.panel.firstLanguage : ""
            secondLanguage: line.panel ? line.panel.secondLanguage : ""
            // The line spoken last, or the first, is a stop for Tab; arrows lead to the others. A tap takes no focus,
            // so that the list goes on following.
            focusPolicy: line.activeFocus || line.ListView.isCurrentItem ? Qt.TabFocus : Qt.NoFocus
            onActiveFocusChanged: if (line.activeFocus) line.panel.show(line.index)
            Keys.onUpPressed: line.panel.goTo(line.index - 1)
            Keys.onDownPressed: line.panel.goTo(line.index + 1)
            onClicked: line.panel.sought(line.startMs)
        }
    }
}
