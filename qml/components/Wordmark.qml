// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** The blossom with the three names of the app. */
Row {
    id: root

    property int size: 36
    property bool large: false

    spacing: root.large ? Theme.s3 : 10
    Accessible.role: Accessible.StaticText
    Accessible.name: "Kapok"

    Blossom {
        anchors.verticalCenter: parent.verticalCenter
        size: root.size
        outline: false
        stamens: true
        veins: true
        gapColor: Theme.colors.paper
    }

    Column {
        anchors.verticalCenter: parent.verticalCenter

        KText {
            text: "Kapok"
            language: "en"
            style: root.large ? KText.H2 : KText.H3
            Accessible.ignored: true
        }

        KText {
            text: "木棉 · Hoa Gạo"
            language: "vi"
            style: root.large ? KText.Caption : KText.Micro
            color: Theme.colors.ink3
            Accessible.ignored: true
        }
    }
}
