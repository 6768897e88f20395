// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Kapok.Ui

/**
 * The sync indicator. state decides icon and colour; text and detail are the words ("Offline", "3 waiting");
 * compact shows the icon and the count only. A tap opens the sync sheet.
 */
T.AbstractButton {
    id: root

    enum State {
        Problem,
        Sending,
        Paused,
        Offline,
        Waiting,
        UpToDate
    }

    property int syncState: SyncChip.UpToDate
    property string detail: ""
    property bool compact: false
    property int count: 0

    readonly property string iconName: ["cloud-alert", "cloud-up", "cloud-pause", "cloud-off", "cloud-wait", "cloud-check"][root.syncState]
    readonly property int tone: [Tone.Berry, Tone.Indigo, Tone.Turmeric, Tone.Neutral, Tone.Turmeric, Tone.Leaf][root.syncState]

    objectName: "syncChip"
    implicitWidth: Math.max(Theme.touch, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Theme.controlHeight
    leftPadding: Theme.s3
    rightPadding: root.compact ? (root.count > 0 ? 14 : Theme.s3) : Theme.s4
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: root.detail.length > 0 ? root.text + ", " + root.detail : root.text
    Accessible.onPressAction: root.clicked()

    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: Row {
        spacing: root.compact ? Theme.radiusTag : Theme.s2

        KIcon {
            id: glyph

            anchors.verticalCenter: parent.verticalCenter
            icon: root.iconName
            color: Theme.strong(root.tone)

            SequentialAnimation on anchors.verticalCenterOffset {
                running: root.syncState === SyncChip.Sending && root.visible && !Theme.reducedMotion
                loops: Animation.Infinite
                alwaysRunToEnd: true

                NumberAnimation { to: -2; duration: Theme.slow }
                NumberAnimation { to: 0; duration: Theme.slow }
            }
        }

        KText {
            anchors.verticalCenter: parent.verticalCenter
            text: root.count
            style: KText.Small
            bold: true
            visible: root.compact && root.count > 0
            Accessible.ignored: true
        }

        KText {
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            style: KText.Small
            bold: true
            wrapMode: Text.NoWrap
            visible: !root.compact
            Accessible.ignored: true
        }

        KText {
            anchors.verticalCenter: parent.verticalCenter
            leftPadding: -Theme.s1
            text: Theme.language === "zh" ? "·" + root.detail : "· " + root.detail
            style: KText.Small
            color: Theme.colors.ink2
            wrapMode: Text.NoWrap
            visible: !root.compact && root.detail.length > 0
            Accessible.ignored: true
        }
    }

    background: Rectangle {
        radius: height / 2
        color: root.down ? Theme.colors.sunken : Theme.colors.surface
        border.width: Theme.hairline
        border.color: root.syncState === SyncChip.Problem ? Theme.colors.berry : root.hovered ? Theme.colors.lineStrong : Theme.colors.line

        FocusRing {
            shown: root.visualFocus
            around: parent.radius
        }
    }
}
