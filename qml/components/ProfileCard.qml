// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** One person of this device in the profile picker. */
KCardButton {
    id: root

    required property string personId
    required property string account
    required property string name
    required property string nameLanguage
    required property string initials
    required property int tint
    /** "Chào cô Mai" */
    required property string greeting
    required property bool hasPin
    required property string note
    /** "2 waiting to be sent"; empty: nothing waits. */
    required property string waitingText
    /** Lower cards where three rows must fit. */
    property bool low: false
    /** A row on phones. */
    property bool asRow: false

    text: root.name
    Accessible.description: root.waitingText.length > 0 ? root.waitingText : root.note
    radius: Theme.radiusProfile
    selectedColor: Theme.colors.kapok
    padding: root.asRow ? Theme.s3 : 10
    implicitHeight: root.asRow ? Math.max(80, words.height + 2 * Theme.s4) : Math.max(root.low ? 136 : 176, words.height + face.height + (root.low ? 30 : 62))

    contentItem: Item {
        Avatar {
            id: face

            x: root.asRow ? Theme.s1 : (parent.width - width) / 2
            y: (parent.height - height - (root.asRow ? 0 : words.height + 10)) / 2
            size: root.asRow || root.low ? 48 : 64
            initials: root.initials
            tint: root.tint
            language: root.nameLanguage
        }

        Column {
            id: words

            x: root.asRow ? face.width + Theme.s4 : 0
            y: root.asRow ? (parent.height - height) / 2 : face.y + face.height + 10
            width: parent.width - x

            KText {
                width: parent.width
                horizontalAlignment: root.asRow ? Text.AlignLeft : Text.AlignHCenter
                text: root.name
                language: root.nameLanguage
                style: KText.Label
                Accessible.ignored: true
            }

            KText {
                width: parent.width
                horizontalAlignment: root.asRow ? Text.AlignLeft : Text.AlignHCenter
                text: root.note
                style: KText.Caption
                color: Theme.colors.ink2
                visible: root.waitingText.length === 0 && text.length > 0
                Accessible.ignored: true
            }

            Row {
                x: root.asRow ? 0 : Math.max(0, (parent.width - width) / 2)
                spacing: Theme.s1
                visible: root.waitingText.length > 0

                KIcon {
                    anchors.verticalCenter: parent.verticalCenter
                    icon: root.waitingText.length > 0 ? "cloud-wait" : ""
                    size: 17
                    color: Theme.colors.turmeric
                }

                KText {
                    text: root.waitingText
                    style: KText.Caption
                    color: Theme.colors.turmeric
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
        }
    }
}
