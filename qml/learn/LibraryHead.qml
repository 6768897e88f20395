// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** Above the tiles of the library: title, search, subjects, and what to do when nothing is found. */
Column {
    id: root

    required property HomeModel home
    required property SyncModel sync
    signal openSync

    function focusSearch() {
        search.focusInput();
    }

    spacing: Theme.s3
    topPadding: Theme.s5
    bottomPadding: Theme.s3

    PageHeader {
        width: parent.width
        sync: root.sync
        //: Title of the page with all courses.
        title: qsTr("Library")
        onOpenSync: root.openSync()
    }

    KField {
        id: search

        width: Math.min(parent.width, 480 * Theme.textScale)
        leadingIcon: "search"
        //: In the empty search field of the library.
        placeholder: qsTr("Search for a course or a word in it")
        text: root.home.searchText
        inputMethodHints: Qt.ImhNoPredictiveText
        onTextChanged: root.home.searchText = text
    }

    ChipRow {
        width: parent.width
        choices: root.home.subjects
        onPicked: choiceId => root.home.subject = choiceId
    }

    EmptyState {
        width: parent.width
        visible: root.home.isLoaded && root.home.library.count === 0
        //: Title in the library when no course fits the search.
        title: root.home.searchText.length > 0 ? qsTr("No course fits your search") : qsTr("No courses here yet")
        text: root.home.searchText.length > 0 ? qsTr("Try another word, or another subject.") : qsTr("Courses appear here after the next connection.")
    }
}
