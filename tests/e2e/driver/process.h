// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <sys/types.h>
#include <vector>

namespace kapok::e2e {

/// One started program. Killed when destroyed, so no test leaves one behind.
/// Thread-safety: none.
class Process {
public:
    /// Starts \p command (program first). Standard output can be read by readLine(); standard error is
    /// appended to \p log.
    [[nodiscard]] static Result<Process> start(const std::vector<std::string> &command,
                                               const std::filesystem::path &log);
    Process(Process &&other) noexcept;
    Process &operator=(Process &&other) noexcept;
    ~Process();

    /// The next line of standard output, or a Network error after \p timeout or at its end.
    [[nodiscard]] Result<std::string> readLine(std::chrono::milliseconds timeout);
    /// SIGKILL, as a dead battery would; returns when it is gone.
    void kill();
    /// SIGTERM; returns the exit code, or -1 when it did not stop within \p timeout and was killed.
    int terminate(std::chrono::milliseconds timeout = std::chrono::seconds(60));
    /// Waits for the program to end by itself; -1 when it did not within \p timeout.
    [[nodiscard]] int wait(std::chrono::milliseconds timeout);
    [[nodiscard]] bool running();
    [[nodiscard]] pid_t pid() const { return m_pid; }

private:
    Process(pid_t pid, int output) : m_pid(pid), m_output(output) {}

    pid_t m_pid = -1;
    int m_output = -1;
    int m_exitCode = -1;
    std::string m_pending;
};

/// Runs \p command to its end; its exit code, or -1 when it could not start or took longer than \p timeout.
[[nodiscard]] int run(const std::vector<std::string> &command, const std::filesystem::path &log,
                      std::chrono::milliseconds timeout = std::chrono::minutes(2),
                      std::string *output = nullptr);

} // namespace kapok::e2e
