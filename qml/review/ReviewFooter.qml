// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** The end of the list's card, or what stands in place of the list while there is nothing to show. */
Item {
    id: root

    required property ReviewModel review

    readonly property bool nobody: root.review.hasFigures && root.review.people.count === 0

    implicitHeight: (root.review.hasFigures ? end.height : empty.y + empty.height) + Theme.s8

    Item {
        id: end

        width: parent.width
        height: root.nobody ? nobodyText.height + 2 * Theme.s6 : Theme.radiusCard
        clip: true
        visible: root.review.hasFigures

        KCard {
            y: -Theme.radiusCard
            width: parent.width
            height: parent.height + Theme.radiusCard
        }

        Divider {
            width: parent.width
        }

        KText {
            id: nobodyText

            x: Theme.s5
            y: Theme.s6
            width: parent.width - 2 * x
            horizontalAlignment: Text.AlignHCenter
            text: root.review.nobodyText
            style: KText.Small
            color: Theme.colors.ink2
            visible: root.nobody
        }
    }

    EmptyState {
        id: empty

        y: Theme.s4
        width: parent.width
        visible: root.review.isLoaded && !root.review.hasFigures
        //: In place of figures that were never fetched.
        title: root.review.busy ? qsTr("Getting the figures") : qsTr("No figures on this device yet")
        text: root.review.busy ? "" : root.review.hasUnits ? qsTr("For this course and time there are none here. They come with the next connection and are then kept for when you are offline.") : qsTr("The units you look after and their figures come with the next connection. They are then kept on this device.")
        actionText: root.review.busy ? "" : qsTr("Get them now")
        onAction: root.review.refresh()
    }
}
