// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Window
import Kapok.Models
import Kapok.Ui

/** A video or a sound with its transcript: beside it where the window is wide, else below. */
Item {
    id: root

    required property LessonSession lesson

    readonly property var modes: root.lesson.captionModes
    readonly property bool video: root.lesson.pageKind === LessonSession.Video
    readonly property bool wide: root.width >= Theme.feedbackBesideWidth && Theme.textScale <= 1.5
    readonly property int margin: root.fullScreen ? 0 : root.width < Theme.tabletWidth ? 0 : Theme.s6
    readonly property bool hasWords: root.lesson.cues.count > 0
    readonly property bool hasText: root.lesson.blocks.count > 0
    property bool fullScreen: false
    /** The lesson is on another page already; this one is about to go. */
    property bool gone: false
    property int windowState: Window.AutomaticVisibility

    readonly property real stageWidth: root.fullScreen ? root.width : root.wide && root.hasWords ? Math.round((root.width - 3 * root.margin) * 0.7) : root.width - 2 * root.margin
    readonly property real pictureHeight: root.video ? root.stageWidth * 9 / 16 : Math.max(240, Math.min(320, root.stageWidth * 0.4))
    readonly property real stageHeight: root.fullScreen ? root.height : Math.min(root.pictureHeight + stage.bar.height, Math.max(240, (root.height - 2 * Theme.s5) * (root.wide ? 1 : 0.75)))

    function toggle() {
        stage.toggle();
    }

    function changeRate(step: int) {
        stage.changeRate(step);
    }

    function openCaptions() {
        stage.openCaptions();
    }

    /** Stops for good: what the lesson says from now on is about another page. */
    function leave() {
        root.gone = true;
        stage.leave();
        root.setFullScreen(false);
    }

    function setFullScreen(on: bool) {
        if (on === root.fullScreen)
            return;
        if (on)
            root.windowState = root.Window.visibility;
        root.fullScreen = on;
        root.Window.window.visibility = on ? Window.FullScreen : root.windowState;
    }

    LanguageNames {
        id: names
    }

    KScroll {
        id: scroll

        anchors.fill: parent
        margin: root.margin
        maximumWidth: 100000
        topSpace: root.fullScreen || root.width < Theme.tabletWidth ? 0 : Theme.s5
        bottomSpace: 0
        interactive: !root.fullScreen

        Item {
            width: parent.width
            height: root.fullScreen ? root.height : Math.max(stage.height, transcript.visible ? transcript.y + transcript.height : 0, introduction.visible ? introduction.y + introduction.height : 0) + Theme.s5

            MediaStage {
                id: stage

                width: root.stageWidth
                height: root.stageHeight
                radius: root.width < Theme.tabletWidth || root.fullScreen ? 0 : Theme.radiusCard
                source: root.lesson.mediaUrl
                poster: root.lesson.posterUrl
                video: root.video
                description: root.lesson.description
                expectedLength: root.lesson.mediaSeconds * 1000
                startAt: root.lesson.mediaPosition
                rate: root.lesson.mediaRate
                fullScreen: root.fullScreen
                aiGenerated: root.lesson.aiGenerated
                captionFirst: root.lesson.captionText
                captionSecond: root.lesson.captionTextSecond
                captionFirstLanguage: root.lesson.captionLanguage
                captionSecondLanguage: root.lesson.captionLanguageSecond
                bar.chapters: root.lesson.chapters
                bar.chapterTitle: root.lesson.chapterTitle
                bar.chapterLanguage: root.lesson.language
                bar.captionText: names.modeShortName(root.lesson.captionMode)
                bar.captionWords: root.modes.map(mode => names.modeName(mode))
                bar.captionIndex: Math.max(0, root.modes.indexOf(root.lesson.captionMode))
                onPositionChanged: if (!root.gone) root.lesson.mediaMoved(stage.position)
                onRateChosen: rate => root.lesson.mediaRate = rate
                onCaptionChosen: index => root.lesson.captionMode = root.modes[index]
                onFullScreenClicked: root.setFullScreen(!root.fullScreen)
            }

            TranscriptPanel {
                id: transcript

                x: root.wide ? stage.width + root.margin : root.margin === 0 ? Theme.s4 : 0
                y: root.wide ? 0 : stage.height + Theme.s4
                width: root.wide ? parent.width - x : parent.width - 2 * x
                height: root.wide ? stage.height : Math.max(320, root.height - stage.height - 2 * Theme.s5 - Theme.s4)
                visible: root.hasWords && !root.fullScreen
                cues: root.lesson.cues
                current: root.lesson.cueIndex
                firstLanguage: root.lesson.captionLanguage
                secondLanguage: root.lesson.captionLanguageSecond
                onSought: position => stage.seek(position)
            }

            Column {
                id: introduction

                x: root.margin === 0 ? Theme.s4 : 0
                y: (root.wide || !transcript.visible ? stage.height : transcript.y + transcript.height) + Theme.s5
                width: Math.min(parent.width - 2 * x, Theme.scaled(Theme.readingWidth) * 1.5)
                visible: !root.fullScreen
                spacing: Theme.s3

                BilingualTitle {
                    width: parent.width
                    first: root.lesson.title
                    second: root.lesson.titleSecond
                    firstLanguage: root.lesson.language
                    secondLanguage: root.lesson.secondLanguage
                    style: KText.H2
                }

                BilingualText {
                    width: parent.width
                    visible: root.hasText
                    blocks: root.lesson.blocks
                    beside: root.lesson.secondLanguage.length > 0 && width >= Theme.scaled(640)
                }
            }
        }
    }
}
