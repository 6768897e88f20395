// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Kapok.Ui

/** A button of the media bar, which is dark in every theme: an icon, words beside it where there are some, filled when on. */
T.Button {
    id: root

    required property string iconName
    /** What a screen reader says. */
    required property string name
    property bool filled: false
    property bool round: false
    property int side: Theme.touch
    property int iconSize: 24
    property string language: Theme.language

    readonly property color ink: root.filled ? Theme.mediaColors.paper : root.enabled ? Theme.mediaColors.ink : Theme.mediaColors.ink3

    implicitWidth: Math.max(root.side, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: root.side
    topInset: root.round ? 0 : Theme.s1
    bottomInset: root.round ? 0 : Theme.s1
    leftPadding: root.text.length > 0 ? Theme.s3 : 0
    rightPadding: leftPadding
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.name: root.name
    Accessible.onPressAction: root.clicked()

    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: Item {
        implicitWidth: row.implicitWidth

        Row {
            id: row

            anchors.centerIn: parent
            spacing: Theme.radiusTag

            KIcon {
                anchors.verticalCenter: parent.verticalCenter
                icon: root.iconName
                size: root.iconSize
                color: root.ink
            }

            KText {
                anchors.verticalCenter: parent.verticalCenter
                text: root.text
                language: root.language
                style: KText.Small
                font.pixelSize: Theme.iconSize(14)
                bold: true
                color: root.ink
                wrapMode: Text.NoWrap
                visible: text.length > 0
                Accessible.ignored: true
            }
        }
    }

    background: Rectangle {
        radius: root.round ? height / 2 : Theme.radiusCover
        color: root.filled ? (root.down ? Theme.mediaColors.ink2 : Theme.mediaColors.ink) : root.down ? Theme.mediaColors.line : root.hovered && root.enabled ? Theme.mediaColors.raised : Theme.transparent

        FocusRing {
            shown: root.visualFocus
            around: parent.radius
            border.color: Theme.mediaColors.focus
        }
    }
}
