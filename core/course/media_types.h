// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace kapok::course {

/// What a course file is used for; each use allows its own formats.
enum class FileUse { Image, Video, Audio, Captions };

/// The media type of a course file by its ending ("media/check.webm" is "video/webm"), or "" when Kapok
/// does not play or show such files. The ending's case does not matter. ".webm" and ".mp4" are video.
[[nodiscard]] std::string mediaTypeOf(std::string_view path);

/// Whether Kapok can use files of \p mediaType (one of mediaTypeOf()) as \p use.
[[nodiscard]] bool isAllowed(std::string_view mediaType, FileUse use);

/// Whether \p mediaType, known or of a newer version, is of the kind that \p use needs ("image/…").
[[nodiscard]] bool isOfKind(std::string_view mediaType, FileUse use);

/// The endings allowed for \p use, for a message: ".svg, .png, .jpg or .webp".
[[nodiscard]] std::string allowedEndings(FileUse use);

/// Whether the first bytes of a file are those of \p mediaType. Text formats (SVG, WebVTT) have no mark and
/// always pass; their own readers check them.
[[nodiscard]] bool startsLike(std::string_view firstBytes, std::string_view mediaType);

/// How many first bytes startsLike() wants to see.
inline constexpr std::size_t kSniffBytes = 16;

/// Whether \p mediaType is already compressed, so that packing stores it as it is.
[[nodiscard]] bool isCompressed(std::string_view mediaType);

/// Whether \p text has the form of a media type: "image/svg+xml".
[[nodiscard]] bool isMediaType(std::string_view text);

/// Media type of a page's blob in a package.
inline constexpr std::string_view kPageMediaType = "application/vnd.kapok.page+json";

} // namespace kapok::course
