// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

/// How large a course may be. Anything beyond is refused before a byte of it is written, so a hostile or
/// damaged file can neither fill a tablet nor exhaust its memory. The figures are in docs/package-format.md.
namespace kapok::course {

inline constexpr std::uint64_t kMaxPackageBytes = 2ull << 30;   ///< the .kapok file, and its blobs together
inline constexpr std::uint64_t kMaxBlobBytes = 512ull << 20;    ///< one medium
inline constexpr std::uint64_t kMaxManifestBytes = 8ull << 20;  ///< manifest.json
inline constexpr std::uint64_t kMaxSignatureBytes = 4ull << 10; ///< manifest.sig
inline constexpr std::uint64_t kMaxPageBytes = 1ull << 20;      ///< one page as JSON or YAML
inline constexpr std::uint64_t kMaxCaptionBytes = 2ull << 20;   ///< one WebVTT file
inline constexpr std::uint64_t kMaxImageBytes = 8ull << 20;     ///< one picture
inline constexpr std::uint64_t kMaxCompressionRatio = 200;      ///< unpacked : packed, of one entry
inline constexpr std::size_t kMaxBlobs = 10'000;
inline constexpr std::size_t kMaxLessons = 200;
inline constexpr std::size_t kMaxPagesPerLesson = 500;
inline constexpr std::size_t kMaxLanguages = 20;
inline constexpr std::size_t kMaxListItems = 200;     ///< options, steps, items, outcomes, authors, …
inline constexpr std::size_t kMaxTextBytes = 200'000; ///< one text in one language
inline constexpr int kMaxMinutes = 100'000;
inline constexpr int kMaxMediaSeconds = 24 * 3600;

/// From here on the checker advises to make a medium smaller: it travels over village connections.
inline constexpr std::uint64_t kLargeMediaBytes = 40ull << 20;
inline constexpr std::uint64_t kLargeImageBytes = 1ull << 20;

} // namespace kapok::course
