// SPDX-License-Identifier: Apache-2.0
#include "core/base/hash.h"

#include "core/base/files.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace kapok {
namespace {

constexpr const char *kOfAbc =
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"; // FIPS 180-4

TEST(Hash, IsTheExampleOfTheStandard)
{
    EXPECT_EQ(sha256("abc"), kOfAbc);
    EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_TRUE(isSha256(kOfAbc));
    EXPECT_FALSE(isSha256("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"));
}

TEST(Hash, IsTheSameInPiecesAndFromAFile)
{
    Sha256 pieces;
    pieces.add("a");
    pieces.add("");
    pieces.add("bc");
    EXPECT_EQ(pieces.finish(), kOfAbc);
    const test::TemporaryFolder folder;
    ASSERT_TRUE(writeFileAtomically(folder.path() / "abc", "abc").ok());
    EXPECT_EQ(*sha256OfFile(folder.path() / "abc"), kOfAbc);
    EXPECT_EQ(sha256OfFile(folder.path() / "none").error().code, ErrorCode::NotFound);
}

RC_GTEST_PROP(Encoding, HexAndBase64ComeBack, (const std::string &bytes))
{
    RC_ASSERT(*fromHex(toHex(bytes)) == bytes);
    RC_ASSERT(*fromBase64(toBase64(bytes)) == bytes);
}

TEST(Encoding, IsWhatRfc4648Says)
{
    EXPECT_EQ(toBase64("fooba"), "Zm9vYmE=");
    EXPECT_EQ(*fromBase64("Zm9vYg=="), "foob");
    EXPECT_EQ(toHex("\x01\xff"), "01ff");
    EXPECT_EQ(*fromHex("01FF"), "\x01\xff");
    for (const char *text : {"Zg", "Zg=", "Z===", "Zg=v", "=Zm9", "!!!!"})
        EXPECT_EQ(fromBase64(text).error().code, ErrorCode::InvalidInput) << text;
    for (const char *text : {"0", "0g", "012"})
        EXPECT_EQ(fromHex(text).error().code, ErrorCode::InvalidInput) << text;
}

} // namespace
} // namespace kapok
