// SPDX-License-Identifier: Apache-2.0
import QtQuick

/** The languages of courses under their own names, whatever the interface speaks. */
QtObject {
    id: root

    readonly property var codes: ["vi", "zh", "en"]
    readonly property var names: ["Tiếng Việt", "中文", "English"]
    readonly property var shortNames: ["Việt", "中", "EN"]
    //: Choice of the captions menu.
    readonly property string offText: qsTr("Off")

    /** "vi" → "Tiếng Việt"; a language that is not known stays its code. */
    function name(code: string): string {
        const at = root.codes.indexOf(code);
        return at < 0 ? code : root.names[at];
    }

    function shortName(code: string): string {
        const at = root.codes.indexOf(code);
        return at < 0 ? code : root.shortNames[at];
    }

    /** Words of a caption mode: "off", "vi" or "vi+zh". */
    function modeName(mode: string): string {
        return mode === "off" ? root.offText : mode.split("+").map(code => root.name(code)).join(" + ");
    }

    /** The same for a button; empty when off. */
    function modeShortName(mode: string): string {
        return mode === "off" ? "" : mode.split("+").map(code => root.shortName(code)).join(" + ");
    }
}
