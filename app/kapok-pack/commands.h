// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include <functional>

/// The subcommands of kapok-pack. Each add…() declares its options on \p app and sets \p run to its work when
/// it is the one called; the work returns the exit code.
namespace kapok::pack {

inline constexpr int kDone = 0;
inline constexpr int kRefused = 1; ///< a sentence on standard error says why
inline constexpr int kWrongUsage = 2;

using Run = std::function<int()>;

void addNew(CLI::App &app, Run &run);
void addCheck(CLI::App &app, Run &run);
void addBuild(CLI::App &app, Run &run);
void addVerify(CLI::App &app, Run &run);
void addInspect(CLI::App &app, Run &run);
void addKeygen(CLI::App &app, Run &run);

} // namespace kapok::pack
