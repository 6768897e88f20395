// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/inflate.h"

#include <algorithm>
#include <zlib.h>

namespace kapok::kapokd {

Result<std::optional<std::string>> gunzip(std::string_view packed, std::size_t limit)
{
    z_stream stream{};
    if (inflateInit2(&stream, 15 + 16) != Z_OK)
        return Error{ErrorCode::Internal, "There is no memory to unpack the body."};
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    std::string bytes;
    int state = Z_OK;
    while (state == Z_OK && bytes.size() <= limit) {
        const std::size_t done = bytes.size();
        bytes.resize(std::min(limit + 1, done + std::max<std::size_t>(64 * 1024, done)));
        stream.next_out = reinterpret_cast<Bytef *>(bytes.data() + done);
        stream.avail_out = static_cast<uInt>(bytes.size() - done);
        state = inflate(&stream, Z_NO_FLUSH);
        bytes.resize(bytes.size() - stream.avail_out);
    }
    const bool whole = state == Z_STREAM_END && stream.avail_in == 0;
    inflateEnd(&stream);
    if (bytes.size() > limit)
        return std::optional<std::string>();
    if (!whole)
        return Error{ErrorCode::InvalidInput, "The body is not the gzip that Content-Encoding says."};
    return std::optional(std::move(bytes));
}

} // namespace kapok::kapokd
