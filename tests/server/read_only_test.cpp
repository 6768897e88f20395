// SPDX-License-Identifier: Apache-2.0
#include "tests/server/commands.h"

#include <csignal>
#include <cstdlib>
#include <optional>
#include <sched.h>
#include <sys/mount.h>

namespace kapok {
namespace {

namespace fs = std::filesystem;
using test::Answer;
using test::Commands;
using test::Ran;
using test::ServeProcess;
using test::xapi;

bool runs(const std::string &command)
{
    return std::system(("PATH=$PATH:/sbin:/usr/sbin; { " + command + "; } >/dev/null 2>&1").c_str()) == 0;
}

/// An ext4 file system of its own, in a file, for this process and those it starts; and what the kernel does
/// to it when it finds an error: read-only from then on, whoever has files open.
class Disk {
public:
    /// \p image is made; \p folder is where it is mounted.
    Disk(const fs::path &image, fs::path folder) : m_folder(std::move(folder))
    {
        if (::unshare(CLONE_NEWNS) != 0 || ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
            return;
        fs::create_directory(m_folder);
        const std::string file = image.string();
        if (runs("truncate -s 40M " + file + " && mkfs.ext4 -q -e remount-ro " + file) &&
            runs("losetup --find --show " + file + " >" + file + ".device"))
            m_device = firstLine(file + ".device");
        m_isMounted = mount();
    }
    ~Disk()
    {
        unmount();
        if (!m_device.empty())
            runs("losetup --detach " + m_device);
    }
    Disk(const Disk &) = delete;
    Disk &operator=(const Disk &) = delete;

    /// Whether all that is needed may be done here: only root may, and not in every container.
    [[nodiscard]] bool isUsable() const { return m_isMounted && fs::exists(switchFile()); }

    void findError() const { std::ofstream(switchFile()) << "1"; }
    bool mount(const std::string &options = "errors=remount-ro")
    {
        return !m_device.empty() && runs("mount -o " + options + " " + m_device + " " + m_folder.string());
    }
    void unmount() const { ::umount2(m_folder.c_str(), MNT_DETACH); }
    [[nodiscard]] bool check() const // exit code 1: mended
    {
        return runs("e2fsck -fy " + m_device + "; [ $? -le 1 ]");
    }

private:
    static std::string firstLine(const fs::path &file)
    {
        const std::string text = *readFile(file);
        return text.substr(0, text.find('\n'));
    }
    [[nodiscard]] std::string switchFile() const
    {
        return "/sys/fs/ext4/" + fs::path(m_device).filename().string() + "/trigger_fs_error";
    }

    fs::path m_folder;
    std::string m_device; ///< "": there is none
    bool m_isMounted = false;
};

/// `kapokd serve` on SQLite on a file system that turns read-only.
class ReadOnly : public Commands {
protected:
    void SetUp() override
    {
        disk.emplace(file("image"), file("disk"));
        if (!disk->isUsable())
            GTEST_SKIP()
                << "no ext4 may be mounted here, or the kernel cannot be made to find an error in it:"
                   " no read-only file system was tested";
        ASSERT_EQ(on(where, {"add-unit", "--kind", "school", "--name", "vi=T"}).code, 0);
        credential = client(where);
        server.emplace(where, std::vector<std::string>(), file("log"));
    }
    void TearDown() override
    {
        server.reset(); // before what it has open goes
    }

    int store()
    {
        const std::string id = uuidV7(1);
        answer = xapi("POST", server->url() + "/xapi/statements", credential, statement(id));
        if (answer.status == 200)
            confirmed.push_back(id);
        return answer.status;
    }

    int get(const std::string &path) { return xapi("GET", server->url() + path, credential).status; }

    void expectAllConfirmed()
    {
        for (const auto &id : confirmed)
            EXPECT_EQ(get("/xapi/statements?statementId=" + id), 200);
        EXPECT_EQ(linesOf(on(where, {"export"}).out).size(), confirmed.size());
    }

    [[nodiscard]] bool hasOpenFiles() const
    {
        for (const auto &entry : fs::directory_iterator("/proc/" + std::to_string(server->id()) + "/fd")) {
            std::error_code code;
            if (fs::read_symlink(entry, code).string().find("kapok.db") != std::string::npos)
                return true;
        }
        return false;
    }

    std::optional<Disk> disk;
    const std::string where = sqlite("disk/kapok.db");
    std::optional<ServeProcess> server;
    std::string credential;
    Answer answer;
    std::vector<std::string> confirmed;
};

TEST_F(ReadOnly, WritingIs503WithTheReasonReadingGoesOnAndSoDoesWritingOnceItIsMended)
{
    ASSERT_EQ(store(), 200);
    ::sync(); // pages that are written anew have to be allowed anew
    disk->findError();
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(store(), 503);
        EXPECT_NE(answer.body.find("Read-only file system"), std::string::npos) << answer.body;
        EXPECT_EQ(answer.body.find(folder.path().string()), std::string::npos) << answer.body;
        EXPECT_EQ(get("/xapi/statements?statementId=" + confirmed.front()), 200);
        EXPECT_EQ(get("/xapi/statements?limit=10"), 200);
        EXPECT_EQ(get("/readyz"), 200); // it reads
    }
    EXPECT_NE(readFile(file("log"))->find("commit failed: cannot use the database: "), std::string::npos);

    disk->unmount(); // nothing lies there any more, and nothing is made
    for (int tries = 0; hasOpenFiles() && tries < 20'000; ++tries)
        EXPECT_EQ(store(), 503);
    EXPECT_TRUE(fs::is_empty(file("disk")));
    ASSERT_TRUE(disk->check());
    ASSERT_TRUE(disk->mount());
    EXPECT_EQ(store(), 200);
    expectAllConfirmed();
    server->end(SIGKILL);
    server.emplace(where);
    EXPECT_EQ(store(), 200);
    expectAllConfirmed();
}

TEST_F(ReadOnly, AFileSystemThatCameBackReadOnlyIs503UntilItIsWritable)
{
    ASSERT_EQ(store(), 200);
    disk->unmount();
    for (int tries = 0; hasOpenFiles() && tries < 20'000; ++tries)
        EXPECT_EQ(store(), 503);
    ASSERT_TRUE(disk->mount("ro"));
    EXPECT_EQ(store(), 503);
    EXPECT_EQ(get("/readyz"), 503);
    ASSERT_TRUE(disk->mount("remount,rw"));
    int status = 503;
    for (int tries = 0; status == 503 && tries < 20'000; ++tries) // it looks again after a second
        status = store();
    EXPECT_EQ(status, 200);
    expectAllConfirmed();
}

TEST_F(ReadOnly, AFileThatMayNotBeWrittenIs503UntilItMay)
{
    ASSERT_EQ(store(), 200);
    ASSERT_EQ(on(where, {"backup", file("copy.db").string()}).code, 0);
    for (const std::string end : {"", "-wal", "-shm"})
        fs::remove(file("disk/kapok.db" + end));
    ASSERT_EQ(on(where, {"restore", file("copy.db").string()}).code, 0);
    ASSERT_TRUE(runs("chattr +i " + file("disk/kapok.db").string())); // root is not asked for other rights
    EXPECT_EQ(store(), 503);
    ASSERT_TRUE(runs("chattr -i " + file("disk/kapok.db").string()));
    int status = 503;
    for (int tries = 0; status == 503 && tries < 20'000; ++tries) // it looks again after a second
        status = store();
    EXPECT_EQ(status, 200) << answer.body;
    expectAllConfirmed();
}

TEST_F(ReadOnly, AServerThatCannotBeginSaysWhyInOneSentence)
{
    server->end(SIGTERM);
    ASSERT_TRUE(disk->mount("remount,ro"));
    for (const std::vector<std::string> &command :
         {std::vector<std::string>{"serve", "--listen", "127.0.0.1:0"}, {"rebuild"}}) {
        const Ran ran = on(where, command);
        EXPECT_EQ(ran.code, 1) << command.front();
        EXPECT_NE(ran.err.find("kapok.db"), std::string::npos) << ran.err;
        EXPECT_NE(ran.err.find("must be able to write"), std::string::npos) << ran.err;
        EXPECT_EQ(linesOf(ran.err).size(), 1u) << ran.err;
    }
    ASSERT_TRUE(disk->mount("remount,rw"));
    server.emplace(where);
    EXPECT_EQ(store(), 200);
}

} // namespace
} // namespace kapok
