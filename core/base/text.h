// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kapok {

/// One text in several languages, by BCP 47 tag ("vi", "zh", "en"). None is the original.
struct LocalizedText {
    std::map<std::string, std::string> byLanguage;

    [[nodiscard]] bool empty() const { return byLanguage.empty(); }
    /// The text in the first of \p preferred that exists, else in any language, else "".
    [[nodiscard]] const std::string &in(std::span<const std::string> preferred) const;
    [[nodiscard]] const std::string &in(const std::string &language) const;
    [[nodiscard]] bool has(const std::string &language) const { return byLanguage.contains(language); }
    bool operator==(const LocalizedText &) const = default;
};

/// Folds \p text for searching: canonical decomposition, marks dropped, đ to d, lower case. So "dang"
/// finds "Đặng" and "hoà" equals "hòa"; Chinese characters stay. (Unicode TR15, TR10.)
[[nodiscard]] std::string foldForSearch(std::string_view text);

/// Whether every word of \p query occurs in \p text, both folded; Chinese matches as a substring.
[[nodiscard]] bool matchesSearch(std::string_view text, std::string_view query);

/// Which people come first: sort key of a full name. Vietnamese names sort by given name, then
/// middle, then family; Chinese ones by pinyin (with the readings surnames have); see domain.md 6.
/// Keys compare bytewise. \p language is the language the name is written in ("vi", "zh", "en").
[[nodiscard]] std::string nameSortKey(std::string_view fullName, std::string_view language);

/// "vi", "zh" or "en" by the script and letters of \p fullName: Han is zh; else vi.
[[nodiscard]] std::string languageOfName(std::string_view fullName);

/// Whether \p bytes are well-formed UTF-8.
[[nodiscard]] bool isUtf8(std::string_view bytes);

} // namespace kapok
