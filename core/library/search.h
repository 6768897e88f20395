// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/ids.h"
#include "core/base/text.h"

#include <string>
#include <string_view>
#include <vector>

namespace kapok::library {

/// One place where all words of a query occur: a course (lesson and page empty) or one of its pages.
struct SearchHit {
    CourseId course;
    LessonId lesson;
    PageId page;
    LocalizedText title;       ///< of the page, or of the course
    std::string language;      ///< the language the words were found in
    std::string snippet;       ///< a piece of the text around the first word, as written; "" for a title hit
    bool exactAccents = false; ///< written as asked, accents and all; such hits come first

    bool operator==(const SearchHit &) const = default;
};

/// The words that are indexed for \p text, separated by blanks: folded words (core/base/text.h) and, for
/// Chinese, single characters and pairs of neighbours. (SQLite's own tokenizers find neither "dang" in
/// "Đặng" nor two Chinese characters; domain.md 6.)
[[nodiscard]] std::string searchTokens(std::string_view text);

/// The FTS5 expression that finds \p query in searchTokens(): every word must occur, the last as a
/// beginning of a word; Chinese runs as consecutive pairs. Empty when \p query has nothing to look for.
[[nodiscard]] std::string searchExpression(std::string_view query);

/// Markdown without its marks, for the index and for snippets.
[[nodiscard]] std::string plainText(std::string_view markdown);

} // namespace kapok::library
