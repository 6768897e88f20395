// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtMultimedia
import Kapok.Ui

/** What is seen of a video or sound: the picture, its poster, captions over it, and why nothing is seen. A tap emits clicked. */
Item {
    id: root

    required property url poster
    required property bool video
    required property bool failed
    /** It plays but the next picture is not there yet. */
    required property bool waiting
    /** Still at the start: the poster stands for it. */
    required property bool untouched
    /** How far it has played, 0 to 1. */
    required property real share
    property alias captionFirst: overlay.first
    property alias captionSecond: overlay.second
    property alias captionFirstLanguage: overlay.firstLanguage
    property alias captionSecondLanguage: overlay.secondLanguage
    readonly property alias output: output

    /** The software renderer of Qt cannot draw video. */
    readonly property bool drawable: !root.video || GraphicsInfo.api !== GraphicsInfo.Software

    signal clicked

    clip: true

    VideoOutput {
        id: output

        anchors.fill: parent
        visible: root.video && !root.failed && !cover.visible
    }

    Image {
        id: cover

        anchors.fill: parent
        source: root.poster
        sourceSize.width: width
        fillMode: Image.PreserveAspectFit
        visible: root.video && status === Image.Ready && !root.failed && (!root.drawable || root.untouched)
    }

    AudioPoster {
        width: parent.width
        height: overlay.visible ? overlay.y : parent.height
        visible: !root.video && !root.failed
        share: root.share
    }

    MouseArea {
        anchors.fill: parent
        onClicked: root.clicked()
    }

    BusyRing {
        anchors.centerIn: parent
        size: 56
        thickness: 6
        color: Theme.mediaColors.ink
        visible: root.waiting
    }

    MediaTrouble {
        objectName: "mediaTrouble"
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.s5
        visible: root.failed || !root.drawable
        video: root.video
        pictureOnly: !root.failed
    }

    CaptionOverlay {
        id: overlay

        objectName: "captions"
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.width < Theme.tabletWidth ? Theme.s2 : Theme.s6
        maximumWidth: parent.width - Theme.s8
        first: ""
        second: ""
        firstLanguage: Theme.language
        secondLanguage: ""
    }
}
