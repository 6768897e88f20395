// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/course/package.h"
#include "core/course/source.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <ostream>
#include <string>

namespace kapok::pack {

/// Prints "kapok-pack: <file>: <sentence>." on standard error and returns kRefused.
int refuse(const std::filesystem::path &file, const Error &error);

/// "3.2 MB", "14 KB", "812 bytes".
[[nodiscard]] std::string bytesText(std::uint64_t bytes);

/// "2 errors, 1 warning".
[[nodiscard]] std::string countText(const course::SourceReport &report);

/// Prints every finding of the course in \p folder to \p out, one a line.
void printFindings(std::ostream &out, const course::SourceReport &report,
                   const std::filesystem::path &folder);

/// Shows on standard error how far long work has come: a line that keeps changing on a terminal; elsewhere a
/// line every few seconds, so that short work stays silent.
class ProgressLine {
public:
    explicit ProgressLine(std::string what);
    ~ProgressLine();
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;

    /// To hand to buildPackage() and verifyAll(); must not outlive this.
    [[nodiscard]] course::Progress callback();

private:
    using Steady = std::chrono::steady_clock;

    void show(std::uint64_t done, std::uint64_t total);

    std::string m_what;
    bool m_onTerminal;
    bool m_shown = false;
    Steady::time_point m_next;
};

} // namespace kapok::pack
