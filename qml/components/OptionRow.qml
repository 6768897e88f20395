// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Kapok.Ui

/**
 * One option of a question: plain, chosen, not right (yet), right, no longer possible. A letter in a disc, or in a
 * square when several may be chosen. Emits clicked; decides nothing.
 */
T.AbstractButton {
    id: root

    // Not "Right": Item has an enum value of that name, which would win.
    enum State {
        Plain,
        Chosen,
        NotRight,
        Correct,
        Off
    }

    property string letter: ""
    property int optionState: OptionRow.Plain
    /** Several options may be chosen. */
    property bool several: false
    /** Words for the state, at the right: "your choice · not yet". */
    property string stateText: ""
    property string language: Theme.language
    /** The option in the second language; empty: one language. */
    property string secondText: ""
    property string secondLanguage: ""

    readonly property bool marked: root.optionState !== OptionRow.Plain && root.optionState !== OptionRow.Off
    readonly property color lineColor: root.optionState === OptionRow.NotRight ? Theme.colors.turmeric : root.optionState === OptionRow.Correct ? Theme.colors.leaf : root.optionState === OptionRow.Chosen ? Theme.colors.ink : root.hovered && root.enabled ? Theme.colors.lineStrong : Theme.colors.line
    readonly property bool stacked: Theme.textScale > 1.3 || root.width < 420

    enabled: root.optionState !== OptionRow.Off
    implicitHeight: Math.max(Theme.scaled(72), implicitContentHeight + 2 * root.verticalPadding)
    horizontalPadding: root.width < 520 ? Theme.s4 : Theme.s5
    verticalPadding: Theme.s3
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: root.several ? Accessible.CheckBox : Accessible.RadioButton
    Accessible.name: root.text
    Accessible.description: root.stateText
    Accessible.checked: root.marked
    Accessible.onPressAction: root.clicked()

    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: Item {
        id: content

        implicitHeight: Math.max(disc.height, words.height, root.stacked ? 0 : status.height)

        Rectangle {
            id: disc

            y: words.height > 1.5 * height ? words.y : (content.height - height) / 2
            width: Theme.iconSize(36)
            height: width
            radius: root.several ? Theme.radiusTag : width / 2
            color: root.marked ? root.lineColor : Theme.transparent
            border.width: 1.5
            border.color: root.marked ? root.lineColor : Theme.colors.lineStrong

            KText {
                anchors.centerIn: parent
                text: root.letter
                style: KText.Label
                font.pixelSize: Theme.iconSize(15)
                color: root.marked ? Theme.colors.surface : Theme.colors.ink2
                Accessible.ignored: true
            }
        }

        Column {
            id: words

            anchors.left: disc.right
            anchors.leftMargin: Theme.s4
            anchors.right: !root.stacked && status.visible ? status.left : parent.right
            anchors.rightMargin: !root.stacked && status.visible ? Theme.s4 : 0
            y: (content.height - height) / 2

            KText {
                width: parent.width
                text: Theme.unbroken(root.text)
                language: root.language
                style: KText.Read
                bold: root.marked
                color: root.optionState === OptionRow.Off ? Theme.colors.ink3 : Theme.colors.ink
                Accessible.ignored: true
            }

            KText {
                width: parent.width
                text: Theme.unbroken(root.secondText)
                language: root.secondLanguage
                style: KText.Body
                color: root.optionState === OptionRow.Off ? Theme.colors.ink3 : Theme.colors.ink2
                visible: text.length > 0
                Accessible.ignored: true
            }

            OptionStatus {
                room: parent.width
                optionState: root.optionState
                text: root.stateText
                color: root.lineColor
                visible: root.stacked && root.stateText.length > 0 && root.marked
            }
        }

        OptionStatus {
            id: status

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            room: parent.width / 2
            optionState: root.optionState
            text: root.stateText
            color: root.lineColor
            visible: !root.stacked && root.stateText.length > 0 && root.marked
        }
    }

    background: Rectangle {
        radius: Theme.radiusOption
        color: root.optionState === OptionRow.NotRight ? Theme.colors.turmericSoft : root.optionState === OptionRow.Correct ? Theme.colors.leafSoft : root.optionState === OptionRow.Off ? Theme.transparent : root.down ? Theme.colors.sunken : Theme.colors.surface
        border.width: root.marked ? Theme.strongLine : root.optionState === OptionRow.Off && Theme.highContrast ? 0 : Theme.hairline
        border.color: root.lineColor

        DashedFrame {
            anchors.fill: parent
            radius: Theme.radiusOption
            color: Theme.colors.ink3
            visible: root.optionState === OptionRow.Off && Theme.highContrast
        }

        FocusRing {
            shown: root.visualFocus
            around: parent.radius
        }
    }
}
