// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** Top of the course page: cover, tags, title, summary, and how long it takes. */
Item {
    id: root

    required property CourseModel course

    readonly property bool beside: root.width >= 600 * Math.min(Theme.textScale, 1.3)

    implicitHeight: root.beside ? Math.max(picture.height, words.height) : picture.height + Theme.s4 + words.height

    CourseCover {
        id: picture

        width: root.beside ? 248 : Math.min(root.width, Math.round(height * 16 / 9))
        height: root.beside ? 176 : Math.round(Math.min(220, root.width * 9 / 16))
        radius: Theme.radiusCard
        behind: Theme.colors.paper
        cover: root.course.cover
        coverDark: root.course.coverDark
    }

    Column {
        id: words

        x: root.beside ? picture.width + Theme.s6 : 0
        y: root.beside ? 0 : picture.height + Theme.s4
        width: root.width - x
        height: root.beside ? Math.max(picture.height, implicitHeight) : implicitHeight
        spacing: Theme.radiusTag

        Flow {
            width: parent.width
            spacing: Theme.radiusTag

            KTag {
                text: root.course.subjectText
                visible: text.length > 0
            }

            KTag {
                text: root.course.languages
                language: "en"
                visible: text.length > 0
            }
        }

        KText {
            topPadding: Theme.s1
            width: parent.width
            text: Theme.unbroken(root.course.title)
            language: root.course.contentLanguage
            style: KText.H1
            Accessible.role: Accessible.Heading
        }

        KText {
            width: parent.width
            text: Theme.unbroken(root.course.titleSecond)
            language: root.course.secondLanguage
            style: KText.Label
            bold: false
            color: Theme.colors.ink2
            visible: text.length > 0
        }

        KText {
            width: parent.width
            text: Theme.unbroken(root.course.summary)
            language: root.course.contentLanguage
            color: Theme.colors.ink2
        }

        Flow {
            topPadding: Theme.s2
            width: parent.width
            spacing: Theme.s5

            CourseFact {
                icon: "clock"
                text: root.course.minutesText
            }

            CourseFact {
                icon: "pages"
                text: root.course.lessonsText
            }

            CourseFact {
                icon: "record"
                //: How many training hours a course counts for, beside how long it takes. %1 is such as "4 hours".
                text: root.course.periodsText.length > 0 ? qsTr("%1 of training").arg(root.course.periodsText) : ""
            }
        }
    }
}
