// SPDX-License-Identifier: Apache-2.0
#include "core/library/library.h"
#include "tests/core/library/course_fixture.h"

#include <algorithm>
#include <gmock/gmock.h>

namespace kapok::library {
namespace {

using testing::CourseWish;
using ::testing::HasSubstr;
using testing::makeKey;
using testing::makePackage;

class LibraryTest : public ::testing::Test {
protected:
    LibraryTest() : m_key(makeKey()) { m_options.builtInKeys = {m_key.publicKey()}; }

    Library open()
    {
        auto library = Library::open(m_folder.path() / "data", m_options);
        EXPECT_TRUE(library.ok()) << (library.ok() ? "" : library.error().detail);
        return *std::move(library);
    }

    std::filesystem::path package(const CourseWish &wish = {})
    {
        return makePackage(m_folder.path(), m_key, wish);
    }

    std::size_t fileCount() const
    {
        std::size_t count = 0;
        for (const auto &entry :
             std::filesystem::recursive_directory_iterator(m_folder.path() / "data" / "blobs"))
            count += entry.is_regular_file() && entry.path().filename() != "install.lock" ? 1 : 0;
        return count;
    }

    testing::TemporaryFolder m_folder;
    course::SecretKey m_key;
    LibraryOptions m_options;
    CourseId m_id{"c01-test"};
};

TEST_F(LibraryTest, IsEmptyAtFirst)
{
    const auto library = open();
    EXPECT_TRUE(library.courses()->empty());
    EXPECT_EQ(library.entry(m_id).error().code, ErrorCode::NotFound);
    EXPECT_TRUE(library.catalogue()->courses.empty());
    EXPECT_FALSE(library.assignments({"p"})->asOf);
}

TEST_F(LibraryTest, InstallsACourseFromAFileAndReadsItBack)
{
    auto library = open();
    std::uint64_t told = 0;
    const auto entry = library.installFile(package(), [&](std::uint64_t done, std::uint64_t total) {
        EXPECT_LE(done, total);
        told = done;
        return true;
    });
    KAPOK_ASSERT_OK(entry);
    EXPECT_EQ(entry->installedVersion, "1.0.0");
    EXPECT_EQ(entry->title.in("zh"), "人工智能教学");
    EXPECT_EQ(entry->lessons, 2);
    EXPECT_EQ(entry->downloadBytes, 0U);
    EXPECT_GT(told, 300'000U);
    EXPECT_EQ(entry->diskBytes, told);
    EXPECT_TRUE(std::filesystem::exists(entry->coverFile));
    const auto course = library.course(m_id);
    KAPOK_ASSERT_OK(course);
    EXPECT_EQ((*course)->lessons.at(0).pages.size(), 3U);
    EXPECT_EQ(library.course(m_id)->get(), course->get()); // kept
    const auto signature = library.signature(m_id);
    KAPOK_ASSERT_OK(signature);
    EXPECT_EQ(signature->keyId, m_key.publicKey().id());
    EXPECT_EQ(signature->key->source, TrustSource::BuiltIn);
    EXPECT_EQ(library.storage()->courseBytes, told);
}

TEST_F(LibraryTest, AnUpdateReplacesTheOldVersionAndRemovesItsFiles)
{
    auto library = open();
    KAPOK_ASSERT_OK(library.installFile(package()));
    const auto before = library.course(m_id);
    const auto files = fileCount();
    KAPOK_ASSERT_OK(library.installFile(package({.version = "1.1.0", .english = "Six parts now."})));
    EXPECT_EQ(library.entry(m_id)->installedVersion, "1.1.0");
    EXPECT_EQ(fileCount(), files); // one page changed, the old one's file is gone
    const auto after = library.course(m_id);
    EXPECT_NE(before->get(), after->get());
    EXPECT_EQ((*before)->version, "1.0.0"); // whoever still reads it may go on
}

TEST_F(LibraryTest, RefusesAnOlderVersionAndOtherContentUnderTheSameVersion)
{
    auto library = open();
    KAPOK_ASSERT_OK(library.installFile(package({.version = "2.0.0"})));
    const auto older = library.installFile(package({.version = "1.9.0"}));
    ASSERT_FALSE(older.ok());
    EXPECT_EQ(older.error().code, ErrorCode::Conflict);
    const auto other = library.installFile(package({.version = "2.0.0", .english = "Changed."}));
    ASSERT_FALSE(other.ok());
    EXPECT_EQ(other.error().code, ErrorCode::Conflict);
    EXPECT_EQ(library.entry(m_id)->installedVersion, "2.0.0");
}

TEST_F(LibraryTest, RefusesAnUnknownSignerUntilAPersonTrustsTheKey)
{
    const auto stranger = makeKey();
    const auto file = makePackage(m_folder.path(), stranger);
    auto library = open();
    const auto refused = library.installFile(file);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, ErrorCode::NotTrusted);
    auto unchecked = course::PackageReader::openUntrusted(file);
    KAPOK_ASSERT_OK(unchecked);
    EXPECT_EQ(library.install(*unchecked).error().code, ErrorCode::NotTrusted);
    EXPECT_EQ(fileCount(), 0U);
    KAPOK_ASSERT_OK(library.trust(stranger.publicKey()));
    KAPOK_ASSERT_OK(library.installFile(file));
    EXPECT_EQ(library.signature(m_id)->key->source, TrustSource::Person);
    KAPOK_ASSERT_OK(library.distrust(stranger.publicKey().id()));
    EXPECT_FALSE(library.signature(m_id)->key);
}

TEST_F(LibraryTest, KeysOfANodeAreReplacedTogether)
{
    auto library = open();
    const auto one = makeKey();
    const auto two = makeKey();
    const std::array first{one.publicKey()};
    const std::array second{two.publicKey()};
    KAPOK_ASSERT_OK(library.setNodeKeys("https://a.example", first));
    KAPOK_ASSERT_OK(library.setNodeKeys("https://b.example", first));
    KAPOK_ASSERT_OK(library.setNodeKeys("https://a.example", second));
    EXPECT_EQ(library.trusted()->size(), 3U); // built in, a's new one, b's
    EXPECT_NE(library.trustedKeys()->find(one.publicKey().id()), nullptr);
    KAPOK_ASSERT_OK(library.setNodeKeys("https://b.example", {}));
    EXPECT_EQ(library.trustedKeys()->find(one.publicKey().id()), nullptr);
}

TEST_F(LibraryTest, SaysHowMuchRoomIsNeededAndWritesNothingWhenThereIsTooLittle)
{
    m_options.freeSpace = [](const std::filesystem::path &) -> Result<std::uint64_t> { return 1'000'000; };
    auto library = open();
    const auto full = library.installFile(package());
    ASSERT_FALSE(full.ok());
    EXPECT_EQ(full.error().code, ErrorCode::StorageFull);
    EXPECT_THAT(full.error().detail, HasSubstr("needs"));
    EXPECT_EQ(fileCount(), 0U);
    EXPECT_TRUE(library.courses()->empty());
}

TEST_F(LibraryTest, RemovesACourseAndItsFilesOnly)
{
    auto library = open();
    KAPOK_ASSERT_OK(library.installFile(package()));
    KAPOK_ASSERT_OK(library.installFile(package({.id = "c02-other", .english = "Other."})));
    KAPOK_ASSERT_OK(library.remove(m_id));
    EXPECT_EQ(library.entry(m_id).error().code, ErrorCode::NotFound);
    EXPECT_EQ(library.course(m_id).error().code, ErrorCode::NotFound);
    KAPOK_ASSERT_OK(library.course({"c02-other"})); // shared files stayed
    EXPECT_EQ(library.remove(m_id).error().code, ErrorCode::NotFound);
    KAPOK_ASSERT_OK(library.remove({"c02-other"}));
    EXPECT_EQ(fileCount(), 0U);
}

TEST_F(LibraryTest, ADamagedPageIsNoticedAndInstallingAgainMendsIt)
{
    const auto file = package();
    std::filesystem::path page;
    {
        auto library = open();
        KAPOK_ASSERT_OK(library.installFile(file));
        auto reader = course::PackageReader::openUntrusted(file);
        page = library.blobPath(reader->manifest().pageBlobs.begin()->second);
    }
    std::filesystem::resize_file(page, 3);
    auto library = open();
    const auto broken = library.course(m_id);
    ASSERT_FALSE(broken.ok());
    EXPECT_EQ(broken.error().code, ErrorCode::Corrupt);
    KAPOK_ASSERT_OK(library.installFile(file));
    KAPOK_ASSERT_OK(library.course(m_id));
}

TEST_F(LibraryTest, ATruncatedPackageLeavesTheOldVersion)
{
    auto library = open();
    KAPOK_ASSERT_OK(library.installFile(package()));
    const auto next = package({.version = "1.1.0", .filmSeed = 2});
    const auto size = std::filesystem::file_size(next);
    for (const std::uintmax_t cut : {std::uintmax_t{0}, std::uintmax_t{100}, size / 2, size - 1}) {
        const auto piece = m_folder.path() / "cut.kapok";
        std::filesystem::copy_file(next, piece, std::filesystem::copy_options::overwrite_existing);
        std::filesystem::resize_file(piece, cut);
        EXPECT_FALSE(library.installFile(piece).ok()) << cut;
        EXPECT_EQ(library.entry(m_id)->installedVersion, "1.0.0");
    }
    KAPOK_ASSERT_OK(library.course(m_id));
}

TEST_F(LibraryTest, KeepsTheCatalogueAndTheAssignments)
{
    Catalogue catalogue{{}, Time(std::chrono::milliseconds(5000)), "\"e1\""};
    CatalogueEntry offered;
    offered.id = {"c09-new"};
    offered.version = "1.0.0";
    offered.size = 12'000'000;
    offered.title = testing::text("Mới", "新课程", "New");
    offered.cover = {std::string(64, 'a'), 900, "image/svg+xml"};
    offered.coverDark = {std::string(64, 'b'), 950, "image/svg+xml"};
    catalogue.courses = {offered};
    Assignments assignments;
    assignments.list = {{"a1", {"c09-new"}, Time(std::chrono::milliseconds(1'000'000)), {}, {"u1"}, {}}};
    assignments.asOf = Time(std::chrono::milliseconds(7000));
    {
        auto library = open();
        KAPOK_ASSERT_OK(library.setCatalogue(catalogue));
        KAPOK_ASSERT_OK(library.setAssignments({"p1"}, assignments));
    }
    auto library = open();
    EXPECT_EQ(*library.catalogue(), catalogue);
    EXPECT_EQ(*library.assignments({"p1"}), assignments);
    EXPECT_TRUE(library.assignments({"p2"})->list.empty());
    const auto entry = library.entry({"c09-new"});
    KAPOK_ASSERT_OK(entry);
    EXPECT_FALSE(entry->isInstalled());
    EXPECT_EQ(entry->downloadBytes, 12'000'000U);
    EXPECT_EQ(entry->coverDark, offered.coverDark);
    EXPECT_EQ(library.lackingCovers()->size(), 2U);
    EXPECT_EQ(library.search("新课")->size(), 1U);
    KAPOK_ASSERT_OK(library.setCatalogue({}));
    EXPECT_TRUE(library.courses()->empty());
    EXPECT_TRUE(library.search("新课")->empty());
}

TEST_F(LibraryTest, AnUpdateIsOfferedWithTheBytesThatAreLacking)
{
    auto library = open();
    KAPOK_ASSERT_OK(library.installFile(package()));
    const auto next =
        testing::makeOffer(m_folder.path(), m_key, {.version = "1.1.0", .english = "Six parts."});
    CatalogueEntry offered;
    offered.id = m_id;
    offered.version = "1.1.0";
    offered.size = next.parsed.totalBytes();
    KAPOK_ASSERT_OK(library.setCatalogue({{offered}, {}, "x"}));
    EXPECT_TRUE(library.entry(m_id)->hasUpdate());
    EXPECT_EQ(library.entry(m_id)->downloadBytes, offered.size); // not known better yet
    ASSERT_EQ(*library.unseenUpdates(), std::vector{m_id});
    KAPOK_ASSERT_OK(library.noteOffer(m_id, next.manifest));
    EXPECT_TRUE(library.unseenUpdates()->empty());
    const auto installed = testing::makeOffer(m_folder.path(), m_key);
    std::uint64_t lacking = 0;
    for (const auto &blob : course::missingBlobs(next.parsed, installed.parsed))
        lacking += blob.size;
    EXPECT_EQ(library.entry(m_id)->downloadBytes, lacking);
    EXPECT_LT(lacking, 2'000U);
}

TEST_F(LibraryTest, SaysWhenAnOfferedVersionNeedsANewerApp)
{
    auto library = open();
    CatalogueEntry offered;
    offered.id = m_id;
    offered.version = "3.0.0";
    KAPOK_ASSERT_OK(library.setCatalogue({{offered}, {}, "x"}));
    const std::string newer = R"({"format": 99})";
    const auto begun = library.begin(m_id, newer, m_key.sign(newer));
    ASSERT_FALSE(begun.ok());
    EXPECT_EQ(begun.error().code, ErrorCode::NewerFormat);
    EXPECT_TRUE(library.entry(m_id)->needsNewerApp);
}

} // namespace
} // namespace kapok::library
