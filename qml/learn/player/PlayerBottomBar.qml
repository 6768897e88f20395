// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** The bottom of the player: back, where one is, and what to do next. Which buttons there are the owner says. */
Rectangle {
    id: root

    required property PageListModel pages
    required property int current
    /** Dots and page number: only while a page is shown. */
    property bool placeShown: true
    property bool canGoBack: true
    property string primaryText: ""
    property string primaryName: "playerNext"
    property string primaryIcon: ""
    property string primaryTrailingIcon: ""
    property bool primaryEnabled: true
    property string secondaryText: ""
    property string secondaryName: "playerSkip"

    readonly property bool narrow: root.width < Theme.scaled(600)
    /** Dots over a full-width button. */
    readonly property bool stacked: root.width < Theme.scaled(400) || (root.narrow && root.secondaryText.length > 0)
    readonly property int margin: root.narrow ? Theme.s4 : Theme.s6
    readonly property string placeText: root.shortPlace ? root.shortText : root.longText
    readonly property bool shortPlace: root.narrow
    /** What to put into secondaryText, shorter, where there is less room. */
    readonly property bool brief: root.width < Theme.scaled(Theme.feedbackBesideWidth)
    readonly property string shortText: (root.current + 1) + " / " + root.pages.count
    //: Below the page dots of a lesson. %1 number of the page, %2 how many there are.
    readonly property string longText: qsTr("Page %1 of %2").arg(root.current + 1).arg(root.pages.count)

    signal backClicked
    signal primaryClicked
    signal secondaryClicked

    implicitHeight: root.stacked ? (place.visible ? place.height + Theme.s3 : 0) + primary.height + Theme.s3 * 2 + (second.visible ? second.height + Theme.s1 : 0) : Theme.playerBottomHeight
    color: Theme.colors.paper

    Divider {
        width: parent.width
    }

    KButton {
        id: back

        objectName: "playerBack"
        x: root.margin
        y: root.stacked ? primary.y : (root.height - height) / 2
        width: root.narrow ? Theme.controlLarge : implicitWidth
        leftPadding: root.narrow ? 0 : 28
        size: KButton.Large
        visible: root.canGoBack
        leadingIcon: "arrow-l"
        text: root.narrow ? "" : root.backText
        Accessible.name: root.backText
        onClicked: root.backClicked()
    }

    //: Button at the bottom of a lesson: the page before.
    readonly property string backText: qsTr("Back")

    Column {
        id: place

        anchors.horizontalCenter: parent.horizontalCenter
        y: root.stacked ? Theme.s3 : (root.height - height) / 2
        spacing: Theme.s2
        visible: root.placeShown

        PageDots {
            anchors.horizontalCenter: parent.horizontalCenter
            pages: root.pages
            current: root.current
            maximumWidth: root.stacked ? root.width - 2 * root.margin : Math.max(80, root.width - 2 * Math.max(back.width, buttons.width) - 2 * root.margin - 2 * Theme.s4)
        }

        KText {
            anchors.horizontalCenter: parent.horizontalCenter
            text: root.placeText
            style: KText.Caption
            color: Theme.colors.ink2
            wrapMode: Text.NoWrap
            visible: !root.stacked || root.pages.count > 12
        }
    }

    Row {
        id: buttons

        anchors.right: parent.right
        anchors.rightMargin: root.margin
        y: root.stacked ? 0 : (root.height - height) / 2
        spacing: Theme.s3
        visible: !root.stacked

        KButton {
            objectName: root.stacked ? "" : root.secondaryName
            kind: KButton.Plain
            size: KButton.Large
            plainColor: Theme.colors.ink2
            text: root.secondaryText
            visible: text.length > 0
            onClicked: root.secondaryClicked()
        }

        KButton {
            objectName: root.stacked ? "" : root.primaryName
            kind: KButton.Primary
            size: KButton.Large
            leadingIcon: root.primaryIcon
            trailingIcon: root.primaryTrailingIcon
            enabled: root.primaryEnabled
            text: root.primaryText
            onClicked: root.primaryClicked()
        }
    }

    KButton {
        id: primary

        objectName: root.stacked ? root.primaryName : ""
        x: back.visible ? back.x + back.width + Theme.s2 : root.margin
        y: Theme.s3 + (place.visible ? place.height + Theme.s3 : 0)
        width: root.width - x - root.margin
        visible: root.stacked
        kind: KButton.Primary
        size: KButton.Large
        leadingIcon: root.primaryIcon
        trailingIcon: root.primaryTrailingIcon
        enabled: root.primaryEnabled
        text: root.primaryText
        onClicked: root.primaryClicked()
    }

    KButton {
        id: second

        objectName: root.stacked ? root.secondaryName : ""
        anchors.horizontalCenter: parent.horizontalCenter
        y: primary.y + primary.height + Theme.s1
        visible: root.stacked && text.length > 0
        kind: KButton.Plain
        plainColor: Theme.colors.ink2
        text: root.secondaryText
        onClicked: root.secondaryClicked()
    }
}
