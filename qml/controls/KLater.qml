// SPDX-License-Identifier: Apache-2.0
import QtQuick

/**
 * A page that is made when it is first shown: what nobody opens costs neither time nor memory. Kept while hidden unless
 * said otherwise.
 *
 *     KLater { url: Qt.resolvedUrl("RecordPage.qml"); given: ({home: root.home}); shown: root.area === "record" }
 */
Loader {
    id: root

    /** The file of the page. */
    required property url url
    /** What its required properties are set to, once. */
    property var given: ({})
    property bool shown: false
    /** Stays when it is no longer shown. */
    property bool kept: true

    function follow() {
        if (!root.shown && !root.kept)
            root.source = "";
        else if (root.shown && !root.item)
            root.setSource(root.url, root.given);
    }

    visible: root.shown
    onShownChanged: root.follow()
    Component.onCompleted: root.follow()
}
