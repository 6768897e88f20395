// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import QtQuick.Templates as T
import Kapok.Models
import Kapok.Ui

/**
 * The overview of a reviewer: the tree of units at the left where there is room (else one drills down), the figures of
 * the chosen unit and its teachers.
 */
FocusScope {
    id: root

    required property ReviewModel review
    required property SyncModel sync
    signal openSync

    /** Newer figures are on their way. */
    readonly property bool busy: root.review.busy
    readonly property real treeWidth: Math.round((root.width >= 1120 ? 336 : 304) * Math.min(Theme.textScale, 1.4))
    readonly property bool drill: root.width < root.treeWidth + 440 * Math.min(Theme.textScale, 1.6)
    readonly property Item focused: root.Window.activeFocusItem

    objectName: "review"
    clip: true
    onVisibleChanged: if (root.visible) root.review.shown()
    Component.onCompleted: if (root.visible) root.review.shown()

    /** To the unit above; at the top nothing happens. */
    function goBack() {
        if (root.review.parentId.length > 0)
            root.review.selectUnit(root.review.parentId);
    }

    /** Brings what has the keyboard focus, in the head or a row, into view. */
    function reveal(item: Item) {
        let up = item;
        while (up && up !== list.contentItem)
            up = up.parent;
        if (!up)
            return;
        const top = item.mapToItem(list.contentItem, 0, 0).y;
        if (top - Theme.s4 < list.contentY)
            list.contentY = Math.max(list.originY - list.topMargin, top - Theme.s4);
        else if (top + item.height + Theme.s4 > list.contentY + list.height)
            list.contentY = top + item.height + Theme.s4 - list.height;
    }

    /** Another unit is read from the top. */
    readonly property string unitId: root.review.unitId
    onUnitIdChanged: {
        list.untouched = true;
        list.currentIndex = -1;
        list.contentY = list.originY - list.topMargin;
    }

    onFocusedChanged: if (root.focused) root.reveal(root.focused)

    PeopleColumns {
        id: tableColumns

        width: list.width
        hasCourse: root.review.course.length === 0
    }

    UnitTree {
        id: tree

        width: root.treeWidth
        height: parent.height
        review: root.review
        visible: !root.drill
    }

    Rectangle {
        x: root.treeWidth - width
        width: Theme.hairline
        height: parent.height
        color: Theme.colors.line
        visible: tree.visible
    }

    ListView {
        id: list

        /** Nobody has scrolled yet: a head that grows must not push itself out of sight. */
        property bool untouched: true
        readonly property real start: root.drill ? 0 : root.treeWidth
        readonly property real room: root.width - list.start
        readonly property real margin: root.drill && root.width < Theme.tabletWidth ? Theme.s4 : 22

        x: list.start + Math.max(list.margin, (list.room - 1216) / 2)
        width: Math.min(1216, list.room - 2 * list.margin)
        height: parent.height
        model: root.review.people
        boundsBehavior: Flickable.StopAtBounds
        flickableDirection: Flickable.VerticalFlick
        topMargin: head.height
        bottomMargin: foot.height
        cacheBuffer: 600
        highlightFollowsCurrentItem: false
        currentIndex: -1
        Accessible.role: Accessible.List
        //: Read aloud for the list of teachers with their courses.
        Accessible.name: qsTr("Teachers and their courses")

        onMovementStarted: list.untouched = false
        onTopMarginChanged: if (list.untouched) list.contentY = list.originY - list.topMargin
        onHeightChanged: if (list.untouched) list.contentY = list.originY - list.topMargin

        T.ScrollBar.vertical: KScrollBar {
            parent: root
            x: root.width - width
            height: root.height
        }

        delegate: PersonRow {
            id: row

            width: list.width
            z: 1
            columns: tableColumns
            focusShown: row.activeFocus
            // One row is a stop for Tab, after the head; arrows lead to the others.
            activeFocusOnTab: row.activeFocus || ListView.isCurrentItem || (row.index === 0 && list.currentIndex < 0)
            onActiveFocusChanged: if (row.activeFocus) list.currentIndex = row.index
        }

        ReviewTop {
            id: head

            parent: list.contentItem
            y: list.originY - height
            width: list.width
            review: root.review
            sync: root.sync
            columns: tableColumns
            drill: root.drill
            onOpenSync: root.openSync()
        }

        ReviewFooter {
            id: foot

            z: 1
            parent: list.contentItem
            y: list.originY + list.contentHeight
            width: list.width
            review: root.review
        }
    }

    Connections {
        target: root.review

        function onExported(path: string) {
            //: Said once after the list was written to a file. %1 is where the file is.
            toast.show(qsTr("Exported to %1").arg(path), "csv", "");
        }

        function onNotExported(title: string, text: string) {
            message.title = title;
            message.text = text;
            message.open();
        }
    }

    KDialog {
        id: message

        //: Button that closes a message.
        rejectText: qsTr("Close")
    }

    KToast {
        id: toast

        x: list.x + (list.width - width) / 2
        y: root.height - height - Theme.s4
        width: Math.min(list.width, 560 * Theme.textScale)
    }
}
