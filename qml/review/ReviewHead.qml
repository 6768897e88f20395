// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** The chosen unit, how fresh its figures are, and what can be done: get newer ones, export, see what is being sent. */
Item {
    id: root

    required property ReviewModel review
    required property SyncModel sync
    /** There is no tree: a button leads to the unit above. */
    required property bool drill
    signal openSync

    readonly property bool narrow: root.width < 760 * Math.min(Theme.textScale, 1.5)

    implicitHeight: root.narrow ? fresh.y + (fresh.visible ? fresh.height : 0) : Math.max(60, words.y + words.height, actions.height)

    KButton {
        id: up

        readonly property bool beside: implicitWidth <= root.width - actions.width

        x: -Theme.s3
        y: up.beside ? 0 : actions.height
        width: Math.min(implicitWidth, root.width + Theme.s3)
        kind: KButton.Plain
        plainColor: Theme.colors.ink2
        leadingIcon: "arrow-l"
        text: root.review.parentTitle
        visible: root.drill && root.review.parentId.length > 0
        //: Read aloud for the button that goes to the unit above. %1 is its name.
        Accessible.name: qsTr("Back to %1").arg(root.review.parentTitle)
        onClicked: root.review.selectUnit(root.review.parentId)
    }

    Column {
        id: words

        readonly property bool below: up.visible || root.narrow && Theme.textScale > 1.3 && actions.x < Theme.scaled(240)

        y: !words.below ? 0 : Theme.s1 + (up.visible ? Math.max(actions.height, up.y + up.height) : actions.height)
        width: words.below ? parent.width : (root.narrow ? actions.x : fresh.x) - Theme.s4

        Flow {
            width: parent.width
            spacing: Theme.s3

            KText {
                id: title

                width: Math.min(implicitWidth, parent.width)
                text: root.review.unitTitle
                language: root.review.unitLanguage
                style: root.narrow ? KText.H2 : KText.H1
                Accessible.role: Accessible.Heading
            }

            KText {
                width: Math.min(implicitWidth, parent.width)
                topPadding: Math.max(0, title.lineHeight - lineHeight - Theme.s1)
                text: root.review.unitTitleSecond
                language: root.review.unitSecondLanguage
                color: Theme.colors.ink2
                visible: text.length > 0
            }
        }

        KText {
            width: parent.width
            text: root.review.unitText
            style: KText.Small
            color: Theme.colors.ink2
            visible: text.length > 0
        }
    }

    FreshnessLine {
        id: fresh

        x: root.narrow ? 0 : actions.x - width - Theme.s4
        y: root.narrow ? Math.max(actions.height, words.y + words.height) + Theme.s2 : (actions.height - height) / 2
        width: root.narrow ? parent.width : Math.min(implicitWidth, root.width * 0.36)
        review: root.review
    }

    Row {
        id: actions

        x: parent.width - width
        spacing: root.narrow ? Theme.s1 : Theme.s2

        SyncChip {
            syncState: root.sync.state
            text: root.sync.label
            detail: root.sync.detail
            count: root.sync.waitingCount
            compact: true
            onClicked: root.openSync()
        }

        KIconButton {
            objectName: "refreshFigures"
            iconName: "refresh"
            //: Button that fetches newer figures, read aloud only.
            name: root.review.busy ? qsTr("Getting newer figures") : qsTr("Get newer figures")
            outlined: true
            iconColor: root.review.busy ? Theme.transparent : Theme.colors.ink2
            onClicked: root.review.refresh()

            BusyRing {
                anchors.centerIn: parent
                size: 22
                visible: root.review.busy
            }
        }

        KIconButton {
            objectName: root.narrow ? "exportCsv" : ""
            iconName: "download"
            name: wideExport.text
            outlined: true
            visible: root.narrow
            enabled: root.review.hasFigures
            onClicked: root.review.exportCsv()
        }

        KButton {
            id: wideExport

            objectName: root.narrow ? "" : "exportCsv"
            leadingIcon: "download"
            //: Button: writes the list of teachers as it is shown into a file for spreadsheets (CSV).
            text: qsTr("Export")
            visible: !root.narrow
            enabled: root.review.hasFigures
            onClicked: root.review.exportCsv()
        }
    }
}
