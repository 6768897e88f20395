// SPDX-License-Identifier: Apache-2.0
#include "tests/server/commands.h"

#include "core/course/signing.h"

#include <csignal>
#include <sys/wait.h>

namespace kapok {
namespace {

namespace fs = std::filesystem;
using test::Commands;
using test::kapokd;
using test::Ran;
using test::ServeProcess;

/// A folder whose name has a slip in it.
class Folders : public Commands {
protected:
    void SetUp() override
    {
        Commands::SetUp();
        const auto key = course::SecretKey::generate("Centre");
        ASSERT_TRUE(writeFileAtomically(file("key.pub"), course::toText(key->publicKey())).ok());
        ASSERT_TRUE(writeFileAtomically(file("none.jsonl"), "").ok());
    }

    [[nodiscard]] bool isPostgres() const { return database().starts_with("postgresql:"); }
    [[nodiscard]] std::string slip(const std::string &name) const { return file("slpi/" + name).string(); }

    /// Of a server that does not begin.
    [[nodiscard]] Ran serve(const std::string &where, const std::vector<std::string> &options = {}) const
    {
        fs::remove(file("refusal"));
        ServeProcess server(where, options, file("refusal"));
        const int status = server.end(SIGKILL);
        return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, {}, *readFile(file("refusal"))};
    }

    void expectNoBlobs(const Ran &ran, const std::string &command) const
    {
        EXPECT_EQ(ran.code, 1) << command;
        EXPECT_NE(ran.err.find("There is no folder " + slip("blobs") + " for the courses' files"),
                  std::string::npos)
            << ran.err;
        EXPECT_NE(ran.err.find("--blobs"), std::string::npos) << ran.err;
    }

    /// \p ran says which folder there is not, and made none.
    void expectRefused(const Ran &ran, const std::string &command) const
    {
        EXPECT_EQ(ran.code, 1) << command;
        EXPECT_NE(ran.err.find("there is no folder " + file("slpi").string()), std::string::npos)
            << command << ran.err;
        EXPECT_NE(ran.err.find("Look for a slip"), std::string::npos) << command << ran.err;
        EXPECT_FALSE(fs::exists(file("slpi"))) << command;
    }
};

TEST_F(Folders, OfADatabaseAreNotMade)
{
    for (const auto &command :
         std::vector<std::vector<std::string>>{{"add-unit", "--kind", "school", "--name", "vi=T"},
                                               {"trust-key", file("key.pub").string()},
                                               {"demo", "--output", file("enrol.json").string()},
                                               {"import", "--file", file("none.jsonl").string()}})
        expectRefused(on(sqlite("slpi/kapok.db"), command), command.front());
    EXPECT_FALSE(fs::exists(file("enrol.json")));
    expectRefused(serve(sqlite("slpi/kapok.db")), "serve");
    if (isPostgres())
        expectRefused(kapokd({"move", "--database", database(), "--to", sqlite("slpi/kapok.db")}), "move");
}

TEST_F(Folders, OfWhatIsToBeMadeAreNotMade)
{
    expectRefused(on(database(), {"export", "--output", slip("all.jsonl")}), "export");
    expectRefused(
        on(database(), {"export", "--output", file("all.jsonl").string(), "--attachments", slip("bytes/")}),
        "export --attachments");
    EXPECT_FALSE(fs::exists(file("all.jsonl")));
    expectRefused(on(sqlite("new.db"), {"demo", "--output", slip("enrol.json")}), "demo");
    EXPECT_FALSE(fs::exists(file("new.db")));
    if (isPostgres())
        return;
    expectRefused(on(database(), {"backup", slip("copy.db")}), "backup");
    ASSERT_EQ(on(database(), {"backup", file("copy.db").string()}).code, 0);
    expectRefused(on(sqlite("slpi/kapok.db"), {"restore", file("copy.db").string()}), "restore");
}

TEST_F(Folders, OfCoursesThatANameLeadsToMustBeThere)
{
    for (const auto &command : std::vector<std::vector<std::string>>{
             {"publish", "c.kapok"}, {"demo", "--output", file("enrol.json").string()}}) {
        auto words = command;
        words.insert(words.end(), {"--database", database(), "--blobs", slip("blobs")});
        expectNoBlobs(kapokd(words), command.front());
    }
    expectNoBlobs(serve(database(), {"--blobs", slip("blobs")}), "serve");
    EXPECT_FALSE(fs::exists(file("slpi")));
}

TEST_F(Folders, OfCoursesAreLeftAloneByCommandsThatDoNotUseThem)
{
    EXPECT_FALSE(fs::exists(file("blobs")));
    const Ran ran = kapokd({"list-units", "--database", database(), "--blobs", slip("blobs")});
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_FALSE(fs::exists(file("slpi")));
    // Nor have they to be named for PostgreSQL.
    EXPECT_EQ(kapokd({"rebuild", "--database", database()}).code, 0);
}

TEST_F(Folders, AndFilesToReadThatAreNotThereLeaveNoDatabaseBehind)
{
    for (const auto &command : std::vector<std::vector<std::string>>{{"import", "--file", slip("all.jsonl")},
                                                                     {"trust-key", slip("key.pub")}}) {
        const Ran ran = on(sqlite("new.db"), command);
        EXPECT_EQ(ran.code, 1);
        EXPECT_NE(ran.err.find("There is no file " + command.back()), std::string::npos) << ran.err;
        EXPECT_FALSE(fs::exists(file("new.db")));
    }
}

} // namespace
} // namespace kapok
