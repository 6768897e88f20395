// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Controls.impl
import Kapok.Ui

/** One icon of assets/icons by name, in a theme colour. Grows with the text, at most by half. Decoration for screen readers. */
IconImage {
    id: root

    /** File name without ".svg"; empty shows nothing. */
    property string icon: ""
    /** Side in px at 100 % text size. */
    property int size: 24

    source: root.icon.length > 0 ? Qt.resolvedUrl("../assets/icons/" + root.icon + ".svg") : ""
    sourceSize.width: Theme.iconSize(root.size)
    sourceSize.height: Theme.iconSize(root.size)
    color: Theme.colors.ink2
    Accessible.ignored: true
}
