// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Kapok.Ui

/** The blossom that opens once when a course is finished, petals around it, and the words of congratulation. */
Rectangle {
    id: root

    required property string greeting
    required property string courseTitle
    property string courseLanguage: Theme.language
    /** A band above the results instead of a column beside them. */
    property bool band: false

    readonly property real flower: root.band ? Math.min(160, root.width * 0.32) : Math.min(300, root.width * 0.58, root.height * 0.42)
    property real bloom: Theme.reducedMotion ? 1 : 0

    implicitHeight: words.height + 2 * Theme.s5
    color: Theme.colors.kapokSoft
    clip: true

    Component.onCompleted: root.open()
    onVisibleChanged: root.open()

    function open() {
        if (root.visible && !Theme.reducedMotion)
            opening.restart();
    }

    NumberAnimation {
        id: opening

        target: root
        property: "bloom"
        from: 0
        to: 1
        duration: Theme.bloom
        easing.type: Easing.OutBack
    }

    FallingPetals {
        anchors.fill: parent
        opacity: root.band && root.width < Theme.tabletWidth ? 0 : 1
        shown: Math.min(1, root.bloom)
        wordsTop: words.y + praise.y
        wordsBottom: words.y + words.height
    }

    Column {
        id: words

        anchors.centerIn: parent
        width: parent.width - 2 * Theme.s6
        spacing: root.band ? Theme.s2 : Theme.s6

        Item {
            anchors.horizontalCenter: parent.horizontalCenter
            width: root.flower * 1.3
            height: root.flower * 1.3

            Repeater {
                model: [1.3, 0.99]

                delegate: Rectangle {
                    id: ring

                    required property real modelData

                    anchors.centerIn: parent
                    width: root.flower * ring.modelData * Math.min(1, root.bloom)
                    height: width
                    radius: width / 2
                    color: Theme.colors.kapok
                    opacity: Theme.highContrast ? 0 : 0.1
                }
            }

            Blossom {
                anchors.centerIn: parent
                width: root.flower
                height: width
                size: root.flower
                scale: 0.2 + 0.8 * root.bloom
                rotation: -50 * (1 - root.bloom)
                opacity: Math.min(1, root.bloom * 2)
                outline: false
                veins: true
                stamens: true
                gapColor: Qt.tint(Theme.colors.kapokSoft, Qt.rgba(petalColor.r, petalColor.g, petalColor.b, Theme.highContrast ? 0 : 0.19))
            }
        }

        Column {
            id: praise

            width: parent.width
            spacing: Theme.radiusTag

            KText {
                width: parent.width
                objectName: "pageTitle"
                text: root.greeting
                style: root.band ? KText.H1 : KText.Display
                color: Theme.colors.onKapokSoft
                horizontalAlignment: Text.AlignHCenter
                Accessible.role: Accessible.Heading
            }

            KText {
                width: parent.width
                text: Theme.unbroken(root.courseTitle)
                language: root.courseLanguage
                color: Theme.colors.onKapokSoft
                horizontalAlignment: Text.AlignHCenter
            }
        }
    }
}
