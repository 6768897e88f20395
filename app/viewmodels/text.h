// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/text.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <filesystem>
#include <string>
#include <vector>

/// Between the types of core and of Qt.
namespace kapok::viewmodels {

[[nodiscard]] inline QString toQt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// The file as a URL; empty for no file.
[[nodiscard]] inline QUrl toUrl(const std::filesystem::path &file)
{
    return file.empty() ? QUrl() : QUrl::fromLocalFile(toQt(file.string()));
}

/// In which languages she reads: the first one, and one beside it or "". Everything else is a fallback.
struct Reading {
    std::string first = "vi";
    std::string second;

    /// The text to show first; in any language when it must be.
    [[nodiscard]] QString in(const LocalizedText &text) const
    {
        const std::vector<std::string> wanted{first, "en", "vi", "zh"};
        return toQt(text.in(wanted));
    }
    /// The text beside it; "" when one language is read, or it has none.
    [[nodiscard]] QString beside(const LocalizedText &text) const
    {
        return second.empty() || second == first || !text.has(second) ? QString() : toQt(text.in(second));
    }

    bool operator==(const Reading &) const = default;
};

} // namespace kapok::viewmodels
