// SPDX-License-Identifier: Apache-2.0
import QtQuick

/** The meanings a colour can carry. Theme.soft, Theme.onSoft and Theme.strong turn one into colours. */
QtObject {
    enum Name {
        Neutral,
        Kapok,
        Indigo,
        Leaf,
        Turmeric,
        Berry
    }
}
