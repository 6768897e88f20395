// SPDX-License-Identifier: Apache-2.0
#include "tests/server/program.h"

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kapok::test {
namespace {

const std::string kProgram = std::string(KAPOK_BIN_DIR) + "/kapokd";

std::vector<char *> pointersTo(std::vector<std::string> &words)
{
    std::vector<char *> pointers;
    for (std::string &word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// Starts `kapokd WORDS` with its three streams.
pid_t start(std::vector<std::string> words, int input, int output, int errors)
{
    words.insert(words.begin(), kProgram);
    const auto arguments = pointersTo(words);
    const pid_t pid = ::fork();
    if (pid != 0)
        return pid;
    ::dup2(input, 0);
    ::dup2(output, 1);
    ::dup2(errors, 2);
    ::execv(kProgram.c_str(), arguments.data());
    ::_exit(127);
}

int openFile(const std::filesystem::path &file, int flags)
{
    return ::open(file.c_str(), flags | O_CLOEXEC, 0600);
}

} // namespace

Ran kapokd(const std::vector<std::string> &arguments, const std::string &input)
{
    const TemporaryFolder folder;
    const auto in = folder.path() / "in";
    const auto out = folder.path() / "out";
    const auto err = folder.path() / "err";
    EXPECT_TRUE(writeFileAtomically(in, input).ok());
    const int streams[] = {openFile(in, O_RDONLY), openFile(out, O_WRONLY | O_CREAT),
                           openFile(err, O_WRONLY | O_CREAT)};
    const pid_t pid = start(arguments, streams[0], streams[1], streams[2]);
    for (const int stream : streams)
        ::close(stream);
    int status = 0;
    ::waitpid(pid, &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, *readFile(out), *readFile(err)};
}

ServeProcess::ServeProcess(const std::string &database, const std::vector<std::string> &options,
                           const std::filesystem::path &log)
{
    std::vector<std::string> words = {"serve", "--database", database, "--listen", "127.0.0.1:0"};
    words.insert(words.end(), options.begin(), options.end());
    int ends[2] = {};
    EXPECT_EQ(::pipe2(ends, O_CLOEXEC), 0);
    const int nowhere = openFile("/dev/null", O_RDWR);
    const int errors =
        log.empty() ? openFile("/dev/null", O_WRONLY) : openFile(log, O_WRONLY | O_CREAT | O_APPEND);
    m_pid = start(std::move(words), nowhere, ends[1], errors);
    for (const int end : {ends[1], nowhere, errors})
        ::close(end);
    m_output = ends[0];
    char c = 0;
    while (::read(m_output, &c, 1) == 1) {
        m_line += c;
        if (c == '\n')
            break;
    }
}

ServeProcess::~ServeProcess()
{
    if (m_pid > 0)
        end(SIGKILL);
    ::close(m_output);
}

int ServeProcess::end(int signal)
{
    send(signal);
    int status = 0;
    ::waitpid(m_pid, &status, 0);
    m_pid = 0;
    return status;
}

void ServeProcess::send(int signal) const
{
    ::kill(m_pid, signal);
}

std::string ServeProcess::url() const
{
    constexpr std::string_view kWords = "listening on ";
    return m_line.size() > kWords.size() ? m_line.substr(kWords.size(), m_line.size() - kWords.size() - 1)
                                         : std::string();
}

std::string ServeProcess::rest() const
{
    std::string all;
    char c = 0;
    while (::read(m_output, &c, 1) == 1)
        all += c;
    return all;
}

std::string ProgramTest::database(const std::string &name) const
{
    return std::getenv("KAPOK_TEST_POSTGRES") ? m_places.try_emplace(name).first->second.address()
                                              : sqlite(name);
}

std::vector<std::string> ProgramTest::serveOptions() const
{
    if (!database().starts_with("postgresql:"))
        return {};
    std::filesystem::create_directory(file("blobs"));
    return {"--blobs", file("blobs").string()};
}

Ran ProgramTest::on(const std::string &where, std::vector<std::string> arguments,
                    const std::string &input) const
{
    arguments.insert(arguments.end(), {"--database", where});
    if (where.starts_with("postgresql:"))
        arguments.insert(arguments.end(), {"--blobs", file("blobs").string()});
    return kapokd(arguments, input);
}

std::string ProgramTest::client(const std::string &where, const std::string &scope) const
{
    const auto ran = on(where, {"add-client", "test", "--scope", scope});
    EXPECT_EQ(ran.code, 0) << ran.err;
    const auto value = nlohmann::json::parse(ran.out);
    return value.at("key").get<std::string>() + ":" + value.at("secret").get<std::string>();
}

std::string ProgramTest::statement(const std::string &id, const std::string &account, const std::string &verb,
                                   const std::string &more)
{
    return R"({"id":")" + id + R"(","actor":{"account":{"homePage":")" + kHome + R"(","name":")" + account +
           R"("}},"verb":{"id":")" + verb +
           R"("},"object":{"id":"http://example.org/thing"},"timestamp":"2026-11-22T07:00:00Z")" + more + "}";
}

Answer xapi(const std::string &method, const std::string &url, const std::string &credential,
            const std::string &body)
{
    return http(
        method, url,
        {credential, {{"X-Experience-API-Version", "1.0.3"}, {"Content-Type", "application/json"}}, body});
}

} // namespace kapok::test
