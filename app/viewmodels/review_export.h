// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDate>
#include <QString>

/// Where an exported list or another file made for people goes.
namespace kapok::viewmodels {

/// "kapok-quang-uyen-2026-11-22": no character that any file system refuses, whatever the unit is called.
[[nodiscard]] QString exportName(const QString &unit, QDate day);
/// The person's downloads, else her documents, else her home. Exists or can be made.
[[nodiscard]] QString exportFolder();
/// Writes \p content to FOLDER/NAME.ENDING, or NAME-2.ENDING and so on: nothing is replaced. Returns the path
/// as the system writes it. StorageFull or StorageBroken.
[[nodiscard]] Result<QString> writeExport(const QString &folder, const QString &name,
                                          const QByteArray &content,
                                          const QString &ending = QStringLiteral("csv"));

} // namespace kapok::viewmodels
