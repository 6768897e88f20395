// SPDX-License-Identifier: Apache-2.0
#include "core/base/text.h"
#include "core/course/captions.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

/// Reads any bytes as captions; what comes out is in order, has an end after its start and is UTF-8.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace kapok::course;
    const auto captions = readCaptions({reinterpret_cast<const char *>(data), size});
    const bool inOrder = std::is_sorted(captions.cues.begin(), captions.cues.end(),
                                        [](const Cue &a, const Cue &b) { return a.startMs < b.startMs; });
    const bool fit = std::all_of(captions.cues.begin(), captions.cues.end(), [](const Cue &cue) {
        return cue.startMs < cue.endMs && kapok::isUtf8(cue.text);
    });
    if (!inOrder || !fit || (captions.cues.empty() && captions.faults.empty()))
        std::abort();
    return 0;
}
