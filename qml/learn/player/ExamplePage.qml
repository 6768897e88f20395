// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Kapok.Models
import Kapok.Ui

/** A worked example: an introduction, then its steps one by one. */
PlayerScroll {
    id: root

    required property LessonSession lesson

    readonly property int remaining: root.lesson.stepCount - root.lesson.revealedCount

    bilingual: root.lesson.secondLanguage.length > 0

    function revealNext() {
        root.lesson.revealNext();
        settle.start();
    }

    function showNewest() {
        if (root.lesson.revealedCount > 0)
            root.reveal(steps.itemAt(root.lesson.revealedCount - 1));
    }

    Timer {
        id: settle

        interval: 0
        onTriggered: root.showNewest()
    }

    BilingualTitle {
        width: parent.width
        first: root.lesson.title
        second: root.lesson.titleSecond
        firstLanguage: root.lesson.language
        secondLanguage: root.lesson.secondLanguage
        beside: root.beside
        lineBelow: root.spacing
    }

    BilingualText {
        width: parent.width
        blocks: root.lesson.blocks
        beside: root.beside
    }

    Column {
        width: parent.width
        spacing: Theme.s3

        Repeater {
            id: steps

            model: root.lesson.steps

            delegate: StepCard {
                id: step

                width: parent ? parent.width : 0
                firstLanguage: root.lesson.language
                secondLanguage: root.lesson.secondLanguage
                beside: root.beside
                latest: step.index === root.lesson.revealedCount - 1 && root.remaining > 0
            }
        }
    }

    Flow {
        width: parent.width
        spacing: Theme.s4

        KButton {
            objectName: "revealNext"
            kind: KButton.Tonal
            size: KButton.Large
            trailingIcon: "arrow-down"
            //: Button of a worked example. %1 number of the step it shows, %2 how many there are.
            text: root.lesson.revealedCount === 0 ? qsTr("Show the first step") : qsTr("Show step %1 of %2").arg(root.lesson.revealedCount + 1).arg(root.lesson.stepCount)
            visible: root.remaining > 0
            onClicked: root.revealNext()
        }

        StateLine {
            visible: root.remaining <= 0 && root.lesson.stepCount > 0
            icon: "check-circle"
            tone: Tone.Leaf
            bold: true
            //: Below a worked example whose steps are all shown.
            text: qsTr("All %n steps are shown", "", root.lesson.stepCount)
        }
    }
}
