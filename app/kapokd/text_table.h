// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace kapok::kapokd {

/// Rows under headings for a terminal: a line each, columns below each other with two blanks between, so that
/// a program finds the first column by a blank. Control characters are shown as a blank.
class TextTable {
public:
    explicit TextTable(std::vector<std::string> headings) { add(std::move(headings)); }

    /// \p row has as many cells as there are headings.
    void add(std::vector<std::string> row);
    void write(std::ostream &out) const;

private:
    std::vector<std::vector<std::string>> m_rows;
    std::vector<std::size_t> m_widths;
};

} // namespace kapok::kapokd
