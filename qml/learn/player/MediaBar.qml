// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/**
 * The controls of a video or sound. They stay on screen: time line with chapters, play, ten seconds back and on,
 * time, captions, speed, volume, full screen. Wraps to two rows where it is narrow. Emits what is wanted, plays nothing.
 */
Item {
    id: root

    required property int position
    required property int length
    required property bool playing
    required property bool ended
    required property real rate
    required property real volume
    required property bool muted
    property bool video: true
    property bool fullScreen: false
    property QtObject chapters: null
    property string chapterTitle: ""
    property string chapterLanguage: Theme.language
    /** Words of the caption button: "中 + 越"; empty when captions are off. */
    property string captionText: ""
    property var captionWords: []
    property var captionLanguages: []
    property int captionIndex: 0

    readonly property var rates: [0.75, 1, 1.25, 1.5]
    readonly property var rateWords: root.rates.map(rate => root.rateText(rate))
    readonly property bool twoRows: left.implicitWidth + right.implicitWidth + Theme.s10 > root.width
    readonly property bool tight: root.width < Theme.scaled(420)

    signal playClicked
    signal stepped(int ms)
    signal sought(int position)
    signal captionChosen(int index)
    signal rateChosen(real rate)
    signal volumeChosen(real volume)
    signal muteClicked
    signal fullScreenClicked

    implicitHeight: controls.height + seek.height + Theme.s2

    function rateText(rate: real): string {
        return Number(rate).toLocaleString(Qt.locale(Theme.language), "f", -128) + "×";
    }

    function openCaptions() {
        captionMenu.open();
    }

    MediaClock {
        id: clock
    }

    MediaSeek {
        id: seek

        objectName: "mediaSeek"
        x: Theme.s5
        width: parent.width - 2 * x
        length: root.length
        place: root.position
        chapters: root.chapters
        //: How far a recording has played, read aloud. %1 now, %2 the whole, both as minutes:seconds.
        placeText: qsTr("%1 of %2").arg(clock.text(root.position)).arg(clock.text(root.length))
        onSought: position => root.sought(position)
    }

    Flow {
        id: controls

        x: root.tight ? Theme.s2 : Theme.s5
        y: seek.height - Theme.s1
        width: parent.width - 2 * x
        height: implicitHeight
        spacing: 0

        MediaTransport {
            id: left

            tight: root.tight
            playing: root.playing
            ended: root.ended
            position: clock.text(root.position)
            length: clock.text(root.length)
            chapterTitle: root.width > Theme.scaled(820) ? root.chapterTitle : ""
            chapterLanguage: root.chapterLanguage
            onPlayClicked: root.playClicked()
            onStepped: ms => root.stepped(ms)
        }

        Item {
            width: root.twoRows ? controls.width - right.implicitWidth : controls.width - left.implicitWidth - right.implicitWidth
            height: Theme.touch
        }

        Row {
            id: right

            spacing: root.tight ? 0 : Theme.s1
            topPadding: root.twoRows ? 0 : (Theme.controlLarge - Theme.touch) / 2

            MediaButton {
                id: captions

                objectName: "mediaCaptions"
                visible: root.captionWords.length > 1
                iconName: "captions"
                iconSize: 22
                filled: root.captionText.length > 0
                text: root.captionText
                //: Button of a video or sound, read aloud. %1 the languages of the captions, or "off".
                name: qsTr("Captions: %1").arg(root.captionIndex < root.captionWords.length ? root.captionWords[root.captionIndex] : "")
                onClicked: captionMenu.open()

                MediaMenu {
                    id: captionMenu

                    objectName: "mediaCaptionMenu"
                    y: -height - Theme.s2
                    //: Menu of a video or sound, read aloud.
                    title: qsTr("Captions")
                    words: root.captionWords
                    languages: root.captionLanguages
                    current: root.captionIndex
                    onChosen: index => root.captionChosen(index)
                }
            }

            MediaButton {
                objectName: "mediaSpeed"
                iconName: root.tight ? "" : "meter"
                iconSize: 22
                text: root.rateText(root.rate)
                //: Button of a video or sound, read aloud. %1 is "1.25×".
                name: qsTr("Speed: %1").arg(root.rateText(root.rate))
                onClicked: rateMenu.open()

                MediaMenu {
                    id: rateMenu

                    y: -height - Theme.s2
                    //: Menu of a video or sound, read aloud.
                    title: qsTr("Speed")
                    words: root.rateWords
                    current: Math.max(0, root.rates.indexOf(root.rate))
                    onChosen: index => root.rateChosen(root.rates[index])
                }
            }

            MediaVolume {
                volume: root.volume
                muted: root.muted
                onVolumeChosen: volume => root.volumeChosen(volume)
                onMuteClicked: root.muteClicked()
            }

            MediaButton {
                objectName: "mediaFull"
                visible: root.video
                iconName: "full"
                //: Button of a video, read aloud.
                name: root.fullScreen ? qsTr("Leave full screen") : qsTr("Full screen")
                filled: root.fullScreen
                onClicked: root.fullScreenClicked()
            }
        }
    }
}
