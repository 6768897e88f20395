// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Window
import QtQuick.Templates as T
import Kapok.Ui

/**
 * A question. The title asks it, the text says what stays safe, the buttons are verbs. Esc is the safe answer.
 * Children stand between the text and the buttons.
 *
 *     KDialog { title: qsTr("Remove this course from the tablet?"); acceptText: qsTr("Remove, 24 MB"); danger: true }
 */
T.Popup {
    id: root

    default property alias body: slot.data
    property string title: ""
    property string text: ""
    property string acceptText: ""
    property string rejectText: ""
    property bool danger: false
    property bool busy: false
    property bool acceptEnabled: true
    /** Close as soon as the answer is given; otherwise the owner closes it. */
    property bool closeOnAccept: true
    signal accepted
    signal rejected

    readonly property real roomWidth: root.parent ? root.parent.width : 0
    readonly property real roomHeight: root.parent ? root.parent.height : 0
    property bool answered: false
    /** Had the focus before; gets it back. */
    property Item opener

    parent: T.Overlay.overlay
    modal: true
    focus: true
    dim: true
    padding: Theme.s6
    width: Math.min(Theme.scaled(Theme.dialogWidth), root.roomWidth - Theme.s8)
    height: Math.min(root.roomHeight - Theme.s8, column.implicitHeight + Theme.s4 + buttons.implicitHeight + 2 * root.padding)
    x: (root.roomWidth - root.width) / 2
    y: (root.roomHeight - root.height) / 2
    closePolicy: T.Popup.CloseOnEscape
    onAboutToShow: {
        root.answered = false;
        root.opener = root.parent.Window.activeFocusItem;
    }
    onClosed: {
        if (root.opener)
            root.opener.forceActiveFocus(Qt.PopupFocusReason);
        if (!root.answered)
            root.rejected();
    }

    T.Overlay.modal: Scrim {}

    enter: Transition {
        NumberAnimation {
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.base
        }
    }

    exit: Transition {
        NumberAnimation {
            property: "opacity"
            to: 0
            duration: Theme.fast
        }
    }

    background: Item {
        KShadow {
            anchors.fill: panel
        }

        Rectangle {
            id: panel

            anchors.fill: parent
            radius: Theme.radiusSheet
            color: Theme.colors.raised
            border.width: Theme.hairline
            border.color: Theme.colors.line
        }
    }

    // The buttons stay in sight however much there is to read.
    contentItem: Item {
        Accessible.role: Accessible.Dialog
        Accessible.name: root.title
        Accessible.description: root.text

        KScroll {
            id: scroll

            anchors.top: parent.top
            anchors.bottom: buttons.top
            anchors.bottomMargin: Theme.s2
            // Larger than what it holds: the ring of a field reaches beyond it.
            x: -margin
            width: parent.width + 2 * margin
            margin: Theme.s2
            bottomSpace: Theme.s2

            Column {
                id: column

                width: scroll.columnWidth
                spacing: Theme.radiusTag

                KText {
                    width: parent.width
                    text: root.title
                    style: KText.H3
                    Accessible.role: Accessible.Heading
                }

                KText {
                    width: parent.width
                    text: root.text
                    style: KText.Small
                    color: Theme.colors.ink2
                    visible: text.length > 0
                }

                Column {
                    id: slot

                    width: parent.width
                    topPadding: children.length > 0 ? Theme.s3 : 0
                    spacing: Theme.s4
                }
            }
        }

        Flow {
            id: buttons

            anchors.bottom: parent.bottom
            width: parent.width
            spacing: Theme.s2
            layoutDirection: Qt.RightToLeft

            KButton {
                kind: root.danger ? KButton.Danger : KButton.Primary
                text: root.acceptText
                busy: root.busy
                enabled: root.acceptEnabled
                visible: root.acceptText.length > 0
                onClicked: {
                    root.answered = root.closeOnAccept;
                    root.accepted();
                    if (root.closeOnAccept)
                        root.close();
                }
            }

            KButton {
                kind: KButton.Plain
                plainColor: Theme.colors.ink2
                text: root.rejectText
                focus: true
                visible: root.rejectText.length > 0
                onClicked: root.close()
            }
        }
    }
}
