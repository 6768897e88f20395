// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/http/gunzip.h"

#include <algorithm>
#include <zlib.h>

namespace kapok::kapokd {
namespace {

constexpr std::size_t kPiece = 64 * 1024;

struct Inflater {
    Inflater() { ready = inflateInit2(&stream, 15 + 16) == Z_OK; } // the largest window, gzip header
    ~Inflater() { inflateEnd(&stream); }
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    z_stream stream{};
    bool ready = false;
};

} // namespace

Result<std::string> gunzip(std::string_view packed, std::size_t mostBytes)
{
    const Error broken{ErrorCode::InvalidInput, "The body is not the gzip that Content-Encoding says."};
    Inflater inflater;
    if (!inflater.ready)
        return Error{ErrorCode::Internal, "zlib could not be set up."};
    std::string in(packed); // zlib's interface is not const
    inflater.stream.next_in = reinterpret_cast<Bytef *>(in.data());
    inflater.stream.avail_in = static_cast<uInt>(in.size());
    std::string out;
    for (;;) {
        const std::size_t before = out.size();
        out.resize(std::min(before + kPiece, mostBytes + 1));
        inflater.stream.next_out = reinterpret_cast<Bytef *>(out.data() + before);
        inflater.stream.avail_out = static_cast<uInt>(out.size() - before);
        const int code = inflate(&inflater.stream, Z_NO_FLUSH);
        out.resize(out.size() - inflater.stream.avail_out);
        if (out.size() > mostBytes)
            return Error{ErrorCode::StorageFull, "The body is too large once unpacked."};
        if (code == Z_STREAM_END)
            return out;
        if (code != Z_OK)
            return broken;
    }
}

} // namespace kapok::kapokd
