// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** What an answer means: not yet (why, a hint, the page to read again, tries left), right, or the answer after the last try. */
FeedbackPanel {
    id: root

    required property LessonSession lesson

    readonly property bool isRight: root.lesson.feedback === LessonSession.RightAnswer
    readonly property bool isClosed: root.lesson.feedback === LessonSession.NoTriesLeft

    signal reviewClicked

    objectName: "feedbackPanel"
    large: true
    tone: root.isRight ? Tone.Leaf : root.isClosed ? Tone.Indigo : Tone.Turmeric
    language: Theme.language
    title: root.isRight ? root.rightTitle : root.isClosed ? root.closedTitle : root.notYetTitle
    note: root.lesson.feedback === LessonSession.NotYet && root.lesson.triesLeft > 0 ? root.triesText : ""

    //: Title of the feedback on a right answer.
    readonly property string rightTitle: qsTr("Right")
    //: Title of the feedback on an answer that is not right, while one may try again.
    readonly property string notYetTitle: qsTr("Not right yet. Let us look again")
    //: Title of the feedback after the last try: the right answer is shown.
    readonly property string closedTitle: qsTr("Here is the answer")
    //: Last line of the feedback. %n how often one may still answer.
    readonly property string triesText: qsTr("%n more tries. Only your best answer counts.", "", root.lesson.triesLeft)

    FeedbackWords {
        width: parent.width
        first: root.lesson.feedbackText
        second: root.lesson.feedbackTextSecond
        firstLanguage: root.lesson.language
        secondLanguage: root.lesson.secondLanguage
        color: root.ink
    }

    FeedbackWords {
        width: parent.width
        visible: !root.isRight && root.lesson.hint.length > 0
        //: Above the hint in the feedback on an answer.
        title: qsTr("Hint")
        divided: true
        first: root.lesson.hint
        second: root.lesson.hintSecond
        firstLanguage: root.lesson.language
        secondLanguage: root.lesson.secondLanguage
        color: root.ink
    }

    ReviewLink {
        objectName: "reviewPage"
        width: parent.width
        visible: !root.isRight && root.lesson.reviewPage >= 0
        //: Link in the feedback on an answer. %1 page number.
        title: qsTr("Read page %1 again").arg(root.lesson.reviewPage + 1)
        detail: root.lesson.reviewTitle
        language: root.lesson.language
        onClicked: root.reviewClicked()
    }
}
