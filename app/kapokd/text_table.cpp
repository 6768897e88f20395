// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/text_table.h"

#include <algorithm>

namespace kapok::kapokd {
namespace {

/// Places that UTF-8 \p text takes: two for a Chinese character, whose first byte is that of U+3000 and up.
std::size_t widthOf(const std::string &text)
{
    constexpr unsigned char kFirstWide = 0xE3;
    std::size_t width = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool begins = (byte & 0xC0U) != 0x80U;
        width += begins ? (byte >= kFirstWide ? 2 : 1) : 0;
    }
    return width;
}

} // namespace

void TextTable::add(std::vector<std::string> row)
{
    m_widths.resize(std::max(m_widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) {
        std::replace_if(
            row[i].begin(), row[i].end(), [](unsigned char c) { return c < ' ' || c == 0x7F; }, ' ');
        m_widths[i] = std::max(m_widths[i], widthOf(row[i]));
    }
    m_rows.push_back(std::move(row));
}

void TextTable::write(std::ostream &out) const
{
    for (const auto &row : m_rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            line += row[i];
            if (i + 1 < row.size())
                line.append(m_widths[i] - widthOf(row[i]) + 2, ' ');
        }
        out << line << "\n";
    }
}

} // namespace kapok::kapokd
