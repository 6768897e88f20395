// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Kapok.Models
import Kapok.Ui

/** The language of the interface, each named in itself: on the first page, before anybody has signed in. */
KSegmented {
    id: root

    required property SettingsModel settings

    readonly property list<string> codes: ["vi", "zh", "en"]

    objectName: "startLanguage"
    outlined: true
    model: ["Tiếng Việt", "中文", "English"]
    languages: root.codes
    currentIndex: Math.max(0, root.codes.indexOf(root.settings.language))
    //: Read aloud for the choice of the interface language.
    name: qsTr("Language")
    onActivated: index => root.settings.language = root.codes[index]
}
