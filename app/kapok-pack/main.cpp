// SPDX-License-Identifier: Apache-2.0
#include "app/kapok-pack/commands.h"

#include <iostream>

namespace {

constexpr const char *kFooter = R"(
A course from start to finish:
  kapok-pack new planning                 make a small example course to edit
  kapok-pack check planning               see everything that is wrong
  kapok-pack keygen --name "My centre"    once: make your signing key
  kapok-pack build planning -o planning.kapok --key kapok.key
  kapok-pack verify planning.kapok --trust kapok.pub

Exit codes: 0 done, 1 refused (a sentence says why), 2 wrong usage.)";

} // namespace

int main(int argc, char **argv)
{
    using namespace kapok::pack;
    CLI::App app("Writes, checks and packs Kapok micro-courses.", "kapok-pack");
    app.set_version_flag("--version", "kapok-pack " KAPOK_VERSION, "Print the version and exit");
    app.set_help_flag("-h,--help", "Print this help and exit");
    app.footer(kFooter);
    app.require_subcommand(1);
    Run run;
    addNew(app, run);
    addCheck(app, run);
    addBuild(app, run);
    addVerify(app, run);
    addInspect(app, run);
    addKeygen(app, run);
    try {
        app.parse(argc, argv);
        return run();
    } catch (const CLI::ParseError &usage) {
        return app.exit(usage) == 0 ? kDone : kWrongUsage;
    } catch (const std::exception &failure) {
        std::cerr << "kapok-pack: " << failure.what() << ".\n";
        return kRefused;
    }
}
