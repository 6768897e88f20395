// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

/// The text formats xAPI uses. Each answers whether the whole text has the form. Pure; from any thread.
namespace kapok::xapi {

/// The most bytes of a text that is looked up by: the ids of verbs and activities, what identifies an agent,
/// the ids of documents. An entry of PostgreSQL's indexes has room for 2,704 with what stands beside it.
inline constexpr std::size_t kMaxIndexedBytes = 2000;

/// An absolute IRI: a scheme, a colon and at least one more character, nothing that RFC 3987 forbids.
[[nodiscard]] bool isIri(std::string_view text);
/// RFC 5646, well-formedness: subtag lengths and kinds, no repeated singleton or variant.
[[nodiscard]] bool isLanguageTag(std::string_view text);
/// ISO 8601 4.4.3.2: PnYnMnDTnHnMnS or PnW; a fraction only in the last number.
[[nodiscard]] bool isDuration(std::string_view text);
/// ISO 8601 / RFC 3339 with seconds, in the years 0000 to 9999 of UTC; the offsets -00, -0000 and -00:00 are
/// refused.
[[nodiscard]] bool isTimestamp(std::string_view text);
/// "mailto:" and one address.
[[nodiscard]] bool isMailto(std::string_view text);
/// 40 hexadecimal digits.
[[nodiscard]] bool isSha1(std::string_view text);
/// type "/" subtype, with parameters.
[[nodiscard]] bool isMediaType(std::string_view text);
/// A UUID with an RFC 4122 variant, any case.
[[nodiscard]] bool isStatementId(std::string_view text);

/// How long a duration is, for comparing: finer than a hundredth of a second is cut off, whatever number had
/// the fraction. A month is no number of days, and a day is 24 hours.
struct DurationLength {
    std::int64_t months = 0; ///< in millionths; a year is twelve
    std::int64_t hundredths = 0;

    bool operator==(const DurationLength &) const = default;
};
/// Nothing when it is no duration, or has a number of ten thousand millions or more.
[[nodiscard]] std::optional<DurationLength> durationLength(std::string_view text);

} // namespace kapok::xapi
