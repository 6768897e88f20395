// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/commands.h"
#include "app/kapokd/mover.h"

#include <iostream>
#include <memory>

namespace kapok::kapokd {
namespace {

struct Options {
    std::string from;
    std::string to;
};

int move(const Options &options)
{
    const SystemClock clock;
    const Status done =
        moveEverything(options.from, options.to, clock, [](const std::string &table, std::int64_t rows) {
            std::cout << table << " " << rows << "\n";
        });
    if (!done.ok())
        return refuse(done.error());
    std::cout << "moved to " << withoutSecrets(options.to) << "; the counts are the same" << std::endl;
    std::cerr << "The courses' files stay where they are: serve with --blobs FOLDER.\n";
    return kDone;
}

} // namespace

void addMoveCommand(CLI::App &app, Run &run)
{
    auto options = std::make_shared<Options>();
    CLI::App *command = app.add_subcommand(
        "move",
        "Copy everything into an empty database of the other kind, all or nothing; no server may run");
    command
        ->add_option("--database", options->from, "What is moved: sqlite:PATH or postgresql://USER@HOST/NAME")
        ->required();
    command->add_option("--to", options->to, "Where to: postgresql://USER@HOST/NAME or sqlite:PATH")
        ->required();
    command->callback([options, &run] { run = [options] { return move(*options); }; });
}

} // namespace kapok::kapokd
