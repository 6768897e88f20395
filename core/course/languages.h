// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace kapok::course {

/// Whether \p tag has the form of a BCP 47 language tag ("vi", "zh", "zh-Hans", "tyz").
[[nodiscard]] bool isLanguageTag(std::string_view tag);

/// Whether \p tag is well-formed and, if its language has two letters, that language exists (ISO 639-1).
/// Codes of three letters are taken as they are: lists of small languages are never complete.
[[nodiscard]] bool isKnownLanguage(std::string_view tag);

/// The tag that was probably meant, for those mistaken most ("vn" for "vi", "cn" for "zh"), or "".
[[nodiscard]] std::string likelyLanguage(std::string_view tag);

/// English name with the tag, for a message: "Vietnamese (vi)"; the quoted tag alone when there is none.
[[nodiscard]] std::string languageName(const std::string &tag);

} // namespace kapok::course
