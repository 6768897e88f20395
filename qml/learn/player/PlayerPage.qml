// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Kapok.Models
import Kapok.Ui

/** Shows the page of a lesson with the screen made for its kind. A new page is a new screen, so nothing is left over. */
FocusScope {
    id: root

    required property LessonSession lesson

    property Item shown: null
    readonly property int step: root.lesson.step
    readonly property int kind: root.lesson.pageKind
    readonly property MediaPage media: root.shown as MediaPage
    readonly property QuestionPage question: root.shown as QuestionPage
    readonly property ExamplePage example: root.shown as ExamplePage
    readonly property bool fullScreen: root.media !== null && root.media.fullScreen
    readonly property var pages: [root.textPage, root.imagePage, root.mediaPage, root.mediaPage, root.examplePage, root.questionPage, root.questionPage, root.questionPage, root.unknownPage]
    readonly property Component textPage: TextPage {
        anchors.fill: parent
        focus: true
        lesson: root.lesson
    }
    readonly property Component imagePage: ImagePage {
        anchors.fill: parent
        focus: true
        lesson: root.lesson
    }
    readonly property Component mediaPage: MediaPage {
        anchors.fill: parent
        focus: true
        lesson: root.lesson
    }
    readonly property Component examplePage: ExamplePage {
        anchors.fill: parent
        focus: true
        lesson: root.lesson
    }
    readonly property Component questionPage: QuestionPage {
        anchors.fill: parent
        focus: true
        lesson: root.lesson
        onReviewClicked: root.pageWanted(root.lesson.reviewPage)
    }
    readonly property Component unknownPage: UnknownPage {
        anchors.fill: parent
        focus: true
        lesson: root.lesson
    }
    readonly property Component endPage: LessonEndPage {
        anchors.fill: parent
        focus: true
        lesson: root.lesson
        onPageWanted: index => root.pageWanted(index)
    }
    readonly property Component problemPage: PlayerScroll {
        anchors.fill: parent
        focus: true
        EmptyState {
            width: parent ? parent.width : 0
            title: root.lesson.problemTitle
            text: root.lesson.problemText
            //: Button when a lesson cannot be opened.
            actionText: qsTr("Close the lesson")
            onAction: root.closeWanted()
        }
    }

    /** Differs whenever another page is shown. */
    readonly property string key: root.step + " " + root.lesson.lessonNumber + " " + root.lesson.pageIndex + " " + root.kind + " " + root.lesson.problemTitle

    signal pageWanted(int index)
    signal closeWanted

    /** Builds the screen anew: another page, another screen. */
    function renew() {
        if (root.media)
            root.media.leave();
        if (root.shown)
            root.shown.destroy();
        const screen = root.step === LessonSession.LessonEnd ? root.endPage : root.step === LessonSession.Page ? root.pages[root.kind] : root.lesson.problemTitle.length > 0 ? root.problemPage : null;
        root.shown = screen ? screen.createObject(holder) as Item : null;
        arrive.restart();
    }

    Component.onCompleted: root.renew()
    onKeyChanged: root.renew()

    FocusScope {
        id: holder

        anchors.fill: parent
        focus: true
    }

    NumberAnimation {
        id: arrive

        target: holder
        property: "opacity"
        from: Theme.reducedMotion ? 1 : 0
        to: 1
        duration: Theme.base
        easing.type: Easing.BezierSpline
        easing.bezierCurve: Theme.enterCurve
    }
}
