// SPDX-License-Identifier: Apache-2.0
import QtQuick

/** Minutes and seconds as "2:14". */
QtObject {
    function text(ms: int): string {
        const seconds = Math.max(0, Math.floor(ms / 1000));
        return Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
    }
}
