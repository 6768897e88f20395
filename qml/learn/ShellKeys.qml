// SPDX-License-Identifier: Apache-2.0
import QtQuick

/** The keys that work on every page: Alt+Left goes back, Ctrl+F searches the library. */
Item {
    id: root

    signal back
    signal search

    Shortcut {
        sequences: ["Alt+Left", "Back"]
        enabled: root.enabled
        onActivated: root.back()
    }

    Shortcut {
        sequences: ["Ctrl+F"]
        enabled: root.enabled
        onActivated: root.search()
    }
}
