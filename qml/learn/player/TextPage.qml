// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** A page to read, in one language or two. */
PlayerScroll {
    id: root

    required property LessonSession lesson

    bilingual: root.lesson.secondLanguage.length > 0

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
}
