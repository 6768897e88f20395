// SPDX-License-Identifier: Apache-2.0
#include "core/base/hash.h"
#include "core/course/limits.h"
#include "core/course/media_types.h"
#include "tests/core/course/course_fixture.h"

#include <sys/stat.h>
#include <zip.h>

namespace kapok::course {
namespace {

struct Entry {
    std::string name;
    std::string content;
    mode_t type = S_IFREG;
};

/// Writes a zip with these entries, however wrong they are.
void writeZip(const std::filesystem::path &path, const std::vector<Entry> &entries)
{
    int code = 0;
    zip_t *archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    ASSERT_NE(archive, nullptr);
    for (const Entry &entry : entries) {
        zip_source_t *content = zip_source_buffer(archive, entry.content.data(), entry.content.size(), 0);
        const auto index = zip_file_add(archive, entry.name.c_str(), content, ZIP_FL_ENC_UTF_8);
        ASSERT_GE(index, 0) << entry.name;
        zip_file_set_external_attributes(archive, static_cast<zip_uint64_t>(index), 0, ZIP_OPSYS_UNIX,
                                         static_cast<zip_uint32_t>(entry.type | 0644) << 16u);
    }
    ASSERT_EQ(zip_close(archive), 0);
}

/// Replaces every occurrence of \p from, of the same length as \p to.
void patch(const std::filesystem::path &path, const std::string &from, const std::string &to)
{
    std::string bytes = readTestFile(path);
    ASSERT_NE(bytes.find(from), std::string::npos);
    for (std::size_t at = bytes.find(from); at != std::string::npos; at = bytes.find(from, at + 1))
        bytes.replace(at, from.size(), to);
    writeTestFile(path, bytes);
}

std::string littleEndian(std::uint64_t value, std::size_t bytes)
{
    std::string text;
    for (std::size_t i = 0; i < bytes; ++i)
        text.push_back(static_cast<char>((value >> (8 * i)) & 0xffu));
    return text;
}

class HostilePackage : public PackageTest {
protected:
    void SetUp() override
    {
        PackageTest::SetUp();
        build(good);
        auto reader = PackageReader::open(good, trusted());
        ASSERT_TRUE(reader.ok());
        manifest = reader->manifestBytes();
        for (const BlobRef &blob : reader->manifest().blobs)
            blobs.push_back({"blobs/" + blob.sha256, *reader->readBlob(blob.sha256)});
    }

    /// The entries of a good package around \p manifestBytes, signed.
    [[nodiscard]] std::vector<Entry> entries(const std::string &manifestBytes) const
    {
        std::vector<Entry> all = {{"manifest.json", manifestBytes},
                                  {"manifest.sig", key->sign(manifestBytes)}};
        all.insert(all.end(), blobs.begin(), blobs.end());
        return all;
    }

    /// What opening and fully verifying \p file gives; the folder must be as it was.
    [[nodiscard]] Error refusalOf(const std::filesystem::path &file) const
    {
        const auto before = std::distance(std::filesystem::recursive_directory_iterator(folder.path()), {});
        auto reader = PackageReader::open(file, trusted());
        Error error{ErrorCode::Internal, "it was accepted"};
        if (!reader.ok()) {
            error = reader.error();
        } else if (const auto verified = reader->verifyAll(); !verified.ok()) {
            error = verified.error();
        }
        EXPECT_EQ(std::distance(std::filesystem::recursive_directory_iterator(folder.path()), {}), before);
        return error;
    }

    [[nodiscard]] Error refusalOf(const std::vector<Entry> &all) const
    {
        writeZip(folder / "bad.kapok", all);
        return refusalOf(folder / "bad.kapok");
    }

    std::filesystem::path good = folder / "good.kapok";
    std::string manifest;
    std::vector<Entry> blobs;
};

TEST_F(HostilePackage, RewrittenByAnotherZipProgramIsStillGood)
{
    EXPECT_EQ(refusalOf(entries(manifest)).detail, "it was accepted");
}

TEST_F(HostilePackage, CutAtAnyByteIsRefused)
{
    const std::string whole = readTestFile(good);
    for (std::size_t length = 0; length < whole.size(); ++length) {
        {
            std::ofstream out(folder / "cut.kapok", std::ios::binary | std::ios::trunc);
            out.write(whole.data(), static_cast<std::streamsize>(length));
        }
        const auto reader = PackageReader::open(folder / "cut.kapok", trusted());
        ASSERT_FALSE(reader.ok()) << "cut to " << length;
        ASSERT_EQ(reader.error().code, ErrorCode::Corrupt) << reader.error().detail;
    }
}

TEST_F(HostilePackage, WithAnyByteChangedIsRefusedOrHarmless)
{
    const std::string whole = readTestFile(good);
    const std::string path = folder / "changed.kapok";
    for (std::size_t at = 0; at < whole.size(); at += 3) {
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 0x41);
        {
            std::ofstream out(path, std::ios::binary | std::ios::trunc);
            out.write(changed.data(), static_cast<std::streamsize>(changed.size()));
        }
        auto reader = PackageReader::open(path, trusted());
        if (!reader.ok() || !reader->verifyAll().ok())
            continue;
        EXPECT_EQ(reader->manifestBytes(), manifest) << at; // only dates and the like may differ unnoticed
        ASSERT_TRUE(reader->readCourse().ok());
    }
}

TEST_F(HostilePackage, ThatIsAnotherKindOfFileIsRefused)
{
    writeTestFile(folder / "a.kapok", std::string(5000, 'x'));
    EXPECT_EQ(refusalOf(folder / "a.kapok").detail, "this is no Kapok package: it does not start like one");
    EXPECT_EQ(refusalOf(folder / "none.kapok").code, ErrorCode::NotFound);
    EXPECT_EQ(refusalOf(folder.path()).code, ErrorCode::NotFound);
    EXPECT_EQ(refusalOf(std::vector<Entry>{{"hello.txt", "hello"}}).detail,
              "this is no Kapok package: it has no manifest.json");
    writeTestFile(folder / "b.kapok", readTestFile(good) + "more");
    EXPECT_EQ(refusalOf(folder / "b.kapok").code, ErrorCode::Corrupt);
}

TEST_F(HostilePackage, OfAnUnknownSignerOrWithAWrongSignatureIsNotTrusted)
{
    auto all = entries(manifest);
    all[1].content = SecretKey::generate("Stranger")->sign(manifest);
    EXPECT_EQ(refusalOf(all).code, ErrorCode::NotTrusted);
    all[1].content = key->sign(manifest + " ");
    EXPECT_EQ(refusalOf(all).code, ErrorCode::NotTrusted);
    all[1].content = "no signature";
    EXPECT_EQ(refusalOf(all).detail, "manifest.sig is not a JSON object");
    all.erase(all.begin() + 1);
    EXPECT_EQ(refusalOf(all).detail, "this is no Kapok package: it has no manifest.sig");
}

TEST_F(HostilePackage, OfANewerFormatSaysToUpdate)
{
    std::string newer = manifest;
    newer.replace(newer.find("\"format\":1"), 10, "\"format\":9");
    auto all = entries(newer);
    all.push_back({"index.bin", "something new"});
    EXPECT_EQ(refusalOf(all).code, ErrorCode::NewerFormat);
}

TEST_F(HostilePackage, WithWrongContentUnderAHashIsCorrupt)
{
    for (std::size_t i = 2; i < entries(manifest).size(); ++i) {
        auto all = entries(manifest);
        char &changed = all[i].content[all[i].content.size() / 2];
        changed = static_cast<char>(changed ^ 1);
        EXPECT_EQ(refusalOf(all).detail,
                  "\"" + all[i].name + "\" in the package is damaged. Copy or download the package again");
    }
    auto all = entries(manifest);
    all.back().content += "longer";
    EXPECT_EQ(refusalOf(all).code, ErrorCode::Corrupt);
    all.pop_back();
    EXPECT_NE(refusalOf(all).detail.find("that its manifest names"), std::string::npos);
}

TEST_F(HostilePackage, WithPathsThatLeaveItsFolderIsRefused)
{
    for (const char *name :
         {"../evil", "blobs/../../evil", "/etc/cron.d/evil", "C:\\evil", "blobs\\evil", ".."}) {
        auto all = entries(manifest);
        all.push_back({name, "evil"});
        EXPECT_NE(refusalOf(all).detail.find("a path that leaves its folder"), std::string::npos) << name;
    }
}

TEST_F(HostilePackage, WithLinksFoldersOrUnknownEntriesIsRefused)
{
    auto all = entries(manifest);
    all.push_back({"link", "/etc/passwd", S_IFLNK});
    EXPECT_NE(refusalOf(all).detail.find("is a link or folder"), std::string::npos);
    all.back() = {"extra/", "", S_IFREG};
    EXPECT_NE(refusalOf(all).detail.find("is a link or folder"), std::string::npos);
    all.back() = {"notes.txt", "hello"};
    EXPECT_NE(refusalOf(all).detail.find("its manifest does not name"), std::string::npos);
    all.back() = {"blobs/" + std::string(64, 'a'), "hello"};
    EXPECT_NE(refusalOf(all).detail.find("its manifest does not name"), std::string::npos);
}

TEST_F(HostilePackage, WithAnEntryTwiceIsRefused)
{
    auto all = entries(manifest);
    all.push_back({"manifest.jsoN", manifest});
    writeZip(folder / "bad.kapok", all);
    patch(folder / "bad.kapok", "manifest.jsoN", "manifest.json");
    EXPECT_EQ(refusalOf(folder / "bad.kapok").detail, "the package contains two files of the same name");
}

TEST_F(HostilePackage, ThatIsAZipBombIsRefusedBeforeItUnpacks)
{
    const std::string zeros(8u << 20, '\0');
    auto all = entries(manifest);
    all.push_back({"blobs/" + sha256(zeros), zeros});
    EXPECT_NE(refusalOf(all).detail.find("as a zip bomb does"), std::string::npos);
}

TEST_F(HostilePackage, ThatClaimsFourGigabytesOrTenIsRefused)
{
    auto all = entries(manifest);
    const std::string content(70'001, 'q'); // a size that occurs nowhere else in the file
    all.push_back({"blobs/" + sha256(content), content});
    writeZip(folder / "bad.kapok", all);
    patch(folder / "bad.kapok", littleEndian(70'001, 4), littleEndian(0xfffffff0u, 4));
    const Error fourGigabytes = refusalOf(folder / "bad.kapok");
    EXPECT_NE(fourGigabytes.detail.find("4294967280 bytes; at most"), std::string::npos)
        << fourGigabytes.detail;

    std::string claim = manifest;
    const std::size_t at = claim.find("\"size\":", claim.find("\"blobs\""));
    claim.replace(at, claim.find(',', at) - at, "\"size\":10737418240");
    const Error tenGigabytes = refusalOf(entries(claim));
    EXPECT_NE(tenGigabytes.detail.find("10737418240 bytes; at most"), std::string::npos)
        << tenGigabytes.detail;
}

TEST_F(HostilePackage, WithADirectoryThatClaimsMoreThanTheFileHasIsRefused)
{
    const std::string whole = readTestFile(good);
    const std::size_t end = whole.size() - 22;
    const auto with = [&](std::size_t at, const std::string &bytes) {
        std::string changed = whole;
        changed.replace(end + at, bytes.size(), bytes);
        writeTestFile(folder / "bad.kapok", changed);
        return refusalOf(folder / "bad.kapok").code;
    };
    EXPECT_EQ(with(8, littleEndian(0xffff, 2) + littleEndian(0xffff, 2)), ErrorCode::InvalidInput); // entries
    EXPECT_EQ(with(12, littleEndian(0xffffffffu, 4)), ErrorCode::InvalidInput); // directory size
    EXPECT_EQ(with(16, littleEndian(0xffffffffu, 4)), ErrorCode::InvalidInput); // its place
    EXPECT_EQ(with(4, littleEndian(1, 2)), ErrorCode::InvalidInput);            // disks
}

TEST_F(HostilePackage, WithAnUnsafeDrawingIsRefusedByVerifying)
{
    const std::string evil = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>";
    auto parsed = parseManifest(manifest);
    ASSERT_TRUE(parsed.ok());
    const std::string old = parsed->course.cover.sha256;
    const BlobRef blob{sha256(evil), evil.size(), "image/svg+xml"};
    std::erase_if(parsed->blobs, [&](const BlobRef &b) { return b.sha256 == old; });
    parsed->blobs.push_back(blob);
    std::sort(parsed->blobs.begin(), parsed->blobs.end(),
              [](const BlobRef &a, const BlobRef &b) { return a.sha256 < b.sha256; });
    parsed->course.cover.sha256 = blob.sha256;
    auto all = entries(writeManifest(*parsed));
    for (Entry &entry : all) {
        if (entry.name == "blobs/" + old)
            entry = {"blobs/" + blob.sha256, evil};
    }
    EXPECT_NE(refusalOf(all).detail.find("must not contain <script>"), std::string::npos);
}

} // namespace
} // namespace kapok::course
