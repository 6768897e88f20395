// SPDX-License-Identifier: Apache-2.0
#include "core/course/media_types.h"
#include "tests/core/course/course_fixture.h"

#include <algorithm>

namespace kapok::course {
namespace {

std::size_t filesIn(const std::filesystem::path &folder)
{
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

TEST_F(PackageTest, HoldsTheWholeCourse)
{
    const auto built = build(folder / "c.kapok");
    auto reader = PackageReader::open(folder / "c.kapok", trusted());
    ASSERT_TRUE(reader.ok()) << reader.error().detail;
    EXPECT_EQ(built.bytes, std::filesystem::file_size(folder / "c.kapok"));
    const auto verified = reader->verifyAll();
    EXPECT_TRUE(verified.ok()) << verified.error().detail;
    const auto course = reader->readCourse();
    ASSERT_TRUE(course.ok()) << course.error().detail;

    Course expected = *readSource(source).course;
    ASSERT_EQ(course->lessons.size(), 1u);
    EXPECT_EQ(course->title, expected.title);
    const auto &video = std::get<MediaBody>(course->lessons[0].pages[6].body);
    EXPECT_EQ(video.captions.size(), 3u);
    EXPECT_EQ(video.file.mediaType, "video/webm");
    const auto bytes = reader->readBlob(video.file.sha256);
    ASSERT_TRUE(bytes.ok());
    EXPECT_EQ(*bytes, readTestFile(source / "media/film.webm"));
    for (const std::size_t i : {0u, 2u, 3u, 4u, 5u}) // the others name files, by their hashes now
        EXPECT_EQ(course->lessons[0].pages[i], expected.lessons[0].pages[i]);
}

TEST_F(PackageTest, IsTheSameBytesEachTime)
{
    build(folder / "a.kapok");
    std::filesystem::copy(source, folder / "copy",
                          std::filesystem::copy_options::recursive); // new times and inodes
    const auto report = readSource(folder / "copy");
    ASSERT_TRUE(buildPackage(*report.course, folder / "copy", *key, folder / "b.kapok").ok());
    EXPECT_EQ(readTestFile(folder / "a.kapok"), readTestFile(folder / "b.kapok"));
}

TEST_F(PackageTest, WithOnePageEditedDiffersInOneBlob)
{
    const auto before = build(folder / "a.kapok");
    edit(source / "lessons/01-first-lesson/01-welcome.yaml", "Read the whole answer.", "Read all of it.");
    const auto after = build(folder / "b.kapok");
    const auto missing = missingBlobs(after.manifest, before.manifest);
    ASSERT_EQ(missing.size(), 1u);
    EXPECT_EQ(missing.front().mediaType, kPageMediaType);
    EXPECT_EQ(missing.front().sha256,
              after.manifest.pageBlobs.at({LessonId{"first-lesson"}, PageId{"welcome"}}));
    EXPECT_EQ(after.manifest.blobs.size(), before.manifest.blobs.size());
}

TEST_F(PackageTest, StoresAFileOnceHoweverOftenItIsUsed)
{
    edit(source / "course.yaml", "{file: media/cover.svg}",
         "{file: media/cover.svg, dark: media/three-steps.svg}");
    const auto built = build(folder / "a.kapok");
    EXPECT_EQ(built.manifest.blobs.size(), 7u + 1 + 3 + 2);
    EXPECT_NE(built.manifest.course.coverDark.sha256, built.manifest.course.cover.sha256);
}

TEST_F(PackageTest, ReportsProgressAndCanBeStoppedWithNothingLeft)
{
    const auto report = readSource(source);
    std::vector<std::uint64_t> steps;
    std::uint64_t ofAll = 0;
    const auto record = [&](std::uint64_t done, std::uint64_t total) {
        steps.push_back(done);
        ofAll = total;
        return true;
    };
    ASSERT_TRUE(buildPackage(*report.course, source, *key, folder / "a.kapok", record).ok());
    EXPECT_TRUE(std::is_sorted(steps.begin(), steps.end()));
    EXPECT_EQ(steps.back(), ofAll);
    for (std::size_t stopAt = 0; stopAt < steps.size(); ++stopAt) {
        std::size_t calls = 0;
        const auto stopped = buildPackage(*report.course, source, *key, folder / "b.kapok",
                                          [&](std::uint64_t, std::uint64_t) { return calls++ < stopAt; });
        ASSERT_FALSE(stopped.ok()) << stopAt;
        EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
        EXPECT_EQ(filesIn(folder.path()), 2u) << "only source and a.kapok, at " << stopAt;
    }
}

TEST_F(PackageTest, ThatCannotBeWrittenLeavesTheOldOneAlone)
{
    build(folder / "a.kapok");
    const std::string before = readTestFile(folder / "a.kapok");
    const auto report = readSource(source);
    std::filesystem::remove(source / "media/film.webm");
    const auto failed = buildPackage(*report.course, source, *key, folder / "a.kapok");
    ASSERT_FALSE(failed.ok());
    EXPECT_EQ(failed.error().code, ErrorCode::NotFound);
    EXPECT_EQ(readTestFile(folder / "a.kapok"), before);
    EXPECT_EQ(filesIn(folder.path()), 2u);
    const auto nowhere = buildPackage(*report.course, source, *key, folder / "none/a.kapok");
    EXPECT_EQ(nowhere.error().detail, "there is no folder " + (folder / "none").string() + "; make it first");
}

TEST_F(PackageTest, StopsCopyingWhenTheReceiverCannotTakeMore)
{
    const auto built = build(folder / "a.kapok");
    auto reader = PackageReader::open(folder / "a.kapok", trusted());
    ASSERT_TRUE(reader.ok());
    const auto copied = reader->copyBlob(built.manifest.blobs.front().sha256, [](std::string_view) {
        return Status(Error{ErrorCode::StorageFull, "full"});
    });
    EXPECT_EQ(copied.error().code, ErrorCode::StorageFull);
    EXPECT_EQ(reader->readBlob(std::string(64, '0')).error().code, ErrorCode::NotFound);
}

TEST_F(PackageTest, AssemblesFromBlobsKeptElsewhereAndRefusesWrongOnes)
{
    build(folder / "a.kapok");
    auto reader = PackageReader::open(folder / "a.kapok", trusted());
    ASSERT_TRUE(reader.ok());
    std::map<std::string, std::string> kept;
    for (const auto &[page, sha256] : reader->manifest().pageBlobs)
        kept[sha256] = *reader->readBlob(sha256);
    const BlobReader fromKept = [&](const std::string &sha256) -> Result<std::string> {
        return kept[sha256];
    };
    EXPECT_TRUE(assemble(reader->manifest(), fromKept).ok());
    std::swap(kept.begin()->second, std::next(kept.begin())->second);
    EXPECT_EQ(assemble(reader->manifest(), fromKept).error().code, ErrorCode::Corrupt);
}

} // namespace
} // namespace kapok::course
