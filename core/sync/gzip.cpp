// SPDX-License-Identifier: Apache-2.0
#include "core/sync/gzip.h"

#include "core/sync/tuning.h"

#include <zlib.h>

namespace kapok::sync {

std::string gzip(std::string_view bytes)
{
    constexpr int kGzipFormat = 15 + 16; // zlib: the largest window, gzip header
    z_stream stream{};
    if (deflateInit2(&stream, tuning::kGzipLevel, Z_DEFLATED, kGzipFormat, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    std::string out(deflateBound(&stream, bytes.size()), '\0');
    std::string in(bytes); // zlib's interface is not const
    stream.next_in = reinterpret_cast<Bytef *>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const bool whole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    out.resize(whole ? stream.total_out : 0);
    deflateEnd(&stream);
    return out;
}

} // namespace kapok::sync
