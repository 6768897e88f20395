// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Kapok.Models
import Kapok.Ui

/**
 * Left side of the first page: the app's name, the question in three languages, the people, language and device. On a
 * phone the language stands above the people, who may fill more than the page.
 */
KScroll {
    id: root

    required property PeopleModel people
    required property SettingsModel settings
    property string chosenId: ""
    signal chosen(ProfileCard card)
    signal add

    readonly property bool phone: root.width < Theme.tabletWidth
    readonly property bool empty: root.people.count === 0
    readonly property var givenToChoice: ({
            settings: root.settings,
            maximumWidth: root.columnWidth
        })
    readonly property var languages: ["vi", "zh", "en"]
    readonly property var questions: ({
            vi: "Hôm nay ai học?",
            zh: "今天谁来学习？",
            en: "Who is learning today?"
        })

    topSpace: 36
    bottomSpace: 36

    Wordmark {
        size: 44
        large: true
    }

    Item {
        width: 1
        height: root.phone ? Theme.s6 : 52
    }

    KText {
        width: parent.width
        //: Title of the choice of people, and of the first start.
        text: root.empty ? qsTr("Welcome to Kapok") : qsTr("Who is learning today?")
        style: KText.Display
        Accessible.role: Accessible.Heading
    }

    Flow {
        width: parent.width
        topPadding: 2
        spacing: Theme.s4
        visible: !root.empty

        Repeater {
            model: root.languages.filter(language => language !== Theme.language)

            KText {
                required property string modelData
                text: root.questions[modelData]
                language: modelData
                color: Theme.colors.ink2
            }
        }
    }

    Item {
        width: 1
        height: Theme.s4
        visible: root.phone
    }

    KLater {
        id: languageAbove

        url: Qt.resolvedUrl("LanguageChoice.qml")
        given: root.givenToChoice
        shown: root.phone

        Binding {
            target: languageAbove.item
            property: "maximumWidth"
            value: root.columnWidth
        }
    }

    KText {
        width: parent.width
        topPadding: root.phone ? Theme.s4 : Theme.s2
        //: On the first start, below "Welcome to Kapok".
        text: root.empty ? qsTr("Short courses about teaching with AI. They work without internet: what you do is kept on this device and sent when there is a connection.") : ""
        color: Theme.colors.ink2
        visible: root.empty
    }

    Item {
        width: 1
        height: root.phone ? Theme.s4 : Theme.s6
    }

    PeopleGrid {
        width: Math.min(parent.width, 704)
        people: root.people
        chosenId: root.chosenId
        asRows: root.phone
        low: root.people.count >= 2 * fitting && root.height < 960
        visible: !root.empty || root.phone
        onChosen: card => root.chosen(card)
        onAdd: root.add()
    }

    Item {
        width: 1
        height: Math.max(Theme.s8, root.height - 36 - foot.height - y - 36)
    }

    Flow {
        id: foot

        width: parent.width
        spacing: Theme.s4

        KLater {
            id: languageChoice

            url: Qt.resolvedUrl("LanguageChoice.qml")
            given: root.givenToChoice
            shown: !root.phone

            Binding {
                target: languageChoice.item
                property: "maximumWidth"
                value: root.columnWidth
            }
        }

        KText {
            width: Math.max(200, root.phone ? parent.width : parent.width - languageChoice.width - Theme.s4)
            height: root.phone ? implicitHeight : Math.max(implicitHeight, languageChoice.height)
            verticalAlignment: Text.AlignVCenter
            horizontalAlignment: root.phone ? Text.AlignLeft : Text.AlignRight
            text: root.settings.deviceName
            style: KText.Caption
            color: Theme.colors.ink2
        }
    }
}
