// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** Who is learning, with her PIN and the way to somebody else. */
KCard {
    id: root

    required property AppModel app
    signal changePin
    signal switchUser

    readonly property bool stacked: root.width < 560 * Math.min(Theme.textScale, 1.4)

    implicitHeight: root.stacked ? Math.max(words.height, face.height) + buttons.height + Theme.s4 + Theme.s3 + Theme.s4 : Math.max(88, words.height + Theme.s8)

    Avatar {
        id: face

        x: Theme.s5
        y: root.stacked ? Theme.s4 : (parent.height - height) / 2
        size: 56
        initials: root.app.initials
        language: root.app.nameLanguage
        tint: root.app.tint
    }

    Column {
        id: words

        x: face.x + face.width + Theme.s4
        y: root.stacked ? Theme.s4 : (parent.height - height) / 2
        width: parent.width - x - Theme.s5 - (root.stacked ? 0 : buttons.width + Theme.s3)

        KText {
            width: parent.width
            text: root.app.personName
            language: root.app.nameLanguage
            style: KText.H3
        }

        KText {
            width: parent.width
            text: root.app.unitName
            style: KText.Small
            color: Theme.colors.ink2
            visible: text.length > 0
        }
    }

    Flow {
        id: buttons

        x: root.stacked ? Theme.s5 : parent.width - width - Theme.s5
        y: root.stacked ? Math.max(words.height, face.height) + Theme.s4 + Theme.s3 : (parent.height - height) / 2
        width: root.stacked ? parent.width - 2 * Theme.s5 : changeButton.implicitWidth + switchButton.implicitWidth + spacing
        spacing: Theme.s2

        KButton {
            id: switchButton

            kind: KButton.Tonal
            text: qsTr("Switch user")
            onClicked: root.switchUser()
        }

        KButton {
            id: changeButton

            //: Button: choose a new PIN.
            text: qsTr("Change PIN")
            onClicked: root.changePin()
        }
    }
}
