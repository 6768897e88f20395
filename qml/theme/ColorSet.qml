// SPDX-License-Identifier: Apache-2.0
import QtQuick

/** The colour roles of one theme. A role "onX" is the text on X; qmllint takes it for a handler. */
QtObject {
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
    required property color onKapok
    required property color kapokInk
    required property color kapokSoft
    required property color onKapokSoft
    required property color indigo
    required property color indigoSoft
    required property color onIndigoSoft
    required property color leaf
    required property color leafSoft
    required property color onLeafSoft
    required property color turmeric
    required property color turmericFill
    required property color turmericSoft
    required property color onTurmericSoft
    required property color berry
    required property color berrySoft
    required property color onBerrySoft
    required property color track
    required property color heat1
    required property color heat2
    required property color heat3
    required property color heat4
    required property color heat5
    required property color onHeat1
    required property color onHeat2
    required property color onHeat3
    required property color onHeat4
    required property color onHeat5
    required property color focus
    required property color scrim
}
