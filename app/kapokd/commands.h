// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/kapokd/service.h"

#include <CLI/CLI.hpp>
#include <functional>

/// The subcommands of kapokd. Each add…() declares its options on \p app and sets \p run to its work when it
/// is the one called; the work returns the exit code.
namespace kapok::kapokd {

inline constexpr int kDone = 0;
inline constexpr int kRefused = 1; ///< a sentence on standard error says why
inline constexpr int kWrongUsage = 2;

using Run = std::function<int()>;

/// Options that every subcommand has.
struct CommonOptions {
    std::string database;
    std::string homePage;
    std::string blobs;
    bool hasFiles = false; ///< whether the command uses the courses' files

    void declare(CLI::App &command);
    [[nodiscard]] ServiceOptions service(store::IfAbsent ifAbsent) const
    {
        return {database, homePage, blobs, ifAbsent, false, hasFiles};
    }
    /// NotFound unless the folder of the courses' files is there, if one is named: in an empty one all would
    /// be missing.
    [[nodiscard]] Status checkBlobs() const;
};

/// Prints "kapokd: <sentence>" on standard error and returns kRefused.
int refuse(const Error &error);

/// Opens the database of \p options and runs \p work on it; its exit code. Only what an operator begins with
/// makes a database (docs/operations.md, "From nothing"), and it says so: a mistyped path must not look like
/// success.
int withService(const CommonOptions &options, const std::function<Status(Service &)> &work,
                store::IfAbsent ifAbsent = store::IfAbsent::Refuse);

/// Reads "vi=Trường …" words into a text by language. InvalidInput.
[[nodiscard]] Result<LocalizedText> readTexts(const std::vector<std::string> &words);

void addServe(CLI::App &app, Run &run);
void addUnitCommand(CLI::App &app, Run &run);
void addPersonCommand(CLI::App &app, Run &run);
void addMovePersonCommand(CLI::App &app, Run &run);
void addAssignCommand(CLI::App &app, Run &run);
void addClientCommand(CLI::App &app, Run &run);
void addTrustCommand(CLI::App &app, Run &run);
void addPublishCommand(CLI::App &app, Run &run);
void addRevokeCommand(CLI::App &app, Run &run);
void addBackupCommand(CLI::App &app, Run &run);
void addRestoreCommand(CLI::App &app, Run &run);
void addRebuildCommand(CLI::App &app, Run &run);
void addExportCommand(CLI::App &app, Run &run);
void addImportCommand(CLI::App &app, Run &run);
void addMoveCommand(CLI::App &app, Run &run);
void addDeletePersonCommand(CLI::App &app, Run &run);
void addRetentionCommand(CLI::App &app, Run &run);
void addDemoCommand(CLI::App &app, Run &run);
void addListCommands(CLI::App &app, Run &run);

} // namespace kapok::kapokd
