// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** The top of a page: title with a second line, or a way back; search; and the sync indicator, which opens the sync sheet. */
Item {
    id: root

    required property SyncModel sync
    property string title: ""
    property string subtitle: ""
    /** Where Back leads, e.g. "Library"; empty: no way back. */
    property string backText: ""
    property bool searchable: false
    signal back
    signal search
    signal openSync

    readonly property bool narrow: root.width < 520 * Math.min(Theme.textScale, 1.4)

    implicitHeight: Math.max(root.backText.length > 0 ? 76 : 60, words.height, actions.height)

    KButton {
        id: backButton

        x: -Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, actions.x + Theme.s3)
        kind: KButton.Plain
        plainColor: Theme.colors.ink2
        leadingIcon: "arrow-l"
        text: root.backText
        visible: root.backText.length > 0
        //: Read aloud for the button that goes back. %1 is the page it leads to.
        Accessible.name: qsTr("Back to %1").arg(root.backText)
        onClicked: root.back()
    }

    Column {
        id: words

        anchors.verticalCenter: parent.verticalCenter
        width: actions.x - Theme.s3
        visible: root.backText.length === 0

        KText {
            width: parent.width
            text: root.title
            style: root.narrow ? KText.H2 : KText.H1
            Accessible.role: Accessible.Heading
        }

        KText {
            width: parent.width
            text: root.subtitle
            style: root.narrow ? KText.Caption : KText.Small
            color: Theme.colors.ink2
            visible: text.length > 0
        }
    }

    Row {
        id: actions

        x: parent.width - width
        anchors.verticalCenter: parent.verticalCenter
        spacing: root.narrow ? Theme.s1 : Theme.s3

        KIconButton {
            iconName: "search"
            //: Button that opens the search in the library, read aloud only.
            name: qsTr("Search the library")
            outlined: !root.narrow
            round: true
            visible: root.searchable
            onClicked: root.search()
        }

        SyncChip {
            syncState: root.sync.state
            text: root.sync.label
            detail: root.sync.detail
            count: root.sync.waitingCount
            compact: root.narrow
            onClicked: root.openSync()
        }
    }
}
