// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** A KText as wide as its words, but no wider than room; then it wraps. Measures apart, so that width never chases itself. */
KText {
    id: root

    property real room: 10000
    /** Width of the words in one line; a large last letter may reach a little further than it advances. */
    readonly property real naturalWidth: Math.ceil(Math.max(metrics.advanceWidth, metrics.boundingRect.width)) + 2

    width: Math.max(0, Math.min(root.naturalWidth, root.room))

    TextMetrics {
        id: metrics

        font: root.font
        text: root.text
    }
}
