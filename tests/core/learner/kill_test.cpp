// SPDX-License-Identifier: Apache-2.0
#include "tests/core/learner/record_fixture.h"

#include <csignal>
#include <cstdio>
#include <random>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace kapok::learner {
namespace {

/// The program that answers, with its standard output at hand.
class AnswerLoop {
public:
    explicit AnswerLoop(const std::string &folder)
    {
        int ends[2];
        EXPECT_EQ(::pipe(ends), 0);
        m_pid = ::fork();
        if (m_pid == 0) {
            ::dup2(ends[1], STDOUT_FILENO);
            ::close(ends[0]);
            ::close(ends[1]);
            ::execl(KAPOK_ANSWER_LOOP, KAPOK_ANSWER_LOOP, folder.c_str(), nullptr);
            ::_exit(127);
        }
        ::close(ends[1]);
        m_out = ::fdopen(ends[0], "r");
    }
    ~AnswerLoop() { std::fclose(m_out); }
    AnswerLoop(const AnswerLoop &) = delete;
    AnswerLoop &operator=(const AnswerLoop &) = delete;

    /// The next id that was shown as saved; empty at the end. A line cut off by the kill was not shown.
    std::string next()
    {
        char line[128];
        if (!std::fgets(line, sizeof line, m_out))
            return {};
        const std::string text(line);
        return text.starts_with("saved ") && text.ends_with("\n") ? text.substr(6, 36) : std::string();
    }

    void kill()
    {
        ::kill(m_pid, SIGKILL);
        int status = 0;
        ::waitpid(m_pid, &status, 0);
        EXPECT_TRUE(WIFSIGNALED(status)) << "it ended by itself with " << status;
    }

private:
    pid_t m_pid = -1;
    std::FILE *m_out = nullptr;
};

using KillTest = RecordTest;

TEST_F(KillTest, EveryAnswerShownAsSavedIsThereAfterTheKill)
{
    const auto seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    std::vector<std::string> shown;
    for (int round = 0; round < 40 && !HasFailure(); ++round) {
        AnswerLoop loop(folder.path().string());
        for (auto lines = random() % 8; lines > 0; --lines)
            shown.push_back(loop.next());
        for (auto turns = random() % 300; turns > 0; --turns) // somewhere within the next answers
            std::this_thread::yield();
        loop.kill();
        for (auto id = loop.next(); !id.empty(); id = loop.next())
            shown.push_back(id);

        auto record = open();
        for (const auto &id : shown)
            ASSERT_TRUE(record.statement({id})->has_value()) << "round " << round << " lost " << id;
        const auto progress = *record.allProgress();
        ASSERT_TRUE(record.rebuildProgress().ok());
        ASSERT_EQ(*record.allProgress(), progress);
    }
    EXPECT_GT(shown.size(), 40U);
}

} // namespace
} // namespace kapok::learner
