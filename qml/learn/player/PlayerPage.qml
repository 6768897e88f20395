// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** Shows the page of a lesson with the screen made for its kind. A new page is a new screen, so nothing is left over. */
FocusScope {
    id: root

    required property LessonSession lesson

    readonly property int step: root.lesson.step
    readonly property int kind: root.lesson.pageKind
    readonly property MediaPage media: loader.item as MediaPage
    readonly property QuestionPage question: loader.item as QuestionPage
    readonly property ExamplePage example: loader.item as ExamplePage
    readonly property bool fullScreen: root.media !== null && root.media.fullScreen
    readonly property list<Component> pages: [textPage, imagePage, mediaPage, mediaPage, examplePage, questionPage, questionPage, questionPage, unknownPage]

    /** Differs whenever another page is shown. */
    readonly property string key: [root.step, root.lesson.lessonNumber, root.lesson.pageIndex, root.kind, root.lesson.problemTitle].join(" ")

    signal pageWanted(int index)
    signal closeWanted

    /** Builds the screen anew: another page, or the same one again. */
    function renew() {
        loader.sourceComponent = null;
        loader.sourceComponent = root.step === LessonSession.LessonEnd ? endPage : root.step === LessonSession.Page ? root.pages[root.kind] : root.lesson.problemTitle.length > 0 ? problemPage : null;
        arrive.restart();
    }

    Component.onCompleted: root.renew()
    onKeyChanged: Qt.callLater(root.renew)

    Loader {
        id: loader

        anchors.fill: parent
        focus: true
    }

    NumberAnimation {
        id: arrive

        target: loader
        property: "opacity"
        from: Theme.reducedMotion ? 1 : 0
        to: 1
        duration: Theme.base
        easing.type: Easing.BezierSpline
        easing.bezierCurve: Theme.enterCurve
    }

    Component {
        id: textPage

        TextPage {
            lesson: root.lesson
        }
    }

    Component {
        id: imagePage

        ImagePage {
            lesson: root.lesson
        }
    }

    Component {
        id: mediaPage

        MediaPage {
            lesson: root.lesson
        }
    }

    Component {
        id: examplePage

        ExamplePage {
            lesson: root.lesson
        }
    }

    Component {
        id: questionPage

        QuestionPage {
            lesson: root.lesson
            onReviewClicked: root.pageWanted(root.lesson.reviewPage)
        }
    }

    Component {
        id: unknownPage

        UnknownPage {
            lesson: root.lesson
        }
    }

    Component {
        id: problemPage

        PlayerScroll {
            EmptyState {
                width: parent.width
                title: root.lesson.problemTitle
                text: root.lesson.problemText
                //: Button when a lesson cannot be opened.
                actionText: qsTr("Close the lesson")
                onAction: root.closeWanted()
            }
        }
    }

    Component {
        id: endPage

        LessonEndPage {
            lesson: root.lesson
            onPageWanted: index => root.pageWanted(index)
        }
    }
}
