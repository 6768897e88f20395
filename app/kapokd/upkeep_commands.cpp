// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/commands.h"
#include "app/kapokd/publish.h"
#include "core/base/files.h"
#include "core/base/hash.h"
#include "core/store/postgres.h"
#include "core/store/postgres_dump.h"
#include "core/store/private_file.h"

#include <cerrno>
#include <fstream>
#include <iostream>
#include <memory>

namespace kapok::kapokd {
namespace {

/// Ending of a database that is being restored.
constexpr const char *kRestoring = ".restoring";

struct Options {
    CommonOptions common;
    std::string argument;
};

/// Copies \p file to \p copy, for its owner only.
Status copyPrivately(const std::filesystem::path &file, const std::filesystem::path &copy)
{
    KAPOK_TRY(store::makePrivate(copy));
    std::error_code code;
    std::filesystem::copy_file(file, copy, std::filesystem::copy_options::overwrite_existing, code);
    if (!code)
        std::filesystem::permissions(
            copy, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, code);
    if (!code)
        return success();
    // Copying says "Input/output error" for a disk that became full.
    std::error_code unknown;
    const bool isFull = code.value() == EIO && std::filesystem::space(copy, unknown).available <
                                                   std::filesystem::file_size(file, unknown);
    return storageError(isFull ? ENOSPC : code.value(),
                        "cannot copy " + file.string() + " to the folder " +
                            std::filesystem::absolute(copy).parent_path().string());
}

using Task = Status (*)(Service &service, const std::string &argument);

Status trustKey(Service &service, const std::string &file)
{
    KAPOK_TRY_ASSIGN(const std::string text, readFile(file, 4096));
    KAPOK_TRY_ASSIGN(const auto key, course::parsePublicKey(text));
    const std::string_view bytes(reinterpret_cast<const char *>(key.bytes.data()), key.bytes.size());
    KAPOK_TRY(service.roster.trust({key.id(), toBase64(bytes), key.name}));
    std::cout << key.id() << "\n";
    return success();
}

/// \p error with the name of the file it is about.
Error withFile(Error error, const std::filesystem::path &file)
{
    if (error.detail.find(file.string()) == std::string::npos)
        error.detail = file.string() + ": " + error.detail;
    return error;
}

Status publish(Service &service, const std::string &file)
{
    const auto published = publishPackage(service, file);
    if (!published.ok())
        return withFile(published.error(), file);
    std::cout << published->course << " " << published->version
              << (published->isNew ? "" : " was published already") << "\n";
    return success();
}

Status revoke(Service &service, const std::string &key)
{
    return service.credentials.revoke(key);
}

Status backup(Service &service, const std::string &file)
{
    KAPOK_TRY_ASSIGN(auto database, service.pool.take());
    Status made = database->backupTo(file);
    if (!made.ok() && made.error().code == ErrorCode::Corrupt)
        return Error{made.error().code,
                     made.error().detail +
                         " Put it aside and bring back the last good backup with kapokd restore."};
    return made;
}

/// Whether \p file begins as a backup of either database does.
bool isBackup(const std::filesystem::path &file)
{
    constexpr std::string_view kHead("SQLite format 3\0", 16);
    std::string head(kHead.size(), ' ');
    std::ifstream(file, std::ios::binary).read(head.data(), static_cast<std::streamsize>(head.size()));
    return head == kHead || store::isPostgresDump(file);
}

/// A backup takes the place of an older one, and of nothing else: not of a letter, nor of a database that a
/// slip put in its place.
Status checkBackup(const CommonOptions &, const std::string &file)
{
    KAPOK_TRY(checkFolderOf(file));
    std::error_code code;
    if (!std::filesystem::exists(file, code))
        return success();
    const bool isFile = std::filesystem::is_regular_file(file, code);
    const bool isEmpty = isFile && std::filesystem::file_size(file, code) == 0;
    if (!isEmpty && !(isFile && isBackup(file)))
        return Error{ErrorCode::Conflict, file + " is there and no backup; nothing was made. Give the backup"
                                                 " another name."};
    if (std::filesystem::exists(file + "-wal", code))
        return Error{ErrorCode::Conflict, file + " is a database in use, for " + file +
                                              "-wal is there; nothing was made. Give the backup another"
                                              " name."};
    return success();
}

/// The first thing that is wrong with the database, or success.
Status checkWhole(store::Database &database)
{
    KAPOK_TRY_ASSIGN(
        const auto word,
        database.query("PRAGMA integrity_check").one([](const store::Query &row) { return row.text(0); }));
    if (word != "ok")
        return Error{ErrorCode::Corrupt, "The backup is damaged: " + word.value_or("it does not answer")};
    KAPOK_TRY_ASSIGN(
        const auto loose,
        database.query("PRAGMA foreign_key_check").one([](const store::Query &row) { return row.text(0); }));
    if (loose)
        return Error{ErrorCode::Corrupt, "The backup is damaged: rows of " + *loose + " belong to nothing"};
    KAPOK_TRY_ASSIGN(const auto node,
                     database.query("SELECT 1 FROM node").one([](const store::Query &) { return true; }));
    return node ? success() : Error{ErrorCode::Corrupt, "The backup is of no Kapok server"};
}

/// \p error about the copy at \p copy, told of \p backup: the copy is gone when it is read.
Error toldOf(const std::filesystem::path &backup, const std::filesystem::path &copy, Error error)
{
    const std::string name = copy.string();
    if (const auto at = error.detail.find(name); at != std::string::npos)
        error.detail.replace(at, name.size(), backup.string());
    return error;
}

Status refuseIfThere(const std::filesystem::path &target)
{
    std::error_code code;
    for (const char *end : {"", "-wal", "-shm"}) {
        if (std::filesystem::exists(target.string() + end, code))
            return Error{ErrorCode::Conflict,
                         target.string() + end + " is there already; nothing was changed."};
    }
    return success();
}

/// A backup with one of these names would be taken for what a killed restore left, and taken away.
Status refuseTemporary(const std::filesystem::path &backup, const std::filesystem::path &target)
{
    std::error_code code;
    for (const char *end : {kRestoring, ".part"}) {
        if (std::filesystem::equivalent(target.string() + end, backup, code))
            return Error{ErrorCode::InvalidInput,
                         backup.string() + " has the name of a copy that is not finished; give it another one"
                                           " and try again."};
    }
    return success();
}

/// Copies \p backup, checks the copy, brings it to this version's schema and puts it at \p target.
Status restoreChecked(const std::filesystem::path &backup, const std::filesystem::path &target)
{
    KAPOK_TRY(refuseIfThere(target));
    KAPOK_TRY(refuseTemporary(backup, target));
    KAPOK_TRY_ASSIGN(const auto copy, store::FileInTheMaking::begin(target, kRestoring));
    KAPOK_TRY(refuseIfThere(target)); // another restore may have ended just now
    KAPOK_TRY(copyPrivately(backup, copy.path()));
    auto database =
        store::Database::open(copy.path(), lrs::migrations(), openOptions(store::IfAbsent::Refuse));
    if (!database.ok())
        return toldOf(backup, copy.path(), database.error());
    KAPOK_TRY(checkWhole(*database));
    return database->backupTo(target);
}

Status restoreToSqlite(const std::filesystem::path &backup, const std::filesystem::path &target)
{
    KAPOK_TRY(checkFolderOf(target));
    if (store::isPostgresDump(backup))
        return Error{ErrorCode::InvalidInput,
                     "This is a backup of PostgreSQL. Restore it to postgresql://USER@HOST/NAME; from there"
                     " kapokd move takes everything into an SQLite file."};
    return restoreChecked(backup, target);
}

Status restoreToPostgres(const std::filesystem::path &backup, const std::string &address)
{
    if (!store::isPostgresDump(backup))
        return Error{ErrorCode::InvalidInput,
                     "This is no backup of PostgreSQL. One of SQLite is restored to sqlite:PATH; from there"
                     " kapokd move takes everything into PostgreSQL."};
    KAPOK_TRY(store::restorePostgres(backup, address, "statement_agent"));
    KAPOK_TRY_ASSIGN(auto database, openDatabase(address, store::IfAbsent::Refuse));
    return database.run("ANALYZE"); // it would plan blindly until it gets round to that itself
}

Status restore(const std::filesystem::path &backup, const std::string &address)
{
    const bool isPostgres = store::isPostgresAddress(address);
    if (!isPostgres && !isSqliteAddress(address))
        return Error{ErrorCode::InvalidInput,
                     "A backup is restored to sqlite:PATH or postgresql://USER@HOST/NAME."};
    std::error_code code;
    if (!std::filesystem::is_regular_file(backup, code))
        return Error{ErrorCode::NotFound, "There is no file " + backup.string() + "."};
    const Status restored =
        isPostgres ? restoreToPostgres(backup, address) : restoreToSqlite(backup, sqlitePathOf(address));
    if (!restored.ok())
        return withFile(restored.error(), backup);
    std::cout << "restored " << (isPostgres ? withoutSecrets(address) : sqlitePathOf(address).string())
              << "\n";
    return success();
}

Status rebuild(Service &service, const std::string &)
{
    return service.statements.rebuildFigures();
}

struct Description {
    const char *name;
    const char *text;
    const char *argument; ///< "": takes none
    const char *argumentText;
    Task task;
    store::IfAbsent ifAbsent = store::IfAbsent::Refuse;
    bool hasFiles = false; ///< whether it uses the courses' files
    /// Looks at the options before anything is opened or made.
    Status (*check)(const CommonOptions &common, const std::string &argument) = nullptr;
};

void add(CLI::App &app, Run &run, const Description &what)
{
    auto options = std::make_shared<Options>();
    const std::string names = what.name; // the first; others, behind commas, mean the same
    CLI::App *command = app.add_subcommand(names.substr(0, names.find(',')), what.text);
    if (names.find(',') != std::string::npos)
        command->alias(names.substr(names.find(',') + 1));
    options->common.declare(*command);
    options->common.hasFiles = what.hasFiles;
    if (*what.argument != '\0')
        command->add_option(what.argument, options->argument, what.argumentText)->required();
    const Task task = what.task;
    const auto ifAbsent = what.ifAbsent;
    const auto check = what.check;
    command->callback([options, task, ifAbsent, check, &run] {
        run = [options, task, ifAbsent, check] {
            const Status checked = check ? check(options->common, options->argument) : success();
            if (!checked.ok())
                return refuse(checked.error());
            return withService(
                options->common, [&](Service &service) { return task(service, options->argument); },
                ifAbsent);
        };
    });
}

} // namespace

void addTrustCommand(CLI::App &app, Run &run)
{
    add(app, run,
        {"trust-key", "Accept packages signed with this key; prints its id", "file",
         "Public key file of kapok-pack keygen", trustKey, store::IfAbsent::Make, false,
         [](const CommonOptions &, const std::string &file) { return checkIsThere(file); }});
}

void addPublishCommand(CLI::App &app, Run &run)
{
    add(app, run,
        {"publish", "Verify a package and offer it", "file", "A .kapok file", publish,
         store::IfAbsent::Refuse, true});
}

void addRevokeCommand(CLI::App &app, Run &run)
{
    add(app, run,
        {"revoke", "End a credential at once", "key", "Key of the credential (list-credentials shows them)",
         revoke});
}

void addBackupCommand(CLI::App &app, Run &run)
{
    add(app, run,
        {"backup",
         "Copy the database while the server runs; the folder of the courses' files is copied by you", "file",
         "File to make; its folder must be there. Of PostgreSQL pg_dump makes it", backup,
         store::IfAbsent::Refuse, false, checkBackup});
}

void addRebuildCommand(CLI::App &app, Run &run)
{
    add(app, run,
        {"rebuild,rebuild-figures", "Count all figures anew from the statements: the same rows", "", "",
         rebuild});
}

void addRestoreCommand(CLI::App &app, Run &run)
{
    auto options = std::make_shared<Options>();
    CLI::App *command = app.add_subcommand(
        "restore", "Check a backup and put it where the database is to be; nothing may be there");
    command->add_option("file", options->argument, "A file that `kapokd backup` made")->required();
    command
        ->add_option("--database", options->common.database,
                     "Where it is to be: sqlite:PATH, or postgresql://USER@HOST/NAME without tables")
        ->required();
    command->callback([options, &run] {
        run = [options] {
            const Status done = restore(options->argument, options->common.database);
            return done.ok() ? kDone : refuse(done.error());
        };
    });
}

} // namespace kapok::kapokd
