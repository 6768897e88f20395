// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** The sheets of the player: languages and text size. */
Item {
    id: root

    required property SettingsModel settings

    signal closed

    function openLanguages() {
        languages.open();
    }

    function openTextSize() {
        textSize.open();
    }

    KSheet {
        id: languages

        objectName: "languageSheet"
        //: Title of a sheet in a lesson.
        title: qsTr("Languages")
        onClosed: root.closed()

        LanguageSettings {
            width: parent ? parent.width : 0
            settings: root.settings
        }
    }

    KSheet {
        id: textSize

        objectName: "textSizeSheet"
        //: Title of a sheet in a lesson.
        title: qsTr("Text size")
        onClosed: root.closed()

        TextSizeSetting {
            width: parent ? parent.width : 0
            settings: root.settings
        }
    }
}
