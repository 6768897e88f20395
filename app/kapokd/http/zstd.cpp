// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/http/zstd.h"

#include <algorithm>
#include <memory>
#include <zstd.h>

namespace kapok::kapokd {
namespace {

constexpr std::size_t kPiece = 64 * 1024;
constexpr int kLargestWindow = 23; // 8 MiB, what RFC 9659 allows on the web

struct FreeStream {
    void operator()(ZSTD_DStream *stream) const { ZSTD_freeDStream(stream); }
};

} // namespace

Result<std::string> unzstd(std::string_view packed, std::size_t mostBytes)
{
    const Error broken{ErrorCode::InvalidInput, "The body is not the zstd that Content-Encoding says."};
    const std::unique_ptr<ZSTD_DStream, FreeStream> stream(ZSTD_createDStream());
    if (!stream || ZSTD_isError(ZSTD_DCtx_setParameter(stream.get(), ZSTD_d_windowLogMax, kLargestWindow)))
        return Error{ErrorCode::Internal, "zstd could not be set up."};
    ZSTD_inBuffer in{packed.data(), packed.size(), 0};
    std::string out;
    std::size_t hint = 1; // 0: a frame ended
    while (in.pos < in.size || hint != 0) {
        const std::size_t before = out.size();
        out.resize(std::min(before + kPiece, mostBytes + 1));
        ZSTD_outBuffer piece{out.data() + before, out.size() - before, 0};
        const std::size_t consumed = in.pos;
        hint = ZSTD_decompressStream(stream.get(), &piece, &in);
        out.resize(before + piece.pos);
        if (ZSTD_isError(hint))
            return broken;
        if (out.size() > mostBytes)
            return Error{ErrorCode::StorageFull, "The body is too large once unpacked."};
        const bool stuck = in.pos == consumed && piece.pos == 0;
        if (stuck && hint != 0)
            return broken; // cut off
    }
    return out;
}

} // namespace kapok::kapokd
