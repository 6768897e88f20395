// SPDX-License-Identifier: Apache-2.0
#include "tests/server/commands.h"

namespace kapok {
namespace {

using nlohmann::json;
using test::Commands;
using test::kapokd;
using test::Ran;
using test::ServeProcess;
using test::xapi;

TEST_F(Commands, RestoreABackupWithEverythingInIt)
{
    import({statement(uuidV7(1), "mai")});
    ASSERT_EQ(on(database(), {"backup", file("copy").string()}).code, 0);
    const Ran restored = kapokd({"restore", file("copy").string(), "--database", database("new.db")});
    EXPECT_EQ(restored.code, 0) << restored.err;
    const Ran original = on(database(), {"export"});
    const Ran copy = on(database("new.db"), {"export"});
    EXPECT_EQ(linesOf(copy.out).size(), 1u);
    EXPECT_EQ(copy.out, original.out);
    for (const auto &entry : std::filesystem::directory_iterator(folder.path()))
        EXPECT_EQ(entry.path().string().find("restoring"), std::string::npos) << entry.path();
}

TEST_F(Commands, RestoreNothingOverADatabaseThatIsThere)
{
    ASSERT_EQ(on(database(), {"backup", file("copy").string()}).code, 0);
    const std::string before = *readFile(file("kapok.db"));
    const Ran ran = kapokd({"restore", file("copy").string(), "--database", database()});
    EXPECT_EQ(ran.code, 1);
    EXPECT_NE(ran.err.find("is there already"), std::string::npos) << ran.err;
    EXPECT_EQ(*readFile(file("kapok.db")), before);
}

TEST_F(Commands, RestoreNoBackupThatIsDamagedOrForeign)
{
    ASSERT_EQ(on(database(), {"backup", file("copy").string()}).code, 0);
    std::string bytes = *readFile(file("copy"));
    const std::string cut = bytes.substr(0, bytes.size() / 2);
    for (std::size_t at = 8192; at + 100 < bytes.size(); at += 4096)
        bytes.replace(at, 100, std::string(100, 'x'));
    const std::vector<std::pair<std::string, std::string>> bad = {
        {"damaged", bytes}, {"cut", cut}, {"text", "no database"}, {"empty", ""}};
    for (const auto &[name, content] : bad) {
        ASSERT_TRUE(writeFileAtomically(file(name), content).ok());
        const Ran ran = kapokd({"restore", file(name).string(), "--database", database("new.db")});
        EXPECT_EQ(ran.code, 1) << name;
        EXPECT_TRUE(ran.err.starts_with("kapokd: ")) << ran.err;
        EXPECT_FALSE(std::filesystem::exists(file("new.db"))) << name;
    }
    EXPECT_EQ(kapokd({"restore", file("none").string(), "--database", database("new.db")}).code, 1);
}

} // namespace
} // namespace kapok
