// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace kapok {

/// Exit codes of every Kapok program.
inline constexpr int kDone = 0;
inline constexpr int kRefused = 1;
inline constexpr int kWrongUsage = 2;

/// What the command line of `kapok` says.
struct Options {
    std::filesystem::path data; ///< empty: the user's own folder
    std::string server;
    std::string serverBefore;
    std::filesystem::path enrol; ///< prepare the device and end
    std::filesystem::path open;  ///< a .kapok file to add
    std::string language;
    int width = 0;
    int height = 0;
    std::string inspect; ///< socket for a test driver
    bool selfTest = false;
};

/// Reads \p arguments (without the program's name); options of Qt itself (`-platform offscreen`) are left
/// alone. Prints help, the version or what is wrong, and returns the exit code when the program is to end.
[[nodiscard]] std::optional<int> readOptions(const std::vector<std::string> &arguments, Options &options);

} // namespace kapok
