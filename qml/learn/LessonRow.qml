// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Kapok.Models
import Kapok.Ui

/** One lesson of a course: its number or a check, title, kind and minutes, how far. */
T.AbstractButton {
    id: root

    required property int index
    required property string lessonId
    required property int number
    required property string title
    required property string iconName
    required property string metaText
    required property int lessonState
    required property string stateText
    required property string accessibleText
    property string language: Theme.language
    property bool next: false

    readonly property bool done: root.lessonState === LessonListModel.Done
    readonly property bool stacked: root.width < 480 * Math.min(Theme.textScale, 1.6)

    objectName: "lesson-" + root.lessonId
    text: root.accessibleText
    implicitHeight: Math.max(Theme.scaled(72), words.height + Theme.s6)
    padding: 0
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: root.text
    Accessible.onPressAction: root.clicked()

    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: Item {
        Rectangle {
            id: disc

            x: Theme.s5
            y: root.stacked ? Theme.s4 : (parent.height - height) / 2
            width: Theme.iconSize(40)
            height: width
            radius: width / 2
            color: root.done ? Theme.colors.leaf : root.next ? Theme.colors.kapok : Theme.transparent
            border.width: root.done || root.next ? 0 : 1.5
            border.color: Theme.colors.lineStrong

            KIcon {
                anchors.centerIn: parent
                icon: "check"
                size: 22
                color: Theme.colors.surface
                visible: root.done
            }

            KText {
                anchors.centerIn: parent
                text: root.number
                language: "en"
                style: KText.Label
                color: root.next ? Theme.colors.onKapok : Theme.colors.ink2
                visible: !root.done
                Accessible.ignored: true
            }
        }

        Column {
            id: words

            x: disc.x + disc.width + Theme.s4
            y: (parent.height - height) / 2
            width: parent.width - x - Theme.s5 - (root.stacked || !stateLabel.visible ? 0 : stateLabel.width + Theme.s3)

            KText {
                width: parent.width
                text: root.title
                language: root.language
                style: KText.Label
                Accessible.ignored: true
            }

            Row {
                width: parent.width
                spacing: 5

                KIcon {
                    y: (Theme.lineHeight(KText.Small, Theme.language) - height) / 2
                    icon: root.iconName
                    size: 17
                }

                KText {
                    width: parent.width - Theme.iconSize(17) - 5
                    text: root.metaText
                    style: KText.Small
                    color: Theme.colors.ink2
                    Accessible.ignored: true
                }
            }

            KText {
                width: parent.width
                text: root.stateText
                style: KText.Small
                bold: root.next
                color: root.next ? Theme.colors.ink : Theme.colors.ink2
                visible: root.stacked && text.length > 0
                Accessible.ignored: true
            }
        }

        KText {
            id: stateLabel

            anchors.right: parent.right
            anchors.rightMargin: Theme.s5
            anchors.verticalCenter: parent.verticalCenter
            text: root.stateText
            style: KText.Small
            bold: root.next
            color: root.next ? Theme.colors.ink : Theme.colors.ink2
            wrapMode: Text.NoWrap
            visible: !root.stacked && text.length > 0
            Accessible.ignored: true
        }
    }

    background: Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.hairline
        radius: Theme.radiusCard
        color: root.down ? Theme.colors.sunken : root.hovered && root.enabled ? Theme.hover : Theme.transparent

        Divider {
            x: Theme.s5 + Theme.iconSize(40) + Theme.s4
            width: parent.width - x
            visible: root.index > 0
        }

        FocusRing {
            anchors.margins: Theme.s1
            shown: root.visualFocus
            around: Theme.radiusControl
        }
    }
}
