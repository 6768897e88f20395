// SPDX-License-Identifier: Apache-2.0
#include "tests/e2e/driver/process.h"

#include "core/base/files.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace kapok::e2e {

using namespace std::chrono_literals;
using Instant = std::chrono::steady_clock;

Result<Process> Process::start(const std::vector<std::string> &command, const std::filesystem::path &log)
{
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0)
        return storageError(errno, "cannot make a pipe");
    std::vector<char *> arguments;
    for (const auto &argument : command)
        arguments.push_back(const_cast<char *>(argument.c_str()));
    arguments.push_back(nullptr);
    const int errors = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    const pid_t pid = ::fork();
    if (pid == 0) {
        ::dup2(pipe[1], STDOUT_FILENO);
        if (errors >= 0)
            ::dup2(errors, STDERR_FILENO);
        ::execvp(arguments.front(), arguments.data());
        ::_exit(127);
    }
    ::close(pipe[1]);
    if (errors >= 0)
        ::close(errors);
    if (pid < 0)
        return storageError(errno, "cannot start " + command.front());
    return Process(pid, pipe[0]);
}

Process::Process(Process &&other) noexcept
    : m_pid(std::exchange(other.m_pid, -1)),
      m_output(std::exchange(other.m_output, -1)),
      m_exitCode(other.m_exitCode),
      m_pending(std::move(other.m_pending))
{}

Process &Process::operator=(Process &&other) noexcept
{
    std::swap(m_pid, other.m_pid);
    std::swap(m_output, other.m_output);
    std::swap(m_exitCode, other.m_exitCode);
    std::swap(m_pending, other.m_pending);
    return *this;
}

Process::~Process()
{
    kill();
    if (m_output >= 0)
        ::close(m_output);
}

Result<std::string> Process::readLine(std::chrono::milliseconds timeout)
{
    const auto deadline = Instant::now() + timeout;
    while (true) {
        if (const auto end = m_pending.find('\n'); end != std::string::npos) {
            auto line = m_pending.substr(0, end);
            m_pending.erase(0, end + 1);
            return line;
        }
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Instant::now());
        pollfd waiting{m_output, POLLIN, 0};
        if (left <= 0ms || ::poll(&waiting, 1, static_cast<int>(left.count())) <= 0)
            return Error{ErrorCode::Network, "the program printed nothing in time"};
        std::array<char, 4096> buffer{};
        const ssize_t size = ::read(m_output, buffer.data(), buffer.size());
        if (size <= 0)
            return Error{ErrorCode::Network, "the program closed its output"};
        m_pending.append(buffer.data(), static_cast<std::size_t>(size));
    }
}

void Process::kill()
{
    if (m_pid <= 0)
        return;
    ::kill(m_pid, SIGKILL);
    ::waitpid(m_pid, nullptr, 0);
    m_pid = -1;
}

int Process::terminate(std::chrono::milliseconds timeout)
{
    if (m_pid > 0)
        ::kill(m_pid, SIGTERM);
    const int code = wait(timeout);
    kill();
    return code;
}

int Process::wait(std::chrono::milliseconds timeout)
{
    const auto deadline = Instant::now() + timeout;
    while (running()) {
        if (Instant::now() >= deadline)
            return -1;
        std::this_thread::sleep_for(5ms); // waitpid has no timeout of its own
    }
    return m_exitCode;
}

bool Process::running()
{
    if (m_pid <= 0)
        return false;
    int status = 0;
    if (::waitpid(m_pid, &status, WNOHANG) != m_pid)
        return true;
    m_exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    m_pid = -1;
    return false;
}

int run(const std::vector<std::string> &command, const std::filesystem::path &log,
        std::chrono::milliseconds timeout, std::string *output)
{
    auto process = Process::start(command, log);
    if (!process.ok())
        return -1;
    const auto deadline = Instant::now() + timeout;
    while (Instant::now() < deadline) {
        auto line = process->readLine(
            std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Instant::now()));
        if (!line.ok())
            break;
        if (output != nullptr)
            *output += *line + "\n";
    }
    return process->wait(60s);
}

} // namespace kapok::e2e
