// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** What a finished course builds: the blossom of its five aspects, and the strongest of them in words. */
Item {
    id: root

    required property list<int> levels
    required property string name
    required property string levelText
    property int inset: root.width < Theme.scaled(220) ? Theme.s4 : 22
    //: Above the AI competency that a finished course builds.
    readonly property string title: qsTr("Competency")

    implicitWidth: 240
    implicitHeight: column.implicitHeight + 2 * column.y
    Accessible.role: Accessible.StaticText
    Accessible.name: root.title + ", " + root.name
    Accessible.description: root.levelText

    Column {
        id: column

        x: root.inset
        y: Theme.s5
        width: parent.width - 2 * x
        spacing: Theme.s1

        KText {
            width: parent.width
            text: root.title
            style: KText.Small
            color: Theme.colors.ink2
            Accessible.ignored: true
        }

        Row {
            width: parent.width
            spacing: Theme.s3

            Blossom {
                id: flower

                size: 56
                levels: root.levels
            }

            Column {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - flower.width - parent.spacing

                KText {
                    width: parent.width
                    text: Theme.unbroken(root.name)
                    style: KText.Small
                    bold: true
                    Accessible.ignored: true
                }

                KText {
                    width: parent.width
                    text: root.levelText
                    style: KText.Caption
                    color: Theme.colors.ink2
                    Accessible.ignored: true
                }
            }
        }
    }
}
