// SPDX-License-Identifier: Apache-2.0
import QtQuick

/** Sizes and line heights of the text styles (KText.Style, in this order) at 100 %, one line height per language. */
QtObject {
    id: root

    readonly property list<int> sizes: [34, 26, 20, 17, 18, 16, 15, 14, 13, 12]
    readonly property list<int> linesLatin: [42, 34, 28, 24, 28, 24, 20, 20, 18, 16]
    readonly property list<int> linesVietnamese: [46, 36, 30, 26, 30, 26, 22, 21, 19, 17]
    readonly property list<int> linesChinese: [46, 36, 30, 26, 32, 26, 22, 22, 20, 17]

    /** Line height the font asks for, per px of size. */
    readonly property real naturalLatin: 1.362
    readonly property real naturalChinese: 1.448

    function isHeading(style: int): bool {
        return style <= 3;
    }

    function isBold(style: int): bool {
        return style <= 3 || style === 6;
    }

    function line(style: int, language: string): int {
        if (language.startsWith("zh"))
            return root.linesChinese[style];
        return language === "vi" ? root.linesVietnamese[style] : root.linesLatin[style];
    }
}
