// SPDX-License-Identifier: Apache-2.0
#include "app/kapok/options.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>

namespace kapok {
namespace {

constexpr const char *kFooter = R"(
  kapok --enrol tablet.json     prepare a shared tablet for the people named in the file, then end
  kapok --open planning.kapok   add a course from a file and open the app

Exit codes: 0 done, 1 refused (a sentence says why), 2 wrong usage.)";

/// The arguments without those that QGuiApplication takes for itself; in the order CLI11 wants: last first.
std::vector<std::string> ours(const std::vector<std::string> &arguments)
{
    std::vector<std::string> kept;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "-platform" || arguments[i] == "-style")
            ++i;
        else
            kept.push_back(arguments[i]);
    }
    std::reverse(kept.begin(), kept.end());
    return kept;
}

std::string checkSize(const std::string &text)
{
    int width = 0;
    int height = 0;
    char end = 0;
    const bool good =
        std::sscanf(text.c_str(), "%4dx%4d%c", &width, &height, &end) == 2 && width >= 320 && height >= 320;
    return good ? std::string() : "a size is written like 1280x800 and is at least 320x320";
}

} // namespace

std::optional<int> readOptions(const std::vector<std::string> &arguments, Options &options)
{
    CLI::App app("Micro-courses for teachers that work without a network.", "kapok");
    app.set_version_flag("--version", "kapok " KAPOK_VERSION, "Print the version and exit");
    app.set_help_flag("-h,--help", "Print this help and exit");
    app.footer(kFooter);
    std::string size;
    app.add_option("--data", options.data, "Folder for courses and results (default: the user's own)");
    app.add_option("--server", options.server,
                   "The server has this address now; its people on this device move");
    app.add_option("--server-before", options.serverBefore,
                   "The address it had, when people of several servers use this device");
    app.add_option("--enrol", options.enrol, "Prepare this device for the people in this JSON file, then end")
        ->check(CLI::ExistingFile);
    app.add_option("--open", options.open, "Add the course in this .kapok file")->check(CLI::ExistingFile);
    app.add_option("--language", options.language, "Language of the first page: vi, zh or en")
        ->check(CLI::IsMember({"vi", "zh", "en"}));
    app.add_option("--window", size, "Size of the window, such as 1280x800")->check(checkSize);
    app.add_option("--inspect", options.inspect, "Answer a test driver's questions on this local socket");
    app.add_flag("--self-test", options.selfTest, "Show every screen once with made-up data, then end");
    try {
        app.parse(ours(arguments));
    } catch (const CLI::ParseError &usage) {
        return app.exit(usage) == 0 ? kDone : kWrongUsage;
    }
    if (!size.empty())
        (void)std::sscanf(size.c_str(), "%4dx%4d", &options.width, &options.height);
    return std::nullopt;
}

} // namespace kapok
