// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/**
 * A title in a narrow place: at most two lines where these hold it, then a step smaller, then two; after that it wraps on.
 * It is never cut.
 *
 *     FitTitle { width: tile.width; text: course.title; language: course.language }
 */
KText {
    id: root

    property int lines: 2
    /** The steps from large to small. */
    property int large: KText.Label
    property int medium: KText.Small
    property int small: KText.Caption

    readonly property bool fitsLarge: largeText.lineCount <= root.lines
    readonly property bool fitsMedium: root.fitsLarge || mediumText.lineCount <= root.lines

    style: root.fitsLarge ? root.large : root.fitsMedium ? root.medium : root.small
    bold: true

    KText {
        id: largeText

        width: root.width
        visible: false
        text: root.text
        language: root.language
        style: root.large
        bold: true
        Accessible.ignored: true
    }

    KText {
        id: mediumText

        width: root.width
        visible: false
        text: root.fitsLarge ? "" : root.text
        language: root.language
        style: root.medium
        bold: true
        Accessible.ignored: true
    }
}
