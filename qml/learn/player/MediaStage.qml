// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtMultimedia
import Kapok.Ui

/**
 * A video or sound with its captions and controls. Starts where it was left; says when it moved, ended or cannot be
 * played here. Space, C, < and > are offered as functions for the page's keys.
 */
Rectangle {
    id: root

    required property url source
    property url poster
    property bool video: true
    property string description: ""
    /** Length as the course says it, used until the file tells, in ms. */
    property int expectedLength: 0
    /** Where to start, in ms. */
    property int startAt: 0
    property real rate: 1
    property bool fullScreen: false
    property alias captionFirst: overlay.first
    property alias captionSecond: overlay.second
    property alias captionFirstLanguage: overlay.firstLanguage
    property alias captionSecondLanguage: overlay.secondLanguage
    property alias bar: mediaBar

    readonly property int length: player.duration > 0 ? player.duration : root.expectedLength
    readonly property int position: player.position
    readonly property bool playing: player.playbackState === MediaPlayer.PlayingState
    readonly property bool ended: player.mediaStatus === MediaPlayer.EndOfMedia
    readonly property bool drawable: !root.video || GraphicsInfo.api !== GraphicsInfo.Software
    readonly property bool failed: player.mediaStatus === MediaPlayer.InvalidMedia || player.error !== MediaPlayer.NoError
    readonly property bool loading: !root.failed && (player.mediaStatus === MediaPlayer.LoadingMedia || player.mediaStatus === MediaPlayer.StalledMedia)
    readonly property real pictureHeight: root.height - mediaBar.height
    property bool placed: root.startAt <= 0

    signal reachedEnd
    signal rateChosen(real rate)
    signal captionChosen(int index)
    signal fullScreenClicked

    color: Theme.mediaColors.paper
    radius: root.fullScreen ? 0 : Theme.radiusCard
    Accessible.role: Accessible.Grouping
    Accessible.name: root.description

    /** Plays or pauses; after the end plays from the start. */
    function toggle() {
        if (root.failed)
            return;
        if (root.playing) {
            player.pause();
        } else {
            if (root.ended)
                player.position = 0;
            player.play();
        }
    }

    /** Goes to a place, in ms. */
    function seek(position: int) {
        root.placed = true;
        player.position = Math.max(0, Math.min(root.length, position));
    }

    /** The next slower (-1) or faster (1) speed. */
    function changeRate(step: int) {
        const next = mediaBar.rates.indexOf(root.rate) + step;
        if (next >= 0 && next < mediaBar.rates.length)
            root.rateChosen(mediaBar.rates[next]);
    }

    function openCaptions() {
        mediaBar.openCaptions();
    }

    function pause() {
        player.pause();
    }

    /** Goes once to where it was left, as soon as the file can be moved in. */
    function placeOnce() {
        if (root.placed || !player.seekable)
            return;
        root.placed = true;
        player.position = root.startAt;
    }

    onRateChanged: player.playbackRate = root.rate

    MediaPlayer {
        id: player

        source: root.source
        videoOutput: root.video ? output : null
        audioOutput: AudioOutput {
            id: sound

            volume: 0.8
        }
        onSeekableChanged: root.placeOnce()
        onPlaybackStateChanged: if (root.playing) player.playbackRate = root.rate
        onMediaStatusChanged: {
            root.placeOnce();
            if (root.ended)
                root.reachedEnd();
        }
    }

    Item {
        id: picture

        width: parent.width
        height: root.pictureHeight
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
            visible: root.video && status === Image.Ready && !root.failed && (!root.drawable || (player.position === 0 && !root.playing))
        }

        AudioPoster {
            anchors.fill: parent
            visible: !root.video && !root.failed
            share: root.length > 0 ? root.position / root.length : 0
        }

        MouseArea {
            anchors.fill: parent
            onClicked: root.toggle()
        }

        BusyRing {
            anchors.centerIn: parent
            size: 56
            thickness: 6
            color: Theme.mediaColors.ink
            visible: root.loading && root.playing
        }

        MediaTrouble {
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.s5
            visible: root.failed || !root.drawable
            video: root.video
            pictureOnly: !root.failed
        }

        CaptionOverlay {
            id: overlay

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

    CornerMask {
        anchors.fill: parent
        radius: Theme.radiusCard
        paint: Theme.colors.paper
        visible: !root.fullScreen
    }

    MediaBar {
        id: mediaBar

        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.fullScreen ? 0 : Theme.s1
        x: Theme.s1
        width: parent.width - 2 * x
        video: root.video
        fullScreen: root.fullScreen
        enabled: !root.failed
        opacity: root.failed ? 0.4 : 1
        position: root.position
        length: root.length
        playing: root.playing
        ended: root.ended
        rate: root.rate
        volume: sound.volume
        muted: sound.muted
        onPlayClicked: root.toggle()
        onStepped: ms => root.seek(root.position + ms)
        onSought: position => root.seek(position)
        onRateChosen: rate => root.rateChosen(rate)
        onCaptionChosen: index => root.captionChosen(index)
        onVolumeChosen: volume => {
            sound.muted = false;
            sound.volume = volume;
        }
        onMuteClicked: sound.muted = !sound.muted
        onFullScreenClicked: root.fullScreenClicked()
    }
}
