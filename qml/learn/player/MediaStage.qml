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
    /** Pictures or voices were made with AI; the law wants it marked. */
    property bool aiGenerated: false
    property alias captionFirst: picture.captionFirst
    property alias captionSecond: picture.captionSecond
    property alias captionFirstLanguage: picture.captionFirstLanguage
    property alias captionSecondLanguage: picture.captionSecondLanguage
    property alias bar: mediaBar

    /** What the file says, in ms; 0 until it is read. */
    property int duration: 0
    /** Where it plays, in ms. */
    property int position: 0
    readonly property int length: root.duration > 0 ? root.duration : root.expectedLength
    readonly property bool playing: player.playbackState === MediaPlayer.PlayingState
    readonly property bool ended: player.mediaStatus === MediaPlayer.EndOfMedia
    readonly property bool failed: player.mediaStatus === MediaPlayer.InvalidMedia || player.error !== MediaPlayer.NoError
    readonly property bool loading: !root.failed && (player.mediaStatus === MediaPlayer.LoadingMedia || player.mediaStatus === MediaPlayer.StalledMedia)
    property bool placed: root.startAt <= 0

    signal reachedEnd
    signal rateChosen(real rate)
    signal captionChosen(int index)
    signal fullScreenClicked

    color: Theme.mediaColors.paper
    radius: Theme.radiusCard
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

    /** Stops and lets go of the file; the back end complains when it is dropped while it holds one. */
    function leave() {
        root.video = root.video;
        root.startAt = root.startAt;
        player.stop();
        player.source = "";
    }

    /** Goes once to where it was left, as soon as the file can be moved in. */
    function placeOnce() {
        if (root.placed || !player.seekable)
            return;
        root.placed = true;
        player.position = root.startAt;
    }

    Component.onDestruction: root.leave()
    onRateChanged: player.playbackRate = root.rate

    MediaPlayer {
        id: player

        source: root.source
        videoOutput: root.video ? picture.output : null
        audioOutput: AudioOutput {
            id: sound

            volume: 0.8
        }
        onDurationChanged: duration => root.duration = duration
        onPositionChanged: position => root.position = position
        onSeekableChanged: root.placeOnce()
        onPlaybackStateChanged: if (root.playing) player.playbackRate = root.rate
        onMediaStatusChanged: {
            // A paused player shows the picture it stands at; a stopped one shows nothing.
            if (player.mediaStatus === MediaPlayer.LoadedMedia && root.video)
                player.pause();
            root.placeOnce();
            if (root.ended)
                root.reachedEnd();
        }
    }

    MediaPicture {
        id: picture

        width: parent.width
        height: root.height - mediaBar.height
        poster: root.poster
        video: root.video
        failed: root.failed
        waiting: root.loading && root.playing
        untouched: root.position === 0 && !root.playing
        share: root.length > 0 ? root.position / root.length : 0
        onClicked: root.toggle()
    }

    KBadge {
        objectName: "madeWithAi"
        x: Theme.s3
        y: Theme.s3
        visible: root.aiGenerated
        tone: Tone.Indigo
        icon: "spark"
        //: Mark on a video or a piece of sound.
        text: qsTr("Made with AI")
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

    CornerMask {
        anchors.fill: parent
        radius: Theme.radiusCard
        paint: Theme.colors.paper
        visible: root.radius > 0
    }

    // In the dark theme the stage has the colour of the page.
    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: Theme.transparent
        border.width: Theme.hairline
        border.color: Theme.mediaColors.line
        visible: Theme.dark && !root.fullScreen
    }
}
