// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Kapok.Ui

/** Who is learning, at the foot of the drawer or rail. A tap goes back to the choice of people. */
T.AbstractButton {
    id: root

    required property string name
    required property string initials
    required property int tint
    required property bool wide

    implicitHeight: Math.max(52, Theme.touch, words.height + Theme.s2)
    padding: 0
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    //: Read aloud for the picture of the person who is learning. %1 is her name.
    Accessible.name: qsTr("%1, switch user").arg(root.name)
    Accessible.onPressAction: root.clicked()

    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: Item {
        Avatar {
            id: face

            x: root.wide ? Theme.s2 : (parent.width - width) / 2
            anchors.verticalCenter: parent.verticalCenter
            initials: root.initials
            tint: root.tint
        }

        Column {
            id: words

            anchors.left: face.right
            anchors.leftMargin: Theme.s3
            anchors.right: chevron.left
            anchors.verticalCenter: parent.verticalCenter
            visible: root.wide

            KText {
                width: parent.width
                text: root.name
                style: KText.Small
                bold: true
                maximumLineCount: 2
                elide: Text.ElideRight
                Accessible.ignored: true
            }

            KText {
                width: parent.width
                //: Below the name of the person who is learning: leads to the choice of people.
                text: qsTr("Switch user")
                style: KText.Caption
                color: Theme.colors.ink3
                Accessible.ignored: true
            }
        }

        KIcon {
            id: chevron

            anchors.right: parent.right
            anchors.rightMargin: Theme.s2
            anchors.verticalCenter: parent.verticalCenter
            icon: "right"
            size: 18
            color: Theme.colors.ink3
            visible: root.wide
        }
    }

    background: Rectangle {
        radius: Theme.radiusControl
        color: root.down ? Theme.colors.sunken : root.hovered ? Theme.hover : Theme.transparent

        FocusRing {
            anchors.margins: -Theme.focusGap
            shown: root.visualFocus
        }
    }
}
