// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** The scrolling area every page of the player stands in: margins, reading width and whether two languages fit side by side. */
KScroll {
    id: root

    /** Two languages are read. */
    property bool bilingual: false
    /** Widest column at 100 % for one language; two languages side by side may take half as much again. */
    property int readingWidth: Theme.readingWidth

    /** Least width of one column at 100 %. */
    readonly property int columnMinimum: 300
    /** Two columns, each wide enough at the present text size. */
    readonly property bool beside: root.bilingual && (root.columnWidth - Theme.s10) / 2 >= Theme.scaled(root.columnMinimum)

    property Item awaited: null

    margin: root.width < Theme.tabletWidth ? Theme.s4 : root.width < Theme.feedbackBesideWidth ? Theme.s12 : Theme.s16
    maximumWidth: root.bilingual ? Math.round(Theme.scaled(root.readingWidth) * 1.5) : Theme.scaled(root.readingWidth)
    topSpace: root.width < Theme.tabletWidth ? Theme.s5 : Theme.s8
    bottomSpace: Theme.s10
    spacing: Theme.s5

    /** Brings an item into view once the page is laid out. */
    function revealSoon(item: Item) {
        root.awaited = item;
        settle.start();
    }

    Timer {
        id: settle

        interval: 0
        onTriggered: if (root.awaited) root.reveal(root.awaited)
    }
}
