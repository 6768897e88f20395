// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Kapok.Ui

/** One spoken line of a transcript; a tap goes to its place. The line spoken now is marked. */
T.AbstractButton {
    id: root

    required property int index
    required property int startMs
    required property string timeText
    required property string textSecond
    required property bool isCurrent
    required property var model

    property string firstLanguage: Theme.language
    property string secondLanguage: ""

    readonly property color ink: root.isCurrent ? Theme.colors.onTurmericSoft : Theme.colors.ink

    implicitHeight: Math.max(Theme.touch, words.height + 2 * verticalPadding)
    verticalPadding: 9
    /** The lines of a caption as one, for they were broken to fit a picture; a line of speech that begins with a dash stays. */
    function flowing(caption: string, language: string): string {
        return caption.replace(/\s*\n(?!\s*[-–—])/g, language.startsWith("zh") ? "" : " ");
    }

    text: root.flowing(root.model.text, root.firstLanguage)
    hoverEnabled: true
    Accessible.role: Accessible.ListItem
    Accessible.name: root.timeText + ", " + root.text
    Accessible.description: root.textSecond
    Accessible.selected: root.isCurrent
    Accessible.onPressAction: root.clicked()

    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: Item {
        KText {
            id: time

            x: Theme.s4
            width: Theme.scaled(48)
            text: root.timeText
            language: "en"
            style: KText.Caption
            lineHeight: Theme.lineHeight(KText.Small, root.firstLanguage)
            bold: root.isCurrent
            color: root.isCurrent ? root.ink : Theme.colors.ink3
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }

        Column {
            id: words

            anchors.left: time.right
            anchors.leftMargin: Theme.s1
            anchors.right: parent.right
            anchors.rightMargin: Theme.s5

            KText {
                width: parent.width
                text: root.text
                language: root.firstLanguage
                style: KText.Small
                bold: root.isCurrent
                color: root.ink
                Accessible.ignored: true
            }

            KText {
                width: parent.width
                text: root.flowing(root.textSecond, root.secondLanguage)
                language: root.secondLanguage
                style: KText.Caption
                color: root.isCurrent ? root.ink : Theme.colors.ink2
                visible: text.length > 0
                Accessible.ignored: true
            }
        }
    }

    background: Rectangle {
        color: root.isCurrent ? Theme.colors.turmericSoft : root.down ? Theme.colors.sunken : root.hovered ? Theme.hover : Theme.transparent

        Rectangle {
            width: Theme.highContrastBar
            height: parent.height
            color: Theme.colors.ink
            visible: Theme.highContrast && root.isCurrent
        }

        FocusRing {
            shown: root.visualFocus
            around: Theme.radiusTag
            anchors.margins: Theme.focusWidth
        }
    }
}
