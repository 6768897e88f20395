// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/packing.h"

#include "core/base/hash.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>
#include <zstd.h>

namespace kapok::xapi {
namespace {

constexpr std::size_t kMost = 1'000'000;
const StatementDictionary kNode("https://kapok.example/cao-bang");
constexpr std::size_t kHead = 40; // RFC 9842 section 5: 8 bytes that tell it, 32 of the dictionary's SHA-256

TEST(Packing, IsWhatTheRfcSays)
{
    const std::string packed = kNode.pack("[]");
    ASSERT_GT(packed.size(), kHead);
    EXPECT_EQ(toHex(packed.substr(0, 8)), "5e2a4d1820000000");
    EXPECT_EQ(toHex(packed.substr(8, 32)), sha256(kNode.text()));
    EXPECT_EQ(toHex(packed.substr(kHead, 4)), "28b52ffd"); // a frame of RFC 8878
    EXPECT_EQ(kNode.field(), ":" + toBase64(packed.substr(8, 32)) + ":");
}

TEST(Packing, HasARawDictionary)
{
    // One that began so would be taken for a trained one, which RFC 9842 does not have.
    EXPECT_NE(toHex(kNode.text().substr(0, 4)), "37a430ec");
}

TEST(Packing, HasADictionaryOfEachNode)
{
    const StatementDictionary other(R"(https://kapok.example/"lang-son)");
    EXPECT_NE(other.field(), kNode.field());
    EXPECT_EQ(kNode.text().find(kHomePageOfAny), std::string_view::npos);
    EXPECT_NE(kNode.text().find(R"("homePage":"https://kapok.example/cao-bang")"), std::string_view::npos);
    EXPECT_NE(other.text().find(R"("homePage":"https://kapok.example/\"lang-son")"), std::string_view::npos);
    EXPECT_EQ(other.unpack(kNode.pack("[]"), kMost).error().code, ErrorCode::NotFound);
    EXPECT_EQ(StatementDictionary::of("https://kapok.example/cao-bang")->field(), kNode.field());
    EXPECT_EQ(StatementDictionary::of("https://kapok.example/cao-bang"),
              StatementDictionary::of("https://kapok.example/cao-bang"));
    EXPECT_NE(StatementDictionary::of("https://kapok.example")->field(), kNode.field());
}

RC_GTEST_PROP(Packing, GivesBackWhatWentIn, (const std::string &text))
{
    const auto back = kNode.unpack(kNode.pack(text), kMost);
    RC_ASSERT(back.ok());
    RC_ASSERT(*back == text);
}

RC_GTEST_PROP(Packing, NeverTakesSomethingElseForIt, (const std::string &text))
{
    RC_ASSERT(!kNode.unpack(text, kMost).ok());
    RC_ASSERT(!kNode.unpack(kNode.pack("").substr(0, kHead) + text + "x", kMost).ok());
}

/// One frame of zstd without a dictionary.
std::string zstd(const std::string &text)
{
    std::string out(ZSTD_compressBound(text.size()), '\0');
    out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 1));
    return out;
}

TEST(Packing, TakesFramesOneAfterTheOtherAndNothingElse) // RFC 8878, 3
{
    const std::string one = zstd("one");
    const std::string skippable = std::string("\x50\x2a\x4d\x18\x02\0\0\0xx", 10);
    EXPECT_EQ(*unzstd(one, kMost), "one");
    EXPECT_EQ(*unzstd(one + zstd(" two"), kMost), "one two");
    EXPECT_EQ(*unzstd(one + skippable, kMost), "one");
    EXPECT_EQ(*kNode.unpack(kNode.pack("one") + kNode.pack(" two").substr(kHead), kMost), "one two");
    EXPECT_EQ(unzstd(one + one, 5).error().code, ErrorCode::StorageFull);
    for (const std::string &rest :
         {std::string("x"), std::string("\0", 1), std::string("garbage"), one.substr(0, 5)}) {
        EXPECT_EQ(unzstd(one + rest, kMost).error().detail,
                  "header Content-Encoding: says zstd, but the body is none, is cut off, or goes on behind "
                  "its end");
        EXPECT_EQ(kNode.unpack(kNode.pack("one") + rest, kMost).error().code, ErrorCode::InvalidInput);
    }
}

TEST(Packing, SaysWhatIsWrong)
{
    const std::string packed = kNode.pack(std::string(5000, 'a') + "b");
    std::string other = packed;
    other[8] = static_cast<char>(other[8] ^ 1);
    EXPECT_EQ(kNode.unpack(other, kMost).error().code, ErrorCode::NotFound);
    for (std::size_t size = 0; size < packed.size(); ++size)
        EXPECT_EQ(kNode.unpack(std::string_view(packed).substr(0, size), kMost).error().code,
                  ErrorCode::InvalidInput)
            << size;
    EXPECT_EQ(kNode.unpack(packed, 5000).error().code, ErrorCode::StorageFull);
    EXPECT_TRUE(kNode.unpack(packed, 5001).ok());
    EXPECT_EQ(kNode.unpack(kNode.pack(std::string(50 * kMost, ' ')), kMost).error().code,
              ErrorCode::StorageFull);
}

} // namespace
} // namespace kapok::xapi
