// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Window
import QtQuick.Templates as T
import Kapok.Ui

/** A picture on a card, as wide as its place and at most maximumHeight high. A tap or Enter emits enlarge. */
T.AbstractButton {
    id: root

    required property url source
    /** What the picture shows, for those who cannot see it. */
    required property string description
    /** Drawn by a machine: says so on the picture. */
    property bool aiGenerated: false
    property real maximumHeight: 480
    /** The room it has. */
    property real roomWidth: 720

    readonly property bool broken: picture.status === Image.Error
    readonly property real shape: picture.implicitWidth > 0 ? picture.implicitHeight / picture.implicitWidth : 9 / 16

    /** Width at which the whole height is used and nothing is empty beside the picture. */
    readonly property real fittingWidth: root.maximumHeight / root.shape

    signal enlarge

    implicitWidth: Math.min(root.roomWidth, root.fittingWidth)
    implicitHeight: root.width * root.shape
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Graphic
    //: Read aloud before the description of a picture.
    Accessible.name: root.aiGenerated ? qsTr("Picture made with AI") : qsTr("Picture")
    Accessible.description: root.description
    onClicked: root.enlarge()
    Keys.onReturnPressed: root.enlarge()
    Keys.onEnterPressed: root.enlarge()

    background: KCard {
        FocusRing {
            shown: root.visualFocus
            around: Theme.radiusCard
        }
    }

    contentItem: Item {
        Image {
            id: picture

            anchors.fill: parent
            anchors.margins: Theme.hairline
            source: root.source
            sourceSize.width: Math.round(root.roomWidth * Screen.devicePixelRatio)
            fillMode: Image.PreserveAspectCrop
            asynchronous: true
            smooth: true
            mipmap: true
        }

        CornerMask {
            anchors.fill: parent
            radius: Theme.radiusCard
            paint: Theme.colors.paper
        }

        Rectangle {
            anchors.fill: parent
            radius: Theme.radiusCard
            color: Theme.transparent
            border.width: Theme.hairline
            border.color: root.hovered ? Theme.colors.lineStrong : Theme.colors.line
        }

        KBadge {
            x: Theme.s3
            y: parent.height - height - Theme.s3
            visible: root.aiGenerated
            tone: Tone.Indigo
            icon: "spark"
            //: Mark on a picture.
            text: qsTr("Made with AI")
        }

        Rectangle {
            x: parent.width - width - Theme.s3
            y: parent.height - height - Theme.s3
            width: Theme.iconSize(36)
            height: width
            radius: Theme.radiusCover
            color: Theme.colors.surface
            visible: !root.broken

            KIcon {
                anchors.centerIn: parent
                icon: "full"
                size: 20
            }
        }

        KText {
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.s5
            //: In place of a picture whose file cannot be read.
            text: qsTr("This picture cannot be shown. Its description is below.")
            horizontalAlignment: Text.AlignHCenter
            color: Theme.colors.ink2
            visible: root.broken
        }
    }
}
