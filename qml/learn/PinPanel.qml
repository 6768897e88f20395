// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/**
 * One person opens her lessons with her PIN. Emits completed with the four digits; the owner calls wrong() when they
 * were not right, and sets lockedText while she has to wait.
 */
FocusScope {
    id: root

    property string initials: ""
    property int tint: 0
    property string nameLanguage: Theme.language
    property string greeting: ""
    property string prompt: ""
    /** What happened and what to do; empty: nothing. */
    property string problem: ""
    property string lockedText: ""
    property string assurance: ""
    property bool busy: false
    signal completed(string pin)
    signal helpRequested

    function wrong() {
        pad.reject();
    }

    function clear() {
        pad.clear();
    }

    readonly property bool tight: root.height < 640
    readonly property int keyHeight: root.tight ? Math.max(Theme.touch, Math.min(76, Math.floor((root.height - 300) / 4))) : 76

    implicitWidth: 326
    implicitHeight: column.implicitHeight + foot.height + Theme.s6

    Column {
        id: column

        width: parent.width

        Avatar {
            anchors.horizontalCenter: parent.horizontalCenter
            size: root.tight ? 56 : 76
            initials: root.initials
            tint: root.tint
            language: root.nameLanguage
        }

        KText {
            topPadding: root.tight ? Theme.s1 : 14
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.greeting
            style: KText.H2
            Accessible.role: Accessible.Heading
        }

        KText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.lockedText.length > 0 ? root.lockedText : root.problem.length > 0 ? root.problem : root.prompt
            style: root.lockedText.length > 0 || root.problem.length > 0 ? KText.Small : KText.Body
            color: root.lockedText.length > 0 || root.problem.length > 0 ? Theme.colors.turmeric : Theme.colors.ink2
            Accessible.role: root.problem.length > 0 || root.lockedText.length > 0 ? Accessible.AlertMessage : Accessible.StaticText
        }

        Item {
            width: 1
            height: root.tight ? Theme.s3 : 22
        }

        PinPad {
            id: pad

            width: Math.min(parent.width, 326)
            anchors.horizontalCenter: parent.horizontalCenter
            focus: true
            enabled: root.lockedText.length === 0
            opacity: enabled ? 1 : 0.5
            busy: root.busy
            keyHeight: root.keyHeight
            //: Key of the PIN pad: what to do when the PIN is forgotten.
            helpText: qsTr("Forgot PIN?")
            onCompleted: pin => root.completed(pin)
            onHelpRequested: root.helpRequested()
        }
    }

    Item {
        id: foot

        y: Math.max(column.height + Theme.s4, parent.height - height)
        width: parent.width
        height: words.height + Theme.s5
        visible: root.assurance.length > 0

        Divider {
            width: parent.width
        }

        KIcon {
            y: Theme.s5
            icon: "shield"
            size: 22
            color: Theme.colors.leaf
        }

        KText {
            id: words

            x: Theme.iconSize(22) + Theme.s3
            y: Theme.s5
            width: parent.width - x
            text: root.assurance
            style: KText.Caption
            color: Theme.colors.ink2
        }
    }
}
