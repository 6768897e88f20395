// SPDX-License-Identifier: Apache-2.0
#include "core/base/files.h"
#include "core/store/database.h"
#include "tests/support/temporary_folder.h"

#include <array>
#include <fstream>
#include <gtest/gtest.h>

namespace kapok {
namespace {

namespace fs = std::filesystem;
using State = store::Place::State;

constexpr std::array kMigrations{store::Migration{1, "thing", "CREATE TABLE thing (name TEXT) STRICT"}};

class Place : public testing::Test {
protected:
    store::Database open()
    {
        auto opened = store::Database::open(file, kMigrations);
        EXPECT_TRUE(opened.ok()) << opened.error().detail;
        return *std::move(opened);
    }

    [[nodiscard]] fs::path with(const char *ending) const { return fs::path(file) += ending; }

    test::TemporaryFolder folder;
    fs::path file = folder.path() / "a.db";
};

TEST_F(Place, TellsWhichOfTheFilesWentAway)
{
    auto database = open();
    const store::Place place = database.place();
    EXPECT_EQ(place.state(), State::Same);
    for (const char *ending : {"-wal", "-shm"}) {
        fs::rename(with(ending), with(".away"));
        EXPECT_EQ(place.state(), State::LogGone) << ending;
        EXPECT_TRUE(place.isLogFree());
        std::ofstream(with(ending)) << "of another program";
        EXPECT_EQ(place.state(), State::LogGone) << ending;
        EXPECT_FALSE(place.isLogFree());
        fs::rename(with(".away"), with(ending));
        EXPECT_EQ(place.state(), State::Same);
    }
    fs::rename(file, with(".away"));
    EXPECT_EQ(place.state(), State::Gone);
    EXPECT_TRUE(place.hasLog());
    std::ofstream(file) << "another";
    EXPECT_EQ(place.state(), State::Replaced);
    fs::rename(with(".away"), file);
    EXPECT_TRUE(place.check().ok());
    EXPECT_EQ(store::Place().state(), State::Same);
}

TEST_F(Place, IsThatOfTheFileThatALinkLeadsTo)
{
    const fs::path real = folder.path() / "real.db";
    fs::create_symlink(real, file);
    std::ofstream(real).close();
    auto database = open();
    EXPECT_EQ(database.place().state(), State::Same);
    fs::remove(folder.path() / "real.db-wal");
    EXPECT_EQ(database.place().state(), State::LogGone);
    fs::remove(file);
    fs::create_symlink("/dev/null", file);
    EXPECT_EQ(database.place().state(), State::Replaced);
}

TEST_F(Place, TellsADeletedFileFromAVolumeThatIsNotThere)
{
    file = folder.path() / "disk/deep/a.db";
    auto database = open();
    const store::Place place = database.place();
    EXPECT_FALSE(place.isVolumeGone());
    fs::rename(folder.path() / "disk", folder.path() / "away");
    EXPECT_EQ(place.state(), State::Gone);
    EXPECT_FALSE(place.isVolumeGone()); // the volume is there, without the folder
    fs::create_directory_symlink("/proc", folder.path() / "disk");
    EXPECT_EQ(place.state(), State::Gone);
    EXPECT_TRUE(place.isVolumeGone());
}

TEST_F(Place, IsTheFileAloneWhenTheLogWasLeft)
{
    auto database = open();
    {
        const auto other = open();
        EXPECT_EQ(database.leaveLog().error().code, ErrorCode::Throttled);
    }
    ASSERT_TRUE(database.leaveLog().ok());
    EXPECT_FALSE(fs::exists(with("-wal")));
    auto transaction = store::Transaction::begin(database);
    ASSERT_TRUE(transaction.ok());
    ASSERT_TRUE(database.run("INSERT INTO thing VALUES ('a')").ok());
    EXPECT_TRUE(transaction->commit().ok());
}

TEST_F(Place, NothingIsBegunOrConfirmedInFilesThatWentAway)
{
    for (const char *ending : {"", "-wal", "-shm"}) {
        auto database = open();
        {
            auto transaction = store::Transaction::begin(database);
            ASSERT_TRUE(transaction.ok());
            ASSERT_TRUE(database.run("INSERT INTO thing VALUES ('a')").ok());
            fs::rename(with(ending), with(".away"));
            EXPECT_EQ(transaction->commit().error().code, ErrorCode::StorageBroken) << ending;
        }
        EXPECT_EQ(store::Transaction::begin(database).error().code, ErrorCode::StorageBroken) << ending;
        fs::rename(with(".away"), with(ending));
        EXPECT_TRUE(store::Transaction::begin(database).ok());
    }
}

} // namespace
} // namespace kapok
