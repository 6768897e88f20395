// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Kapok.Ui

/** The volume: a button that opens a slider and a mute button. */
MediaButton {
    id: root

    required property real volume
    required property bool muted

    readonly property bool silent: root.muted || root.volume === 0

    signal volumeChosen(real volume)
    signal muteClicked

    objectName: "mediaVolume"
    iconName: root.silent ? "minus" : "volume"
    //: Button of a video or sound, read aloud. %1 from 0 to 100.
    name: root.silent ? qsTr("Sound is off") : qsTr("Volume: %1 percent").arg(Math.round(root.volume * 100))
    onClicked: panel.open()

    T.Popup {
        id: panel

        y: -height - Theme.s2
        x: root.width - width
        width: 240
        height: Theme.controlLarge + 2 * padding
        margins: Theme.s4
        padding: Theme.s2
        focus: true
        closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside

        background: Rectangle {
            radius: Theme.radiusCard
            color: Theme.mediaColors.raised
            border.width: Theme.hairline
            border.color: Theme.mediaColors.line
        }

        contentItem: Row {
            spacing: Theme.s2

            MediaButton {
                anchors.verticalCenter: parent.verticalCenter
                iconName: "volume"
                filled: root.silent
                //: Button beside the volume slider, read aloud.
                name: root.silent ? qsTr("Sound on") : qsTr("Sound off")
                onClicked: root.muteClicked()
            }

            MediaSeek {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - x - Theme.s3
                focus: true
                length: 100
                place: Math.round(root.volume * 100)
                stepSize: 5
                //: The volume slider, read aloud.
                Accessible.name: qsTr("Volume")
                placeText: root.name
                onSought: position => root.volumeChosen(position / 100)
            }
        }
    }
}
