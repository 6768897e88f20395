// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** How fresh the figures are: "as of" and how many devices they come from. Turmeric when they are not of today. */
Item {
    id: root

    required property ReviewModel review

    implicitWidth: words.x + Math.max(asOf.implicitWidth, devices.implicitWidth)
    implicitHeight: words.height
    visible: root.review.hasFigures
    Accessible.role: Accessible.StaticText
    Accessible.name: root.review.asOfText + (root.review.freshText.length > 0 ? ", " + root.review.freshText : "")

    KIcon {
        id: clock

        y: Math.max(0, (root.height - height) / 2)
        icon: root.review.isOld ? "alert" : "clock"
        size: 20
        color: root.review.isOld ? Theme.colors.turmeric : Theme.colors.ink2
    }

    Column {
        id: words

        x: clock.width + Theme.s2
        width: root.width - x

        KText {
            id: asOf

            width: parent.width
            text: root.review.asOfText
            style: KText.Caption
            bold: true
            color: root.review.isOld ? Theme.colors.turmeric : Theme.colors.ink
            Accessible.ignored: true
        }

        KText {
            id: devices

            width: parent.width
            text: root.review.freshText
            style: KText.Caption
            color: Theme.colors.ink2
            visible: text.length > 0
            Accessible.ignored: true
        }
    }
}
