// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Kapok.Ui

/** A picture over the whole window: pinch, wheel, + and - enlarge it, drag moves it, Esc or the button closes it. */
T.Popup {
    id: root

    required property url source
    required property string description
    property string language: Theme.language

    readonly property real largest: 4

    parent: T.Overlay.overlay
    width: parent ? parent.width : 0
    height: parent ? parent.height : 0
    modal: true
    focus: true
    padding: 0
    closePolicy: T.Popup.CloseOnEscape
    onAboutToShow: area.enlarge(1 / area.zoom)

    background: Rectangle {
        color: Theme.colors.paper
    }

    contentItem: FocusScope {
        Accessible.role: Accessible.Dialog
        Accessible.name: root.description
        Keys.onPressed: event => {
            if (event.key === Qt.Key_Plus || event.key === Qt.Key_Equal)
                area.enlarge(1.25);
            else if (event.key === Qt.Key_Minus)
                area.enlarge(0.8);
            else
                return;
            event.accepted = true;
        }

        Flickable {
            id: area

            property real zoom: 1

            anchors.fill: parent
            anchors.bottomMargin: caption.height + 2 * Theme.s4
            contentWidth: width * area.zoom
            contentHeight: height * area.zoom
            clip: true

            function enlarge(by: real) {
                const before = area.zoom;
                area.zoom = Math.max(1, Math.min(root.largest, before * by));
                const grown = area.zoom / before;
                area.contentX = Math.max(0, (area.contentX + area.width / 2) * grown - area.width / 2);
                area.contentY = Math.max(0, (area.contentY + area.height / 2) * grown - area.height / 2);
                area.returnToBounds();
            }

            PinchHandler {
                id: pinch

                property real last: 1

                target: null
                onActiveScaleChanged: {
                    area.enlarge(pinch.activeScale / pinch.last);
                    pinch.last = pinch.activeScale;
                }
                onActiveChanged: pinch.last = 1
            }

            WheelHandler {
                onWheel: event => area.enlarge(event.angleDelta.y > 0 ? 1.15 : 0.87)
            }

            Image {
                width: area.contentWidth
                height: area.contentHeight
                source: root.source
                sourceSize.width: root.width * 2
                fillMode: Image.PreserveAspectFit
                asynchronous: true
            }
        }

        KText {
            id: caption

            x: Theme.s6
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.s4
            width: parent.width - 2 * x
            text: root.description
            language: root.language
            style: KText.Small
            color: Theme.colors.ink2
            horizontalAlignment: Text.AlignHCenter
        }

        Row {
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: Theme.s3
            spacing: Theme.s2

            KIconButton {
                iconName: "minus"
                outlined: true
                //: Button of an enlarged picture, read aloud only.
                name: qsTr("Smaller")
                enabled: area.zoom > 1
                onClicked: area.enlarge(0.8)
            }

            KIconButton {
                iconName: "plus"
                outlined: true
                //: Button of an enlarged picture, read aloud only.
                name: qsTr("Larger")
                enabled: area.zoom < root.largest
                onClicked: area.enlarge(1.25)
            }

            KIconButton {
                iconName: "x"
                outlined: true
                focus: true
                //: Button of an enlarged picture, read aloud only.
                name: qsTr("Close the picture")
                onClicked: root.close()
            }
        }
    }
}
