// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/commands.h"
#include "core/base/log.h"

#include <csignal>
#include <iostream>

namespace {

constexpr const char *kFooter = R"(
A server from nothing:
  kapokd add-unit --database sqlite:kapok.db --kind province --name vi="Cao Bằng" --name en="Cao Bang"
  echo "a good password" | kapokd add-person --database sqlite:kapok.db --account mai.hoang \
      --name "Hoàng Thị Mai" --unit "Cao Bằng"
  kapokd trust-key --database sqlite:kapok.db centre.pub
  kapokd publish --database sqlite:kapok.db planning.kapok
  kapokd assign --database sqlite:kapok.db --course planning --unit "Cao Bằng" --due 2026-12-31
  kapokd serve --database sqlite:kapok.db --listen 127.0.0.1:8080

Exit codes: 0 done, 1 refused (a sentence says why), 2 wrong usage.)";

} // namespace

int main(int argc, char **argv)
{
    using namespace kapok;
    using namespace kapok::kapokd;
    CLI::App app("The server of Kapok: sign-in, courses, records and figures.", "kapokd");
    app.set_version_flag("--version", "kapokd " KAPOK_VERSION, "Print the version and exit");
    app.set_help_flag("-h,--help", "Print this help and exit");
    app.footer(kFooter);
    app.require_subcommand(1);
    std::signal(SIGXFSZ, SIG_IGN); // a file that may not grow is a write that fails, not the end
    log::start("kapokd", "warn");  // or it would go to standard output, where what is asked for stands
    Run run;
    for (const auto add :
         {addServe, addUnitCommand, addPersonCommand, addMovePersonCommand, addAssignCommand,
          addClientCommand, addTrustCommand, addPublishCommand, addRevokeCommand, addDeletePersonCommand,
          addRetentionCommand, addBackupCommand, addRestoreCommand, addExportCommand, addImportCommand,
          addMoveCommand, addRebuildCommand, addDemoCommand, addListCommands})
        add(app, run);
    try {
        app.parse(argc, argv);
        return run();
    } catch (const CLI::ParseError &usage) {
        return app.exit(usage) == 0 ? kDone : kWrongUsage;
    } catch (const std::exception &failure) {
        std::cerr << "kapokd: " << failure.what() << ".\n";
        return kRefused;
    }
}
