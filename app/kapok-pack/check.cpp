// SPDX-License-Identifier: Apache-2.0
#include "app/kapok-pack/commands.h"
#include "app/kapok-pack/output.h"

#include <iostream>
#include <memory>

namespace kapok::pack {
namespace {

int check(const std::string &folder)
{
    const auto report = course::readSource(folder);
    printFindings(std::cout, report, folder);
    std::cout.flush();
    if (report.hasErrors()) {
        std::cerr << "kapok-pack: " << folder << ": " << countText(report) << ".\n";
        return kRefused;
    }
    if (!report.findings.empty())
        std::cerr << "kapok-pack: " << folder << ": " << countText(report) << "; it can be packed.\n";
    else
        std::cerr << "kapok-pack: " << folder << ": nothing wrong.\n";
    return kDone;
}

} // namespace

void addCheck(CLI::App &app, Run &run)
{
    auto folder = std::make_shared<std::string>();
    CLI::App *command = app.add_subcommand("check", "Say everything that is wrong with a course, at once");
    command->add_option("DIR", *folder, "Folder of the course (it has course.yaml)")->required();
    command->footer(
        "Prints file:line: error|warning: what is wrong and what to do. Exit code 1 when there are errors.");
    command->callback([folder, &run] { run = [folder] { return check(*folder); }; });
}

} // namespace kapok::pack
