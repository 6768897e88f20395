// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Kapok.Ui

/**
 * A button. One Primary a screen; its text is a verb, with its weight where there is one ("Download, 21 MB").
 *
 *     KButton { kind: KButton.Primary; text: qsTr("Continue"); trailingIcon: "arrow-r"; onClicked: … }
 */
T.Button {
    id: root

    enum Kind {
        Primary,
        Secondary,
        Tonal,
        Plain,
        Danger
    }
    enum Size {
        Normal,
        Large,
        Dense
    }

    property int kind: KButton.Secondary
    property int size: KButton.Normal
    property string leadingIcon: ""
    property string trailingIcon: ""
    /** Shows a turning ring and busyText; the button keeps its width and takes no taps. */
    property bool busy: false
    property string busyText: root.text
    /** Text colour of a Plain button; the link colour unless said otherwise. */
    property color plainColor: Theme.colors.kapokInk
    property string language: Theme.language

    readonly property int visualHeight: root.size === KButton.Large ? Theme.controlLarge : root.size === KButton.Dense ? Theme.controlDense : Theme.controlHeight
    readonly property int touchPadding: Math.max(0, (Theme.touch - root.visualHeight) / 2)
    readonly property color foreground: !root.enabled ? Theme.colors.ink3 : root.kind === KButton.Primary ? Theme.colors.onKapok : root.kind === KButton.Danger ? Theme.colors.berry : root.kind === KButton.Plain ? root.plainColor : Theme.colors.ink

    implicitWidth: Math.max(Theme.touch, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(root.visualHeight, implicitContentHeight + Theme.s3) + 2 * root.touchPadding
    leftPadding: root.kind === KButton.Plain ? Theme.s3 : root.size === KButton.Large ? 28 : root.size === KButton.Dense ? 14 : Theme.s5
    rightPadding: leftPadding
    topInset: root.touchPadding
    bottomInset: root.touchPadding
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.name: root.busy ? root.busyText : root.text
    Accessible.onPressAction: root.clicked()

    Keys.onReturnPressed: if (!root.busy) root.clicked()
    Keys.onEnterPressed: if (!root.busy) root.clicked()

    contentItem: ButtonLabel {
        text: root.busy ? root.busyText : root.text
        language: root.language
        leadingIcon: root.leadingIcon
        trailingIcon: root.busy ? "" : root.trailingIcon
        idleTrailing: root.trailingIcon.length > 0
        busy: root.busy
        color: root.foreground
        textStyle: root.size === KButton.Large ? KText.Body : root.size === KButton.Dense ? KText.Small : KText.Label
        availableWidth: root.availableWidth
        widest: root.text
    }

    background: Rectangle {
        radius: root.size === KButton.Dense ? Theme.radiusCover : Theme.radiusControl
        color: !root.enabled ? (root.kind === KButton.Plain ? Theme.transparent : Theme.colors.sunken) : root.kind === KButton.Primary ? (root.down ? Theme.colors.kapokPressed : Theme.colors.kapok) : root.kind === KButton.Plain ? (root.down ? Theme.colors.sunken : Theme.transparent) : root.kind === KButton.Tonal || root.down ? Theme.tonalFill : Theme.buttonFill
        border.width: root.enabled && (root.kind === KButton.Secondary || root.kind === KButton.Danger || (Theme.highContrast && root.kind === KButton.Tonal)) ? Theme.hairline : 0
        border.color: root.kind === KButton.Danger ? Theme.colors.berry : Theme.colors.lineStrong

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: Theme.hover
            visible: root.hovered && root.enabled && !root.down
        }

        FocusRing {
            shown: root.visualFocus
            around: parent.radius
        }

        Behavior on color {
            ColorAnimation {
                duration: Theme.fast
            }
        }
    }

    // A busy button swallows taps without looking switched off.
    MouseArea {
        anchors.fill: parent
        enabled: root.busy
        visible: root.busy
    }
}
