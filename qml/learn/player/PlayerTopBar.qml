// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/**
 * The top of the player: close, course and lesson, whether all is saved, language, text size. On a phone the lesson
 * has the place of the course; where not even that fits, the number of the page. Titles wrap; the bar grows with them.
 */
Rectangle {
    id: root

    required property string courseTitle
    required property string lessonTitle
    required property string contentLanguage
    required property int lessonNumber
    required property int lessonCount
    required property int savedState
    property bool offline: false
    /** "6 / 9", shown instead of the titles where these do not fit. */
    property string pageText: ""

    readonly property bool brief: root.width < Theme.scaled(330)
    readonly property bool compact: root.width < Theme.scaled(720)

    //: Below the course title in a lesson. %1 number of the lesson, %2 how many there are, %3 its title.
    readonly property string lessonText: qsTr("Lesson %1 of %2 · %3").arg(root.lessonNumber).arg(root.lessonCount).arg(root.lessonTitle)
    //: Below the title of a lesson on a phone. %1 number of the lesson, %2 how many there are.
    readonly property string lessonShort: qsTr("Lesson %1 of %2").arg(root.lessonNumber).arg(root.lessonCount)

    signal closeClicked
    signal languageClicked
    signal textSizeClicked

    implicitHeight: Math.max(Theme.playerTopHeight, words.height + Theme.s4)
    color: Theme.colors.paper

    Divider {
        anchors.bottom: parent.bottom
        width: parent.width
    }

    KIconButton {
        id: closeButton

        objectName: "playerClose"
        x: root.compact ? Theme.s1 : Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        iconName: "x"
        //: Button at the top of a lesson, read aloud only.
        name: qsTr("Close the lesson; your place is kept")
        onClicked: root.closeClicked()
    }

    Column {
        id: words

        anchors.left: closeButton.right
        anchors.leftMargin: root.compact ? Theme.s1 : Theme.s3
        anchors.right: saved.left
        anchors.rightMargin: root.compact ? Theme.s2 : Theme.s5
        anchors.verticalCenter: parent.verticalCenter

        FitTitle {
            objectName: "playerTitle"
            width: parent.width
            text: root.brief ? root.pageText : Theme.unbroken(root.compact ? root.lessonTitle : root.courseTitle)
            language: root.brief ? "en" : root.contentLanguage
            horizontalAlignment: root.brief ? Text.AlignHCenter : Text.AlignLeft
            Accessible.role: Accessible.Heading
            Accessible.name: root.courseTitle + ", " + root.lessonText
        }

        KText {
            objectName: "playerLesson"
            width: parent.width
            text: root.compact ? root.lessonShort : root.lessonText
            style: KText.Caption
            color: Theme.colors.ink2
            visible: !root.brief
            Accessible.ignored: true
        }
    }

    SavedLine {
        id: saved

        anchors.right: languageButton.left
        anchors.rightMargin: root.compact ? Theme.s1 : Theme.s5
        anchors.verticalCenter: parent.verticalCenter
        savedState: root.savedState
        offline: root.offline
        compact: root.compact
    }

    KIconButton {
        id: languageButton

        objectName: "playerLanguage"
        anchors.right: sizeButton.left
        anchors.rightMargin: root.compact ? 0 : Theme.s2
        anchors.verticalCenter: parent.verticalCenter
        width: visible ? implicitWidth : 0
        visible: !root.brief || root.width >= 360
        iconName: "globe"
        //: Button at the top of a lesson, read aloud only.
        name: qsTr("Languages")
        onClicked: root.languageClicked()
    }

    KButton {
        id: sizeButton

        objectName: "playerTextSize"
        anchors.right: parent.right
        anchors.rightMargin: root.compact ? Theme.s1 : Theme.s4
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.controlHeight
        leftPadding: 0
        kind: KButton.Plain
        plainColor: Theme.colors.ink2
        language: "en"
        text: "Aa"
        //: Button "Aa" at the top of a lesson, read aloud only.
        Accessible.name: qsTr("Text size")
        onClicked: root.textSizeClicked()
    }
}
