// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** A flat surface with one hairline. For one that can be pressed use KCardButton. */
Rectangle {
    color: Theme.colors.surface
    radius: Theme.radiusCard
    border.width: Theme.hairline
    border.color: Theme.colors.line
}
