// SPDX-License-Identifier: Apache-2.0
#include "app/kapok-pack/output.h"

#include "app/kapok-pack/commands.h"

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <unistd.h>

namespace kapok::pack {
namespace {

using namespace std::chrono_literals;

constexpr auto kTerminalPause = 100ms;
constexpr auto kFirstTerminalPause = 300ms;
constexpr auto kLogPause = 5s;

std::string counted(std::ptrdiff_t count, const char *word)
{
    return std::to_string(count) + " " + word + (count == 1 ? "" : "s");
}

} // namespace

int refuse(const std::filesystem::path &file, const Error &error)
{
    const bool namesFile = error.detail.find(file.string()) != std::string::npos;
    const bool isWhole = error.detail.ends_with('.');
    std::cerr << "kapok-pack: " << (namesFile ? "" : file.string() + ": ") << error.detail
              << (isWhole ? "" : ".") << "\n";
    return kRefused;
}

std::string bytesText(std::uint64_t bytes)
{
    if (bytes < 1024)
        return counted(static_cast<std::ptrdiff_t>(bytes), "byte");
    if (bytes < (1u << 20))
        return std::to_string((bytes + 512) / 1024) + " KB";
    const std::uint64_t tenths = (bytes * 10 + (1u << 19)) / (1u << 20);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

std::string countText(const course::SourceReport &report)
{
    const auto errors =
        std::count_if(report.findings.begin(), report.findings.end(),
                      [](const auto &finding) { return finding.severity == course::Severity::Error; });
    const auto warnings = static_cast<std::ptrdiff_t>(report.findings.size()) - errors;
    return counted(errors, "error") + ", " + counted(warnings, "warning");
}

void printFindings(std::ostream &out, const course::SourceReport &report, const std::filesystem::path &folder)
{
    for (const course::Finding &finding : report.findings)
        out << course::toLine(finding, folder) << "\n";
}

ProgressLine::ProgressLine(std::string what)
    : m_what(std::move(what)),
      m_onTerminal(::isatty(STDERR_FILENO) == 1),
      m_next(Steady::now() +
             (m_onTerminal ? Steady::duration(kFirstTerminalPause) : Steady::duration(kLogPause)))
{}

ProgressLine::~ProgressLine()
{
    if (m_shown && m_onTerminal)
        std::cerr << "\r\033[K" << std::flush; // leaves the line free for the result
}

course::Progress ProgressLine::callback()
{
    return [this](std::uint64_t done, std::uint64_t total) {
        show(done, total);
        return true;
    };
}

void ProgressLine::show(std::uint64_t done, std::uint64_t total)
{
    const auto now = Steady::now();
    if (now < m_next || total == 0)
        return;
    m_next = now + (m_onTerminal ? Steady::duration(kTerminalPause) : Steady::duration(kLogPause));
    m_shown = true;
    const std::string text = m_what + ": " + std::to_string(done * 100 / total) + " %";
    if (m_onTerminal)
        std::cerr << "\r" << text << "\033[K" << std::flush;
    else
        std::cerr << text << "\n";
}

} // namespace kapok::pack
