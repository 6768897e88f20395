// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/http/gzip.h"

#include <algorithm>
#include <zlib.h>

namespace kapok::kapokd {
namespace {

constexpr std::size_t kPiece = 64 * 1024;
constexpr int kGzipFormat = 15 + 16; // zlib: the largest window, gzip header

struct Inflater {
    Inflater() { ready = inflateInit2(&stream, kGzipFormat) == Z_OK; }
    ~Inflater() { inflateEnd(&stream); }
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    z_stream stream{};
    bool ready = false;
};

} // namespace

Result<std::string> gunzip(std::string_view packed, std::size_t mostBytes)
{
    const Error broken{ErrorCode::InvalidInput,
                       "header Content-Encoding: says gzip, but the body is none, is cut off, or goes on "
                       "behind its end"};
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
        if (code == Z_STREAM_END && inflater.stream.avail_in == 0)
            return out;
        const bool goesOn = code == Z_STREAM_END ? inflateReset(&inflater.stream) == Z_OK : code == Z_OK;
        if (!goesOn)
            return broken;
    }
}

std::string gzip(std::string_view bytes)
{
    z_stream stream{};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kGzipFormat, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    std::string in(bytes);
    stream.next_in = reinterpret_cast<Bytef *>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const bool isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    out.resize(isWhole ? stream.total_out : 0);
    deflateEnd(&stream);
    return out;
}

} // namespace kapok::kapokd
