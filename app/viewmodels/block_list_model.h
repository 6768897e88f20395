// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/list_model.h"

namespace kapok::viewmodels {

/// The body of a page as blocks: paragraphs, headings, list items. Each holds the text in the content
/// language and the same block in the second language, so that columns stay level. Texts are Qt styled text
/// (`Text.StyledText`): only <b>, <i>, <s>, <u>, <a>, <br>, <font> and escaped characters, whatever the
/// course author wrote.
class BlockListModel : public kapok::viewmodels::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the models that own it")

public:
    enum Kind { Paragraph, Heading, Bullet, Numbered, Quote, Code, Rule };
    Q_ENUM(Kind)

    enum Role {
        KindRole = Qt::UserRole + 1, ///< Kind
        FirstRole,                   ///< styled text in the content language
        SecondRole, ///< styled text in the second language; "" when she reads one, or there is no such block
        MarkerRole, ///< number of a Numbered item as text ("1"); "" otherwise
        LevelRole,  ///< heading level 1..6, or depth of a list item from 0
        FirstLanguageRole, ///< "vi": choose the font by it
        SecondLanguageRole,
        PlainRole, ///< first without marks, for a screen reader
        PlainSecondRole,
    };
    Q_ENUM(Role)

    explicit BlockListModel(QObject *parent = nullptr);
};

} // namespace kapok::viewmodels
