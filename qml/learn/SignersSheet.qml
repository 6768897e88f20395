// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Kapok.Models
import Kapok.Ui

/** Whose courses this device accepts: name, fingerprint to compare, and why it is believed. */
KSheet {
    id: root

    required property SettingsModel settings

    //: Title of the sheet that lists whose courses this device accepts.
    title: qsTr("Trusted course makers")
    spacingInside: Theme.s3

    KText {
        width: parent.width
        //: On the sheet of trusted course makers.
        text: qsTr("Kapok opens only courses signed by one of these, also without a connection. To be sure, compare the fingerprint with what the course maker tells you.")
        style: KText.Small
        color: Theme.colors.ink2
    }

    KCard {
        width: parent.width
        height: rows.height
        visible: root.settings.signers.count > 0

        Column {
            id: rows

            width: parent.width

            Repeater {
                model: root.settings.signers
                delegate: SignerRow {
                    width: rows.width
                }
            }
        }
    }
}
