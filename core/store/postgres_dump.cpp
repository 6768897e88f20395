// SPDX-License-Identifier: Apache-2.0
#include "core/store/postgres_dump.h"

#include "core/base/files.h"
#include "core/store/postgres_address.h"
#include "core/store/postgres_connection.h"
#include "core/store/private_file.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace kapok::store {
namespace {

constexpr const char *kPart = ".part";
constexpr std::string_view kMagic = "PGDMP";
constexpr std::string_view kPasswordVariable = "PGPASSWORD=";

/// What the programs are told of the database.
struct Where {
    std::string conninfo; ///< libpq's KEY='VALUE' form, never empty
    std::string password; ///< "" when there is none in the address
};

struct Ended {
    bool isGood = false;
    std::string said; ///< on either output
};

std::string quoted(const char *value)
{
    std::string text = "'";
    for (const char *c = value; *c != '\0'; ++c) {
        if (*c == '\'' || *c == '\\')
            text += '\\';
        text += *c;
    }
    return text + "'";
}

/// \p address is one that checkPostgresAddress() accepts.
Where whereOf(const std::string &address)
{
    const ConninfoOptions options(PQconninfoParse(address.c_str(), nullptr));
    Where where{"fallback_application_name='kapokd'", {}};
    for (const auto *option = options.get(); option && option->keyword; ++option) {
        const std::string_view key = option->keyword;
        if (!option->val)
            continue;
        if (key == "password")
            where.password = option->val;
        else if (key !=
                 "sslpassword") // a secret that no variable takes: such a key is named by a service file
            where.conninfo += " " + std::string(key) + "=" + quoted(option->val);
    }
    return where;
}

/// This process's environment, with \p password for libpq unless it is "".
std::vector<std::string> environmentWith(const std::string &password)
{
    std::vector<std::string> variables;
    for (char **variable = environ; *variable; ++variable) {
        if (password.empty() || !std::string_view(*variable).starts_with(kPasswordVariable))
            variables.emplace_back(*variable);
    }
    if (!password.empty())
        variables.push_back(std::string(kPasswordVariable) + password);
    return variables;
}

std::vector<char *> pointersTo(std::vector<std::string> &words)
{
    std::vector<char *> pointers;
    for (std::string &word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// Everything that comes out of \p end until all writers have closed it.
std::string readToEnd(int end)
{
    std::string all;
    std::array<char, 4096> buffer{};
    for (;;) {
        const ssize_t count = ::read(end, buffer.data(), buffer.size());
        if (count > 0)
            all.append(buffer.data(), static_cast<std::size_t>(count));
        else if (count == 0 || errno != EINTR)
            return all;
    }
}

/// Starts \p words, the program first, without input and with both outputs to \p output; its number in
/// \p process, or what is in the way as errno has it.
int start(std::vector<std::string> words, const std::string &password, int output, pid_t &process)
{
    auto variables = environmentWith(password);
    const auto arguments = pointersTo(words);
    const auto environment = pointersTo(variables);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO);
    const int failure =
        ::posix_spawnp(&process, arguments[0], &actions, nullptr, arguments.data(), environment.data());
    posix_spawn_file_actions_destroy(&actions);
    return failure;
}

Result<Ended> run(const std::vector<std::string> &words, const std::string &password)
{
    int ends[2] = {};
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return storageError(errno, "cannot start " + words.front());
    pid_t process = 0;
    const int failure = start(words, password, ends[1], process);
    ::close(ends[1]);
    Ended ended;
    if (failure == 0)
        ended.said = readToEnd(ends[0]);
    ::close(ends[0]);
    if (failure == ENOENT)
        return Error{ErrorCode::NotFound,
                     "The program " + words.front() +
                         " is not installed, or not on the PATH. Install PostgreSQL's client"
                         " programs (Debian: postgresql-client) and try again."};
    if (failure != 0)
        return storageError(failure, "cannot start " + words.front());
    int status = 0;
    while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    ended.isGood = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    return ended;
}

/// What \p ended said, on one line and not longer than anybody reads.
std::string inShort(const Ended &ended)
{
    constexpr std::size_t kMost = 600;
    std::string text = ended.said.substr(0, kMost);
    while (!text.empty() && (text.back() == '\n' || text.back() == '.'))
        text.pop_back();
    for (auto at = text.find('\n'); at != std::string::npos; at = text.find('\n'))
        text.replace(at, 1, "; ");
    return text.empty() ? "it was stopped" : text;
}

Error failed(const Ended &ended, const std::string &consequence)
{
    const bool isFull = ended.said.find(std::strerror(ENOSPC)) != std::string::npos;
    return {isFull ? ErrorCode::StorageFull : ErrorCode::StorageBroken,
            consequence + ": " + inShort(ended) + "."};
}

/// Conflict when there are tables at \p address, whoever's they are.
Status refuseTables(const std::string &address)
{
    const std::unique_ptr<PGconn, ConnectionDeleter> connection(PQconnectdb(address.c_str()));
    const std::string sql = std::string("SELECT EXISTS (SELECT 1") + kFromTables + ")";
    const ResultPointer found(PQexec(connection.get(), sql.c_str()));
    if (!isGood(found.get()))
        return postgresError("", PQerrorMessage(connection.get()));
    if (std::string_view(PQgetvalue(found.get(), 0, 0)) != "t")
        return success();
    return Error{ErrorCode::Conflict, withoutPassword(address) +
                                          " has tables already; nothing was changed. Restore into a new,"
                                          " empty database (createdb)."};
}

} // namespace

Status dumpPostgres(const std::string &address, const std::filesystem::path &target)
{
    KAPOK_TRY(checkPostgresAddress(address));
    KAPOK_TRY_ASSIGN(const auto making, FileInTheMaking::begin(target, kPart));
    KAPOK_TRY(makePrivate(making.path()));
    const Where where = whereOf(address);
    KAPOK_TRY_ASSIGN(const Ended ended,
                     run({"pg_dump", "--format=custom", "--no-password", "--file=" + making.path().string(),
                          "--dbname=" + where.conninfo},
                         where.password));
    if (!ended.isGood)
        return failed(ended, target.string() + " was not made");
    return making.finish();
}

bool isPostgresDump(const std::filesystem::path &file)
{
    std::string begin(kMagic.size(), '\0');
    std::ifstream(file, std::ios::binary).read(begin.data(), static_cast<std::streamsize>(begin.size()));
    return begin == kMagic;
}

Status restorePostgres(const std::filesystem::path &dump, const std::string &address,
                       const std::string &knownBy)
{
    KAPOK_TRY(checkPostgresAddress(address));
    KAPOK_TRY_ASSIGN(const Ended listed, run({"pg_restore", "--list", "--", dump.string()}, {}));
    if (!listed.isGood)
        return failed(listed, "The backup cannot be read");
    if (listed.said.find(" TABLE public " + knownBy + " ") == std::string::npos)
        return Error{ErrorCode::InvalidInput, "The backup is of no Kapok server; nothing was changed."};
    KAPOK_TRY(refuseTables(address));
    const Where where = whereOf(address);
    KAPOK_TRY_ASSIGN(const Ended ended,
                     run({"pg_restore", "--single-transaction", "--no-owner", "--no-privileges",
                          "--no-password", "--dbname=" + where.conninfo, "--", dump.string()},
                         where.password));
    return ended.isGood ? success() : failed(ended, "Nothing was restored");
}

} // namespace kapok::store
