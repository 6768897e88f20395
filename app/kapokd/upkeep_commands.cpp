// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/commands.h"
#include "app/kapokd/publish.h"
#include "core/base/files.h"
#include "core/base/hash.h"

#include <iostream>
#include <memory>

namespace kapok::kapokd {
namespace {

struct Options {
    CommonOptions common;
    std::string argument;
};

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

Status publish(Service &service, const std::string &file)
{
    KAPOK_TRY_ASSIGN(const auto published, publishPackage(service, file));
    std::cout << published.course << " " << published.version
              << (published.isNew ? "" : " was published already") << "\n";
    return success();
}

Status revoke(Service &service, const std::string &key)
{
    return service.credentials.revoke(key);
}

Status backup(Service &service, const std::string &file)
{
    KAPOK_TRY_ASSIGN(auto database, service.pool.take());
    return database->backupTo(file);
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
};

void add(CLI::App &app, Run &run, const Description &what)
{
    auto options = std::make_shared<Options>();
    CLI::App *command = app.add_subcommand(what.name, what.text);
    options->common.declare(*command);
    if (*what.argument != '\0')
        command->add_option(what.argument, options->argument, what.argumentText)->required();
    const Task task = what.task;
    command->callback([options, task, &run] {
        run = [options, task] {
            return withService(options->common,
                               [&](Service &service) { return task(service, options->argument); });
        };
    });
}

} // namespace

void addTrustCommand(CLI::App &app, Run &run)
{
    add(app, run,
        {"trust-key", "Accept packages signed with this key; prints its id", "file",
         "Public key file of kapok-pack keygen", trustKey});
}

void addPublishCommand(CLI::App &app, Run &run)
{
    add(app, run, {"publish", "Verify a package and offer it", "file", "A .kapok file", publish});
}

void addRevokeCommand(CLI::App &app, Run &run)
{
    add(app, run, {"revoke", "End a credential at once", "key", "Key of the credential", revoke});
}

void addBackupCommand(CLI::App &app, Run &run)
{
    add(app, run,
        {"backup", "Copy the database while the server runs (the folder of files is copied beside it)",
         "file", "File to make", backup});
}

void addRebuildCommand(CLI::App &app, Run &run)
{
    add(app, run, {"rebuild-figures", "Count all figures anew from the statements", "", "", rebuild});
}

} // namespace kapok::kapokd
