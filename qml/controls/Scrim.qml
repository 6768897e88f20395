// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** What lies between the page and a sheet or dialog. */
Rectangle {
    color: Theme.colors.scrim
    opacity: Theme.scrimOpacity

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.base
        }
    }
}
