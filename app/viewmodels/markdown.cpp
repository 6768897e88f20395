// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/markdown.h"

#include "app/viewmodels/block_list_model.h"

#include <QTextBlock>
#include <QTextDocument>
#include <QTextFragment>
#include <QTextList>

namespace kapok::viewmodels {
namespace {

bool isItem(const MarkdownBlock &block)
{
    return block.kind == BlockListModel::Bullet || block.kind == BlockListModel::Numbered;
}

QString styledFragment(const QTextFragment &fragment, bool heading)
{
    const QTextCharFormat format = fragment.charFormat();
    if (format.isImageFormat())
        return {}; // pictures of a course are pages of their own
    QString styled = fragment.text().toHtmlEscaped();
    styled.replace(QChar::LineSeparator, QLatin1String("<br>"));
    if (format.fontStrikeOut())
        styled = QStringLiteral("<s>%1</s>").arg(styled);
    if (format.fontItalic())
        styled = QStringLiteral("<i>%1</i>").arg(styled);
    if (format.fontWeight() >= QFont::DemiBold && !heading) // headings are bold by themselves
        styled = QStringLiteral("<b>%1</b>").arg(styled);
    return styled;
}

void readKind(const QTextBlock &block, MarkdownBlock &read)
{
    const QTextBlockFormat format = block.blockFormat();
    if (const QTextList *list = block.textList()) {
        const bool numbered = list->format().style() <= QTextListFormat::ListDecimal;
        read.kind = numbered ? BlockListModel::Numbered : BlockListModel::Bullet;
        read.level = std::max(0, list->format().indent() - 1);
        if (numbered)
            read.marker = QString::number(list->itemNumber(block) + 1);
    } else if (format.headingLevel() > 0) {
        read.kind = BlockListModel::Heading;
        read.level = format.headingLevel();
    } else if (format.hasProperty(QTextFormat::BlockTrailingHorizontalRulerWidth)) {
        read.kind = BlockListModel::Rule;
    } else if (format.hasProperty(QTextFormat::BlockCodeFence) ||
               format.hasProperty(QTextFormat::BlockCodeLanguage)) {
        read.kind = BlockListModel::Code;
    } else if (format.intProperty(QTextFormat::BlockQuoteLevel) > 0) {
        read.kind = BlockListModel::Quote;
        read.level = format.intProperty(QTextFormat::BlockQuoteLevel);
    } else {
        read.kind = BlockListModel::Paragraph;
    }
}

MarkdownBlock readBlock(const QTextBlock &block)
{
    MarkdownBlock read;
    readKind(block, read);
    for (auto it = block.begin(); !it.atEnd(); ++it)
        read.styled += styledFragment(it.fragment(), read.kind == BlockListModel::Heading);
    read.plain = block.text();
    read.plain.remove(QChar::ObjectReplacementCharacter);
    read.plain.replace(QChar::LineSeparator, QLatin1Char(' '));
    return read;
}

} // namespace

std::vector<MarkdownBlock> markdownBlocks(const QString &markdown)
{
    std::vector<MarkdownBlock> blocks;
    if (markdown.trimmed().isEmpty())
        return blocks;
    QTextDocument document;
    document.setUndoRedoEnabled(false);
    document.setMarkdown(markdown, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectCommonMark) |
                                       QTextDocument::MarkdownNoHTML);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        MarkdownBlock read = readBlock(block);
        if (read.styled.isEmpty() && read.kind != BlockListModel::Rule)
            continue;
        const bool moreCode = read.kind == BlockListModel::Code && !blocks.empty() &&
                              blocks.back().kind == BlockListModel::Code;
        if (moreCode) { // lines of one code block
            blocks.back().styled += QLatin1String("<br>") + read.styled;
            blocks.back().plain += QLatin1Char('\n') + read.plain;
        } else {
            blocks.push_back(std::move(read));
        }
    }
    return blocks;
}

QString markdownToStyledText(const QString &markdown)
{
    QString text;
    bool afterItem = false;
    for (const MarkdownBlock &block : markdownBlocks(markdown)) {
        if (!text.isEmpty())
            text += isItem(block) && afterItem ? QLatin1String("<br>") : QLatin1String("<br><br>");
        if (block.kind == BlockListModel::Bullet)
            text += QStringLiteral("• ");
        if (block.kind == BlockListModel::Numbered)
            text += block.marker + QStringLiteral(". ");
        text += block.kind == BlockListModel::Heading ? QStringLiteral("<b>%1</b>").arg(block.styled)
                                                      : block.styled;
        afterItem = isItem(block);
    }
    return text;
}

std::vector<ListRow> pairedBlocks(const QString &first, const QString &firstLanguage, const QString &second,
                                  const QString &secondLanguage)
{
    const std::vector<MarkdownBlock> left = markdownBlocks(first);
    const std::vector<MarkdownBlock> right = markdownBlocks(second);
    std::vector<ListRow> rows;
    const std::size_t count = std::max(left.size(), right.size());
    rows.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const MarkdownBlock a = i < left.size() ? left[i] : MarkdownBlock{};
        const MarkdownBlock b = i < right.size() ? right[i] : MarkdownBlock{};
        const MarkdownBlock &shape = i < left.size() ? a : b;
        rows.push_back({QString::number(i),
                        {shape.kind, a.styled, b.styled, shape.marker, shape.level, firstLanguage,
                         secondLanguage, a.plain, b.plain}});
    }
    return rows;
}

} // namespace kapok::viewmodels
