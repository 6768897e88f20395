// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <spdlog/spdlog.h>
#include <string>

namespace kapok::log {

/// Sends every later log line to standard error, one line each: time, level, program, message.
/// No line may hold a secret, a name or an answer; ids are fine. \p level is an spdlog level name.
void start(const std::string &program, const std::string &level);

using spdlog::debug;
using spdlog::error;
using spdlog::info;
using spdlog::warn;

} // namespace kapok::log
