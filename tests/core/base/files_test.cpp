// SPDX-License-Identifier: Apache-2.0
#include "core/base/files.h"

#include "tests/support/temporary_folder.h"

#include <cerrno>
#include <gtest/gtest.h>
#include <iterator>

namespace kapok {
namespace {

std::ptrdiff_t entries(const std::filesystem::path &folder)
{
    return std::distance(std::filesystem::directory_iterator(folder), {});
}

TEST(Files, ReplaceAFileWholeAndLeaveNothingBeside)
{
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "a";
    ASSERT_TRUE(writeFileAtomically(file, "old").ok());
    const std::string content("new\0\n", 5);
    ASSERT_TRUE(writeFileAtomically(file, content).ok());
    EXPECT_EQ(*readFile(file), content);
    EXPECT_EQ(entries(folder.path()), 1);
    EXPECT_TRUE(syncToDisk(file).ok());
}

TEST(Files, SayWhatIsWrongAndLeaveTheOldOne)
{
    const test::TemporaryFolder folder;
    const auto taken = folder.path() / "folder";
    std::filesystem::create_directories(taken / "full");
    EXPECT_FALSE(writeFileAtomically(taken, "x").ok());
    EXPECT_TRUE(std::filesystem::is_directory(taken));
    EXPECT_EQ(entries(folder.path()), 1);
    EXPECT_EQ(writeFileAtomically(folder.path() / "none" / "a", "x").error().code, ErrorCode::StorageBroken);
}

TEST(Files, ReadNoMoreThanAllowed)
{
    const test::TemporaryFolder folder;
    ASSERT_TRUE(writeFileAtomically(folder.path() / "a", "12345").ok());
    EXPECT_EQ(*readFile(folder.path() / "a", 5), "12345");
    EXPECT_EQ(readFile(folder.path() / "a", 4).error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(readFile(folder.path() / "b").error().code, ErrorCode::NotFound);
    ASSERT_TRUE(writeFileAtomically(folder.path() / "empty", "").ok());
    EXPECT_EQ(*readFile(folder.path() / "empty"), "");
}

TEST(Files, TellAFullDiskFromABrokenOne)
{
    EXPECT_EQ(storageError(ENOSPC, "x").code, ErrorCode::StorageFull);
    EXPECT_EQ(storageError(EDQUOT, "x").code, ErrorCode::StorageFull);
    EXPECT_EQ(storageError(EROFS, "x").code, ErrorCode::StorageBroken);
}

} // namespace
} // namespace kapok
