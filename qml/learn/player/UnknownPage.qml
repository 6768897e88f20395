// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** In place of a page this version cannot show. The lesson goes on; nothing is lost. */
PlayerScroll {
    id: root

    required property LessonSession lesson

    BilingualTitle {
        width: parent.width
        first: root.lesson.title
        second: root.lesson.titleSecond
        firstLanguage: root.lesson.language
        secondLanguage: root.lesson.secondLanguage
    }

    EmptyState {
        width: parent.width
        //: In place of a page made for a newer version of the app.
        title: qsTr("This page needs a newer Kapok")
        //: Below "This page needs a newer Kapok".
        text: qsTr("Everything you have done is kept. You can go on with the other pages, and come back here after Kapok has been updated.")
    }
}
