// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** Where a course stands on this device, as icon or ring and words. */
StateLine {
    id: root

    required property int courseState
    required property real share
    required property string words

    readonly property bool loading: root.courseState === CourseListModel.Downloading
    readonly property bool done: root.courseState === CourseListModel.Done

    text: root.words
    bold: root.done
    progress: root.loading ? root.share : -1
    icon: root.courseState === CourseListModel.NotHere ? "download" : root.courseState === CourseListModel.Paused ? "pause" : root.courseState === CourseListModel.OnDevice ? "on-device" : root.courseState === CourseListModel.Update ? "refresh" : root.done ? "check-circle" : "info"
    tone: root.courseState === CourseListModel.OnDevice || root.done ? Tone.Leaf : root.courseState === CourseListModel.Update ? Tone.Indigo : root.courseState === CourseListModel.Paused ? Tone.Turmeric : Tone.Neutral
}
