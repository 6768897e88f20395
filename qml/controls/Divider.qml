// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** One hairline. */
Rectangle {
    implicitHeight: Theme.highContrast ? 1 : Theme.hairline
    color: Theme.colors.line
    Accessible.ignored: true
}
