// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace kapok::course {

/// What a course file is used for; each use allows its own formats.
enum class FileUse { Image, Video, Audio, Captions };

/// The media type of a course file by its ending ("media/check.webm" is "video/webm"), or "" when Kapok
/// does not play or show such files. The ending's case does not matter.
[[nodiscard]] std::string mediaTypeOf(std::string_view path);

/// Whether files of \p mediaType can be used as \p use.
[[nodiscard]] bool isAllowed(std::string_view mediaType, FileUse use);

/// The endings allowed for \p use, for a message: ".svg, .png, .jpg or .webp".
[[nodiscard]] std::string allowedEndings(FileUse use);

/// Whether \p mediaType is already compressed, so that packing stores it as it is.
[[nodiscard]] bool isCompressed(std::string_view mediaType);

/// Media type of a page's blob in a package.
inline constexpr std::string_view kPageMediaType = "application/vnd.kapok.page+json";

} // namespace kapok::course
