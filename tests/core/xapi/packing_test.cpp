// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/packing.h"

#include "core/base/hash.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace kapok::xapi {
namespace {

constexpr std::size_t kMost = 1'000'000;
constexpr std::size_t kHead = 40; // RFC 9842 section 5: 8 bytes that tell it, 32 of the dictionary's SHA-256

TEST(Packing, IsWhatTheRfcSays)
{
    const std::string packed = dcz("[]");
    ASSERT_GT(packed.size(), kHead);
    EXPECT_EQ(toHex(packed.substr(0, 8)), "5e2a4d1820000000");
    EXPECT_EQ(toHex(packed.substr(8, 32)), sha256(statementDictionary()));
    EXPECT_EQ(toHex(packed.substr(kHead, 4)), "28b52ffd"); // a frame of RFC 8878
    EXPECT_EQ(statementDictionaryField(), ":" + toBase64(packed.substr(8, 32)) + ":");
}

TEST(Packing, HasARawDictionary)
{
    // One that began so would be taken for a trained one, which RFC 9842 does not have.
    EXPECT_NE(toHex(statementDictionary().substr(0, 4)), "37a430ec");
}

RC_GTEST_PROP(Packing, GivesBackWhatWentIn, (const std::string &text))
{
    const auto back = undcz(dcz(text), kMost);
    RC_ASSERT(back.ok());
    RC_ASSERT(*back == text);
}

RC_GTEST_PROP(Packing, NeverTakesSomethingElseForIt, (const std::string &text))
{
    RC_ASSERT(!undcz(text, kMost).ok());
    RC_ASSERT(!undcz(dcz("").substr(0, kHead) + text + "x", kMost).ok());
}

TEST(Packing, SaysWhatIsWrong)
{
    const std::string packed = dcz(std::string(5000, 'a') + "b");
    std::string other = packed;
    other[8] = static_cast<char>(other[8] ^ 1);
    EXPECT_EQ(undcz(other, kMost).error().code, ErrorCode::NotFound);
    for (std::size_t size = 0; size < packed.size(); ++size)
        EXPECT_EQ(undcz(std::string_view(packed).substr(0, size), kMost).error().code,
                  ErrorCode::InvalidInput)
            << size;
    EXPECT_EQ(undcz(packed, 5000).error().code, ErrorCode::StorageFull);
    EXPECT_TRUE(undcz(packed, 5001).ok());
    EXPECT_EQ(undcz(dcz(std::string(50 * kMost, ' ')), kMost).error().code, ErrorCode::StorageFull);
}

} // namespace
} // namespace kapok::xapi
