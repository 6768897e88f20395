// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Kapok.Models
import Kapok.Ui

/**
 * The units somebody answers for, as a tree with a search above. Up and Down move, Right opens, Left closes or goes to
 * the unit above, Enter chooses.
 */
Item {
    id: root

    required property ReviewModel review

    function choose(row: int) {
        const item = tree.itemAtIndex(row) as UnitTreeRow;
        if (item)
            root.review.selectUnit(item.unitId);
    }

    function openOrEnter(row: int) {
        const item = tree.itemAtIndex(row) as UnitTreeRow;
        if (item && item.hasChildren && !item.isExpanded)
            root.review.setUnitOpen(item.unitId, true);
        else if (item && item.hasChildren)
            tree.currentIndex = row + 1;
    }

    function closeOrLeave(row: int) {
        const item = tree.itemAtIndex(row) as UnitTreeRow;
        if (item && item.hasChildren && item.isExpanded)
            root.review.setUnitOpen(item.unitId, false);
        else
            tree.currentIndex = Math.max(0, root.review.units.parentRow(row));
    }

    KText {
        id: title

        x: Theme.s4
        y: Theme.s5
        width: parent.width - 2 * x
        //: Title above the tree of provinces, communes and schools.
        text: qsTr("Units")
        style: KText.H3
        Accessible.role: Accessible.Heading
    }

    KField {
        id: search

        objectName: "searchUnits"
        x: Theme.s4
        y: title.y + title.height + Theme.s3
        width: parent.width - 2 * x
        leadingIcon: "search"
        //: Search field above the tree of units.
        placeholder: qsTr("Find a commune or school")
        onTextChanged: root.review.unitSearchText = text
    }

    ListView {
        id: tree

        anchors.top: search.bottom
        anchors.topMargin: Theme.s3
        anchors.bottom: parent.bottom
        x: Theme.s2
        width: parent.width - 2 * x
        clip: true
        model: root.review.units
        boundsBehavior: Flickable.StopAtBounds
        bottomMargin: Theme.s4
        activeFocusOnTab: true
        keyNavigationEnabled: true
        highlightFollowsCurrentItem: true
        highlightMoveDuration: Theme.fast
        Accessible.role: Accessible.Tree
        Accessible.name: title.text
        onActiveFocusChanged: if (tree.activeFocus) tree.currentIndex = Math.max(0, root.review.units.rowOfUnit(root.review.unitId))

        Keys.onRightPressed: root.openOrEnter(tree.currentIndex)
        Keys.onLeftPressed: root.closeOrLeave(tree.currentIndex)
        Keys.onReturnPressed: root.choose(tree.currentIndex)
        Keys.onEnterPressed: root.choose(tree.currentIndex)
        Keys.onSpacePressed: root.choose(tree.currentIndex)

        T.ScrollBar.vertical: KScrollBar {}

        delegate: UnitTreeRow {
            width: tree.width
            focusShown: tree.activeFocus && ListView.isCurrentItem
            onClicked: root.review.selectUnit(unitId)
            onToggled: root.review.setUnitOpen(unitId, !isExpanded)
        }
    }

    KText {
        anchors.top: search.bottom
        anchors.topMargin: Theme.s5
        x: Theme.s4
        width: parent.width - 2 * x
        //: In place of the tree when the search finds nothing.
        text: qsTr("No unit has this name.")
        style: KText.Small
        color: Theme.colors.ink2
        visible: search.text.length > 0 && tree.count === 0
    }
}
