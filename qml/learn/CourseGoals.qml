// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Kapok.Models
import Kapok.Ui

/** What one can do after the course, and the competencies it builds, side by side or one below the other. */
Item {
    id: root

    required property CourseModel course

    readonly property bool beside: root.width >= 620 * Math.min(Theme.textScale, 1.3) && competencies.visible

    implicitHeight: (root.beside ? Math.max(outcomes.height, competencies.height) : (outcomes.visible ? outcomes.height + Theme.s6 : 0) + (competencies.visible ? competencies.height : 0)) + (outcomes.visible || competencies.visible ? 28 : 0)

    Column {
        id: outcomes

        width: root.beside ? root.width - 300 - Theme.s6 : root.width
        spacing: Theme.s2
        visible: root.course.outcomes.length > 0

        SectionTitle {
            width: parent.width
            //: Title above what one can do after the course.
            text: qsTr("After this course you can")
        }

        Repeater {
            model: root.course.outcomes

            Row {
                id: outcome

                required property string modelData

                width: outcomes.width
                spacing: Theme.s3

                KIcon {
                    y: 2
                    icon: "check"
                    size: 20
                    color: Theme.colors.leaf
                }

                KText {
                    width: parent.width - Theme.iconSize(20) - Theme.s3
                    text: Theme.unbroken(outcome.modelData)
                    language: root.course.contentLanguage
                }
            }
        }
    }

    Column {
        id: competencies

        x: root.beside ? root.width - 300 : 0
        y: root.beside || !outcomes.visible ? 0 : outcomes.height + Theme.s6
        width: root.beside ? 300 : root.width
        spacing: Theme.s2
        visible: root.course.competencies.count > 0

        SectionTitle {
            width: parent.width
            //: Title above the AI competencies a course builds.
            text: qsTr("Competencies")
        }

        Row {
            width: parent.width
            spacing: Theme.s4

            Blossom {
                id: flower

                size: 104
                levels: root.course.competencyLevels
            }

            Column {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - flower.width - parent.spacing
                spacing: 10

                Repeater {
                    model: root.course.competencies
                    delegate: CompetencyLine {
                        width: parent ? parent.width : 0
                    }
                }
            }
        }
    }
}
