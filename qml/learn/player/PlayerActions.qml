// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models

/** What the buttons at the bottom of a lesson are, for the page and the state it is in. */
QtObject {
    id: root

    required property LessonSession lesson
    /** Shorter words, where there is less room. */
    property bool brief: false

    readonly property bool ending: root.lesson.step === LessonSession.LessonEnd
    readonly property bool asking: !root.ending && (root.lesson.pageKind === LessonSession.Choice || root.lesson.pageKind === LessonSession.Multiple || root.lesson.pageKind === LessonSession.Order)
    readonly property bool checking: root.asking && root.lesson.feedback === LessonSession.NoFeedback
    readonly property bool retrying: root.asking && root.lesson.feedback === LessonSession.NotYet
    readonly property bool complete: root.lesson.lessonPassed && root.lesson.missing.count === 0

    readonly property string primaryName: root.ending ? (root.complete ? "lessonEndNext" : "lessonEndRetry") : root.checking ? "checkButton" : root.retrying ? "tryAgain" : "playerNext"
    readonly property string primaryText: root.ending ? (root.complete ? root.onwards : root.lessonAgain) : root.checking ? root.checkText : root.retrying ? root.tryText : root.nextText
    readonly property string primaryIcon: root.retrying || (root.ending && !root.complete) ? "undo" : ""
    readonly property string primaryTrailingIcon: root.checking || root.retrying || (root.ending && !root.complete) ? "" : "arrow-r"
    readonly property bool primaryEnabled: !root.checking || root.lesson.canCheck
    readonly property bool leaving: root.ending && !root.complete && !root.lesson.hasNextLesson
    readonly property string secondaryName: root.leaving ? "lessonEndClose" : root.ending ? (root.complete ? "lessonEndRetry" : "lessonEndNext") : "playerSkip"
    readonly property string secondaryText: root.leaving ? root.leaveText : root.ending ? (root.complete ? root.lessonAgain : root.onwards) : root.checking || root.retrying ? (root.brief ? root.skipBrief : root.skipText) : ""

    readonly property string onwards: root.lesson.hasNextLesson ? root.nextLessonText : root.finishText
    //: Button at the bottom of a lesson.
    readonly property string nextText: qsTr("Next")
    //: Button under a question: is my answer right?
    readonly property string checkText: qsTr("Check")
    //: Button under a question that was not right yet.
    readonly property string tryText: qsTr("Try again")
    //: Button under a question.
    readonly property string skipText: qsTr("Skip this question")
    //: Button under a question: skip it. Short.
    readonly property string skipBrief: qsTr("Skip")
    //: Button at the end of a lesson.
    readonly property string nextLessonText: qsTr("Next lesson")
    //: Button at the end of the last lesson.
    readonly property string finishText: qsTr("Go on")
    //: Button at the end of a lesson that is not passed yet: to the page of the course.
    readonly property string leaveText: qsTr("Back to the course")
    //: Button at the end of a lesson; the best mark counts.
    readonly property string lessonAgain: qsTr("Do this lesson again")

    function primary() {
        if (!root.primaryEnabled)
            return;
        if (root.ending)
            root.complete ? root.lesson.nextLesson() : root.lesson.retryLesson();
        else if (root.checking)
            root.lesson.check();
        else if (root.retrying)
            root.lesson.tryAgain();
        else
            root.lesson.next();
    }

    function secondary() {
        if (root.leaving)
            root.lesson.close();
        else if (root.ending)
            root.complete ? root.lesson.retryLesson() : root.lesson.nextLesson();
        else
            root.lesson.skip();
    }
}
