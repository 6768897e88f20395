// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** A page with a picture: its caption, its description for who wants or needs it, and the text below. */
PlayerScroll {
    id: root

    required property LessonSession lesson

    property bool describing: false

    bilingual: root.lesson.secondLanguage.length > 0

    PictureViewer {
        id: viewer

        objectName: "pictureViewer"
        source: root.lesson.imageUrl
        description: root.lesson.description
        language: root.lesson.language
    }

    BilingualTitle {
        width: parent.width
        first: root.lesson.title
        second: root.lesson.titleSecond
        firstLanguage: root.lesson.language
        secondLanguage: root.lesson.secondLanguage
        beside: root.beside
    }

    Column {
        width: parent.width
        spacing: Theme.s2

        PictureFrame {
            objectName: "picture"
            roomWidth: parent.width
            source: root.lesson.imageUrl
            description: root.lesson.description
            aiGenerated: root.lesson.aiGenerated
            maximumHeight: Math.max(240, root.height * 0.62)
            onEnlarge: viewer.open()
        }

        BilingualTitle {
            width: parent.width
            first: root.lesson.caption
            second: root.lesson.captionSecond
            firstLanguage: root.lesson.language
            secondLanguage: root.lesson.secondLanguage
            beside: root.beside
            style: KText.Small
            underShare: 1
            role: Accessible.StaticText
            visible: root.lesson.caption.length > 0
        }

        KButton {
            objectName: "describePicture"
            x: -Theme.s3
            kind: KButton.Plain
            size: KButton.Dense
            leadingIcon: "eye"
            //: Button under a picture: shows or hides the words that describe it.
            text: root.describing ? qsTr("Hide the description") : qsTr("Describe this picture")
            onClicked: root.describing = !root.describing
        }

        FeedbackPanel {
            width: parent.width
            visible: root.describing
            tone: Tone.Neutral
            icon: "image"
            title: root.lesson.description
            language: root.lesson.language
        }
    }

    BilingualText {
        width: parent.width
        blocks: root.lesson.blocks
        beside: root.beside
    }
}
