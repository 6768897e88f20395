// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/packing.h"

#include "core/base/hash.h"
#include "core/xapi/json_text.h"
#include "kapok_dictionary/statements.h"

#include <algorithm>
#include <mutex>
#include <zstd.h>

namespace kapok::xapi {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kPiece = 64 * 1024;
constexpr int kLargestWindow = 23; // 8 MiB, what RFC 9659 allows on the web
/// Above, statements get hardly smaller and take several times as long.
constexpr int kLevel = 10;

/// What a `dcz` begins with: a skippable frame of 32 bytes, which hold the dictionary's SHA-256.
constexpr std::string_view kMagic = "\x5e\x2a\x4d\x18\x20\x00\x00\x00"sv;
constexpr std::size_t kDigestSize = 32;

struct Free {
    void operator()(ZSTD_CCtx *context) const { ZSTD_freeCCtx(context); }
    void operator()(ZSTD_DCtx *context) const { ZSTD_freeDCtx(context); }
    void operator()(ZSTD_CDict *dictionary) const { ZSTD_freeCDict(dictionary); }
    void operator()(ZSTD_DDict *dictionary) const { ZSTD_freeDDict(dictionary); }
};

std::string textFor(std::string_view homePage)
{
    const std::string any = jsonOf(kHomePageOfAny);
    const std::string own = jsonOf(homePage);
    std::string text(reinterpret_cast<const char *>(std::data(dictionary::kStatements)),
                     std::size(dictionary::kStatements));
    for (auto at = text.find(any); at != std::string::npos; at = text.find(any, at + own.size()))
        text.replace(at, any.size(), own);
    return text;
}

std::string digestOf(std::string_view text)
{
    auto bytes = fromHex(sha256(text));
    return bytes.ok() ? *std::move(bytes) : std::string();
}

Result<std::string> unpack(std::string_view packed, std::size_t mostBytes, const ZSTD_DDict *dictionary,
                           const char *coding)
{
    const Error broken{ErrorCode::InvalidInput,
                       std::string("header Content-Encoding: says ") + coding +
                           ", but the body is none, is cut off, or goes on behind its end"};
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

/// Each is made when it is first needed: a server packs nothing, an app unpacks nothing.
struct StatementDictionary::Prepared {
    std::once_flag packingOnce;
    std::unique_ptr<ZSTD_CDict, Free> packing;
    std::once_flag unpackingOnce;
    std::unique_ptr<ZSTD_DDict, Free> unpacking;

    const ZSTD_CDict *toPack(std::string_view text)
    {
        std::call_once(packingOnce,
                       [&] { packing.reset(ZSTD_createCDict(text.data(), text.size(), kLevel)); });
        return packing.get();
    }

    const ZSTD_DDict *toUnpack(std::string_view text)
    {
        std::call_once(unpackingOnce, [&] { unpacking.reset(ZSTD_createDDict(text.data(), text.size())); });
        return unpacking.get();
    }
};

std::shared_ptr<const StatementDictionary> StatementDictionary::of(std::string_view homePage)
{
    static std::mutex mutex;
    static std::string lastHomePage;
    static std::shared_ptr<const StatementDictionary> last;
    const std::scoped_lock lock(mutex);
    if (!last || lastHomePage != homePage) {
        last = std::make_shared<const StatementDictionary>(homePage);
        lastHomePage = homePage;
    }
    return last;
}

StatementDictionary::StatementDictionary(std::string_view homePage)
    : m_text(textFor(homePage)),
      m_digest(digestOf(m_text)),
      m_field(":" + toBase64(m_digest) + ":"),
      m_prepared(std::make_unique<Prepared>())
{}

StatementDictionary::~StatementDictionary() = default;

std::string StatementDictionary::pack(std::string_view bytes) const
{
    const std::unique_ptr<ZSTD_CCtx, Free> context(ZSTD_createCCtx());
    const ZSTD_CDict *const dictionary = m_prepared->toPack(m_text);
    if (!context || !dictionary || m_digest.size() != kDigestSize ||
        ZSTD_isError(ZSTD_CCtx_setParameter(context.get(), ZSTD_c_contentSizeFlag, 0)) ||
        ZSTD_isError(ZSTD_CCtx_refCDict(context.get(), dictionary)))
        return {};
    std::string out(kMagic);
    out += m_digest;
    const std::size_t head = out.size();
    out.resize(head + ZSTD_compressBound(bytes.size()));
    const std::size_t size =
        ZSTD_compress2(context.get(), out.data() + head, out.size() - head, bytes.data(), bytes.size());
    if (ZSTD_isError(size))
        return {};
    out.resize(head + size);
    return out;
}

Result<std::string> StatementDictionary::unpack(std::string_view packed, std::size_t mostBytes) const
{
    const std::size_t head = kMagic.size() + kDigestSize;
    if (!packed.starts_with(kMagic) || packed.size() <= head)
        return Error{ErrorCode::InvalidInput, "header Content-Encoding: says dcz, but the body is none"};
    if (packed.substr(kMagic.size(), kDigestSize) != m_digest)
        return Error{ErrorCode::NotFound,
                     "header Content-Encoding: must be dcz with the one that Available-Dictionary names, not "
                     "with a dictionary that is not known here"};
    return kapok::xapi::unpack(packed.substr(head), mostBytes, m_prepared->toUnpack(m_text), "dcz");
}

Result<std::string> unzstd(std::string_view packed, std::size_t mostBytes)
{
    return unpack(packed, mostBytes, nullptr, "zstd");
}

} // namespace kapok::xapi
