// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kapok::course {

/// One caption, shown from `startMs` up to (not including) `endMs` of the medium.
struct Cue {
    std::int64_t startMs = 0;
    std::int64_t endMs = 0;
    std::string text; ///< plain text: tags dropped, entities resolved; lines separated by "\n"

    bool operator==(const Cue &) const = default;
};

/// Something in a caption file that a player would drop or misread.
struct CaptionFault {
    int line = 1; ///< from 1
    std::string sentence;

    bool operator==(const CaptionFault &) const = default;
};

struct Captions {
    std::vector<Cue> cues; ///< by start time
    std::vector<CaptionFault> faults;
};

/// Reads a WebVTT file (W3C WebVTT, section 6.1: byte order mark, any line ends, NOTE, STYLE and REGION
/// blocks skipped). Like a browser it keeps every cue that can be read; what is wrong is in `faults`. Without
/// the WEBVTT signature, or when it is not UTF-8, there are no cues.
[[nodiscard]] Captions readCaptions(std::string_view bytes);

/// The cue to show at \p ms, or null between cues. With overlapping cues the one that started last.
[[nodiscard]] const Cue *cueAt(const std::vector<Cue> &cues, std::int64_t ms);

/// Seconds of a chapter's start as courses write it, "m:ss" or "h:mm:ss"; nothing for any other text.
[[nodiscard]] std::optional<int> parseClock(std::string_view text);

} // namespace kapok::course
