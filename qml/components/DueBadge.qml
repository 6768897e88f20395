// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** When an assigned course is due. Late is a fact, not a judgement. */
KBadge {
    id: root

    required property int dueState

    tone: root.dueState === CourseListModel.Late ? Tone.Berry : root.dueState === CourseListModel.DueSoon ? Tone.Turmeric : Tone.Neutral
    icon: root.dueState === CourseListModel.Late ? "alert" : root.dueState === CourseListModel.DueSoon ? "clock" : "calendar"
    visible: root.text.length > 0
}
