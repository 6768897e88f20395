// SPDX-License-Identifier: Apache-2.0
#include "tests/core/course/course_fixture.h"

namespace kapok::course {
namespace {

class Signing : public ::testing::Test {
protected:
    TemporaryFolder folder;
    Result<SecretKey> key = SecretKey::generate("Trung tâm Hà Giang");
};

TEST_F(Signing, IsAcceptedFromATrustedKeyOnlyAndForTheseBytesOnly)
{
    TrustedKeys keys;
    keys.add(key->publicKey());
    const std::string signature = key->sign("manifest");
    EXPECT_TRUE(verifyManifest("manifest", signature, keys).ok());
    EXPECT_EQ(verifyManifest("manifesT", signature, keys).error().code, ErrorCode::NotTrusted);
    const auto stranger = SecretKey::generate("Stranger");
    const auto refused = verifyManifest("manifest", stranger->sign("manifest"), keys);
    EXPECT_EQ(refused.error().code, ErrorCode::NotTrusted);
    EXPECT_EQ(refused.error().detail, "the package is signed with key " + stranger->publicKey().id() +
                                          ", which is not among the trusted keys");
    EXPECT_EQ(verifyManifest("manifest", signature, {}).error().code, ErrorCode::NotTrusted);
}

TEST_F(Signing, WithAnotherKeysNameIsNotTrusted)
{
    TrustedKeys keys;
    keys.add(key->publicKey());
    const auto stranger = SecretKey::generate("Stranger");
    std::string forged = stranger->sign("manifest");
    const std::string strangerId = stranger->publicKey().id();
    forged.replace(forged.find(strangerId), strangerId.size(), key->publicKey().id());
    EXPECT_EQ(verifyManifest("manifest", forged, keys).error().code, ErrorCode::NotTrusted);
}

TEST_F(Signing, ThatIsNoneIsRefused)
{
    TrustedKeys keys;
    for (const char *bad : {"", "{}", "[]", R"({"algorithm":"none","key":"0123456789abcdef","signature":""})",
                            R"({"algorithm":"Ed25519","key":"../../etc/passwd","signature":"AAAA"})",
                            R"({"algorithm":"Ed25519","key":"0123456789abcdef","signature":"AAAA"})"})
        EXPECT_EQ(verifyManifest("m", bad, keys).error().code, ErrorCode::InvalidInput) << bad;
}

TEST_F(Signing, KeyComesBackFromItsFileWhichOthersCannotRead)
{
    ASSERT_TRUE(key->save(folder / "k.key").ok());
    using std::filesystem::perms;
    EXPECT_EQ(std::filesystem::status(folder / "k.key").permissions(),
              perms::owner_read | perms::owner_write);
    EXPECT_EQ(key->save(folder / "k.key").error().code, ErrorCode::Conflict);
    const auto loaded = SecretKey::load(folder / "k.key");
    ASSERT_TRUE(loaded.ok()) << loaded.error().detail;
    EXPECT_EQ(loaded->publicKey().id(), key->publicKey().id());
    EXPECT_EQ(loaded->publicKey().name, "Trung tâm Hà Giang");
    EXPECT_EQ(loaded->sign("x"), key->sign("x"));
    std::filesystem::permissions(folder / "k.key", perms::group_read, std::filesystem::perm_options::add);
    EXPECT_NE(SecretKey::load(folder / "k.key").error().detail.find("chmod 600"), std::string::npos);
    EXPECT_EQ(SecretKey::load(folder / "none.key").error().code, ErrorCode::NotFound);
}

TEST_F(Signing, PublicKeysAreReadFromAFolder)
{
    writeTestFile(folder / "trust/a.pub", toText(key->publicKey()));
    writeTestFile(folder / "trust/note.txt", "not a key");
    TrustedKeys keys;
    ASSERT_TRUE(keys.load(folder / "trust").ok());
    ASSERT_NE(keys.find(key->publicKey().id()), nullptr);
    EXPECT_EQ(keys.find(key->publicKey().id())->name, "Trung tâm Hà Giang");
}

TEST_F(Signing, DamagedOrForeignKeyFilesAreRefused)
{
    std::string damaged = toText(key->publicKey());
    const std::string id = key->publicKey().id();
    damaged.replace(damaged.find(id), 16, "0000000000000000");
    EXPECT_EQ(parsePublicKey(damaged).error().code, ErrorCode::Corrupt);
    ASSERT_TRUE(key->save(folder / "k.key").ok());
    const auto secretAsPublic = parsePublicKey(readTestFile(folder / "k.key"));
    EXPECT_EQ(secretAsPublic.error().code, ErrorCode::InvalidInput);
    EXPECT_FALSE(SecretKey::generate("").ok());
    EXPECT_FALSE(SecretKey::generate("two\nlines").ok());
}

} // namespace
} // namespace kapok::course
