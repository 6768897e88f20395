// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/base/text.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kapok::course {

/// Why some JSON is refused. Thrown and caught inside core/course only: the readers of manifests and pages
/// turn it into an Error at their border.
struct JsonRefused {
    Error error;
};

/// A value in JSON from elsewhere, with its place for messages ("lessons[2].pages[0].blob"). Every getter
/// checks type and limits and throws JsonRefused. Refers to the parsed document, which must outlive it.
class JsonValue {
public:
    JsonValue(const nlohmann::json &value, std::string place) : m_value(&value), m_place(std::move(place)) {}

    /// Member \p key, which must be there; \c get() gives nothing when it is not.
    [[nodiscard]] JsonValue at(const char *key) const;
    [[nodiscard]] std::optional<JsonValue> get(const char *key) const;
    /// The elements of a list of \p least to \p most.
    [[nodiscard]] std::vector<JsonValue> list(std::size_t least, std::size_t most) const;
    /// The members of an object of at most \p most.
    [[nodiscard]] std::vector<std::pair<std::string, JsonValue>> members(std::size_t most) const;

    [[nodiscard]] std::string text(std::size_t most) const; ///< not empty, no control characters
    [[nodiscard]] std::string id() const;                   ///< isCourseId()
    [[nodiscard]] std::string hash() const;                 ///< isSha256()
    [[nodiscard]] std::string mediaType() const;            ///< isMediaType()
    [[nodiscard]] std::string language() const;             ///< isLanguageTag()
    [[nodiscard]] LocalizedText localized() const;          ///< in at least one language
    [[nodiscard]] int integer(int least, int most) const;
    [[nodiscard]] std::uint64_t size(std::uint64_t most) const;
    [[nodiscard]] double number(double least, double most) const;
    [[nodiscard]] bool boolean() const;

    /// Throws JsonRefused: "<place> <sentence>".
    [[noreturn]] void refuse(const std::string &sentence) const;

private:
    const nlohmann::json *m_value;
    std::string m_place;
};

/// Parses an object of at most \p mostBytes and 32 levels, valid UTF-8; \p what names it in messages.
/// Throws JsonRefused.
[[nodiscard]] nlohmann::json parseObject(std::string_view bytes, std::uint64_t mostBytes,
                                         const std::string &what);

/// {"vi": …, "zh": …} of \p text.
[[nodiscard]] nlohmann::json toJson(const LocalizedText &text);

/// The bytes Kapok writes for \p value: members sorted, no spaces, a final newline.
[[nodiscard]] std::string canonical(const nlohmann::json &value);

} // namespace kapok::course
