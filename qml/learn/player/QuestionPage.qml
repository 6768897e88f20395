// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Kapok.Models
import Kapok.Ui

/**
 * A question: one of several options, several of them, or things to bring into order. Feedback stands right of the
 * options where the window is wide, else under them.
 */
Item {
    id: root

    required property LessonSession lesson

    readonly property bool ordering: root.lesson.pageKind === LessonSession.Order
    readonly property bool several: root.lesson.pageKind === LessonSession.Multiple
    readonly property bool answered: root.lesson.feedback !== LessonSession.NoFeedback
    readonly property bool feedbackBeside: root.width >= Theme.feedbackBesideWidth && Theme.textScale <= 1.5
    /** One answer was chosen and there is no room beside: the feedback stands right below it. */
    readonly property bool feedbackUnderOption: root.answered && !root.feedbackBeside && !root.ordering && !root.several
    readonly property string counter: root.lesson.questionCount > 1 ? root.counterText : root.taskText
    //: Above a question. %1 its number, %2 how many there are, %3 what to do ("choose one").
    readonly property string counterText: qsTr("Question %1 of %2 · %3").arg(root.lesson.questionNumber).arg(root.lesson.questionCount).arg(root.taskText)
    readonly property string taskText: root.ordering ? root.orderTask : root.several ? root.severalTask : root.oneTask
    //: What to do with a question.
    readonly property string oneTask: qsTr("choose one answer")
    //: What to do with a question.
    readonly property string severalTask: qsTr("choose every right answer")
    //: What to do with a question.
    readonly property string orderTask: qsTr("put these in order")

    readonly property Component feedbackComponent: AnswerFeedback {
        id: under

        width: parent ? parent.width : 0
        lesson: root.lesson
        onReviewClicked: root.reviewClicked()
        Component.onCompleted: scroll.revealSoon(under)
    }

    signal reviewClicked

    /** Picks the option at \a index, from 0. */
    function pickAt(index: int) {
        if (!root.answered)
            options.pickAt(index);
    }

    PlayerScroll {
        id: scroll

        width: root.feedbackBeside ? Math.round(root.width * 0.645) : root.width
        height: root.height
        margin: root.width < Theme.tabletWidth ? Theme.s4 : root.feedbackBeside ? Theme.s16 - Theme.s4 : Theme.s12
        readingWidth: root.feedbackBeside ? 824 : Theme.readingWidth
        topSpace: root.width < Theme.tabletWidth ? Theme.s5 : 28

        QuestionHead {
            width: parent.width
            eyebrow: root.counter
            first: root.lesson.question
            second: root.lesson.questionSecond
            firstLanguage: root.lesson.language
            secondLanguage: root.lesson.secondLanguage
            large: root.width >= Theme.tabletWidth
        }

        OptionList {
            id: options

            width: parent.width
            visible: !root.ordering
            options: root.ordering ? null : root.lesson.options
            several: root.several
            firstLanguage: root.lesson.language
            secondLanguage: root.lesson.secondLanguage
            feedback: root.feedbackUnderOption ? root.feedbackComponent : null
            onPicked: optionId => root.lesson.choose(optionId)
        }

        OrderList {
            width: parent.width
            visible: root.ordering
            model: root.ordering ? root.lesson.options : null
            locked: root.answered
            firstLanguage: root.lesson.language
            secondLanguage: root.lesson.secondLanguage
            onMoved: (from, to) => root.lesson.moveItem(from, to)
        }

        AnswerFeedback {
            id: below

            width: parent.width
            objectName: below.visible ? "feedbackPanel" : ""
            visible: root.answered && !root.feedbackBeside && !root.feedbackUnderOption
            lesson: root.lesson
            onReviewClicked: root.reviewClicked()
            onVisibleChanged: if (below.visible) scroll.revealSoon(below)
        }
    }

    KScroll {
        id: side

        anchors.left: scroll.right
        anchors.right: root.right
        anchors.top: root.top
        anchors.bottom: root.bottom
        margin: 0
        topSpace: 28
        visible: root.answered && root.feedbackBeside

        AnswerFeedback {
            width: side.width - Theme.s10 - Theme.s4
            objectName: side.visible ? "feedbackPanel" : ""
            lesson: root.lesson
            onReviewClicked: root.reviewClicked()
        }
    }
}
