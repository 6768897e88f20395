// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/**
 * The ways between the areas: a drawer on desktops, a rail on tablets, a bottom bar on phones. Emits chosen with the
 * area's name, and switchUser.
 */
Rectangle {
    id: root

    required property int shape
    required property string area
    required property bool hasReview
    required property string personName
    required property string initials
    required property int tint
    signal chosen(string area)
    signal switchUser

    readonly property bool along: root.shape === NavButton.Bottom
    readonly property bool drawer: root.shape === NavButton.Drawer
    readonly property real slot: root.along ? root.width / (root.hasReview ? 5 : 4) : root.drawer ? root.width - Theme.s6 : root.width - Theme.s2
    /** What all words below icons shrink to, so that the longest fits. */
    readonly property real fit: Math.min(1, root.slot / Math.max(learn.labelWidth, library.labelWidth, record.labelWidth, root.hasReview ? review.labelWidth : 0, settings.labelWidth))

    implicitWidth: root.drawer ? Theme.drawerWidth : Theme.railWidth
    implicitHeight: Theme.bottomBarHeight
    color: root.along ? Theme.colors.surface : Theme.colors.paper
    Accessible.role: Accessible.PageTabList
    //: Read aloud for the drawer, rail or bottom bar with the areas Learn, Library, My record …
    Accessible.name: qsTr("Areas")

    Divider {
        width: parent.width
        visible: root.along
    }

    Rectangle {
        anchors.right: parent.right
        width: Theme.hairline
        height: parent.height
        color: Theme.colors.line
        visible: !root.along
    }

    Wordmark {
        id: wordmark

        x: 22
        y: 22
        visible: root.drawer
    }

    Blossom {
        x: (parent.width - width) / 2
        y: Theme.s4
        size: 40
        outline: false
        stamens: true
        veins: true
        gapColor: Theme.colors.paper
        visible: !root.drawer && !root.along
    }

    Grid {
        id: areas

        x: root.along ? 0 : root.drawer ? Theme.s3 : (root.width - root.slot) / 2
        y: root.along ? (root.height - height) / 2 : root.drawer ? Math.max(84, wordmark.y + wordmark.height + Theme.s4) : 72
        columns: root.along ? 5 : 1
        rowSpacing: Theme.s1

        NavButton {
            id: learn

            width: root.slot
            shape: root.shape
            fit: root.fit
            objectName: "nav-learn"
            current: root.area === "learn"
            iconName: "learn"
            //: Area of the app: home page with what is being learnt.
            text: qsTr("Learn")
            onClicked: root.chosen("learn")
        }

        NavButton {
            id: library

            width: root.slot
            shape: root.shape
            fit: root.fit
            objectName: "nav-library"
            current: root.area === "library"
            iconName: "library"
            //: Area of the app: all courses.
            text: qsTr("Library")
            onClicked: root.chosen("library")
        }

        NavButton {
            id: record

            width: root.slot
            shape: root.shape
            fit: root.fit
            objectName: "nav-record"
            current: root.area === "record"
            iconName: "record"
            //: Area of the app: the teacher's own results, marks and hours.
            text: qsTr("My record")
            //: Area "My record" where there is little room, below an icon.
            shortText: qsTr("My record", "short")
            onClicked: root.chosen("record")
        }

        NavButton {
            id: review

            width: root.slot
            shape: root.shape
            fit: root.fit
            objectName: "nav-review"
            current: root.area === "review"
            iconName: "overview"
            //: Area of the app for those who look after a school, commune or province.
            text: qsTr("Overview")
            visible: root.hasReview
            onClicked: root.chosen("review")
        }

        NavButton {
            id: settings

            width: root.slot
            shape: root.shape
            fit: root.fit
            objectName: "nav-settings"
            current: root.area === "settings"
            iconName: "settings"
            //: Area of the app: language, look, downloads.
            text: qsTr("Settings")
            visible: root.along
            onClicked: root.chosen("settings")
        }
    }

    Column {
        x: root.drawer ? Theme.s3 : (root.width - root.slot) / 2
        y: root.height - height - Theme.s3
        spacing: Theme.s1
        visible: !root.along

        NavButton {
            width: root.slot
            shape: root.shape
            fit: root.fit
            objectName: "nav-settings"
            current: root.area === "settings"
            iconName: "settings"
            text: qsTr("Settings")
            onClicked: root.chosen("settings")
        }

        Item {
            width: root.slot
            height: Theme.s4
            visible: root.drawer

            Divider {
                x: Theme.s2
                y: Theme.s2
                width: parent.width - Theme.s4
            }
        }

        UserButton {
            width: root.slot
            objectName: "nav-switch"
            wide: root.drawer
            name: root.personName
            initials: root.initials
            tint: root.tint
            onClicked: root.switchUser()
        }
    }
}
