// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Window
import QtQuick.Templates as T
import Kapok.Ui

/**
 * A sheet over the page: from the right on tablets and desktops, from the bottom on phones. Children scroll;
 * footer stays. Esc and a tap outside close it; the focus stays inside while it is open.
 */
T.Popup {
    id: root

    default property alias body: scroll.children
    property string title: ""
    property alias footer: footerSlot.data
    property alias spacingInside: scroll.spacing

    /** Had the focus before; gets it back. */
    property Item opener

    /** How far it has come in, 0 to 1. The place is bound to it, so a window that turns while the sheet moves keeps it. */
    property real arrival: 1
    readonly property bool fromBottom: root.parent ? root.parent.width < Theme.tabletWidth : false
    readonly property real roomHeight: root.parent ? root.parent.height : 0

    parent: T.Overlay.overlay
    modal: true
    focus: true
    dim: true
    width: root.fromBottom ? (root.parent ? root.parent.width : 0) : Theme.scaled(Theme.sheetWidth) < (root.parent ? root.parent.width : 0) - Theme.s8 ? Theme.scaled(Theme.sheetWidth) : (root.parent ? root.parent.width : 0) - Theme.s8
    height: root.fromBottom ? Math.min(root.roomHeight - Theme.s8, head.height + scroll.contentHeight + footerFrame.height) : root.roomHeight - Theme.s8
    x: root.fromBottom ? 0 : (root.parent ? root.parent.width : 0) - (root.width + Theme.s4) * root.arrival
    y: root.fromBottom ? root.roomHeight - root.height * root.arrival : Theme.s4
    onAboutToShow: root.opener = root.parent.Window.activeFocusItem
    onClosed: if (root.opener) root.opener.forceActiveFocus(Qt.PopupFocusReason)
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside

    T.Overlay.modal: Scrim {}

    enter: Transition {
        NumberAnimation {
            property: "arrival"
            from: 0
            to: 1
            duration: Theme.slow
            easing.type: Easing.BezierSpline
            easing.bezierCurve: Theme.enterCurve
        }
    }

    exit: Transition {
        NumberAnimation {
            property: "arrival"
            to: 0
            duration: Theme.base
            easing.type: Easing.BezierSpline
            easing.bezierCurve: Theme.leaveCurve
        }
    }

    background: Item {
        KShadow {
            anchors.fill: panel
        }

        Rectangle {
            id: panel

            anchors.fill: parent
            anchors.bottomMargin: root.fromBottom ? -Theme.radiusSheet : 0
            radius: Theme.radiusSheet
            color: Theme.colors.raised
            border.width: Theme.highContrast ? Theme.hairline : 0
            border.color: Theme.colors.line
        }
    }

    contentItem: Item {
        Accessible.role: Accessible.Dialog
        Accessible.name: root.title

        Item {
            id: head

            width: parent.width
            height: Math.max(80, heading.implicitHeight + Theme.s8)

            KText {
                id: heading

                anchors.verticalCenter: parent.verticalCenter
                x: 28
                width: close.x - x - Theme.s2
                text: root.title
                style: KText.H2
                Accessible.role: Accessible.Heading
            }

            KIconButton {
                id: close

                objectName: "sheetClose"

                anchors.right: parent.right
                anchors.rightMargin: Theme.s3
                anchors.verticalCenter: parent.verticalCenter
                iconName: "x"
                //: Button of every sheet, read aloud only.
                name: qsTr("Close")
                onClicked: root.close()
            }
        }

        KScroll {
            id: scroll

            anchors.top: head.bottom
            anchors.bottom: footerFrame.top
            width: parent.width
            margin: Theme.s6
            bottomSpace: Theme.s6
        }

        Rectangle {
            anchors.bottom: footerFrame.top
            width: parent.width
            height: Theme.hairline
            color: Theme.colors.line
            visible: footerFrame.visible
        }

        Item {
            id: footerFrame

            anchors.bottom: parent.bottom
            width: parent.width
            height: visible ? footerSlot.implicitHeight + Theme.s3 + Theme.s4 : 0
            visible: footerSlot.children.length > 0

            Column {
                id: footerSlot

                x: Theme.s6
                y: Theme.s3
                width: parent.width - 2 * Theme.s6
                spacing: Theme.s2
            }
        }
    }
}
