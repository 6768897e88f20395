// SPDX-License-Identifier: Apache-2.0
pragma Singleton

import QtQuick

/**
 * Every colour, size and duration the app uses; nothing else holds a literal one.
 *
 * Main.qml sets scheme, textScale, reducedMotion and language from the settings; everything else follows at once.
 */
QtObject {
    id: root

    /** "light", "dark", "highContrast" or "system". */
    property string scheme: "light"
    /** Text size chosen by the teacher, 1.0 to 2.0. */
    property real textScale: 1.0
    property bool reducedMotion: false
    /** Language of the interface: "vi", "zh" or "en". */
    property string language: "en"

    // Colours
    readonly property bool dark: root.scheme === "dark" || (root.scheme === "system" && root.systemColors.window.hslLightness < 0.5)
    readonly property bool highContrast: root.scheme === "highContrast"
    readonly property ColorSet colors: root.colorsOf(root.highContrast ? "highContrast" : root.dark ? "dark" : "light")
    readonly property LightColors lightColors: LightColors {}
    readonly property DarkColors darkColors: DarkColors {}
    readonly property HighContrastColors highContrastColors: HighContrastColors {}
    readonly property SystemPalette systemColors: SystemPalette {}
    /** The video surface and its bar: dark in every theme. */
    readonly property ColorSet mediaColors: root.darkColors
    readonly property color transparent: "#00000000"
    /** Buttons stand out of what they lie on: in the dark theme they are lighter than paper and sheets, not holes in them. */
    readonly property color buttonFill: root.dark ? root.colors.raised : root.colors.surface
    readonly property color tonalFill: root.dark ? root.colors.track : root.colors.sunken
    readonly property color hover: Qt.rgba(root.colors.ink.r, root.colors.ink.g, root.colors.ink.b, 0.04)
    readonly property real scrimOpacity: root.dark || root.highContrast ? 0.6 : 0.46
    readonly property real shadowOpacity: root.highContrast ? 0 : root.dark ? 0.6 : 0.2
    readonly property color stamen: "#f6cc70"
    readonly property color blossomCore: "#6e1a0e"
    readonly property color hillFar: root.highContrast ? "#f2f2f2" : root.dark ? "#1f1a16" : "#f2e9db"
    readonly property color hillNear: root.highContrast ? "#d9d9d9" : root.dark ? "#28221d" : "#eadfcd"
    readonly property color storageMedia: root.dark ? "#4f6fa6" : "#7f9bcb"

    // Spacing, on a 4-px base
    readonly property int s1: 4
    readonly property int s2: 8
    readonly property int s3: 12
    readonly property int s4: 16
    readonly property int s5: 20
    readonly property int s6: 24
    readonly property int s8: 32
    readonly property int s10: 40
    readonly property int s12: 48
    readonly property int s16: 64

    // Shape
    readonly property int radiusTag: 6
    readonly property int radiusCover: 10
    readonly property int radiusControl: 12
    readonly property int radiusOption: 14
    readonly property int radiusCard: 16
    readonly property int radiusProfile: 20
    readonly property int radiusSheet: 24
    readonly property int hairline: root.highContrast ? 2 : 1
    readonly property int strongLine: root.highContrast ? 4 : 2
    readonly property int focusWidth: 3
    readonly property int focusGap: 2
    readonly property int highContrastBar: 6

    // Sizes; rows and buttons grow with the text
    readonly property int touch: 48
    readonly property int controlDense: Math.round(40 * root.headingScale)
    readonly property int controlHeight: Math.round(48 * root.headingScale)
    readonly property int controlLarge: Math.round(56 * root.headingScale)
    readonly property int chipHeight: Math.round(36 * root.textScale)
    readonly property int drawerWidth: Math.round(232 * Math.min(root.textScale, 1.45))
    readonly property int railWidth: Math.round(80 * root.headingScale)
    readonly property int bottomBarHeight: Math.round(72 * root.headingScale)
    readonly property int playerTopHeight: Math.round(72 * Math.min(root.textScale, 1.25))
    readonly property int playerBottomHeight: Math.round(88 * Math.min(root.textScale, 1.25))
    readonly property int sheetWidth: 464
    readonly property int dialogWidth: 560
    readonly property int readingWidth: 720

    // Breakpoints, by window width
    readonly property int tabletWidth: 600
    readonly property int desktopWidth: 1200
    readonly property int listDetailWidth: 840
    readonly property int feedbackBesideWidth: 1000

    // Motion
    readonly property int fast: root.reducedMotion ? 0 : 120
    readonly property int base: root.reducedMotion ? 0 : 200
    readonly property int slow: root.reducedMotion ? 0 : 320
    readonly property int bloom: root.reducedMotion ? 0 : 900
    readonly property int toastDuration: 6000
    readonly property var enterCurve: [0.2, 0, 0, 1, 1, 1]
    readonly property var leaveCurve: [0.3, 0, 1, 1, 1, 1]

    // Type
    readonly property TypeScale type: TypeScale {}
    readonly property real headingScale: Math.min(root.textScale, 1.5)

    /** The colours of one scheme, e.g. for a picture of it. */
    function colorsOf(scheme: string): ColorSet {
        return scheme === "dark" ? root.darkColors : scheme === "highContrast" ? root.highContrastColors : root.lightColors;
    }

    /** Pixel size of a KText style (see TypeScale.qml) at the present text size. */
    function fontSize(style: int): int {
        return Math.round(root.type.sizes[style] * (root.type.isHeading(style) ? root.headingScale : root.textScale));
    }

    /** Line height of a KText style for text written in \a textLanguage, at the present text size. */
    function lineHeight(style: int, textLanguage: string): int {
        return Math.round(root.type.line(style, textLanguage) * (root.type.isHeading(style) ? root.headingScale : root.textScale));
    }

    /** Family for text written in \a textLanguage, whatever the interface speaks. */
    function fontFamily(textLanguage: string): string {
        return textLanguage.startsWith("zh") ? "Noto Sans CJK SC" : "Noto Sans";
    }

    /** Icons grow with the text, at most by half. */
    function iconSize(size: int): int {
        return Math.round(size * root.headingScale);
    }

    /** A length that holds text and so grows with it. */
    function scaled(length: int): int {
        return Math.round(length * root.textScale);
    }

    /** How far letters of \a size sit below the top of a line of that fixed height, so that the space is shared above and below. */
    function halfLeading(size: real, line: real, textLanguage: string): real {
        const natural = size * (textLanguage.startsWith("zh") ? root.type.naturalChinese : root.type.naturalLatin);
        return Math.max(0, (line - natural) / 2);
    }

    /** Text whose last two Chinese characters stay in one line, with what closes the sentence: none ends up alone. */
    function unbroken(text: string): string {
        return text.replace(/([\u4e00-\u9fff])([\u4e00-\u9fff][，。！？；：、”’）》」』…]*)$/, "$1\u2060$2");
    }

    /** Pale fill of a Tone. */
    function soft(tone: int): color {
        return [root.colors.sunken, root.colors.kapokSoft, root.colors.indigoSoft, root.colors.leafSoft, root.colors.turmericSoft, root.colors.berrySoft][tone];
    }

    /** Text on the pale fill of a Tone. */
    function onSoft(tone: int): color {
        return [root.colors.ink2, root.colors.onKapokSoft, root.colors.onIndigoSoft, root.colors.onLeafSoft, root.colors.onTurmericSoft, root.colors.onBerrySoft][tone];
    }

    /** The Tone itself: icons, lines and words on paper. */
    function strong(tone: int): color {
        return [root.colors.ink2, root.colors.kapokInk, root.colors.indigo, root.colors.leaf, root.colors.turmeric, root.colors.berry][tone];
    }
}
