// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Kapok.Ui

/** The time line of a video or sound, cut where its chapters begin. Emits sought with the place in ms. */
T.Slider {
    id: root

    /** Of the whole, in ms; 0 while unknown. */
    required property int length
    /** Where it plays, in ms. */
    required property int place
    /** Said with the name: "2:14 of 5:08". */
    required property string placeText
    /** ChapterListModel, or a list with the same roles. */
    property QtObject chapters: null

    signal sought(int position)

    implicitHeight: Theme.touch
    padding: 0
    from: 0
    to: Math.max(1, root.length)
    value: root.pressed ? root.value : root.place
    stepSize: 5000
    enabled: root.length > 0
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    //: The time line of a video or sound, read aloud.
    Accessible.name: qsTr("Place in the recording")
    Accessible.description: root.placeText
    onMoved: root.sought(Math.round(root.value))

    background: Item {
        Rectangle {
            id: track

            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            height: Theme.radiusTag
            radius: height / 2
            color: Theme.mediaColors.track

            Rectangle {
                width: root.visualPosition * parent.width
                height: parent.height
                radius: parent.radius
                color: Theme.mediaColors.kapokInk
            }
        }

        Repeater {
            model: root.chapters

            delegate: Rectangle {
                id: mark

                required property int startMs

                anchors.verticalCenter: track.verticalCenter
                x: track.width * mark.startMs / root.to - width / 2
                width: 3
                height: Theme.radiusCover
                color: Theme.mediaColors.paper
                visible: mark.startMs > 0
            }
        }
    }

    handle: Rectangle {
        x: root.visualPosition * root.availableWidth - width / 2
        anchors.verticalCenter: parent ? parent.verticalCenter : undefined
        width: 18
        height: width
        radius: width / 2
        color: Theme.mediaColors.ink
        scale: root.pressed ? 1.3 : 1

        FocusRing {
            shown: root.visualFocus
            around: parent.radius
            border.color: Theme.mediaColors.focus
        }
    }
}
