// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Kapok.Ui

/**
 * One unit: open, closed or a leaf; its names, bar and percentage. A tap chooses it; a tap on the arrow opens or closes
 * it (toggled). With drill it leads to a page of its own and has an arrow at the right instead.
 */
T.AbstractButton {
    id: root

    required property int index
    required property string unitId
    required property string name
    required property string nameSecond
    required property string nameLanguage
    required property string nameSecondLanguage
    required property int depth
    required property bool hasChildren
    required property bool isExpanded
    required property bool isSelected
    required property string percentText
    required property real share
    required property int lateCount
    required property string accessibleText
    property bool drill: false
    property bool focusShown: root.visualFocus
    signal toggled

    readonly property real indent: root.drill ? Theme.s4 : Theme.s2 + root.depth * Math.min(Theme.s4, Math.max(Theme.s1, root.width * 0.045))

    objectName: "unit-" + root.unitId
    implicitHeight: Math.max(Theme.scaled(52), words.height + Theme.s3)
    padding: 0
    hoverEnabled: true
    focusPolicy: root.drill ? Qt.StrongFocus : Qt.NoFocus
    text: root.accessibleText
    Accessible.role: root.drill ? Accessible.Button : Accessible.TreeItem
    Accessible.name: root.accessibleText
    //: Read aloud for a unit in the tree whose units below are shown, or are not.
    Accessible.description: root.drill || !root.hasChildren ? "" : root.isExpanded ? qsTr("open") : qsTr("closed")
    Accessible.selected: root.isSelected
    Accessible.onPressAction: root.clicked()

    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: Item {
        KIcon {
            id: arrow

            x: root.indent
            anchors.verticalCenter: parent.verticalCenter
            icon: root.isExpanded ? "down" : "right"
            size: 18
            color: Theme.colors.ink3
            visible: root.hasChildren && !root.drill
        }

        UnitBar {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            x: root.drill ? root.indent : root.indent + arrow.width + Theme.s2
            width: figure.x - x - Theme.s3
            name: root.name
            nameLanguage: root.nameLanguage
            nameSecond: root.nameSecond
            nameSecondLanguage: root.nameSecondLanguage
            share: root.share
            bold: root.isSelected || root.depth === 0 && !root.drill
        }

        KText {
            id: figure

            x: (next.visible ? next.x - Theme.s1 : parent.width - 14) - width
            anchors.verticalCenter: parent.verticalCenter
            width: Math.max(Theme.scaled(42), implicitWidth)
            horizontalAlignment: Text.AlignRight
            text: root.percentText
            style: KText.Small
            bold: true
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }

        KIcon {
            id: next

            x: parent.width - width - Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            icon: "right"
            size: 20
            color: Theme.colors.ink3
            visible: root.drill
        }

        MouseArea {
            width: Math.max(Theme.s12, words.x)
            height: parent.height
            enabled: arrow.visible
            visible: enabled
            onClicked: root.toggled()
        }
    }

    background: Rectangle {
        radius: Theme.radiusCover
        color: root.isSelected && !root.drill ? Theme.colors.kapokSoft : root.down ? Theme.colors.sunken : root.hovered ? Theme.hover : Theme.transparent
        border.width: root.isSelected && !root.drill && Theme.highContrast ? Theme.hairline : 0
        border.color: Theme.colors.line

        Rectangle {
            width: Theme.highContrastBar
            height: parent.height
            color: Theme.colors.ink
            visible: Theme.highContrast && root.isSelected && !root.drill
        }

        FocusRing {
            anchors.margins: 0
            shown: root.focusShown
            around: parent.radius
        }
    }
}
