// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** Language of the interface, of the courses, and a second one beside it. */
Column {
    id: root

    required property SettingsModel settings

    readonly property var codes: ["vi", "zh", "en"]
    readonly property var names: ["Tiếng Việt", "中文", "English"]

    function nameOf(code: string): string {
        return root.names[root.codes.indexOf(code)];
    }

    spacing: Theme.s2

    SectionTitle {
        width: parent.width
        //: Title of a group of settings.
        text: qsTr("Language")
    }

    KCard {
        width: parent.width
        height: rows.height

        Column {
            id: rows

            width: parent.width

            SettingsRow {
                width: parent.width
                iconName: "globe"
                //: Setting: the language the app speaks.
                text: qsTr("App")

                KSegmented {
                    maximumWidth: root.width - 2 * Theme.s3
                    model: root.names
                    languages: root.codes
                    currentIndex: Math.max(0, root.codes.indexOf(root.settings.language))
                    name: qsTr("App")
                    onActivated: index => root.settings.language = root.codes[index]
                }
            }

            SettingsRow {
                width: parent.width
                divided: true
                iconName: "learn"
                //: Setting: the language of the courses.
                text: qsTr("Courses")

                KSegmented {
                    maximumWidth: root.width - 2 * Theme.s3
                    model: root.names
                    languages: root.codes
                    currentIndex: Math.max(0, root.codes.indexOf(root.settings.contentLanguage))
                    name: qsTr("Courses")
                    onActivated: index => root.settings.contentLanguage = root.codes[index]
                }
            }

            SettingsRow {
                id: second

                readonly property var others: root.codes.filter(code => code !== root.settings.contentLanguage)

                width: parent.width
                divided: true
                iconName: "columns"
                //: Setting: a second language beside the first one in lessons.
                text: qsTr("Lessons in two languages")
                //: Below the setting "Lessons in two languages".
                detail: qsTr("Shows both side by side where the screen is wide enough")

                KSegmented {
                    maximumWidth: root.width - 2 * Theme.s3
                    //: Choice of the setting "Lessons in two languages": only one.
                    model: [qsTr("One"), root.nameOf(second.others[0]), root.nameOf(second.others[1])]
                    languages: [Theme.language, second.others[0], second.others[1]]
                    currentIndex: 1 + second.others.indexOf(root.settings.secondLanguage)
                    name: qsTr("Lessons in two languages")
                    onActivated: index => root.settings.secondLanguage = index === 0 ? "" : second.others[index - 1]
                }
            }
        }
    }
}
