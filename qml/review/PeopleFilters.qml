// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** Which teachers are listed: title and number, search by name, state, and in narrow lists the order. */
Item {
    id: root

    required property ReviewModel review
    /** There are no heads of columns to sort by. */
    required property bool sortable

    readonly property bool beside: root.width >= 640 * Math.min(Theme.textScale, 1.7)

    implicitHeight: root.beside ? Math.max(title.height, tools.height, search.height) : title.height + Theme.s2 + search.height + Theme.s1 + tools.height

    Column {
        id: title

        y: root.beside ? (parent.height - height) / 2 : 0
        width: root.beside ? search.x - Theme.s4 : parent.width

        KText {
            width: parent.width
            //: Title above the list of teachers with their courses.
            text: qsTr("Teachers")
            style: KText.H3
            Accessible.role: Accessible.Heading
        }

        KText {
            width: parent.width
            text: root.review.peopleText
            style: KText.Caption
            color: Theme.colors.ink2
            visible: text.length > 0
        }
    }

    KField {
        id: search

        objectName: "searchPeople"
        x: root.beside ? tools.x - width - Theme.s3 : 0
        y: root.beside ? (parent.height - height) / 2 : title.height + Theme.s2
        width: root.beside ? Math.min(Theme.scaled(260), root.width * 0.36) : parent.width
        leadingIcon: "search"
        //: Search field above the list of teachers.
        placeholder: qsTr("Find a name")
        onTextChanged: root.review.searchText = text
    }

    Flow {
        id: tools

        x: root.beside ? parent.width - width : 0
        y: root.beside ? (parent.height - height) / 2 : title.height + Theme.s2 + search.height + Theme.s1
        width: root.beside ? Math.min(stateFilter.implicitWidth, root.width * 0.3) : parent.width
        spacing: Theme.s2

        FilterPicker {
            id: stateFilter

            objectName: "filterState"
            width: Math.min(implicitWidth, root.width)
            choices: root.review.states
            //: Which teachers are listed: everybody, late ones, …
            title: qsTr("Show")
            onPicked: choiceId => root.review.stateFilter = choiceId
        }

        FilterPicker {
            objectName: "sortPeople"
            width: Math.min(implicitWidth, root.width)
            leadingIcon: "sort"
            choices: root.review.sorts
            title: qsTr("Sorted by")
            visible: root.sortable
            onPicked: choiceId => root.review.sortBy(choiceId)
        }
    }
}
