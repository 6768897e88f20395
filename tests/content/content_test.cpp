// SPDX-License-Identifier: Apache-2.0
#include "tests/core/course/course_fixture.h"

#include <algorithm>

namespace kapok::course {
namespace {

/// Folders in content/ that are courses.
std::vector<std::filesystem::path> courseFolders()
{
    std::vector<std::filesystem::path> folders;
    std::error_code code;
    for (const auto &entry : std::filesystem::directory_iterator(KAPOK_SOURCE_DIR "/content", code)) {
        if (std::filesystem::is_regular_file(entry.path() / "course.yaml"))
            folders.push_back(entry.path());
    }
    std::sort(folders.begin(), folders.end());
    return folders;
}

class Content : public ::testing::TestWithParam<std::filesystem::path> {};
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Content);

TEST_P(Content, IsFreeOfErrorsAndComesWholeOutOfItsPackage)
{
    const auto report = readSource(GetParam());
    for (const Finding &finding : report.findings) {
        if (finding.severity == Severity::Error)
            ADD_FAILURE() << toLine(finding, GetParam());
    }
    ASSERT_TRUE(report.course.has_value());
    EXPECT_EQ(GetParam().filename(), report.course->id.value) << "the folder is named like the course";
    const TemporaryFolder folder;
    const auto key = SecretKey::generate("Content test");
    TrustedKeys keys;
    keys.add(key->publicKey());
    const auto built = buildPackage(*report.course, GetParam(), *key, folder / "c.kapok");
    ASSERT_TRUE(built.ok()) << built.error().detail;
    auto reader = PackageReader::open(folder / "c.kapok", keys);
    ASSERT_TRUE(reader.ok()) << reader.error().detail;
    const auto verified = reader->verifyAll();
    ASSERT_TRUE(verified.ok()) << verified.error().detail;
    const auto course = reader->readCourse();
    ASSERT_TRUE(course.ok()) << course.error().detail;
    ASSERT_EQ(course->lessons.size(), report.course->lessons.size());
    for (std::size_t i = 0; i < course->lessons.size(); ++i) {
        EXPECT_EQ(course->lessons[i].title, report.course->lessons[i].title);
        EXPECT_EQ(course->lessons[i].questionCount(), report.course->lessons[i].questionCount());
        EXPECT_EQ(course->lessons[i].pages.size(), report.course->lessons[i].pages.size());
    }
}

INSTANTIATE_TEST_SUITE_P(Courses, Content, ::testing::ValuesIn(courseFolders()),
                         [](const ::testing::TestParamInfo<std::filesystem::path> &folder) {
                             std::string name = folder.param.filename().string();
                             std::replace_if(
                                 name.begin(), name.end(), [](char c) { return !std::isalnum(c); }, '_');
                             return name;
                         });

} // namespace
} // namespace kapok::course
