// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/**
 * A lesson, full screen: top bar, the page, bottom bar; and the finished screen after the last lesson.
 * Emits closed when the teacher leaves (her place is kept) homeRequested or courseRequested after
 * a finished course.
 */
FocusScope {
    id: root

    required property LessonSession lesson
    required property SettingsModel settings
    /** No connection: said beside "saved", because work goes on all the same. */
    property bool offline: false

    readonly property int pageIndex: root.lesson.pageIndex
    readonly property int pageCount: root.lesson.pageCount
    readonly property int pageKind: root.lesson.pageKind
    readonly property int savedState: root.lesson.savedState
    readonly property bool finished: root.lesson.step === LessonSession.Finished

    signal closed
    signal homeRequested
    signal courseRequested(string courseId)

    objectName: "player"
    focus: true

    function close() {
        if (page.fullScreen)
            return page.media.setFullScreen(false);
        root.lesson.close();
        root.closed();
    }

    /** Does what a button says; after the last lesson the session may close by itself. */
    function primary() {
        actions.primary();
        if (!root.lesson.isOpen)
            root.closed();
    }

    function secondary() {
        actions.secondary();
        if (!root.lesson.isOpen)
            root.closed();
    }

    function turn(step: int) {
        if (root.finished)
            return;
        if (step < 0 && bottom.canGoBack)
            root.lesson.back();
        else if (step > 0 && (!actions.asking || root.lesson.feedback !== LessonSession.NoFeedback) && !actions.ending)
            root.lesson.next();
        root.forceActiveFocus();
    }

    function press(key: int, text: string): bool {
        if (key === Qt.Key_Escape)
            root.close();
        else if (key === Qt.Key_Left)
            root.turn(-1);
        else if (key === Qt.Key_Right)
            root.turn(1);
        else if (key === Qt.Key_Return || key === Qt.Key_Enter)
            root.primary();
        else if (page.question && key >= Qt.Key_1 && key <= Qt.Key_9)
            page.question.pickAt(key - Qt.Key_1);
        else if (page.media && key === Qt.Key_Space)
            page.media.toggle();
        else if (page.media && key === Qt.Key_C)
            page.media.openCaptions();
        else if (page.media && (text === "<" || text === ">"))
            page.media.changeRate(text === "<" ? -1 : 1);
        else if (page.example && key === Qt.Key_Space)
            page.example.revealNext();
        else
            return false;
        return true;
    }

    onFinishedChanged: if (root.finished) ending.forceActiveFocus()

    Keys.onPressed: event => {
        if (!(event.modifiers & (Qt.ControlModifier | Qt.AltModifier)))
            event.accepted = root.press(event.key, event.text);
    }

    PlayerActions {
        id: actions

        lesson: root.lesson
        brief: bottom.brief
    }

    Rectangle {
        anchors.fill: parent
        color: page.fullScreen ? Theme.mediaColors.paper : Theme.colors.paper
    }

    Item {
        anchors.fill: parent
        visible: !root.finished
        enabled: visible

        PlayerTopBar {
            id: top

            width: parent.width
            height: page.fullScreen ? 0 : implicitHeight
            visible: !page.fullScreen
            courseTitle: root.lesson.courseTitle
            lessonTitle: root.lesson.lessonTitle
            contentLanguage: root.lesson.language
            lessonNumber: root.lesson.lessonNumber
            lessonCount: root.lesson.lessonCount
            savedState: root.lesson.savedState
            offline: root.offline
            pageText: bottom.shortText
            onCloseClicked: root.close()
            onLanguageClicked: sheets.openLanguages()
            onTextSizeClicked: sheets.openTextSize()
        }

        NotSavedBanner {
            id: banner

            objectName: "notSaved"
            anchors.top: top.bottom
            width: parent.width
            height: visible ? implicitHeight : 0
            visible: root.lesson.savedState === LessonSession.NotSaved
            text: root.lesson.savedMessage
            onRetryClicked: root.lesson.saveAgain()
        }

        PlayerPage {
            id: page

            anchors.top: banner.bottom
            anchors.bottom: bottom.top
            width: parent.width
            focus: true
            lesson: root.lesson
            onPageWanted: index => root.lesson.goTo(index)
            onCloseWanted: root.close()
        }

        PlayerBottomBar {
            id: bottom

            anchors.bottom: parent.bottom
            width: parent.width
            height: visible ? implicitHeight : 0
            visible: !page.fullScreen && root.lesson.step !== LessonSession.Opening
            pages: root.lesson.pages
            current: root.lesson.pageIndex
            placeShown: !actions.ending
            canGoBack: actions.ending || root.lesson.pageIndex > 0
            primaryText: actions.primaryText
            primaryName: actions.primaryName
            primaryIcon: actions.primaryIcon
            primaryTrailingIcon: actions.primaryTrailingIcon
            primaryEnabled: actions.primaryEnabled
            secondaryText: actions.secondaryText
            secondaryName: actions.secondaryName
            onBackClicked: root.turn(-1)
            onPrimaryClicked: root.primary()
            onSecondaryClicked: root.secondary()
        }
    }

    FinishedPage {
        id: ending

        anchors.fill: parent
        visible: root.finished
        enabled: visible
        lesson: root.lesson
        onHomeClicked: {
            root.lesson.close();
            root.homeRequested();
        }
        onCourseClicked: courseId => {
            root.lesson.close();
            root.courseRequested(courseId);
        }
    }

    PlayerSheets {
        id: sheets

        settings: root.settings
        onClosed: root.forceActiveFocus()
    }
}
