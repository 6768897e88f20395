// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** What lies between the page and a sheet or dialog. The popup fades its opacity in and out. */
Rectangle {
    color: Qt.rgba(Theme.colors.scrim.r, Theme.colors.scrim.g, Theme.colors.scrim.b, Theme.scrimOpacity)

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.base
        }
    }
}
