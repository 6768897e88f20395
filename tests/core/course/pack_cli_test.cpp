// SPDX-License-Identifier: Apache-2.0
#include "tests/core/course/course_fixture.h"

#include <sys/wait.h>

namespace kapok::course {
namespace {

struct Outcome {
    int exitCode = -1;
    std::string out;
    std::string err;
};

/// Runs the real kapok-pack in a folder of its own.
class PackProgram : public ::testing::Test {
protected:
    Outcome run(const std::string &arguments)
    {
        const std::string command = "cd '" + folder.path().string() +
                                    "' && env -u KAPOK_TRUST " KAPOK_BIN_DIR "/kapok-pack " + arguments +
                                    " >out.txt 2>err.txt </dev/null";
        const int status = std::system(command.c_str());
        Outcome outcome{WIFEXITED(status) ? WEXITSTATUS(status) : -1, readTestFile(folder / "out.txt"),
                        readTestFile(folder / "err.txt")};
        std::filesystem::remove(folder / "out.txt");
        std::filesystem::remove(folder / "err.txt");
        return outcome;
    }

    TemporaryFolder folder;
};

TEST_F(PackProgram, TakesATrainerFromAnExampleToAVerifiedPackage)
{
    EXPECT_EQ(run("new 'Kế hoạch bài dạy'").exitCode, 0);
    EXPECT_NE(readTestFile(folder / "Kế hoạch bài dạy/course.yaml").find("id: ke-hoach-bai-day "),
              std::string::npos);
    EXPECT_EQ(run("new planning").exitCode, 0);
    const auto check = run("check planning");
    EXPECT_EQ(check.exitCode, 0);
    EXPECT_EQ(check.out, "");
    EXPECT_EQ(check.err, "kapok-pack: planning: nothing wrong.\n");
    EXPECT_EQ(run("keygen --name 'Test centre'").exitCode, 0);
    const auto build = run("build planning -o planning.kapok --key kapok.key");
    EXPECT_EQ(build.exitCode, 0);
    EXPECT_EQ(build.err, "");
    EXPECT_NE(build.out.find("planning.kapok: planning 1.0.0"), std::string::npos);
    ASSERT_EQ(run("build planning -o again.kapok --key kapok.key").exitCode, 0);
    EXPECT_EQ(readTestFile(folder / "planning.kapok"), readTestFile(folder / "again.kapok"));
    const auto verify = run("verify planning.kapok --trust kapok.pub");
    EXPECT_EQ(verify.exitCode, 0);
    EXPECT_NE(verify.out.find("good. planning 1.0.0"), std::string::npos);
    const auto inspect = run("inspect planning.kapok");
    EXPECT_EQ(inspect.exitCode, 0);
    EXPECT_NE(inspect.out.find("welcome [text]"), std::string::npos);
    EXPECT_EQ(run("inspect --json planning.kapok").out.substr(0, 11), "{\"blobs\":[{");
}

TEST_F(PackProgram, PrintsFindingsOnStandardOutputAndExitsOneOnErrors)
{
    ASSERT_EQ(run("new c").exitCode, 0);
    edit(folder / "c/lessons/01-first-lesson/04-choice.yaml", "    right: true\n", "");
    edit(folder / "c/course.yaml", "periods: 1", "periods: x");
    const auto check = run("check c");
    EXPECT_EQ(check.exitCode, 1);
    EXPECT_EQ(check.out,
              "c/course.yaml:31: error: \"periods\" must be a number, such as 4 or 1.5.\n"
              "c/lessons/01-first-lesson/04-choice.yaml:9: error: No option is the right answer; write "
              "\"right: true\" for one of them.\n");
    EXPECT_EQ(check.err, "kapok-pack: c: 2 errors, 0 warnings.\n");
    ASSERT_EQ(run("keygen --name T").exitCode, 0);
    const auto build = run("build c -o c.kapok --key kapok.key");
    EXPECT_EQ(build.exitCode, 1);
    EXPECT_EQ(build.out, "");
    EXPECT_NE(build.err.find("2 errors, 0 warnings; nothing was packed."), std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(folder / "c.kapok"));
}

TEST_F(PackProgram, WarnsButPacksWhenThereAreOnlyWarnings)
{
    ASSERT_EQ(run("new c").exitCode, 0);
    writeTestFile(folder / "c/media/old.png", "x");
    const auto check = run("check c");
    EXPECT_EQ(check.exitCode, 0);
    EXPECT_EQ(check.out, "c/media/old.png:1: warning: No page uses this file; it will not be packed.\n");
    EXPECT_EQ(check.err, "kapok-pack: c: 0 errors, 1 warning; it can be packed.\n");
}

TEST_F(PackProgram, SaysHowMuchAnUpdateDownloads)
{
    ASSERT_EQ(run("new c").exitCode, 0);
    ASSERT_EQ(run("keygen --name T").exitCode, 0);
    ASSERT_EQ(run("build c -o 1.kapok --key kapok.key").exitCode, 0);
    edit(folder / "c/lessons/01-first-lesson/01-welcome.yaml", "Read the whole answer.", "Read all of it.");
    const auto same = run("build c -o 2.kapok --key kapok.key --since 1.kapok");
    EXPECT_NE(same.out.find("A device that has version 1.0.0 downloads"), std::string::npos);
    EXPECT_NE(same.out.find("(1 of 8 files)"), std::string::npos);
    EXPECT_NE(same.err.find("raise \"version\" in course.yaml"), std::string::npos);
}

TEST_F(PackProgram, RefusesBadPackagesWithASentence)
{
    ASSERT_EQ(run("new c").exitCode, 0);
    ASSERT_EQ(run("keygen --name T").exitCode, 0);
    ASSERT_EQ(run("keygen -o other.key --name O").exitCode, 0);
    ASSERT_EQ(run("build c -o c.kapok --key kapok.key").exitCode, 0);
    const auto stranger = run("verify c.kapok --trust other.pub");
    EXPECT_EQ(stranger.exitCode, 1);
    EXPECT_EQ(stranger.out, "");
    EXPECT_NE(stranger.err.find("which is not among the trusted keys.\n"), std::string::npos);
    const auto untold = run("verify c.kapok");
    EXPECT_EQ(untold.exitCode, 1);
    EXPECT_NE(untold.err.find("its files are whole, but whether its signer can be trusted"),
              std::string::npos);
    std::filesystem::resize_file(folder / "c.kapok", 5000);
    const auto cut = run("verify c.kapok --trust kapok.pub");
    EXPECT_EQ(cut.exitCode, 1);
    EXPECT_EQ(
        cut.err,
        "kapok-pack: c.kapok: the package is not complete: its end is missing. Copy or download it again.\n");
    EXPECT_EQ(run("inspect none.kapok").err, "kapok-pack: there is no file none.kapok.\n");
}

TEST_F(PackProgram, NeverOverwritesACourseOrAKey)
{
    ASSERT_EQ(run("new c").exitCode, 0);
    EXPECT_EQ(run("new c").exitCode, 1);
    ASSERT_EQ(run("keygen --name T").exitCode, 0);
    const std::string before = readTestFile(folder / "kapok.key");
    EXPECT_EQ(run("keygen --name T").exitCode, 1);
    EXPECT_EQ(readTestFile(folder / "kapok.key"), before);
    std::filesystem::remove(folder / "kapok.pub");
    EXPECT_EQ(run("keygen --name T").exitCode, 1);
    EXPECT_EQ(readTestFile(folder / "kapok.key"), before);
}

TEST_F(PackProgram, ExplainsItselfAndExitsTwoOnWrongUsage)
{
    for (const char *command : {"", "new ", "check ", "build ", "verify ", "inspect ", "keygen "}) {
        const auto help = run(std::string(command) + "--help");
        EXPECT_EQ(help.exitCode, 0) << command;
        EXPECT_NE(help.out.find("Usage: kapok-pack"), std::string::npos) << help.out;
        EXPECT_EQ(help.err, "");
    }
    EXPECT_EQ(run("--version").out.substr(0, 11), "kapok-pack ");
    for (const char *wrong :
         {"", "frob", "check", "build c", "check c d", "check --frob c", "keygen", "verify"}) {
        const auto outcome = run(wrong);
        EXPECT_EQ(outcome.exitCode, 2) << wrong;
        EXPECT_EQ(outcome.out, "") << wrong;
        EXPECT_NE(outcome.err, "") << wrong;
    }
}

} // namespace
} // namespace kapok::course
