// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/packing.h"

#include "core/base/hash.h"
#include "kapok_dictionary/statements.h"

#include <algorithm>
#include <memory>
#include <zstd.h>

namespace kapok::xapi {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kPiece = 64 * 1024;
constexpr int kLargestWindow = 23; // 8 MiB, what RFC 9659 allows on the web
/// Above, statements get hardly smaller and take several times as long.
constexpr int kLevel = 9;

/// What a `dcz` begins with: a skippable frame of 32 bytes, which hold the dictionary's SHA-256.
constexpr std::string_view kMagic = "\x5e\x2a\x4d\x18\x20\x00\x00\x00"sv;
constexpr std::size_t kDigestSize = 32;

struct Free {
    void operator()(ZSTD_CCtx *context) const { ZSTD_freeCCtx(context); }
    void operator()(ZSTD_DCtx *context) const { ZSTD_freeDCtx(context); }
    void operator()(ZSTD_CDict *dictionary) const { ZSTD_freeCDict(dictionary); }
    void operator()(ZSTD_DDict *dictionary) const { ZSTD_freeDDict(dictionary); }
};

const std::string &digest()
{
    static const std::string kDigest = [] {
        auto bytes = fromHex(sha256(statementDictionary()));
        return bytes.ok() ? *std::move(bytes) : std::string();
    }();
    return kDigest;
}

const ZSTD_CDict *packingDictionary()
{
    static const std::unique_ptr<ZSTD_CDict, Free> kPrepared(
        ZSTD_createCDict(statementDictionary().data(), statementDictionary().size(), kLevel));
    return kPrepared.get();
}

const ZSTD_DDict *unpackingDictionary()
{
    static const std::unique_ptr<ZSTD_DDict, Free> kPrepared(
        ZSTD_createDDict(statementDictionary().data(), statementDictionary().size()));
    return kPrepared.get();
}

Result<std::string> unpack(std::string_view packed, std::size_t mostBytes, const ZSTD_DDict *dictionary,
                           const char *coding)
{
    const Error broken{ErrorCode::InvalidInput,
                       std::string("The body is not the ") + coding + " that Content-Encoding says."};
    const std::unique_ptr<ZSTD_DCtx, Free> context(ZSTD_createDCtx());
    if (!context ||
        ZSTD_isError(ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, kLargestWindow)) ||
        (dictionary && ZSTD_isError(ZSTD_DCtx_refDDict(context.get(), dictionary))))
        return Error{ErrorCode::Internal, "zstd could not be set up."};
    ZSTD_inBuffer in{packed.data(), packed.size(), 0};
    std::string out;
    std::size_t hint = 1; // 0: a frame ended
    while (in.pos < in.size || hint != 0) {
        const std::size_t before = out.size();
        out.resize(std::min(before + kPiece, mostBytes + 1));
        ZSTD_outBuffer piece{out.data() + before, out.size() - before, 0};
        const std::size_t consumed = in.pos;
        hint = ZSTD_decompressStream(context.get(), &piece, &in);
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

} // namespace

std::string_view statementDictionary()
{
    return {reinterpret_cast<const char *>(std::data(dictionary::kStatements)),
            std::size(dictionary::kStatements)};
}

const std::string &statementDictionaryField()
{
    static const std::string kField = ":" + toBase64(digest()) + ":";
    return kField;
}

std::string dcz(std::string_view bytes)
{
    const std::unique_ptr<ZSTD_CCtx, Free> context(ZSTD_createCCtx());
    if (!context || !packingDictionary() || digest().size() != kDigestSize ||
        ZSTD_isError(ZSTD_CCtx_setParameter(context.get(), ZSTD_c_contentSizeFlag, 0)) ||
        ZSTD_isError(ZSTD_CCtx_refCDict(context.get(), packingDictionary())))
        return {};
    std::string out(kMagic);
    out += digest();
    const std::size_t head = out.size();
    out.resize(head + ZSTD_compressBound(bytes.size()));
    const std::size_t size =
        ZSTD_compress2(context.get(), out.data() + head, out.size() - head, bytes.data(), bytes.size());
    if (ZSTD_isError(size))
        return {};
    out.resize(head + size);
    return out;
}

Result<std::string> undcz(std::string_view packed, std::size_t mostBytes)
{
    const std::size_t head = kMagic.size() + kDigestSize;
    if (!packed.starts_with(kMagic) || packed.size() <= head)
        return Error{ErrorCode::InvalidInput, "The body is not the dcz that Content-Encoding says."};
    if (packed.substr(kMagic.size(), kDigestSize) != digest())
        return Error{ErrorCode::NotFound, "The body is packed with a dictionary that is not known here."};
    return unpack(packed.substr(head), mostBytes, unpackingDictionary(), "dcz");
}

Result<std::string> unzstd(std::string_view packed, std::size_t mostBytes)
{
    return unpack(packed, mostBytes, nullptr, "zstd");
}

} // namespace kapok::xapi
