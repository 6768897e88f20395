// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** Says in the top bar of the player where the work is: saved here, being saved, not saved; and that offline is fine. */
Row {
    id: root

    /** LessonSession.SavedState. */
    required property int savedState
    required property bool offline
    /** Only the sign. */
    property bool compact: false

    readonly property bool broken: root.savedState === LessonSession.NotSaved
    readonly property bool saving: root.savedState === LessonSession.Saving
    readonly property string text: root.broken ? root.brokenText : root.saving ? root.savingText : root.offline ? root.offlineText : root.savedText
    //: In the top bar of a lesson.
    readonly property string brokenText: qsTr("Not saved yet")
    //: In the top bar of a lesson.
    readonly property string savingText: qsTr("Saving")
    //: In the top bar of a lesson: no connection, and everything is kept all the same.
    readonly property string offlineText: qsTr("Offline · saved here as usual")
    //: In the top bar of a lesson.
    readonly property string savedText: qsTr("Saved on this device")

    objectName: "savedState"
    spacing: Theme.s2
    Accessible.role: root.broken ? Accessible.AlertMessage : Accessible.StaticText
    Accessible.name: root.text

    KIcon {
        anchors.verticalCenter: parent.verticalCenter
        icon: root.broken ? "alert" : root.saving ? "more" : root.offline ? "cloud-off" : "on-device"
        size: 22
        color: root.broken ? Theme.colors.berry : root.saving || root.offline ? Theme.colors.ink2 : Theme.colors.leaf
    }

    KText {
        anchors.verticalCenter: parent.verticalCenter
        text: root.text
        style: KText.Small
        bold: root.broken
        color: root.broken ? Theme.colors.berry : Theme.colors.ink2
        wrapMode: Text.NoWrap
        visible: !root.compact
        Accessible.ignored: true
    }
}
