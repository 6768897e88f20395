// SPDX-License-Identifier: Apache-2.0
#include "core/course/media_types.h"

#include <algorithm>
#include <array>

namespace kapok::course {
namespace {

using namespace std::string_view_literals;

/// One format Kapok shows or plays, by the ending of its files.
struct Format {
    std::string_view ending;
    std::string_view mediaType;
    FileUse use;
    std::string_view mark; ///< bytes at `markAt`; empty for text
    std::size_t markAt;
};

constexpr std::array<Format, 13> kFormats = {{
    {".svg", "image/svg+xml", FileUse::Image, "", 0},
    {".png", "image/png", FileUse::Image, "\x89PNG\r\n\x1a\n"sv, 0},
    {".jpg", "image/jpeg", FileUse::Image, "\xff\xd8\xff"sv, 0},
    {".jpeg", "image/jpeg", FileUse::Image, "\xff\xd8\xff"sv, 0},
    {".webp", "image/webp", FileUse::Image, "WEBP"sv, 8},
    {".webm", "video/webm", FileUse::Video, "\x1a\x45\xdf\xa3"sv, 0},
    {".mp4", "video/mp4", FileUse::Video, "ftyp"sv, 4},
    {".ogg", "audio/ogg", FileUse::Audio, "OggS"sv, 0},
    {".opus", "audio/ogg", FileUse::Audio, "OggS"sv, 0},
    {".mp3", "audio/mpeg", FileUse::Audio, "", 0}, // two possible marks, see startsLike()
    {".m4a", "audio/mp4", FileUse::Audio, "ftyp"sv, 4},
    {".wav", "audio/wav", FileUse::Audio, "WAVE"sv, 8},
    {".vtt", "text/vtt", FileUse::Captions, "", 0},
}};

char toLower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool startsLikeMp3(std::string_view bytes)
{
    return bytes.starts_with("ID3") || (bytes.size() >= 2 && bytes[0] == '\xff' &&
                                        (static_cast<unsigned char>(bytes[1]) & 0xe0u) == 0xe0u);
}

} // namespace

std::string mediaTypeOf(std::string_view path)
{
    const std::size_t dot = path.rfind('.');
    if (dot == std::string_view::npos)
        return {};
    std::string ending(path.substr(dot));
    std::transform(ending.begin(), ending.end(), ending.begin(), toLower);
    for (const Format &format : kFormats) {
        if (format.ending == ending)
            return std::string(format.mediaType);
    }
    return {};
}

bool isAllowed(std::string_view mediaType, FileUse use)
{
    return std::any_of(kFormats.begin(), kFormats.end(), [&](const Format &format) {
        return format.mediaType == mediaType && format.use == use;
    });
}

bool isOfKind(std::string_view mediaType, FileUse use)
{
    switch (use) {
    case FileUse::Image:
        return mediaType.starts_with("image/");
    case FileUse::Video:
        return mediaType.starts_with("video/");
    case FileUse::Audio:
        return mediaType.starts_with("audio/");
    case FileUse::Captions:
        return mediaType == "text/vtt";
    }
    return false;
}

std::string allowedEndings(FileUse use)
{
    std::string all;
    std::string last;
    for (const Format &format : kFormats) {
        if (format.use != use)
            continue;
        if (!last.empty())
            all += (all.empty() ? "" : ", ") + last;
        last = format.ending;
    }
    return all.empty() ? last : all + " or " + last;
}

bool startsLike(std::string_view firstBytes, std::string_view mediaType)
{
    if (mediaType == "audio/mpeg")
        return startsLikeMp3(firstBytes);
    for (const Format &format : kFormats) {
        if (format.mediaType == mediaType && !format.mark.empty())
            return firstBytes.size() > format.markAt &&
                   firstBytes.substr(format.markAt).starts_with(format.mark);
    }
    return true;
}

bool isCompressed(std::string_view mediaType)
{
    const bool isText = mediaType.starts_with("text/") || mediaType.ends_with("+xml") ||
                        mediaType.ends_with("+json") || mediaType == "audio/wav";
    return !isText;
}

bool isMediaType(std::string_view text)
{
    const std::size_t slash = text.find('/');
    const auto isPart = [](std::string_view part) {
        return !part.empty() && std::all_of(part.begin(), part.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
        });
    };
    return text.size() <= 100 && slash != std::string_view::npos && isPart(text.substr(0, slash)) &&
           isPart(text.substr(slash + 1));
}

} // namespace kapok::course
