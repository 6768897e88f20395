// SPDX-License-Identifier: Apache-2.0
import QtQuick

/** The colour roles of one theme. A role "onX" is the text on X; it is set as inkOnX, since "onX:" reads as a handler. */
QtObject {
    id: root

    required property color paper
    required property color surface
    required property color raised
    required property color sunken
    required property color line
    required property color lineStrong
    required property color ink
    required property color ink2
    required property color ink3
    required property color kapok
    required property color kapokPressed
    required property color inkOnKapok
    readonly property color onKapok: root.inkOnKapok
    required property color kapokInk
    required property color kapokSoft
    required property color inkOnKapokSoft
    readonly property color onKapokSoft: root.inkOnKapokSoft
    required property color indigo
    required property color indigoSoft
    required property color inkOnIndigoSoft
    readonly property color onIndigoSoft: root.inkOnIndigoSoft
    required property color leaf
    required property color leafSoft
    required property color inkOnLeafSoft
    readonly property color onLeafSoft: root.inkOnLeafSoft
    required property color turmeric
    required property color turmericFill
    required property color turmericSoft
    required property color inkOnTurmericSoft
    readonly property color onTurmericSoft: root.inkOnTurmericSoft
    required property color berry
    required property color berrySoft
    required property color inkOnBerrySoft
    readonly property color onBerrySoft: root.inkOnBerrySoft
    required property color track
    required property color heat1
    required property color heat2
    required property color heat3
    required property color heat4
    required property color heat5
    required property color inkOnHeat1
    readonly property color onHeat1: root.inkOnHeat1
    required property color inkOnHeat2
    readonly property color onHeat2: root.inkOnHeat2
    required property color inkOnHeat3
    readonly property color onHeat3: root.inkOnHeat3
    required property color inkOnHeat4
    readonly property color onHeat4: root.inkOnHeat4
    required property color inkOnHeat5
    readonly property color onHeat5: root.inkOnHeat5
    required property color focus
    required property color scrim
}
