// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace kapok::viewmodels {

/// Rows as CSV for spreadsheets (RFC 4180): UTF-8 with byte order mark, CRLF, quotes where needed. A cell
/// that a spreadsheet would run as a formula (it begins with = + - @, a tab or a line end) gets an apostrophe
/// in front, unless it is a number.
[[nodiscard]] QByteArray toCsv(const std::vector<QStringList> &rows);

} // namespace kapok::viewmodels
