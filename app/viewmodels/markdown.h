// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/list_model.h"

#include <QString>

#include <vector>

/// Course texts for QML. Whatever an author wrote, only the marks below come out: course text is not trusted.
namespace kapok::viewmodels {

/// One block of a Markdown text.
struct MarkdownBlock {
    int kind = 0;   ///< BlockListModel::Kind
    int level = 0;  ///< of a heading from 1, of a list item from 0
    QString marker; ///< "1" of a numbered item
    QString styled; ///< escaped text with <b>, <i>, <s>, <br> only
    QString plain;
};

/// The blocks of \p markdown (CommonMark). Raw HTML is shown as the text it is, pictures are left out, links
/// keep their text and lead nowhere: a course is worked through without a network.
[[nodiscard]] std::vector<MarkdownBlock> markdownBlocks(const QString &markdown);

/// All blocks in one styled text, for short bodies.
[[nodiscard]] QString markdownToStyledText(const QString &markdown);

/// Rows of BlockListModel: the blocks of both languages side by side. When one language has more blocks, the
/// last pairs have an empty side.
[[nodiscard]] std::vector<ListRow> pairedBlocks(const QString &first, const QString &firstLanguage,
                                                const QString &second, const QString &secondLanguage);

} // namespace kapok::viewmodels
